// Where the bench works: everything below target/bench/search, built once and kept.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = normalize(join(fileURLToPath(import.meta.url), '../../../..'));
export const work = join(repository, 'target/bench/search');

/** The releases that camnang is compared with. */
export const versions = { pagefind: '1.6.0', mdbook: '0.5.4' };

/** Runs a program to its end, its chatter dropped; throws with what it said when it fails. */
export function run(program, args, folder = repository) {
  return execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 }).toString();
}

/** The camnang of this checkout. */
export const camnang = () => process.env.CAMNANG ?? join(repository, 'target/debug/camnang');

/** Pagefind's program, installed from npm on first use. */
export function pagefind() {
  const folder = join(work, 'npm');
  const program = join(folder, 'node_modules/.bin/pagefind');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    run('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `pagefind@${versions.pagefind}`]);
  }
  return program;
}

/** mdBook's program, compiled from crates.io on first use. */
export function mdbook() {
  const root = join(work, 'mdbook');
  const program = join(root, 'bin/mdbook');
  if (!existsSync(program)) {
    run('cargo', ['install', 'mdbook', '--version', versions.mdbook, '--locked', '--debug', '--no-default-features',
      '--features', 'search', '--root', root, '--target-dir', join(work, 'mdbook-target')]);
  }
  return program;
}
