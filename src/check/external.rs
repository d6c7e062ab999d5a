//! Addresses outside the handbook, and what it means to an editor how they answer.
//!
//! Owns which addresses there are and the findings about them. Asks nobody: `build` does, when it is wished.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Place, codes};
use crate::content::Content;
use crate::content::markdown::tree::Inline;
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::content::page::SourcePage;
use crate::words;

/// How an address answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// As it should.
    Well,
    /// It says that there is nothing (404, 410).
    Gone(u16),
    /// Another refusal; people in a browser may be let in.
    Refused(u16),
    /// Nothing came before the time was up.
    Late,
    /// Nobody could be reached: no such host, no connection, a certificate that does not hold.
    Unreachable(String),
}

/// All addresses, each with the places that name it, in the order of the files.
#[must_use]
pub fn addresses(content: &Content) -> BTreeMap<String, Vec<Option<Place>>> {
    let mut found = BTreeMap::new();
    for page in content.pages.values().flat_map(|pages| pages.values()) {
        walk::tree(&mut page.tree.clone(), &mut Links { page, found: &mut found });
    }
    for source in content.data.sources.iter().filter(|source| is_external(&source.url)) {
        found.entry(without_anchor(&source.url)).or_default().push(Some(source.place.clone()));
    }
    found
}

struct Links<'a> {
    page: &'a SourcePage,
    found: &'a mut BTreeMap<String, Vec<Option<Place>>>,
}

impl Visitor for Links<'_> {
    fn line(&mut self, _line: Line, content: &mut Vec<Inline>, _span: crate::base::Span) {
        walk::inlines(content, &mut |inline| {
            if let Inline::Link(link) = inline
                && is_external(&link.to)
            {
                let place = self.page.text.place(link.span);
                self.found.entry(without_anchor(&link.to)).or_default().push(place);
            }
        });
    }
}

fn is_external(address: &str) -> bool {
    let scheme = address.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// Many sites make their anchors by script: that a page is there is all that can be told.
fn without_anchor(address: &str) -> String {
    address.split('#').next().unwrap_or_default().to_owned()
}

/// What is to be told of an address at each of its places; nothing of one that answers well.
#[must_use]
pub fn findings(address: &str, answer: &Answer, places: &[Option<Place>]) -> Vec<Diagnostic> {
    let finding = match answer {
        Answer::Well => return Vec::new(),
        Answer::Gone(status) => {
            let message = words!("{address} is gone ({status})", "{address} không còn nữa ({status})");
            let help = words!(
                "find where it moved to, link to an archived copy, or take the link out",
                "hãy tìm địa chỉ mới, dẫn tới bản lưu, hoặc bỏ liên kết"
            );
            Diagnostic::error(codes::EXTERNAL_GONE, message).help(help)
        }
        Answer::Refused(status) => {
            let message = words!("{address} answers {status}", "{address} trả lời {status}");
            let help = words!(
                "open it in a browser: some sites refuse programs",
                "hãy mở bằng trình duyệt: có nơi từ chối chương trình tự động"
            );
            Diagnostic::warning(codes::EXTERNAL_REFUSED, message).help(help)
        }
        Answer::Late => {
            let message = words!("{address} does not answer in time", "{address} không trả lời kịp");
            let help = words!("try again later", "hãy thử lại sau");
            Diagnostic::warning(codes::EXTERNAL_REFUSED, message).help(help)
        }
        Answer::Unreachable(why) => {
            let message = words!("{address} cannot be reached: {why}", "không tới được {address}: {why}");
            let help = words!(
                "look for a slip in the name of the site; if it is gone, link to an archived copy",
                "hãy soát tên trang; nếu trang không còn, hãy dẫn tới bản lưu"
            );
            Diagnostic::error(codes::EXTERNAL_GONE, message).help(help)
        }
    };
    places.iter().map(|place| finding.clone().at_place(place.clone())).collect()
}

/// Nobody could be reached at all.
#[must_use]
pub fn offline(count: usize) -> Diagnostic {
    let message = words!(
        "none of {count} external links could be reached: is this computer offline?",
        "không tới được liên kết nào trong {count} liên kết ra ngoài: máy này có mạng không?"
    );
    let help = words!("connect, and check again", "hãy kết nối rồi kiểm tra lại");
    Diagnostic::warning(codes::EXTERNAL_OFFLINE, message).help(help)
}

/// This program cannot look outside.
#[must_use]
pub fn left_out() -> Diagnostic {
    let message = words!(
        "this camnang was made without the check of external links",
        "bản camnang này không có phần kiểm liên kết ra ngoài"
    );
    let help = words!(
        "use one that was made with the feature `external-links`",
        "hãy dùng bản được dựng với tính năng `external-links`"
    );
    Diagnostic::error(codes::EXTERNAL_LEFT_OUT, message).help(help)
}

/// The system does not let anything be asked.
#[must_use]
pub fn unable(why: &str) -> Diagnostic {
    let message = words!("external links cannot be looked at: {why}", "không kiểm được liên kết ra ngoài: {why}");
    Diagnostic::error(codes::EXTERNAL_LEFT_OUT, message)
}
