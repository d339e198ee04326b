// node browser.mjs BENCH_ENGINE.js FOLDER [--scale F] [--runs R] [PROGRAM ...]: the engine in WebAssembly against Pyodide,
// both in a headless Chromium, as ratios.
//
// BENCH_ENGINE.js is the web preset's target bench_engine, compiled and linked as the page is. For every program in
// programs/: operations a second of the engine while it records every event (lines too), of the engine recording
// nothing, and of Pyodide recording nothing, with a virtual clock as bench.py's python3. Each on a page of its own, one
// after the other, best of R runs (5). FOLDER is where puppeteer-core and Pyodide are kept, which npm brings.

import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { serve } from '../../web/server.mjs';
import { launch, Page, puppeteer_from, pyodide_from, site_of } from '../browser/browsers.mjs';

const kHere = path.dirname(fileURLToPath(import.meta.url));

const words = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = words.indexOf(name);
  return at < 0 ? otherwise : Number(words.splice(at, 2)[1]);
};
const scale = option('--scale', 0.2), runs = option('--runs', 5);
const [engine, folder, ...names] = words;
if (!folder) {
  console.error('usage: browser.mjs BENCH_ENGINE.js FOLDER [--scale F] [--runs R] [PROGRAM ...]');
  process.exit(2);
}

const puppeteer = await puppeteer_from(path.join(folder, 'browser-npm'));
const sites = {
  engine: await site_of(path.dirname(engine), `
    import make from './${path.basename(engine)}';
    let out = '';
    const engine = await make({ print: (text) => { out += text; }, printErr: (text) => { out += text; } });
    globalThis.measure = (name, text, n, ...options) => {
      out = '';
      engine.FS.writeFile(name, text);
      engine.callMain(['run', name, String(n), ...options]);
      return out;
    };
    performance.mark('ready');`),
  pyodide: await site_of(await pyodide_from(path.join(folder, 'pyodide-npm')), `
    import { loadPyodide } from './pyodide.mjs';
    const pyodide = await loadPyodide();
    globalThis.measure = (name, text, n, harness, runs) => {
      pyodide.FS.writeFile('cpython.py', harness);
      pyodide.FS.writeFile(name + '.py', text);
      return pyodide.runPython(\`
        import cpython, time
        cpython.measure('.', '\${name}', \${n}, runs=\${runs}, clock=time.perf_counter)\`);
    };
    performance.mark('ready');`),
};
const servers = {};
for (const [name, site] of Object.entries(sites)) servers[name] = await serve(site);
const harness = await readFile(path.join(kHere, 'cpython.py'), 'utf8');

// What measure() answers on a fresh page.
async function ask(which, ...values) {
  const browser = await launch(puppeteer, 'chromium');
  try {
    const page = await Page.open(browser.defaultBrowserContext(), 'chromium');
    await page.go(servers[which].address);
    await page.wait_for('performance.getEntriesByName("ready").length', 60);
    const answer = await page.evaluate(`measure(${values.map((each) => JSON.stringify(each)).join(', ')})`);
    try {
      return JSON.parse(answer);
    } catch {
      throw new Error(answer);
    }
  } finally {
    await browser.close();
  }
}

const columns = (name, ...cells) => console.log(name.padEnd(14) + cells.map((each) => each.padStart(12)).join(''));
const rate = (number) => Math.round(number).toLocaleString('en');
const mean = (numbers) => Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length);

columns('program', 'recording', 'ratio', 'not', 'ratio', 'Pyodide');
const ratios = { recording: [], not: [] };
for (const file of (await readdir(path.join(kHere, 'programs'))).sort()) {
  const name = path.basename(file, '.py');
  if (names.length && !names.some((each) => name.startsWith(each))) continue;
  const text = await readFile(path.join(kHere, 'programs', file), 'utf8');
  const n = Math.max(1, Math.round(Number(/^N = (\d+)$/m.exec(text)[1]) * scale));
  const pyodide = await ask('pyodide', name, text, n, harness, runs);
  const repeat = ['--repeat', String(runs)];
  const recording = await ask('engine', name, text, n, '--record', ...repeat);
  const not = await ask('engine', name, text, n, '--no-record', ...repeat);
  ratios.recording.push(pyodide.best_s / recording.best_s);
  ratios.not.push(pyodide.best_s / not.best_s);
  columns(name, rate(pyodide.ops / recording.best_s), ratios.recording.at(-1).toFixed(2),
          rate(pyodide.ops / not.best_s), ratios.not.at(-1).toFixed(2), rate(pyodide.ops / pyodide.best_s));
}
columns('geometric mean', '', mean(ratios.recording).toFixed(2), '', mean(ratios.not).toFixed(2));
for (const name of Object.keys(sites)) {
  await servers[name].close();
  await rm(sites[name], { recursive: true });
}
