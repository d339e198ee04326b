// awaitscope.js in articles: its buttons, its frames, what it fetches, and what it says where something is wrong.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';

import { article, filler, kProgram, listing, pause, publish, Scope, violations } from './articles.mjs';
import { axe_from } from './browsers.mjs';
import { Playground, test } from './harness.mjs';

const kMostBytes = 5000;

// A page of an article, in a browser that has been nowhere. before: runs before the scripts of the page, first: of its frames.
async function read(site, body, { width = 1280, height = 720, density = 1, before = '', first = '', pages = {}, name = 'tea.html', ...how } = {}, use) {
  const host = await publish(site, { 'tea.html': article(body, how), ...pages }, { first });
  const page = await site.blank(width, height, density);
  if (before) await page.before_scripts(before);
  await page.go(host.address + name);
  await use({ page, host, scope: (n) => new Scope(page, n) });
}

test('the listings of every generator get a button each, and what they hold is a program', async (site) => {
  const listings = await readFile(new URL('listings.html', import.meta.url), 'utf8');
  await read(site, listings, {}, async ({ page }) => {
    const found = await page.evaluate(`[...document.querySelectorAll('section')].map((section) => ({
      as: section.dataset.as, none: section.dataset.none, count: section.querySelectorAll('await-scope').length,
      source: section.querySelector('await-scope')?.source, last: section.lastElementChild.localName }))`);
    assert.ok(found.length > 15);
    for (const { as, none, count, source, last } of found) {
      assert.equal(count, none ? 0 : 1, none ?? as);
      if (none) continue;
      assert.equal(source, 'async def tea():\n    return "Assam"\n', as);
      assert.equal(last, 'await-scope', `${as}: the button is inside of the listing`);
    }
    await site.keep_screenshot('listings', await page.screenshot());
  });
});

test('until a reader asks, the script is all that an article fetches, and it is small', async (site) => {
  await read(site, listing().repeat(10), {}, async ({ page, host }) => {
    await page.wait_for('document.querySelectorAll("await-scope").length === 10');
    await pause(500);
    assert.deepEqual(host.requests, ['/tea.html', '/awaitscope/awaitscope.js']);
  });
  const script = await readFile(path.join(site.folder, 'awaitscope.js'));
  const { length } = zlib.brotliCompressSync(script, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } });
  console.log(`        ${length} bytes with brotli -q 9`);
  assert.ok(length <= kMostBytes, `${length} bytes`);
});

for (const [width, height, density] of [[1280, 720, 2], [390, 844, 2]]) {
  test(`a listing of ${width} points makes room for its program, which steps, and comes back`, async (site) => {
    await read(site, filler(1) + listing() + filler(), { width, height, density }, async ({ page, scope }) => {
      const it = scope();
      const finger = width < 500;
      await site.keep_screenshot(`article-${width}`, await page.screenshot());
      assert.equal(await it.label(), 'Step through');
      await page.evaluate(`window.heard = []; for (const type of ['ready', 'step', 'ended'])
        addEventListener('await-scope-' + type, ({ detail }) => heard.push([type, detail]))`);
      await it.open({ finger });
      assert.equal(await it.label(), 'Back to the listing');
      assert.equal(await page.evaluate('getComputedStyle(document.querySelector("pre")).display'), 'none');
      const { source, python, step } = await it.state();
      assert.deepEqual([source, python, step], [kProgram, '3.14', 0]);
      await it.in_view();
      for (let i = 0; i < 3; ++i) await (finger ? it.tap('transport.forward') : it.click('transport.forward'));
      assert.equal((await it.state()).step, 3);
      await site.keep_screenshot(`article-open-${width}`, await page.screenshot());
      await page.wait_for('heard.some(([type, { step }]) => type === "step" && step === 3)');
      const steps = (await page.evaluate('heard')).filter(([type]) => type === 'step').map(([, detail]) => detail);
      assert.equal(steps.at(-1).line, (await it.state()).line);
      assert.ok(steps.at(-1).explanation.length > 10);
      await page.evaluate(`${it.js}.seek(100000)`);
      await page.wait_for('heard.some(([type]) => type === "ended")');
      assert.equal((await page.evaluate('heard')).find(([type]) => type === 'ended')[1].stdout, 'on\ntea\noff\n');
      await it.press_button({ finger });
      assert.equal(await page.evaluate('getComputedStyle(document.querySelector("pre")).display'), 'block');
      assert.equal(await page.evaluate('document.querySelector("iframe")'), null);
      assert.equal(await it.label(), 'Step through');
    });
  });
}

test('the keyboard goes from the button into the frame, and back to the button', async (site) => {
  await read(site, listing(), {}, async ({ page, scope }) => {
    await page.wait_for('document.querySelector("await-scope") !== null');
    await page.press('Tab');
    await page.press('Enter');
    const it = scope();
    await it.opened();
    await page.press('ArrowRight');
    await page.wait_for('true');
    await it.frame.evaluate('awaitscope.settled()');
    assert.equal((await it.state()).step, 1);
    await page.evaluate(`${it.js}.close()`);
    assert.equal(await page.evaluate('document.activeElement.localName'), 'await-scope');
  });
});

for (const where of ['the same host', 'another host']) test(`ten listings with the script of ${where} fetch and compile the program once, and only those in view draw`, async (site) => {
  // In the page itself: what the driver would run before a frame's scripts, it runs too late in some of so many.
  const first = `
    window.compiled = 0;
    for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = (what, ...rest) => { if (String(what) !== '[object WebAssembly.Module]') ++compiled; return own.call(WebAssembly, what, ...rest); };
    }`;
  const other = where === 'another host' ? await publish(site, {}, { first }) : null;
  const script = other ? `${other.address.replace('localhost', '127.0.0.1')}awaitscope/awaitscope.js` : undefined;
  await read(site, (listing() + filler(1)).repeat(10), { first, script }, async ({ page, host, scope }) => {
    await page.wait_for('document.querySelectorAll("await-scope").length === 10');
    await page.evaluate('Promise.all([...document.querySelectorAll("await-scope")].map((each) => each.open()))');
    const names = (other ?? host).requests.map((each) => each.replace(/^\/awaitscope\/|\?.*/g, ''));
    assert.equal(names.filter((each) => each === 'awaitscope.wasm').length, 1);
    assert.ok(names.filter((each) => each === 'rest.wasm').length <= 1);
    const all = [];
    for (let n = 0; n < 10; ++n) {
      all.push(scope(n));
      await all[n].opened();
    }
    const compiled = await Promise.all(all.map((each) => each.frame.evaluate('compiled')));
    // It is one program in two parts, and what stands in for the second.
    assert.ok(compiled.reduce((sum, each) => sum + each, 0) <= 3, compiled.join(' '));
    await page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    await pause(300);
    const frames = () => Promise.all(all.map((each) => each.frame.evaluate('awaitscope.frames()')));
    const at = await frames();
    await page.evaluate('for (const each of document.querySelectorAll("await-scope")) each.play()');
    await pause(800);
    const now = await frames();
    assert.ok(now[0] > at[0] + 3, 'the one in view does not play');
    for (let n = 4; n < 10; ++n) assert.ok(now[n] <= at[n] + 1, `number ${n} draws out of sight`);
    await all[9].in_view();
    await all[9].frame.waitForFunction(`awaitscope.frames() > ${now[9]}`, { timeout: 5000 });
  });
});

async function wheel(page, { x, y }, dy, { control = false } = {}) {
  await page.puppet.mouse.move(x, y);
  if (control) await page.puppet.keyboard.down('Control');
  await page.puppet.mouse.wheel({ deltaY: dy });
  if (control) await page.puppet.keyboard.up('Control');
  await pause(350);
}

const scrolled = (page) => page.evaluate('Math.round(scrollY)');
const kLong = Array.from({ length: 80 }, (_, i) => `print(${i})\n`).join('');

test('the wheel scrolls the article, unless a panel under it can scroll that way; with Ctrl it zooms the timeline', async (site) => {
  await read(site, filler() + listing(kLong) + filler(), {}, async ({ page, scope }) => {
    const it = scope();
    await it.open();
    await it.in_view();
    let top = await scrolled(page);
    const line = await it.place_of('source.line.4');
    await wheel(page, line, 100);
    assert.equal(await scrolled(page), top, 'the article moved, and not the program');
    assert.ok((await it.widgets()).find(({ id }) => id === 'source.line.4') === undefined ||
              (await it.place_of('source.line.4')).y < line.y, 'the program did not move');
    for (let i = 0; i < 20; ++i) await page.puppet.mouse.wheel({ deltaY: 400 });
    await pause(400);
    await it.in_view();
    top = await scrolled(page);
    await wheel(page, line, 100);
    assert.ok(await scrolled(page) > top, 'at the end of the program the article does not move');
    await it.in_view();
    top = await scrolled(page);
    await wheel(page, await it.place_of('transport.scrubber'), 100);
    assert.ok(await scrolled(page) > top, 'over the scrubber the article does not move');
    await it.in_view();
    top = await scrolled(page);
    const timeline = await it.place_of('timeline');
    await wheel(page, timeline, -100);
    assert.ok(await scrolled(page) < top, 'over the timeline the article does not move');
    await it.in_view();
    top = await scrolled(page);
    const hash = await it.frame.evaluate('location.hash');
    await wheel(page, await it.place_of('timeline'), -200, { control: true });
    assert.equal(await scrolled(page), top, 'zooming moved the article');
    await it.frame.waitForFunction(`location.hash !== ${JSON.stringify(hash)} && location.hash.includes('view=')`, { timeout: 5000 });
  });
});

async function swipe(page, from, to, moves = 10) {
  const { touchscreen } = page.puppet;
  await touchscreen.touchStart(from.x, from.y);
  for (let i = 1; i <= moves; ++i) {
    await touchscreen.touchMove(from.x + (to.x - from.x) * i / moves, from.y + (to.y - from.y) * i / moves);
    await pause(16);
  }
  await touchscreen.touchEnd();
  await pause(400);
}

test('a finger scrolls the article, unless a panel under it can scroll that way; to the side it steps', async (site) => {
  await read(site, filler(8) + listing(kLong) + filler(8), { width: 390, height: 844, density: 2 }, async ({ page, scope }) => {
    const it = scope();
    await it.open({ finger: true });
    await it.in_view();
    let top = await scrolled(page);
    const bar = await it.place_of('transport.scrubber');
    await swipe(page, bar, { x: bar.x, y: bar.y - 200 });
    assert.ok(await scrolled(page) > top + 80, 'a swipe over the scrubber does not scroll the article');
    assert.equal((await it.state()).step, 0, 'and it moved the scrubber');
    await it.in_view();
    top = await scrolled(page);
    const line = await it.place_of('source.line.6');
    await swipe(page, line, { x: line.x, y: line.y - 80 });
    assert.equal(await scrolled(page), top, 'the article moved, and not the program');
    await it.in_view();
    const words = await it.place_of('source.line.9');
    await swipe(page, { x: 300, y: words.y }, { x: 120, y: words.y }, 3);
    assert.equal((await it.state()).step, 1, 'a swipe to the side does not step');
    await it.tap('transport.forward');
    assert.equal((await it.state()).step, 2);
  });
}, { only: 'chromium' });  // Firefox on a desktop scrolls with no finger that a test has

test('two fingers zoom the timeline, and the article stays where it is', async (site) => {
  await read(site, filler(2) + `<await-scope show="timeline">${listing()}</await-scope>` + filler(), { width: 390, height: 844, density: 2 }, async ({ page, scope }) => {
    const it = scope();
    await it.open({ finger: true });
    await it.in_view();
    const top = await scrolled(page), { x, y } = await it.place_of('timeline');
    const session = await page.puppet.createCDPSession();
    const fingers = (type, apart) => session.send('Input.dispatchTouchEvent', { type, touchPoints: apart === null ? [] :
      [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }] });
    await fingers('touchStart', 20);
    for (let apart = 25; apart <= 80; apart += 5) await fingers('touchMove', apart);
    await fingers('touchEnd', null);
    await it.frame.waitForFunction('location.hash.includes("view=")', { timeout: 5000 });
    assert.equal(await scrolled(page), top);
    assert.equal(await page.evaluate('visualViewport.scale'), 1);
    assert.equal((await it.state()).step, 0, 'the fingers have pressed something');
  });
}, { only: 'chromium' });

test('a frame works in a sandbox that allows nothing but scripts, and leads nowhere', async (site) => {
  const frame = '<iframe sandbox="allow-scripts" src="awaitscope/frame.html#await=closure&amp;use=await&amp;python=3.14" width="700" height="480" title="Tea"></iframe>';
  await read(site, frame.repeat(2), { script: '' }, async ({ page }) => {
    const frames = page.puppet.frames().slice(1);
    assert.equal(frames.length, 2);
    for (const each of frames) {
      await each.waitForFunction('"awaitscope" in window', { timeout: 20000 });
      await each.evaluate('awaitscope.ready');
      assert.equal(await each.evaluate('self.origin'), 'null');
      await each.evaluate('awaitscope.load("import json\\nprint(json.dumps([1]))\\n"), awaitscope.seek(1e6)');
      assert.equal(await each.evaluate('awaitscope.state().stdout'), '[1]\n');
    }
  });
});

test('a frame in a sandbox says what its host has forgotten', async (site) => {
  const body = `<iframe sandbox="allow-scripts" src="awaitscope/frame.html" width="700" height="480" title="Tea"></iframe>
    <script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>`;
  const host = await publish(site, { 'tea.html': article(body, { script: '' }) }, { shared: false });
  const page = await site.blank();
  page.expects_errors = true;
  await page.go(`${host.address}tea.html`);
  await page.wait_for('heard.length');
  const [{ type, of, message }] = await page.evaluate('heard');
  assert.deepEqual([type, of], ['failed', 'page']);
  assert.match(message, /Access-Control-Allow-Origin/);
  assert.match(await page.puppet.frames()[1].evaluate('document.getElementById("cover-text").textContent'), /Access-Control-Allow-Origin/);
});

// --- messages ---

// An article that shows a frame of another host, and notes what it says.
const embedding = (address, hash = 'await=closure&use=await&python=3.14') => `<iframe src="${address}frame.html#${hash.replaceAll('&', '&amp;')}" title="Tea" width="700" height="480"></iframe>
<script>
  window.heard = [];
  const frame = document.querySelector('iframe'), origin = ${JSON.stringify(new URL(address).origin)};
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin) return;
    heard.push(data);
    if (data.type === 'loading') say({ type: 'hello' });
  });
  window.say = (what) => frame.contentWindow.postMessage({ awaitscope: 1, ...what }, origin);
  window.last = (type) => heard.findLast((each) => each.type === type);
</script>`;

// Another host, as far as a browser is concerned.
const elsewhere = (site) => site.address.replace('localhost', '127.0.0.1');

test('an article of another host tells a frame what to show, and hears what it shows', async (site) => {
  await read(site, embedding(elsewhere(site)), { script: '' }, async ({ page }) => {
    await page.wait_for('last("step")', 30);
    const [, frame] = page.puppet.frames();
    const heard = await page.evaluate('heard');
    assert.deepEqual(heard.slice(0, 4).map(({ type }) => type), ['loading', 'size', 'ready', 'step']);
    assert.equal(heard[2].python, '3.14');
    const say = async (what, until) => {
      await page.evaluate(`say(${JSON.stringify(what)})`);
      return page.wait_for(until);
    };
    await page.wait_for('last("size")?.height >= 400');
    await say({ type: 'seek', step: 5 }, 'last("step").step === 5');
    await say({ type: 'load', source: kProgram, python: '3.11', step: 2 }, 'last("step").steps !== heard[2].steps && last("step").step === 2');
    await say({ type: 'seek', line: 16 }, 'last("step").line === 16');
    await say({ type: 'set', switches: { await: 'none', use: 'construct' } }, 'true');
    await frame.waitForFunction('awaitscope.state().source.includes("class Hello")', { timeout: 5000 });
    await say({ type: 'seek', step: 0 }, 'last("step").step === 0');
    await say({ type: 'play' }, 'last("step").step > 1');
    await say({ type: 'play', on: false }, 'true');
    await say({ type: 'set', lesson: 'no-such-lesson' }, 'last("failed")');
    await say({ type: 'seek', step: 1e9 }, 'last("ended")');
    assert.equal(await page.evaluate('last("ended").exit'), 0);
    const light = await say({ type: 'theme', theme: 'light' }, 'true').then(() =>
      frame.waitForFunction('getComputedStyle(document.documentElement).getPropertyValue("--panel").startsWith("#fcfcfb")', { timeout: 5000 }));
    assert.ok(light);
    await say({ type: 'load', source: 'x = = 1\n' }, 'last("failed")?.of === "program" && last("failed").line === 1');
  });
});

test('a message that cannot be followed is named, and changes nothing', async (site) => {
  await read(site, embedding(elsewhere(site)), { script: '' }, async ({ page }) => {
    await page.wait_for('last("step")', 30);
    const before = await page.evaluate('last("step")');
    const wrong = [{ type: 'sek' }, { type: 'seek' }, { type: 'seek', step: -1 }, { type: 'seek', step: 'x' }, { type: 'seek', line: 999 },
                   { type: 'load' }, { type: 'load', source: 7 }, { type: 'set' }, { type: 'set', switches: { await: 'x' } },
                   { type: 'set', show: 'teapot' }, { type: 'set', python: '2.7' }, { type: 'theme', theme: 'pink' }, { type: 'play', on: 1 },
                   { type: '__proto__' }, { awaitscope: 2, type: 'seek', step: 1 }];
    for (const [i, each] of wrong.entries()) {
      await page.evaluate(`say(${JSON.stringify(each)})`);
      await page.wait_for(`heard.filter(({ type }) => type === 'failed').length === ${i + 1}`);
      assert.equal(await page.evaluate('last("failed").of'), 'message');
    }
    await page.evaluate('frame.contentWindow.postMessage("hello", "*"), frame.contentWindow.postMessage(null, "*")');
    assert.deepEqual(await page.evaluate('last("step")'), before);
    assert.equal(page.warnings.filter((each) => /^awaitscope: the message/.test(each)).length, wrong.length);
    assert.ok(page.warnings.some((each) => each.includes('line 999 never runs')));
  });
}, { only: 'chromium' });  // nothing in it is a browser's

test('a frame listens to the page around it alone, and a page to its frame alone', async (site) => {
  const other = '<iframe name="other" srcdoc="&lt;script>parent.frames[0].postMessage({ awaitscope: 1, type: \'seek\', step: 3 }, \'*\');' +
                'parent.postMessage({ awaitscope: 1, type: \'step\', step: 99 }, \'*\')&lt;/script>" title="Other"></iframe>';
  await read(site, listing(), {}, async ({ page, scope }) => {
    const it = scope();
    await it.open();
    await page.evaluate(`window.heard = []; addEventListener('await-scope-step', ({ detail }) => heard.push(detail.step));
                         document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(other)})`);
    await pause(600);
    assert.equal((await it.state()).step, 0);
    assert.deepEqual(await page.evaluate('heard'), []);
  });
});

test('what a reader keeps is out of reach of an article, and stays as it was', async (site) => {
  const host = await publish(site, { 'tea.html': article(embedding(elsewhere(site), 'embed=1'), { script: '' }),
                                     'here.html': article('<iframe src="awaitscope/frame.html" title="Tea" width="700" height="480"></iframe>', { script: '' }) });
  const page = await site.blank();
  const playground = new Playground(page);
  const secret = 'print("a secret of mine")\n';
  for (const address of [elsewhere(site), `${host.address}awaitscope/`]) {
    await playground.go(address);
    await page.evaluate(`awaitscope.load(${JSON.stringify(secret)})`);
    await page.wait_for('localStorage.getItem("awaitscope.last")?.includes("code=")');
  }
  const kept = await page.evaluate('JSON.stringify(localStorage)');
  await page.go(`${host.address}tea.html`);
  await page.wait_for('last("step")', 30);
  await page.evaluate(`say({ type: 'load', source: 'print("tea")\\n' })`);
  await page.wait_for('last("step").steps < heard.find(({ type }) => type === "ready").steps');
  assert.ok(!JSON.stringify(await page.evaluate('heard')).includes('secret'));
  // Of the same host as the article, where a browser keeps the two together.
  await page.go(`${host.address}here.html`);
  const [, frame] = page.puppet.frames();
  await frame.waitForFunction('"awaitscope" in window', { timeout: 20000 });
  await frame.evaluate('awaitscope.ready');
  assert.ok(!(await frame.evaluate('awaitscope.state().source')).includes('secret'));
  await frame.evaluate('awaitscope.load("print(1)"), awaitscope.settled()');
  await pause(700);
  assert.equal(await page.evaluate('JSON.stringify(localStorage)'), kept);
});

// --- the element ---

test('what an attribute cannot be is named on the console, and the page stays whole', async (site) => {
  const body = `<await-scope pyhton="3.14">${listing()}</await-scope><await-scope python="2.7">${listing()}</await-scope>
    <await-scope step="soon" theme="pink" height="tall" show="teapot" autoplay>${listing()}</await-scope>
    <await-scope></await-scope><await-scope lesson="awaitable" switches="await=closure"></await-scope>
    <p><a href="#x" data-await-scope-step="soon">soon</a></p>`;
  await read(site, body, {}, async ({ page, scope }) => {
    await page.wait_for('Boolean(document.querySelector("await-scope")?.shadowRoot)');
    await pause(200);
    for (const words of ['there is no attribute "pyhton"', 'python="2.7" is not 3.11, 3.14 or 3.15', 'step="soon"', 'theme="pink"', 'height="tall"',
                         'show="teapot"', 'there is no autoplay', 'it has no program', 'it has switches and lesson'])
      assert.ok(page.warnings.some((each) => each.includes(words)), `${words}\n${page.warnings.join('\n')}`);
    const it = scope(2);
    await it.open();
    assert.equal((await it.state()).source, kProgram);
  });
}, { only: 'chromium' });  // nothing in it is a browser's

test('an element shows a program by its address, by switches, or a lesson, at a step and in parts', async (site) => {
  const body = `<await-scope src="tea.py" step="line 14" show="code explanation" height="300"></await-scope>
    <await-scope switches="await=closure use=await" python="3.11" step="9"></await-scope><await-scope lesson="awaitable"></await-scope>
    <await-scope src="nowhere.py"></await-scope><div data-await-scope='python=3.15 step="line 15" show=code'>${listing()}</div>`;
  await read(site, body, { pages: { 'tea.py': kProgram } }, async ({ page, scope }) => {
    await page.wait_for('Boolean(document.querySelector("await-scope")?.shadowRoot)');
    const [file, switches, lesson, nowhere] = [0, 1, 2, 3].map(scope);
    await file.open();
    await file.frame.waitForFunction('awaitscope.state().line === 14', { timeout: 5000 });
    assert.equal((await file.state()).source, kProgram);
    assert.equal(Math.round((await file.place('scope.querySelector("iframe")')).height), 300);
    assert.ok(!(await file.widgets()).some(({ id }) => /^(tab|timeline|toggle)/.test(id)));
    await switches.open();
    const { toggles, python, step } = await switches.state();
    assert.deepEqual([toggles.await, toggles.use, python, step], ['closure', 'await', '3.11', 9]);
    await lesson.open();
    assert.equal((await lesson.state()).lesson, 'awaitable');
    const said = scope(4);
    await said.open();
    await said.frame.waitForFunction('awaitscope.state().line === 15', { timeout: 5000 });
    assert.equal((await said.state()).python, '3.15');
    page.expects_errors = true;
    await nowhere.press_button();
    await page.wait_for(`/nowhere.py could not be fetched/.test(${nowhere.js}.shadowRoot.querySelector('p').textContent)`);
    assert.ok(!await nowhere.is_open());
  });
}, { only: 'chromium' });  // nothing in it is a browser's

test('an article moves its listing by links, and shows its own words at a step', async (site) => {
  const body = `${listing()}<p>First <a id="link" href="#x" data-await-scope-step="line 7">the kettle</a>,
    then <a id="number" href="#x" data-await-scope-step="4">step four</a>.</p>
    <p id="on" data-await-scope-at="line 7">Now it is on.</p><p id="four" data-await-scope-at="3-5">Four.</p>${filler()}`;
  await read(site, body, {}, async ({ page, scope }) => {
    await page.wait_for('document.querySelector("await-scope") !== null');
    assert.ok(!await page.evaluate('document.getElementById("on").hidden'));
    await page.evaluate('document.getElementById("link").click()');
    const it = scope();
    await it.opened();
    await it.frame.waitForFunction('awaitscope.state().line === 7', { timeout: 5000 });
    await page.wait_for('!document.getElementById("on").hidden && document.getElementById("four").hidden');
    await page.evaluate('document.getElementById("number").click()');
    await page.wait_for('document.getElementById("on").hidden && !document.getElementById("four").hidden');
    assert.equal((await it.state()).step, 4);
    await page.evaluate(`${it.js}.close()`);
    assert.ok(!await page.evaluate('document.getElementById("on").hidden || document.getElementById("four").hidden'));
  });
});

test('a frame has the colours of the page around it, also when these change', async (site) => {
  await read(site, listing(), {}, async ({ page, scope }) => {
    const it = scope();
    await it.open();
    const panel = (colour) => it.frame.waitForFunction(
      `getComputedStyle(document.documentElement).getPropertyValue('--panel').startsWith('${colour}')`, { timeout: 5000 });
    await panel('#fcfcfb');
    await page.evaluate('document.documentElement.classList.add("dark")');
    await panel('#121418');
    await site.keep_screenshot('article-dark', await page.screenshot());
  });
});

test('a frame is as high as what it shows, and leads to the whole page with all of it', async (site) => {
  await read(site, listing('print(1)\n') + listing(kLong) + filler(), {}, async ({ page, scope }) => {
    const [low, high] = [scope(0), scope(1)];
    await low.open();
    await high.open();
    await pause(300);
    const height = async (each) => (await each.place('scope.querySelector("iframe")')).height;
    assert.ok(await height(low) < await height(high));
    assert.ok(await height(high) <= 720 * 0.85 + 1);
    await high.in_view();
    await high.click('transport.forward');
    const opened = new Promise((resolve) => page.puppet.browserContext().once('targetcreated', resolve));
    const { x, y } = await high.place_of('window.whole');
    await page.click(x, y);
    const target = await opened;
    const whole = await target.page();
    await whole.waitForFunction('"awaitscope" in window', { timeout: 20000 });
    await whole.evaluate('awaitscope.ready');
    const { source, step } = await whole.evaluate('awaitscope.state()');
    assert.deepEqual([source, step], [kLong, 1]);
    assert.match(whole.url(), /\/awaitscope\/#/);
    await whole.close();
  });
}, { only: 'chromium' });

test('without WebGL or WebAssembly the button says so, and the listing stays', async (site) => {
  for (const [before, words] of [['HTMLCanvasElement.prototype.getContext = function(kind, ...rest) { return null; }', /WebGL 2/],
                                 ['delete globalThis.WebAssembly', /WebAssembly/]]) {
    await read(site, listing(), { before }, async ({ page, scope, host }) => {
      const it = scope();
      await page.wait_for('document.querySelector("await-scope") !== null');
      await it.press_button();
      await page.wait_for(`${it.js}.shadowRoot.querySelector('p').textContent`);
      assert.match(await it.said(), words);
      assert.equal(await page.evaluate('getComputedStyle(document.querySelector("pre")).display'), 'block');
      assert.deepEqual(host.requests, ['/tea.html', '/awaitscope/awaitscope.js']);
    });
  }
});

test('axe finds nothing that keeps somebody out, in an article and in its frame', async (site) => {
  const axe = await axe_from(path.join(site.screenshots, '../browser-npm'));
  await read(site, listing() + filler(1) + listing(), {}, async ({ page, scope }) => {
    await page.wait_for('document.querySelector("await-scope") !== null');
    assert.deepEqual(await violations(page, axe), []);
    const it = scope();
    await it.open();
    await it.click('transport.forward');
    await pause(300);
    assert.deepEqual(await violations(page, axe), []);
    await page.evaluate('document.documentElement.classList.add("dark")');
    await pause(700);
    assert.deepEqual(await violations(page, axe), []);
  });
});

test('an article whose policy allows nothing but the host works', async (site) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ORIGIN; frame-src ORIGIN; style-src 'unsafe-inline'; img-src data:">`;
  const origin = elsewhere(site).replace(/\/$/, '');
  await read(site, listing(), { head: policy.replaceAll('ORIGIN', origin), script: `${origin}/awaitscope.js` }, async ({ page, scope }) => {
    await page.wait_for('document.querySelector("await-scope") !== null');
    const it = scope();
    await it.open();
    assert.equal((await it.state()).source, kProgram);
  });
});
