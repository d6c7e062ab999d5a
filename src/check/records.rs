//! Records of the data files that nobody uses, and statistics that differ without saying so.
//!
//! Owns these findings. What a record must hold is `content::data`'s.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Locale, Place, codes};
use crate::content::Content;
use crate::content::data::StatisticRecord;
use crate::words;

/// Findings of all data files.
pub(super) fn faults(content: &Content, source: &Locale) -> Vec<Diagnostic> {
    let mut findings = unused(content);
    findings.extend(differing(&content.data.statistics, source));
    findings
}

/// Sources and statistics that no page and no other record names.
fn unused(content: &Content) -> Vec<Diagnostic> {
    let texts: Vec<&str> =
        content.pages.values().flat_map(|pages| pages.values()).map(|p| p.source.text.as_str()).collect();
    let on_pages = |id: &str| texts.iter().any(|text| text.contains(id));
    let data = &content.data;
    let behind = |id: &str| data.statistics.iter().any(|s| s.source == id) || data.sources.iter().any(|s| s.via == id);
    let contradicts = |id: &str| data.statistics.iter().any(|s| s.conflicts.iter().any(|other| other == id));
    let sources = data.sources.iter().filter(|s| !behind(&s.id) && !on_pages(&s.id)).map(|s| nobody(&s.id, &s.place));
    let statistics = data.statistics.iter().filter(|s| !contradicts(&s.id) && !on_pages(&s.id));
    sources.chain(statistics.map(|s| nobody(&s.id, &s.place))).collect()
}

fn nobody(id: &str, place: &Place) -> Diagnostic {
    let message = words!("nothing uses `{id}`", "không chỗ nào dùng `{id}`");
    let help = words!("delete it, or cite it where it is meant", "hãy xoá, hoặc dẫn ở chỗ cần");
    Diagnostic::warning(codes::RECORD_UNUSED, message).help(help).at_place(Some(place.clone()))
}

/// Statistics that say the same of the same day with different values, and do not name each other.
fn differing(statistics: &[StatisticRecord], source: &Locale) -> Vec<Diagnostic> {
    let mut by_subject: BTreeMap<(String, &str), Vec<&StatisticRecord>> = BTreeMap::new();
    for statistic in statistics {
        let subject = statistic.label.get(source, source).trim().to_lowercase();
        by_subject.entry((subject, statistic.as_of.as_str())).or_default().push(statistic);
    }
    let mut findings = Vec::new();
    for alike in by_subject.values() {
        let Some((first, others)) = alike.split_first() else { continue };
        for other in others.iter().filter(|other| other.value != first.value) {
            if other.conflicts.contains(&first.id) || first.conflicts.contains(&other.id) {
                continue;
            }
            let (a, b, id) = (&first.value, &other.value, &first.id);
            let message = words!(
                "{b} here, {a} in `{id}`, of the same thing and day",
                "ở đây là {b}, ở `{id}` là {a}, cùng một việc và thời điểm"
            );
            let help = words!(
                "correct one; if the sources differ, say so: conflicts = [\"{id}\"]",
                "hãy sửa một bên; nếu các nguồn khác nhau thì nói rõ: conflicts = [\"{id}\"]"
            );
            findings.push(
                Diagnostic::warning(codes::STATISTICS_DIFFER, message).help(help).at_place(Some(other.place.clone())),
            );
        }
    }
    findings
}
