"""camnang beside other generators, all building the same chapters in turn on one machine.

    python3 tests/bench/run.py CAMNANG [--pages 30 300 3000 30000] [--peers mdbook hugo …] [--runs 3] [--limit 120]

CAMNANG is the executable to be measured. Peers that are not on PATH are installed below target/bench (mdBook by cargo,
Hugo from Debian, others by pip and npm); one that cannot be is left out, and that is told. Of each: seconds of a cold
build, of a second one after one chapter changed, and of one after nothing did (medians); the most memory that any one
process of it held; bytes and files written; what a browser loads to show one chapter, compressed (needs Chromium, see
tests/browser). A peer that needs more than `--limit` seconds for a build, or would by what it needed for fewer pages, is
left out of that table, and the table says so; builds of more than a sixth of it are run once. `--floor` puts beside it what
reading, parsing and writing alone take. The tables are written to `--results`, with the command that made them."""
import argparse
import os
import platform
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from peers import PEERS, Camnang, Missing  # noqa: E402

here = Path(__file__).resolve().parent
work = here.parents[1] / 'target/bench'


def timed(commands, site, environment, limit, log):
    """Seconds and the most memory in bytes of commands one after the other."""
    most, begun = 0, time.perf_counter()
    for command in commands:
        left = max(0, limit - (time.perf_counter() - begun))
        child = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log, cwd=site, env=environment,
                                 start_new_session=True)
        # All processes of a generator are ended with it.
        alarm = threading.Timer(left, os.killpg, [child.pid, signal.SIGKILL])
        alarm.start()
        _, status, usage = os.wait4(child.pid, 0)
        alarm.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode == -signal.SIGKILL and time.perf_counter() - begun >= limit:
            raise Missing(f'a build takes more than {limit:.0f} s')
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


def put_away(path):
    """Moves something out of the way without deleting it. Some file systems (ext4 without a journal) look at every file
    that was deleted in the last minutes whenever one is made: what is deleted before a build would be paid for in it."""
    if path.exists():
        away = work / 'old'
        away.mkdir(parents=True, exist_ok=True)
        path.rename(away / f'{len(list(away.iterdir()))}-{path.name}')


def measure(peer, corpus, runs, limit, log):
    site = work / 'sites' / type(peer).__name__
    put_away(site)
    peer.prepare(corpus, site)
    chapter = site / peer.text / 'chuong-00002.md'
    text = chapter.read_text()
    cold, changed, same, memory = [], [], [], 0
    for run in range(runs):
        if cold and cold[0] > limit / 6:
            break
        chapter.write_text(text)
        for name in ['out', *peer.cache]:
            put_away(site / name)
        seconds, most = timed(peer.command(site), site, peer.environment(), limit, log)
        cold.append(seconds)
        memory = max(memory, most)
        chapter.write_text(f'{text}\nMột đoạn mới, lần thứ {run + 1}.\n')
        changed.append(timed(peer.command(site), site, peer.environment(), limit, log)[0])
        same.append(timed(peer.command(site), site, peer.environment(), limit, log)[0])
    size, files = written(site / 'out')
    if files < len(list(corpus.glob('src/chuong-*.md'))):
        raise Missing(f'only {files} files were written')
    median = statistics.median
    return {'runs': len(cold), 'cold': median(cold), 'changed': median(changed), 'same': median(same), 'memory': memory, 'bytes': size,
            'files': files, 'page': weight(site / 'out', peer.page)}


# Pages up to which the floor is found out: it holds all of a site in memory at once, several times.
FLOOR = 3000
COLUMNS = ['', 'runs', 'cold, s', '×', 'one chapter changed, s', '×', 'nothing changed, s', '×', 'memory, MB', '×', 'written, MB', '×', 'files', 'one chapter loads, kB']


def rows(results):
    """Lines of a table; `×`: how many times camnang's."""
    own = results['camnang']
    for name, result in results.items():
        cells = [name, str(result['runs'])]
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


def expected(peer, pages, before):
    """Seconds of a cold build by what it took for fewer pages, were its time to grow as their number."""
    known = [(count, results[peer.name]['cold']) for count, results in before.items() if peer.name in results]
    count, seconds = max(known, default=(pages, 0))
    return seconds * pages / count


def compare(pages, before, options, log):
    """Lines of a table. `before`: results by the number of pages, to which these are added."""
    corpus, results, left_out = generated(pages), {}, []
    tools = work / 'tools'
    peers = [Camnang(tools, options.camnang), *(PEERS[name](tools) for name in options.peers)]
    for peer in peers:
        print(f'{pages} pages: {peer.name}', file=sys.stderr, flush=True)
        try:
            missing = [why for name, why in options.given_up if name == peer.name]
            if missing:
                raise Missing(missing[0])
            if pages > peer.most:
                raise Missing(f'takes minutes for more than {peer.most} pages')
            if expected(peer, pages, before) > options.limit:
                raise Missing(f'by what it took for fewer pages, a build would take more than {options.limit:.0f} s')
            results[peer.name] = measure(peer, corpus, options.runs, options.limit, log)
        except (Missing, OSError, subprocess.CalledProcessError) as fault:
            if isinstance(peer, Camnang):
                raise
            why = str(fault).replace(str(work), 'target/bench')
            options.given_up.append((peer.name, why))
            left_out.append(f'{peer.name}: {why}')
            print(f'  left out: {why}', file=sys.stderr)
    before[pages] = results
    yield f'\n## {pages} pages\n'
    yield line(COLUMNS)
    yield f'|{"---|" * len(COLUMNS)}'
    yield from (line(row) for row in rows(results))
    if left_out:
        yield '\nLeft out: ' + '; '.join(left_out) + '.'
    if options.floor and pages <= FLOOR:
        told = subprocess.run([options.floor, str(pages)], capture_output=True, text=True, check=True)
        yield f'\n{told.stdout.strip()}'


def growth(before):
    """How many times a cold build takes, and holds, for ten times the pages."""
    sizes = sorted(before)
    yield '\n## Growth\n'
    yield line(['', *(f'{few} → {many}: seconds' for few, many in zip(sizes, sizes[1:])), *(f'{few} → {many}: memory' for few, many in zip(sizes, sizes[1:]))])
    yield f'|{"---|" * (2 * len(sizes) - 1)}'
    for name in before[sizes[0]]:
        cells = [name]
        for key in ['cold', 'memory']:
            for few, many in zip(sizes, sizes[1:]):
                both = name in before[few] and name in before[many]
                cells.append(f'{before[many][name][key] / before[few][name][key]:.1f} ×' if both else '–')
        yield line(cells)


def machine():
    model = next((text.split(':', 1)[1].strip() for text in Path('/proc/cpuinfo').read_text().splitlines()
                  if text.startswith('model name')), platform.processor()) if Path('/proc/cpuinfo').exists() else platform.processor()
    return f'{platform.system()}, {os.cpu_count()} processors ({model})'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('camnang', type=lambda path: Path(path).resolve())
    parser.add_argument('--pages', type=int, nargs='+', default=[30, 300, 3000, 30000])
    parser.add_argument('--peers', nargs='*', choices=PEERS, default=list(PEERS))
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--limit', type=float, default=120, help='seconds that a build may take')
    parser.add_argument('--results', type=Path, default=here / 'results.md')
    parser.add_argument('--floor', type=Path, help='the executable of the bench `floor`')
    options = parser.parse_args()
    options.given_up = []
    work.mkdir(parents=True, exist_ok=True)
    places = {str(options.camnang): 'CAMNANG', str(options.floor): 'FLOOR'}
    given = [places.get(str(Path(part).resolve()), part) for part in sys.argv[1:]]
    asked = f'python3 tests/bench/run.py {shlex.join(given)}'
    text = ['# camnang beside other generators\n', f'Made by `{asked}` on one machine: {machine()}. Medians; × is how many times '
            'camnang\'s. The chapters are generated (`tests/bench/corpus.js`), about 950 words each.']
    print('\n'.join(text), flush=True)
    with open(work / 'log', 'w', encoding='utf8') as log:
        before = {}
        for pages in sorted(options.pages):
            for told in compare(pages, before, options, log):
                print(told, flush=True)
                text.append(told)
            # What is known by then is kept, should a later size be broken off.
            options.results.write_text('\n'.join(text) + '\n')
        if len(before) > 1:
            told = '\n'.join(growth(before))
            print(told)
            options.results.write_text('\n'.join([*text, told]) + '\n')
    shutil.rmtree(work / 'old', ignore_errors=True)


main()
