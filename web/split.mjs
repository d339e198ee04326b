// Splits the page's program in two: what a first visit needs, and the rest, which the page fetches when somebody uses
// it (page/rest.js).
//
// Functions: Binaryen's wasm-split, by a profile that is taken here and now, from a first visit (first_visit.mjs). So
// there is no list that grows old, and what is forgotten in it costs a moment, not a mistake. Data: what is marked as
// AWAITSCOPE_DEFERRED (engine/compat/deferred_data.h) is moved over, and so are the string literals that only the rest
// speaks of. How the parts know each other: by the slots of the table of functions, which are numbers.

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
  run(wasm_split, [...kFeatures, 'awaitscope.wasm', '--profile=profile', '-o1', 'named.wasm', '-o2', 'rest.wasm'], folder);
  const read = (name) => readFile(path.join(folder, name));
  const beside = (name, ...words) => run(path.join(path.dirname(wasm_split), name), [...kFeatures, ...words], folder);

  const slots = by_slots(await read('named.wasm'), await read('rest.wasm'), await read('awaitscope.wasm'));
  await writeFile(path.join(folder, 'named.wasm'), slots.first);
  beside('wasm-opt', 'named.wasm', '--remove-unused-module-elements', '-o', 'first.wasm');
  beside('wasm-dis', 'first.wasm', '-o', 'first.wat');

  const { begin, end } = JSON.parse(await read('profile.json'));
  const before = await read('first.wasm');
  const texts = texts_of_the_rest(before, numbers_in(String(await read('first.wat'))), begin, end);
  const [moved, rest] = move_data(before, slots.rest, [...texts, { begin, end }]);
  const first = Buffer.concat([moved, slots.stand_ins]);
  await writeFile(path.join(folder, 'first.wasm'), first);
  await writeFile(path.join(folder, 'rest.wasm'), rest);
  visit('first.wasm', '--rest', 'rest.wasm');
  return { first, rest };
}

// --- WebAssembly's binary format: https://webassembly.github.io/spec/core/binary/modules.html ---

const kCustom = 0, kType = 1, kImport = 2, kTable = 4, kExport = 7, kElement = 9, kData = 11, kDataCount = 12;
const kFunction = 0, kOfTable = 1, kOfMemory = 2;  // what is imported and exported
const kFunctions = 0x70;                            // what tables are of

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

const section_of = ({ id, body }) => Buffer.concat([Buffer.of(id), number(body.length), body]);
const module_of = (header, sections) => Buffer.concat([header.subarray(0, 8), ...sections.map(section_of)]);

// Reads a section from its beginning.
class SectionReader {
  constructor(sections, id) {
    this.bytes = sections.find((each) => each.id === id).body;
    this.at = 0;
  }

  number() {
    let value;
    [value, this.at] = read_number(this.bytes, this.at);
    return value;
  }
  skip(count) { return this.bytes.subarray(this.at, this.at += count); }
  name() { return this.skip(this.number()).toString(); }

  // The sizes that a table or a memory may have: whether there is a greatest one, and the numbers.
  limits() {
    const has_most = this.number() & 1;
    this.number();
    if (has_most) this.number();
  }

  // `one` reads each of as many as are said first.
  all(one) { return Array.from({ length: this.number() }, one); }

  // { kind, type }: what an import is; `type` is the bytes that say it.
  imported() {
    const kind = this.number(), begin = this.at;
    if (kind === kFunction) this.number();
    else if (kind === kOfTable) this.skip(1), this.limits();
    else if (kind === kOfMemory) this.limits();
    else this.skip(2);  // a global
    return { kind, type: this.bytes.subarray(begin, this.at) };
  }
}

const imports_of = (sections) => {
  const reader = new SectionReader(sections, kImport);
  return reader.all(() => ({ module: reader.name(), name: reader.name(), ...reader.imported() }));
};
const exports_of = (sections) => {
  const reader = new SectionReader(sections, kExport);
  return reader.all(() => ({ name: reader.name(), kind: reader.number(), index: reader.number() }));
};
const vector = (items) => Buffer.concat([number(items.length), ...items]);
const text = (words) => vector([...Buffer.from(words)].map((byte) => Buffer.of(byte)));
const with_section = (sections, id, body) => sections.map((each) => each.id === id ? { id, body } : each);

// --- how the parts know each other ---

// wasm-split has the first part import a function for each slot of the table that the rest fills, and export by a name each
// function that the rest calls: 16 KB with brotli. Here the first part leaves those slots empty and only says of what type
// each is (page/rest.js makes the functions that stand in), and what the rest calls lies in the table, too.
//
// whole: the program before it was split. Returns { first, rest, stand_ins }: the modules, in the first of which imports are
// left over, and the section for the end of it: the types, as in a type section, and for each slot, from 0, the number of
// its type among them, counted from 1, or 0 for one that is not left empty.
function by_slots(first_bytes, rest_bytes, whole_bytes) {
  const first = sections_of(first_bytes), rest = sections_of(rest_bytes);
  const imports = imports_of(first), functions = imports.filter(({ kind }) => kind === kFunction);
  const exports = exports_of(first), kept = new Set(exports_of(sections_of(whole_bytes)).map(({ name }) => name));
  const is_named = ({ name, kind }) => kind !== kFunction || kept.has(name);

  const slots = functions_by_slot(first);
  const stands_in = (index) => functions[index]?.module === 'placeholder';
  const empty = slots.map((index, slot) => stands_in(index) && Number(functions[index].name) === slot);
  if (slots.some((index, slot) => stands_in(index) && !empty[slot])) throw new Error('a stand-in for another slot');

  const wanted = new Set(imports_of(rest).filter((each) => !is_named(each)).map(({ name }) => name));
  const called = exports.filter(({ name }) => wanted.has(name)).map(({ index }) => index).sort((a, b) => a - b);
  const slot_of = new Map(slots.map((index, slot) => [index, slot]));
  for (const index of called) if (!slot_of.has(index)) slot_of.set(index, slots.push(index) - 1);
  const slot_named = new Map(exports.map(({ name, index }) => [name, String(slot_of.get(index))]));

  const table = Buffer.concat([Buffer.of(kFunctions, 1), number(slots.length), number(slots.length)]);
  const own_imports = imports_of(rest).map((each) => Buffer.concat([
    text(each.module), text(is_named(each) ? each.name : slot_named.get(each.name)), Buffer.of(each.kind),
    each.kind === kOfTable ? table : each.type]));
  const own_exports = exports.filter(is_named).map(({ name, kind, index }) => Buffer.concat([text(name), Buffer.of(kind), number(index)]));
  let changed = with_section(first, kTable, vector([table]));
  changed = with_section(changed, kExport, vector(own_exports));
  changed = with_section(changed, kElement, vector(elements_of(slots.map((index, slot) => empty[slot] ? undefined : index))));
  return {
    first: module_of(first_bytes, changed),
    rest: module_of(rest_bytes, with_section(rest, kImport, vector(own_imports))),
    stand_ins: section_of({ id: kCustom, body: Buffer.concat([text('stand-ins'), stand_ins(first, functions, slots, empty)]) }),
  };
}

// The index of each slot's function; undefined where there is none.
function functions_by_slot(sections) {
  const reader = new SectionReader(sections, kElement), slots = [];
  reader.all(() => {
    if (reader.number() !== 0 || reader.number() !== 0x41) throw new Error('elements of another kind');
    let slot = reader.number();  // the numbers here are too small for the sign to matter
    if (reader.number() !== 0x0b) throw new Error('elements at a slot that is computed');
    reader.all(() => { slots[slot++] = reader.number(); });
  });
  return Array.from(slots);
}

function elements_of(slots) {
  const runs = [];
  slots.forEach((index, slot) => {
    if (index === undefined) return;
    if (slots[slot - 1] === undefined) runs.push({ slot, indices: [] });
    runs.at(-1).indices.push(number(index));
  });
  return runs.map(({ slot, indices }) => Buffer.concat([Buffer.of(0, 0x41), signed_number(slot), Buffer.of(0x0b), vector(indices)]));
}

function stand_ins(sections, functions, slots, empty) {
  const reader = new SectionReader(sections, kType);
  const types = reader.all(() => {
    const begin = reader.at;
    reader.skip(1);
    for (let i = 0; i < 2; ++i) reader.skip(reader.number());
    return reader.bytes.subarray(begin, reader.at);
  });
  const used = [Buffer.of(0x60, 0, 0)];  // that of the function by which the rest is put in
  const numbers = slots.map((index, slot) => {
    if (!empty[slot]) return 0;
    const type = types[read_number(functions[index].type, 0)[0]];
    const known = used.findIndex((each) => each.equals(type));
    return known < 0 ? used.push(type) : known + 1;
  });
  return Buffer.concat([vector(used), ...numbers.map(number)]);
}

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
