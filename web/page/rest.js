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

// --- stand-ins, in WebAssembly's binary format: https://webassembly.github.io/spec/core/binary/modules.html ---

const kType = 1, kImport = 2, kFunction = 3, kElement = 9, kCode = 10;
const kGet = 0x20, kConstant = 0x41, kCall = 0x10, kCallSlot = 0x11, kEnd = 0x0b;

class Writer {
  constructor(most) {
    this.bytes = new Uint8Array(most);
    this.at = 0;
  }

  byte(value) { this.bytes[this.at++] = value; }
  number(value) {
    for (; value > 127; value >>= 7) this.byte(value & 127 | 128);
    this.byte(value);
  }
  constant(value) {  // that is not negative
    this.byte(kConstant);
    for (; value > 63; value >>= 7) this.byte(value & 127 | 128);
    this.byte(value);
  }
  all(bytes) { for (const each of bytes) this.byte(each); }

  // What `write` writes, after its size, which takes three bytes.
  sized(write) {
    const begin = this.at += 3;
    write();
    const size = this.at - begin;
    [0, 7, 14].forEach((shift, i) => { this.bytes[begin - 3 + i] = size >> shift & 127 | (i < 2 ? 128 : 0); });
  }
  section(id, write) {
    this.byte(id);
    this.sized(write);
  }
}

// A module of one function for each slot that the first part leaves empty, which it fills: the function calls the one that is
// imported, and passes what it is called with on to what is in its slot then. description: as split.mjs writes it.
function stand_ins(description) {
  let at = 0;
  const read = () => {
    const byte = description[at++];
    return byte < 128 ? byte : byte - 128 + read() * 128;
  };
  const arity = [];
  for (let left = read(); left > 0; --left) {
    ++at;
    const count = read();
    arity.push(count);
    at += count;
    const results = read();
    at += results;
  }
  const types = description.subarray(0, at), slots = [], runs = [];
  for (let slot = 0; at < description.length; ++slot) {
    const type = read() - 1;
    if (type < 0) continue;
    if (slots.at(-1)?.slot !== slot - 1) runs.push({ begin: slot, first: slots.length });
    slots.push({ slot, type });
    runs.at(-1).end = slots.length;
  }

  const to = new Writer(100 + types.length + slots.length * 60);
  to.all([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  to.section(kType, () => to.all(types));
  to.section(kImport, () => to.all([2, 1, 97, 1, 97, 0, 0, 1, 97, 1, 98, 1, 0x70, 0, 0]));  // function a.a, table a.b
  to.section(kFunction, () => {
    to.number(slots.length);
    for (const { type } of slots) to.number(type);
  });
  to.section(kElement, () => {
    to.number(runs.length);
    for (const { begin, first, end } of runs) {
      to.byte(0);
      to.constant(begin);
      to.byte(kEnd);
      to.number(end - first);
      for (let i = first; i < end; ++i) to.number(i + 1);
    }
  });
  to.section(kCode, () => {
    to.number(slots.length);
    for (const { slot, type } of slots) {
      to.sized(() => {
        to.all([0, kCall, 0]);
        for (let i = 0; i < arity[type]; ++i) {
          to.byte(kGet);
          to.number(i);
        }
        to.constant(slot);
        to.byte(kCallSlot);
        to.number(type);
        to.all([0, kEnd]);
      });
    }
  });
  return to.bytes.subarray(0, to.at);
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
      const own = await this.share(`${this.address} stand-ins`, () => WebAssembly.compile(stand_ins(new Uint8Array(description))));
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
