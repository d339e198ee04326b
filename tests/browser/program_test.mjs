// The program that is shown, pinned and compared with another.

import assert from 'node:assert/strict';

import { test } from './harness.mjs';

test('two settings are compared side by side, and a row leads to its step', async (site) => {
  for (const [width, height, density] of [[1280, 720, 1], [1280, 720, 2], [390, 844, 2]]) {
    const playground = await site.open('lesson=context-manager', width, height, density);
    await playground.click('source.pin');
    await playground.page.evaluate('awaitscope.set("aenter", "awaits_self")');
    await playground.settled();
    await playground.click('source.compare');
    await site.keep_screenshot(`compare-${width}x${height}@${density}`, await playground.page.screenshot());
    const rows = (await playground.widgets()).filter(({ id }) => id.startsWith('compare.row.'));
    const fresh = rows.filter(({ value }) => value === 'shown').map(({ label }) => label);
    assert.equal(fresh[0], 'start Hello.__await__ ');
    assert.ok(rows.some(({ value, label }) => value === 'same' && label.startsWith('start Hello.__aenter__')));
    await playground.click(rows.find(({ label }) => label.startsWith('start Hello.__await__ ')).id);
    assert.equal((await playground.state()).function, 'Hello.__await__');
    await playground.press('j');
    assert.ok(await playground.widget('compare.close'));
    await playground.press('Escape');
    assert.ok(!(await playground.widgets()).some(({ id }) => id === 'compare.close'));
  }
});
