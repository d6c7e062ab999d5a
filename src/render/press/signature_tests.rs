//! Orders of pages known from printers' tables, and paper folded in thought.

use proptest::prelude::*;

use super::sheet::Binding;
use super::signature::{FoldedSheet, Gathering, Spread, fold, signatures};

/// `8 1 | 2 7`: pages from 1, `.` is blank; front left, front right, back left, back right.
fn table(pages: usize, gathering: Gathering, binding: Binding) -> Vec<String> {
    let shown = |page: Option<usize>| page.map_or_else(|| ".".to_owned(), |page| (page + 1).to_string());
    let side = |spread: Spread| format!("{} {}", shown(spread.left), shown(spread.right));
    fold(pages, &signatures(pages, gathering, 0.1), binding)
        .iter()
        .map(|sheet| format!("{} | {}", side(sheet.front), side(sheet.back)))
        .collect()
}

#[test]
fn the_order_of_pages_is_that_of_printers_tables() {
    let left = |pages, gathering| table(pages, gathering, Binding::Left);
    assert_eq!(left(8, Gathering::Auto), ["8 1 | 2 7", "6 3 | 4 5"]);
    assert_eq!(left(16, Gathering::Auto), ["16 1 | 2 15", "14 3 | 4 13", "12 5 | 6 11", "10 7 | 8 9"]);
    assert_eq!(left(20, Gathering::Auto), ["20 1 | 2 19", "18 3 | 4 17", "16 5 | 6 15", "14 7 | 8 13", "12 9 | 10 11"]);
    let thirty_two = left(32, Gathering::Auto);
    assert_eq!((thirty_two[0].as_str(), thirty_two[7].as_str()), ("32 1 | 2 31", "18 15 | 16 17"));
    assert_eq!(
        left(40, Gathering::Pages(16)),
        [
            "16 1 | 2 15",
            "14 3 | 4 13",
            "12 5 | 6 11",
            "10 7 | 8 9",
            "32 17 | 18 31",
            "30 19 | 20 29",
            "28 21 | 22 27",
            "26 23 | 24 25",
            "40 33 | 34 39",
            "38 35 | 36 37"
        ]
    );
}

#[test]
fn pages_that_fill_the_last_sheet_are_blank_and_arabic_books_open_from_the_other_side() {
    assert_eq!(table(6, Gathering::Whole, Binding::Left), [". 1 | 2 .", "6 3 | 4 5"]);
    assert_eq!(table(8, Gathering::Auto, Binding::Right), ["1 8 | 7 2", "3 6 | 5 4"]);
}

#[test]
fn thick_books_are_gathered_in_signatures_and_thick_paper_in_smaller_ones() {
    assert_eq!(signatures(64, Gathering::Auto, 0.1), [64]);
    assert_eq!(signatures(200, Gathering::Auto, 0.1), [32, 32, 32, 32, 32, 20, 20]);
    assert_eq!(signatures(70, Gathering::Auto, 0.15), [16, 16, 16, 16, 8]);
    assert_eq!(signatures(200, Gathering::Whole, 0.1), [200]);
    assert_eq!(signatures(1, Gathering::Auto, 0.1), [4]);
}

/// Reads the folded sheets as a reader does: down the first halves of a signature's nested sheets, from the
/// outermost to the innermost, and back through the second halves.
fn read(sheets: &[FoldedSheet], binding: Binding) -> Vec<Option<usize>> {
    let turn = |spread: Spread| match binding {
        Binding::Left => (spread.left, spread.right),
        Binding::Right => (spread.right, spread.left),
    };
    let mut pages = Vec::new();
    for signature in sheets.chunk_by(|a, b| a.signature == b.signature) {
        for sheet in signature {
            pages.extend([turn(sheet.front).1, turn(sheet.back).0]);
        }
        for sheet in signature.iter().rev() {
            pages.extend([turn(sheet.back).1, turn(sheet.front).0]);
        }
    }
    pages
}

proptest! {
    #[test]
    fn folding_the_sheets_restores_the_pages(
        pages in 1_usize..400,
        gathering in prop_oneof![
            Just(Gathering::Auto), Just(Gathering::Whole), Just(Gathering::Pages(16)), Just(Gathering::Pages(32)),
        ],
        leaf in 0.05_f64..0.3,
        binding in prop_oneof![Just(Binding::Left), Just(Binding::Right)],
    ) {
        let lengths = signatures(pages, gathering, leaf);
        prop_assert!(lengths.iter().all(|length| length % 4 == 0));
        let read = read(&fold(pages, &lengths, binding), binding);
        let expected: Vec<Option<usize>> =
            (0..pages.next_multiple_of(4)).map(|page| (page < pages).then_some(page)).collect();
        prop_assert_eq!(read, expected);
    }
}
