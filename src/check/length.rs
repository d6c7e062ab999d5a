//! How long readers of each role need for a page, where the handbook sets a limit.
//!
//! Owns counting. The limits are the handbook's (`[check.words]`): how long is too long only its editors know.

use super::prose::{self, Passage};
use crate::base::{Diagnostic, codes};
use crate::config::CheckConfig;
use crate::content::page::SourcePage;
use crate::words;

/// Words (syllables, in Vietnamese) that are read in a minute: silent reading of prose, rounded down.
const A_MINUTE: usize = 200;

/// The finding about a page that asks more of a reader than its limit.
pub(super) fn too_long(page: &SourcePage, passages: &[Passage<'_>], limits: &CheckConfig) -> Option<Diagnostic> {
    let asked = page.front.audience.iter().filter_map(|role| Some((role, *limits.words.get(role)?)));
    let (role, limit) = asked.min_by_key(|(_, limit)| *limit)?;
    let count: usize = passages.iter().map(|passage| prose::words(&passage.words).count()).sum();
    if count <= usize::try_from(limit).unwrap_or(usize::MAX) {
        return None;
    }
    let minutes = count.div_ceil(A_MINUTE);
    let message = words!(
        "{count} words, about {minutes} min: readers of the role `{role}` are promised {limit} words",
        "{count} chữ, chừng {minutes} phút đọc: trang cho vai `{role}` được hẹn không quá {limit} chữ"
    );
    let help = words!("cut it, or split the page", "hãy rút gọn, hoặc tách trang");
    Some(Diagnostic::warning(codes::PAGE_LONG, message).help(help).at(&page.source, page.front.span))
}
