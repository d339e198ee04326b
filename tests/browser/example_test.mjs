// The example page: an article made from Markdown, with pictures where nothing runs and listings that step.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { pause, Scope, violations } from './articles.mjs';
import { axe_from } from './browsers.mjs';
import { test } from './harness.mjs';
import { read_png } from './png.mjs';

const kListings = ['init', 'awaitable', 'context-manager', 'awaits-itself'];
const kPictures = 5;
const listing = (name) => readFile(new URL(`../conformance/listings/${name}`, import.meta.url), 'utf8');

// Each picture, once it is in sight: where it is, what it says instead, which file it shows and how large that is.
async function pictures(page) {
  const found = [];
  for (let n = 0; n < kPictures; ++n) {
    const image = `document.querySelectorAll('figure img')[${n}]`;
    await page.evaluate(`${image}.scrollIntoView({ block: 'center', behavior: 'instant' })`);
    await page.wait_for(`${image}.complete && ${image}.naturalWidth > 0`);
    found.push(await page.evaluate(`(({ alt, currentSrc, naturalWidth, x, width }) => ({
      alt, file: currentSrc.replace(/.*\\/|\\?.*/g, ''), natural: naturalWidth, left: x, right: x + width, width }))(${image})`));
  }
  return found;
}

for (const [width, height, density] of [[1280, 720, 1], [390, 844, 2]]) {
  const finger = width < 500;
  test(`the example page of ${width} points shows its pictures, and its listings step to what the article says`, async (site) => {
    const page = await site.blank(width, height, density);
    await page.go(`${site.address}example.html`);
    await page.wait_for(`document.querySelectorAll('await-scope').length === ${kListings.length}`);
    await site.keep_screenshot(`example-${width}`, await page.screenshot());
    const files = page.requests.map((each) => each.replace(/.*\/|\?.*/g, ''));
    assert.ok(files.every((each) => /^(example.*|awaitscope\.js|icon\.svg)$/.test(each)), `fetched before anybody asks: ${files}`);

    for (const { alt, file, natural, left, right, width: shown } of await pictures(page)) {
      assert.match(alt, /\w+.*\.$/);
      assert.equal(file.endsWith('-narrow.svg'), finger, file);
      assert.ok(shown / natural > 0.85, `the letters of ${file} are ${shown / natural} of their size`);
      assert.ok(left >= 0 && right <= width, file);
    }
    await site.keep_screenshot(`example-${width}-picture`, await page.screenshot());
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than its window');

    for (const [n, name] of kListings.entries()) {
      const scope = new Scope(page, n);
      await scope.open({ finger });
      await scope.in_view();
      let state = await scope.state();
      assert.equal(state.source, await listing(`${name}.py`));
      while (state.step < state.steps - 1) {
        await (finger ? scope.tap('transport.forward') : scope.click('transport.forward'));
        const next = await scope.state();
        assert.ok(next.step > state.step);
        state = next;
      }
      assert.equal(state.stdout, await listing(`${name}.txt`));
      assert.equal(await scope.evaluate('document.querySelectorAll("figure img").length'), kPictures);
    }
    const axe = await axe_from(path.join(site.screenshots, '../browser-npm'));
    assert.deepEqual(await violations(page, axe), []);
  });
}

// Of a part of what the window shows.
async function brightness(page, { x, y, width, height }) {
  const { channels, pixels } = read_png(Buffer.from(await page.puppet.screenshot({ type: 'png', clip: { x, y, width, height } })));
  let sum = 0;
  for (let i = 0; i < pixels.length; i += channels) sum += pixels[i] + pixels[i + 1] + pixels[i + 2];
  return sum / (pixels.length / channels) / 765;
}

test('the pictures of the example page are light for one reader and dark for another', async (site) => {
  for (const scheme of ['light', 'dark']) {
    const page = await site.blank();
    await page.puppet.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.go(`${site.address}example.html`);
    await pictures(page);
    const where = await page.evaluate(`(() => {
      const { x, y, width, height } = document.querySelectorAll('figure img')[${kPictures - 1}].getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    })()`);
    const bright = await brightness(page, where);
    assert.ok(scheme === 'dark' ? bright < 0.3 : bright > 0.8, `${scheme}: ${bright}`);
    await site.keep_screenshot(`example-${scheme}`, await page.screenshot());
  }
}, { only: 'chromium' });

test('without JavaScript the example page has its text, its listings and its pictures', async (site) => {
  const page = await site.blank();
  await page.puppet.setJavaScriptEnabled(false);
  await page.go(`${site.address}example.html`);
  await pause(200);
  assert.equal(await page.evaluate('document.querySelectorAll("await-scope").length'), 0);
  const sources = await page.evaluate('[...document.querySelectorAll("pre code.language-python")].map((each) => each.textContent)');
  assert.deepEqual(sources, await Promise.all(kListings.map((name) => listing(`${name}.py`))));
  const found = await page.evaluate(`[...document.querySelectorAll('figure img')].map((each) => each.getAttribute('src').split('?')[0])`);
  assert.equal(found.length, kPictures);
  for (const name of found) {
    const svg = await readFile(path.join(site.folder, name), 'utf8');
    assert.ok(svg.startsWith('<svg ') && !svg.includes('<script'), name);
    // Some steps are chosen by their numbers: are they still those that the article means?
    if (!name.includes('enter')) continue;
    const words = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, word]) => word);
    for (const word of ['__aenter__', '__await__', 'closure', 'enter', 'await']) assert.ok(words.includes(word), `${name}: ${words}`);
    assert.ok(!words.includes('__init__') && !words.includes('a_method'), `${name}: ${words}`);
  }
}, { only: 'chromium' });
