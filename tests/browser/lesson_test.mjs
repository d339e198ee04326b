// Lessons that are not built in: in a file of the host, in the address, in an article; and the editor to write them.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { serve } from '../../web/server.mjs';
import { article, pause, publish, Scope, violations } from './articles.mjs';
import { axe_from } from './browsers.mjs';
import { Playground, test } from './harness.mjs';

const docs = await readFile(new URL('../../engine/docs/lessons.md', import.meta.url), 'utf8');
const kTea = docs.match(/^````markdown\n([^]*?)^````$/m)[1];  // the example, whole

const kTitle = 'One wait after another';
const replaced = (text, from, to) => {
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
};

// "33:4": where that is in a text, or the first of its line.
const place_of = (text, what) => {
  const before = text.slice(0, text.indexOf(what)).split('\n');
  return [before.length, before.at(-1).length + 1];
};

// A host with the site in awaitscope/, and files beside it.
async function host(site, files, use) {
  const server = await publish(site, files);
  await use(server, async (hash, width = 1280, height = 720, density = 1) => {
    const playground = new Playground(await site.blank(width, height, density));
    await playground.go(`${server.address}awaitscope/#${hash}`);
    return playground;
  });
}

const notice = (page) => page.evaluate('document.getElementById("notice")?.innerText ?? ""');

// --- a file of the same host ---

test('a lesson in a file of the host is shown, with step and depth, and stays when the page is loaded anew', async (site) => {
  await host(site, { 'tea.md': kTea }, async ({ address }, open) => {
    for (const at of ['../tea.md', '/tea.md', `${address}tea.md`]) {
      const playground = await open(`lesson=${at}&step=4&depth=protocol`);
      const { about, step, depth, python } = await playground.state();
      assert.deepEqual([about.title, about.stops, step, depth, python], [kTitle, 3, 4, 'protocol', '3.14']);
      assert.equal(await notice(playground.page), '');
      await playground.press('ArrowRight');
      await playground.wait_for_hash(/^#lesson=.*tea\.md&python=3\.14&step=5&depth=protocol$/);
      await playground.page.reload();
      await playground.ready();
      const again = await playground.state();
      assert.deepEqual([again.about.title, again.step, again.depth], [kTitle, 5, 'protocol']);
    }
  });
});

test('back and forward lead from one lesson to the other', async (site) => {
  await host(site, { 'tea.md': kTea, 'toast.md': replaced(kTea, kTitle, 'Toast') }, async (_, open) => {
    const playground = await open('lesson=../tea.md');
    const { page } = playground;
    const shows = (title) => page.wait_for(`awaitscope.state().about?.title === '${title}'`);
    await page.evaluate(`location.hash = 'lesson=../toast.md'`);
    await shows('Toast');
    await page.evaluate(`location.hash = 'lesson=blocking&python=3.14'`);
    await page.wait_for(`awaitscope.state().lesson === 'blocking'`);
    await page.evaluate('history.back()');
    await shows('Toast');
    await page.evaluate('history.back()');
    await shows(kTitle);
    await page.evaluate('history.forward()');
    await shows('Toast');
  });
});

test('a lesson says in which Python it is shown, and the address may say another', async (site) => {
  await host(site, { 'tea.md': replaced(kTea, 'chapter: Waiting', 'python: 3.15') }, async (_, open) => {
    assert.equal((await (await open('lesson=../tea.md')).state()).python, '3.15');
    assert.equal((await (await open('lesson=../tea.md&python=3.11')).state()).python, '3.11');
  });
});

test('a lesson that cannot be shown says so on the page and on the console, and the page can be used', async (site) => {
  const files = { 'tea.md': kTea, 'tea.txt': kTea, 'wrong.md': replaced(kTea, '## Stops', '## Stopps'), 'page.md': '<!doctype html>\n<p>Not found</p>',
                  'long.md': `${kTea}<!-- ${'x'.repeat(70000)} -->\n` };
  await host(site, files, async ({ address }, open) => {
    const playground = await open('lesson=../nowhere.md&step=3');
    const { page } = playground;
    page.expects_errors = true;  // a browser itself says what was not found
    const is_said = async (words) => {
      await page.wait_for(`${words}.test(document.getElementById('notice')?.innerText)`);
      assert.match(await notice(page), /^This lesson cannot be shown/);
      assert.ok(page.warnings.some((each) => each.startsWith('the lesson cannot be shown: ') && words.test(each)), page.warnings.join('\n'));
    };
    await is_said(/nowhere\.md could not be fetched: 404/);
    const hash = await playground.hash();
    await pause(700);
    assert.equal(await playground.hash(), hash);  // who reloads the page tries again
    await page.reload();
    await playground.ready();
    await is_said(/nowhere\.md could not be fetched: 404/);
    // Until somebody does something else.
    const { step, source } = await playground.state();
    await playground.press('ArrowRight');
    await playground.wait_for_hash(RegExp(`step=${step + 1}`));
    for (const [lesson, words] of [['../page.md', /Line 1, column 1: a lesson begins with/],
                                   ['../wrong.md', RegExp(`Line ${place_of(kTea, '## Stops')[0]}, column \\d+: .*Stopps`)],
                                   ['../long.md', /long\.md: it has more than 65536 bytes/],
                                   ['https://example.org/tea.md', /It is on example\.org\. Only a lesson on localhost:\d+ can be opened/],
                                   ['//example.net/tea.md', /It is on example\.net/],
                                   ['../tea.txt', /There is no lesson "\.\.\/tea\.txt"/],
                                   ['data:text/markdown,x.md', /It is on another host/],
                                   ['no-such-lesson', /There is no lesson "no-such-lesson"/],
                                   ['~abcd', /The address is cut off/]]) {
      await page.evaluate(`location.hash = 'lesson=${lesson}'`);
      await is_said(words);
      assert.equal((await playground.state()).source, source);
      await playground.press('ArrowRight');
      assert.ok((await playground.state()).step > 0);
      if (lesson === '../wrong.md') await site.keep_screenshot('lesson-wrong', await page.screenshot());
    }
    assert.deepEqual(page.requests.filter((each) => !each.startsWith(address) && !each.startsWith('blob:')), []);
    await page.evaluate(`location.hash = 'lesson=../tea.md'`);
    await page.wait_for(`awaitscope.state().about?.title === '${kTitle}'`);
    assert.equal(await notice(page), '');
  });
});

test('what a run does not show of a lesson is said, and the lesson is shown', async (site) => {
  const wrong = replaced(replaced(kTea, '1. start of `boil`', '1. start of `boyl`'), 'line with `await toast()`', 'line with `await toast()`, 7th time');
  await host(site, { 'wrong.md': wrong }, async (_, open) => {
    for (const [width, height] of [[1280, 720], [390, 844]]) {
      const playground = await open('lesson=../wrong.md', width, height, 2);
      const { page } = playground;
      assert.equal((await playground.state()).about.title, kTitle);
      assert.match(await notice(page), RegExp(`This lesson has 2 mistakes\\s+Line ${place_of(wrong, 'start of `boyl').join(', column ')}: no function boyl in the program\\. Did you mean boil\\?` +
                                              `\\s+Line ${place_of(wrong, 'line with').join(', column ')}: `));
      assert.equal(page.warnings.length, 2);
      await site.keep_screenshot(`lesson-mistakes-${width}`, await page.screenshot());
      // By the keyboard to the editor, with the text.
      await page.evaluate(`document.querySelector('#notice button').focus()`);
      await page.press('Enter');
      await page.wait_for('document.querySelectorAll("#lesson-wrong li").length === 2');
      assert.equal(await notice(page), '');
    }
  });
});

// --- in the address ---

test('a lesson of a page\'s length has an address of less than 2,000 characters, and comes out of it as it was', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  await open_editor(playground);
  await write(page, kTea);
  await share(page);
  const [link] = await page.evaluate('copied');
  assert.match(link, /\/#lesson=~[\w-]+$/);
  console.log(`        ${link.length} characters for ${kTea.length}`);
  assert.ok(link.length < 2000);
  const other = new Playground(await site.blank());
  await other.go(link);
  const { about, python } = await other.state();
  assert.deepEqual([about.title, about.stops, python], [kTitle, 3, '3.14']);
  await other.press('ArrowRight');
  await other.wait_for_hash(/^#lesson=~[\w-]+&python=3\.14&step=1$/);
  assert.ok(link.endsWith((await other.hash()).split('&')[0]));
  await other.page.reload();
  await other.ready();
  assert.equal((await other.state()).about.title, kTitle);
});

test('what somebody made of a lesson\'s program is still the lesson\'s when the page is loaded anew', async (site) => {
  await host(site, { 'tea.md': kTea }, async (_, open) => {
    for (const lesson of ['one-after-another', '../tea.md']) {
      const playground = await open(`lesson=${lesson}&python=3.14`);
      const { page } = playground;
      const { source } = await playground.state();
      await page.evaluate(`awaitscope.load(${JSON.stringify(`# mine\n${source}`)})`);
      await playground.wait_for_hash(/^#lesson=[^&]*&code=[\w-]+/);
      await page.reload();
      await playground.ready();
      assert.ok((await playground.state()).source.startsWith('# mine\n'));
      assert.ok((await playground.widgets()).some(({ id }) => id === 'repair.edit'));
      await playground.click('path.return');
      assert.equal((await playground.state()).source, source);
      await playground.wait_for_hash(/^#lesson=[^&]*&python=3\.14$/);
    }
  });
});

test('what a switch made of a lesson that is to be repaired is still the lesson\'s when the page is loaded anew', async (site) => {
  const playground = await site.open('lesson=forgotten-await&python=3.14');
  const { page } = playground;
  assert.equal((await playground.state()).lesson, 'forgotten-await');
  await page.evaluate(`awaitscope.set('method', 'plain')`);
  await playground.wait_for_hash(/^#lesson=forgotten-await&.*method=plain.*&python=3\.14$/);
  await page.reload();
  await playground.ready();
  assert.ok((await playground.state()).source.includes('await h.a_method()'));
  await playground.click('path.return');
  assert.equal((await playground.state()).lesson, 'forgotten-await');
  await playground.wait_for_hash(/^#method=not_awaited&loop=asyncio_run&python=3\.14$/);
});

test('a lesson of the article\'s has its stops in whichever Python the address says', async (site) => {
  for (const [python, loop] of [['3.11', 'get_event_loop()'], ['3.14', 'asyncio.run('], ['3.15', 'asyncio.run(']]) {
    const playground = await site.open(`lesson=awaitable&python=${python}`);
    const state = await playground.state();
    assert.deepEqual([state.lesson, state.python], ['awaitable', python]);
    assert.ok(state.source.includes(loop), python);
    for (let stop = 1; stop <= 4; ++stop) await playground.click('path.next');
    assert.ok((await playground.widgets()).some(({ id }) => id === 'path.stop'), python);
  }
});

test('a lesson of one\'s own is done once one has been through it, and the device remembers', async (site) => {
  await host(site, { 'tea.md': `${kTea.split('## Check')[0]}` }, async (_, open) => {
    const playground = await open('lesson=../tea.md');
    const { page } = playground;
    await page.evaluate('awaitscope.seek(1e6)');
    await page.wait_for(`localStorage.getItem('awaitscope.progress') === '~%2Ftea.md'`);
    await page.reload();
    await playground.ready();
    await playground.click('lesson');
    const own = (await playground.widgets()).find(({ id }) => id === 'lesson.~own');
    assert.deepEqual([own.label, own.value], [`${kTitle}, done`, 'true']);
    await site.keep_screenshot('lesson-list', await page.screenshot());
  });
});

// --- the editor ---

const kCopied = `window.copied = []; window.saved = [];
  navigator.clipboard.writeText = async (text) => { copied.push(text); };
  const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click, blobs = new Map();
  URL.createObjectURL = (blob) => { const address = make.call(URL, blob); blobs.set(address, blob); return address; };
  HTMLAnchorElement.prototype.click = function() {
    if (this.download) blobs.get(this.href).text().then((text) => saved.push([this.download, text]));
    return click.call(this);
  };`;

const in_text = (selector) => `document.getElementById('lesson-text').shadowRoot.querySelector('${selector}')`;
const editor = `(({ cmTile, cmView }) => cmTile ?? cmView)(${in_text('.cm-content')})`;  // CodeMirror's own
const text_of = (page) => page.evaluate(`${editor}.view.state.doc.toString()`);
const status = (page) => page.evaluate(`document.querySelector('#lesson-state p').textContent`);
const has_status = (page, words) => page.wait_for(`${words}.test(document.querySelector('#lesson-state p').textContent)`);

async function open_editor(playground, { id = 'write.new', finger = false } = {}) {
  const press = (each) => finger ? playground.tap(each) : playground.click(each);
  await press('lesson');
  await press(id);
  await playground.page.wait_for(`document.getElementById('lesson-text')?.shadowRoot && !!${in_text('.cm-content')}`);
}

async function write(page, text) {
  await page.wait_for(`document.activeElement.id === 'lesson-text'`);
  // As from the clipboard: what is typed would be indented like the line before.
  await page.evaluate(`(({ view }) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: ${JSON.stringify(text)} } }))(${editor})`);
  await page.wait_for(`awaitscope.state().about?.title === ${JSON.stringify(/title: (.*)/.exec(text)[1])}`);
}

async function press_on(page, selector, { finger = false } = {}) {
  const { x, y } = await page.evaluate(`(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(${selector.startsWith('#') || selector.startsWith('.') ? `document.querySelector('${selector}')` : selector}.getBoundingClientRect())`);
  await (finger ? page.tap(x, y) : page.click(x, y));
}

async function share(page, how) {
  await page.evaluate(kCopied);
  await press_on(page, '#lesson-share-it', how);
  await page.wait_for('copied.length === 1');
}

for (const [width, height, density, finger] of [[1280, 720, 1, false], [1280, 720, 2, false], [390, 844, 2, true]]) {
  test(`a lesson is written beside what its reader will see, at ${width} x ${height} @${density}`, async (site) => {
    const playground = await site.open('', width, height, density);
    const { page } = playground;
    await page.evaluate(kCopied);
    await playground.click('lesson');
    await site.keep_screenshot(`lesson-menu-${width}@${density}`, await page.screenshot());
    await playground.press('Escape');
    assert.ok(!page.requests.some((each) => each.includes('lessons.js')));
    await open_editor(playground, { finger });
    const narrow = width < 900;
    const turn = async (n) => {
      if (narrow) await press_on(page, `document.querySelectorAll('#lesson-sides button')[${n}]`, { finger });
      await playground.settled();
    };
    await has_status(page, /^No mistakes$/);
    await site.keep_screenshot(`lesson-editor-${width}@${density}`, await page.screenshot());
    // It begins with a lesson that is whole, and can be stepped through at once.
    await turn(1);
    assert.equal((await playground.state()).about.title, 'A cup of tea');
    for (const { id, x, y, width: w, height: h } of await playground.widgets())
      assert.ok(h <= 0 || w <= 0 || (x + w <= await page.evaluate('canvas.clientWidth') + 1 && y + h <= await page.evaluate('canvas.clientHeight') + 1), id);
    await (finger ? playground.tap('path.next') : playground.click('path.next'));
    const { step } = await playground.state();
    assert.ok(step > 0);
    await site.keep_screenshot(`lesson-preview-${width}@${density}`, await page.screenshot());
    // Words change, and the step stays.
    await turn(0);
    await press_on(page, in_text('.cm-line'), { finger });
    await page.press('Control+Home');
    await page.press('ArrowDown');
    await page.press('End');
    await page.type(', please');
    await page.wait_for(`awaitscope.state().about.title === 'A cup of tea, please'`);
    assert.equal((await playground.state()).step, step);

    // What is wrong is listed with its place, and a press puts the cursor there.
    const wrong = replaced(replaced(kTea, 'start of `boil`', 'start of `boyl`'), 'line with `await toast()`', 'line with `await coffee()`');
    await write(page, wrong);
    await has_status(page, /^2 mistakes$/);
    assert.match(await page.evaluate(`document.querySelector('#lesson-wrong').innerText`),
                 RegExp(`^${place_of(wrong, 'start of `boyl').join(':')}\\s+No function boyl [^]*\n${place_of(wrong, 'line with').join(':')}\\s+No line`));
    await site.keep_screenshot(`lesson-errors-${width}@${density}`, await page.screenshot());
    await press_on(page, '#lesson-wrong button', { finger });
    assert.equal(await page.evaluate('document.activeElement.id'), 'lesson-text');
    await page.type('HERE ');
    await has_status(page, /^1 mistake$/);
    assert.match(await page.evaluate(`document.querySelector('#lesson-wrong').innerText`), /You see the last version without this mistake\.$/);
    assert.match(await text_of(page), /^1\. HERE start of `boyl`/m);
    await page.press('Control+z');
    await write(page, kTea);
    await has_status(page, /^No mistakes$/);

    await press_on(page, '#lesson-share-it', { finger });
    await page.wait_for('copied.length === 1');
    await site.keep_screenshot(`lesson-share-${width}@${density}`, await page.screenshot());
    assert.match(await page.evaluate(`document.querySelector('#lesson-share p').textContent`), /^Link copied\. It has 1,\d{3} characters/);
    await press_on(page, '#lesson-share .buttons button', { finger });
    await page.wait_for('saved.length === 1');
    assert.deepEqual((await page.evaluate('saved'))[0], ['one-wait-after-another.md', kTea]);
    await press_on(page, '#lesson-done', { finger });
    await page.wait_for(`document.getElementById('lesson-editor').hidden`);
    await playground.settled();
    assert.equal(await page.evaluate('canvas.clientWidth'), width);
    assert.equal((await playground.state()).about.title, kTitle);
    await playground.wait_for_hash(/^#lesson=~/);
    await page.reload();
    await playground.ready();
    assert.equal((await playground.state()).about.title, kTitle);
    assert.equal(await page.evaluate(`document.getElementById('lesson-editor')`), null);
  });
}

test('a built-in lesson is edited from its text, and nothing changes if nothing is typed', async (site) => {
  const playground = await site.open('lesson=blocking&python=3.14&step=7');
  const { page } = playground;
  const before = await playground.state();
  await open_editor(playground, { id: 'write.edit' });
  await has_status(page, /^No mistakes$/);
  const text = await readFile(new URL('../../engine/lesson/lessons/blocking.md', import.meta.url), 'utf8');
  assert.equal(await text_of(page), text);
  assert.equal((await playground.state()).step, 7);
  await press_on(page, '#lesson-done');
  await playground.wait_for_hash(/^#lesson=blocking&python=3\.14&step=7$/);
  assert.deepEqual(await playground.state(), before);
});

test('what was typed of a lesson is there again, and there is a way back to what was before', async (site) => {
  const playground = await site.open('lesson=blocking&python=3.14');
  const { page } = playground;
  await open_editor(playground, { id: 'write.edit' });
  const original = await text_of(page);
  await page.wait_for(`document.activeElement.id === 'lesson-text'`);
  await page.press('Control+Home');
  await page.type('no lesson');
  await has_status(page, /^1 mistake/);
  await playground.wait_for_hash(/^#lesson=~/);
  // Reloaded: the editor is open again, with the text.
  await page.reload();
  await playground.ready();
  await page.wait_for(`document.getElementById('lesson-text')?.shadowRoot && !!${in_text('.cm-content')}`);
  assert.ok((await text_of(page)).startsWith('no lesson'));
  // Done with a mistake: the draft stays, and the notice leads back to it.
  await page.wait_for(`document.activeElement.id === 'lesson-text'`);
  await page.press('Escape');
  await page.wait_for(`document.getElementById('lesson-editor').hidden`);
  assert.match(await notice(page), /Your lesson has a mistake[^]*kept on this device/);
  assert.equal((await playground.state()).about.title, /title: (.*)/.exec(original)[1]);
  await press_on(page, '#notice button');
  assert.ok((await text_of(page)).startsWith('no lesson'));
  // Back to the original, and back again.
  const back = `[...document.querySelectorAll('#lesson-state button')].find((each) => /^Back/.test(each.textContent))`;
  await press_on(page, back);
  assert.equal(await text_of(page), original);
  await has_status(page, /^No mistakes$/);
  assert.equal(await page.evaluate(`${back}.textContent`), 'Back to my text');
  await press_on(page, back);
  assert.ok((await text_of(page)).startsWith('no lesson'));
  // Which is undone as well; undo ends at what the editor began with.
  await press_on(page, back);
  await page.evaluate(`document.getElementById('lesson-text').shadowRoot.querySelector('.cm-content').focus()`);
  await page.press('Control+z');
  assert.ok((await text_of(page)).startsWith('no lesson'));
  for (let i = 0; i < 3; ++i) await page.press('Control+z');
  assert.ok((await text_of(page)).startsWith('no lesson'));
  await has_status(page, /^1 mistake/);
  await press_on(page, back);
  assert.equal(await text_of(page), original);
  await press_on(page, '#lesson-done');
  await playground.wait_for_hash(/^#lesson=blocking&python=3\.14$/);
  assert.equal(await page.evaluate(`localStorage.getItem('awaitscope.drafts')`), '[]');
});

test('a lesson is written with the keyboard alone', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  await playground.press('l');
  const focused = () => page.evaluate('document.activeElement.dataset.id ?? document.activeElement.id');
  await playground.press('Tab');  // from the list to what is below it
  assert.equal(await focused(), 'write.new');
  await page.press('Enter');
  await page.wait_for(`document.activeElement.id === 'lesson-text' && document.activeElement.shadowRoot && !!${in_text('.cm-content')}`);
  await page.press('Control+Home');
  await page.type('x');
  await has_status(page, /^1 mistake/);
  await page.press('Tab');
  assert.ok(await page.evaluate(`document.activeElement === document.querySelector('#lesson-wrong button')`));
  await page.press('Enter');
  await page.wait_for(`document.activeElement.id === 'lesson-text'`);
  await page.press('Delete');
  await page.press('Backspace');
  await page.press('Shift+Tab');
  assert.equal(await focused(), 'lesson-done');
  await page.press('Shift+Tab');
  assert.equal(await focused(), 'lesson-share-it');
  // In the playground keys are the playground's.
  await press_on(page, '#lesson-share-it');
  await page.press('Escape');
  await playground.page.evaluate('canvas.focus()');
  await playground.press('ArrowRight');
  assert.equal((await playground.state()).step, 1);
});

test('axe finds nothing that keeps somebody out of the editor of lessons', async (site) => {
  const axe = await axe_from(path.join(site.screenshots, '../browser-npm'));
  for (const [width, height] of [[1280, 720], [390, 844]]) {
    const playground = await site.open('', width, height);
    const { page } = playground;
    await open_editor(playground);
    await page.press('Control+Home');
    await page.type('x');
    await has_status(page, /^1 mistake/);
    await page.evaluate(`document.querySelector('[aria-controls=lesson-how]').click()`);
    await press_on(page, '#lesson-share-it');
    await page.wait_for(`!document.getElementById('lesson-share').hidden`);
    assert.deepEqual(await violations(page, axe), []);
    await press_on(page, '#lesson-done');
    await page.wait_for(`!!document.getElementById('notice')`);
    assert.deepEqual(await violations(page, axe), []);
  }
});

test('once the page was used, a lesson is written without a network', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  await page.wait_for('navigator.serviceWorker.controller?.state === "activated"');
  await playground.press('ArrowRight');
  for (const name of ['rest.wasm', 'lessons.js'])
    await page.wait_for(`caches.keys().then(async (names) => {
      const all = await Promise.all(names.map(async (each) => (await caches.open(each)).keys()));
      return all.flat().some(({ url }) => url.includes('${name}'));
    })`);
  await site.go_offline();
  page.expects_errors = true;  // the browser's own, of the editor that is not there
  try {
    await page.reload();
    await playground.ready();
    await playground.click('lesson');
    await playground.click('write.new');
    await page.wait_for(`!!document.querySelector('#lesson-text textarea')`);
    await has_status(page, /^No mistakes$/);
  } finally {
    await site.go_online();
  }
});

test('where the editor cannot be had, a lesson is written in a text field', async (site) => {
  const page = await site.blank();
  page.expects_errors = true;
  const without = await mkdtemp(path.join(tmpdir(), 'awaitscope-site-'));
  await cp(site.folder, without, { recursive: true });
  await rm(path.join(without, 'code_editor.js'));
  const server = await serve(without);
  site.afterwards(async () => {
    await server.close();
    await rm(without, { recursive: true });
  });
  const playground = new Playground(page);
  await playground.go(server.address);
  await playground.click('lesson');
  await playground.click('write.new');
  await page.wait_for(`!!document.querySelector('#lesson-text textarea')`);
  await page.press('Control+Home');
  await page.type('x');
  await has_status(page, /^1 mistake/);
  await press_on(page, '#lesson-wrong button');
  assert.equal(await page.evaluate(`document.querySelector('#lesson-text textarea').selectionStart`), 0);
});

// --- in an article ---

test('an element takes a lesson\'s file from beside the article, and messages take what the address takes', async (site) => {
  const files = { 'tea.md': kTea, 'wrong.md': replaced(kTea, 'start of `boil`', 'start of `boyl`'), 'none.md': 'no lesson\n',
                  'tea.html': article(`<await-scope lesson="tea.md"></await-scope><await-scope lesson="none.md"></await-scope>
                    <await-scope lesson="nowhere.md"></await-scope><await-scope lesson="wrong.md"></await-scope>`) };
  const server = await publish(site, files);
  const other = await publish(site, { 'tea.html': article('<await-scope lesson="tea.md"></await-scope>', { script: `${server.address.replace('localhost', '127.0.0.1')}awaitscope/awaitscope.js` }), 'tea.md': kTea });
  const page = await site.blank();
  page.expects_errors = true;
  await page.go(`${server.address}tea.html`);
  await page.wait_for('Boolean(document.querySelector("await-scope")?.shadowRoot)');
  const [tea, none, nowhere, wrong] = [0, 1, 2, 3].map((n) => new Scope(page, n));
  await tea.open();
  assert.deepEqual([(await tea.state()).about.title, (await tea.state()).python], [kTitle, '3.14']);
  await site.keep_screenshot('lesson-article', await page.screenshot());
  await none.open();
  assert.match(await none.frame.evaluate('document.getElementById("notice").innerText'), /Line 1, column 1/);
  assert.ok(page.warnings.some((each) => each.includes('Line 1, column 1: a lesson begins')), page.warnings.join('\n'));
  await nowhere.press_button();
  await page.wait_for(`/nowhere.md could not be fetched: 404/.test(${nowhere.js}.shadowRoot.querySelector('p').textContent)`);
  await wrong.open();
  await pause(200);
  assert.equal(await wrong.frame.evaluate('document.getElementById("notice")'), null);
  assert.ok(page.warnings.some((each) => each.includes('no function `boyl`')), page.warnings.join('\n'));

  await page.evaluate(`${tea.js}.set({ lesson: 'blocking' })`);
  await tea.frame.waitForFunction(`awaitscope.state().lesson === 'blocking'`, { polling: 50 });
  await page.evaluate(`${tea.js}.set({ lesson: 'tea.md' })`);
  await tea.frame.waitForFunction(`awaitscope.state().about.title === '${kTitle}'`, { polling: 50 });
  await page.evaluate(`${tea.js}.set({ lesson: ${JSON.stringify(replaced(kTea, kTitle, 'By message'))} })`);
  await tea.frame.waitForFunction(`awaitscope.state().about.title === 'By message'`, { polling: 50 });
  await page.evaluate(`window.failed = []; addEventListener('await-scope-failed', ({ detail }) => failed.push(detail.message));
    ${tea.js}.set({ lesson: '---\\ntitle: x\\n' })`);
  await page.wait_for('failed.length === 1');
  assert.match(await page.evaluate('failed[0]'), /the message "set" was not followed: Line \d+, column \d+: /);
  assert.equal((await tea.state()).about.title, 'By message');

  const elsewhere = await site.blank();
  await elsewhere.go(`${other.address}tea.html`);
  await elsewhere.wait_for('Boolean(document.querySelector("await-scope")?.shadowRoot)');
  const far = new Scope(elsewhere);
  await far.open();
  assert.equal((await far.state()).about.title, kTitle);
});
