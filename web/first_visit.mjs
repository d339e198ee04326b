// node first_visit.mjs PROGRAM WASM --profile FILE | --rest REST
//
// Runs the page's program without a browser, on a canvas that nobody sees, and does with it what a first visit does:
// opens it, looks at the first lessons, steps, flips switches, points at things, presses keys.
//
// --profile: WASM counts which functions run (wasm-split --instrument); writes that to FILE, and as JSON to FILE.json
// where the data lies that nothing of all this may need.
// --rest: WASM is the first part of a split program: fails where REST is needed, then puts it in and runs something
// that needs it.
//
// To be run in a folder with copies of address.js, bridge.js and rest.js, as PROGRAM is one of the program's JavaScript.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [program_file, wasm_file, mode, other_file] = process.argv.slice(2);
const kFirst = ['lesson.init', 'lesson.awaitable'];  // lessons that somebody sees who has just come
const kSizes = [[390, 844], [844, 390], [768, 1024], [1920, 1080], [1280, 720]];  // the last one for most of the visit
let [width, height] = kSizes.at(-1);

// --- as much of a browser as SDL, ImGui and Emscripten ask for ---

const nothing = () => 0;
const handlers = [];
class Target {
  addEventListener(type, handler) { handlers.push({ type, handler }); }
  removeEventListener() {}
}

const kGl = {
  getParameter: (name) => ({ 0x1f02: 'WebGL 2.0', 0x8b8c: 'WebGL GLSL ES 3.00', 0x1f00: '', 0x1f01: '' })[name] ?? 0,
  getSupportedExtensions: () => [],
  getExtension: () => null,
  getContextAttributes: () => ({}),
  getShaderParameter: () => true,
  getProgramParameter: (program, name) => name === 0x8b82 ? true : 0,  // linked; no uniforms
  getShaderInfoLog: () => '',
  getProgramInfoLog: () => '',
  isContextLost: () => false,
  isProgram: () => true,
};
const gl = new Proxy({}, {
  get: (own, name) => own[name] ?? kGl[name] ?? (/^create/.test(String(name)) ? () => ({}) : nothing),
});

class Canvas extends Target {
  width = width;
  height = height;
  id = 'canvas';
  nodeName = 'CANVAS';
  style = new Proxy({}, { get: (own, name) => own[name] ?? nothing });
  get clientWidth() { return width; }
  get clientHeight() { return height; }
  getContext() {
    gl.canvas = this;
    return gl;
  }
  getBoundingClientRect() { return { x: 0, y: 0, left: 0, top: 0, width, height, right: width, bottom: height }; }
  focus() {}
}

let now = 0;
const waiting = [], timers = [];
const canvas = new Canvas();
const requestAnimationFrame = (draw) => waiting.push(draw);
const kBrowser = {
  canvas,
  document: Object.assign(new Target(), {
    body: new Target(), documentElement: new Target(), querySelector: () => canvas, getElementById: () => canvas,
    createElement: () => canvas, hidden: false, visibilityState: 'visible',
  }),
  window: Object.setPrototypeOf({
    get innerWidth() { return width; }, get innerHeight() { return height; }, devicePixelRatio: 1,
    scrollX: 0, scrollY: 0, pageXOffset: 0, pageYOffset: 0, requestAnimationFrame,
  }, Target.prototype),
  navigator: { userAgent: '', platform: '', language: 'en', languages: ['en'] },
  screen: { width, height },
  performance: { now: () => now },
  requestAnimationFrame,
  setTimeout: (call, delay) => timers.push({ call, at: now + delay }),
  WebGLRenderingContext: class {},
  WebGL2RenderingContext: class {},
  HTMLCanvasElement: Canvas,
  location: { hash: '', pathname: '/', search: '' },
  history: { replaceState: nothing },
  addEventListener: nothing,
  onbeforeunload: null,
  devicePixelRatio: 1,
};
for (const [name, value] of Object.entries(kBrowser))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

// --- the program ---

const { Program } = await import(pathToFileURL(path.resolve('bridge.js')));
const { Address } = await import(pathToFileURL(path.resolve('address.js')));
const { Rest } = await import(pathToFileURL(path.resolve('rest.js')));

function fail(error) {
  console.error(error);
  process.exit(1);
}

const rest = new Rest(mode === '--rest' ? other_file : '', fail);
let visited = false, instance = null, lessons = [];
rest.need = () => fail(new Error('a first visit needs the rest'));
const { default: create_module } = await import(pathToFileURL(path.resolve(program_file)));
const wasm = await readFile(wasm_file);
const module = await create_module({
  canvas,
  onCopy: nothing, onLink: nothing, onEdit: nothing, onSave: nothing, onCopyLink: nothing, onTheme: nothing,
  onChange: nothing, onDraw: nothing,
  fetchRest: () => visited || fail(new Error('a first visit needs data that is marked as AWAITSCOPE_DEFERRED')),
  instantiateWasm(imports, receive) {
    WebAssembly.instantiate(wasm, imports).then(async (made) => {
      instance = made.instance;
      await rest.join(made);
      receive(instance, made.module);
    }).catch(fail);
    return {};
  },
});
const program = new Program(module);

// --- the visit ---

function draw(frames = 2) {
  for (let i = 0; i < frames; ++i) {
    now += 16;
    for (const each of waiting.splice(0)) each(now);
    for (const each of timers.splice(0)) each.at > now ? timers.push(each) : each.call();
  }
}
function send(type, what) {
  const event = { type, target: canvas, timeStamp: now, preventDefault: nothing, stopPropagation: nothing, ...what };
  for (const each of handlers) if (each.type === type) each.handler(event);
  draw();
}
function mouse(type, x, y, buttons = 0) {
  send(type, { clientX: x, clientY: y, pageX: x, pageY: y, screenX: x, screenY: y, movementX: 1, movementY: 1, button: 0, buttons });
}
function click(x, y) {
  mouse('mousemove', x, y);
  mouse('mousedown', x, y, 1);
  mouse('mouseup', x, y);
}
function press(key, code, keyCode) {
  for (const type of ['keydown', 'keyup'])
    send(type, { key, code, keyCode, which: keyCode, charCode: 0, location: 0, repeat: false, locale: '', char: '',
                 ctrlKey: false, shiftKey: false, altKey: false, metaKey: false });
}
function touch(type, x, y) {
  const point = { identifier: 1, target: canvas, clientX: x, clientY: y, pageX: x, pageY: y, screenX: x, screenY: y, force: 1 };
  const touches = type === 'touchend' ? [] : [point];
  send(type, { touches, targetTouches: touches, changedTouches: [point] });
}
const steps = () => program.state().steps;
function look() {  // at all that there is, on the way from the first step to the last
  const all = steps(), stride = Math.max(1, all >> 6);
  for (let step = 0; step < all - 1; step += stride) {
    program.seek(step);
    draw();
  }
  program.state();
  program.widgets_json();
}

function press_forward() {
  const button = program.widgets().find((each) => each.id === 'transport.forward');
  click(button.x + button.width / 2, button.y + button.height / 2);
  draw(60);  // its tooltip comes, and goes
  program.state();
  program.widgets_json();
}

// What a frame does before its reader does anything, and what its reader does first.
function in_an_article() {
  const size = [width, height];
  for ([width, height] of [[360, 400], [720, 480], [720, 640]]) {
    send('resize', {});
    draw(4);
    program.wanted_height();
    for (const tab of program.widgets().filter(({ id }) => /^tab\./.test(id))) {
      program.activate(tab.id);
      draw(4);
    }
    program.scrolls(180, 200, 0, 10);
    program.scrolls(180, 200, 10, 0);
    program.zooms(500, 200);
    program.play(true);
    draw(4);
    program.play(false);
    press_forward();
  }
  [width, height] = size;
  send('resize', {});
  draw(4);
}

async function visit() {
  const problem = program.open();
  if (problem) throw new Error(problem);
  program.theme(0, 1);
  program.arrange('');
  program.progress('');
  program.reduced_motion(false);
  program.palette();
  const address = new Address(program, rest);
  for (const hash of ['#lesson=awaitable&step=3', '#embed=1', '#show=code,timeline,loop,output,explanation&theme=light&embed=1', '#await=closure&use=await&step=9&view=timeline,0,80', '']) {
    location.hash = hash;
    await address.read();
    draw(4);
    await address.hash();
    program.at_beginning();
    press_forward();
    if (hash.includes('embed')) in_an_article();
  }
  for (const each of ['source', 'source_area', 'field', 'focused', 'covered', 'heard', 'arrangement', 'lesson_id', 'version']) program[each]();
  program.focus('transport.forward');
  program.at_edge(1);
  program.pinch(640, 600, 1.1);
  program.redraw();
  look();

  const ids = () => program.widgets().map((each) => each.id);
  const switches = ids().filter((id) => /^toggle\./.test(id));
  program.activate('lesson');
  draw(4);
  lessons = ids().filter((id) => /^lesson\./.test(id));
  if (switches.length < 30 || lessons.length < 5) throw new Error('there are hardly any switches and lessons');
  for (const lesson of kFirst) {
    program.activate(lesson);
    draw(4);
    look();
    program.activate('lesson');
    draw(4);
  }
  program.activate(kFirst[0]);
  draw(4);
  program.reset();  // an address says the rest
  program.begin();
  draw(4);
  // What is pressed first. By the time that somebody comes to the others, the rest is there.
  for (const id of ['transport.play', 'transport.back', 'transport.first', 'timeline.fit']) {
    program.activate(id);
    draw();
  }
  for (let y = 8; y < height; y += 32)
    for (let x = 8; x < width; x += 32) mouse('mousemove', x, y);
  // Twice: a click soon after another, or after the page has come, is looked at more closely.
  for (let i = 0; i < 2; ++i) press_forward();
  send('wheel', { clientX: 640, clientY: 600, pageX: 640, pageY: 600, screenX: 640, screenY: 600, movementX: 0, movementY: 0,
                  button: 0, buttons: 0, deltaX: 0, deltaY: 10, deltaZ: 0, deltaMode: 0 });
  press('ArrowRight', 'ArrowRight', 39);
  press('ArrowLeft', 'ArrowLeft', 37);
  press(' ', 'Space', 32);
  draw(60);
  press(' ', 'Space', 32);
  for (const type of ['mouseenter', 'mouseleave']) mouse(type, 640, 360);
  for (const type of ['touchstart', 'touchmove', 'touchend'])
    touch(type, 640, 360);
  for (const hidden of [true, false]) {
    Object.assign(document, { hidden, visibilityState: hidden ? 'hidden' : 'visible' });
    send('visibilitychange', {});
  }
  for (const type of ['blur', 'focus', 'beforeunload']) send(type, {});
  for ([width, height] of kSizes) {
    send('resize', {});
    draw(4);
    for (const tab of ids().filter((id) => /^tab\./.test(id))) {
      program.activate(tab);
      draw();
      program.seek(steps() >> 1);
      draw();
    }
    program.widgets_json();
  }
  program.more();
  program.injections();
  program.settled();
  program.context_lost();
  program.context_restored();
  draw(4);
}

// What a first visit has no use for: modules, a mistake, letters of another script.
const kMore = `import json, dataclasses, collections, random
print(json.dumps({"größe": [1.5, 10 ** 40]}), sorted({3, 1}), "Привет ▒".upper(), "%-5s|{:>6.2f}".format(2.5) % "a")
print(collections.Counter("abca"), random.Random(1).random())
`;
function run(source, wanted) {
  program.load(source);
  draw(4);
  program.seek(steps());
  draw(4);
  const { stdout, error } = program.state();
  if (!wanted.test(stdout + JSON.stringify(error))) throw new Error(`not what was expected: ${stdout} ${JSON.stringify(error)}`);
}

try {
  await visit();
  if (mode === '--profile') {
    const size = instance.exports.__write_profile(0, 0);
    const at = module._malloc(size);
    instance.exports.__write_profile(at, size);
    await writeFile(other_file, module.bytes().slice(at, at + size));
    await writeFile(`${other_file}.json`, JSON.stringify({ begin: module._awaitscope_deferred_data_begin(), end: module._awaitscope_deferred_data_end() }));
  } else {
    rest.put_in_(new WebAssembly.Module(await readFile(other_file)));
    visited = true;
    run(kMore, /"gr\\u00f6\\u00dfe".*ПРИВЕТ ▒.*0\.13436424411240122/s);
    run('async def main():\n  await = 1\n', /invalid syntax/);
    const last = lessons.at(-1).slice('lesson.'.length);
    if (!program.lesson(last) || !program.state().about.answer) throw new Error(`there is no lesson ${last}`);
  }
} catch (error) {
  fail(error);
}
process.exit(0);
