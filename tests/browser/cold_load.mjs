// node cold_load.mjs SITE FOLDER [--bare BARE] [--pyodide PYODIDE]: how long the built page takes until it can be used, in
// a headless Chromium that has never seen it, and has come to rest after its own start: milliseconds from the navigation to
// the first frame, of nine visits, and their median. FOLDER is where puppeteer-core is kept. A second visit of each, from
// what the first has kept, is reported beside it; and in turn with it, what there is to compare: BARE, the folder of the
// target bare_page, a page with Dear ImGui and nothing else; PYODIDE, where Pyodide is kept, until it could run a program.

import { rm } from 'node:fs/promises';

import { serve } from '../../web/server.mjs';
import { launch, Page, puppeteer_from, pyodide_from, site_of } from './browsers.mjs';

const [site, folder, ...words] = process.argv.slice(2);
const option = (name) => words.includes(name) ? words[words.indexOf(name) + 1] : null;
if (!folder) {
  console.error('usage: cold_load.mjs SITE FOLDER [--bare BARE] [--pyodide PYODIDE]');
  process.exit(2);
}

const kVisits = 9;
const kRest = 1500;  // milliseconds; it loads pages of its own
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function visit(page, address, mark) {
  await page.go(address);
  await page.wait_for(`performance.getEntriesByName("${mark}").length`, 60);
  return Math.round(await page.evaluate(`performance.getEntriesByName("${mark}")[0].startTime`));
}

const pages = [{ name: 'the playground', folder: site, mark: 'awaitscope.ready', again: true }];
if (option('--bare')) pages.push({ name: 'bare page', folder: option('--bare'), mark: 'ready' });
const pyodide = option('--pyodide') && await site_of(await pyodide_from(option('--pyodide')), `
  import { loadPyodide } from './pyodide.mjs';
  const pyodide = await loadPyodide();
  pyodide.runPython('import asyncio');
  performance.mark('ready');`);
if (pyodide) pages.push({ name: 'Pyodide', folder: pyodide, mark: 'ready' });

const puppeteer = await puppeteer_from(folder);
for (const each of pages) Object.assign(each, { server: await serve(each.folder), first: [], second: [] });
for (let i = 0; i < kVisits + 1; ++i) {  // one to warm the servers up, which pack what they send once
  for (const { server, mark, again, first, second } of pages) {
    const browser = await launch(puppeteer, 'chromium');
    const page = await Page.open(browser.defaultBrowserContext(), 'chromium');
    await page.resize(1280, 720);
    await new Promise((resolve) => setTimeout(resolve, kRest));
    const cold = await visit(page, server.address, mark);
    if (i > 0) first.push(cold);
    if (again) {
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await page.wait_for('navigator.serviceWorker.controller');
      const warm = await visit(page, server.address, mark);
      if (i > 0) second.push(warm);
    }
    await browser.close();
  }
}
for (const { name, server, first, second } of pages) {
  await server.close();
  console.log(`${name}: ${first.join(' ')}  median ${median(first)} ms`);
  if (second.length) console.log(`${name}, second visit: ${second.join(' ')}  median ${median(second)} ms`);
}
if (pyodide) await rm(pyodide, { recursive: true });
