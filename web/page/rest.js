// The rest of the program: rest.wasm has the functions, texts and tables that a first visit does without (web/split.mjs).
// In the first part, awaitscope.wasm, stand-ins are called in their place, with the numbers of their slots in the
// table of functions.
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

export class Rest {
  // address: of rest.wasm, empty where the program is whole. failed(error): a call needs what cannot be had.
  constructor(address, failed) {
    this.address = address;
    this.compile = compile;
    this.failed_ = failed;
    this.joined_ = new Promise((resolve) => { this.on_joined_ = resolve; });  // the first part is there
    this.instance_ = null;
    this.table_ = null;
    this.here_ = !address;
    this.lost = false;  // a call has gone without it: nothing can go on
    this.put_in = new Promise((resolve) => { this.on_put_in_ = resolve; });  // kept when it is there
    this.fetched_ = null;
  }

  // Adds to the imports of the first part.
  offer(imports) {
    const stand_in = (slot) => (...values) => {
      this.need();
      return this.table_.get(slot)(...values);
    };
    imports.placeholder = new Proxy({}, { get: (_, slot) => stand_in(Number(slot)) });
    return imports;
  }

  // The first part is there.
  join(instance) {
    this.instance_ = instance;
    this.table_ = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Table);
    this.on_joined_();
  }

  put_in_(module) {
    if (this.here_) return;
    new WebAssembly.Instance(module, { primary: this.instance_.exports });
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
