// node run.mjs SITE SCREENSHOTS [PART OF A NAME]: tests the built page in a headless Chromium.

import { run_all } from './harness.mjs';
import './article_test.mjs';
import './page_test.mjs';

const [site, screenshots, only = ''] = process.argv.slice(2);
if (!screenshots) {
  console.error('usage: run.mjs SITE SCREENSHOTS [PART OF A NAME]');
  process.exit(2);
}
process.exitCode = await run_all(site, screenshots, only) ? 0 : 1;
