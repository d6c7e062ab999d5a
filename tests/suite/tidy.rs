//! The rules of the house as tests: which room imports which, how long a file may grow, that every
//! file says what it owns.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Room → rooms it may import (itself always). The flow of the architecture page, one line a room.
const MAY_IMPORT: [(&str, &[&str]); 13] = [
    ("base", &[]),
    ("files", &["base"]),
    ("config", &["base"]),
    ("content", &["base", "files", "config"]),
    ("theme", &["base", "files", "config"]),
    ("i18n", &["base", "files", "config", "content"]),
    ("book", &["base", "files", "config", "content", "i18n"]),
    ("render", &["base", "config", "content", "theme", "i18n", "book"]),
    ("output", &["base"]),
    ("check", &["base", "config", "content", "i18n", "book"]),
    ("build", &["base", "files", "config", "content", "theme", "i18n", "book", "render", "output", "check"]),
    ("serve", &["base", "build"]),
    (
        "cli",
        &["base", "files", "config", "content", "theme", "i18n", "book", "render", "output", "check", "build", "serve"],
    ),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = rust_files(&root.join("src")).into_iter().chain(rust_files(&root.join("tests/suite")));
    files.map(|p| (p.strip_prefix(root).unwrap().to_owned(), fs::read_to_string(&p).unwrap())).collect()
}

/// The rooms that a source names: `crate::room`, also inside `use crate::{room::…, other::…}`.
fn rooms_named(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = Vec::new();
    for after in code.split("crate::").skip(1) {
        let word = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        let Some(list) = after.strip_prefix('{') else {
            rooms.push(word(after));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => rooms.push(word(std::mem::take(&mut item).trim())),
                c if depth == 0 => item.push(c),
                _ => {}
            }
        }
        rooms.push(word(item.trim()));
    }
    rooms
}

#[test]
fn no_room_reaches_up_or_sideways() {
    let allowed: BTreeMap<_, _> = MAY_IMPORT.into_iter().collect();
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Ok(inside) = path.strip_prefix("src") else { continue };
        let Some(room) = inside.parent().and_then(|p| p.iter().next()).and_then(|p| p.to_str()) else { continue };
        let Some(may) = allowed.get(room) else {
            faults.push(format!("{}: no rule says what the room “{room}” may import", path.display()));
            continue;
        };
        // Unit tests may build their input with whatever makes it.
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        if path.file_stem().is_some_and(|s| s == "tests") {
            continue;
        }
        for named in rooms_named(code) {
            if allowed.contains_key(named.as_str()) && named != room && !may.contains(&named.as_str()) {
                faults.push(format!("{}: imports {named}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rule_reader_sees_nested_imports() {
    let text = "use crate::{base::{Hash, Locale}, book::model};\n// use crate::cli;\nlet x = crate::output::publish();";
    assert_eq!(rooms_named(text), ["base", "book", "output"]);
}

#[test]
fn no_file_grows_past_600_lines_and_half_stay_small() {
    let mut lengths: Vec<(usize, PathBuf)> = sources().into_iter().map(|(p, t)| (t.lines().count(), p)).collect();
    lengths.sort();
    let long: Vec<_> = lengths.iter().filter(|(n, _)| *n > 600).collect();
    assert!(long.is_empty(), "two rooms in one: {long:?}");
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= 180, "half of the files have more than {median} lines");
}

#[test]
fn every_file_opens_with_what_it_owns() {
    let silent: Vec<_> = sources().into_iter().filter(|(_, t)| !t.starts_with("//!")).map(|(p, _)| p).collect();
    assert!(silent.is_empty(), "no opening words: {silent:?}");
}

#[test]
fn no_code_is_given_to_two_findings() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/base/codes.rs")).unwrap();
    let mut codes: Vec<_> = text.lines().filter_map(|l| l.split('"').nth(1)).collect();
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert!(all > 10 && codes.len() == all, "a code stands twice");
}

#[test]
fn no_shortcut_that_can_panic_in_what_input_reaches() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        if !path.starts_with("src") || path.file_stem().is_some_and(|s| s == "tests") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            if [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "panic!("].iter().any(|w| line.contains(w)) {
                faults.push(format!("{}:{}", path.display(), number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
