//! The theme: one file replaced at a time, faults told with their place.

use std::collections::BTreeMap;
use std::sync::Arc;

use camnang::base::{RelPath, codes};
use camnang::theme::Theme;

use super::site::rendered;

const BOOK: [(&str, &str); 3] = [
    ("handbook.toml", "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\"]\n"),
    ("content/SUMMARY.md", "# Sổ\n\n- [Một](mot.md)\n"),
    ("content/mot.md", "# Một\n\nChữ.\n"),
];

fn theme(files: &[(&str, &str)]) -> (Theme, Vec<camnang::base::Diagnostic>) {
    let own: BTreeMap<RelPath, Arc<[u8]>> =
        files.iter().map(|(p, t)| (RelPath::new(p).unwrap(), Arc::from(t.as_bytes()))).collect();
    Theme::new(&RelPath::new("theme").unwrap(), own)
}

fn style(theme: &Theme) -> String {
    sheet(theme, &theme.paths.style)
}

fn sheet(theme: &Theme, path: &RelPath) -> String {
    let sheet = theme.assets.iter().find(|a| a.path == *path).unwrap();
    String::from_utf8_lossy(&sheet.bytes).into_owned()
}

#[test]
fn the_default_theme_has_no_faults() {
    let (theme, findings) = theme(&[]);
    assert!(findings.is_empty(), "{findings:?}");
    assert!(style(&theme).len() < 60_000);
}

#[test]
fn one_partial_is_replaced_and_the_rest_stays() {
    let mut files = BOOK.to_vec();
    files.push(("theme/templates/partials/footer.html", "<footer>Của tôi {{ t(key=\"home\") }}</footer>"));
    let (site, findings) = rendered(&files, false);
    assert!(findings.is_empty(), "{findings:?}");
    assert!(site["vi/mot.html"].contains("<footer>Của tôi Trang đầu</footer>"));
    assert!(site["vi/mot.html"].contains("class=\"site-header\""));
}

#[test]
fn a_style_is_replaced_or_added() {
    let (own, findings) = theme(&[
        ("theme/css/pages/start.css", "@layer start{.hero{color:teal}}"),
        ("theme/css/own.css", ".own{gap:1px}"),
    ]);
    assert!(findings.is_empty(), "{findings:?}");
    let (css, start) = (style(&own), sheet(&own, &own.paths.sheets["start"]));
    assert!(css.contains(".own{gap:1px}") && !css.contains("teal"));
    assert_eq!(start, "@layer start{.hero{color:teal}}");
}

#[test]
fn a_changed_asset_has_another_name() {
    let ((one, _), (two, _)) = (theme(&[]), theme(&[("theme/css/own.css", ".own{gap:1px}")]));
    assert_ne!(one.paths.style, two.paths.style);
    assert_eq!(one.paths.main, two.paths.main);
}

#[test]
fn faults_of_templates_have_file_and_line_and_come_all_at_once() {
    let (_, findings) =
        theme(&[("theme/templates/page.html", "một\n{{ hai"), ("theme/templates/partials/footer.html", "{% if %}")]);
    let places: Vec<_> =
        findings.iter().map(|f| (f.code, f.place.as_ref().map(|p| (p.path.to_string(), p.line)))).collect();
    assert!(places.contains(&(codes::THEME_TEMPLATE, Some(("theme/templates/page.html".to_owned(), 2)))), "{places:?}");
    let footer = Some(("theme/templates/partials/footer.html".to_owned(), 1));
    assert!(places.contains(&(codes::THEME_TEMPLATE, footer)), "{places:?}");
}

#[test]
fn a_name_a_template_does_not_know_is_told_where_it_stands() {
    let (_, findings) = theme(&[("theme/templates/partials/footer.html", "một\nhai {{ ba | bốn }}\n")]);
    let unknown = theme(&[("theme/templates/partials/footer.html", "một\n{{ x | upperr }}\n")]).1;
    assert!(!findings.is_empty());
    let place = unknown.first().and_then(|f| f.place.clone()).unwrap();
    assert_eq!((place.path.as_str(), place.line), ("theme/templates/partials/footer.html", 2));
}

#[test]
fn a_fault_while_rendering_has_its_place_too() {
    let mut files = BOOK.to_vec();
    files.push(("theme/templates/partials/footer.html", "một\n\n{{ page.nothing }}"));
    let (_, findings) = rendered(&files, false);
    let place = findings.iter().find(|f| f.code == codes::THEME_TEMPLATE).and_then(|f| f.place.clone()).unwrap();
    assert_eq!((place.path.as_str(), place.line), ("theme/templates/partials/footer.html", 3));
}

#[test]
fn faults_of_styles_are_told() {
    let (_, findings) = theme(&[("theme/css/own.css", "a { color: red }\nb { background: url(../img/no.png) }\n")]);
    let finding = findings.iter().find(|f| f.code == codes::THEME_MISSING_ASSET).unwrap();
    assert_eq!(finding.place.as_ref().map(|p| p.line), Some(2));
}

#[test]
fn a_misplaced_file_is_told_with_the_nearest_name() {
    let (_, findings) = theme(&[("theme/tokens.css", "")]);
    assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), [codes::THEME_UNKNOWN_FILE]);
}

#[test]
fn a_misspelt_template_is_told_with_the_nearest_name_unless_another_asks_for_it() {
    let (_, findings) = theme(&[("theme/templates/partials/fotter.html", "x")]);
    let told: Vec<_> = findings.iter().map(|f| (f.code, f.help.as_ref().unwrap().en.as_str())).collect();
    let help = "did you mean “partials/footer.html”? `camnang theme list` shows every name";
    assert_eq!(told, [(codes::THEME_UNKNOWN_FILE, help)]);
    let footer = ("theme/templates/partials/footer.html", "{% include \"partials/fotter.html\" %}");
    assert_eq!(theme(&[("theme/templates/partials/fotter.html", "x"), footer]).1, []);
}

#[test]
fn the_list_says_what_is_replaced() {
    let (theme, _) = theme(&[("theme/css/tokens.css", ":root{}")]);
    let list = theme.list();
    assert!(list.iter().any(|e| e.name == "css/tokens.css" && e.own && e.built_in));
    assert!(list.iter().any(|e| e.name == "templates/base.html" && !e.own));
}

#[test]
fn fonts_of_a_page_stay_under_sixty_kilobytes() {
    let (theme, _) = theme(&[]);
    let fonts: usize = theme.assets.iter().filter(|a| a.path.extension() == "woff2").map(|a| a.bytes.len()).sum();
    assert!(fonts <= 60_000, "{fonts}");
}
