#!/usr/bin/env node
// npx awaitscope [FILE]: serves the page on this machine, and shows a program there.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

import { open_browser, serve_anywhere } from './server.mjs';

const kUsage = `usage: awaitscope [FILE] [option ...]
Steps through a Python program that awaits: serves the page on this machine and opens it.

  FILE              a program; - is standard input. Without one, the page begins with its lessons
  --python VERSION  3.11, 3.14 (if not said) or 3.15
  --port N          8000 if it is free, else the next
  --no-open         only print the address
  --help, --version
`;

class Mistake extends Error {}

async function standard_input() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

// As web/page/address.js reads it.
async function hash_of(file, python) {
  if (file === undefined) return '';
  const source = await (file === '-' ? standard_input() : readFile(file)).catch((error) => {
    throw new Mistake(error.code === 'ENOENT' ? `there is no file ${file}` : `cannot read ${file}: ${error.message}`);
  });
  return `#code=${zlib.deflateRawSync(source, { level: 9 }).toString('base64url')}&python=${python}`;
}

async function main(words) {
  let options, files;
  try {
    ({ values: options, positionals: files } = parseArgs({ args: words, allowPositionals: true, options: {
      'python': { type: 'string', default: '3.14' }, 'port': { type: 'string' }, 'no-open': { type: 'boolean' },
      'help': { type: 'boolean' }, 'version': { type: 'boolean' } } }));
  } catch (error) {
    throw new Mistake(error.message);
  }
  const here = path.dirname(fileURLToPath(import.meta.url));
  if (options.help) return void process.stdout.write(kUsage);
  if (options.version) return console.log(JSON.parse(await readFile(path.join(here, '../package.json'), 'utf8')).version);
  if (files.length > 1) throw new Mistake('only one file can be shown');
  if (!['3.11', '3.14', '3.15'].includes(options.python)) throw new Mistake('--python takes 3.11, 3.14 or 3.15');
  if (options.port !== undefined && !/^\d{1,5}$/.test(options.port)) throw new Mistake('--port takes a number');
  const hash = await hash_of(files[0], options.python);
  const { address } = await serve_anywhere(path.join(here, '../site'), options.port);
  console.log(`Awaitscope is at ${address}${hash} (Ctrl+C ends it)`);
  if (!options['no-open']) open_browser(address + hash);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`awaitscope: ${error.message}${error instanceof Mistake ? `\n${kUsage}` : ''}`);
  process.exitCode = error instanceof Mistake ? 2 : 1;
});
