//! Names of places that were reorganised: a name that no authority bears any more, without its successor.
//!
//! Owns when an old name may stand by itself: beside its successor, or in a longer name that is another's.

use super::prose::Passage;
use crate::base::{Diagnostic, codes};
use crate::content::data::PlaceRecord;
use crate::words;

/// Findings of one passage.
pub(super) fn outdated(passage: &Passage<'_>, places: &[PlaceRecord]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for place in places.iter().filter(|place| !passage.words.contains(&place.now)) {
        let Some(at) =
            passage.words.match_indices(&place.old).map(|(at, _)| at).find(|at| stands_alone(passage, *at, place))
        else {
            continue;
        };
        let (old, now, to) = (&place.old, &place.now, &place.to);
        let message =
            words!("“{old}” is a name until {to}; since then: {now}", "“{old}” là tên dùng đến {to}; từ đó: {now}");
        let help = words!(
            "name the present place, or add “({now} today)” where the earlier time is meant",
            "hãy dùng tên hiện nay, hoặc thêm “(nay thuộc {now})” nếu nói về thời điểm trước"
        );
        findings
            .push(passage.finding(at..at + old.len(), Diagnostic::warning(codes::PLACE_CHANGED, message).help(help)));
    }
    findings
}

/// Thái Bình, but not Thái Bình Dương, nor a letter more.
fn stands_alone(passage: &Passage<'_>, at: usize, place: &PlaceRecord) -> bool {
    let (before, after) = (&passage.words[..at], &passage.words[at + place.old.len()..]);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let longer = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    !letter(before.chars().next_back()) && !letter(after.chars().next()) && !longer
}
