// Drives a headless Chromium over the DevTools protocol, through the pipe that --remote-debugging-pipe opens:
// messages are JSON, each ended by a NUL byte, written to file descriptor 3 and read from 4. Node is all that this
// needs, so the tests install no package.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const kArguments = [
  '--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--no-first-run',
  '--no-default-browser-check', '--hide-scrollbars', '--mute-audio', '--disable-dev-shm-usage',
  // WebGL 2 without a graphics card.
  '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
  // Nothing to be fetched but the page.
  '--disable-background-networking', '--disable-component-update', '--disable-default-apps',
  '--disable-domain-reliability', '--disable-extensions', '--disable-sync', '--metrics-recording-only',
  '--no-pings', '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  '--password-store=basic', '--use-mock-keychain',
];

const kNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// The Chromium to be used: CHROMIUM in the environment, or the first one on the PATH; null where there is none.
export function find_chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of kNames)
      if (existsSync(path.join(folder, name))) return path.join(folder, name);
  return null;
}

export class Browser {
  static async launch() {
    const program = find_chromium();
    if (!program) throw new Error('no Chromium found; CHROMIUM may say where one is');
    const profile = await mkdtemp(path.join(tmpdir(), 'awaitscope-browser-'));
    const child = spawn(program, [...kArguments, `--user-data-dir=${profile}`, 'about:blank'],
                        { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
    return new Browser(child, profile);
  }

  constructor(child, profile) {
    this.child_ = child;
    this.profile_ = profile;
    this.next_id_ = 1;
    this.calls_ = new Map();
    this.sessions_ = new Map();  // session id -> handler of its events
    this.stderr_ = '';
    child.stderr.on('data', (data) => { this.stderr_ = (this.stderr_ + data).slice(-4000); });
    this.exited_ = new Promise((resolve) => child.on('exit', resolve));
    this.exited_.then(() => {
      for (const { reject } of this.calls_.values())
        reject(new Error(`the browser has ended: ${this.stderr_}`));
      this.calls_.clear();
    });
    let rest = Buffer.alloc(0);
    child.stdio[4].on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1))
        this.receive_(JSON.parse(rest.subarray(0, end).toString()));
    });
    child.stdio[3].on('error', () => {});
  }

  receive_(message) {
    if (message.id === undefined) {
      this.sessions_.get(message.sessionId)?.(message.method, message.params);
      return;
    }
    const call = this.calls_.get(message.id);
    this.calls_.delete(message.id);
    if (message.error) {
      call?.reject(new Error(`${call.method}: ${message.error.message}`));
    } else {
      call?.resolve(message.result);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.next_id_++;
    return new Promise((resolve, reject) => {
      this.calls_.set(id, { resolve, reject, method });
      this.child_.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  }

  async new_page() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page((method, params) => this.send(method, params, sessionId), targetId, this);
    this.sessions_.set(sessionId, (method, params) => page.event_(method, params));
    await Promise.all(['Page.enable', 'Runtime.enable', 'Network.enable', 'Log.enable']
      .map((method) => page.send(method)));
    return page;
  }

  async close() {
    await Promise.race([this.send('Browser.close').catch(() => {}),
                        new Promise((resolve) => setTimeout(resolve, 2000))]);
    const force = setTimeout(() => this.child_.kill('SIGKILL'), 3000);
    await this.exited_;
    clearTimeout(force);
    await rm(this.profile_, { recursive: true, force: true, maxRetries: 5 });
  }
}

// What a key is called by the protocol, for the keys that the tests press.
const kKeys = {
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  Escape: { code: 'Escape', keyCode: 27 },
  Tab: { code: 'Tab', keyCode: 9 },
  Backspace: { code: 'Backspace', keyCode: 8 },
  Delete: { code: 'Delete', keyCode: 46 },
  Home: { code: 'Home', keyCode: 36 },
  End: { code: 'End', keyCode: 35 },
  PageUp: { code: 'PageUp', keyCode: 33 },
  PageDown: { code: 'PageDown', keyCode: 34 },
  ArrowLeft: { code: 'ArrowLeft', keyCode: 37 },
  ArrowUp: { code: 'ArrowUp', keyCode: 38 },
  ArrowRight: { code: 'ArrowRight', keyCode: 39 },
  ArrowDown: { code: 'ArrowDown', keyCode: 40 },
  ' ': { code: 'Space', keyCode: 32, text: ' ' },
  '?': { code: 'Slash', keyCode: 191, text: '?' },
};
const kModifierBits = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };
const kModifierKeys = {
  Alt: { code: 'AltLeft', windowsVirtualKeyCode: 18 },
  Control: { code: 'ControlLeft', windowsVirtualKeyCode: 17 },
  Meta: { code: 'MetaLeft', windowsVirtualKeyCode: 91 },
  Shift: { code: 'ShiftLeft', windowsVirtualKeyCode: 16 },
};

function describe_key(key) {
  if (kKeys[key]) return { key, ...kKeys[key] };
  if (/^F\d+$/.test(key)) return { key, code: key, keyCode: 111 + Number(key.slice(1)) };
  if (key.length !== 1) throw new Error(`no key is called ${key}`);
  const code = /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : /\d/.test(key) ? `Digit${key}` : '';
  // Other characters' codes would be those of quite different keys: "(" is 40, which is the down arrow.
  return { key, code, keyCode: code ? key.toUpperCase().charCodeAt(0) : 0, text: key };
}

export class Page {
  constructor(send, target, browser) {
    this.send = send;
    this.target_ = target;
    this.browser_ = browser;
    this.errors = [];    // exceptions and console errors
    this.warnings = [];
    this.requests = [];  // addresses
    this.received = 0;   // bytes, as they came over the network
    this.waiting_ = new Map();
  }

  event_(method, params) {
    if (method === 'Runtime.exceptionThrown')
      this.errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Runtime.consoleAPICalled') {
      const text = params.args.map((each) => each.value ?? each.description).join(' ');
      if (params.type === 'error' || params.type === 'assert') this.errors.push(text);
      if (params.type === 'warning') this.warnings.push(text);
    }
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.errors.push(params.entry.text);
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Network.loadingFinished') this.received += params.encodedDataLength;
    for (const resolve of this.waiting_.get(method)?.splice(0) ?? []) resolve(params);
  }

  event(method) {
    return new Promise((resolve) => {
      if (!this.waiting_.has(method)) this.waiting_.set(method, []);
      this.waiting_.get(method).push(resolve);
    });
  }

  async resize(width, height, density = 1, mobile = false) {
    await this.send('Emulation.setDeviceMetricsOverride',
                    { width, height, deviceScaleFactor: density, mobile });
  }

  // Run before any script of the pages to come.
  async before_scripts(source) {
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  async go(address) {
    const loaded = this.event('Page.loadEventFired');
    const { errorText } = await this.send('Page.navigate', { url: address });
    if (errorText) throw new Error(`${address}: ${errorText}`);
    await loaded;
  }

  // The value of a JavaScript expression, promises awaited.
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send(
      'Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async wait_for(expression, seconds = 20) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const value = await this.evaluate(expression);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async mouse(type, x, y, more = {}) {
    await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', ...more });
  }

  async click(x, y) {
    await this.mouse('mouseMoved', x, y, { button: 'none' });
    await this.mouse('mousePressed', x, y, { clickCount: 1 });
    await this.mouse('mouseReleased', x, y, { clickCount: 1 });
  }

  async wheel(x, y, delta_y) {
    await this.mouse('mouseWheel', x, y, { button: 'none', deltaX: 0, deltaY: delta_y });
  }

  async tap(x, y) {
    await this.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  // A key, or a combination such as "Control+ArrowRight".
  async press(combination, more = {}) {
    const words = combination === '+' ? ['+'] : combination.split('+');
    const name = words.pop();
    let modifiers = 0;
    const press = async (type, key, rest) => this.send('Input.dispatchKeyEvent', { type, key, modifiers, ...rest });
    for (const word of words) {
      modifiers |= kModifierBits[word];
      await press('rawKeyDown', word, kModifierKeys[word]);
    }
    const { key, code, keyCode, text } = describe_key(name);
    const typed = modifiers & (kModifierBits.Control | kModifierBits.Meta) ? undefined : text;
    await press(typed ? 'keyDown' : 'rawKeyDown', key, { code, windowsVirtualKeyCode: keyCode, text: typed, ...more });
    await press('keyUp', key, { code, windowsVirtualKeyCode: keyCode });
    for (const word of words.reverse()) {
      modifiers &= ~kModifierBits[word];
      await press('keyUp', word, kModifierKeys[word]);
    }
  }

  async type(text) {
    for (const character of text) await this.press(character);
  }

  // PNG bytes.
  async screenshot() {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async close() {
    await this.browser_.send('Target.closeTarget', { targetId: this.target_ });
  }
}

// Is there one? For scripts: node chromium.mjs
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = find_chromium() ? 0 : 1;
