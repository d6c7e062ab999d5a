//! What stands together on the pages of a printed book.

use std::fs;
use std::path::Path;

use super::print::{book, no_fonts, print, project, said, small, told};

/// The words of each page of the Vietnamese A5 book.
fn pages_of(root: &Path) -> Vec<Vec<String>> {
    let book = root.join("public/print/vi/book-a5.pdf");
    let text = said("pdftotext", &["-layout", book.to_str().unwrap(), "-"]);
    text.split('\u{c}').map(|page| page.split_whitespace().map(str::to_owned).collect()).collect()
}

/// The page on which a word stands last: it may be in the contents too.
fn page_of(pages: &[Vec<String>], word: &str) -> usize {
    pages.iter().rposition(|page| page.iter().any(|w| w == word)).unwrap_or_else(|| panic!("{word} is not printed"))
}

/// Sections that begin further down a page each time, so that some block meets the page's end.
fn staggered(block: impl Fn(usize) -> String) -> tempfile::TempDir {
    let section = |n: usize| {
        let filler = (0..n % 34).map(|_| "Dòng.\\\n").collect::<String>();
        format!("## Mục{n}đề\n\n{filler}Hết.\n\n### Đầu{n}đề\n\n{}\n\n", block(n))
    };
    let page: String = (0..34).map(section).collect();
    small(&format!("+++\ntitle = \"Một\"\n+++\n\n{page}"))
}

fn set(root: &Path) -> Vec<Vec<String>> {
    let fonts = no_fonts();
    let outcome = print(root, &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    pages_of(root)
}

#[test]
fn a_box_of_a_few_lines_stands_on_one_page_with_its_heading_and_what_leads_to_it() {
    let root = staggered(|n| {
        format!("Chép{n}đây vào vở.\n\n:::example Thư{n}thư\nKính{n}gửi bạn.\n\nMột dòng.\n\nKý{n}tên.\n:::")
    });
    let pages = set(root.path());
    for n in 0..34 {
        let on = ["Đầu#đề", "Chép#đây", "Kính#gửi", "Ký#tên."]
            .map(|word| page_of(&pages, &word.replace('#', &n.to_string())));
        assert!(on.iter().all(|page| *page == on[0]), "{n}: {on:?}");
    }
}

/// With its heading it would leave half a page empty.
#[test]
fn a_checklist_that_leaves_a_hole_is_broken_between_its_items() {
    let root = staggered(|n| {
        let items = (1..=9).map(|item| format!("- [ ] Việc{n}thứ{item}\n")).collect::<String>();
        format!("Làm{n}theo thứ tự này.\n\n:::checklist Kiểm{n}kiểm\n{items}:::")
    });
    let pages = set(root.path());
    let page = |word: &str, n: usize| page_of(&pages, &word.replace('#', &n.to_string()));
    let mut broken = 0;
    for n in 0..34 {
        let (begun, ended) = (page("Đầu#đề", n), page("Việc#thứ9", n));
        assert_eq!([begun; 2], [page("Việc#thứ1", n), page("Việc#thứ2", n)], "{n}");
        assert_eq!(page("Việc#thứ8", n), ended, "{n}");
        broken += usize::from(begun != ended);
    }
    assert!(broken > 3, "hardly a checklist met the end of a page");
}

/// For the eye alone: who hears the book hears the title once.
#[test]
fn a_form_that_goes_on_has_its_title_again_above_each_page() {
    let root = staggered(|n| {
        let lines = (1..=12).map(|line| format!("Điền{n}dòng{line}: ____\n\n")).collect::<String>();
        format!(":::worksheet Phiếu{n}phiếu, ngày ____\n{lines}:::")
    });
    let pages = set(root.path());
    let page = |word: &str, n: usize| page_of(&pages, &word.replace('#', &n.to_string()));
    let mut broken = 0;
    for n in 0..34 {
        let (begun, ended) = (page("Điền#dòng1:", n), page("Điền#dòng12:", n));
        let title = format!("Phiếu{n}phiếu, ngày … (tiếp theo)");
        let repeated = |page: &Vec<String>| page.join(" ").contains(&title);
        let on: Vec<usize> = (0..pages.len()).filter(|at| repeated(&pages[*at])).collect();
        assert_eq!(on, (begun + 1..=ended).collect::<Vec<_>>(), "{n}");
        broken += usize::from(begun != ended);
    }
    assert!(broken > 3, "hardly a form met the end of a page");
    let book = root.path().join("public/print/vi/book-a5.pdf");
    let heard = said("pdfinfo", &["-struct-text", book.to_str().unwrap()]);
    assert!(heard.contains("Phiếu0phiếu") && !heard.contains("tiếp theo"));
}

/// A page begins with more than a line that ends what the page before is about.
#[test]
fn the_last_line_of_a_section_stays_with_the_text_before_it() {
    let root = staggered(|n| {
        format!("Đoạn{n}trước, đủ dài để có hai dòng trên trang sách khổ nhỏ, không hơn.\n\nDòng{n}cuối.")
    });
    let pages = set(root.path());
    for n in 0..34 {
        let on = ["Đoạn#trước,", "Dòng#cuối."].map(|word| page_of(&pages, &word.replace('#', &n.to_string())));
        assert_eq!(on[0], on[1], "{n}");
    }
}

#[test]
fn no_line_of_a_list_stands_alone_on_a_page() {
    let root = staggered(|n| {
        let items = (1..=9).map(|item| format!("- Việc{n}thứ{item}\n")).collect::<String>();
        format!("Một{n}đoạn trước danh sách.\n\n{items}")
    });
    let pages = set(root.path());
    let page = |word: &str, n: usize| page_of(&pages, &word.replace('#', &n.to_string()));
    let mut broken = 0;
    for n in 0..34 {
        let (begun, ended) = (page("Việc#thứ1", n), page("Việc#thứ9", n));
        assert_eq!((begun, ended), (page("Việc#thứ2", n), page("Việc#thứ8", n)), "{n}");
        broken += usize::from(begun != ended);
    }
    assert!(broken > 3, "hardly a list met the end of a page");
}

#[test]
fn a_heading_has_lines_below_it_on_its_page() {
    let root = staggered(|n| format!("1. Một{n}một\n2. Hai{n}hai\n3. Ba\n4. Bốn"));
    let pages = set(root.path());
    for n in 0..34 {
        let on = ["Đầu#đề", "Một#một", "Hai#hai"].map(|word| page_of(&pages, &word.replace('#', &n.to_string())));
        assert!(on.iter().all(|page| *page == on[0]), "{n}: {on:?}");
    }
}

#[test]
fn text_fills_the_page_that_a_high_figure_does_not_fit_on() {
    let root = small("");
    let filler = "Câu này đầy một dòng của trang sách khổ nhỏ, không hơn không kém.\n\n";
    let page = format!(
        "+++\ntitle = \"Một\"\n+++\n\n{}Xem hình.\n\n![Cao](cao.svg \"Chúthích\")\n\nSauhình.\n\n{}",
        filler.repeat(8),
        filler.repeat(12)
    );
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 400\" width=\"300\" height=\"400\"><circle cx=\"9\" cy=\"9\" r=\"9\"/></svg>";
    fs::write(root.path().join("content/mot.md"), page).unwrap();
    fs::write(root.path().join("content/cao.svg"), svg).unwrap();
    let pages = set(root.path());
    assert_eq!(page_of(&pages, "Sauhình.") + 1, page_of(&pages, "Chúthích"), "{pages:?}");
}

#[test]
fn the_contents_call_the_start_page_by_its_entry() {
    let root = project(&[
        ("handbook.toml", "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\"]\n"),
        ("content/SUMMARY.md", "# Sổ tay\n\n[Trangđầu](index.md)\n\n- [Một](mot.md)\n"),
        ("content/index.md", "+++\ntitle = \"Tênsách\"\nkind = \"start\"\n+++\n\nChào.\n"),
        ("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nChữ.\n"),
    ]);
    let pages = set(root.path());
    let contents = pages.iter().find(|page| page.first().is_some_and(|word| word == "Mục")).unwrap();
    assert!(
        contents.iter().any(|word| word == "Trangđầu") && !contents.iter().any(|word| word == "Tênsách"),
        "{contents:?}"
    );
    assert!(pages.iter().any(|page| page.first().is_some_and(|word| word == "Tênsách")), "{pages:?}");
}

#[test]
fn a_letter_s_head_has_two_sides_in_every_language_it_is_translated_to() {
    let head = "**PEOPLE’S COMMITTEE**\\\nNo.: ____\n\n**SOCIALIST REPUBLIC OF VIET NAM**\\\n**Independence – Freedom – Happiness**\\\n____, ____";
    let root = small(&format!("+++\ntitle = \"Một\"\n+++\n\n:::letterhead\n{head}\n:::\n"));
    set(root.path());
    let text = said("pdftotext", &["-layout", root.path().join("public/print/vi/book-a5.pdf").to_str().unwrap(), "-"]);
    let line = text.lines().find(|line| line.contains("COMMITTEE")).unwrap();
    assert!(line.contains("SOCIALIST REPUBLIC OF VIET NAM"), "{line}");
}

#[test]
fn a_long_letter_is_broken_neither_after_its_greeting_nor_before_its_name() {
    let root = staggered(|n| {
        let lines = (1..=10).map(|line| format!("Lời{n}thứ{line}.\n\n")).collect::<String>();
        format!(":::example Thư{n}thư\nKính{n}gửi bạn.\n\n{lines}Ký{n}tên.\n:::")
    });
    let pages = set(root.path());
    let page = |word: &str, n: usize| page_of(&pages, &word.replace('#', &n.to_string()));
    let mut broken = 0;
    for n in 0..34 {
        let (begun, ended) = (page("Kính#gửi", n), page("Ký#tên.", n));
        assert_eq!(begun, page("Lời#thứ3.", n), "{n}");
        assert_eq!(page("Lời#thứ8.", n), ended, "{n}");
        broken += usize::from(begun != ended);
    }
    assert!(broken > 3, "hardly a letter met the end of a page");
}

#[test]
fn a_table_of_three_rows_is_not_torn() {
    let root = staggered(|n| {
        let row = |word: &str| format!("| {word}{n}hàng | {} |\n", "Một câu dài hơn một dòng của ô. ".repeat(3));
        format!("| Tên{n}cột | Việc |\n|---|---|\n{}{}{}", row("Một"), row("Hai"), row("Ba"))
    });
    let pages = set(root.path());
    for n in 0..34 {
        let on = ["Tên#cột", "Một#hàng", "Ba#hàng"].map(|word| page_of(&pages, &word.replace('#', &n.to_string())));
        assert!(on.iter().all(|page| *page == on[0]), "{n}: {on:?}");
    }
}

#[test]
fn neither_the_first_nor_the_last_row_of_a_table_is_alone_with_its_head() {
    let mut broken = 0;
    for more in [2, 9] {
        let root = staggered(|n| {
            let rows = (0..more).map(|row| format!("| Hàng{n}{row} | Một |\n")).collect::<String>();
            format!("| Tên{n}cột | Việc |\n|---|---|\n{rows}| Áp{n}chót | Hai |\n| Cuối{n}cùng | Ba |")
        });
        let pages = set(root.path());
        let page = |word: &str, n: usize| page_of(&pages, &word.replace('#', &n.to_string()));
        for n in 0..34 {
            let last = page("Cuối#cùng", n);
            assert_eq!([last; 2], [page("Áp#chót", n), page("Tên#cột", n)], "{n}");
            assert_eq!(page("Hàng#0", n), page("Hàng#1", n), "{n}");
            broken += usize::from(page("Hàng#0", n) != last);
        }
    }
    assert!(broken > 3, "hardly a table met the end of a page");
}
