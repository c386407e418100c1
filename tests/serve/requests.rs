//! What a request can be, and what it gets: only outputs, only for this computer.

use std::io::{Read, Write};

use crate::desk::{Desk, answer};

const SECRET: &str = "nobody is to read this";

fn desk() -> Desk {
    let desk = Desk::new(&[
        ("content/a.md", "# A\n\nWords.\n"),
        ("content/año/tú.md", "# Two\n"),
        ("content/odd name & more.md", "# Odd\n"),
        ("content/static/notes.txt", "notes"),
        ("content/draft.md", "---\ntitle: Draft\ndraft: true\n---\n\nnobody is to read this\n"),
        ("content/.hidden.md", "nobody is to read this"),
        ("secret.txt", SECRET),
        ("public/old.html", SECRET),
    ]);
    desk.settle();
    desk
}

#[test]
fn no_spelling_of_a_path_leaves_the_outputs() {
    let desk = desk();
    let up =
        ["..", "%2e%2e", "%2E.", ".%2e", "..%00", "%252e%252e", "..%5c", "..\\", "%c0%ae%c0%ae", "%u002e%u002e", "..;"];
    let slash = ["/", "%2f", "%2F", "\\", "%5c", "%c0%af", "%252f", "//", "/./"];
    let goals = [
        "secret.txt",
        "site.yaml",
        "public/old.html",
        "content/draft.md",
        "content/.hidden.md",
        "etc/passwd",
        "proc/self/environ",
    ];
    let before = ["/", "/a/", "/notes.txt/", "/_homeroom/source/", "/_homeroom/", "/theme/"];
    let mut asked = 0;
    for (up, slash) in up.iter().flat_map(|up| slash.iter().map(move |slash| (up, slash))) {
        for (goal, before) in goals.iter().flat_map(|goal| before.iter().map(move |before| (goal, before))) {
            for times in [1, 3, 9] {
                let path = format!("{before}{}{goal}", format!("{up}{slash}").repeat(times));
                let answer = desk.get(&path);
                let text = answer.text();
                assert!([400, 404].contains(&answer.status), "{path}: {}", answer.head);
                assert!(
                    !text.contains(SECRET) && !text.contains("root:") && !text.contains("title: Hub"),
                    "{path}: {text}"
                );
                asked += 1;
            }
        }
    }
    assert!(asked > 10_000, "{asked}");
    for path in [
        "/secret.txt",
        "//secret.txt",
        "///etc/passwd",
        "/draft/",
        "/.hidden/",
        "/_homeroom/source/secret.txt",
        "/.homeroom.json",
        "/content/a.md",
    ] {
        let answer = desk.get(path);
        assert!(answer.status == 404 && !answer.text().contains(SECRET), "{path}: {}", answer.head);
    }
    // A source that the site holds may be looked at, whatever it is, but not what lies beside the site.
    assert_eq!(desk.get("/_homeroom/source/content/a.md").status, 200);
}

#[test]
fn what_is_no_request_is_refused_and_the_next_one_is_answered() {
    let desk = desk();
    let host = format!("Host: {}\r\n", desk.address);
    let get = |rest: &str| format!("GET / HTTP/1.1\r\n{host}{rest}\r\n");
    let many = (0..200).map(|number| format!("X-{number}: 1\r\n")).collect::<String>();
    let cases: Vec<(Vec<u8>, &[u16])> = vec![
        (b"\r\n\r\n\r\n".to_vec(), &[0]),
        (b"nonsense\r\n\r\n".to_vec(), &[400]),
        (b"GET\r\n\r\n".to_vec(), &[400]),
        (b"GET /\r\n\r\n".to_vec(), &[400]),
        (format!("GET  / HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET / HTTP/1.1 \r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET /a b HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400, 505]),
        (format!("GET /\u{e9} HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET /\u{1} HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET / HTTP/9.9\r\n{host}\r\n").into_bytes(), &[400, 505]),
        (format!("GET / HTTP/2.0\r\n{host}\r\n").into_bytes(), &[505]),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), &[400, 505]),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n".to_vec(), &[400]),
        (format!("GET / HTTP/1.1\n{}\n\n", host.trim()).into_bytes(), &[0, 400, 408]),
        (get("X: a\n b\r\n").into_bytes(), &[400]),
        (get(" folded\r\n").into_bytes(), &[400]),
        (get("Na me: 1\r\n").into_bytes(), &[400]),
        (get("X: \u{0}\r\n").into_bytes(), &[400]),
        (get(&host).into_bytes(), &[400]),
        (get(&many).into_bytes(), &[431]),
        (get(&format!("X: {}\r\n", "x".repeat(40_000))).into_bytes(), &[431]),
        (format!("GET /{} HTTP/1.1\r\n{host}\r\n", "a".repeat(40_000)).into_bytes(), &[431]),
        (get("Content-Length: 10\r\n").into_bytes(), &[413]),
        (get("Content-Length: -1\r\n").into_bytes(), &[413]),
        (get("Content-Length: 0\r\nContent-Length: 5\r\n").into_bytes(), &[413]),
        (get("Transfer-Encoding: chunked\r\n").into_bytes(), &[413]),
        (get("Transfer-Encoding : chunked\r\n").into_bytes(), &[400]),
        (get("Transfer-Encoding: identity\r\n").into_bytes(), &[413]),
        (format!("GET http://{}/ HTTP/1.1\r\n{host}\r\n", desk.address).into_bytes(), &[400]),
        (format!("GET * HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET //{}/ HTTP/1.1\r\n{host}\r\n", desk.address).into_bytes(), &[404]),
        (format!("GET /%zz HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET /%ff HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET /%0d%0aX-Injected:%201 HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
        (format!("GET /a%00 HTTP/1.1\r\n{host}\r\n").into_bytes(), &[400]),
    ];
    for (bytes, statuses) in cases {
        let mut stream = desk.connect();
        let _ = stream.write_all(&bytes);
        // What is never ended would be waited for.
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let answer = answer(&mut stream);
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]).into_owned();
        assert!(statuses.contains(&answer.status), "{shown:?}: {}", answer.head);
        assert!(!answer.head.contains("Injected"), "{shown:?}: {}", answer.head);
        assert_eq!(desk.get("/a/").status, 200, "after {shown:?}");
    }
}

#[test]
fn a_body_smuggles_no_second_request() {
    let desk = desk();
    let inner = format!("GET /a/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address);
    for head in [
        format!("Content-Length: {}\r\n", inner.len()),
        "Transfer-Encoding: chunked\r\n".to_owned(),
        format!("Content-Length: {}\r\nTransfer-Encoding: chunked\r\n", inner.len()),
        format!("Content-Length: 0\r\ncontent-length: {}\r\n", inner.len()),
    ] {
        let mut stream = desk.connect();
        stream
            .write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\n{head}\r\n{inner}", desk.address).as_bytes())
            .expect("sent");
        let mut all = String::new();
        let _ = stream.read_to_string(&mut all);
        assert_eq!(all.matches("HTTP/1.1 ").count(), 1, "{head}{all}");
        assert!(all.starts_with("HTTP/1.1 413 "), "{head}{all}");
    }
    // Requests one after the other in one piece are answered one after the other.
    let mut stream = desk.connect();
    stream
        .write_all(
            format!("{inner}{inner}GET /notes.txt HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", desk.address)
                .as_bytes(),
        )
        .expect("sent");
    let mut all = String::new();
    stream.read_to_string(&mut all).expect("text");
    assert_eq!(all.matches("HTTP/1.1 200 OK").count(), 3, "{all}");
    assert!(all.ends_with("\r\n\r\nnotes"), "{all}");
}

#[test]
fn only_this_computers_names_are_answered_and_no_other_site_may_read() {
    let desk = desk();
    let port = desk.address.port();
    let ask = |host: &str, rest: &str| {
        desk.raw(format!("GET /a/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{rest}\r\n").as_bytes())
    };
    for host in ["localhost", "LocalHost", "127.0.0.1", "[::1]"] {
        assert_eq!(ask(&format!("{host}:{port}"), "").status, 200, "{host}");
        assert_eq!(ask(host, "").status, 200, "{host}");
    }
    for host in [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.",
        "127.0.0.2",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "[::ffff:127.0.0.1]",
        "localhost:1:2",
        "a@localhost",
        "localhost/",
        "",
        "[::1",
        "::1",
    ] {
        assert!([400, 403].contains(&ask(host, "").status), "{host}");
    }
    for origin in [
        "null",
        "https://evil.example",
        "http://127.0.0.1:1",
        "https://127.0.0.1",
        "http://localhost.evil.example",
        "file://",
    ] {
        assert_eq!(ask(&format!("127.0.0.1:{port}"), &format!("Origin: {origin}\r\n")).status, 403, "{origin}");
    }
    let own = format!("Origin: http://127.0.0.1:{port}\r\n");
    assert_eq!(ask(&format!("127.0.0.1:{port}"), &own).status, 200);
    for mode in ["no-cors", "cors", "websocket"] {
        let embedded = format!("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: {mode}\r\n");
        assert_eq!(ask("localhost", &embedded).status, 403, "{mode}");
    }
    assert_eq!(ask("localhost", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n").status, 200);
    let named = Desk::with(&[("content/a.md", "# A\n")], &["--allow-host", "hub.local"]);
    let ask = |host: &str| {
        named.raw(format!("GET /a/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes()).status
    };
    assert_eq!(
        (ask("hub.local"), ask("HUB.local:80"), ask("sub.hub.local"), ask("evil.example")),
        (200, 200, 403, 403)
    );
}

#[test]
fn every_answer_says_what_browsers_may_not_do_with_it() {
    let desk = desk();
    for path in [
        "/",
        "/a/",
        "/a",
        "/notes.txt",
        "/theme/style.css",
        "/nowhere",
        "/%zz",
        "/_homeroom/",
        "/_homeroom/live.js",
        "/_homeroom/source/content/a.md",
    ] {
        let answer = desk.get(path);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}: {}", answer.head);
        }
        assert!(answer.header("content-type").is_some(), "{path}");
        assert!(!answer.head.to_lowercase().contains("access-control"), "{path}: {}", answer.head);
    }
}

#[test]
fn only_get_and_head_are_answered() {
    let desk = desk();
    let ask = |method: &str| {
        desk.raw(format!("{method} /a/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", desk.address).as_bytes())
    };
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "FOO"] {
        let answer = ask(method);
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}: {}", answer.head);
    }
    let whole = ask("GET");
    let mut stream = desk.connect();
    stream
        .write_all(format!("HEAD /a/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", desk.address).as_bytes())
        .expect("sent");
    let mut head = String::new();
    stream.read_to_string(&mut head).expect("text");
    let lines = |head: &str| {
        let mut lines: Vec<String> =
            head.lines().filter(|line| !line.starts_with("Date:")).map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&head), lines(&whole.head), "the same head and no body");
}

#[test]
fn a_folder_without_its_slash_and_odd_names_are_found() {
    let desk = desk();
    for (path, goal) in
        [("/a", "/a/"), ("/a%C3%B1o/t%C3%BA", "/a%C3%B1o/t%C3%BA/"), ("/odd-name-more?x=1", "/odd-name-more/")]
    {
        let answer = desk.get(path);
        assert_eq!((answer.status, answer.header("location")), (301, Some(goal)), "{path}");
        assert_eq!(desk.get(goal).status, 200, "{goal}");
    }
    assert_eq!(desk.get("/a/?q=1&r=%00#x").status, 200);
    assert_eq!(desk.get("/A/").status, 404, "GitHub Pages tells letters from capitals, and so does this");
    let below = Desk::with(&[("content/a.md", "# A\n")], &["--base-path", "repo"]);
    for (path, goal) in [("/", "/repo/"), ("/repo", "/repo/"), ("/repo/a", "/repo/a/")] {
        let answer = below.get(path);
        assert_eq!((answer.status, answer.header("location")), (301, Some(goal)), "{path}");
    }
    assert_eq!((below.get("/repo/a/").status, below.get("/a/").status), (200, 404));
}

/// Where the system tells: the ports that a process listens at.
#[cfg(target_os = "linux")]
fn ports(process: u32) -> Vec<u16> {
    let sockets: Vec<String> = std::fs::read_dir(format!("/proc/{process}/fd"))
        .expect("a process")
        .filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|goal| Some(goal.to_str()?.strip_prefix("socket:[")?.trim_end_matches(']').to_owned()))
        .collect();
    let table = std::fs::read_to_string("/proc/net/tcp").expect("a table");
    let listens = |line: &str| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let is_ours =
            fields.get(3) == Some(&"0A") && sockets.iter().any(|socket| fields.get(9) == Some(&socket.as_str()));
        is_ours.then(|| u16::from_str_radix(fields[1].rsplit(':').next()?, 16).ok()).flatten()
    };
    table.lines().filter_map(listens).collect()
}

#[test]
#[cfg(target_os = "linux")]
fn it_listens_nowhere_else() {
    let desk = desk();
    assert_eq!(ports(desk.server.id()), [desk.address.port()]);
}

#[test]
fn no_other_site_may_frame_a_page() {
    let desk = desk();
    let ask = |rest: &str| {
        desk.raw(format!("GET /a/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{rest}\r\n").as_bytes())
    };
    for (site, mode, dest, status) in [
        ("cross-site", "navigate", "document", 200),
        ("same-site", "navigate", "document", 200),
        ("same-origin", "navigate", "iframe", 200),
        ("none", "navigate", "document", 200),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "object", 403),
        ("same-site", "navigate", "frame", 403),
        ("same-site", "no-cors", "script", 403),
        ("cross-site", "no-cors", "document", 403),
    ] {
        let said = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n");
        let answer = ask(&said);
        assert_eq!(answer.status, status, "{said}");
        assert_eq!(answer.header("content-security-policy"), Some("frame-ancestors 'self'"));
    }
    let twice = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Mode: navigate\r\n";
    assert_eq!(ask(twice).status, 403);
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let large: String = (0..300_000).map(|number| format!("{number:07} ")).collect();
    let desk = Desk::new(&[
        ("content/a.md", "# A\n"),
        ("content/static/large.txt", &large),
        ("content/static/small.txt", "0123456789"),
    ]);
    desk.settle();
    let ask = |path: &str, range: &str| {
        desk.raw(
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nRange: {range}\r\nConnection: close\r\n\r\n").as_bytes(),
        )
    };
    for (path, whole) in [("/large.txt", large.as_str()), ("/small.txt", "0123456789")] {
        let last = whole.len() - 1;
        assert_eq!(ask(path, "lines=1-2").text(), whole, "other units are overlooked");
        assert_eq!(ask(path, "bytes=0-1,3-4").text(), whole, "several parts are overlooked");
        for (range, first, end) in [
            ("bytes=2-5".to_owned(), 2, 6),
            ("bytes=3-".to_owned(), 3, whole.len()),
            ("bytes=-4".to_owned(), whole.len() - 4, whole.len()),
            (format!("bytes=0-{}", u64::MAX), 0, whole.len()),
        ] {
            let answer = ask(path, &range);
            assert_eq!((answer.status, answer.text().as_str()), (206, &whole[first..end]), "{range}");
            assert_eq!(
                answer.header("content-range"),
                Some(format!("bytes {first}-{}/{}", end - 1, whole.len()).as_str())
            );
        }
        let none = ask(path, &format!("bytes={}-", last + 1));
        assert_eq!((none.status, none.header("content-range")), (416, Some(format!("bytes */{}", last + 1).as_str())));
    }
    // A page carries the script at its end, so it is given whole.
    assert_eq!(ask("/a/", "bytes=0-1").status, 200);
}

#[test]
fn what_begins_like_a_page_of_ours_is_none() {
    let desk = Desk::new(&[("content/_homeroom-notes.md", "# Notes\n"), ("content/_homeroomx/a.md", "# X\n")]);
    desk.settle();
    assert!(desk.get("/_homeroom-notes/").text().contains("<h1>Notes</h1>"));
    assert!(desk.get("/_homeroomx/a/").text().contains("<h1>X</h1>"));
    assert_eq!(desk.get("/_homeroom").header("location"), Some("/_homeroom/"));
    let mut stream = desk.connect();
    stream
        .write_all(format!("HEAD /_homeroom/events?page=/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address).as_bytes())
        .expect("sent");
    let mut head = String::new();
    stream.read_to_string(&mut head).expect("text");
    assert!(
        head.starts_with("HTTP/1.1 200 ") && head.contains("text/event-stream") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
    for base in ["/a%20b/", "/%C3%A9/"] {
        let desk = Desk::with(&[("content/a.md", "# A\n")], &["--base-path", base]);
        desk.settle();
        assert_eq!(desk.get(&format!("{base}a/")).status, 200);
        assert_eq!(desk.get("/").header("location"), Some(base));
    }
}

#[test]
fn another_device_sees_the_site_and_nothing_behind_it() {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").expect("a socket");
    // Nothing is sent: this tells by which address of its own the computer would.
    let own = socket.connect("192.0.2.1:9").and_then(|()| socket.local_addr()).map(|address| address.ip());
    // Where there is none, the test beside `answer` must do.
    let Some(own) = own.ok().filter(|ip| !ip.is_loopback() && !ip.is_unspecified()) else { return };
    let files = [
        ("content/a.md", "# A\n\n[x](nowhere.md)\n"),
        ("content/draft.md", "---\ntitle: D\ndraft: true\n---\n\nA secret.\n"),
    ];
    let mut desk = Desk::with(&files, &["--host", "0.0.0.0", "--allow-host", &own.to_string()]);
    desk.settle();
    desk.address.set_ip(own);
    assert!(desk.get("/a/").text().contains("<h1>A</h1>"));
    for path in ["/_homeroom/", "/_homeroom/source/content/draft.md", "/_homeroom/source/site.yaml"] {
        let answer = desk.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("secret") && !answer.text().contains("title:"), "{path}");
    }
    let mut stream = desk.connect();
    stream
        .write_all(format!("GET /_homeroom/events?page=/a/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address).as_bytes())
        .expect("sent");
    let mut begun = [0; 2048];
    let mut told = String::new();
    while !told.contains("data: ") {
        let read = stream.read(&mut begun).expect("an event");
        told.push_str(&String::from_utf8_lossy(&begun[..read]));
    }
    assert!(told.contains("\"version\"") && !told.contains("nowhere") && !told.contains("vscode"), "{told}");
}
