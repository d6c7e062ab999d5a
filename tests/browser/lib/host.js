// Hands out a folder over HTTP as a web host does: text compressed (gzip, or Brotli where asked for), one type for each ending.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.pagefind': 'application/wasm',
};
// Formats that are compressed already gain nothing; Pagefind's own files are gzip streams.
const compressed = new Set(['.png', '.woff2', '.pagefind', '.pf_meta', '.pf_index', '.pf_fragment', '.pf_filter']);

const encode = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** A page of no site, for engines that are driven without one. */
const blank = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>bench</title>';

/** Serves `folder` with an `encoding` of identity, gzip or br; resolves to `{ address, close }`. `/blank.html` is an empty page. */
export function serve(folder, encoding = 'identity') {
  const cache = new Map();
  const read = (file) => {
    if (!cache.has(file)) {
      const bytes = readFileSync(file);
      cache.set(file, compressed.has(extname(file)) ? { bytes } : { bytes: encode[encoding](bytes), encoding });
    }
    return cache.get(file);
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    if (path === '/blank.html') return void response.writeHead(200, { 'content-type': types['.html'] }).end(blank);
    let file = join(folder, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end();
    const { bytes, encoding: used } = read(file);
    const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': bytes.length };
    if (used && used !== 'identity') headers['content-encoding'] = used;
    response.writeHead(200, headers).end(bytes);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      address: `http://127.0.0.1:${server.address().port}/`,
      close: () => server.close(),
    }));
  });
}
