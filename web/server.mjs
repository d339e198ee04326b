// Serves the built page on this machine: node web/server.mjs [--port N] [--open] [FOLDER]
//
// Text and WebAssembly go out compressed, as a static host on the net would send them. What has been compressed is
// kept, so that only a changed file costs time.

import { spawn, spawnSync } from 'node:child_process';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.zip': 'application/zip',
  '.py': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.tgz': 'application/gzip',
};

const brotli = promisify(zlib.brotliCompress), gzip = promisify(zlib.gzip);

async function compress(encoding, bytes) {
  if (encoding === 'gzip') return gzip(bytes, { level: 9 });
  return brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9,
                                   [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

const kept_files = new Map();  // of all servers, by path and encoding: { time, bytes }

class Files {
  constructor(folder) { this.folder_ = path.resolve(folder); }

  // { bytes, type, encoding, tag }, or null where there is no such file.
  async get(url_path, accepted) {
    let name;
    try {
      name = decodeURIComponent(url_path);
    } catch {
      return null;
    }
    if (name.endsWith('/')) name += 'index.html';
    const file = path.join(this.folder_, path.normalize(name));
    const type = kTypes[path.extname(file)];
    if (!type || !file.startsWith(this.folder_ + path.sep)) return null;
    const packs = !['.png', '.zip', '.tgz'].includes(path.extname(file));
    const encoding = packs && ['br', 'gzip'].find((each) => accepted.includes(each)) || '';
    try {
      const { mtimeMs } = await stat(file);
      const key = `${encoding} ${await realpath(file)}`, tag = `"${mtimeMs.toString(36)}${encoding}"`;
      const kept = kept_files.get(key);
      if (kept?.time === mtimeMs) return { bytes: await kept.bytes, type, encoding, tag };
      const bytes = readFile(file).then((plain) => encoding ? compress(encoding, plain) : plain);
      kept_files.set(key, { time: mtimeMs, bytes });
      return { bytes: await bytes, type, encoding, tag };
    } catch {
      return null;
    }
  }
}

// Resolves to { address, close() }. Port 0 takes any that is free. seen(request) is called for each. shared: pages of other
// origins may use it, as articles of other hosts and frames in a sandbox do.
export function serve(folder, { port = 0, host = '127.0.0.1', seen = () => {}, shared = true } = {}) {
  const files = new Files(folder);
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    // An address with a version never means anything else. The rest is asked for again.
    const kept = searchParams.has('v') ? 'public, max-age=31536000, immutable' : 'no-cache';
    const headers = { 'Cache-Control': kept, ...(shared && { 'Access-Control-Allow-Origin': '*' }) };
    seen(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    const found = await files.get(pathname, request.headers['accept-encoding'] ?? '');
    if (!found) {
      response.writeHead(404, { 'Content-Type': kTypes['.txt'] }).end('There is no such file.\n');
      return;
    }
    // A browser that has it already is told so.
    if (request.headers['if-none-match'] === found.tag) {
      response.writeHead(304, { 'ETag': found.tag, ...headers }).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': found.type,
      'Content-Length': found.bytes.length,
      ...headers,
      'ETag': found.tag,
      'Vary': 'Accept-Encoding',
      ...(found.encoding && { 'Content-Encoding': found.encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : found.bytes);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, () => {
      resolve({
        address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.address().port}/`,
        close: () => {
          server.closeAllConnections?.();
          return new Promise((done) => server.close(done));
        },
      });
    });
  });
}

export function open_browser(address) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (spawnSync('sh', ['-c', `command -v ${opener}`]).status !== 0) return;
  spawn(opener, [address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

// At that port; or where none is said, at 8000 or the next that is free.
export async function serve_anywhere(folder, wanted) {
  for (let port = Number(wanted ?? 8000);; ++port) {
    try {
      return await serve(folder, { port });
    } catch (error) {
      if (wanted !== undefined || error.code !== 'EADDRINUSE' || port > 8100) throw error;
    }
  }
}

async function main(words) {
  let folder = fileURLToPath(new URL('../build/web/site', import.meta.url));
  let port, open = false;
  for (let i = 0; i < words.length; ++i) {
    if (words[i] === '--port') {
      port = words[++i];
    } else if (words[i] === '--open') {
      open = true;
    } else {
      folder = words[i];
    }
  }
  const { address } = await serve_anywhere(folder, port);
  console.log(`Awaitscope is at ${address} (Ctrl+C ends it)`);
  if (open) open_browser(address);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
