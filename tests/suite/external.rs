//! `camnang check --external`: other sites are asked whether what the handbook links to is still there.
//!
//! The sites are a server of this test's own; nothing leaves the machine.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::handbook::Handbook;

/// Answers by what the path says, and counts what it is asked.
#[derive(Default)]
struct Site {
    asked: Mutex<BTreeMap<String, usize>>,
    /// Requests under way, and the most there ever were.
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Site {
    fn open() -> (Arc<Self>, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let site = Arc::new(Self::default());
        let own = Arc::clone(&site);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&own);
                thread::spawn(move || site.answer(stream));
            }
        });
        (site, address)
    }

    fn answer(&self, mut stream: TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
        let path = lines.next()?.ok()?.split(' ').nth(1)?.to_owned();
        lines.map_while(Result::ok).find(String::is_empty)?;
        let times = {
            let mut asked = self.asked.lock().unwrap();
            let times = asked.entry(path.clone()).or_default();
            *times += 1;
            *times
        };
        self.most.fetch_max(self.now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        if path.starts_with("/slow") {
            thread::sleep(Duration::from_millis(150));
        }
        let status = match path.as_str() {
            "/gone" => "404 Not Found",
            "/closed" => "403 Forbidden",
            "/tired" if times == 1 => "429 Too Many Requests",
            _ => "200 OK",
        };
        self.now.fetch_sub(1, Ordering::SeqCst);
        write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").ok()
    }

    fn asked(&self) -> BTreeMap<String, usize> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

/// The exit code, and each finding about the outside as `file:line CODE`.
fn check(handbook: &Handbook, arguments: &[&str]) -> (Option<i32>, Vec<String>) {
    let mut run = handbook.run("check", &[&["--json"], arguments].concat());
    for proxy in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        run.env_remove(proxy);
    }
    let output = run.output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let outside = |d: &&Value| ["E1017", "W1018", "W1019", "E1020", "W1015"].iter().any(|code| d["code"] == *code);
    let told = report["diagnostics"].as_array().unwrap().iter().filter(outside);
    let told =
        told.map(|d| format!("{}:{} {}", d["file"].as_str().unwrap_or("-"), d["line"], d["code"].as_str().unwrap()));
    (output.status.code(), told.collect())
}

fn linking(page: &str) -> Handbook {
    Handbook::small().with("content/mot.md", &format!("+++\ntitle = \"Một\"\n+++\n\n{page}\n"))
}

#[test]
#[cfg(feature = "external-links")]
fn dead_links_are_told_of_where_they_stand_and_good_answers_are_kept() {
    let (site, at) = Site::open();
    let handbook = linking(&format!(
        "Xem [tốt]({at}/well#phan) và\n[mất]({at}/gone \"Tên\").\n\n- [kín]({at}/closed)\n- [mệt]({at}/tired)\n\n\
        <!-- camnang: allow W1018 -->\n[kín nữa]({at}/closed)"
    ));
    let source = "[[source]]\nid = \"cv-1\"\nshort = \"1\"\nnumber = \"1\"\ndate = \"2026\"\nkind = \"letter\"\nstatus = \"read\"\n\
        issuer = \"Bộ\"\ntitle = \"Về\"\n";
    handbook.write("content/data/sources.toml", &format!("{source}url = \"{at}/gone\"\n"));
    let found = ["content/data/sources.toml:2 E1017", "content/mot.md:6 E1017", "content/mot.md:8 W1018"]
        .map(str::to_owned)
        .to_vec();

    assert_eq!(check(&handbook, &[]), (Some(0), Vec::new()), "nobody asked for it");
    assert_eq!(site.asked(), BTreeMap::new());

    assert_eq!(check(&handbook, &["--external"]), (Some(1), found.clone()));
    let asked = site.asked();
    let times = |path: &str| asked.get(path).copied().unwrap_or_default();
    assert_eq!([times("/well"), times("/gone"), times("/closed"), times("/tired")], [1, 1, 1, 2], "{asked:?}");

    assert_eq!(check(&handbook, &["--external"]), (Some(1), found.clone()));
    assert_eq!(site.asked().into_keys().collect::<Vec<_>>(), ["/closed", "/gone"], "what answered well is believed");

    assert_eq!(check(&handbook, &["--external", "--days", "0"]), (Some(1), found));
    assert_eq!(site.asked().len(), 4, "all are asked again");
}

#[test]
#[cfg(feature = "external-links")]
fn one_site_is_asked_by_two_at_once() {
    let (site, at) = Site::open();
    let links: Vec<String> = (0..9).map(|n| format!("[{n}]({at}/slow{n})")).collect();
    let handbook = linking(&links.join(" "));
    assert_eq!(check(&handbook, &["--external"]), (Some(0), Vec::new()));
    assert_eq!(site.asked().len(), 9);
    assert!(site.most.load(Ordering::SeqCst) <= 2, "{}", site.most.load(Ordering::SeqCst));
}

#[test]
#[cfg(feature = "external-links")]
fn without_a_connection_that_is_said_once() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let handbook = linking(&format!("[a](http://{closed}/a) [b](http://{closed}/b)"));
    assert_eq!(check(&handbook, &["--external"]), (Some(0), vec!["-:null W1019".to_owned()]));
}

#[test]
#[cfg(not(feature = "external-links"))]
fn a_program_without_that_part_says_so() {
    assert_eq!(check(&linking("[a](https://example.vn)"), &["--external"]), (Some(1), vec!["-:null E1020".to_owned()]));
}
