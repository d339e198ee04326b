// node cold_load.mjs SITE FOLDER: how long the built page takes until it can be used, in a headless Chromium that has
// never seen it: milliseconds from the navigation to the first frame, of five visits, and their median. FOLDER is where
// puppeteer-core is kept. A second visit of each, from what the first has kept, is reported beside it.

import { launch, Page, puppeteer_from } from './browsers.mjs';
import { serve } from '../../web/server.mjs';

const [site, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: cold_load.mjs SITE FOLDER');
  process.exit(2);
}

const kVisits = 5;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function visit(page, address) {
  await page.go(address);
  await page.wait_for('performance.getEntriesByName("awaitscope.ready").length');
  return page.evaluate('performance.getEntriesByName("awaitscope.ready")[0].startTime');
}

const puppeteer = await puppeteer_from(folder);
const server = await serve(site);
const first = [], second = [];
for (let i = 0; i < kVisits + 1; ++i) {  // one to warm the server up, which packs what it sends once
  const browser = await launch(puppeteer, 'chromium');
  const page = await Page.open(browser.defaultBrowserContext(), 'chromium');
  await page.resize(1280, 720);
  const cold = await visit(page, server.address);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.wait_for('navigator.serviceWorker.controller');
  const warm = await visit(page, server.address);
  if (i > 0) {
    first.push(Math.round(cold));
    second.push(Math.round(warm));
  }
  await browser.close();
}
await server.close();
console.log(`first visit:  ${first.join(' ')}  median ${median(first)} ms`);
console.log(`second visit: ${second.join(' ')}  median ${median(second)} ms`);
