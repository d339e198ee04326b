// node web/build.mjs PROGRAM WORK SITE WASM_SPLIT ENGINE
//
// Puts the page together in the folder SITE: what Emscripten has made (in PROGRAM), and page/, in as few and as small
// files as esbuild makes of them. WORK is a folder to work in: esbuild and CodeMirror are installed there, by package.json
// and package-lock.json beside this file. WASM_SPLIT is Binaryen's; where there is none, or it cannot do what split.mjs
// asks for, the program stays whole, and the first visit longer. ENGINE is the command line, which draws for example.html.
//
// frame.html is index.html for articles, without what only a page of its own needs; awaitscope.js (element/) is what
// articles load.
//
// Every address in the page ends in ?v=VERSION, a hash of all that is in it, so that a browser may keep what it has for
// ever and yet never mixes two builds.
//
// Where npm or its registry cannot be reached the page is put together all the same, and says so here: from the modules
// as they are, with a plain text field instead of the editor, without the example, and without a copy for use offline.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { example_files } from './example.mjs';
import { icon_png } from './icons.mjs';
import { install } from './npm.mjs';
import { split } from './split.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const page = path.join(here, 'page'), element = path.join(here, 'element');

// Part of the first visit; the editors are fetched when somebody writes, the rest of the program when somebody uses it.
const kFirstVisit = ['style.css', 'check.js', 'start.js', 'awaitscope.wasm', 'icon.svg', 'manifest.webmanifest'];

// A frame is no page to be installed, found or shown with a picture. What ten frames of one article share is not to be
// fetched by each of them before they have asked each other.
function frame_of(index) {
  return index.replace(/<(meta (property|name)="(og:|twitter:|description|theme-color)|link rel="(preload|manifest|apple-touch-icon)")[^>]*>\n/g, '')
    .replace('<script src="start.js', '<link rel="modulepreload" href="in_frame.js@VERSION@">\n<script src="start.js')
    .replace('<html lang="en">', '<html lang="en" data-frame>')
    .replace('<meta name="color-scheme"', '<meta name="robots" content="noindex">\n<meta name="color-scheme"');
}

// { name: contents } of the page's scripts and style.
async function small_files(esbuild, folder) {
  const files = {};
  const build = async (names, target, { banner = '', ...options } = {}) => {
    const { outputFiles } = await esbuild.build({
      entryPoints: names.map((name) => path.join(folder, name)), outdir: folder, bundle: true, minify: true,
      format: 'esm', target, banner: { js: banner }, legalComments: 'none', charset: 'utf8', write: false, logLevel: 'warning',
      ...options,
    });
    for (const file of outputFiles) files[path.basename(file.path)] = Buffer.from(file.contents);
  };
  await build(['start.js', 'in_frame.js', 'lessons.js', 'offline.js', 'style.css'], 'es2020');
  await build(['awaitscope.js'], 'es2022', { mangleProps: /[a-z]_$/ });  // what is its own
  // Its licence asks for its words to go along.
  const licence = await readFile(path.join(folder, '../node_modules/@codemirror/view/LICENSE'), 'utf8');
  await build(['code_editor.js'], 'es2020', { banner: `/* CodeMirror and Lezer\n\n${licence}*/` });
  await build(['check.js'], 'es5');  // it tells old browsers that they are too old
  return files;
}

async function plain_files(folder) {
  const files = {};
  for (const name of await readdir(folder))
    if (/\.(js|css)$/.test(name) && !['code_editor.js', 'offline.js'].includes(name))
      files[name] = await readFile(path.join(folder, name));
  return files;
}

const fill = (text, values) => Buffer.from(text.toString().replace(/@(\w+)@/g, (whole, name) => values[name] ?? whole));

async function program_files(program, folder, wasm_split) {
  try {
    const { first, rest } = await split(program, folder, wasm_split);
    return { 'awaitscope.wasm': first, 'rest.wasm': rest };
  } catch (error) {
    console.warn(`The program stays in one piece, so that the first visit takes longer. The reason: ${error.message}`);
    return { 'awaitscope.wasm': await readFile(path.join(program, 'awaitscope.wasm')) };
  }
}

async function main(program, work, site, wasm_split, engine) {
  const npm = path.join(work, 'npm');
  const { require, problem } = await install(here, npm);
  if (problem)
    console.warn('npm could not install esbuild and CodeMirror (web/package.json), so the page is built without them:\n' +
                 `larger, with a plain text field as its editor, without example.html, and not for use offline. The reason: ${problem}`);
  const esbuild = require?.('esbuild');
  // esbuild looks for packages upwards from the file that imports them.
  const folder = path.join(npm, 'page');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const name of await readdir(page)) await copyFile(path.join(page, name), path.join(folder, name));
  await copyFile(path.join(program, 'awaitscope.js'), path.join(folder, 'engine.js'));
  await copyFile(path.join(element, 'awaitscope.js'), path.join(folder, 'awaitscope.js'));

  const files = esbuild ? await small_files(esbuild, folder) : await plain_files(folder);
  Object.assign(files, await program_files(program, path.join(work, 'split'), wasm_split));
  for (const name of ['icon.svg', 'manifest.webmanifest']) files[name] = await readFile(path.join(page, name));
  // For those who install it; a visit fetches none of them.
  for (const size of [180, 192, 512]) files[`icon-${size}.png`] = icon_png(files['icon.svg'].toString(), size, size === 180);
  let index = await readFile(path.join(page, 'index.html.in'), 'utf8');
  // For those who show a link with a picture.
  const picture = await readFile(path.join(here, 'picture.png')).catch(() => null);
  if (!picture) index = index.replace(/<meta [^>]*(picture\.png|large_image)[^>]*>\n/g, '');

  const example = esbuild ? await example_files({ engine: path.resolve(engine), work, require, esbuild }) : {};
  Object.assign(files, example);

  const hash = createHash('sha256').update(index);
  for (const name of Object.keys(files).sort()) hash.update(name).update(files[name]);
  const version = esbuild ? `?v=${hash.digest('hex').slice(0, 12)}` : '';
  const values = {
    VERSION: version,
    WASM_BYTES: files['awaitscope.wasm'].length,
    REST: files['rest.wasm'] ? 'rest.wasm' : '',
    FILES: kFirstVisit.map((name) => `${name}${version}`).join(' '),
  };
  if (picture) files['picture.png'] = picture;
  files['index.html'] = fill(index, values);
  files['frame.html'] = fill(frame_of(index), values);
  if (example['example.html']) files['example.html'] = fill(example['example.html'], values);
  if (files['offline.js']) files['offline.js'] = fill(files['offline.js'], values);

  await mkdir(site, { recursive: true });
  for (const name of await readdir(site)) if (!files[name]) await rm(path.join(site, name), { recursive: true });
  for (const [name, contents] of Object.entries(files)) await writeFile(path.join(site, name), contents);
}

const [program, work, site, wasm_split, engine] = process.argv.slice(2);
if (!engine) {
  console.error('usage: build.mjs PROGRAM WORK SITE WASM_SPLIT ENGINE');
  process.exit(2);
}
await main(program, path.resolve(work), site, wasm_split, engine);
