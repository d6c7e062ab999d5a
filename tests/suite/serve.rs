//! The preview: what it serves, to whom, and how it follows a save.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use camnang::build::{self, BuildOptions, Silent};

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

/// Starts the program at a port of its own; what it says is to be read.
fn started(handbook: &Handbook, arguments: &[&str]) -> Child {
    let mut serve = Command::new(env!("CARGO_BIN_EXE_camnang"));
    serve.arg("serve").arg(handbook.path("")).args(["--port", "0", "--lang", "en"]).args(arguments);
    serve.stderr(Stdio::piped()).spawn().unwrap()
}

impl Preview {
    fn of(handbook: &Handbook, arguments: &[&str]) -> Self {
        let mut child = started(handbook, arguments);
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
        String::from_utf8_lossy(&self.answer(path, &format!("Host: {host}\r\n"))).into_owned()
    }

    fn answer(&self, path: &str, headers: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    /// The file at a path as the site has it, without what the preview adds.
    fn file(&self, path: &str) -> Vec<u8> {
        let answer = self.answer(path, "Host: localhost\r\n");
        let head = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
        let body = answer[head + 4..].to_vec();
        if !answer.starts_with(b"HTTP/1.1 200") {
            return Vec::new();
        }
        let Ok(text) = std::str::from_utf8(&body) else { return body };
        match text.split_once("<script src=\"/_preview/live.js\"") {
            Some((before, after)) => format!("{before}{}", after.split_once("</script>").unwrap().1).into_bytes(),
            None => body,
        }
    }

    /// Waits until every file is served as a build that knows nothing makes it, and no other page is.
    fn settles_as_a_clean_build(&self, handbook: &Handbook) {
        let options = BuildOptions::preview();
        let clean = build::run(&handbook.path(""), &options, &Silent).site.unwrap();
        let since = Instant::now();
        for artifact in clean.iter().filter(|artifact| !artifact.path.as_str().starts_with("assets/")) {
            let path = format!("/{}", artifact.path);
            while self.file(&path) != artifact.bytes.as_ref() {
                assert!(since.elapsed() < PATIENCE * 2, "{path} is not what a clean build makes");
                std::thread::sleep(Duration::from_millis(50));
            }
        }
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
        write!(stream, "GET /_preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let (mut lines, since) = (BufReader::new(stream).lines(), Instant::now());
        // The stream says that it lives when it has nothing else to say.
        let told = lines.find_map(|line| {
            assert!(since.elapsed() < PATIENCE, "no event holds “{words}”");
            line.ok().filter(|line| line.contains(words))
        });
        told.unwrap()
    }
}

#[test]
fn pages_are_served_with_the_live_script_and_nothing_is_written() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &[]);
    let page = preview.get("/vi/mot.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("/_preview/live.js"), "{page}");
    assert!(preview.get("/").starts_with("HTTP/1.1 200"));
    assert!(preview.get("/vi/none.html").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/../handbook.toml").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/_preview/live.js").contains("EventSource"));
    assert!(!handbook.path("public").exists());
}

#[test]
fn only_this_machine_is_answered() {
    let preview = Preview::of(&Handbook::small(), &[]);
    assert!(preview.ask("/vi/mot.html", "evil.example").starts_with("HTTP/1.1 403"));
    assert!(preview.ask("/_preview/events", "evil.example").starts_with("HTTP/1.1 403"));
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
fn folders_that_come_later_are_followed_with_all_that_comes_into_them() {
    let handbook =
        Handbook::small().with("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"fr\"]\n");
    let preview = Preview::of(&handbook, &[]);
    preview.settles_as_a_clean_build(&handbook);
    handbook.write("theme/css/zz.css", "main { color: red }");
    preview.settles_as_a_clean_build(&handbook);
    // The theme was not there when watching began, and this folder of it not when the theme came.
    handbook.write("theme/templates/partials/footer.html", "<footer>Một</footer>");
    preview.wait_for("/vi/mot.html", "<footer>Một</footer>");
    handbook.write("theme/templates/partials/footer.html", "<footer>Hai</footer>");
    preview.wait_for("/vi/mot.html", "<footer>Hai</footer>");
    let catalog = |words: &str| format!("msgid \"\"\nmsgstr \"\"\n\nmsgid \"Nội dung.\"\nmsgstr \"{words}\"\n");
    handbook.write("i18n/fr.po", &catalog("Texte."));
    preview.wait_for("/fr/hai.html", "Texte.");
    handbook.write("i18n/fr.po", &catalog("Contenu."));
    preview.wait_for("/fr/hai.html", "Contenu.");
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
    assert!(preview.get("/").contains("/_preview/live.js"));
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

#[test]
fn nothing_but_the_output_is_served() {
    let handbook = Handbook::small().with("secret.txt", "bí mật");
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/mot.html", "<h1");
    let whole = handbook.path("secret.txt");
    for path in [
        "/secret.txt",
        "/handbook.toml",
        "/content/mot.md",
        "/../secret.txt",
        "/vi/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/vi/..%2f..%2fsecret.txt",
        "/vi/%2e%2e%5c%2e%2e%5csecret.txt",
        "//secret.txt",
        whole.to_str().unwrap(),
        "/_preview/../secret.txt",
        "/_preview/explain/..%2f..%2fsecret.txt",
        "/_preview/none",
    ] {
        let answer = preview.get(path);
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("bí mật"), "{path}: {answer}");
    }
}

#[test]
fn a_page_of_another_address_is_not_answered() {
    let handbook = Handbook::small();
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/mot.html", "<h1");
    let asked = |origin: &str| {
        let headers = format!("Host: localhost:{}\r\nOrigin: {origin}\r\n", preview.port);
        String::from_utf8_lossy(&preview.answer("/_preview/live.js", &headers)).into_owned()
    };
    assert!(asked(&format!("http://localhost:{}", preview.port)).starts_with("HTTP/1.1 200"));
    for origin in ["http://evil.example", "http://localhost:1", "null"] {
        assert!(asked(origin).starts_with("HTTP/1.1 403"), "{origin}");
    }
}

#[test]
fn loopback_alone_listens_unless_others_are_let_in_knowingly() {
    let handbook = Handbook::small();
    let said = |arguments: &[&str]| {
        let mut child = started(&handbook, arguments);
        let mut said = Vec::new();
        for line in BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap) {
            let built = line.contains(" pages, ");
            said.push(line);
            if built {
                break;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        said
    };
    let alone = said(&[]);
    assert!(alone.iter().any(|line| line.contains("http://127.0.0.1:")), "{alone:?}");
    assert!(!alone.iter().any(|line| line.contains("W0802") || line.contains('█')), "{alone:?}");
    let open = said(&["--host", "0.0.0.0"]);
    assert!(open.iter().any(|line| line.contains("everybody on this network can read the preview")), "{open:?}");
    let address = open.iter().find_map(|line| line.split_once("on another device: http://")).unwrap().1;
    let ip = address.trim_end_matches('/').rsplit_once(':').unwrap().0;
    assert!(ip.parse::<std::net::IpAddr>().is_ok_and(|ip| !ip.is_unspecified()), "{address}");
    // A QR code of version 2 or 3 with its quiet zone, two modules a line.
    let drawn = open.iter().filter(|line| line.contains('█') || line.contains('▀')).count();
    assert!((14..=20).contains(&drawn), "{open:#?}");
}

#[test]
fn what_a_code_means_is_told_in_both_languages() {
    let preview = Preview::of(&Handbook::small(), &[]);
    let english = preview.get("/_preview/explain/E0101?lang=en");
    assert!(english.contains("<html lang=\"en\">") && english.contains("not valid TOML"), "{english}");
    assert!(english.to_lowercase().contains("content-security-policy: default-src 'self'"), "{english}");
    assert!(preview.get("/_preview/explain/E0101?lang=vi").contains("sai cú pháp TOML"));
    assert!(preview.get("/_preview/explain/X%3Cb%3E").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_finding_leads_to_its_place_on_the_page_and_to_how_it_is_written() {
    let handbook = Handbook::small()
        .with("content/doan.md", "Đoạn chung.\n\n![](hinh.svg)\n")
        .with("content/hinh.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
        .with(
            "content/hai.md",
            "+++\ntitle = \"Hai\"\n+++\n\n- một\n\n  > [!NHAM]\n  > Sai tên.\n\n{{#include doan.md}}\n",
        );
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/hai.html", "Sai tên.");
    let event = preview.wait_for_event("W0330");
    let news: serde_json::Value = serde_json::from_str(event.strip_prefix("data:").unwrap()).unwrap();
    let warnings = news["warnings"].as_array().unwrap();
    let of = |code: &str| warnings.iter().find(|warning| warning["code"] == code).unwrap();
    let alert = of("W0330");
    assert_eq!((&alert["line"], alert["spot"]["page"].as_str()), (&7.into(), Some("vi/hai.html")));
    // The innermost block is the quotation's first paragraph, as the page has it.
    let inner = alert["spot"]["blocks"][0][0].as_str().unwrap();
    let page = preview.get("/vi/hai.html");
    let tag = page.split_once(&format!("data-at=\"{inner}\"")).unwrap();
    assert!(tag.0.rsplit('<').next().unwrap().starts_with("p "), "{}", tag.0.rsplit('<').next().unwrap());
    assert!(alert["guide"].is_null(), "no chapter for editors in this handbook: {alert}");
    assert!(preview.get("/_preview/explain/W0330?lang=vi").contains("&gt; [!WARNING]"));
    // With the chapter, in the language that the reader reads.
    handbook.write("content/bien-tap/bo-khoi.md", "# Bộ khối\n");
    handbook.write("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hai.md)\n- [Khối](bien-tap/bo-khoi.md)\n");
    preview.wait_for("/vi/bien-tap/bo-khoi.html", "Bộ khối");
    let event = preview.wait_for_event("/en/bien-tap/bo-khoi.html#loi-nhac");
    assert!(event.contains("The building blocks"), "{event}");
}

/// Saves of every kind: by renaming, in bursts, new, renamed and deleted files, whole folders.
fn edits(handbook: &Handbook, preview: &Preview) {
    let page = |title: &str, text: &str| format!("+++\ntitle = \"{title}\"\n+++\n\n{text}\n");
    let list = |names: &[&str]| names.iter().map(|name| format!("- [{name}]({name}.md)\n")).collect::<String>();
    preview.settles_as_a_clean_build(handbook);
    handbook.write("content/.mot.md.swp", "x");
    handbook.write("aside.md", &page("Một", "Lưu bằng đổi tên, [hai](hai.md)."));
    fs::rename(handbook.path("aside.md"), handbook.path("content/mot.md")).unwrap();
    preview.settles_as_a_clean_build(handbook);
    for at in 0..40 {
        handbook.write("content/hai.md", &page("Hai", &format!("Lần {at}.")));
    }
    preview.settles_as_a_clean_build(handbook);
    for name in ["a/b/c/mới", "d/e", "d/g"] {
        handbook.write(&format!("content/{name}.md"), &page(name, "Trong thư mục mới, [một](/mot.md)."));
    }
    handbook.write("content/SUMMARY.md", &list(&["mot", "hai", "a/b/c/mới", "d/e", "d/g"]));
    preview.settles_as_a_clean_build(handbook);
    handbook.write("content/a/b/c/mới.md", &page("Sửa", "Trong thư mục mới, sửa."));
    fs::rename(handbook.path("content/d"), handbook.path("content/dời")).unwrap();
    handbook.write("content/SUMMARY.md", &list(&["mot", "hai", "a/b/c/mới", "dời/e", "dời/g"]));
    preview.settles_as_a_clean_build(handbook);
    fs::remove_dir_all(handbook.path("content/dời")).unwrap();
    handbook.write("content/SUMMARY.md", &list(&["mot", "hai", "a/b/c/mới"]));
    preview.settles_as_a_clean_build(handbook);
    assert!(preview.get("/vi/d%E1%BB%9Di/e.html").starts_with("HTTP/1.1 404"));
    // A whole content folder taken away and put back, as a checkout of another branch does.
    fs::rename(handbook.path("content"), handbook.path("aside")).unwrap();
    fs::rename(handbook.path("aside"), handbook.path("content")).unwrap();
    handbook.write("content/mot.md", &page("Một", "Sau khi trở lại."));
    preview.settles_as_a_clean_build(handbook);
}

#[test]
fn saves_of_every_kind_leave_nothing_stale() {
    let handbook = Handbook::small();
    edits(&handbook, &Preview::of(&handbook, &[]));
}

#[test]
fn saves_of_every_kind_leave_nothing_stale_where_files_are_looked_at() {
    let handbook = Handbook::small();
    edits(&handbook, &Preview::of(&handbook, &["--poll"]));
}

/// A handbook of many pages, each with `words`.
fn many(handbook: &Handbook, pages: usize, words: &str) {
    let mut summary = String::new();
    for page in 0..pages {
        let (folder, next) = (page % 20, (page + 1) % pages);
        handbook.write(
            &format!("content/t{folder}/p{page}.md"),
            &format!("# Trang {page}\n\n{words} {page}, [tiếp](../t{}/p{next}.md).\n", next % 20),
        );
        summary += &format!("- [Trang {page}](t{folder}/p{page}.md)\n");
    }
    handbook.write("content/SUMMARY.md", &summary);
}

#[test]
fn a_thousand_files_changed_at_once_are_all_followed() {
    let handbook = Handbook::empty().with("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n");
    many(&handbook, 1000, "Nhánh một");
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/t7/p7.html", "Nhánh một 7");
    many(&handbook, 1000, "Nhánh hai");
    preview.settles_as_a_clean_build(&handbook);
}

#[test]
fn a_build_is_finished_whatever_is_saved_meanwhile() {
    let handbook = Handbook::empty().with("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n");
    many(&handbook, 30, "Chữ");
    let preview = Preview::of(&handbook, &[]);
    preview.wait_for("/vi/t7/p7.html", "Chữ 7");
    let summary = fs::read_to_string(handbook.path("content/SUMMARY.md")).unwrap();
    let (stop, saved) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        // Faster than a rest even begins: each is overtaken.
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let at = saved.fetch_add(1, Ordering::Relaxed);
                handbook.write("aside", &summary.replace("[Trang 7]", &format!("[Lần {at}]")));
                fs::rename(handbook.path("aside"), handbook.path("content/SUMMARY.md")).unwrap();
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let since = Instant::now();
        // The page of all contents is made with the rest only.
        while !preview.get("/vi/contents.html").contains("Lần ") && since.elapsed() < PATIENCE {}
        stop.store(true, Ordering::Relaxed);
        assert!(since.elapsed() < PATIENCE, "no build was finished during {} saves", saved.load(Ordering::Relaxed));
    });
    preview.settles_as_a_clean_build(&handbook);
}
