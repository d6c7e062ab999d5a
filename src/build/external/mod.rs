//! Asks the addresses outside the handbook whether they still answer, when `check` is told to.
//!
//! Owns how long a good answer is believed and where it is kept: `.camnang/links/` in the handbook's folder, which may be
//! deleted at any time. Answers that were not good are asked for again each time. The only part of a build that reads
//! the clock and the network; nothing it learns reaches a page.

#[cfg(feature = "external-links")]
mod ask;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::base::{Diagnostic, Hash};
use crate::check::external::{self, Answer};
use crate::content::Content;
use crate::output::Kept;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// Findings about all addresses of a handbook; `days`: how long a good answer is believed.
pub(super) fn findings(root: &Path, content: &Content, days: u32) -> Vec<Diagnostic> {
    let addresses = external::addresses(content);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let kept = Kept::new(root, "links");
    let key = Hash::of(b"good answers");
    let mut good: BTreeMap<String, u64> =
        kept.get(&key).and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    good.retain(|address, then| addresses.contains_key(address) && *then <= now && now - *then < u64::from(days) * DAY);
    let unknown: Vec<&str> = addresses.keys().map(String::as_str).filter(|a| !good.contains_key(*a)).collect();
    let answers = match answers(&unknown) {
        Ok(answers) => answers,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    for (address, answer) in unknown.iter().zip(&answers) {
        findings.extend(external::findings(address, answer, &addresses[*address]));
        if *answer == Answer::Well {
            good.insert((*address).to_owned(), now);
        }
    }
    // The next check has less to ask; that this is kept is no part of what was asked for.
    if let Ok(bytes) = serde_json::to_vec(&good) {
        kept.put(&key, &bytes);
    }
    findings
}

/// How each address answers. When none can be reached at all, that is told once.
#[cfg(feature = "external-links")]
fn answers(addresses: &[&str]) -> Result<Vec<Answer>, Diagnostic> {
    let answers = ask::all(addresses)?;
    let cut_off = |answer: &Answer| matches!(answer, Answer::Unreachable(_) | Answer::Late);
    if !answers.is_empty() && answers.iter().all(cut_off) {
        return Err(external::offline(answers.len()));
    }
    Ok(answers)
}

#[cfg(not(feature = "external-links"))]
fn answers(_addresses: &[&str]) -> Result<Vec<Answer>, Diagnostic> {
    Err(external::left_out())
}
