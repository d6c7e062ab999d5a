//! The site as a whole: what a reader, a search engine and a browser get from a small handbook.

use std::collections::BTreeMap;
use std::sync::Arc;

use camnang::base::{Artifact, Diagnostic, RelPath};
use camnang::files::Project;
use camnang::i18n::ui::Strings;
use camnang::render::site::{self, SiteOptions};
use camnang::theme::Theme;
use camnang::{book, config, content};

use crate::handbook::Handbook;

/// Renders a project that exists in memory: output path → text, and what was found.
pub fn rendered(files: &[(&str, &str)], minify: bool) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let path = |p: &str| RelPath::new(p).unwrap();
    let project = Project::in_memory(files.iter().map(|(p, t)| (path(p), t.as_bytes().to_vec())).collect());
    let (config, mut findings) = config::load(&project.text(&path("handbook.toml")).unwrap());
    let config = Arc::new(config.unwrap());
    let (content, found) = content::load(&project, &config);
    findings.extend(found);
    let (handbook, found) = book::assemble(&project, Arc::clone(&config), &content);
    findings.extend(found);
    let (theme, found) = Theme::load(&project, &config);
    findings.extend(found);
    let strings = config.locales.iter().map(|l| {
        let (strings, found) = Strings::load(&project, &config, &l.locale);
        findings.extend(found);
        (l.locale.clone(), strings)
    });
    let strings = strings.collect();
    let options = SiteOptions { minify, ..SiteOptions::default() };
    let (artifacts, found) = site::render(&handbook, &theme, &strings, &options);
    findings.extend(found);
    let text = |a: &Artifact| (a.path.to_string(), String::from_utf8_lossy(&a.bytes).into_owned());
    (artifacts.iter().map(text).collect(), findings)
}

const SMALL: [(&str, &str); 8] = [
    ("handbook.toml", "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\", \"ar\"]\n"),
    (
        "content/SUMMARY.md",
        "# Sổ tay\n\n[Đầu](index.md)\n\n# Phần một\n\n- [Một](a/mot.md)\n  - [Hai](a/hai.md)\n\n# Phần hai\n\n- [Ba](b/ba.md)\n",
    ),
    (
        "content/index.md",
        "+++\ntitle = \"Sổ tay\"\nkind = \"start\"\n[[entrances]]\nrole = \"citizen\"\ntitle = \"Tôi là người dân\"\nsteps = [\"a/mot.md\"]\n+++\n\nLời chào.\n",
    ),
    (
        "content/a/mot.md",
        "+++\ntitle = \"Một & <hai>\"\ndescription = \"Mô tả.\"\naliases = [\"cu/mot.md\"]\n+++\n\n## Mục {#muc}\n\nChữ.\n\n## Mục nữa {#muc-nua}\n\nChữ.\n",
    ),
    ("content/a/hai.md", "+++\ntitle = \"Hai\"\n+++\n\nChữ.\n"),
    ("content/b/ba.md", "+++\ntitle = \"Ba\"\n+++\n\nChữ.\n"),
    ("content/en/a/mot.md", "+++\ntitle = \"One\"\n+++\n\n## A {#muc}\n\nText.\n\n## B {#muc-nua}\n\nText.\n"),
    ("content/en/index.md", "+++\ntitle = \"Handbook\"\nkind = \"start\"\n+++\n\nHello.\n"),
];

fn with_base() -> Vec<(&'static str, &'static str)> {
    let mut files = SMALL.to_vec();
    files[0].1 = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\", \"ar\"]\nbase_url = \"https://a.example/so/\"\n";
    files
}

/// Every `href` and `src` of a page.
fn addresses(html: &str) -> Vec<String> {
    html.split([' ', '<', '>'])
        .filter_map(|a| a.strip_prefix("href=").or_else(|| a.strip_prefix("src=")))
        .map(|a| a.trim_matches('"').to_owned())
        .collect()
}

#[test]
fn every_address_is_relative_and_leads_to_a_file_of_the_site() {
    let (site, findings) = rendered(&SMALL, false);
    assert!(findings.is_empty(), "{findings:?}");
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let here = RelPath::new(path).unwrap();
        for address in addresses(html) {
            assert!(!address.starts_with('/') && !address.contains("://"), "{path}: {address}");
            let file = address.split('#').next().unwrap_or_default();
            if !file.is_empty() {
                let target = here.link(file).unwrap().to_string();
                assert!(site.contains_key(&target), "{path}: {address}");
            }
        }
    }
}

#[test]
fn nothing_runs_inline_and_nothing_comes_from_elsewhere() {
    let (site, _) = rendered(&SMALL, true);
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(html.contains("default-src 'self'"), "{path} has no policy");
        for piece in html.split("<script").skip(1) {
            assert!(piece.contains("src="), "{path}: a script without a file");
        }
        for inline in ["<style", " style=", " onclick=", "javascript:"] {
            assert!(!html.contains(inline), "{path}: {inline}");
        }
    }
}

#[test]
fn languages_lead_to_the_same_page_under_their_own_names() {
    let (site, _) = rendered(&SMALL, false);
    let page = &site["vi/a/mot.html"];
    for part in ["href=\"../../en/a/mot.html\" lang=\"en\"", ">English</a>", ">العربية</a>", "dir=\"rtl\""] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn an_untranslated_page_says_so_and_names_its_language() {
    let (site, _) = rendered(&SMALL, false);
    let page = &site["ar/a/hai.html"];
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains("<article class=\"article\" lang=\"vi\" dir=\"ltr\">"));
    assert!(page.contains("class=\"notice\""));
    assert!(!site["en/a/mot.html"].contains("class=\"notice\""));
}

#[test]
fn titles_are_text_not_markup() {
    let (site, _) = rendered(&SMALL, false);
    assert!(site["vi/a/mot.html"].contains("Một &amp; &lt;hai&gt;"));
}

#[test]
fn the_navigation_shows_the_part_at_hand_and_names_the_others() {
    let (site, _) = rendered(&SMALL, false);
    let page = &site["vi/a/hai.html"];
    let nav = page.split("id=\"_menu\"").nth(1).and_then(|n| n.split("</nav>").next()).unwrap_or_default();
    assert!(nav.contains("aria-current=\"page\"") && nav.contains(">Một</a>"), "{nav}");
    assert!(nav.contains(">Phần hai<") && !nav.contains(">Ba</a>"), "{nav}");
}

#[test]
fn a_page_does_not_grow_with_the_book() {
    let size = |chapters: usize| {
        let mut summary = String::from("# Sổ\n\n# Phần\n\n");
        let mut files =
            vec![("handbook.toml".to_owned(), "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\"]\n".to_owned())];
        for n in 0..chapters {
            summary.push_str(&format!("- [Chương {n:04}](c{n:04}.md)\n"));
            files.push((format!("content/c{n:04}.md"), "Chữ.\n".to_owned()));
        }
        files.push(("content/SUMMARY.md".to_owned(), summary));
        let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        rendered(&files, false).0["vi/c0030.html"].len()
    };
    assert!(size(900) < size(90) + 200);
}

#[test]
fn absolute_addresses_come_with_a_base_address_and_only_then() {
    let (bare, _) = rendered(&SMALL, false);
    assert!(!bare.contains_key("sitemap.xml") && !bare.contains_key("robots.txt"));
    assert!(addresses(&bare["404.html"]).iter().all(|a| a == "#_content"), "{:?}", addresses(&bare["404.html"]));
    let (site, _) = rendered(&with_base(), false);
    let page = &site["vi/a/mot.html"];
    assert!(page.contains("<link rel=\"canonical\" href=\"https://a.example/so/vi/a/mot.html\">"));
    assert!(page.contains("hreflang=\"en\" href=\"https://a.example/so/en/a/mot.html\""));
    assert!(!page.contains("so/ar/a/mot.html"), "a page that is not translated is no alternate");
    assert!(site["ar/a/hai.html"].contains("rel=\"canonical\" href=\"https://a.example/so/vi/a/hai.html\""));
    assert!(site["404.html"].contains("href=\"/so/vi/index.html\""));
    assert!(site["robots.txt"].contains("Sitemap: https://a.example/so/sitemap.xml"));
    let sitemap = &site["sitemap.xml"];
    assert!(sitemap.contains("<loc>https://a.example/so/vi/b/ba.html</loc>") && !sitemap.contains("so/ar/b/ba"));
}

#[test]
fn a_former_address_leads_on() {
    let (site, _) = rendered(&SMALL, false);
    let page = &site["vi/cu/mot.html"];
    let fallback = "<noscript><meta http-equiv=\"refresh\" content=\"0; url=../a/mot.html\"></noscript>";
    assert!(page.contains(fallback) && page.contains("<a href=\"../a/mot.html\">"), "{page}");
    // The script keeps what a refresh would drop: the place in the page.
    let script = page.split("<script src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(page.contains("data-target=\"../a/mot.html\"></script>"), "{page}");
    let script = RelPath::new("vi/cu/mot.html").unwrap().link(script).unwrap().to_string();
    assert!(site[&script].contains("location.hash"), "{script}");
}

#[test]
fn everything_can_be_reached_from_the_contents_and_the_root_offers_the_languages() {
    let (site, _) = rendered(&SMALL, false);
    let contents = addresses(&site["vi/contents.html"]);
    let left_out = |p: &str| p.starts_with("vi/cu/") || p.starts_with("vi/search/") || p == "vi/contents.html";
    for page in site.keys().filter(|p| p.starts_with("vi/") && !left_out(p)) {
        let address = page.trim_start_matches("vi/");
        assert!(contents.iter().any(|a| a == address), "{page} cannot be reached");
    }
    let root = &site["index.html"];
    assert!(root.contains("href=\"vi/index.html\"") && root.contains("href=\"ar/index.html\""));
}

#[test]
fn a_book_without_a_start_page_gets_one() {
    let files = [
        ("handbook.toml", "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\"]\n"),
        ("content/SUMMARY.md", "# Sổ\n\n- [Một](mot.md)\n"),
        ("content/mot.md", "# Một\n\nChữ.\n"),
    ];
    let (site, _) = rendered(&files, false);
    assert!(site["vi/index.html"].contains("href=\"mot.html\""));
}

#[test]
fn minifying_keeps_the_words_and_the_language_tags() {
    let (plain, _) = rendered(&SMALL, false);
    let (small, _) = rendered(&SMALL, true);
    let page = &small["vi/a/mot.html"];
    assert!(page.len() < plain["vi/a/mot.html"].len());
    assert!(page.contains("lang=vi") && page.contains("</html>") && page.contains("</p>"), "{page}");
}

/// Every `id` of a page.
fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

const FORGED: &str = "+++\ntitle = \"Thử\"\nkind = \"KIND\"\n+++\n\n## Content\n\n## Menu\n\n## On this page\n\n## Arcs\n\n\
    ## Languages\n\n## Downloads\n\n## Entrances\n\n## Framework\n\n## Parts\n\n## Documents\n\n## Quy chế\n\n## Thông tin\n\n\
    ## A {#_menu}\n\n## B {#fn:1}\n\n## C {#fnref:1}\n\n<p id=\"_content\">x</p>\n\nChú[^a].\n\n[^a]: Thích.\n\n\
    :::card D {#_arcs}\nE.\n:::\n\n:::statistic quy-che\n:::\n\n:::statistic quy-che\n:::\n\n:::glossary\n:::\n\n:::sources\n:::\n";

#[test]
fn no_heading_takes_an_anchor_of_the_frame() {
    let (chapter, start) = (FORGED.replace("KIND", "chapter"), FORGED.replace("KIND", "start"));
    let start = start.replace(
        "kind = \"start\"\n",
        "kind = \"start\"\n[[entrances]]\nrole = \"citizen\"\ntitle = \"Tôi\"\nsteps = [\"mot.md\"]\n",
    );
    let files = [
        ("handbook.toml", "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n[elements]\nexpected = 3\n"),
        ("content/SUMMARY.md", "# Sổ\n\n[Đầu](index.md)\n\n# Phần\n\n- [Một](mot.md)\n"),
        ("content/mot.md", chapter.as_str()),
        ("content/index.md", start.as_str()),
        (
            "content/data/statistics.toml",
            "[[statistic]]\nid = \"quy-che\"\nvalue = 5\nunit.vi = \"tỉnh\"\nlabel.vi = \"có\"\nas_of = \"2020\"\nsource = \"content\"\n",
        ),
        (
            "content/data/sources.toml",
            "[[source]]\nid = \"content\"\nkind = \"letter\"\nstatus = \"read\"\nissuer.vi = \"Bộ\"\ntitle.vi = \"Công văn\"\n",
        ),
        (
            "content/data/glossary.toml",
            "[[term]]\nid = \"thong-tin\"\nvi = { term = \"thông tin\", definition = \"Tin.\" }\n",
        ),
    ];
    let (site, findings) = rendered(&files, false);
    for path in ["vi/mot.html", "vi/index.html", "en/mot.html"] {
        let ids = ids(&site[path]);
        let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: {ids:?}");
        for link in addresses(&site[path]).iter().filter_map(|a| a.strip_prefix('#')) {
            assert!(unique.contains(link), "{path}: #{link}");
        }
        for id in ["menu", "content-2", "quy-che-2", "thong-tin-2", "fn-1", "fn:1"] {
            assert!(unique.contains(id), "{path}: {id} is not in {ids:?}");
        }
    }
    assert_eq!(findings.iter().filter(|f| f.code == camnang::base::codes::ANCHOR_RESERVED).count(), 8, "{findings:?}");
}

#[test]
fn a_heading_without_words_is_told_and_left_out() {
    let files = [
        ("handbook.toml", "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\"]\n"),
        ("content/SUMMARY.md", "# Sổ\n\n- [Một](mot.md)\n"),
        ("content/mot.md", "# Một\n\nChữ.\n\n##\n\n## {#x}\n\nChữ nữa.\n"),
    ];
    let (site, findings) = rendered(&files, false);
    assert!(!site["vi/mot.html"].contains("<h2"), "{}", site["vi/mot.html"]);
    let lines: Vec<_> = findings.iter().filter_map(|f| f.place.as_ref()).map(|p| p.line).collect();
    assert_eq!(lines, [5, 7], "{findings:?}");
}

#[test]
fn a_title_in_another_language_than_the_page_says_which() {
    let (site, findings) = rendered(&SMALL, false);
    assert!(findings.is_empty(), "{findings:?}");
    let page = &site["en/a/mot.html"];
    let foreign = "lang=\"vi\" dir=\"auto\"";
    let entry = format!("<a href=\"hai.html\"><span {foreign}>Hai</span></a>");
    let part = format!("<span {foreign}>Phần một</span>");
    let thumb = format!("<span class=\"visually-hidden\">Next: <span {foreign}>Hai</span></span>");
    for piece in [&entry, &part, &thumb] {
        assert!(page.contains(piece.as_str()), "{piece} is not in {page}");
    }
    assert!(page.contains("aria-current=\"page\">One</a>"), "{page}");
    assert!(site["en/contents.html"].contains(&format!("<a href=\"a/hai.html\"><span {foreign}>Hai</span></a>")));
    assert!(site["en/index.html"].contains(&format!("<a href=\"a/mot.html\" {foreign}>Phần một</a>")));
    for (path, html) in site.iter().filter(|(path, _)| path.starts_with("vi/") && path.ends_with(".html")) {
        assert!(!html.contains("dir=\"auto\""), "{path}");
    }
}

#[test]
fn a_part_is_called_the_same_everywhere() {
    let mut files = SMALL.to_vec();
    files[0].1 = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\"]\n[numbering]\nparts = true\n";
    let (site, _) = rendered(&files[..6], false);
    for path in ["vi/a/mot.html", "vi/index.html", "vi/contents.html"] {
        for name in ["Phần I", "Phần II"] {
            assert!(site[path].contains(&format!("<span class=\"number\">{name}</span>")), "{path}: {name}");
        }
        assert!(!site[path].contains("<span class=\"number\">II</span>"), "{path}");
    }
}

#[test]
fn a_draft_translation_says_so() {
    let mut files = SMALL.to_vec();
    files[6].1 = "+++\ntitle = \"One\"\n[extra]\ndraft_translation = true\n+++\n\n## A {#muc}\n\nText.\n\n## B {#muc-nua}\n\nText.\n";
    let (site, _) = rendered(&files, false);
    assert!(site["en/a/mot.html"].contains("not yet checked by a native reader"));
    assert!(!site["en/index.html"].contains("not yet checked by a native reader"));
    assert!(site["en/a/hai.html"].contains("original language: Tiếng Việt"));
}

#[test]
fn a_number_of_a_statistic_is_written_as_the_language_does() {
    let record = |id: &str, value: &str| {
        format!(
            "[[statistic]]\nid = \"{id}\"\nvalue = {value}\nunit.vi = \"người\"\nlabel.vi = \"đã đọc\"\nas_of = \"2020\"\nsource = \"s\"\n"
        )
    };
    let statistics = record("a", "1_234_567.5") + &record("b", "\"1234567.5\"");
    let files = [
        ("handbook.toml", "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n"),
        ("content/SUMMARY.md", "# Sổ\n\n- [Một](mot.md)\n"),
        ("content/mot.md", "# Một\n\n:::statistic a\n:::\n\n:::statistic b\n:::\n"),
        ("content/data/statistics.toml", statistics.as_str()),
        (
            "content/data/sources.toml",
            "[[source]]\nid = \"s\"\nkind = \"letter\"\nstatus = \"read\"\nissuer.vi = \"Bộ\"\ntitle.vi = \"Công văn\"\n",
        ),
    ];
    let (site, _) = rendered(&files, false);
    for (path, number) in [("vi/mot.html", "1.234.567,5"), ("en/mot.html", "1,234,567.5")] {
        assert!(site[path].contains(&format!("statistic-value\">{number} ")), "{path}");
        assert!(site[path].contains("statistic-value\">1234567.5 "), "{path}: text stays as written");
    }
}

#[test]
fn a_right_to_left_page_keeps_what_is_left_to_right_whole() {
    let handbook = Handbook::small()
        .with("handbook.toml", "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"ar\"]\n")
        .with("content/data/sources.toml", SOURCE)
        .with(
            "content/ar/mot.md",
            "# واحد\n\nبحسب الرسالة 532/BTTTT-TTĐN قال [Xin chào!](lang:vi) ثم [@cv-1].\n\n:::sources\n:::\n",
        )
        .with(
            "content/data/glossary.toml",
            "[[term]]\nid = \"t\"\nabbr = [\"TTĐN\"]\n[term.vi]\nterm = \"đối ngoại\"\ndefinition = \"x\"\n",
        );
    let built = handbook.run("build", &[]).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let page = String::from_utf8(handbook.site()["ar/mot.html"].clone()).unwrap();
    for expected in [
        "<html dir=rtl lang=ar>",
        "الرسالة <bdi dir=ltr>532/BTTTT-TTĐN</bdi> قال",
        "<span dir=ltr lang=vi>Xin chào!</span>",
        "<span class=citation dir=auto>[",
        "<bdi>7/BTT-X</bdi>",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let source = String::from_utf8(handbook.site()["vi/mot.html"].clone()).unwrap();
    assert!(!source.contains("<bdi dir"), "{source}");
}

const SOURCE: &str = "[[source]]\nid = \"cv-1\"\nshort = \"7/BTT-X\"\nnumber = \"7/BTT-X\"\ndate = \"2026-05\"\n\
    kind = \"letter\"\nstatus = \"read\"\nissuer = \"Bộ\"\ntitle = \"Về việc làm\"\n";

/// What only some pages need is a style sheet of its own, and every page that needs it has it.
#[test]
fn pages_link_the_style_sheets_of_what_they_hold() {
    let handbook = Handbook::small()
        .with("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\n```toml\na = 1\n```\n")
        .with("content/hai.md", "+++\ntitle = \"Hai\"\n+++\n\nChữ.\n");
    handbook.run("build", &[]).assert().success();
    let page = |name: &str| std::fs::read_to_string(handbook.path(&format!("public/vi/{name}.html"))).unwrap();
    assert!(page("mot").contains("assets/code."));
    assert!(!page("hai").contains("assets/code."));
}
