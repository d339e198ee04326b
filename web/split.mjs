// Splits the page's program in two: what a first visit needs, and the rest, which the page fetches when somebody uses
// it (page/rest.js).
//
// Functions: Binaryen's wasm-split, by a profile that is taken here and now, from a first visit (first_visit.mjs). So
// there is no list that grows old, and what is forgotten in it costs a moment, not a mistake. Data: what is marked as
// AWAITSCOPE_DEFERRED (engine/compat/deferred_data.h) is moved over.

import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

// What Emscripten compiles for.
const kFeatures = ['--enable-bulk-memory', '--enable-sign-ext', '--enable-nontrapping-float-to-int', '--enable-mutable-globals'];

function run(command, words, folder) {
  const { status, error, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: 'utf8', timeout: 240000 });
  if (status !== 0) throw new Error(`${path.basename(command)}: ${error?.message ?? (stderr || stdout).trim().slice(-2000)}`);
}

// program: the folder with awaitscope.js and awaitscope.wasm; folder: one to work in. Resolves to { first, rest }, the
// bytes of two programs; throws where there is no way to make them.
export async function split(program, folder, wasm_split) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  for (const name of ['address.js', 'bridge.js', 'rest.js']) await copyFile(path.join(here, 'page', name), path.join(folder, name));
  for (const name of ['awaitscope.js', 'awaitscope.wasm']) await copyFile(path.join(program, name), path.join(folder, name));
  await copyFile(path.join(here, 'first_visit.mjs'), path.join(folder, 'first_visit.mjs'));

  const visit = (...words) => run(process.execPath, ['first_visit.mjs', 'awaitscope.js', ...words], folder);
  run(wasm_split, [...kFeatures, '--instrument', 'awaitscope.wasm', '-o', 'instrumented.wasm'], folder);
  visit('instrumented.wasm', '--profile', 'profile');
  run(wasm_split, [...kFeatures, 'awaitscope.wasm', '--profile=profile', '-o1', 'first.wasm', '-o2', 'rest.wasm'], folder);
  const { begin, end } = JSON.parse(await readFile(path.join(folder, 'profile.json'), 'utf8'));
  const [first, rest] = move_data(await readFile(path.join(folder, 'first.wasm')),
                                  await readFile(path.join(folder, 'rest.wasm')), begin, end);
  await writeFile(path.join(folder, 'first.wasm'), first);
  await writeFile(path.join(folder, 'rest.wasm'), rest);
  visit('first.wasm', '--rest', 'rest.wasm');
  return { first, rest };
}

// --- WebAssembly's binary format: https://webassembly.github.io/spec/core/binary/modules.html ---

const kCustom = 0, kData = 11, kDataCount = 12;

function read_number(bytes, at) {
  let value = 0, shift = 0, byte;
  do {
    byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
  } while (byte & 0x80);
  return [value, at];
}

function number(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push(value % 128 | 0x80);
  return Buffer.from([...bytes, value]);
}

// What is signed ends in a bit that is the sign.
function signed_number(value) {
  const bytes = [];
  for (; value > 0x3f; value = Math.floor(value / 128)) bytes.push(value % 128 | 0x80);
  return Buffer.from([...bytes, value]);
}

function sections_of(bytes) {
  const sections = [];
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at], [size, body] = read_number(bytes, at + 1);
    sections.push({ id, body: bytes.subarray(body, body + size) });
    at = body + size;
  }
  return sections;
}

const module_of = (header, sections) => Buffer.concat([
  header.subarray(0, 8), ...sections.flatMap(({ id, body }) => [Buffer.from([id]), number(body.length), body])]);

// [{ address, bytes }], of a data section all of whose parts have an address.
function segments_of(body) {
  const segments = [];
  let [count, at] = read_number(body, 0);
  for (; count > 0; --count) {
    if (body[at] !== 0 || body[at + 1] !== 0x41) throw new Error('data without an address');
    let address, size;
    [address, at] = read_number(body, at + 2);
    if (body[at] !== 0x0b) throw new Error('data at an address that is computed');
    [size, at] = read_number(body, at + 1);
    segments.push({ address, bytes: body.subarray(at, at + size) });
    at += size;
  }
  return segments;
}

const data_section = (segments) => ({ id: kData, body: Buffer.concat([number(segments.length), ...segments.flatMap(
  ({ address, bytes }) => [Buffer.from([0, 0x41]), signed_number(address), Buffer.from([0x0b]), number(bytes.length), bytes])]) });

// Moves the data from begin to end out of one module and into another, which has none of its own yet.
function move_data(from, to, begin, end) {
  const stay = [], go = [];
  const sections = sections_of(from);
  for (const { address, bytes } of segments_of(sections.find((each) => each.id === kData).body)) {
    const part = (list, low, high) => {
      low = Math.max(low, address);
      high = Math.min(high, address + bytes.length);
      if (low < high) list.push({ address: low, bytes: bytes.subarray(low - address, high - address) });
    };
    part(stay, 0, begin);
    part(go, begin, end);
    part(stay, end, Infinity);
  }
  if (!go.length) throw new Error('there is nothing to move');
  const left = sections.map((section) => section.id === kData ? data_section(stay)
                                         : section.id === kDataCount ? { ...section, body: number(stay.length) } : section);
  const target = sections_of(to);
  if (target.some((each) => each.id === kData || each.id === kDataCount)) throw new Error('the rest has data of its own');
  const last = target.findIndex((each, i) => i > 0 && each.id === kCustom);
  target.splice(last < 0 ? target.length : last, 0, data_section(go));
  return [module_of(from, left), module_of(to, target)];
}
