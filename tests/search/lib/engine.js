// The search script of a built site, run outside a browser: just enough of a document to load scripts from disk.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';

/** Loads a site's search script; resolves addresses below `site`. Returns `{ search, loaded }`; `loaded` lists the files. */
export function engine(site) {
  const loaded = [];
  const document = { baseURI: pathToFileURL(join(site, 'page.html')).href, currentScript: null };
  const context = createContext({ document, URL, performance, console, setTimeout, MessageChannel });
  context.window = context;
  const run = (script, path) => {
    document.currentScript = script;
    runInContext(readFileSync(path, 'utf8'), context, { filename: path });
    document.currentScript = null;
  };
  document.createElement = () => ({ remove() {} });
  document.head = {
    appendChild(script) {
      setTimeout(() => {
        try {
          const path = fileURLToPath(script.src.split('?')[0]);
          run(script, path);
          loaded.push(path);
        } catch (fault) {
          return script.onerror(fault);
        }
        return script.onload();
      });
    },
  };
  const name = readdirSync(join(site, 'assets')).find((file) => /^search\.[0-9a-f]+\.js$/.test(file));
  run({}, join(site, 'assets', name));
  return { search: context.camnang.search, loaded };
}
