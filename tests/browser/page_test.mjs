// The page around the program: loading, size, the address, keys, density, rest, and what it says where it cannot run.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';

import { serve } from '../../web/server.mjs';
import { Playground, test } from './harness.mjs';
import { colours_of, read_png } from './png.mjs';

const kMostBytes = 400e3;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// What the server is asked for until two seconds after the page is ready, by the page and by what keeps it for later.
test('what a first visit fetches is small', async (site) => {
  const names = new Set();
  const server = await serve(site.folder, { seen: ({ url }) => names.add(new URL(url, site.address).pathname.slice(1) || 'index.html') });
  const page = await site.blank();
  await page.go(server.address);
  await page.wait_for('"awaitscope" in window');
  await page.evaluate('awaitscope.ready');
  await pause(2000);
  await server.close();
  for (const name of ['index.html', 'awaitscope.wasm', 'start.js', 'offline.js']) assert.ok(names.has(name), name);
  for (const name of ['rest.wasm', 'code_editor.js']) assert.ok(!names.has(name), name);
  let total = 0;
  for (const name of names) {
    const bytes = await readFile(path.join(site.folder, name)).catch(() => Buffer.alloc(0));
    total += zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9,
                                                        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  }
  console.log(`        ${(total / 1000).toFixed(1)} KB with brotli -q 9`);
  assert.ok(total <= kMostBytes, `${total} bytes`);
});

// Modules, a mistake's report, letters of another script: none of it is in the first part.
const kBeyond = 'import json\nprint(json.dumps("Привет".upper(), ensure_ascii=False), f"{1.5:>8.3f}")\n';
const kBeyondPrints = '"ПРИВЕТ"    1.500\n';
const has_rest = 'performance.getEntriesByType("resource").filter((each) => each.name.includes("rest.wasm")).length';

test('what a first visit did without is there at once when something needs it', async (site) => {
  const { page } = await site.open();
  assert.equal(await page.evaluate(has_rest), 0);
  // In one go: there is no time for anything to arrive.
  const { stdout } = await page.evaluate(`(awaitscope.load(${JSON.stringify(kBeyond)}), awaitscope.seek(1e6), awaitscope.state())`);
  assert.equal(stdout, kBeyondPrints);
  const { error } = await page.evaluate('(awaitscope.load("x = = 1\\n"), awaitscope.state())');
  assert.match(JSON.stringify(error), /invalid syntax/);
});

test('when somebody begins to use the page, the rest of it is fetched, and kept for use offline', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  await page.wait_for('navigator.serviceWorker.controller?.state === "activated"');
  await playground.press('ArrowRight');
  await page.wait_for(`caches.keys().then(async (names) => {
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().some((each) => each.url.includes('rest.wasm'));
  })`);
  // What the page itself fetches of it has arrived too, and is not cut off below.
  await page.wait_for(`performance.getEntriesByType('resource')
    .some((each) => each.name.includes('rest.wasm') && each.responseEnd > 0)`);
  await site.go_offline();
  try {
    await page.reload();
    await playground.ready();
    const { stdout } = await page.evaluate(`(awaitscope.load(${JSON.stringify(kBeyond)}), awaitscope.seek(1e6), awaitscope.state())`);
    assert.equal(stdout, kBeyondPrints);
  } finally {
    await site.go_online();
  }
});

test('without a network, what cannot be fetched any more is said', async (site) => {
  const { page } = await site.open();
  await site.go_offline();
  page.expects_errors = true;
  try {
    await page.evaluate(`try { awaitscope.load(${JSON.stringify(kBeyond)}); awaitscope.state(); } catch {}`);
    assert.match(await page.evaluate('document.getElementById("cover-text").textContent'), /could not be fetched/);
  } finally {
    await site.go_online();
  }
});

test('the page asks no other host for anything', async (site) => {
  const { page } = await site.open();
  assert.ok(page.requests.length > 5);
  assert.deepEqual(page.requests.filter((each) => !each.startsWith(site.address)), []);
});

test('the page may be in any folder', async (site) => {
  const index = await readFile(path.join(site.folder, 'index.html'), 'utf8');
  for (const [, address] of index.matchAll(/(?:src|href)="([^"]*)"/g)) assert.match(address, /^[a-z]+(-\d+)?\.[a-z]+\?v=[0-9a-f]{12}$/);
});

test('the page can be installed: its icons are there, in the sizes that are said', async (site) => {
  const { page } = await site.open();
  const { icons, start_url, display } = await page.evaluate(
    'fetch(document.querySelector("[rel=manifest]").href).then((response) => response.json())');
  assert.deepEqual([start_url, display], ['./', 'standalone']);
  const sizes = new Map(icons.map(({ src, sizes }) => [src, sizes]));
  sizes.set((await page.evaluate('document.querySelector("[rel=apple-touch-icon]").href')).match(/icon-180.png/)[0], '180x180');
  for (const [name, size] of sizes) {
    const bytes = await readFile(path.join(site.folder, name));
    if (!name.endsWith('.png')) continue;
    const png = read_png(bytes);
    assert.equal(`${png.width}x${png.height}`, size);
    assert.ok(colours_of(png).colours > 4);
  }
  assert.ok(sizes.size === 4 && [...sizes.values()].includes('512x512'));
});

test('something is drawn, sharp at every density', async (site) => {
  for (const [density, width, height] of [[1, 1280, 720], [1.5, 1280, 720], [2, 1280, 720], [3, 390, 844]]) {
    const playground = await site.open('await=closure&use=await&step=20', width, height, density);
    const size = await playground.page.evaluate('[canvas.width, canvas.height]');
    assert.deepEqual(size, [Math.floor(width * density), Math.floor(height * density)]);
    const png = await playground.page.screenshot();
    await site.keep_screenshot(`page-${width}x${height}@${density}`, png);
    const { colours, most } = colours_of(read_png(png));
    assert.ok(colours > 50 && most < 0.97, `${colours} colours, one of them on ${most} of it`);
  }
});

test('a window that changes its size or its density is filled again', async (site) => {
  const playground = await site.open();
  for (const [width, height, density] of [[900, 600, 1], [900, 600, 2], [1400, 800, 1.5]]) {
    await playground.page.resize(width, height, density);
    await playground.page.evaluate('awaitscope.seek(awaitscope.state().step)');  // an occasion to draw
    await playground.page.wait_for(`canvas.width === ${width * density} && canvas.height === ${height * density}`);
    await playground.settled();
    for (const { id, x, width: w } of await playground.widgets())
      assert.ok(x >= 0 && x + w <= width + 1, `${id} ends at ${x + w} in a window of ${width}`);
  }
});

test('a page that nobody touches draws nothing', async (site) => {
  const playground = await site.open();
  await pause(1500);  // longer than a tooltip would take
  const before = await playground.frames();
  await pause(1500);
  assert.equal(await playground.frames(), before);
});

test('a hidden page does nothing, not even while it plays, and goes on when it is seen again', async (site) => {
  const page = await site.blank();
  // As a browser does with a tab that is hidden: no animation frames until it is seen again.
  await page.before_scripts(`
    const request = window.requestAnimationFrame, waiting = [];
    let hidden = false;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    window.timers = 0;  // that were set
    const set_timer = window.setTimeout;
    window.setTimeout = (...call) => (++timers, set_timer(...call));
    window.requestAnimationFrame = (callback) => hidden ? waiting.push(callback) : request.call(window, callback);
    window.hide = (now) => {
      hidden = now;
      document.dispatchEvent(new Event('visibilitychange'));
      if (!hidden) for (const callback of waiting.splice(0)) request.call(window, callback);
    };`);
  const playground = new Playground(page);
  await playground.go(`${site.address}#await=closure&use=await`);
  await page.press(' ');
  await page.wait_for('awaitscope.state().step > 1');
  await page.evaluate('hide(true)');
  await pause(700);  // what was under way before, such as the address, is done
  await page.evaluate('window.timers = 0');
  const { step } = await playground.state(), frames = await playground.frames();
  await pause(1500);
  assert.deepEqual([(await playground.state()).step, await playground.frames(), await page.evaluate('timers')], [step, frames, 0]);
  await page.evaluate('hide(false)');
  await page.wait_for(`awaitscope.state().step > ${step}`);
});

test('from a flipped switch to the end of the frame that shows it there is less than a frame of work', async (site) => {
  const page = await site.blank();
  // The time in scripts, up to the end of the first frame, without what WebGL takes: software does that here.
  await page.before_scripts(`
    window.work = null;
    let graphics = 0;
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => request.call(window, (now) => {
      const begin = performance.now(), before = graphics;
      callback(now);
      if (work && !work.frame) work.frame = performance.now() - begin - (graphics - before);
    });
    const kind = WebGL2RenderingContext.prototype;
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(kind)))
      if (typeof value === 'function')
        kind[name] = function(...values) {
          const begin = performance.now(), result = value.apply(this, values);
          graphics += performance.now() - begin;
          return result;
        };`);
  const playground = new Playground(page);
  await playground.go(site.address);
  const flips = [];
  for (let i = 0; i < 40; ++i) {
    flips.push(await page.evaluate(`(async () => {
      window.work = {};
      const begin = performance.now();
      awaitscope.set('await', '${['closure', 'sleeps', 'generator', 'none'][i % 4]}');
      const flip = performance.now() - begin;
      await awaitscope.settled();
      return [flip, work.frame];
    })()`));
  }
  const sums = flips.slice(8).map(([flip, frame]) => flip + frame).sort((a, b) => a - b);
  const middle = sums[sums.length >> 1];
  console.log(`        ${middle.toFixed(1)} ms in the median, ${sums.at(-1).toFixed(1)} at most`);
  assert.ok(middle > 0 && middle <= 16, `${middle} ms`);
}, { only: 'chromium' });

test('the address says what is shown, and brings it back', async (site) => {
  const playground = await site.open();
  await playground.page.evaluate('awaitscope.set("await", "closure"); awaitscope.set("use", "await")');
  await playground.page.evaluate('awaitscope.seek(9)');
  await playground.wait_for_hash(/^#await=closure&use=await&loop=asyncio_run&python=3\.\d+&step=9$/);
  const again = await site.open((await playground.hash()).slice(1));
  assert.deepEqual(await again.state(), await playground.state());
});

test('an address without a version was made before there were any, and means Python 3.11', async (site) => {
  const old = await site.open('await=closure&use=await&step=9');
  const { python, toggles, step } = await old.state();
  assert.deepEqual([python, toggles.loop, step], ['3.11', 'get_event_loop', 9]);
  await old.press('ArrowRight');
  await old.wait_for_hash(/^#await=closure&use=await&python=3\.11&step=10$/);
  const fresh = await site.open();
  assert.equal((await fresh.state()).toggles.loop, 'asyncio_run');
  assert.equal(await fresh.hash(), '');
});

test('the version of Python is chosen at the top, is in the address, and another is compared with it', async (site) => {
  for (const [width, height] of [[1280, 720], [390, 844]]) {
    const playground = await site.open('await=closure&use=await&python=3.11', width, height);
    await playground.click('python');
    await site.keep_screenshot(`python-${width}`, await playground.page.screenshot());
    await playground.click('python.3.14');
    await playground.wait_for_hash(/python=3\.14/);
    // A lesson of the article's is still that lesson, and runs; whoever wants to see the listing fail can.
    const { python, lesson, exit, toggles } = await playground.state();
    assert.deepEqual([python, lesson, exit, toggles.loop], ['3.14', 'awaitable', 0, 'asyncio_run']);
    await playground.page.evaluate(`awaitscope.set('loop', 'get_event_loop')`);
    await playground.wait_for_hash(/^#await=closure&use=await&python=3\.14/);
    assert.equal((await playground.state()).exit, 1);
    await playground.click('python');
    await playground.click('python.compare.3.11');
    const rows = (await playground.widgets()).filter(({ id }) => id.startsWith('compare.row.'));
    assert.ok(rows.some(({ value }) => value !== 'same'));
    await site.keep_screenshot(`python-compared-${width}`, await playground.page.screenshot());
  }
});

test('a program of somebody\'s own is in the address', async (site) => {
  const source = 'print("héllo ▶ 你好", "\\t")\n'.repeat(50);
  const playground = await site.open();
  await playground.page.evaluate(`awaitscope.load(${JSON.stringify(source)})`);
  await playground.wait_for_hash(/^#code=[\w-]+/);
  const again = await site.open((await playground.hash()).slice(1));
  assert.equal((await again.state()).source, source);
});

test('an address that is changed by hand is followed, and nonsense in it is left out', async (site) => {
  const playground = await site.open('await=sleeps');
  await playground.page.evaluate('location.hash = "#await=generator&aenter=nonsense&bogus=1&step=3"');
  await playground.page.wait_for('awaitscope.state().toggles.await === "generator"');
  const { toggles, step } = await playground.state();
  assert.deepEqual([toggles.aenter, step], ['none', 3]);
  assert.deepEqual(playground.page.warnings, ['unknown: aenter=nonsense', 'unknown: bogus=1']);
  await playground.page.evaluate('location.hash = "#code=%%%"');
  await playground.page.wait_for('true');
  assert.equal((await playground.state()).toggles.await, 'generator');
});

test('a program in the address that cannot be read is said on the page, and all stays as it was', async (site) => {
  for (const code of ['KyjK', '%%%']) {
    const begun = await (await site.open()).state();
    const playground = await site.open(`code=${code}&step=3`);
    const { page } = playground;
    const notice = 'document.getElementById("notice")?.innerText ?? ""';
    const is_said = () => page.wait_for(`/^This program cannot be shown\\s+The address is cut off/.test(${notice})`);
    await is_said();
    assert.deepEqual(await playground.state(), begun);
    assert.match(page.warnings.join(), /^the address holds no program that can be read: /);
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.equal(await playground.hash(), `#code=${code}&step=3`);  // who reloads the page tries again
    await site.keep_screenshot('program-cut-off', await page.screenshot());

    // What is shown can be used, and is still there after another such address.
    await page.evaluate('awaitscope.load("print(1)")');
    await playground.press('ArrowRight');
    await playground.wait_for_hash(/^#code=.*&step=1$/);
    const used = await playground.state();
    await page.evaluate('document.getElementById("notice").remove()');
    await page.evaluate(`location.hash = '#code=${code}&python=3.11&inject=3,1'`);
    await is_said();
    assert.deepEqual(await playground.state(), used);
    // The words go with the address.
    await page.evaluate('location.hash = "#await=generator"');
    await page.wait_for('awaitscope.state().toggles.await === "generator"');
    assert.equal(await page.evaluate(notice), '');
  }
});

test('an address that says nothing of a program begins as one that says nothing', async (site) => {
  const { python, source, step } = await (await site.open()).state();
  for (const hash of ['theme=light', 'depth=protocol', 'view=timeline', 'embed=1&theme=dark&show=code']) {
    const state = await (await site.open(hash)).state();
    assert.deepEqual([state.python, state.source, state.step], [python, source, step], hash);
  }
  // One that was made before there were versions says more.
  for (const hash of ['step=3', 'await=generator', 'depth=protocol&use=await'])
    assert.equal((await (await site.open(hash)).state()).python, '3.11', hash);
});

test('an address that is followed is not covered by a list that was open', async (site) => {
  const playground = await site.open('await=sleeps');
  await playground.click('lesson');
  const is_open = async () => (await playground.widgets()).some(({ id }) => id === 'lesson.blocking');
  assert.equal(await is_open(), true);
  await playground.page.evaluate('location.hash = "#await=generator"');
  await playground.page.wait_for('awaitscope.state().toggles.await === "generator"');
  await playground.settled();
  assert.equal(await is_open(), false);
});

test('an address that is changed when the page is about to write its own is followed', async (site) => {
  const page = await site.blank();
  await page.before_scripts(`const own = setTimeout;
    window.setTimeout = (call, delay, ...rest) => {
      if (delay === 400) window.write_address = call;
      return own(call, delay, ...rest);
    }`);
  const playground = new Playground(page);
  await playground.go(`${site.address}#await=sleeps`);
  await page.evaluate('awaitscope.seek(3)');
  await page.wait_for('"write_address" in window');
  await page.evaluate('location.hash = "#await=generator&step=5"; write_address()');
  await page.wait_for('awaitscope.state().toggles.await === "generator"', 5);
  assert.equal((await playground.state()).step, 5);
});

test('what changes while the address is being made is in the address', async (site) => {
  const page = await site.blank();
  await page.before_scripts(`const Own = CompressionStream;
    window.CompressionStream = function(kind) {
      const { readable, writable } = new Own(kind);
      const late = new TransformStream({ start: () => new Promise((resolve) => setTimeout(resolve, 1000)) });
      window.packing = true;
      return { writable, readable: readable.pipeThrough(late) };
    };`);
  const playground = new Playground(page);
  await playground.go(site.address);
  await page.evaluate('awaitscope.load("print(1)\\nprint(2)\\n")');
  await page.wait_for('window.packing');
  await page.evaluate('awaitscope.seek(2)');
  await playground.wait_for_hash(/^#code=.*&step=2$/);
});

test('keys that are the browser\'s stay the browser\'s', async (site) => {
  const { page } = await site.open();
  await page.evaluate(`window.seen = {};
    for (const type of ['keydown', 'keyup'])
      document.addEventListener(type, (event) => setTimeout(() => {
        seen[event.key] = event.defaultPrevented;
      }), true)`);
  // What the document never sees has been kept from SDL in the capturing phase, and so is not prevented.
  for (const key of ['Control+l', 'Control+f', 'Control+Shift+i', 'F12', 'F6', 'Alt+ArrowLeft'])
    await page.press(key);
  await page.press('ArrowRight');
  await page.wait_for('"ArrowRight" in seen');
  const seen = await page.evaluate('seen');
  for (const key of ['l', 'f', 'i', 'F12', 'F6', 'ArrowLeft']) assert.ok(!seen[key], key);
  assert.ok(seen.ArrowRight);
});

test('after the graphics driver was reset, the page goes on', async (site) => {
  const { page } = await site.open();
  await page.evaluate(`window.graphics = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
                       graphics.loseContext()`);
  await page.wait_for('!document.getElementById("cover").hidden');
  assert.match(await page.evaluate('document.getElementById("cover-text").textContent'), /graphics driver/);
  await page.evaluate('graphics.restoreContext()');
  await page.wait_for('document.getElementById("cover").hidden');
  const { colours } = colours_of(read_png(await page.screenshot()));
  assert.ok(colours > 50);
});

async function message_of(page, address) {
  page.expects_errors = true;
  await page.go(address);
  await page.wait_for('document.documentElement.dataset.problem');
  return page.evaluate('document.getElementById("cover-text").textContent');
}

test('opened as a file, the page says that it needs a server', async (site) => {
  assert.match(await message_of(await site.blank(), `file://${path.resolve(site.folder)}/index.html`), /web server/);
});

test('without WebGL 2 or WebAssembly, the page says so', async (site) => {
  const without_webgl = await site.blank();
  await without_webgl.before_scripts('HTMLCanvasElement.prototype.getContext = () => null');
  assert.match(await message_of(without_webgl, site.address), /WebGL 2/);
  await site.keep_screenshot('without-webgl', await without_webgl.screenshot());
  const without_wasm = await site.blank();
  await without_wasm.before_scripts('delete globalThis.WebAssembly');
  assert.match(await message_of(without_wasm, site.address), /WebAssembly/);
});
