//! The preview: what it serves, to whom, and how it follows a save.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::handbook::Handbook;

/// Longer than any rebuild on a busy machine, so that a failure is a fault and not a slow day.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview, ended when dropped.
struct Preview {
    child: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn of(handbook: &Handbook, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_camnang"))
            .arg("serve")
            .arg(handbook.path(""))
            .args(["--port", "0", "--lang", "en"])
            .args(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let said =
            lines.find_map(|line| line.unwrap().split_once("http://127.0.0.1:").map(|(_, rest)| rest.to_owned()));
        let port = said.unwrap().split('/').next().unwrap().parse().unwrap();
        // The pipe must not fill up, or the preview would wait for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    fn get(&self, path: &str) -> String {
        self.ask(path, &format!("localhost:{}", self.port))
    }

    fn ask(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks until the page holds `words`.
    fn wait_for(&self, path: &str, words: &str) -> String {
        let since = Instant::now();
        loop {
            let page = self.get(path);
            if page.contains(words) {
                return page;
            }
            assert!(since.elapsed() < PATIENCE, "no “{words}” in {page}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Reads the stream of events until one holds `words`.
    fn wait_for_event(&self, words: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET /__camnang/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut lines = BufReader::new(stream).lines();
        lines.find_map(|line| line.ok().filter(|line| line.contains(words))).unwrap()
    }
}

#[test]
fn pages_are_served_with_the_live_script_and_nothing_is_written() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &[]);
    let page = preview.get("/vi/mot.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("/__camnang/live.js"), "{page}");
    assert!(preview.get("/").starts_with("HTTP/1.1 200"));
    assert!(preview.get("/vi/none.html").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/../handbook.toml").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/__camnang/live.js").contains("EventSource"));
    assert!(!handbook.path("public").exists());
}

#[test]
fn only_this_machine_is_answered() {
    let preview = Preview::of(&Handbook::small(), &[]);
    assert!(preview.ask("/vi/mot.html", "evil.example").starts_with("HTTP/1.1 403"));
    assert!(preview.ask("/__camnang/events", "evil.example").starts_with("HTTP/1.1 403"));
}

#[test]
fn a_save_is_followed_by_a_new_page_and_an_event() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/mot.html", "<h1");
    handbook.write("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nCâu vừa viết.\n");
    preview.wait_for("/vi/mot.html", "Câu vừa viết.");
    preview.wait_for_event("\"errors\":[]");
}

#[test]
fn files_in_new_folders_are_followed_too() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/mot.html", "<h1");
    handbook.write("content/moi/trang.md", "+++\ntitle = \"Mới\"\n+++\n\nBan đầu.\n");
    handbook.write("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hai.md)\n- [Mới](moi/trang.md)\n");
    preview.wait_for("/vi/moi/trang.html", "Ban đầu.");
    handbook.write("content/moi/trang.md", "+++\ntitle = \"Mới\"\n+++\n\nSửa lại.\n");
    preview.wait_for("/vi/moi/trang.html", "Sửa lại.");
}

#[test]
fn a_fault_leaves_the_last_good_site_up_and_is_told() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/hai.html", "Nội dung.");
    handbook.write("content/hai.md", "+++\ntitel = \"Hai\"\n+++\n\nHỏng.\n");
    let event = preview.wait_for_event("content/hai.md:2:1");
    assert!(event.contains("\"help\":"), "{event}");
    assert!(preview.get("/vi/hai.html").contains("Nội dung."));
    handbook.write("content/hai.md", "+++\ntitle = \"Hai\"\n+++\n\nĐã chữa.\n");
    preview.wait_for("/vi/hai.html", "Đã chữa.");
}

#[test]
fn a_handbook_that_starts_with_faults_is_served_once_it_has_none() {
    let handbook = Handbook::small();
    handbook.write("handbook.toml", "title = \n");
    let preview = Preview::of(&handbook, &[]);
    assert!(preview.get("/").contains("/__camnang/live.js"));
    preview.wait_for_event("handbook.toml:1:");
    handbook.write("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n");
    preview.wait_for("/vi/mot.html", "<h1");
}

#[test]
fn where_the_system_cannot_tell_files_are_looked_at() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &["--poll"]);
    preview.wait_for("/vi/mot.html", "<h1");
    handbook.write("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nXem lại mỗi giây.\n");
    preview.wait_for("/vi/mot.html", "Xem lại mỗi giây.");
}
