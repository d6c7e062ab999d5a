//! How long the stages of a build take: `cargo bench --bench stages`, or of one size `cargo bench --bench stages -- 300`.

#![allow(clippy::expect_used, reason = "a bench that cannot work stops")]

#[allow(dead_code, reason = "the other bench uses the rest")]
mod work;

use std::fs;

use camnang::build::{self, Along, BuildOptions, Silent, Target};
use camnang::output;
use divan::Bencher;
use work::{Work, corpus};

const PAGES: [usize; 3] = [30, 300, 3000];

fn main() {
    divan::main();
}

#[divan::bench(args = PAGES, sample_count = 10)]
fn read_and_parse(bencher: Bencher<'_, '_>, pages: usize) {
    let root = corpus(pages);
    // A project reads each file once.
    bencher.with_inputs(|| Work::new(&root)).bench_values(|work| work.content());
}

#[divan::bench(args = PAGES, sample_count = 10)]
fn assemble(bencher: Bencher<'_, '_>, pages: usize) {
    let work = Work::new(&corpus(pages));
    let content = work.content();
    bencher.bench_local(|| work.handbook(&content));
}

#[divan::bench(args = PAGES, sample_count = 5)]
fn render_pages(bencher: Bencher<'_, '_>, pages: usize) {
    let work = Work::new(&corpus(pages));
    let handbook = work.handbook(&work.content());
    bencher.bench_local(|| work.pages(&handbook));
}

#[divan::bench(args = PAGES, sample_count = 5)]
fn index_for_search(bencher: Bencher<'_, '_>, pages: usize) {
    let work = Work::new(&corpus(pages));
    let handbook = work.handbook(&work.content());
    bencher.bench_local(|| work.search(&handbook));
}

#[divan::bench(args = PAGES, sample_count = 5)]
fn publish_anew(bencher: Bencher<'_, '_>, pages: usize) {
    let work = Work::new(&corpus(pages));
    let artifacts = work.pages(&work.handbook(&work.content()));
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let empty = || drop(fs::remove_dir_all(&out));
    bencher.with_inputs(empty).bench_local_values(|()| output::publish(&out, &artifacts));
}

#[divan::bench(args = PAGES, sample_count = 5)]
fn publish_the_same(bencher: Bencher<'_, '_>, pages: usize) {
    let work = Work::new(&corpus(pages));
    let artifacts = work.pages(&work.handbook(&work.content()));
    let folder = tempfile::tempdir().expect("a folder");
    output::publish(folder.path(), &artifacts).expect("it is published");
    bencher.bench_local(|| output::publish(folder.path(), &artifacts));
}

/// The whole, to a folder where nothing was.
#[divan::bench(args = PAGES, sample_count = 5)]
fn build_cold(bencher: Bencher<'_, '_>, pages: usize) {
    let root = corpus(pages);
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let options = options(&out);
    bencher
        .with_inputs(|| drop(fs::remove_dir_all(&out)))
        .bench_local_values(|()| build::run(&root, &options, &Silent));
}

/// The whole, where nothing changed since it was built.
#[divan::bench(args = PAGES, sample_count = 10)]
fn build_unchanged(bencher: Bencher<'_, '_>, pages: usize) {
    let root = corpus(pages);
    let folder = tempfile::tempdir().expect("a folder");
    let options = options(folder.path());
    drop(build::run(&root, &options, &Silent));
    bencher.bench_local(|| build::run(&root, &options, &Silent));
}

/// The whole, where one chapter is another each time.
#[divan::bench(args = PAGES, sample_count = 10)]
fn build_one_changed(bencher: Bencher<'_, '_>, pages: usize) {
    let root = corpus(pages);
    let folder = tempfile::tempdir().expect("a folder");
    let options = options(folder.path());
    drop(build::run(&root, &options, &Silent));
    let chapter = root.join("src/chuong-00002.md");
    let text = fs::read_to_string(&chapter).expect("a chapter");
    let mut time = 0;
    let change = || {
        time += 1;
        fs::write(&chapter, format!("{text}\nLần thứ {time}.\n")).expect("the chapter is written");
    };
    bencher.with_inputs(change).bench_local_values(|()| build::run(&root, &options, &Silent));
    fs::write(&chapter, text).expect("the chapter is put back");
}

fn options(out: &std::path::Path) -> BuildOptions {
    let target = Target::Folder(Some(out.to_owned()));
    BuildOptions { target, locales: Vec::new(), minify: true, print: None, along: Along::default(), external: None }
}
