//! Which language messages are in: `--lang`, else the system's locale.

use std::ffi::OsString;

use clap::ValueEnum;

use super::arguments::MessageLanguage;

/// What `--lang` asks for, before anything else of the command is understood.
pub(super) fn asked(typed: &[OsString]) -> Option<MessageLanguage> {
    let typed: Vec<&str> = typed.iter().filter_map(|word| word.to_str()).collect();
    let after = |at: usize| typed.get(at + 1).copied();
    let mut values = typed.iter().enumerate().filter_map(|(at, word)| match *word {
        "--lang" => after(at),
        word => word.strip_prefix("--lang="),
    });
    values.next_back().and_then(|value| MessageLanguage::from_str(value, false).ok())
}

/// `--lang` when given; else Vietnamese where `LC_ALL`, `LC_MESSAGES` or `LANG` (the first that is set)
/// says so; else English.
pub(super) fn of_messages(asked: Option<MessageLanguage>) -> MessageLanguage {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    asked.unwrap_or_else(|| of_system(["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).as_deref()))
}

fn of_system(locale: Option<&str>) -> MessageLanguage {
    let language = locale.unwrap_or_default().split(['_', '-', '.']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("vi") { MessageLanguage::Vi } else { MessageLanguage::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_locale_chooses() {
        for (locale, language) in [
            (Some("vi_VN.UTF-8"), MessageLanguage::Vi),
            (Some("vi"), MessageLanguage::Vi),
            (Some("vie"), MessageLanguage::En),
            (Some("en_GB.UTF-8"), MessageLanguage::En),
            (Some("C"), MessageLanguage::En),
            (None, MessageLanguage::En),
        ] {
            assert_eq!(of_system(locale), language, "{locale:?}");
        }
    }
}
