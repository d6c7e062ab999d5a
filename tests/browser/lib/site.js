// Where the sites under test are, and a server that hands them out under a base path of its own,
// so that a link that only works at the root of a host is found.
import { createServer } from 'node:http';
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { extname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The root of the checkout. */
export const repository = normalize(join(fileURLToPath(import.meta.url), '../../../..'));

/** The built sites: the shipped handbook, a small one with every block in a right-to-left locale too, one to fill in and share, one with photographs. */
export const sites = {
  handbook: join(repository, 'target/sites/handbook'),
  gallery: join(repository, 'target/sites/gallery'),
  tools: join(repository, 'target/sites/tools'),
  pictures: join(repository, 'target/sites/pictures'),
};

/** All HTML files of a built site, relative to it, sorted. */
export function pages(site) {
  const found = [];
  const walk = (folder) => {
    for (const name of readdirSync(folder)) {
      if (name === '.camnang') continue;
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith('.html')) found.push(relative(site, path).split(sep).join('/'));
    }
  };
  walk(site);
  return found.sort();
}

/** The address of a page as on a USB stick. */
export const fileAddress = (site, page) => pathToFileURL(join(site, page)).href;

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.avif': 'image/avif', '.woff2': 'font/woff2', '.xml': 'application/xml', '.txt': 'text/plain',
};

/** Serves a site under /any/base/; resolves to `{ address, close }`. */
export function serve(site) {
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') {
      // Browsers ask by themselves for pages that name no icon (404.html without a base address).
      response.writeHead(204).end();
      return;
    }
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = join(site, normalize(path.replace(/^\/any\/base\//, '')));
    if (!path.startsWith('/any/base/') || !file.startsWith(site) || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      address: `http://127.0.0.1:${server.address().port}/any/base/`,
      close: () => server.close(),
    }));
  });
}
