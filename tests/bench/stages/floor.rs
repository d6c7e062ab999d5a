//! What no generator can go below, and how far above it camnang is: `cargo bench --bench floor [-- PAGES]`.
//!
//! The floor of a handbook: reading all its files, parsing them with pulldown-cmark alone, writing all files of its site.
//! Each is done on one thread, then on all; medians of five. The whole is a cold build, everything in one process.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and one that cannot work stops")]

#[allow(dead_code, reason = "the other bench uses the rest")]
mod work;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use camnang::base::{Artifact, Hash, Listed};
use camnang::build::{self, Along, BuildOptions, Silent, Target};
use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use work::{Work, corpus, files};

/// The program's own: the floor has it, too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    // Cargo hands `--bench` on.
    let pages = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(3000);
    let root = corpus(pages);
    let inputs = files(&root);
    let folder = tempfile::tempdir().expect("a folder");
    let site = site(&root, &folder.path().join("site"));
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let alone = one.install(|| Floor::of(&inputs, &site, folder.path()));
    let all = Floor::of(&inputs, &site, folder.path());
    let plain = without_code(&root, folder.path());
    let bare = median_in(folder.path(), |out| {
        let work = Work::new(&plain);
        work.publish(&work.handbook(&work.content()), out);
    });
    let whole = median_in(folder.path(), |out| drop(build::run(&root, &options(out), &Silent)));
    let kept = folder.path().join("kept");
    drop(build::run(&root, &options(&kept), &Silent));
    let unchanged = median(|| build::run(&root, &options(&kept), &Silent));
    let edited = folder.path().join("edited");
    drop(build::run(&plain, &options(&edited), &Silent));
    let changed = median_after(|| edit(&plain), || build::run(&plain, &options(&edited), &Silent));

    println!("{pages} pages, {} files read, {} files written; milliseconds, medians of five", inputs.len(), site.len());
    println!("| | one thread | all threads |");
    println!("|---|---|---|");
    let row = |what: &str, a: Duration, b: Duration| println!("| {what} | {} | {} |", ms(a), ms(b));
    row("read all input", alone.read, all.read);
    row("read and hash it", alone.hash, all.hash);
    row("parse it with pulldown-cmark", alone.parse, all.parse);
    row("write all output", alone.write, all.write);
    row("the floor: read, parse, write", alone.sum(), all.sum());
    let times = |whole: Duration, floor: Duration| {
        format!("{} = {:.2} ×", ms(whole), whole.as_secs_f64() / floor.as_secs_f64())
    };
    println!("| camnang without search and highlighting | {} | {} |", times(bare, alone.sum()), times(bare, all.sum()));
    println!("| camnang, everything | {} | {} |", times(whole, alone.sum()), times(whole, all.sum()));
    println!(
        "| camnang, nothing changed, of reading and hashing | {} | {} |",
        times(unchanged, alone.hash),
        times(unchanged, all.hash)
    );
    println!("| camnang, one chapter changed, beyond nothing changed | | {} |", ms(changed.saturating_sub(unchanged)));
}

/// A sentence more in a chapter in the middle.
fn edit(root: &Path) {
    let chapters: Vec<PathBuf> =
        files(root).into_iter().filter(|path| path.to_string_lossy().contains("chuong-")).collect();
    let chapter = &chapters[chapters.len() / 2];
    let text = fs::read_to_string(chapter).expect("a chapter");
    fs::write(chapter, format!("{text}\nMột đoạn mới của {} chữ.\n", text.len())).expect("it is written");
}

struct Floor {
    read: Duration,
    hash: Duration,
    parse: Duration,
    write: Duration,
}

impl Floor {
    fn of(inputs: &[PathBuf], site: &[Artifact], folder: &Path) -> Self {
        let read = |path: &PathBuf| fs::read(path).expect("a file of the corpus");
        let texts: Vec<String> = inputs.iter().map(|path| String::from_utf8_lossy(&read(path)).into_owned()).collect();
        let parse = |text: &String| {
            let mut made = String::with_capacity(text.len() * 2);
            html::push_html(&mut made, Parser::new_ext(text, Options::all()));
            made.len()
        };
        Self {
            read: median(|| inputs.par_iter().map(|path| read(path).len()).sum::<usize>()),
            hash: median(|| inputs.par_iter().map(|path| Hash::of(&read(path))).collect::<Vec<_>>()),
            parse: median(|| texts.par_iter().map(parse).sum::<usize>()),
            write: median_in(folder, |out| write(site, out)),
        }
    }

    fn sum(&self) -> Duration {
        self.read + self.parse + self.write
    }
}

fn write(site: &[Artifact], out: &Path) {
    site.par_iter().for_each(|file| {
        let place = out.join(file.path.as_str());
        if fs::write(&place, &file.bytes).is_err() {
            fs::create_dir_all(place.parent().expect("a folder")).expect("a folder is made");
            fs::write(&place, &file.bytes).expect("a file is written");
        }
    });
}

/// The same handbook with code that names no language: nothing is coloured.
fn without_code(root: &Path, folder: &Path) -> PathBuf {
    let plain = folder.join("plain");
    for path in files(root) {
        let place = plain.join(path.strip_prefix(root).expect("a path below"));
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder is made");
        let text = String::from_utf8_lossy(&fs::read(path).expect("a file")).replace("```toml", "```");
        fs::write(place, text).expect("a file is written");
    }
    plain
}

/// A site with the bytes of its files.
fn site(root: &Path, out: &Path) -> Vec<Artifact> {
    let outcome = build::run(root, &options(out), &Silent);
    let read = |file: &Listed| {
        let bytes = fs::read(out.join(file.path.as_str())).expect("a file of the site");
        Artifact::new(file.path.clone(), file.kind, bytes)
    };
    outcome.listed.iter().map(read).collect()
}

fn options(out: &Path) -> BuildOptions {
    let target = Target::Folder(Some(out.to_owned()));
    BuildOptions { target, locales: Vec::new(), minify: true, print: None, along: Along::default(), external: None }
}

fn median<T>(work: impl FnMut() -> T) -> Duration {
    median_after(|| (), work)
}

/// Each run writes to a folder that was never there. Nothing is deleted in between: some file systems look at every file that
/// was deleted in the last minutes whenever one is made, which would be counted as writing.
fn median_in(folder: &Path, mut work: impl FnMut(&Path)) -> Duration {
    let new = (0..).map(|number| folder.join(format!("out-{number}"))).filter(|out| !out.exists());
    let mut times: Vec<Duration> = new
        .take(5)
        .map(|out| {
            let begun = Instant::now();
            work(&out);
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[2]
}

/// What is done before each run takes no part in its time.
fn median_after<T>(mut before: impl FnMut(), mut work: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            before();
            let begun = Instant::now();
            std::hint::black_box(work());
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[2]
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}
