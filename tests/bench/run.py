"""camnang beside other generators, all building the same chapters in turn on one machine.

    python3 tests/bench/run.py CAMNANG [--pages 30 300 3000] [--peers mdbook hugo …] [--runs 3] [--results FILE]

CAMNANG is the executable to be measured. Peers that are not on PATH are installed below target/bench (mdBook by cargo,
Hugo from Debian, others by pip and npm); one that cannot be is left out, and that is told. Of each: seconds of a cold
build, of a second one after one chapter changed, and of one after nothing did (medians); the most memory that any one
process of it held; bytes and files written; what a browser loads to show one chapter, compressed (needs Chromium, see
tests/browser). `--results` writes the table to a file, with the command that made it. `--floor` puts beside it what reading,
parsing and writing alone take."""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from peers import PEERS, Camnang, Missing  # noqa: E402

here = Path(__file__).resolve().parent
work = here.parents[1] / 'target/bench'


def timed(commands, site, environment, log):
    """Seconds and the most memory in bytes of commands one after the other."""
    most, begun = 0, time.perf_counter()
    for command in commands:
        child = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log, cwd=site, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command)
        most = max(most, usage.ru_maxrss * (1 if sys.platform == 'darwin' else 1024))
    return time.perf_counter() - begun, most


def written(folder):
    """Bytes and files of a site, without records of the generator's own."""
    files = [path for path in folder.rglob('*') if path.is_file() and '.camnang' not in path.parts]
    return sum(path.stat().st_size for path in files), len(files)


def weight(folder, page):
    """Bytes that a browser loads to show a page; `None` without a browser."""
    told = subprocess.run(['node', here / 'weigh.js', folder, page], capture_output=True, text=True, check=False)
    return int(told.stdout) if told.returncode == 0 and told.stdout.strip().isdigit() else None


def measure(peer, corpus, runs, log):
    site = work / 'sites' / type(peer).__name__
    shutil.rmtree(site, ignore_errors=True)
    peer.prepare(corpus, site)
    chapter = site / peer.text / 'chuong-00002.md'
    text = chapter.read_text()
    cold, changed, same, memory = [], [], [], 0
    for run in range(runs):
        chapter.write_text(text)
        for name in ['out', *peer.cache]:
            shutil.rmtree(site / name, ignore_errors=True)
        seconds, most = timed(peer.command(site), site, peer.environment(), log)
        cold.append(seconds)
        memory = max(memory, most)
        chapter.write_text(f'{text}\nMột đoạn mới, lần thứ {run + 1}.\n')
        changed.append(timed(peer.command(site), site, peer.environment(), log)[0])
        same.append(timed(peer.command(site), site, peer.environment(), log)[0])
    size, files = written(site / 'out')
    if files < len(list(corpus.glob('src/chuong-*.md'))):
        raise Missing(f'only {files} files were written')
    median = statistics.median
    return {'cold': median(cold), 'changed': median(changed), 'same': median(same), 'memory': memory, 'bytes': size,
            'files': files, 'page': weight(site / 'out', peer.page)}


COLUMNS = ['', 'cold, s', '×', 'one chapter changed, s', '×', 'nothing changed, s', '×', 'memory, MB', '×', 'written, MB', '×', 'files', 'one chapter loads, kB']


def rows(results):
    """Lines of a table; `×`: how many times camnang's."""
    own = results['camnang']
    for name, result in results.items():
        cells = [name]
        for key, unit, digits in [('cold', 1, 2), ('changed', 1, 2), ('same', 1, 3), ('memory', 1e6, 0), ('bytes', 1e6, 1)]:
            cells += [f'{result[key] / unit:.{digits}f}', f'{result[key] / own[key]:.1f}']
        page = result['page']
        yield [*cells, str(result['files']), '–' if page is None else f'{page / 1000:.0f}']


def line(cells):
    return f'| {" | ".join(cells)} |'


def generated(pages):
    corpus = work / f'corpus-{pages}'
    if not corpus.is_dir():
        aside = work / f'corpus-{pages}.new'
        shutil.rmtree(aside, ignore_errors=True)
        subprocess.run(['node', here / 'corpus.js', str(pages), aside], check=True)
        aside.rename(corpus)
    return corpus


def compare(pages, options, log):
    corpus, results = generated(pages), {}
    tools = work / 'tools'
    peers = [Camnang(tools, options.camnang), *(PEERS[name](tools) for name in options.peers)]
    for peer in peers:
        print(f'{pages} pages: {peer.name}', file=sys.stderr, flush=True)
        try:
            results[peer.name] = measure(peer, corpus, options.runs, log)
        except (Missing, OSError, subprocess.CalledProcessError) as fault:
            if isinstance(peer, Camnang):
                raise
            print(f'  left out: {fault}', file=sys.stderr)
    yield f'\n## {pages} pages\n'
    yield line(COLUMNS)
    yield f'|{"---|" * len(COLUMNS)}'
    yield from (line(row) for row in rows(results))
    if options.floor:
        told = subprocess.run([options.floor, str(pages)], capture_output=True, text=True, check=True)
        yield f'\n{told.stdout.strip()}'


def machine():
    model = next((text.split(':', 1)[1].strip() for text in Path('/proc/cpuinfo').read_text().splitlines()
                  if text.startswith('model name')), platform.processor()) if Path('/proc/cpuinfo').exists() else platform.processor()
    return f'{platform.system()}, {os.cpu_count()} processors ({model})'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('camnang', type=lambda path: Path(path).resolve())
    parser.add_argument('--pages', type=int, nargs='+', default=[30, 300, 3000])
    parser.add_argument('--peers', nargs='*', choices=PEERS, default=['mdbook', 'hugo', 'pagefind', 'eleventy'])
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--results', type=Path)
    parser.add_argument('--floor', type=Path, help='the executable of benches/floor.rs')
    options = parser.parse_args()
    work.mkdir(parents=True, exist_ok=True)
    asked = ' '.join(['python3 tests/bench/run.py CAMNANG', f'--pages {" ".join(map(str, options.pages))}',
                      f'--peers {" ".join(options.peers)}', f'--runs {options.runs}'])
    text = ['# camnang beside other generators\n', f'Made by `{asked}`, one run on one machine: {machine()}. Medians; × is how many times '
            'camnang\'s. The chapters are generated (`tests/bench/corpus.js`), about 950 words each.']
    print('\n'.join(text), flush=True)
    with open(work / 'log', 'w', encoding='utf8') as log:
        for pages in options.pages:
            for told in compare(pages, options, log):
                print(told, flush=True)
                text.append(told)
    if options.results:
        options.results.write_text('\n'.join(text) + '\n')


main()
