// node try.mjs OUT SCREENSHOTS [chromium|firefox]: reads what make.py has made as a person would, with a mouse on a desktop
// and with a finger on a phone: sees that the pictures are there and that nothing else has been fetched, opens every
// listing, steps through it to the end, compares what it prints with what the article says, scrolls past it, and has
// axe-core look at it. Firefox needs an X server (xvfb-run).

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { pause, Scope } from '../browser/articles.mjs';
import { axe_from, kNames, launch, Page, puppeteer_from } from '../browser/browsers.mjs';
import { serve } from '../../web/server.mjs';

const [out, screenshots, only] = process.argv.slice(2);
if (!screenshots) {
  console.error('usage: try.mjs OUT SCREENSHOTS [chromium|firefox]');
  process.exit(2);
}
const npm = path.resolve(screenshots, '../browser-npm');
const puppeteer = await puppeteer_from(npm), axe = await axe_from(npm);
const pages = (await readFile(path.join(out, 'pages.txt'), 'utf8')).trim().split('\n');
await mkdir(screenshots, { recursive: true });

const requests = [];
const server = await serve(out, { seen: ({ url }) => requests.push(url) });
const kSizes = { desktop: [1280, 720, 1], phone: [390, 844, 2] };

const scrolled = (page) => page.evaluate('scrollY');

// What a finger has swept goes on for a while, and the next touch would only stop it.
async function at_rest(page) {
  for (let last = -1, now = await scrolled(page); now !== last; last = now, now = await scrolled(page)) await pause(150);
}

// From above a frame to below it, with the pointer on it; its panels may take some of it.
async function scroll_past(page, scope, finger) {
  await scope.evaluate('scope.scrollIntoView({ block: "end", behavior: "instant" })');
  const from = await scrolled(page), size = await page.evaluate('innerHeight');
  for (let i = 0; i < 60 && await scrolled(page) < from + size * 0.6; ++i) {
    const { x, y, width, height } = await scope.place('scope.querySelector("iframe")');
    const at = { x: x + width / 2, y: Math.min(Math.max(y + height - 20, 40), size - 40) };
    if (y + height < 60) break;
    if (finger) {
      const { touchscreen } = page.puppet;
      await touchscreen.touchStart(at.x, at.y);
      for (let step = 1; step <= 6; ++step) {
        await touchscreen.touchMove(at.x, Math.max(4, at.y - step * 40));
        await pause(16);
      }
      await touchscreen.touchEnd();
    } else {
      await page.puppet.mouse.move(at.x, at.y);
      await page.puppet.mouse.wheel({ deltaY: 120 });
    }
    await pause(120);
  }
  await at_rest(page);
  const end = await page.evaluate('document.documentElement.scrollHeight - innerHeight');
  assert.ok(await scrolled(page) >= Math.min(from + 60, end - 1), `stuck at ${await scrolled(page)}, from ${from}`);
}

async function read_listing(page, scope, printed, finger) {
  await scope.open({ finger });
  await scope.in_view();
  let state = await scope.state();
  while (state.step < state.steps - 1) {
    const { step } = state;
    await (finger ? scope.tap('transport.forward') : scope.click('transport.forward'));
    state = await scope.state();
    assert.ok(state.step > step);
    assert.notEqual(state.explanation, '');
  }
  assert.equal(state.stdout.trim(), printed.trim());
  return state.steps;
}

async function try_page(browser, name, size, where) {
  const [width, height, density] = kSizes[size], finger = size === 'phone';
  const page = await Page.open(await browser.createBrowserContext(), name);
  await page.resize(width, height, density);
  requests.length = 0;
  await page.go(server.address + where);
  await page.wait_for('document.querySelector("await-scope") !== null');
  await pause(300);
  const ours = requests.filter((each) => each.startsWith('/awaitscope/'));
  assert.deepEqual(ours, ['/awaitscope/awaitscope.js']);
  const printed = await page.evaluate(`[...document.querySelectorAll('pre')].map((each) => each.textContent).filter((each) => /^\\s*init\\n/.test(each))`);
  const images = await page.evaluate(`Promise.all([...document.querySelectorAll('img[alt^="Timeline"], img[alt^="The same"]')].map((each) =>
    each.decode().then(() => each.naturalWidth, () => each.src)))`);
  assert.deepEqual(images, Array(5).fill(720));
  const count = await page.evaluate('document.querySelectorAll("await-scope").length');
  assert.deepEqual([count, printed.length], [4, 4]);
  const label = `${name}-${size}-${where.split('/')[0]}`;
  await writeFile(path.join(screenshots, `${label}.png`), await page.screenshot());
  const steps = [];
  for (let n = 0; n < count; ++n) {
    const scope = new Scope(page, n);
    steps.push(await read_listing(page, scope, printed[n], finger));
    if (n === 1) await writeFile(path.join(screenshots, `${label}-open.png`), await page.screenshot());
    if (!finger || name === 'chromium') await scroll_past(page, scope, finger);
  }
  for (const frame of page.puppet.frames()) {
    await frame.evaluate(axe);
    const where_in = frame === page.puppet.mainFrame() ? '{ include: [["await-scope"]] }' : 'document';
    const { violations } = await frame.evaluate(`axe.run(${where_in}, { resultTypes: ["violations"], iframes: false })`);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`), []);
  }
  // What a theme asks other hosts for, or has forgotten, is not ours.
  assert.deepEqual(page.errors.filter((each) => each.includes('/awaitscope/')), []);
  console.log(`ok      ${label}: ${steps.join(', ')} steps`);
  await page.close();
}

for (const name of kNames) {
  if (only && name !== only) continue;
  const browser = await launch(puppeteer, name);
  console.log(await browser.version());
  for (const size of Object.keys(kSizes)) {
    for (const where of pages) {
      try {
        await try_page(browser, name, size, where);
      } catch (error) {
        process.exitCode = 1;
        console.log(`FAILED  ${name} ${size} ${where}: ${error.stack}`);
      }
    }
  }
  await browser.close();
}
await server.close();
