// What every server under test needs: files of its project.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Reading and writing below a folder. */
export const files = (project) => ({
  read: (path) => readFileSync(join(project, path), 'utf8'),
  write(path, text) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  },
});
