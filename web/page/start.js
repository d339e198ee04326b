// Fetches the program, opens it on the canvas and keeps it in step with the page around it.

import create_module from './engine.js';
import { embedded } from './embedded.js';  // first: what follows asks it
import { Address } from './address.js';
import { make_bridge, Program } from './bridge.js';
import { cover_with, show_progress, uncover } from './cover.js';
import { Editing } from './editor.js';
import { Field } from './field.js';
import { draw_run } from './foreign_text.js';
import * as gestures from './gestures.js';
import * as keys from './keys.js';
import { Mirror } from './mirror.js';
import * as preferences from './preferences.js';
import { Rest } from './rest.js';
import { embed_html, link_of, save_file, save_picture } from './share.js';

// ?v=... of this build; nothing where it was built without esbuild.
const version = new URL(import.meta.url).search;
const canvas = document.getElementById('canvas');
// The server may send it compressed, so that its Content-Length says nothing: the build wrote the size here.
const wasm_bytes = Number(document.getElementById('cover').dataset.wasmBytes);
const lessons_address = new URL(`lessons.js${version}`, import.meta.url).href;
const kNoWebgl = 'This browser has no WebGL 2, which the page needs to draw. Check "hardware acceleration" in its ' +
                 'settings; the graphics driver may also be blocked.';
const kContext = { alpha: false, antialias: false, depth: false, stencil: false };
const kUsedAfter = 5000, kUnseen = 500;  // milliseconds
const rest_file = document.getElementById('cover').dataset.rest;
const rest = new Rest(rest_file && new URL(`${rest_file}${version}`, import.meta.url).href, () => cover_with(
  'A part of the page could not be fetched. Check the network, then reload: the page keeps your place.'));

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
  if (frame) {
    const module = await frame.compiled(new URL(`awaitscope.wasm${version}`, import.meta.url).href);
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  }
  const response = await fetch(new URL(`awaitscope.wasm${version}`, import.meta.url));
  if (!response.ok) throw new Error(`awaitscope.wasm: ${response.status} ${response.statusText}`);
  // What was kept is there at once, and what the browser has compiled of it before may be kept with it.
  const kept = navigator.serviceWorker?.controller;
  return WebAssembly.instantiateStreaming(kept ? response : counted(response), imports);
}

function fetch_module(hooks) {
  return new Promise((resolve, reject) => {
    create_module({
      ...hooks,
      canvas,
      instantiateWasm(imports, receive) {
        instantiate(imports).then(async (made) => {
          await rest.join(made);
          receive(made.instance, made.module);
        }).catch(reject);
        return {};
      },
      fetchRest: () => rest.need(),
      onAbort: (reason) => reject(new Error(String(reason))),
    }).then(resolve, reject);
    // The driver takes its time with it, meanwhile the program arrives. SDL, which asks for one later, gets this.
    canvas.width = innerWidth * devicePixelRatio;
    canvas.height = innerHeight * devicePixelRatio;
    canvas.getContext('webgl2', kContext);
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
    cover_with('The graphics driver has stopped. The page continues when it is back.');
  });
  canvas.addEventListener('webglcontextrestored', () => {
    program.context_restored();
    uncover();
  });
}

// A trap in the program leaves its memory in no state to go on with. So does a call that went without the rest of it,
// of which the traps that follow say nothing new.
function watch_traps() {
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError && !rest.lost)
      cover_with('The page has crashed. Reload it: it keeps your place.');
  });
}

// The window's size may have been set again without being another, or the tab may come back: what the canvas showed
// may be gone, and nothing else would say so.
function watch_canvas(program) {
  addEventListener('resize', () => program.redraw());
  document.addEventListener('visibilitychange', () => document.hidden || program.redraw());
}

// The colours of the theme, for what the page shows beside the canvas.
function paint_page(program) {
  for (const [name, colour] of Object.entries(program.palette()))
    document.documentElement.style.setProperty(`--${name}`, colour);
}

// Kept for use offline, once there is nothing more urgent to be fetched.
function keep() {
  if (!version || !navigator.serviceWorker) return;
  navigator.serviceWorker.register(new URL(`offline.js`, import.meta.url))
    .then(() => Promise.all([navigator.serviceWorker.ready, rest.put_in]))
    .then(([{ active }]) => {
      for (const address of [rest.address, lessons_address]) active.postMessage(address);
    })
    .catch((error) => console.info(`not kept for use offline: ${error.message}`));
}

// Where it is kept it costs nothing, and there may be no network to fetch it from in the middle of a call.
async function fetch_kept_rest() {
  if (embedded) return;  // in a sandbox it is forbidden to ask
  if (navigator.serviceWorker?.controller && await caches.match(rest.address)) await rest.fetch();
}

// When somebody uses the page; or looks at it for so long that they will, and may do so later without a network.
function fetch_rest_when_used() {
  const kSigns = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'click', 'input'];
  const fetch_it = () => {
    for (const sign of kSigns) removeEventListener(sign, fetch_it, true);
    rest.fetch();
  };
  for (const sign of kSigns) addEventListener(sign, fetch_it, { capture: true, passive: true });
  if (!navigator.connection?.saveData && !embedded) setTimeout(fetch_it, kUsedAfter);
}

// Who was writing a lesson when the page was loaded anew writes on.
function was_writing() {
  try {
    return 'awaitscope.writing' in sessionStorage;
  } catch {
    return false;
  }
}

let frame = null;  // in_frame.js, where it is one
let lessons = null;  // a promise of what is about lessons that are not built in
let article = { changed() {}, drawn() {}, ready() {}, failed() {}, mistaken() {} };  // the page around it

async function start() {
  if (embedded) {
    frame = await import(new URL(`in_frame.js${version}`, import.meta.url).href);
    article = new frame.Messages({ rest, theme: preferences.theme_of_article, lesson: (value) => address.show_lesson(value) });
    rest.compile = frame.compiled;
    rest.share = frame.shared;
  }
  let program = null, address = null, editing = null, mirror = null, field = null, fetched_lessons = null;
  lessons = () => {
    fetched_lessons ??= import(lessons_address).then(({ Lessons }) => new Lessons(
      { program, address, embedded, link_of, copy: keys.copy, save: save_file, mistaken: (words) => article.mistaken(words) }));
    fetched_lessons.catch(() => { fetched_lessons = null; });
    return fetched_lessons;
  };
  const look_at_density = watch_density();
  if (/[#&](code=|lesson=.*[.~])/.test(location.hash)) rest.fetch();
  const module = await fetch_module({
    onCopy: keys.copy,
    onLink: (link) => open(link, '_blank', 'noopener'),
    onEdit: () => editing.open(),
    onEditLesson: (markdown) => lessons().then((own) => own.edit(markdown), (error) => console.warn(error.message)),
    // The browser opens nothing new for a frame that may not (sandbox without allow-popups).
    onOpenWhole: () => address.hash().then((hash) => open(link_of(hash), '_blank', 'noopener')),
    onSave: save_file,
    onSavePicture: save_picture,
    onCopyLink: (embed) => address.hash().then((hash) => keys.copy(embed ? embed_html(hash) : link_of(hash))),
    onTheme(theme, text_scale) {
      preferences.remember_theme(theme, text_scale);
      paint_page(program);
    },
    onDrawRun(text, size, code) {
      const drawn = draw_run(text, size, code);
      if (drawn) program.take_run(drawn);
    },
    onProgress: (lessons) => preferences.remember('progress', lessons),
    onArranged(text) {
      preferences.remember('arrangement', text);
      address.changed();
    },
    onChange() {
      address.changed();
      editing.shown();
      article.changed();
    },
    onDraw(idle) {
      program.on_draw(idle);
      look_at_density();
      editing.follow();
      mirror.drawn();
      article.drawn();
      field.follow();
    },
  });
  program = new Program(module);
  frame?.listen(canvas, program);
  frame?.draw_only_in_view(canvas, () => program.drawn > 0);
  keys.listen(program);
  gestures.listen(canvas, program);
  const { title } = document;
  const problem = program.open();
  document.title = title;  // SDL gives its window one, and the page is its window
  if (problem) throw new Error(canvas.getContext('webgl2') ? problem : kNoWebgl);
  preferences.apply(program, () => paint_page(program));
  program.arrange(preferences.remembered('arrangement'));
  program.progress(preferences.remembered('progress'));
  editing = new Editing(program);
  mirror = new Mirror(program);
  field = new Field(program);
  address = new Address(program, rest, { in_frame: embedded, themed: preferences.theme_of_article, lessons });
  if (!embedded) address.restore_last_session();
  await address.read();
  watch_context(program);
  watch_canvas(program);
  watch_traps();
  // A browser may have a frame that is out of sight draw nothing at all. It can be told what to show all the same.
  const unseen = embedded ? new Promise((resolve) => setTimeout(resolve, kUnseen)) : new Promise(() => {});
  await Promise.all([Promise.race([program.first_frame(), unseen]), fetch_kept_rest()]);
  return program;
}

if (!document.documentElement.dataset.problem) {
  const started = start();
  window.awaitscope = make_bridge(started);
  started.then((program) => {
    performance.mark('awaitscope.ready');
    uncover();
    fetch_rest_when_used();
    article.ready(program);
    if (embedded) return;  // the keyboard is the article's, and nothing is kept
    canvas.focus({ preventScroll: true });
    if (was_writing()) lessons().then((own) => own.resume());
    keep();
  }, (error) => {
    console.error(error);
    const text = error.message === kNoWebgl ? kNoWebgl : `The page could not start: ${error.message}`;
    document.documentElement.dataset.problem = text;
    cover_with(text);
    article.failed(text);
  });
}
