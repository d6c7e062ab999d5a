//! A small handbook on disk and the program to run on it: what the end-to-end tests share.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// A handbook in a folder of its own, gone when dropped.
pub struct Handbook {
    folder: tempfile::TempDir,
}

impl Handbook {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Two languages, two pages, nothing wrong.
    pub fn small() -> Self {
        Self::empty()
            .with("handbook.toml", "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n")
            .with("content/SUMMARY.md", "# Mục lục\n\n- [Một](mot.md)\n- [Hai](hai.md)\n")
            .with("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nXem [hai](hai.md).\n")
            .with("content/hai.md", "+++\ntitle = \"Hai\"\n+++\n\nNội dung.\n")
            .with("content/en/mot.md", "+++\ntitle = \"One\"\n+++\n\nSee [two](hai.md).\n")
            .with("content/en/hai.md", "+++\ntitle = \"Two\"\n+++\n\nText.\n")
    }

    /// Writes a file.
    pub fn with(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    /// Writes a file of bytes.
    pub fn with_bytes(self, path: &str, bytes: &[u8]) -> Self {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
        self
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// A file's path on disk; the empty one is the folder's.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// `camnang COMMAND FOLDER ARGUMENTS…`, speaking English.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Command {
        let mut run = camnang();
        run.arg(command).arg(self.folder.path()).args(arguments);
        run
    }

    /// What is in `public/`, without the records of publishing.
    pub fn site(&self) -> BTreeMap<String, Vec<u8>> {
        read_folder(&self.path("public"))
    }
}

/// The program, undisturbed by the machine's language and colours.
pub fn camnang() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8");
    command
}

/// All files below a folder by their path in it, dot folders left out.
pub fn read_folder(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(here).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.file_name().unwrap().to_string_lossy().starts_with('.') {
                continue;
            }
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}
