//! Findings of one kind without end: a person needs some of them and their number.
//!
//! Owns the choice of what is printed. Scripts are given all.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, RelPath, Words};
use crate::words;

/// So many findings of one code in one file are printed.
const MOST: usize = 50;

/// A line or more for people.
#[derive(Debug, PartialEq)]
pub(super) enum Told<'a> {
    /// A finding.
    Whole(&'a Diagnostic),
    /// How many of its kind are left out.
    More(Words),
}

/// What is printed, in the order of the findings; what is left out is counted after the last that is printed.
pub(super) fn told(findings: &[Diagnostic]) -> Vec<Told<'_>> {
    let mut counts: BTreeMap<(Option<&RelPath>, &str), usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(kind(finding)).or_default() += 1;
    }
    let mut seen: BTreeMap<(Option<&RelPath>, &str), usize> = BTreeMap::new();
    let mut told = Vec::new();
    for finding in findings {
        let so_far = seen.entry(kind(finding)).or_default();
        *so_far += 1;
        if *so_far > MOST {
            continue;
        }
        told.push(Told::Whole(finding));
        let left = counts.get(&kind(finding)).map_or(0, |all| all.saturating_sub(MOST));
        if *so_far == MOST && left > 0 {
            told.push(Told::More(more(finding, left)));
        }
    }
    told
}

fn kind(finding: &Diagnostic) -> (Option<&RelPath>, &str) {
    (finding.place.as_ref().map(|p| &p.path), finding.code)
}

fn more(finding: &Diagnostic, left: usize) -> Words {
    let code = finding.code;
    match finding.place.as_ref().map(|p| &p.path) {
        Some(path) => words!("{path}: … and {left} more [{code}]", "{path}: … và {left} chỗ nữa [{code}]"),
        None => words!("… and {left} more [{code}]", "… và {left} chỗ nữa [{code}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_findings_of_a_kind_end_in_their_number() {
        let of = |file: &str, n: usize| {
            let finding = Diagnostic::error("E0420", words!("x", "x")).in_file(&RelPath::new(file).unwrap());
            vec![finding; n]
        };
        let findings = [of("a.md", MOST + 7), of("b.md", MOST)].concat();
        let told = told(&findings);
        assert_eq!(told.len(), 2 * MOST + 1);
        let Told::More(words) = &told[MOST] else { panic!("{:?}", told[MOST]) };
        assert_eq!(words.en, "a.md: … and 7 more [E0420]");
    }
}
