// Drives a headless Chromium or Firefox with puppeteer-core: a Page is used as a person would, in the same words for
// both.

import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { install } from '../../web/npm.mjs';

// Draws a frame in less than half the time that Chromium's own SwiftShader takes.
const kMesa = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch]}-linux-gnu/libEGL_mesa.so.0`;

const kBrowsers = {
  chromium: {
    puppeteer_name: 'chrome',
    variable: 'CHROMIUM',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    options: {
      pipe: true,
      args: [
        '--no-sandbox', '--hide-scrollbars', '--mute-audio', '--disable-dev-shm-usage',
        // WebGL 2 without a graphics card, and nothing else for it to draw: it is the processor that does it all.
        '--use-gl=angle', `--use-angle=${existsSync(kMesa) ? 'gl-egl' : 'swiftshader'}`, '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist', '--disable-gpu-rasterization',
        // Pages of the browser's own, two with each window, that cost as much as the one that is tested.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
        // Nothing to be fetched but the page.
        '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability',
        '--disable-sync', '--metrics-recording-only', '--no-pings',
      ],
    },
  },
  firefox: {
    puppeteer_name: 'firefox',
    variable: 'FIREFOX',
    programs: ['firefox-esr', 'firefox'],
    options: {
      extraPrefsFirefox: {
        'ui.prefersReducedMotion': 1,
        'webgl.force-enabled': true,
        'dom.w3c_touch_events.enabled': 1,
        'app.update.enabled': false,
        'datareporting.policy.dataSubmissionEnabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
      },
    },
  },
};
export const kNames = Object.keys(kBrowsers);

// The program to be used: what CHROMIUM or FIREFOX in the environment says, or the first on the PATH; null: none.
export function find(name) {
  const { variable, programs } = kBrowsers[name];
  if (process.env[variable]) return process.env[variable];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const program of programs)
      if (existsSync(path.join(folder, program))) return path.join(folder, program);
  return null;
}

// Puppeteer, installed in the folder if it is not yet.
export async function puppeteer_from(folder) {
  const { require, problem } = await install(path.dirname(fileURLToPath(import.meta.url)), folder);
  if (problem)
    throw new Error(`npm could not install what drives the browsers (tests/browser/package.json): ${problem}`);
  return require('puppeteer-core');
}

// axe-core's script, which looks for what keeps people out, from the same folder.
export async function axe_from(folder) {
  const { require, problem } = await install(path.dirname(fileURLToPath(import.meta.url)), folder);
  if (problem) throw new Error(`npm could not install axe-core (tests/browser/package.json): ${problem}`);
  return readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
}

// The folder of Pyodide, which the page is measured against, installed in the given one if it is not yet.
export async function pyodide_from(folder) {
  const bench = fileURLToPath(new URL('../bench', import.meta.url));
  const { require, problem } = await install(bench, folder);
  if (problem) throw new Error(`npm could not install Pyodide (tests/bench/package.json): ${problem}`);
  return path.dirname(require.resolve('pyodide/package.json'));
}

// A folder for the caller to remove: what is in `from`, and a page that runs the module's text beside it.
export async function site_of(from, script) {
  const to = await mkdtemp(path.join(tmpdir(), 'site-'));
  await cp(from, to, { recursive: true });
  await writeFile(path.join(to, 'index.html'), `<!doctype html><meta charset="utf-8"><script type="module">${script}</script>`);
  return to;
}

export async function launch(puppeteer, name) {
  const { puppeteer_name, variable, options } = kBrowsers[name];
  const executablePath = find(name);
  if (!executablePath) throw new Error(`no ${name} found; ${variable} may say where one is`);
  return puppeteer.launch({ browser: puppeteer_name, executablePath, headless: true, protocolTimeout: 120000, ...options });
}

export class Page {
  // context: a browser context of its own, so that what a page keeps is gone with it.
  static async open(context, name) {
    const page = new Page(context, await context.newPage(), name);
    // Nothing glides: what is clicked is there at once.
    if (name === 'chromium')
      await page.puppet.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    return page;
  }

  constructor(context, puppet, name) {
    this.context_ = context;
    this.puppet = puppet;  // puppeteer's
    this.browser = name;
    this.errors = [];    // exceptions and console errors
    this.warnings = [];
    this.requests = [];  // addresses
    puppet.on('pageerror', (error) => this.errors.push(String(error?.stack ?? error)));
    puppet.on('console', (message) => {
      if (['error', 'assert'].includes(message.type())) this.errors.push(message.text());
      if (['warn', 'warning'].includes(message.type())) this.warnings.push(message.text());
    });
    puppet.on('request', (request) => this.requests.push(request.url()));
  }

  async resize(width, height, density = 1) {
    await this.puppet.setViewport({ width, height, deviceScaleFactor: density });
  }

  // Run before any script of the pages to come.
  async before_scripts(source) { await this.puppet.evaluateOnNewDocument(source); }

  async go(address) { await this.puppet.goto(address, { waitUntil: 'load' }); }
  async reload() { await this.puppet.reload({ waitUntil: 'load' }); }

  // The value of a JavaScript expression, promises awaited.
  evaluate(expression) { return this.puppet.evaluate(expression); }

  async wait_for(expression, seconds = 20) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const value = await this.evaluate(expression);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async click(x, y) { await this.puppet.mouse.click(x, y); }
  async wheel(x, y, points) {
    await this.puppet.mouse.move(x, y);
    await this.puppet.mouse.wheel({ deltaY: points });
  }
  async tap(x, y) { await this.puppet.touchscreen.tap(x, y); }

  // A key, or a combination such as "Control+ArrowRight".
  async press(combination) {
    const words = combination === '+' ? ['+'] : combination.split('+');
    const key = words.pop();
    for (const word of words) await this.puppet.keyboard.down(word);
    await this.puppet.keyboard.press(key);
    for (const word of words.reverse()) await this.puppet.keyboard.up(word);
  }

  async type(text) { await this.puppet.keyboard.type(text); }

  // PNG bytes.
  async screenshot() { return Buffer.from(await this.puppet.screenshot({ type: 'png' })); }

  // What is in the accessibility tree by a role and a name: an element, or null.
  accessible(role, name) { return this.puppet.$(`aria/${name}[role="${role}"]`); }

  async close() { await this.context_.close(); }
}

// For scripts. node browsers.mjs NAME: is there one? node browsers.mjs --install FOLDER: what drives them, before two ask for
// it at once.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [what, folder] = process.argv.slice(2);
  if (what === '--install') await puppeteer_from(folder);
  else process.exitCode = find(what) ? 0 : 1;
}
