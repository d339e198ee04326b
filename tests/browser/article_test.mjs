// The article's four listings, by hand: the toggles are clicked, every step is taken with the button, forwards to the
// end and back again, and all of it is compared with what CPython 3.11 did (tests/conformance/listings).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';

import { test } from './harness.mjs';
import { colours_of, read_png } from './png.mjs';

// What to choose for each, where it is not what the page begins with.
const kListings = {
  'init': {},
  'awaitable': { await: 'closure', use: 'await' },
  'context-manager': { await: 'closure', aenter: 'plain', aexit: 'plain', use: 'async_with' },
  'awaits-itself': { await: 'closure', aenter: 'awaits_self', aexit: 'plain', use: 'async_with' },
};

const read = (name) => readFile(new URL(`../conformance/listings/${name}`, import.meta.url), 'utf8');

// Of two that follow each other and are the same, one.
function without_repeats(rows) {
  return rows.filter((row, i) => i === 0 || JSON.stringify(row) !== JSON.stringify(rows[i - 1]));
}

// [function, line, turn, time, what has been printed so far] for everything that CPython said happened.
function expected_rows(events) {
  const rows = [];
  let printed = '';
  for (const [kind, name, line, turn, time] of events) {
    if (kind === 'out') {
      printed += name;
      const [last_name, last_line] = rows.at(-1);
      rows.push([last_name, last_line, turn, time, printed]);
    } else {
      rows.push([name, line, turn, time, printed]);
    }
  }
  return without_repeats(rows);
}

// The same of the states that the page went through. Between two tasks the loop is at work, in no function.
function shown_rows(states) {
  return without_repeats(states.filter((state) => state.line > 0)
    .map((state) => [state.function, state.line, state.turn, state.time, state.stdout]));
}

// CPython reports when a frame is left and entered; the page has steps of its own where a frame is back at the line
// that called, before it awaits what it was given. Leaves these out, and holds them to nothing having happened since.
function without_returns(shown, expected) {
  const left = [], at = new Map();
  for (const [i, row] of shown.entries()) {
    const [name, line, ...rest] = row;
    const is_back = i > 0 && at.get(name) === line && isDeepStrictEqual(rest, shown[i - 1].slice(2));
    if (!is_back || isDeepStrictEqual(row, expected[left.length])) left.push(row);
    at.set(name, line);
  }
  return left;
}

for (const [name, choices] of Object.entries(kListings)) {
  test(`the listing "${name}" is clicked together and stepped through, there and back`, async (site) => {
    const source = await read(`${name}.py`);
    const cpython = JSON.parse(await read(`${name}.json`));
    const playground = await site.open();
    // The article is of 2022: get_event_loop() raises since 3.14.
    for (const id of ['python', 'python.3.11', 'toggle.loop.get_event_loop']) await playground.click(id);
    for (const [toggle, choice] of Object.entries(choices)) await playground.click(`toggle.${toggle}.${choice}`);
    assert.equal((await playground.state()).source, source);

    await playground.click('depth.loop');  // every step is one
    if ((await playground.widget('transport.first')).enabled) await playground.click('transport.first');
    const states = [await playground.state()];
    assert.equal(states[0].step, 0);
    while (states.at(-1).step < states[0].steps - 1) {
      await playground.click('transport.forward');
      const state = await playground.state();
      assert.equal(state.step, states.at(-1).step + 1);
      assert.notEqual(state.explanation, '');
      states.push(state);
    }
    const last = states.at(-1);
    assert.deepEqual([last.stdout, last.stderr, last.exit], [cpython.stdout, cpython.stderr, cpython.exit]);
    assert.equal(last.stdout, await read(`${name}.txt`));
    const shown = shown_rows(states), expected = expected_rows(cpython.events);
    // After what CPython reports, the loop ends and the module is back at the line that had started it.
    const end = shown.pop();
    assert.deepEqual(end.slice(0, 2), expected.filter(([of]) => of === '<module>').at(-1).slice(0, 2));
    assert.deepEqual(without_returns(shown, expected), expected);

    const png = await playground.page.screenshot();
    await site.keep_screenshot(`listing-${name}`, png);
    const { colours, most } = colours_of(read_png(png));
    assert.ok(colours > 50 && most < 0.97, 'the picture is blank');

    // What the last switch has changed is said until the first step.
    assert.ok(states[0].switched);
    states[0].switched = null;
    for (const state of states.slice(0, -1).reverse()) {
      await playground.click('transport.back');
      assert.deepEqual(await playground.state(), state);
    }
  }, { only: 'chromium' });
}
