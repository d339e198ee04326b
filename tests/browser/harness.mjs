// What the tests of the page stand on: tests with names, the built site on a server of its own, and a page that is
// used as a person would, by clicking on what widgets() says is there.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { serve } from '../../web/server.mjs';
import { launch, Page } from './browsers.mjs';

const tests = [];

// A name is a sentence; run is given a Site. `only`: the browser it is for, where it is not for all.
export function test(name, run, { only = '' } = {}) { tests.push({ name, run, only }); }

export class Site {
  constructor(server, browser, name, folder, screenshots) {
    this.server_ = server;
    this.address = server.address;
    this.browser = name;
    this.puppet_ = browser;
    this.folder = folder;
    this.screenshots = screenshots;
    this.pages_ = [];
    this.afterwards_ = [];
  }

  // A page that has not gone anywhere yet.
  async blank(width = 1280, height = 720, density = 1) {
    const page = await Page.open(await this.puppet_.createBrowserContext(), this.browser);
    this.pages_.push(page);
    await page.resize(width, height, density);
    return page;
  }

  // The playground, ready, at an address such as "await=closure&step=7".
  async open(hash = '', width = 1280, height = 720, density = 1) {
    const page = await this.blank(width, height, density);
    const playground = new Playground(page);
    await playground.go(this.address + (hash && `#${hash}`));
    return playground;
  }

  async keep_screenshot(name, png) {
    const folder = path.join(this.screenshots, this.browser);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${name}.png`), png);
  }

  // As where there is no network: nothing is answered any more.
  async go_offline() { await this.server_.close(); }
  async go_online() { this.server_ = await serve(this.folder, { port: Number(new URL(this.address).port) }); }

  // What is to be done once the test's pages are closed: until then one may still be fetching something.
  afterwards(close) { this.afterwards_.push(close); }

  // Closes what a test has opened, and complains of what went wrong in it unnoticed.
  async end_test() {
    const problems = this.pages_.filter((page) => !page.expects_errors).flatMap((page) => page.errors);
    for (const page of this.pages_.splice(0)) await page.close();
    for (const close of this.afterwards_.splice(0)) await close();
    if (problems.length) throw new Error(`errors on the page:\n${problems.join('\n')}`);
  }
}

export class Playground {
  constructor(page) { this.page = page; }

  async go(address) {
    await this.page.go(address);
    await this.ready();
  }

  async ready() {
    await this.page.wait_for('"awaitscope" in window', 30);
    await this.page.evaluate('awaitscope.ready');
    await this.settled();
  }

  settled() { return this.page.evaluate('awaitscope.settled()'); }
  state() { return this.page.evaluate('awaitscope.state()'); }
  widgets() { return this.page.evaluate('awaitscope.widgets()'); }
  frames() { return this.page.evaluate('awaitscope.frames()'); }
  hash() { return this.page.evaluate('location.hash'); }

  async widget(id) {
    const widgets = await this.widgets();
    const found = widgets.find((each) => each.id === id);
    if (!found) throw new Error(`no widget ${id} among ${widgets.map((each) => each.id).join(' ')}`);
    return found;
  }

  // Clicks in the middle of a widget, where it can be seen.
  async click(id) {
    const { x, y, width, height, enabled } = await this.widget(id);
    if (!enabled) throw new Error(`${id} cannot be clicked now`);
    if (!(width > 0 && height > 0)) throw new Error(`${id} is out of sight`);
    await this.page.click(x + width / 2, y + height / 2);
    await this.settled();
  }

  // The same with a finger.
  async tap(id) {
    const { x, y, width, height } = await this.widget(id);
    if (!(width > 0 && height > 0)) throw new Error(`${id} is out of sight`);
    await this.page.tap(x + width / 2, y + height / 2);
    await this.settled();
  }

  async press(key) {
    await this.page.press(key);
    await this.settled();
  }

  // Waits until the address says what is shown; it follows with a little delay.
  async wait_for_hash(pattern) {
    await this.page.wait_for(`${pattern}.test(location.hash)`, 5);
  }
}

export async function run_all(puppeteer, browser_name, folder, screenshots, part) {
  const browser = await launch(puppeteer, browser_name);
  console.log(await browser.version());
  const site = new Site(await serve(folder), browser, browser_name, folder, screenshots);
  let passed = 0, failed = 0;
  const seconds = [];  // of each, with its name
  for (const { name, run, only } of tests) {
    if (!name.includes(part) || (only && only !== browser_name)) continue;
    const begin = Date.now();
    let problem = null;
    try {
      await run(site);
    } catch (error) {
      problem = error;
    }
    await site.end_test().catch((error) => { problem ??= error; });
    const took = `${((Date.now() - begin) / 1000).toFixed(1)} s`;
    seconds.push([parseFloat(took), name]);
    if (problem) {
      ++failed;
      console.log(`FAILED  ${name} (${took})\n${problem.stack}`);
    } else {
      ++passed;
      console.log(`ok      ${name} (${took})`);
    }
  }
  await browser.close();
  await site.go_offline();
  console.log('The slowest:');
  for (const [took, name] of seconds.sort(([a], [b]) => b - a).slice(0, 10)) console.log(`${took.toFixed(1).padStart(6)} s  ${name}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
