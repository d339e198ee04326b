// The rest of the program: rest.wasm has the functions, texts and tables that a first visit does without (web/split.mjs).
// The two know each other by the slots of the table of functions. Those that the rest fills have stand-ins until then, which
// have it put in when they are called.
//
// It is fetched as soon as somebody uses the page, and put in when it has arrived. What needs it sooner has it fetched
// there and then: a call into WebAssembly cannot be put off.

// Whether what keeps the page for use offline (offline.js) has it, now at least. The page itself does not ask the
// network for what may not be had: that would be an error on its console.
function kept_by(worker, address) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(address, [port2]);
    setTimeout(resolve, 4000, true);  // one of another build may not answer
  });
}

async function compile(address) {
  const worker = navigator.serviceWorker?.controller;
  if (worker && !await kept_by(worker, address)) throw new Error('there is no network');
  return WebAssembly.compileStreaming(fetch(address));
}

// At once: to compile beside what else goes on takes longer than to compile. Browsers may refuse that, of so much.
function compile_soon(bytes) {
  try {
    return new WebAssembly.Module(bytes);
  } catch {
    return WebAssembly.compile(bytes);
  }
}

// --- stand-ins, in WebAssembly's binary format: https://webassembly.github.io/spec/core/binary/modules.html ---

const kType = 1, kImport = 2, kFunction = 3, kElement = 9, kCode = 10;
const kGet = 0x20, kConstant = 0x41, kCall = 0x10, kCallSlot = 0x11, kEnd = 0x0b;

const number = (value) => value > 127 ? [value & 127 | 128, ...number(value >> 7)] : [value];

// In three bytes, whatever the number is, below 2**20: it may be read as one with a sign.
const kPadded = 3;
function write_padded(bytes, at, value) {
  bytes[at] = value & 127 | 128;
  bytes[at + 1] = value >> 7 & 127 | 128;
  bytes[at + 2] = value >> 14;
}

function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function section(id, ...parts) {
  const body = joined(parts);
  return joined([[id], number(body.length), body]);
}

// A module of one function for each slot that the first part leaves empty, which it fills: the function calls the one that is
// imported, and passes what it is called with on to what is in its slot then. description: as split.mjs writes it.
//
// Somebody waits for it, and there are thousands: each is a copy of the one for its type, with its slot written into it.
function stand_ins(description) {
  let at = 0;
  const read = () => {
    const byte = description[at++];
    return byte < 128 ? byte : byte - 128 + read() * 128;
  };
  const bodies = [];  // by type
  for (let left = read(); left > 0; --left) {
    ++at;
    const arity = read();
    at += arity;
    const results = read();
    at += results;
    const gets = Array.from({ length: arity }, (_, i) => [kGet, ...number(i)]).flat();
    const head = [0, kCall, 0, ...gets, kConstant], tail = [kCallSlot, ...number(bodies.length), 0, kEnd];
    const size = number(head.length + kPadded + tail.length);
    bodies.push({ bytes: Uint8Array.from([...size, ...head, 0, 0, 0, ...tail]), slot: size.length + head.length });
  }
  const all_types = description.subarray(0, at);

  const runs = [];  // of empty slots side by side
  let count = 0, code_size = 0, run = null;
  for (let slot = 0; at < description.length; ++slot) {
    const type = read() - 1;
    if (type < 0) {
      run = null;
      continue;
    }
    if (!run) runs.push(run = { begin: slot, types: [] });
    run.types.push(type);
    ++count;
    code_size += bodies[type].bytes.length;
  }

  const functions = new Uint8Array(kPadded * count), code = new Uint8Array(code_size), elements = [];
  let index = 0;  // in the functions here; among all, the imported one is before them
  at = 0;
  for (const { begin, types } of runs) {
    const indices = new Uint8Array(kPadded * types.length), first = new Uint8Array(kPadded);
    for (let i = 0; i < types.length; ++i, ++index) {
      const { bytes, slot } = bodies[types[i]];
      code.set(bytes, at);
      write_padded(code, at + slot, begin + i);
      at += bytes.length;
      write_padded(functions, kPadded * index, types[i]);
      write_padded(indices, kPadded * i, index + 1);
    }
    write_padded(first, 0, begin);
    elements.push([0, kConstant], first, [kEnd], number(types.length), indices);
  }

  return joined([
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(kType, all_types),
    section(kImport, [2, 1, 97, 1, 97, 0, 0, 1, 97, 1, 98, 1, 0x70, 0, 0]),  // function a.a, table a.b
    section(kFunction, number(count), functions),
    section(kElement, number(runs.length), ...elements),
    section(kCode, number(count), code),
  ]);
}

export class Rest {
  // address: of rest.wasm, empty where the program is whole. failed(error): a call needs what cannot be had.
  constructor(address, failed) {
    this.address = address;
    this.compile = compile;
    this.share = (name, make) => make();  // a module that others may have, too
    this.failed_ = failed;
    this.joined_ = new Promise((resolve) => { this.on_joined_ = resolve; });  // the first part is there
    this.exports_ = null;
    this.table_ = null;
    this.here_ = !address;
    this.lost = false;  // a call has gone without it: nothing can go on
    this.put_in = new Promise((resolve) => { this.on_put_in_ = resolve; });  // kept when it is there
    this.fetched_ = null;
  }

  // The first part is there, and nothing of it has run yet. Resolves when it may.
  async join({ instance, module }) {
    this.exports_ = instance.exports;
    this.table_ = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Table);
    const [description] = WebAssembly.Module.customSections(module, 'stand-ins');
    if (description) {
      const own = await this.share(`${this.address} stand-ins`, () => compile_soon(stand_ins(new Uint8Array(description))));
      await WebAssembly.instantiate(own, { a: { a: () => this.need(), b: this.table_ } });
    }
    this.on_joined_();
  }

  put_in_(module) {
    if (this.here_) return;
    // What it calls has the number of a slot, or the name of an export.
    const primary = new Proxy({}, { get: (_, name) => this.exports_[name] ?? this.table_.get(Number(name)) });
    new WebAssembly.Instance(module, { primary });
    this.here_ = true;
    this.on_put_in_();
  }

  // Resolves when it is there, or could not be fetched: then another call tries again, or need() has to.
  async fetch() {
    if (this.here_) return;
    try {
      this.fetched_ ??= this.compile(this.address);
      await this.joined_;
      this.put_in_(await this.fetched_);
    } catch (error) {
      this.fetched_ = null;
      console.info(`rest.wasm: ${error.message}`);
    }
  }

  // Returns when it is there.
  need() {
    if (this.here_) return;
    try {
      this.put_in_(new WebAssembly.Module(fetch_at_once(this.address)));
    } catch (error) {
      this.lost = true;
      this.failed_(error);
      throw error;
    }
  }
}

function fetch_at_once(address) {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');  // bytes, each in the low half of a character
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status} ${request.statusText}`);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}
