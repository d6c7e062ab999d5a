//! Smaller HTML that means the same and stays valid.
//!
//! Owns what of the library's minifying is asked for. `stream` does the same in one pass where it can.

mod stream;
mod tag;

use minify_html::{Cfg, minify};

pub use tag::Tags;

/// How deep elements may nest in what is minified: the minifier recurses, and its stack is the thread's.
const DEEPEST: usize = 400;

/// Minifies a page. Only what keeps the page conforming; scripts and styles are files of their own.
/// A page that nests deeper than any honest one is left as it is.
/// `tags`: those of pages before it, which may be of any site.
pub fn html(page: &[u8], tags: &mut Tags) -> Vec<u8> {
    if let Some(made) = stream::html(page, tags) {
        return made;
    }
    if depth(&String::from_utf8_lossy(page)) > DEEPEST {
        return page.to_vec();
    }
    whole(page)
}

/// What the library makes of a text.
fn whole(text: &[u8]) -> Vec<u8> {
    let mut config = Cfg::new();
    config.keep_closing_tags = true;
    config.keep_html_and_head_opening_tags = true;
    minify(text, &config)
}

/// How deep elements nest at most, estimated from above: an element that is never closed counts on.
fn depth(text: &str) -> usize {
    const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];
    let (mut depth, mut deepest) = (0_usize, 0);
    for after in text.split('<').skip(1) {
        if after.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = after.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            let tag = after.split('>').next().unwrap_or_default();
            if !VOID.contains(&name) && !tag.ends_with('/') {
                depth += 1;
                deepest = deepest.max(depth);
            }
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    /// What pages are made of, well formed and not.
    const PARTS: [&str; 66] = [
        "<p>",
        "</p>",
        "<div class=\"a  b\">",
        "</div>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<span lang=\"en\" dir='ltr'>",
        "</span>",
        "<a href=\" x.html \">",
        "<a class=\"self-link\" href=\"#a\" aria-label=\"a b\">",
        "</a>",
        " ",
        "\n",
        "  \t",
        "chữ",
        "a b",
        "a  b\n",
        "&amp;",
        "&lt;b&gt;",
        "&quot;",
        "&#39;",
        "&nbsp;",
        "&#32;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "=",
        "<br>",
        "<br/>",
        "<hr />",
        "<img src=\"a.png\" alt=\"\" loading=lazy>",
        "<input type=\"checkbox\" disabled>",
        "<pre class=\"code\" tabindex=\"0\">",
        "</pre>",
        "<code>",
        "</code>",
        "<svg viewBox=\"0 0 3 4\" width=\"20\">",
        "</svg>",
        "<path d=\"m1 2\" />",
        "<g fill=none/>",
        "<title>",
        "</title>",
        "<title>Tên &amp; tuổi</title>",
        "<script src=\"a.js\" defer></script>",
        "<script type=\"application/json\">{\"a\": 1}</script>",
        "<textarea rows=2> a </textarea>",
        "<!-- c -->",
        "<meta name=\"viewport\" content=\"width=1, a=2\">",
        "<meta charset=\"utf-8\">",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<button type=\"button\" hidden=\"\">",
        "</button>",
        "<i a=1 a=2>",
        "<DIV ID=a>",
        "≫\u{20d2}",
        "<b a=c\"d>",
        "<b a=c=\"d>e\">",
    ];

    fn assert_same(page: &str) {
        let mut tags = Tags::default();
        // The second time all tags are known.
        for _ in 0..2 {
            if let Some(made) = stream::html(page.as_bytes(), &mut tags) {
                let expected = whole(page.as_bytes());
                assert_eq!(String::from_utf8_lossy(&made), String::from_utf8_lossy(&expected), "of {page:?}");
            }
        }
    }

    #[test]
    fn in_one_pass_a_page_becomes_what_the_library_makes_of_it() {
        let page = "<!doctype html>\n<html lang=\"vi\" dir=\"ltr\">\n<head><meta charset=\"utf-8\">\n<title>A &amp; b</title></head>\n<body class=\" a b\">\n\
                    <ul>\n<li><p>Một  hai\n<b>ba</b> </p>\n<p>&lt;b&gt; &amp;amp;</p></li>\n</ul>\n<pre>\n a  b </pre><svg viewBox=\"0 0 1 1\"><path d=\"m1\"/></svg>\n\
                    <a href=\"a&amp;b\" title='\"'>x</a><textarea> a\n</textarea></body>\n</html>\n";
        assert!(stream::html(page.as_bytes(), &mut Tags::default()).is_some());
        assert_same(page);
    }

    proptest! {
        #[test]
        fn in_one_pass_any_html_becomes_what_the_library_makes_of_it(parts in prop::collection::vec(0..PARTS.len(), 0..12)) {
            assert_same(&parts.into_iter().map(|part| PARTS[part]).collect::<String>());
        }
    }

    #[test]
    fn nesting_is_counted_without_void_elements() {
        assert_eq!(depth("<ul><li>a<br>b<img src=x></li><li><b>c</b></li></ul><hr><path d=x />"), 3);
    }

    #[test]
    fn a_page_that_nests_too_deep_is_left_whole() {
        let page = format!("<p>{}x{}", "<b>".repeat(50_000), "</b>".repeat(50_000));
        assert_eq!(html(page.as_bytes(), &mut Tags::default()), page.as_bytes());
    }
}
