//! `data/glossary.toml`, `data/statistics.toml`, `data/sources.toml`: what pages refer to by id; and
//! `data/places.toml`: names that checks know to be out of use.
//!
//! Owns their fields and what they may say of each other. Each record keeps its place, for findings of
//! those who use it. Words stay in all their languages: `book` picks one.

mod fields;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use toml::de::DeTable;

use fields::Fields;
pub use fields::{LocalText, forbidden_scheme};

use crate::base::{Diagnostic, Hash, Place, RelPath, Source, Span, codes, nearest};
use crate::files::Project;
use crate::words;

/// Kinds of source.
const SOURCE_KINDS: [&str; 7] = ["letter", "decision", "decree", "circular", "conclusion", "press", "law"];
/// How well a source is known.
const SOURCE_STATUS: [&str; 3] = ["read", "cited", "press"];

/// All data files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    /// Terms, as listed.
    pub glossary: Vec<TermRecord>,
    /// Statistics, as listed.
    pub statistics: Vec<StatisticRecord>,
    /// Sources, as listed.
    pub sources: Vec<SourceEntry>,
    /// Places that were reorganised, as listed.
    pub places: Vec<PlaceRecord>,
}

/// A name of a place that ceased to be an authority's.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRecord {
    /// The name.
    pub old: String,
    /// The name of its successor.
    pub now: String,
    /// Day from which the old name was borne, when known.
    pub from: String,
    /// Day on which it ceased.
    pub to: String,
    /// Source id.
    pub source: String,
    /// Where it is written.
    pub place: Place,
}

/// A glossary term.
#[derive(Clone, Debug, PartialEq)]
pub struct TermRecord {
    /// Id.
    pub id: String,
    /// Abbreviations: of all languages, or tag → abbreviations.
    pub abbreviations: BTreeMap<String, Vec<String>>,
    /// Tag → term.
    pub term: LocalText,
    /// Tag → definition.
    pub definition: LocalText,
    /// Tag → other spellings.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// Whether its words are linked in texts.
    pub link: bool,
    /// Where it is written.
    pub place: Place,
}

/// A statistic.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticRecord {
    /// Id.
    pub id: String,
    /// The value as written.
    pub value: String,
    /// It is written as a number, so it is shown in each locale's form.
    pub numeric: bool,
    /// What is counted.
    pub unit: LocalText,
    /// What it says.
    pub label: LocalText,
    /// As of when.
    pub as_of: String,
    /// Source id.
    pub source: String,
    /// Ids of statistics that contradict it.
    pub conflicts: Vec<String>,
    /// A remark.
    pub note: LocalText,
    /// Where it is written.
    pub place: Place,
}

/// A source of facts.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceEntry {
    /// Id.
    pub id: String,
    /// What citations print; else the number, else the title.
    pub short: LocalText,
    /// Number as printed.
    pub number: String,
    /// Date as far as known.
    pub date: String,
    /// One of `SOURCE_KINDS`.
    pub kind: String,
    /// One of `SOURCE_STATUS`.
    pub status: String,
    /// The source that names it.
    pub via: String,
    /// Issuer.
    pub issuer: LocalText,
    /// Title.
    pub title: LocalText,
    /// Address.
    pub url: String,
    /// Where it is written.
    pub place: Place,
}

/// Reads the data files that are there, and checks what they say of each other.
#[must_use]
pub fn load(project: &Project, folder: &RelPath) -> (Data, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut read = |name: &str| {
        let path = folder.join(name).ok().filter(|p| project.exists(p))?;
        project.text(&path).map_err(|d| findings.push(d)).ok()
    };
    let (glossary, statistics, sources) = (read("glossary.toml"), read("statistics.toml"), read("sources.toml"));
    let places = read("places.toml");
    let hash = |source: &Option<Arc<Source>>| source.as_ref().map(|source| (source.path.clone(), source.hash));
    let key = Hash::of_value(&[hash(&glossary), hash(&statistics), hash(&sources), hash(&places)]);
    let made = project.memo().get("data", key, || read_all([glossary, statistics, sources, places]));
    findings.extend(made.1.iter().cloned());
    (made.0.clone(), findings)
}

fn read_all([glossary, statistics, sources, places]: [Option<Arc<Source>>; 4]) -> (Data, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let data = Data {
        glossary: glossary.map_or_else(Vec::new, |s| records(&s, "term", &mut findings, term)),
        statistics: statistics.map_or_else(Vec::new, |s| records(&s, "statistic", &mut findings, statistic)),
        sources: sources.map_or_else(Vec::new, |s| records(&s, "source", &mut findings, source)),
        places: places.map_or_else(Vec::new, |s| records(&s, "place", &mut findings, place)),
    };
    check(&data, &mut findings);
    (data, findings)
}

/// The records of the array of tables `[[name]]`; of records with one id, the first.
fn records<T>(
    source: &Source,
    name: &'static str,
    findings: &mut Vec<Diagnostic>,
    read: impl Fn(&mut Fields<'_>) -> (String, T),
) -> Vec<T> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors {
        let reason = error.message();
        let message = words!("this is not valid TOML: {reason}", "không đúng cú pháp TOML: {reason}");
        let span = error.span().map_or_else(Span::default, Span::from);
        findings.push(Diagnostic::error(codes::DATA_SYNTAX, message).at(source, span));
    }
    let mut found = Vec::new();
    let mut ids: BTreeMap<String, Place> = BTreeMap::new();
    for (key, value) in table.get_ref() {
        let array = value.get_ref().as_array().filter(|_| key.get_ref() == name);
        let Some(array) = array else {
            let key_text = key.get_ref();
            let message = words!("unknown entry `{key_text}`", "không có mục `{key_text}`");
            let help = words!("each record begins with `[[{name}]]`", "mỗi bản ghi bắt đầu bằng `[[{name}]]`");
            findings.push(Diagnostic::error(codes::DATA_FIELD, message).help(help).at(source, key.span().into()));
            continue;
        };
        for item in array.iter() {
            let Some(table) = item.get_ref().as_table() else { continue };
            let mut fields = Fields::new(source, table, item.span().into());
            let place = fields.place_of("id");
            let (id, record) = read(&mut fields);
            findings.extend(fields.finish(name == "term"));
            if let Some(first) = ids.get(&id) {
                let line = first.line;
                let message = words!("`{id}` is already on line {line}", "`{id}` đã có ở dòng {line}");
                findings.push(Diagnostic::error(codes::DATA_TWICE, message).at_place(Some(place)));
            } else if !id.is_empty() {
                ids.insert(id, place);
                found.push(record);
            }
        }
    }
    found
}

fn term(fields: &mut Fields<'_>) -> (String, TermRecord) {
    let id = fields.required("id");
    let abbreviations = fields.local_lists("abbr");
    let aliases = fields.local_lists("aliases");
    let link = fields.yes_unless("link");
    let place = fields.place_of("id");
    let (mut term, mut definition) = (LocalText::default(), LocalText::default());
    for (tag, mut words) in fields.language_tables() {
        term.0.insert(tag.clone(), words.required("term"));
        definition.0.insert(tag, words.required("definition"));
        fields.absorb(words.finish(false));
    }
    (id.clone(), TermRecord { id, abbreviations, term, definition, aliases, link, place })
}

fn statistic(fields: &mut Fields<'_>) -> (String, StatisticRecord) {
    let id = fields.required("id");
    let (value, numeric) = fields.value("value");
    let record = StatisticRecord {
        id: id.clone(),
        value,
        numeric,
        unit: fields.local("unit"),
        label: fields.local("label"),
        as_of: fields.required_date("as_of"),
        source: fields.required("source"),
        conflicts: fields.list("conflicts"),
        note: fields.local("note"),
        place: fields.place_of("id"),
    };
    (id, record)
}

fn source(fields: &mut Fields<'_>) -> (String, SourceEntry) {
    let id = fields.required("id");
    let record = SourceEntry {
        id: id.clone(),
        short: fields.local("short"),
        number: fields.text("number"),
        date: fields.date("date"),
        kind: fields.choice("kind", &SOURCE_KINDS),
        status: fields.choice("status", &SOURCE_STATUS),
        via: fields.text("via"),
        issuer: fields.local("issuer"),
        title: fields.local("title"),
        url: fields.address("url"),
        place: fields.place_of("id"),
    };
    (id, record)
}

fn place(fields: &mut Fields<'_>) -> (String, PlaceRecord) {
    let record = PlaceRecord {
        old: fields.required("old"),
        now: fields.required("now"),
        from: fields.date("from"),
        to: fields.required_date("to"),
        source: fields.text("source"),
        place: fields.place_of("old"),
    };
    (record.old.clone(), record)
}

/// Ids that one record says of another must exist.
fn check(data: &Data, findings: &mut Vec<Diagnostic>) {
    let sources: BTreeSet<&str> = data.sources.iter().map(|s| s.id.as_str()).collect();
    let statistics: BTreeSet<&str> = data.statistics.iter().map(|s| s.id.as_str()).collect();
    for entry in data.sources.iter().filter(|s| !s.via.is_empty()) {
        findings.extend(unknown("source", &entry.via, &sources).map(|d| d.at_place(Some(entry.place.clone()))));
    }
    for entry in data.places.iter().filter(|p| !p.source.is_empty()) {
        findings.extend(unknown("source", &entry.source, &sources).map(|d| d.at_place(Some(entry.place.clone()))));
    }
    for entry in &data.statistics {
        let place = || Some(entry.place.clone());
        if !entry.source.is_empty() {
            findings.extend(unknown("source", &entry.source, &sources).map(|d| d.at_place(place())));
        }
        for id in &entry.conflicts {
            findings.extend(unknown("statistic", id, &statistics).map(|d| d.at_place(place())));
        }
    }
}

/// The finding that no `what` has this id, with the nearest that one has.
#[must_use]
pub fn unknown(what: &str, id: &str, known: &BTreeSet<&str>) -> Option<Diagnostic> {
    if known.contains(id) {
        return None;
    }
    let kind = match what {
        "source" => "nguồn",
        "statistic" => "số liệu",
        "term" => "thuật ngữ",
        _ => "mục",
    };
    let message = words!("there is no {what} `{id}`", "không có {kind} `{id}`");
    let help = nearest(id, known.iter().copied())
        .map(|near| words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"));
    Some(Diagnostic { help, ..Diagnostic::error(codes::UNKNOWN_ID, message) })
}
