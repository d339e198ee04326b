// node run.mjs [--browser chromium|firefox] SITE SCREENSHOTS [PART OF A NAME]: tests the built page in a headless browser.
//
// puppeteer-core comes from npm, as package-lock.json beside this file says, and is kept beside the screenshots.

import path from 'node:path';

import { kNames, puppeteer_from } from './browsers.mjs';
import { run_all } from './harness.mjs';
import './article_test.mjs';
import './page_test.mjs';
import './use_test.mjs';
import './lesson_test.mjs';
import './program_test.mjs';
import './element_test.mjs';
import './example_test.mjs';
import './package_test.mjs';

const words = process.argv.slice(2);
const browser = words[0] === '--browser' ? words.splice(0, 2)[1] : 'chromium';
const [site, screenshots, part = ''] = words;
if (!screenshots || !kNames.includes(browser)) {
  console.error(`usage: run.mjs [--browser ${kNames.join('|')}] SITE SCREENSHOTS [PART OF A NAME]`);
  process.exit(2);
}
const puppeteer = await puppeteer_from(path.join(screenshots, '../browser-npm'));
process.exitCode = await run_all(puppeteer, browser, site, screenshots, part) ? 0 : 1;
