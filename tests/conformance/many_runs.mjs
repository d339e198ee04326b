// node many_runs.mjs ENGINE.js: runs the command line that is built for WebAssembly, as often as it is asked to.
//
// A line on stdin is the arguments of one run, as JSON. The answer is a line, "STATUS BYTES BYTES", and then what the run
// wrote to stdout and to stderr. Node starts once and the engine is compiled once; each run has an instance of its own, so
// that none finds anything of another's.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import vm from 'node:vm';

const program = path.resolve(process.argv[2]);
const require = createRequire(program);
// Emscripten's script with what it would find as a script of node's.
const script = vm.compileFunction(fs.readFileSync(program, 'utf8'), ['Module', 'require', 'process', '__dirname'], { filename: program });
const compiled = new WebAssembly.Module(fs.readFileSync(program.replace(/\.js$/, '.wasm')));

function run(words) {
  const written = { 1: [], 2: [] };
  const own_fs = {
    ...fs,
    writeSync(file, bytes, begin, length, ...rest) {
      if (!written[file]) return fs.writeSync(file, bytes, begin, length, ...rest);
      written[file].push(Buffer.from(bytes.subarray(begin, begin + length)));
      return length;
    },
    closeSync(file) { if (file > 2) fs.closeSync(file); },  // the next run needs them
  };
  let status = null;
  const module = {
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(compiled, imports);
      receive(instance);
      return instance.exports;
    },
    printErr: (text) => written[2].push(Buffer.from(`${text}\n`)),
    quit(number, thrown) {
      status = number;
      throw thrown;
    },
  };
  const own_process = Object.create(process, { argv: { value: [process.argv[0], program, ...words] }, on: { value() {} } });
  try {
    script(module, (name) => name === 'fs' ? own_fs : require(name), own_process, path.dirname(program));
  } catch (thrown) {
    if (thrown?.name !== 'ExitStatus') {
      status ||= 1;
      module.printErr(thrown?.stack ?? thrown);
    }
  }
  return [status, Buffer.concat(written[1]), Buffer.concat(written[2])];
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const [status, out, err] = run(JSON.parse(line));
  process.stdout.write(Buffer.concat([Buffer.from(`${status} ${out.length} ${err.length}\n`), out, err]));
}
