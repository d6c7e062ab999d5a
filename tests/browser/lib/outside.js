// The search engine run outside a browser on a built site: just enough of a document to load scripts from disk.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';

const theme = fileURLToPath(new URL('../../../themes/default/search', import.meta.url));

/** Loads the engine without its interface; addresses are below `site`. Returns `{ search, loaded }`; `loaded` lists the files. */
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
  const files = readdirSync(theme).filter((name) => /^engine-.*\.js$/.test(name)).sort();
  files.forEach((name) => run({}, join(theme, name)));
  return { search: context.camnang.search, loaded };
}
