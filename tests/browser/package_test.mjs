// What is published: the same bytes every time, installed as a person would, and opened.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { article, kProgram, listing, Scope } from './articles.mjs';
import { Playground, test } from './harness.mjs';
import { serve } from '../../web/server.mjs';

const kWeb = fileURLToPath(new URL('../../web', import.meta.url));

function run(command, words, folder) {
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd: folder, encoding: 'utf8', timeout: 60000 });
  assert.equal(status, 0, `${command} ${words.join(' ')}: ${error ?? stderr}`);
  return stdout;
}

const pack = (site, to) => run(process.execPath, [path.join(kWeb, 'package.mjs'), path.resolve(site), to, '1.2.3'], tmpdir());

test('the package and the archive are the same to the byte, install into an empty folder, and open', async (site) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  let server = null, unpacked = null;
  try {
    const [once, again, empty] = ['once', 'again', 'empty'].map((name) => path.join(folder, name));
    pack(site.folder, once);
    pack(site.folder, again);
    const names = (await readdir(once)).sort();
    assert.deepEqual(names, ['awaitscope-1.2.3.tgz', 'awaitscope-1.2.3.txt', 'awaitscope-site-1.2.3.zip']);
    for (const name of names)
      assert.ok((await readFile(path.join(once, name))).equals(await readFile(path.join(again, name))), name);

    await mkdir(empty);
    await writeFile(path.join(empty, 'package.json'), '{}');
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(once, 'awaitscope-1.2.3.tgz')], empty);
    await writeFile(path.join(empty, 'tea.py'), kProgram);
    assert.equal(run('npx', ['--offline', 'awaitscope', '--version'], empty), '1.2.3\n');
    const wrong = spawnSync('npx', ['--offline', 'awaitscope', 'coffee.py'], { cwd: empty, encoding: 'utf8' });
    assert.deepEqual([wrong.status, /there is no file coffee.py/.test(wrong.stderr)], [2, true]);

    // As `npx awaitscope tea.py` runs it; npx itself would not pass on that it is to end.
    const program = path.join(empty, 'node_modules/.bin/awaitscope');
    server = spawn(program, ['tea.py', '--no-open', '--python', '3.11', '--port', '0'], { cwd: empty });
    const said = await new Promise((resolve, reject) => {
      server.stdout.once('data', (bytes) => resolve(String(bytes)));
      server.stderr.once('data', (bytes) => reject(new Error(String(bytes))));
    });
    const playground = new Playground(await site.blank());
    await playground.go(/http\S+/.exec(said)[0]);
    const { source, python } = await playground.state();
    assert.deepEqual([source, python], [kProgram, '3.11']);

    // The archive of the site, on another host, beside an article.
    run('python3', ['-m', 'zipfile', '-e', path.join(once, 'awaitscope-site-1.2.3.zip'), folder], folder);
    await writeFile(path.join(folder, 'tea.html'), article(listing()));
    unpacked = await serve(folder);
    const page = await site.blank();
    await page.go(`${unpacked.address}tea.html`);
    await page.wait_for('document.querySelector("await-scope") !== null');
    const scope = new Scope(page);
    await scope.open();
    assert.equal((await scope.state()).source, kProgram);
  } finally {
    server?.kill();
    await unpacked?.close();
    await rm(folder, { recursive: true });
  }
}, { only: 'chromium' });

test('the hash for an article\'s integrity is that of the script', async (site) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  let host = null, pages = null;
  try {
    pack(site.folder, path.join(folder, 'out'));
    const [, integrity] = /integrity="(sha384-[^"]+)"/.exec(await readFile(path.join(folder, 'out/awaitscope-1.2.3.txt'), 'utf8'));
    host = await serve(site.folder);
    pages = await serve(folder);
    const script = `${host.address}awaitscope.js`;
    for (const [name, value] of [['right', integrity], ['wrong', `sha384-${'A'.repeat(64)}`]]) {
      await writeFile(path.join(folder, `${name}.html`), article(listing(), { script, attributes: `crossorigin integrity="${value}"` }));
      const page = await site.blank();
      page.expects_errors = name === 'wrong';
      await page.go(`${pages.address}${name}.html`);
      assert.equal(await page.evaluate('document.querySelectorAll("await-scope").length'), name === 'right' ? 1 : 0);
    }
  } finally {
    await host?.close();
    await pages?.close();
    await rm(folder, { recursive: true });
  }
}, { only: 'chromium' });
