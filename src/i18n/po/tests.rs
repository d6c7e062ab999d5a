//! Files as tools and people write them, good and broken: nothing is lost, every fault has its place.

use proptest::prelude::*;

use super::*;
use crate::base::RelPath;

const ALL_KINDS: &str = "\u{feff}# Translators: A\r\n#\r\nmsgid \"\"\r\nmsgstr \"\"\r\n\"Language: vi\\n\"\r\n\"X-Own: kept\\n\"\r\n\r\n\r\n# by hand\r\n#. for you\r\n#: a.md:1 \u{2068}b c.md\u{2069}:2\r\n#: d.md:3\r\n#, fuzzy, no-wrap\r\n#| msgctxt \"was\"\r\n#| msgid \"ol\"\r\n#| \"d\"\r\nmsgctxt \"where\"\r\nmsgid \"new\"\r\nmsgid_plural \"news\"\r\nmsgstr[0] \"một\"\r\nmsgstr[1] \"nhiều\"\r\n\r\n#~ msgid \"gone\"\r\n#~ msgstr \"\"\r\n#~ \"đã \\\"bỏ\\\"\"\r\n# the end\r\n";

fn of(text: &str) -> (File, Vec<(u32, u32)>) {
    let (file, findings) = read(&RelPath::new("po/vi.po").unwrap(), text);
    (file, findings.into_iter().filter_map(|f| f.place).map(|p| (p.line, p.column)).collect())
}

#[test]
fn every_kind_of_line_is_read_and_written_back() {
    let (file, faults) = of(ALL_KINDS);
    assert_eq!((file.to_text().as_str(), faults, file.sound), (ALL_KINDS, vec![], true));
    assert_eq!(file.header_field("X-Own"), Some("kept"));
    let message = file.items[1].message();
    assert_eq!(message.references, ["a.md:1", "b c.md:2", "d.md:3"]);
    assert_eq!(message.flags, ["fuzzy", "no-wrap"]);
    assert_eq!((message.translator.len(), message.extracted.len()), (1, 1));
    assert_eq!((message.previous.context.as_deref(), message.previous.id.as_deref()), (Some("was"), Some("old")));
    assert_eq!((message.context.as_deref(), message.plural.as_deref()), (Some("where"), Some("news")));
    assert_eq!(message.texts, ["một", "nhiều"]);
    let gone = file.items[2].message();
    assert!(gone.obsolete && gone.texts == ["đã \"bỏ\""]);
}

#[test]
fn a_changed_entry_alone_is_written_anew() {
    let (mut file, _) = of("msgid \"a\"\nmsgstr   \"x\"\nmsgid \"b\"\nmsgstr   \"y\"\n\n\nmsgid \"c\"\nmsgstr \"z\"");
    let mut message = file.items[1].message().clone();
    message.texts = vec!["đổi".to_owned()];
    file.items[1].set(message);
    assert_eq!(
        file.to_text(),
        "msgid \"a\"\nmsgstr   \"x\"\n\nmsgid \"b\"\nmsgstr \"đổi\"\n\nmsgid \"c\"\nmsgstr \"z\""
    );
}

#[test]
fn every_fault_has_its_line_and_column_in_one_run() {
    let text = "msgid \"one\"\nmsgstr \"một\"\n\nmsgid \"two\nmsgstr \"hai\"\n\n  nonsense\n\nmsgid \"one\"\nmsgstr \"lại\"\n\nmsgid \"left\"\n\nmsgstr \"x\\q\"\n\nmsgid \"three\"\n";
    let (file, mut faults) = of(text);
    faults.sort_unstable();
    assert_eq!(faults, [(4, 7), (7, 3), (9, 1), (14, 8), (16, 1)]);
    assert!(!file.sound && file.to_text() == text);
}

#[test]
fn long_texts_are_broken_as_gettext_breaks_them() {
    let long = "chữ ".repeat(40) + "\nhai";
    let mut file = File::empty(Arc::new(Source::new(RelPath::default(), "")));
    file.items.push(Item::new(Message { id: long.clone(), texts: vec![String::new()], ..Message::default() }));
    let text = file.to_text();
    assert!(text.starts_with("msgid \"\"\n\"chữ "));
    assert!(text.lines().all(|line| line.chars().count() <= 79), "{text}");
    assert_eq!(of(&text).0.items[0].message().id, long);
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("msgid \"a\"".to_owned()),
        Just("msgid \"\"".to_owned()),
        Just("msgstr \"b\\n\"".to_owned()),
        Just("msgstr[1] \"c\"".to_owned()),
        Just("msgctxt \"d\"".to_owned()),
        Just("\"e \\\"f\\\"\"".to_owned()),
        Just("#~ msgid \"g\"".to_owned()),
        Just("#~ msgstr \"h\"".to_owned()),
        Just("#| msgid \"i\"".to_owned()),
        Just("#, fuzzy".to_owned()),
        Just("#: a.md:1".to_owned()),
        Just("#. j".to_owned()),
        Just("# k".to_owned()),
        Just(String::new()),
        "\\PC{0,12}",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n"), Just("")];
    proptest::collection::vec((piece, end), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof!["\\PC{0,30}", Just("\n".to_owned()), Just("từ ".to_owned())], 0..12)
        .prop_map(|parts| parts.concat())
}

fn message() -> impl Strategy<Value = Message> {
    let line = || "[ -~]{0,20}";
    (
        proptest::collection::vec("( [a-z]{1,20})?", 0..3),
        proptest::collection::vec("[a-z]{1,9}( [a-z]{1,9})?", 0..3),
        proptest::collection::vec("[a-z]{1,30}\\.md:[0-9]{1,4}", 0..6),
        proptest::option::of(text()),
        proptest::option::of(line()),
        text(),
        text(),
        any::<bool>(),
    )
        .prop_map(|(translator, extracted, references, previous, context, id, translation, obsolete)| Message {
            translator,
            extracted,
            references,
            flags: if previous.is_some() { vec!["fuzzy".to_owned()] } else { Vec::new() },
            previous: Previous { id: previous, ..Previous::default() },
            context,
            id,
            plural: None,
            texts: vec![translation],
            obsolete,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_read_is_written_back_byte_for_byte(text in pieces()) {
        prop_assert_eq!(of(&text).0.to_text(), text);
    }

    #[test]
    fn what_is_written_reads_as_what_was_meant(messages in proptest::collection::vec(message(), 1..8)) {
        let mut file = File::empty(Arc::new(Source::new(RelPath::default(), "")));
        file.items = messages.iter().cloned().map(Item::new).collect();
        let read = of(&file.to_text()).0;
        let again: Vec<Message> = read.items.iter().map(|item| item.message().clone()).collect();
        prop_assert_eq!(again, messages);
    }
}
