// node web/package.mjs SITE FOLDER VERSION: from the built page makes in FOLDER
//
//   awaitscope-VERSION.tgz       the npm package: the page, the element's types, and `npx awaitscope [FILE]`
//   awaitscope-site-VERSION.zip  the page alone, for any static host
//   awaitscope-VERSION.txt       the hashes of both, and of awaitscope.js for `integrity`
//
// The same page gives the same bytes.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { tgz, zip } from './archive.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const read = (name) => readFile(path.join(here, name));

const description = (version) => Buffer.from(`${JSON.stringify({
  name: 'awaitscope',
  version,
  description: 'Step through Python\'s async code in any article: what await does, forwards and backwards',
  keywords: ['python', 'asyncio', 'await', 'visualization', 'custom-element', 'education'],
  license: 'MIT',
  type: 'module',
  bin: { awaitscope: 'bin/awaitscope.mjs' },
  exports: { '.': { types: './awaitscope.d.ts', default: './site/awaitscope.js' }, './site/*': './site/*', './package.json': './package.json' },
  types: './awaitscope.d.ts',
  engines: { node: '>=18.11' },
  sideEffects: true,
}, null, 2)}\n`);

async function main(site, folder, version) {
  const page = [];
  for (const name of await readdir(site)) page.push({ name, bytes: await readFile(path.join(site, name)) });
  if (!page.some(({ name }) => name === 'awaitscope.js')) throw new Error(`there is no page in ${site}`);
  const package_files = [
    ...page.map(({ name, bytes }) => ({ name: `site/${name}`, bytes })),
    { name: 'package.json', bytes: description(version) },
    { name: 'README.md', bytes: await read('package/README.md') },
    { name: 'LICENSE', bytes: await read('../LICENSE') },
    { name: 'awaitscope.d.ts', bytes: await read('element/awaitscope.d.ts') },
    { name: 'bin/awaitscope.mjs', bytes: await read('package/awaitscope.mjs'), runs: true },
    { name: 'bin/server.mjs', bytes: await read('server.mjs') },
  ];
  const made = {
    [`awaitscope-${version}.tgz`]: tgz(package_files, 'package'),
    [`awaitscope-site-${version}.zip`]: zip([...page, { name: 'LICENSE.txt', bytes: await read('../LICENSE') }], 'awaitscope'),
  };
  const hash = (kind, bytes, form) => createHash(kind).update(bytes).digest(form);
  const lines = Object.entries(made).map(([name, bytes]) => `sha256 ${hash('sha256', bytes, 'hex')}  ${name}\n`);
  const script = page.find(({ name }) => name === 'awaitscope.js').bytes;
  made[`awaitscope-${version}.txt`] = `${lines.join('')}integrity="sha384-${hash('sha384', script, 'base64')}"  awaitscope.js\n`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(made)) {
    await writeFile(path.join(folder, name), bytes);
    console.log(path.join(folder, name));
  }
}

const [site, folder, version] = process.argv.slice(2);
if (!version) {
  console.error('usage: package.mjs SITE FOLDER VERSION');
  process.exit(2);
}
await main(site, folder, version);
