// The playground as somebody uses it: with a mouse, with the keyboard alone, with a finger, and without seeing it, each
// time from the switches to the end of the run; the editor; what is taken along; and what is there when they come back.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { serve } from '../../web/server.mjs';
import { Playground, test } from './harness.mjs';
import { colours_of, read_png } from './png.mjs';

const printed = await readFile(new URL('../conformance/listings/awaitable.txt', import.meta.url), 'utf8');
const article = await readFile(new URL('../conformance/listings/awaitable.py', import.meta.url), 'utf8');
// The same as a new visitor has it, in whose Python get_event_loop() raises.
const source = article.replace(
  /    loop = asyncio\.get_event_loop\(\)\n    loop\.run_until_complete\((.*)\)\n/, '    asyncio.run($1)\n');

async function expect_end(playground) {
  const state = await playground.state();
  assert.deepEqual([state.source, state.stdout, state.exit, state.step], [source, printed, 0, state.steps - 1]);
}

// press(id) does what brings the control with this id about.
async function walk(playground, press) {
  await press('toggle.await.closure');
  await press('toggle.use.await');
  if ((await playground.state()).step > 0) await press('transport.first');
  const said = new Set();
  for (let state; (state = await playground.state()).step < state.steps - 1;) {
    said.add(state.explanation);
    await press('transport.into');
    assert.ok((await playground.state()).step > state.step);
  }
  assert.ok(said.size > 2);
  await expect_end(playground);
}

test('the main path with the mouse', async (site) => {
  const playground = await site.open();
  await walk(playground, (id) => playground.click(id));
  await site.keep_screenshot('main-path', await playground.page.screenshot());
});

test('the main path with a finger', async (site) => {
  const playground = await site.open('', 1366, 1024);
  await walk(playground, (id) => playground.tap(id));
});

test('after each step that the mouse or a finger takes, its line is in sight', async (site) => {
  for (const [width, height, density] of [[1280, 720, 1], [390, 844, 2]]) {
    const playground = await site.open('lesson=cancellation&depth=loop', width, height, density);
    for (let taken = 1; taken <= 30; ++taken) {
      await (width > height ? playground.click('transport.forward') : playground.tap('transport.forward'));
      const { step, line } = await playground.state();
      assert.equal(step, taken);
      if (!line) continue;  // the loop runs
      const { height: high } = await playground.widget(`source.line.${line}`);
      assert.ok(high > 18, `line ${line} is ${high} high at step ${step}, ${width} x ${height}`);
    }
  }
});

test('a finger that is swept to the side takes a step, two zoom the timeline', async (site) => {
  const playground = await site.open('await=closure&use=await&step=9', 768, 1024);
  const touches = await playground.page.puppet.createCDPSession();
  const touch = async (...moments) => {
    for (const [i, points] of moments.entries())
      await touches.send('Input.dispatchTouchEvent', {
        type: !points.length ? 'touchEnd' : i ? 'touchMove' : 'touchStart',
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    await playground.settled();
  };
  const link = await playground.widget('explanation.link');
  const below = link.y + link.height + 20;  // the explanation itself
  await touch([[300, below]], [[200, below + 4]], [[120, below + 6]], []);
  assert.equal((await playground.state()).step, 10);
  await touch([[120, below]], [[200, below]], [[300, below]], []);
  assert.equal((await playground.state()).step, 9);
  const { x, y } = await playground.widget(`source.line.${(await playground.state()).line}`);
  await touch([[x + 200, y]], [[x + 120, y + 4]], [[x + 60, y + 6]], []);
  assert.equal((await playground.state()).step, 10);
  await touch([[x + 60, y]], [[x + 140, y]], [[x + 200, y]], []);
  assert.equal((await playground.state()).step, 9);
  const timeline = await playground.widget('timeline');
  const [middle, at] = [timeline.x + timeline.width / 2, timeline.y + timeline.height / 2];
  await touch([[middle - 30, at], [middle + 30, at]], [[middle - 60, at], [middle + 60, at]], [[middle - 120, at], [middle + 120, at]], []);
  await playground.wait_for_hash(/view=\w*,[\d.]+,[\d.]+/);
}, { only: 'chromium' });

test('the main path with the keyboard alone, and the way out', async (site) => {
  const playground = await site.open();
  const focused = () => playground.page.evaluate('document.activeElement.dataset.id ?? ""');
  const go_to = async (stop) => {
    for (let i = 0; i < 40 && !(await focused()).startsWith(stop); ++i) await playground.press('Tab');
    assert.ok((await focused()).startsWith(stop), `Tab does not lead to ${stop}`);
  };
  await walk(playground, async (id) => {
    if (id === 'transport.first') return playground.press('Home');
    if (id === 'transport.into') return playground.press('i');
    await go_to(id.replace(/\w+$/, ''));
    for (let i = 0; i < 8 && await focused() !== id; ++i) await playground.press('ArrowDown');
    assert.equal(await focused(), id);
    await playground.press('Enter');
    await playground.press('Escape');
  });
  await playground.press('?');
  assert.ok((await playground.widgets()).some(({ id }) => id === 'help.close'));
  await playground.press('Escape');
  // From the last control Tab leads out of the page, and is not kept.
  await playground.page.evaluate(`window.tabs = 0; document.addEventListener('keydown', () => ++tabs, true)`);
  let pressed = 0;
  while (pressed < 60 && await playground.page.evaluate('tabs') === pressed) {
    await playground.press('Tab');
    ++pressed;
  }
  assert.ok(pressed > 5 && pressed < 60, `Tab was kept ${pressed} times`);
});

test('the main path through the accessibility tree alone', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  const press = async (role, name) => {
    const element = await page.accessible(role, name);
    assert.ok(element, `there is no ${role} "${name}"`);
    await element.evaluate((each) => each.click());  // as an assistive technology does
    await playground.settled();
  };
  const text = (selector) => page.evaluate(`document.querySelector('${selector}').textContent`);
  await page.wait_for(`document.querySelector('#mirror [data-id="toggle.await.closure"]') !== null`);  // it follows what is drawn
  await press('radio', 'async closure');
  await press('radio', 'h = await Hello()');
  const chosen = await page.accessible('radio', 'async closure');
  const where = '#mirror [aria-label="Where everything is"]';
  await page.wait_for(`document.querySelector('${where}').textContent.includes('You can await an object whose class has __await__.')`);
  await page.wait_for(`document.querySelector('[data-id="toggle.await.closure"]').ariaChecked === 'true'`);
  assert.equal(await chosen.evaluate((each) => each.getAttribute('aria-checked')), 'true');
  if ((await playground.state()).step > 0) await press('button', 'First');
  const heard = [];
  for (let state; (state = await playground.state()).step < state.steps - 1;) {
    await press('button', 'Into');
    const { step, explanation } = await playground.state();
    assert.equal(step > state.step, true);
    await page.wait_for(`document.getElementById('said').textContent.startsWith('Step ${step}.')`);
    heard.push(await text('#said'));
    assert.ok(heard.at(-1).includes(explanation.replaceAll('`', '')));
  }
  assert.ok(new Set(heard).size === heard.length);
  assert.ok(await page.accessible('status', ''), 'nobody says what a step means');
  assert.equal(await text('#mirror [role=log]'), printed);
  assert.match(await text(where), /Task-1 is done/);
  assert.match(await text(where), /Which runs first: .*\? The return\./);
  assert.ok(await page.accessible('button', 'Line 8: return closure().__await__()') ??
            await page.evaluate(`[...document.querySelectorAll('#mirror [data-id^="source.line"]')].some((each) => /^Line \\d+: return closure/.test(each.textContent))`));
  await expect_end(playground);
});

test('what the loop does is read out in the words that the panel has for it', async (site) => {
  const playground = await site.open('lesson=interleaving');
  const { page } = playground;
  const heard_where = async (there, words) => {
    for (let state; (state = await playground.state()), !there(state);) {
      assert.ok(state.step < state.steps - 1, `never: ${there}`);
      await page.evaluate(`awaitscope.seek(${state.step + 1})`);
    }
    await page.wait_for(`${words}.test(document.querySelector('#mirror [aria-label="Where everything is"]').textContent)`);
  };
  await heard_where(({ timers }) => timers.length === 2, /Timers: end of sleep at 1 s, end of sleep at 1 s\./);
  await heard_where(({ words }) => words.running === 'end of sleep', /Running: end of sleep\.Ready: end of sleep\./);
});

test('the lessons are chosen without seeing them', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  await page.wait_for(`!!document.querySelector('[data-id="lesson"]')`);
  await page.evaluate(`document.querySelector('[data-id="lesson"]').click()`);
  await page.wait_for(`document.querySelectorAll('#mirror [data-id^="lesson."]').length > 3`);
  await page.evaluate(`document.querySelector('#mirror [data-id="lesson.awaitable"]').click()`);
  await playground.settled();
  const { toggles } = await playground.state();
  assert.deepEqual([toggles.await, toggles.use], ['closure', 'await']);
});

const in_editor = (selector) => `document.getElementById('editor-text').shadowRoot.querySelector('${selector}')`;

test('a program is edited: it runs while it is typed, and the place is kept', async (site) => {
  const playground = await site.open('await=closure&use=await&step=20');
  const { page } = playground;
  const before = await playground.state();
  assert.ok(!page.requests.some((each) => each.includes('code_editor')));
  await playground.click('source.edit');
  await page.wait_for(`document.getElementById('editor-text').shadowRoot && !!${in_editor('.cm-content')}`);
  await page.press('Control+Home');
  await page.type('# ünï😀\n');
  await playground.page.wait_for('awaitscope.state().source.startsWith("# ünï😀\\n")');
  const after = await playground.state();
  assert.deepEqual([after.function, after.line], [before.function, before.line + 1]);

  // What is wrong is underlined where it is; when it is right again one is where one was.
  // Written apart from what was typed before, it is undone alone; no part of it is a program.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await page.type('= 1\n');
  await page.wait_for(`${in_editor('.cm-lintRange-error')}?.textContent === '='`);
  assert.match(await page.evaluate('document.getElementById("editor-problem").textContent'), /^Line 2: invalid syntax/);
  await site.keep_screenshot('editor', await page.screenshot());
  for (let i = 0; i < 10 && (await playground.state()).error; ++i) {
    await page.press('Control+z');
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  const again = await playground.state();
  assert.deepEqual([again.function, again.error, again.source], [before.function, null, after.source]);

  // Find is the editor's; Escape closes it, and then the editor.
  await page.press('Control+f');
  await page.wait_for(`!!${in_editor('.cm-search')}`);
  await page.press('Escape');
  await page.wait_for(`!${in_editor('.cm-search')}`);
  await page.press('Control+Home');
  await page.type('if True:');
  await page.press('Enter');
  await page.type('print(1)');
  await page.press('Enter');
  await page.press('Escape');
  await page.wait_for('document.getElementById("editor").hidden');
  await playground.settled();
  const { source: edited, edited: is_edited } = await playground.state();
  assert.ok(is_edited && edited.startsWith('if True:\n    print(1)\n    '), edited.slice(0, 40));
  // The address follows with a delay, and has been that of an earlier text.
  await playground.wait_for_hash(/^#code=/);
  let restored;
  for (let tries = 0; tries < 10 && restored !== edited; ++tries) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    restored = (await (await site.open((await playground.hash()).slice(1))).state()).source;
  }
  assert.equal(restored, edited);
});

test('what is typed before the editor has come is in the program, and goes on in the editor', async (site) => {
  const page = await site.blank();
  const slow = await mkdtemp(path.join(tmpdir(), 'awaitscope-site-'));
  await cp(site.folder, slow, { recursive: true });
  const late = 'await new Promise((resolve) => setTimeout(resolve, 1500));\n';
  await writeFile(path.join(slow, 'code_editor.js'), late + await readFile(path.join(slow, 'code_editor.js'), 'utf8'));
  const server = await serve(slow);
  site.afterwards(async () => {
    await server.close();
    await rm(slow, { recursive: true });
  });
  const playground = new Playground(page);
  await playground.go(server.address);
  const { source } = await playground.state();
  await playground.click('source.edit');
  assert.equal(await page.evaluate('document.querySelector("#editor textarea").value'), source);
  await page.press('Control+Home');
  await page.type('# def wait');
  await page.wait_for(`document.getElementById('editor-text').shadowRoot && !!${in_editor('.cm-content')}`);
  await page.type(' for it\n');
  await page.wait_for(`awaitscope.state().source === ${JSON.stringify('# def wait for it\n' + source)}`);
  assert.ok(!await page.evaluate('!!document.querySelector("#editor textarea")'));
});

test('the editor opens where somebody has been reading', async (site) => {
  const playground = await site.open('lesson=own-loop');
  const { page } = playground;
  const { x, y } = await playground.widget('source.line.3');
  await page.wheel(x + 100, y, 400);
  await playground.settled();
  const seen = (await playground.widgets()).filter(({ id, height }) => id.startsWith('source.line.') && height > 0);
  const middle = Number(seen[seen.length >> 1].id.split('.')[2]);
  assert.ok(middle > 15);
  await playground.click('source.edit');
  await page.wait_for(`document.getElementById('editor-text').shadowRoot && !!${in_editor('.cm-content')}`);
  const text = (await playground.state()).source.split('\n')[middle - 1];
  await page.wait_for(`${in_editor('.cm-scroller')}.scrollTop > 100`);
  assert.ok(await page.evaluate(`${in_editor('.cm-content')}.innerText.includes(${JSON.stringify(text.trim())})`));
});

test('a switch writes the program that is being edited', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  await playground.click('source.edit');
  await page.wait_for(`document.getElementById('editor-text').shadowRoot && !!${in_editor('.cm-content')}`);
  await playground.click('toggle.aenter.plain');
  await page.wait_for(`${in_editor('.cm-content')}.textContent.includes('__aenter__')`);
});

async function without_editor(site) {
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
  return playground;
}

test('undo ends at the program that the editor began with, and never leads to another', async (site) => {
  for (const plain of [false, true]) {
    const playground = plain ? await without_editor(site) : await site.open();
    const { page } = playground;
    const root = `document.getElementById('editor-text')`;
    const field = plain ? 'document.querySelector("#editor textarea")' : in_editor('.cm-content');
    const choose = async (lesson) => {
      await page.evaluate(`awaitscope.lesson('${lesson}')`);
      await playground.settled();
      return (await playground.state()).source;
    };
    const edit = async () => {
      await playground.click('source.edit');
      await page.wait_for(`!!${root}.${plain ? 'firstChild' : 'shadowRoot'} && !!${field}`);
      await page.evaluate(`${field}.focus()`);
    };
    const undo = async () => {
      for (let i = 0; i < 3; ++i) await page.press('Control+z');
      await new Promise((resolve) => setTimeout(resolve, 500));  // longer than until it runs
      await playground.settled();
      return (await playground.state()).source;
    };
    const race = await choose('race');
    await edit();
    assert.equal(await undo(), race);
    assert.ok(!await page.evaluate('/[#&]code=/.test(location.hash)'));
    await page.type('#');
    await page.wait_for('awaitscope.state().edited');
    assert.equal(await undo(), race);
    assert.equal((await playground.state()).edited, false);
    await page.type('#');
    await page.press('Escape');
    await playground.settled();
    assert.equal((await playground.state()).edited, true);

    const init = await choose('init');
    await edit();
    assert.equal(await undo(), init);
    await page.type('#');
    await page.wait_for('awaitscope.state().edited');
    await playground.settled();  // the name of what is shown, beside which the button is, is another
    await playground.click('window.switches');
    await playground.click('toggle.aenter.plain');  // while it is edited
    const { source: switched } = await playground.state();
    await page.evaluate(`${field}.focus()`);
    assert.equal(await undo(), switched);
  }
});

test('a program of one\'s own that a lesson has replaced is said to be, and comes back', async (site) => {
  const playground = await site.open('lesson=race');
  const { page } = playground;
  await playground.click('source.edit');
  await page.wait_for(`document.getElementById('editor-text').shadowRoot && !!${in_editor('.cm-content')}`);
  await page.press('Control+Home');
  await page.type('# mine\n');
  await page.press('Escape');
  await playground.settled();
  const { source: own, python } = await playground.state();
  assert.ok(own.startsWith('# mine\n'));
  const chosen = {
    list: async () => {
      await playground.click('lesson');
      await playground.click((await playground.widgets()).find(({ id, height }) => id.startsWith('lesson.') && height > 20).id);
    },
    next: () => playground.press('n'),
    back: () => playground.click('path.return'),
    switch: async () => {
      await playground.click('window.switches');
      await playground.click('toggle.aenter.plain');
    },
  };
  for (const [how, choose] of Object.entries(chosen)) {
    await choose();
    await playground.settled();
    assert.notEqual((await playground.state()).source, own, how);
    await page.wait_for(`/^This program has replaced yours/.test(document.getElementById('said').textContent)`);
    await site.keep_screenshot(`program-replaced-${how}`, await page.screenshot());
    await playground.click('explanation.bring_back');
    await playground.settled();
    const state = await playground.state();
    assert.deepEqual([state.source, state.edited, state.python], [own, true, python], how);
    await playground.wait_for_hash(/^#lesson=race&code=/);
  }
});

test('where the editor cannot be had there is a text field', async (site) => {
  const playground = await without_editor(site), { page } = playground;
  await playground.click('source.edit');
  await page.wait_for('!!document.querySelector("#editor textarea")');
  await page.evaluate('document.querySelector("#editor textarea").select()');
  await page.type('for x in (1,):');
  await page.press('Enter');
  await page.type('print(x)');
  await page.press('Control+Enter');
  await playground.settled();
  assert.equal((await playground.state()).source, 'for x in (1,):\n    print(x)');
});

test('any text survives the address', async (site) => {
  for (const text of ['s = "😀 你好 \\u2028 ﷽"  # \u2028\u0301\n', 'a = 1\r\nb = "\t\x7f"\n', '\ufeffprint(1)\n', 'x = 1 \0 2\n']) {
    const playground = await site.open();
    await playground.page.evaluate(`awaitscope.load(${JSON.stringify(text)})`);
    await playground.wait_for_hash(/^#code=/);
    const again = await site.open((await playground.hash()).slice(1));
    assert.equal((await again.state()).source, (await playground.state()).source);
    assert.equal((await again.state()).source.length, text.length);
  }
});

test('what somebody looks at is in the address, and there when they come back', async (site) => {
  const playground = await site.open('', 390, 844);
  await playground.click('tab.timeline');
  for (const key of ['+', '+', 'ArrowRight']) await playground.press(key);
  await playground.wait_for_hash(/step=1&view=timeline,[\d.]+,[\d.]+$/);
  // What glides has arrived; the address follows within half a second.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const hash = await playground.hash(), state = await playground.state();
  const bars = async (of) => (await of.widgets()).filter(({ id }) => id.startsWith('timeline.bar')).map(({ id, x }) => [id, Math.round(x / 4)]);
  const there = await bars(playground);
  await playground.go(site.address);  // without a word
  assert.deepEqual(await playground.state(), state);
  assert.deepEqual(await bars(playground), there);
  assert.equal(await playground.hash(), hash);
});

test('what was done to a task from outside is in the address, and happens again', async (site) => {
  const playground = await site.open('await=sleeps&use=await&run=gather&step=60');
  const undisturbed = (await playground.state()).exit;
  await playground.click('loop.inject.3.raise');
  await playground.click('loop.raise.ValueError');
  await playground.wait_for_hash(/inject=60\.3\.ValueError&step=60$/);
  const state = await playground.state();
  assert.deepEqual(state.injections.map(({ step, exception }) => [step, exception]), [[60, 'ValueError']]);
  assert.deepEqual([undisturbed, state.exit], [0, 1]);
  const again = await site.open((await playground.hash()).slice(1));
  assert.deepEqual(await again.state(), state);
  await again.click('status.injection');
  await again.wait_for_hash(/^(?!.*inject)/);
  assert.equal((await again.state()).exit, 0);
});

test('any exception is typed to be raised in a task, and an address holds it', async (site) => {
  const playground = await site.open('await=sleeps&use=await&run=gather&step=60');
  const { page } = playground;
  const enter = async (text) => {
    await page.evaluate(`document.getElementById('field').select()`);
    await page.type(text);
    await page.press('Enter');
    await playground.settled();
  };
  await playground.click('loop.inject.3.raise');
  await page.wait_for(`document.activeElement.id === 'field'`);
  await enter('KeyEror("L, N")');
  await page.wait_for(`document.getElementById('field-problem').textContent === "NameError: name 'KeyEror' is not defined"`);
  assert.equal(await page.evaluate(`document.getElementById('field').getAttribute('aria-invalid')`), 'true');
  await site.keep_screenshot('raise', await page.screenshot());
  await enter('KeyError("100% a&b=c+d, \\\\ #L")');
  await playground.wait_for_hash(/inject=60\.3\.KeyError/);
  assert.equal(await page.evaluate(`document.activeElement.id`), 'canvas');
  const state = await playground.state();
  assert.equal(state.injections[0].exception, 'KeyError("100% a&b=c+d, \\\\ #L")');
  // From the keyboard: out of the line to the list, around it and back; Escape leaves.
  await playground.click('loop.inject.3.raise');
  await page.wait_for(`document.activeElement.id === 'field'`);
  await page.press('Tab');
  await page.wait_for(`document.activeElement.dataset.id?.startsWith('loop.raise.')`);
  for (let i = 0; i < 20 && await page.evaluate(`document.activeElement.id`) !== 'field'; ++i) {
    await page.press('Tab');
    await playground.settled();
  }
  await page.press('Escape');
  await page.wait_for(`document.getElementById('field').hidden`);
  assert.deepEqual(await playground.state(), state);
  const again = await site.open((await playground.hash()).slice(1));
  assert.deepEqual(await again.state(), state);
});

test('after the first visit the page opens without a network', async (site) => {
  const playground = await site.open('await=closure&use=await&step=9');
  const { page } = playground;
  const state = await playground.state();
  // The first visit is enough: what keeps the page for later has it under its control at once.
  await page.wait_for('navigator.serviceWorker.controller?.state === "activated"');
  await site.go_offline();
  try {
    await page.reload();
    await playground.ready();
    assert.deepEqual(await playground.state(), state);
    await playground.click('transport.forward');
    assert.equal((await playground.state()).step, state.step + 1);
  } finally {
    await site.go_online();
  }
});

test('a link, a line of HTML, the program and its trace can be taken along', async (site) => {
  const page = await site.blank();
  await page.before_scripts(`window.copied = []; window.saved = [];
    navigator.clipboard.writeText = async (text) => { copied.push(text); };
    const make = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function() {
      if (this.download) saved.push(fetched.get(this.href));
      return click.call(this);
    };
    const fetched = new Map();
    URL.createObjectURL = (blob) => { const address = make.call(URL, blob); fetched.set(address, blob); return address; };`);
  const playground = new Playground(page);
  await playground.go(`${site.address}#await=closure&use=await&step=9`);
  const files = ['python', 'svg', 'png', 'mermaid', 'json', 'chrome'];
  for (const [i, id] of ['link', 'embed', ...files].entries()) {
    await playground.click('window.share');
    if (!i) await site.keep_screenshot('share', await page.screenshot());
    await playground.click(`share.${id}`);
    // Whoever draws a picture is asked for it in between.
    await page.wait_for(`copied.length + saved.length === ${i + 1}`);
  }
  const [link, html] = await page.evaluate('copied');
  assert.equal(link, `${site.address}#await=closure&use=await&python=3.11&step=9`);
  assert.match(html, /^<iframe src="http[^"]*#await=closure&amp;use=await&amp;python=3\.11&amp;step=9&amp;embed=1" .*<\/iframe>$/);
  const [python, svg, , diagram, trace, chrome] = await page.evaluate('Promise.all(saved.map((each) => each.text()))');
  assert.equal(python, article);
  assert.match(svg, /^<svg [^]*<\/svg>\n$/);
  assert.match(diagram, /^sequenceDiagram\n/);
  const png = read_png(Buffer.from(await page.evaluate(
    'saved[2].arrayBuffer().then((bytes) => [...new Uint8Array(bytes)])')));
  const [, width, height] = svg.match(/ width="([\d.]+)" height="([\d.]+)"/).map(Number);
  assert.deepEqual([png.width, png.height], [width * 2, height * 2]);
  assert.ok(colours_of(png).colours > 20);
  assert.equal(JSON.parse(trace).stdout, printed);
  assert.ok(JSON.parse(chrome).traceEvents.length > 5);
});

test('an article shows it, small', async (site) => {
  const playground = await site.open('embed=1&await=closure&use=await&step=7', 700, 460);
  assert.ok(!(await playground.widgets()).some(({ id }) => id === 'window.theme'));
  await playground.press('ArrowRight');
  await playground.wait_for_hash(/step=8&embed=1$/);
  await site.keep_screenshot('embedded', await playground.page.screenshot());
});

test('the theme and the size of letters follow the system', async (site) => {
  const playground = await site.open();
  const { page } = playground;
  const panel = () => page.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--panel")');
  const session = await page.puppet.createCDPSession();
  for (const [name, value] of [['prefers-color-scheme', 'dark'], ['prefers-color-scheme', 'light'],
                               ['prefers-contrast', 'more']]) {
    await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    const colour = { dark: '#121418ff', light: '#fcfcfbff', more: '#000000ff' }[value];  // ui/theme.cpp's
    await page.wait_for(`getComputedStyle(document.documentElement).getPropertyValue("--panel") === '${colour}'`);
  }
  // What somebody chooses here counts for more, and is remembered.
  await playground.click('window.theme');
  const chosen = await panel();
  assert.notEqual(chosen, '#000000ff');
  await page.reload();
  await playground.ready();
  assert.equal(await panel(), chosen);
}, { only: 'chromium' });

test('what fingers press is large enough for them', async (site) => {
  for (const [width, height] of [[390, 844], [844, 390], [768, 1024]]) {
    const playground = await site.open('', width, height);
    for (const { id, height: high, width: wide, kind } of await playground.widgets())
      if (kind === 'button' && high > 0 && !id.startsWith('timeline.'))
        assert.ok(high >= 44 && wide >= 40, `${id} is ${wide} x ${high} at ${width} x ${height}`);
  }
}, { only: 'chromium' });
