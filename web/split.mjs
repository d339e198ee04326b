// Splits the page's program in two: what a first visit needs, and the rest, which the page fetches when somebody uses
// it (page/rest.js).
//
// Functions: Binaryen's wasm-split, by a profile that is taken here and now, from a first visit (first_visit.mjs). So
// there is no list that grows old, and what is forgotten in it costs a moment, not a mistake. Data: what is marked as
// AWAITSCOPE_DEFERRED (engine/compat/deferred_data.h) is moved over, and so are the string literals that only the rest
// speaks of.

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
  const before = await readFile(path.join(folder, 'first.wasm'));
  run(path.join(path.dirname(wasm_split), 'wasm-dis'), [...kFeatures, 'first.wasm', '-o', 'first.wat'], folder);
  const texts = texts_of_the_rest(before, numbers_in(await readFile(path.join(folder, 'first.wat'), 'utf8')), begin, end);
  const [first, rest] = move_data(before, await readFile(path.join(folder, 'rest.wasm')), [...texts, { begin, end }]);
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

// All numbers that could be addresses in the code of a module as wasm-dis writes it: constants, and the offsets of loads
// and stores.
function numbers_in(text) {
  const numbers = new Set();
  for (const [, constant, offset] of text.matchAll(/i32\.const (-?\d+)|offset=(\d+)/g)) numbers.add(Number(constant ?? offset));
  return numbers;
}

// The linker puts every string literal once, side by side, where data begins; what comes next is aligned, behind more than
// one zero. [{ begin, end }]: those of them into which no number of the first part's code leads, and no word of its data.
// (A literal is reached by an address within it: nothing here is indexed from before its beginning.)
function texts_of_the_rest(first, numbers, deferred_begin, deferred_end) {
  const segments = segments_of(sections_of(first).find((each) => each.id === kData).body);
  const literals = segments.reduce((lowest, each) => each.address < lowest.address ? each : lowest);
  const double_zero = literals.bytes.indexOf(Buffer.from([0, 0]));
  const size = double_zero < 0 ? literals.bytes.length : double_zero + 1;

  const reached = new Uint8Array(size);  // from each byte of a literal
  const reach = (address) => {
    if (address >= literals.address && address < literals.address + size) reached[address - literals.address] = 1;
  };
  numbers.forEach(reach);
  for (const { address, bytes } of segments) {
    const begin = address === literals.address ? size : 0;
    for (let at = begin + (-(address + begin) & 3); at + 4 <= bytes.length; at += 4) {
      const is_deferred = address + at >= deferred_begin && address + at < deferred_end;  // texts, without addresses
      if (!is_deferred) reach(bytes.readUInt32LE(at));
    }
  }

  const texts = [];
  for (let begin = 0; begin < size;) {
    const zero = literals.bytes.indexOf(0, begin), end = zero < 0 || zero >= size ? size : zero + 1;
    if (!reached.subarray(begin, end).includes(1)) {
      const from = literals.address + begin, to = literals.address + end, last = texts.at(-1);
      if (last?.end === from) last.end = to;
      else texts.push({ begin: from, end: to });
    }
    begin = end;
  }
  return texts;
}

// The same data in fewer segments: zeros in between are smaller, once compressed, than where a segment begins and ends.
function joined(segments) {
  const kMostZeros = 1024, parts = [];
  for (const { address, bytes } of [...segments].sort((a, b) => a.address - b.address)) {
    const last = parts.at(-1), gap = last && address - last.end;
    if (last && gap <= kMostZeros) last.pieces.push(Buffer.alloc(gap), bytes);
    else parts.push({ address, pieces: [bytes] });
    parts.at(-1).end = address + bytes.length;
  }
  return parts.map(({ address, pieces }) => ({ address, bytes: Buffer.concat(pieces) }));
}

// Moves the data of some ranges out of one module and into another, which has none of its own yet. The ranges are in order.
function move_data(from, to, ranges) {
  const stay = [], go = [];
  const sections = sections_of(from);
  for (const { address, bytes } of segments_of(sections.find((each) => each.id === kData).body)) {
    const part = (list, low, high) => {
      low = Math.max(low, address);
      high = Math.min(high, address + bytes.length);
      if (low < high) list.push({ address: low, bytes: bytes.subarray(low - address, high - address) });
    };
    let kept = 0;
    for (const { begin, end } of ranges) {
      part(stay, kept, begin);
      part(go, begin, end);
      kept = end;
    }
    part(stay, kept, Infinity);
  }
  if (!go.length) throw new Error('there is nothing to move');
  const kept_segments = joined(stay);
  const left = sections.map((section) => section.id === kData ? data_section(kept_segments)
                                         : section.id === kDataCount ? { ...section, body: number(kept_segments.length) }
                                         : section);
  const target = sections_of(to);
  if (target.some((each) => each.id === kData || each.id === kDataCount)) throw new Error('the rest has data of its own');
  const last = target.findIndex((each, i) => i > 0 && each.id === kCustom);
  target.splice(last < 0 ? target.length : last, 0, data_section(go));
  return [module_of(from, left), module_of(to, target)];
}
