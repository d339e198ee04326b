// What can be done with the program that is shown: saved, pinned, compared.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { test } from './harness.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function file_text(name, seconds) {
  for (const end = Date.now() + seconds * 1000;;) {
    const text = await readFile(name, 'utf8').catch(() => '');
    if (text) return text;
    if (Date.now() > end) throw new Error(`${name} has not come in ${seconds} s`);
    await pause(50);
  }
}

test('the program can be downloaded as main.py', async (site) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'download-'));
  try {
    const playground = await site.open('await=closure&use=await');
    await playground.page.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await playground.click('source.save');
    const { source } = await playground.state();
    assert.equal(await file_text(path.join(folder, 'main.py'), 10), source);
  } finally {
    await rm(folder, { recursive: true });
  }
});

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
    await playground.press('x');
    assert.ok(await playground.widget('compare.close'));
    await playground.press('Escape');
    assert.ok(!(await playground.widgets()).some(({ id }) => id === 'compare.close'));
  }
});
