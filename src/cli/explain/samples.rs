//! How a thing is written, out of the handbook's own chapters for editors.
//!
//! Owns finding it there. The chapters are those that ship with the program, so that it is told in every project.

use crate::base::Words;
use crate::base::guide::{self, BLOCKS, Section, TRANSLATING, WRITING};

/// Page, its Vietnamese text, its English text.
const CHAPTERS: [(&str, &str, &str); 3] = [
    (
        BLOCKS,
        include_str!("../../../content/bien-tap/bo-khoi.md"),
        include_str!("../../../content/en/bien-tap/bo-khoi.md"),
    ),
    (
        WRITING,
        include_str!("../../../content/bien-tap/viet-trang.md"),
        include_str!("../../../content/en/bien-tap/viet-trang.md"),
    ),
    (
        TRANSLATING,
        include_str!("../../../content/bien-tap/dich.md"),
        include_str!("../../../content/en/bien-tap/dich.md"),
    ),
];

/// What is written to get it right, for a code that is about something that is written.
pub(in crate::cli) fn of(code: &str) -> Option<Words> {
    let section = guide::of(code, "")?;
    let (_, vi, en) = CHAPTERS.iter().find(|(page, ..)| *page == section.page)?;
    Some(Words { en: shown(en, section)?, vi: shown(vi, section)? })
}

/// The source that a section shows: its first code block, or all its text when it has none.
fn shown(chapter: &str, section: Section) -> Option<String> {
    let head = format!("{{#{}}}", section.anchor);
    let mut lines = chapter.lines().skip_while(|line| !(line.starts_with('#') && line.ends_with(&head)));
    lines.next()?;
    let (mut fence, mut code, mut text) = (None, Vec::new(), Vec::new());
    for line in lines {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            None if line.starts_with("## ") => break,
            None => text.push(line),
            Some(open) if ticks >= open => break,
            Some(_) => code.push(line),
        }
    }
    let found = if code.is_empty() { text } else { code };
    // An include that is only shown has a stroke before it.
    let found = found.join("\n").replace("\\{{#", "{{#");
    Some(found.trim().to_owned()).filter(|found| !found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::codes;
    use crate::content::directives::RULES;

    /// Pages that are filled by a block or show it at work.
    const PAGES: [(&str, &str); 5] = [
        ("cong-cu/mau-ke-hoach.md", include_str!("../../../content/cong-cu/mau-ke-hoach.md")),
        ("bat-dau/moc-thoi-gian.md", include_str!("../../../content/bat-dau/moc-thoi-gian.md")),
        ("khung/index.md", include_str!("../../../content/khung/index.md")),
        ("nguon.md", include_str!("../../../content/nguon.md")),
        ("thuat-ngu.md", include_str!("../../../content/thuat-ngu.md")),
    ];

    fn front<'t>(chapter: &'t str, key: &str) -> &'t str {
        let line = chapter.lines().find_map(|line| line.strip_prefix(key));
        line.and_then(|rest| rest.split('"').nth(1)).unwrap()
    }

    /// A block that is added to the program, and not to the chapter, fails here.
    #[test]
    fn the_chapters_show_every_block_where_findings_lead() {
        for (page, vi, en) in CHAPTERS {
            let title = Section { page, anchor: "" }.title();
            assert_eq!((title.vi.as_str(), title.en.as_str()), (front(vi, "title"), front(en, "title")));
        }
        let (_, vi, en) = CHAPTERS[0];
        assert_eq!(guide::DIRECTIVES.len(), RULES.len());
        for rule in RULES {
            let (_, anchor) = guide::DIRECTIVES.iter().find(|(name, _)| *name == rule.name).unwrap();
            let section = Section { page: BLOCKS, anchor };
            for chapter in [vi, en] {
                let shown = shown(chapter, section).unwrap();
                assert!(shown.contains(&format!(":::{}", rule.name)), "{} in #{anchor}: {shown}", rule.name);
                // Once as it is typed, once as it is read; long ones where they fill a page.
                let opened = |text: &str| {
                    let names = text.lines().filter(|line| line.starts_with(":::"));
                    names.filter(|line| line.trim_start_matches(':').split(' ').next() == Some(rule.name)).count()
                };
                let elsewhere = PAGES.iter().filter(|(page, _)| chapter.contains(&format!("[](../{page})")));
                let seen = opened(chapter) - 1 + elsewhere.map(|(_, text)| opened(text)).sum::<usize>();
                assert!(seen > 0, "`{}` is not shown as readers see it", rule.name);
            }
        }
    }

    #[test]
    fn what_a_finding_is_about_is_shown_in_both_languages() {
        let about: Vec<_> = codes::ALL.iter().filter(|code| guide::of(code, "").is_some()).collect();
        assert!(about.len() > 30);
        for code in about {
            let words = of(code).unwrap_or_else(|| panic!("nothing is shown for {code}"));
            assert!(!words.vi.is_empty() && !words.en.is_empty());
        }
        assert!(of(codes::ALERT_UNKNOWN).unwrap().vi.contains("> [!WARNING]"));
        assert!(of(codes::CONFIG_SYNTAX).is_none());
    }
}
