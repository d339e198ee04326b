// Articles for the tests of <await-scope>: pages on a server of their own, with the site in a folder beside them or on
// another host, read as a person would.

import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { serve } from '../../web/server.mjs';

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const kProgram = `import asyncio


class Kettle:
    async def __aenter__(self):
        print("on")
        await asyncio.sleep(3)
        return self

    async def __aexit__(self, *args):
        print("off")


async def main():
    async with Kettle():
        print("tea")


asyncio.run(main())
`;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const listing = (source = kProgram) => `<pre><code class="language-python">${escape(source)}</code></pre>`;

const kFill = 'Boil the water first. Then warm the pot, and give the leaves their time. '.repeat(12);
export const filler = (paragraphs = 4) => `<p>${kFill}</p>`.repeat(paragraphs);

export function article(body, { head = '', script = 'awaitscope/awaitscope.js', attributes = '' } = {}) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tea</title>
<link rel="icon" href="data:,">
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:17px/1.6 Georgia,serif;background:#fffdf8;color:#222}
pre{background:#f3efe6;padding:1rem;overflow:auto;font-size:14px;border-radius:6px} html.dark body{background:#16181c;color:#ddd}
html.dark pre{background:#22252b}a{color:#0645ad}</style>
${script && `<script type="module" src="${script}" ${attributes}></script>`}${head}</head>
<body><main><h1>Tea for two</h1>${body}</main></body></html>`;
}

// { address, requests }: a server, until the test has ended, with these pages ({ 'name.html': text }), and the site as
// awaitscope/. first: a script that runs before any other in each of its frames.
export async function publish(site, pages, { shared = true, first = '' } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'articles-'));
  for (const [name, text] of Object.entries(pages)) await writeFile(path.join(folder, name), text);
  const published = path.join(folder, 'awaitscope');
  if (first) {
    await mkdir(published);
    for (const name of await readdir(site.folder))
      if (name !== 'frame.html') await symlink(path.resolve(site.folder, name), path.join(published, name));
    const page = await readFile(path.join(site.folder, 'frame.html'), 'utf8');
    await writeFile(path.join(published, 'frame.html'), page.replace('<script', '<script src="first.js"></script>$&'));
    await writeFile(path.join(published, 'first.js'), first);
  } else {
    await symlink(path.resolve(site.folder), published);
  }
  const requests = [];
  const server = await serve(folder, { shared, seen: ({ url }) => requests.push(url) });
  site.afterwards(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  return { address: server.address, requests };
}

// What axe-core objects to on a page and in its frames: [] or what and where, in words.
export async function violations(page, axe) {
  const found = [];
  for (const frame of page.puppet.frames()) {
    await frame.evaluate(axe);
    const { violations: all } = await frame.evaluate('axe.run(document, { resultTypes: ["violations"], iframes: false })');
    for (const { id, help, nodes } of all) found.push(`${frame.url().replace(/#.*/, '')}: ${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
  }
  return found;
}

// Where frames of another host come one after the other, puppeteer takes note of some too late: it asks the page for what
// another process has, and waits in vain. The target says whom to ask; enabled anew, a process says what it has.
async function frame_of(iframe) {
  for (let tries = 0; tries < 8; ++tries) {
    const frame = await iframe.contentFrame();
    const own = frame.page().browser().targets().find((each) => each._targetId === frame._id)?._session();
    const missed = Boolean(own) && frame.client !== own;
    if (missed) frame.updateClient(own);
    if (missed || tries > 0) {
      await frame.client?.send('Runtime.disable');
      await frame.client?.send('Runtime.enable');
    }
    if (await Promise.race([frame.evaluate('true').catch(() => false), pause(3000)])) return frame;
  }
  throw new Error('nothing can be asked of the frame');
}

// An <await-scope> on a page; n: which one.
export class Scope {
  constructor(page, n = 0) {
    this.page = page;
    this.js = `document.querySelectorAll('await-scope')[${n}]`;
  }

  evaluate(expression) { return this.page.evaluate(`((scope) => ${expression})(${this.js})`); }

  label() { return this.evaluate('scope.shadowRoot.querySelector("button").innerText'); }
  said() { return this.evaluate('scope.shadowRoot.querySelector("p").textContent'); }
  is_open() { return this.evaluate('Boolean(scope.querySelector("iframe")) && getComputedStyle(scope.querySelector("iframe")).opacity === "1"'); }

  // Of an element that an expression finds in `scope`, in the window.
  place(element) {
    return this.evaluate(`(({ x, y, width, height }) => ({ x, y, width, height }))(${element}.getBoundingClientRect())`);
  }

  async press_button({ finger = false } = {}) {
    await this.evaluate('scope.shadowRoot.querySelector("button").scrollIntoView({ block: "center", behavior: "instant" })');
    const { x, y, width, height } = await this.place('scope.shadowRoot.querySelector("button")');
    if (finger) await this.page.tap(x + width / 2, y + height / 2);
    else await this.page.click(x + width / 2, y + height / 2);
  }

  async opened() {
    await this.page.wait_for(`((scope) => Boolean(scope.shadowRoot.querySelector('.open') || scope.shadowRoot.querySelector('p').textContent))(${this.js})`, 30);
    if (!await this.is_open()) throw new Error(`not opened: ${await this.said()}`);
    const handle = await this.page.puppet.evaluateHandle(`${this.js}.querySelector('iframe')`);
    this.frame = await frame_of(handle.asElement());
  }

  async open(how) {
    await this.press_button(how);
    await this.opened();
  }

  state() { return this.frame.evaluate('awaitscope.state()'); }
  widgets() { return this.frame.evaluate('awaitscope.widgets()'); }

  // Where a control is on the page, in the middle of it.
  async place_of(id) {
    const found = (await this.widgets()).find((each) => each.id === id);
    if (!found) throw new Error(`no widget ${id} among ${(await this.widgets()).map((each) => each.id).join(' ')}`);
    const frame = await this.place('scope.querySelector("iframe")');
    return { x: frame.x + 1 + found.x + found.width / 2, y: frame.y + 1 + found.y + found.height / 2 };
  }

  async in_view() {
    await this.evaluate('scope.scrollIntoView({ block: "center", behavior: "instant" })');
    await pause(60);
  }

  async click(id) {
    const { x, y } = await this.place_of(id);
    await this.page.click(x, y);
    await this.frame.evaluate('awaitscope.settled()');
  }

  async tap(id) {
    const { x, y } = await this.place_of(id);
    await this.page.tap(x, y);
    await this.frame.evaluate('awaitscope.settled()');
  }
}
