// Fetches the program, opens it on the canvas and keeps it in step with the page around it.

import create_module from './awaitscope.js';
import { Address } from './address.js';
import { make_bridge, Program } from './bridge.js';
import { cover_with, show_progress, uncover } from './cover.js';
import { make_editor } from './editor.js';
import * as keys from './keys.js';
import * as preferences from './preferences.js';

const canvas = document.getElementById('canvas');
// The server may send it compressed, so that its Content-Length says nothing: the build wrote the size here.
const wasm_bytes = Number(document.getElementById('cover').dataset.wasmBytes);

// The response, passed on piece by piece as it arrives, so that it is compiled while it is fetched.
function counted(response) {
  let received = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      received += chunk.length;
      show_progress(Math.min(received / wasm_bytes, 1));
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter),
                      { headers: { 'Content-Type': 'application/wasm' } });
}

async function instantiate(imports) {
  const response = await fetch(new URL('awaitscope.wasm', import.meta.url));
  if (!response.ok) throw new Error(`awaitscope.wasm: ${response.status} ${response.statusText}`);
  return WebAssembly.instantiateStreaming(counted(response), imports);
}

function fetch_module(hooks) {
  return new Promise((resolve, reject) => {
    create_module({
      ...hooks,
      canvas,
      instantiateWasm(imports, receive) {
        instantiate(imports).then(({ instance, module }) => receive(instance, module), reject);
        return {};
      },
      onAbort: (reason) => reject(new Error(String(reason))),
    }).then(resolve, reject);
  });
}

// SDL measures the canvas when the window is resized; a move to a screen of another density may change the pixels
// alone. Returns what looks for that, for whoever has an occasion to.
function watch_density() {
  let known = devicePixelRatio;
  const look = () => {
    if (devicePixelRatio === known) return;
    known = devicePixelRatio;
    dispatchEvent(new Event('resize'));
  };
  const watch = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      look();
      watch();
    }, { once: true });
  };
  watch();
  return look;
}

function watch_context(program) {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();  // says that we can go on once it is back
    program.context_lost();
    cover_with('The graphics driver has stopped. As soon as it is back, the page goes on.');
  });
  canvas.addEventListener('webglcontextrestored', () => {
    program.context_restored();
    uncover();
  });
}

// A trap in the program leaves its memory in no state to go on with.
function watch_traps() {
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError)
      cover_with('Something inside the page broke. Reloading it starts again at the same place.');
  });
}

async function start() {
  let program = null, address = null;
  const look_at_density = watch_density();
  const edit = make_editor((source) => program.load(source));
  const module = await fetch_module({
    onCopy: keys.copy,
    onLink: (link) => open(link, '_blank', 'noopener'),
    onEdit: () => edit(program.source()),
    onTheme: preferences.remember_theme,
    onChange: () => address.changed(),
    onDraw(idle) {
      program.on_draw(idle);
      look_at_density();
    },
  });
  program = new Program(module);
  keys.listen((text) => program.paste(text));
  const problem = program.open();
  if (problem) throw new Error(problem);
  preferences.apply(program);
  address = new Address(program);
  await address.read();
  watch_context(program);
  watch_traps();
  await program.first_frame();
  return program;
}

if (!document.documentElement.dataset.problem) {
  const started = start();
  window.awaitscope = make_bridge(started);
  started.then(() => {
    uncover();
    canvas.focus();
  }, (error) => {
    console.error(error);
    cover_with(`The page could not start: ${error.message}`);
  });
}
