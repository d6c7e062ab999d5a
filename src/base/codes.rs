//! Every diagnostic code, one line each, so that no two findings share one.
//!
//! Ranges: E01 configuration, E02 files, E03 Markdown and front matter, E04 book (links, data),
//! E05 translation, E06 theme, E07 output, E08 server, E09 the looks of `check`; W.. are warnings of the same rooms.
//! E05 translation, E06 theme, E07 output, E08 server, E09 print, E10 the looks of `check`; W.. are warnings of
//! the same rooms. What each means to an editor is in `cli/explain/explanations.toml`.

/// Declares the codes, and the list of all of them beside.
macro_rules! codes {
    ($($(#[$about:meta])* pub const $name:ident: &str = $code:literal;)*) => {
        $($(#[$about])* pub const $name: &str = $code;)*
        /// Every code.
        pub const ALL: &[&str] = &[$($code),*];
    };
}

codes! {
/// `handbook.toml` is not valid TOML.
pub const CONFIG_SYNTAX: &str = "E0101";
/// A key that the configuration does not know.
pub const CONFIG_UNKNOWN_KEY: &str = "E0102";
/// A value of the wrong type or form.
pub const CONFIG_VALUE: &str = "E0103";
/// A key that must be there is not.
pub const CONFIG_MISSING: &str = "E0104";
/// A file or folder that should exist does not.
pub const FILE_MISSING: &str = "E0201";
/// A file could not be read, or is not UTF-8.
pub const FILE_UNREADABLE: &str = "E0202";
/// A path that leaves the project, or a name that some systems cannot hold.
pub const PATH_FORBIDDEN: &str = "E0203";
/// The folder given holds no handbook.
pub const PROJECT_MISSING: &str = "E0204";
/// A new handbook is not made in a folder that holds something.
pub const FOLDER_NOT_EMPTY: &str = "E0205";
/// A language asked for on the command line that the handbook does not have.
pub const LOCALE_UNKNOWN: &str = "E0105";
/// Front matter that is not valid TOML or YAML, or is never closed.
pub const FRONT_SYNTAX: &str = "E0301";
/// A front matter key that pages do not have.
pub const FRONT_UNKNOWN_KEY: &str = "E0302";
/// A front matter value of the wrong type or form.
pub const FRONT_VALUE: &str = "E0303";
/// A front matter key that must be there is not.
pub const FRONT_MISSING: &str = "E0304";
/// `{{#include}}` of an anchor or line range that the file does not have.
pub const INCLUDE_RANGE: &str = "E0305";
/// `{{#include}}` that includes itself, nests too deep or grows too large.
pub const INCLUDE_DEPTH: &str = "E0306";
/// A paragraph that goes on with the sentence of the one before it.
pub const TORN_PARAGRAPH: &str = "W0307";
/// `**a****b**`: two bold texts without anything between them.
pub const GLUED_BOLD: &str = "W0308";
/// `**số:**532`: stars that make no bold.
pub const LITERAL_STARS: &str = "W0309";
/// `:::name` of a directive that does not exist.
pub const DIRECTIVE_UNKNOWN: &str = "E0320";
/// What follows a directive's name is missing or not allowed.
pub const DIRECTIVE_ARGUMENT: &str = "E0321";
/// A directive without its closing line.
pub const DIRECTIVE_NOT_CLOSED: &str = "E0322";
/// A closing line with no directive open.
pub const DIRECTIVE_NOT_OPEN: &str = "W0323";
/// Text inside a directive that is made from data.
pub const DIRECTIVE_BODY: &str = "W0324";
/// An anchor used twice on a page.
pub const ANCHOR_TWICE: &str = "W0325";
/// Lists and quotes that nest deeper than any reader can follow.
pub const NESTED_TOO_DEEP: &str = "W0326";
/// `[^a]` without its note.
pub const FOOTNOTE_MISSING: &str = "W0327";
/// A note that nothing refers to, or that stands twice.
pub const FOOTNOTE_UNUSED: &str = "W0328";
/// `[words][name]` without a line that says where it leads.
pub const REFERENCE_MISSING: &str = "W0329";
/// An anchor that only the frame of a page may have.
pub const ANCHOR_RESERVED: &str = "W0332";
/// A heading without words.
pub const HEADING_EMPTY: &str = "W0331";
/// `> [!word]` of a kind that alerts do not have.
pub const ALERT_UNKNOWN: &str = "W0330";
/// The system does not let us write.
pub const OUTPUT_REFUSED: &str = "E0701";
/// Another run is writing to the same folder.
pub const OUTPUT_BUSY: &str = "E0702";
/// A file that is not ours stands where one of ours has to be.
pub const OUTPUT_FOREIGN: &str = "E0703";
/// Two artifacts claim one path.
pub const OUTPUT_COLLISION: &str = "E0704";
/// Our own records in the output folder cannot be read.
pub const OUTPUT_RECORDS: &str = "E0706";
/// Files that cannot be packed into an archive.
pub const ARCHIVE: &str = "E0707";
/// The handbook has no `SUMMARY.md`.
pub const SUMMARY_MISSING: &str = "E0401";
/// A line of `SUMMARY.md` that cannot be read as a chapter.
pub const SUMMARY_SYNTAX: &str = "E0402";
/// A chapter of `SUMMARY.md` whose file does not exist.
pub const SUMMARY_FILE: &str = "E0403";
/// A chapter, or two chapters of one address, listed twice.
pub const SUMMARY_TWICE: &str = "E0404";
/// A data file is not valid TOML.
pub const DATA_SYNTAX: &str = "E0410";
/// A field of a data file that is missing, unknown or of the wrong form.
pub const DATA_FIELD: &str = "E0411";
/// Two records of a data file have one id.
pub const DATA_TWICE: &str = "E0412";
/// A CSV file that cannot be shown as a table.
pub const DATA_TABLE: &str = "E0413";
/// An id that no source, statistic, document or group has.
pub const UNKNOWN_ID: &str = "E0414";
/// A link that leads nowhere.
pub const LINK_BROKEN: &str = "E0420";
/// A link to a page that has no such anchor.
pub const ANCHOR_BROKEN: &str = "E0421";
/// An image or other file that does not exist.
pub const ASSET_MISSING: &str = "E0422";
/// A former address that another page has, or that no page can have had.
pub const ALIAS_TAKEN: &str = "E0423";
/// An element whose number or group is missing, out of range or taken.
pub const ELEMENT_SLOT: &str = "E0424";
/// `date:`, `choice:` with something behind it that is no day, no choice.
pub const FIELD_VALUE: &str = "E0425";
/// A page that `SUMMARY.md` does not list.
pub const PAGE_UNLISTED: &str = "W0401";
/// A translated page or chapter that the source does not have.
pub const TRANSLATION_UNKNOWN: &str = "W0402";
/// A heading of the source page that its translation does not have.
pub const TRANSLATION_ANCHOR: &str = "W0403";
/// A published address that leads nowhere now.
pub const ADDRESS_VANISHED: &str = "W0404";
/// The ledger of published addresses cannot be written.
pub const LEDGER_WRITE: &str = "E0405";
/// A link of a scheme that readers are not sent to.
pub const LINK_SCHEME: &str = "W0425";
/// An image whose size cannot be read.
pub const IMAGE_UNREADABLE: &str = "W0426";
/// Raw HTML holds a script or a style that browsers do not run on our pages.
pub const RAW_HTML_IDLE: &str = "W0427";
/// An image whose name says another format than its bytes.
pub const IMAGE_MISNAMED: &str = "W0428";
/// An image of more pixels than any reader can use.
pub const IMAGE_TOO_LARGE: &str = "E0426";
/// A `SUMMARY.md` that lists no page.
pub const SUMMARY_EMPTY: &str = "E0406";
/// Something in `SUMMARY.md` that has no effect, or another one than elsewhere.
pub const SUMMARY_STRAY: &str = "W0407";
/// A `.ftl` file that is not valid Fluent.
pub const STRINGS_SYNTAX: &str = "E0510";
/// A locale lacks words of the interface.
pub const STRINGS_MISSING: &str = "W0511";
/// A `.ftl` file has a message nothing asks for.
pub const STRINGS_UNKNOWN: &str = "W0512";
/// A template that cannot be read or rendered.
pub const THEME_TEMPLATE: &str = "E0601";
/// A style sheet that cannot be read.
pub const THEME_STYLE: &str = "E0602";
/// A theme file that nothing of the theme corresponds to.
pub const THEME_UNKNOWN_FILE: &str = "W0603";
/// A style sheet points at a file the theme does not have.
pub const THEME_MISSING_ASSET: &str = "E0604";
/// A line of a PO catalog that cannot be read.
pub const CATALOG_SYNTAX: &str = "E0501";
/// A catalog or a translation's front matter cannot be written.
pub const TRANSLATION_WRITE: &str = "E0503";
/// A translation that lacks a mark of its source: a link, note, citation, placeholder, blank.
pub const TRANSLATION_MARKS: &str = "E0504";
/// A translation with other numbers than its source.
pub const TRANSLATION_NUMBERS: &str = "E0505";
/// A translation in another script than its language's.
pub const TRANSLATION_SCRIPT: &str = "E0506";
/// A translation that emphasises more or less than its source.
pub const TRANSLATION_EMPHASIS: &str = "W0507";
/// A translation that is its source's text.
pub const TRANSLATION_SAME: &str = "W0508";
/// A translated page asked for by name that the handbook does not have.
pub const TRANSLATION_NO_PAGE: &str = "E0509";
/// A catalog's header promises something else than what the file holds.
pub const CATALOG_HEADER: &str = "W0513";
/// Something in a catalog that gettext's tools refuse.
pub const CATALOG_GETTEXT: &str = "E0514";
/// A message that stands twice in a catalog.
pub const CATALOG_TWICE: &str = "E0502";
/// The output folder lies over the folders the site is made from.
pub const OUTPUT_OVER_SOURCES: &str = "E0705";
/// The preview cannot listen at the address.
pub const SERVER_ADDRESS: &str = "E0801";
/// The preview can be read by others.
pub const SERVER_OPEN: &str = "W0802";
/// The system cannot tell of changes.
pub const SERVER_WATCH: &str = "W0803";
/// Cards without the QR codes that need the site's address.
pub const CARD_ADDRESS: &str = "W0921";
/// A card whose text does not fit.
pub const CARD_TOO_LONG: &str = "W0922";
/// Press work that was ordered together and cannot be.
pub const PRESS_ORDER: &str = "E0923";
/// Sheets for the press that cannot be made of a finished book.
pub const PRESS_SHEETS: &str = "E0920";
/// A number in running text that no source stands behind.
pub const FIGURE_UNCITED: &str = "W0901";
/// A print template, or the PDF made with it, has a fault.
pub const PRINT_FAILED: &str = "E0901";
/// The typesetter warns of a print template.
pub const PRINT_WARNED: &str = "W0902";
/// Letters that no font at hand shows.
pub const PRINT_FONT: &str = "E0903";
/// Letters of a foreign script that no font at hand shows: a sign stands for them.
pub const PRINT_STAND_IN: &str = "W0909";
/// A heading that skips a level.
pub const PRINT_LEVEL: &str = "W0904";
/// An image without words.
pub const PRINT_ALT: &str = "W0905";
/// An image that cannot be printed.
pub const PRINT_IMAGE: &str = "W0906";
/// This program was made without the print edition.
pub const PRINT_LEFT_OUT: &str = "E0907";
/// A page asked for on the command line that the book does not have.
pub const PRINT_PAGE: &str = "E0908";
/// Two headings of one section say the same.
pub const HEADING_TWICE: &str = "W1001";
/// A table's column without a head.
pub const TABLE_HEAD: &str = "W1002";
/// A file below the content folder that nothing uses.
pub const FILE_UNUSED: &str = "W1003";
/// A source or statistic that nothing uses.
pub const RECORD_UNUSED: &str = "W1004";
/// Statistics that differ without naming each other.
pub const STATISTICS_DIFFER: &str = "W1005";
/// Letters and marks apart in some places, together in others.
pub const TEXT_FORMS: &str = "W1006";
/// A letter that only looks like the one meant.
pub const TEXT_LOOKALIKE: &str = "W1007";
/// Two spaces between words.
pub const TEXT_SPACES: &str = "W1008";
/// Quotation marks of two styles, or that do not pair.
pub const TEXT_QUOTES: &str = "W1009";
/// Tones set in two ways on one page.
pub const TEXT_TONES: &str = "W1010";
/// A glossary term spelt with other marks.
pub const TERM_SPELLING: &str = "W1011";
/// The name of a place that was reorganised.
pub const PLACE_CHANGED: &str = "W1012";
/// Somebody's address or number.
pub const PERSONAL_DATA: &str = "W1013";
/// A page longer than its readers are promised.
pub const PAGE_LONG: &str = "W1014";
/// A comment that allows what is not found.
pub const ALLOW_NEEDLESS: &str = "W1015";
/// An abbreviation that nothing explains.
pub const ABBREVIATION_UNEXPLAINED: &str = "W1016";
/// An address outside the handbook that leads nowhere.
pub const EXTERNAL_GONE: &str = "E1017";
/// An address outside the handbook that answers otherwise than it should, or not in time.
pub const EXTERNAL_REFUSED: &str = "W1018";
/// No address outside the handbook could be reached.
pub const EXTERNAL_OFFLINE: &str = "W1019";
/// Addresses outside the handbook cannot be asked by this program, or on this system.
pub const EXTERNAL_LEFT_OUT: &str = "E1020";
/// A code asked for on the command line that no finding has.
pub const CODE_UNKNOWN: &str = "E0106";
}
