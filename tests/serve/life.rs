//! The life of a session: saves, mistakes, drafts, events, and its end.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::desk::{Desk, until};

#[test]
fn one_edit_is_one_build_and_nothing_is_none() {
    let desk = Desk::new(&[("content/a.md", "# A\n\nWords.\n"), ("content/b.md", "# B\n")]);
    let begun = desk.settle();
    for (number, words) in ["one", "two", "three"].into_iter().enumerate() {
        desk.put("content/a.md", &format!("# A\n\nSaid {words}.\n"));
        desk.page_with("a/", &format!("Said {words}."));
        let builds = until("it says so", || {
            let builds = desk.builds();
            (builds.len() > begun + number).then_some(builds)
        });
        assert!(builds[begun + number].starts_with("content/a.md: "), "{builds:?}");
        // The look at everything that follows finds nothing more.
        std::thread::sleep(Duration::from_millis(1300));
        assert_eq!(desk.builds().len(), begun + number + 1, "{:?}", desk.builds());
    }
    // What editors leave, what lies elsewhere, and what is only read or touched are no edits.
    for path in
        ["content/.a.md.swp", "content/a.md~", "content/#a.md#", "content/.#a.md", "notes.txt", "public/index.html"]
    {
        desk.put(path, "x");
    }
    desk.put("content/4913", "");
    fs::remove_file(desk.at("content/4913")).expect("removed");
    fs::read_to_string(desk.at("content/a.md")).expect("text");
    let same = fs::read_to_string(desk.at("content/b.md")).expect("text");
    desk.put("content/b.md", &same);
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(desk.builds().len(), begun + 3, "{:?}", desk.builds());
}

#[test]
#[cfg(target_os = "linux")]
fn an_idle_server_needs_no_processor() {
    let desk = Desk::new(&[("content/a.md", "# A\n")]);
    desk.settle();
    std::thread::sleep(Duration::from_millis(2500));
    let before = desk.ticks();
    std::thread::sleep(Duration::from_secs(3));
    assert!(desk.ticks() - before <= 1, "{} ticks", desk.ticks() - before);
}

#[test]
fn a_page_that_is_emptied_before_it_is_written_is_never_shown_empty() {
    let desk = Desk::new(&[("content/a.md", "# A\n\nWords 0.\n")]);
    desk.settle();
    for number in 1..6 {
        fs::write(desk.at("content/a.md"), "").expect("emptied");
        let until = Instant::now() + Duration::from_millis(150);
        while Instant::now() < until {
            assert!(desk.get("/a/").text().contains("Words "), "the page was empty for a moment");
        }
        desk.put("content/a.md", &format!("# A\n\nWords {number}.\n"));
        desk.page_with("a/", &format!("Words {number}."));
    }
    // One that stays empty is meant to be.
    fs::write(desk.at("content/a.md"), "").expect("emptied");
    until("the page is empty", || (!desk.get("/a/").text().contains("Words ")).then_some(()));
}

#[test]
fn a_page_with_errors_stays_as_it_was_and_the_others_go_on() {
    let desk = Desk::new(&[("content/a.md", "# A\n\nGood words.\n"), ("content/b.md", "# B\n")]);
    let begun = desk.settle();
    desk.page_with("a/", "Good words.");
    desk.put("content/a.md", "# A\n\nBad words, [gone](nowhere.md) & <b>bold</b>.\n");
    let said = until("it says so", || {
        let builds = desk.builds();
        (builds.len() > begun).then_some(builds)
    });
    assert!(said[begun].contains("1 error"), "{said:?}");
    assert!(desk.page_with("a/", "Good words.").contains("Good words."));
    desk.put("content/b.md", "# B\n\nGoes on.\n");
    desk.page_with("b/", "Goes on.");
    let listed = desk.get("/_homeroom/").text();
    assert!(listed.contains("content/a.md:3") && listed.contains("nowhere.md"), "{listed}");
    assert!(!listed.contains("<b>bold</b>") && listed.contains("&lt;b&gt;bold&lt;/b&gt;"), "{listed}");
    desk.put("content/a.md", "# A\n\nMended words.\n");
    desk.page_with("a/", "Mended words.");
}

#[test]
fn a_site_that_begins_with_errors_shows_them_and_then_itself() {
    let desk = Desk::new(&[
        ("content/a.md", "---\ntitle: [1\n---\n\nBody.\n"),
        ("content/b.md", "# B\n"),
        ("themes/default/templates/page.html", "{{ broken"),
    ]);
    desk.settle();
    let answer = desk.get("/b/");
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("themes/default/templates/page.html"), "{}", answer.text());
    fs::remove_file(desk.at("themes/default/templates/page.html")).expect("removed");
    desk.page_with("b/", "<h1>B</h1>");
    desk.put("content/a.md", "---\ntitle: A\n---\n\nBody.\n");
    desk.page_with("a/", "Body.");
}

#[test]
fn a_broken_configuration_or_theme_keeps_the_last_good_one() {
    let desk = Desk::new(&[("content/a.md", "# A\n")]);
    desk.settle();
    desk.put("site.yaml", "title: Other hub\n");
    desk.page_with("a/", "Other hub");
    for broken in ["title: [\n", "", "titel: x\n", "title: Third\nlanguage: english\n"] {
        desk.put("site.yaml", broken);
        until("the mistake is listed", || desk.get("/_homeroom/").text().contains("site.yaml").then_some(()));
        assert!(desk.get("/a/").text().contains("Other hub"), "{broken:?}");
    }
    fs::remove_file(desk.at("site.yaml")).expect("removed");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(desk.get("/a/").text().contains("Other hub"));
    desk.put("site.yaml", "title: Last hub\n");
    desk.page_with("a/", "Last hub");
    desk.put("themes/default/templates/page.html", "{% if %}");
    until("the mistake is listed", || desk.get("/_homeroom/").text().contains("page.html").then_some(()));
    assert!(desk.get("/a/").text().contains("Last hub"));
}

#[test]
fn drafts_and_later_pages_are_shown_when_asked_for() {
    let files = [
        ("content/d.md", "---\ntitle: D\ndraft: true\n---\n"),
        ("content/l.md", "---\ntitle: L\ndate: 2030-01-01\n---\n"),
    ];
    let plain = Desk::new(&[files[0], files[1], ("content/a.md", "# A\n")]);
    plain.settle();
    assert_eq!((plain.get("/d/").status, plain.get("/l/").status), (404, 404));
    let listed = plain.get("/_homeroom/").text();
    assert!(listed.contains("content/d.md: it is a draft") && listed.contains("content/l.md"), "{listed}");
    let all = Desk::with(&files, &["-D", "--future"]);
    all.settle();
    assert!(all.get("/d/").text().contains("class=\"draft\""));
    assert_eq!(all.get("/l/").status, 200);
}

#[test]
fn a_taken_port_is_passed_over_and_it_says_so() {
    let first = Desk::new(&[("content/a.md", "# A\n")]);
    let port = first.address.port().to_string();
    let second = Desk::with(&[("content/b.md", "# B\n")], &["--port", &port]);
    assert_ne!(second.address.port(), first.address.port());
    second.settle();
    assert_eq!((first.get("/a/").status, second.get("/b/").status), (200, 200));
}

/// The events that a page gets.
struct Events(BufReader<TcpStream>);

impl Events {
    fn of(desk: &Desk, page: &str) -> Self {
        let mut stream = desk.connect();
        write!(stream, "GET /_homeroom/events?page={page} HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address).expect("sent");
        Self(BufReader::new(stream))
    }

    /// The next event's data, or `None` where only a sign of life comes.
    fn next(&mut self) -> Option<serde_json::Value> {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("a line") > 0, "the stream has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).expect("data"));
            }
            if line.starts_with(": still here") {
                return None;
            }
        }
    }
}

#[test]
fn a_page_is_told_of_its_own_changes_and_of_no_others() {
    let desk = Desk::new(&[("content/a.md", "# A\n"), ("content/b.md", "# B\n")]);
    desk.settle();
    let (mut a, mut b) = (Events::of(&desk, "%2Fa%2F"), Events::of(&desk, "%2Fb%2F"));
    let (a0, b0) = (a.next().expect("an event"), b.next().expect("an event"));
    let mut number = a0["number"].as_u64().expect("a number");
    for words in ["one", "two", "three"] {
        desk.put("content/a.md", &format!("# A\n\nSaid {words}.\n"));
        let next = a.next().expect("an event");
        assert!(next["number"].as_u64() > Some(number), "{next}");
        assert_ne!(next["version"], a0["version"]);
        number = next["number"].as_u64().expect("a number");
        assert_eq!(b.next(), None, "nothing has changed for the other page");
    }
    desk.put("content/a.md", "# A\n\n[gone](nowhere.md)\n");
    let (broken, elsewhere) = (a.next().expect("an event"), b.next().expect("an event"));
    assert_eq!(broken["errors"][0]["file"], "content/a.md");
    assert_eq!(broken["errors"][0]["line"], 3);
    assert_eq!((&elsewhere["version"], &elsewhere["elsewhere"]), (&b0["version"], &serde_json::json!(1)));
    assert_eq!(elsewhere["errors"], serde_json::json!([]));
}

#[test]
#[cfg(unix)]
fn a_signal_ends_it_at_once_and_nothing_is_left_behind() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let mut desk = Desk::new(&[("content/a.md", "# A\n")]);
        desk.settle();
        let _open = (Events::of(&desk, "%2Fa%2F"), desk.connect());
        let started = Instant::now();
        let kill = std::process::Command::new("kill").args(["-s", signal, &desk.server.id().to_string()]).status();
        assert!(kill.expect("kill").success());
        let status = until("it ends", || desk.server.try_wait().expect("a process"));
        assert_eq!(status.code(), Some(code));
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
        let mut names: Vec<_> = fs::read_dir(desk.folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        names.sort();
        assert_eq!(names, ["content", "site.yaml"]);
    }
}

#[test]
fn each_file_that_is_emptied_is_waited_for_by_itself() {
    let desk = Desk::new(&[("content/a.md", "# A\n\nWords 0.\n"), ("content/b.md", "# B\n\nWords 0.\n")]);
    desk.settle();
    fs::write(desk.at("content/a.md"), "").expect("emptied");
    std::thread::sleep(Duration::from_millis(250));
    fs::write(desk.at("content/b.md"), "").expect("emptied");
    let until = Instant::now() + Duration::from_millis(200);
    while Instant::now() < until {
        assert!(desk.get("/b/").text().contains("Words "), "the page was empty for a moment");
    }
    desk.put("content/b.md", "# B\n\nWords 1.\n");
    desk.page_with("b/", "Words 1.");
}

#[test]
fn what_cannot_be_read_stays_as_it_was() {
    let desk = Desk::new(&[("content/a.md", "# A\n\nGood words.\n"), ("content/b.md", "# B\n")]);
    desk.settle();
    desk.page_with("a/", "Good words.");
    let listed = |words: &str| until(words, || desk.get("/_homeroom/").text().contains(words).then_some(()));
    desk.put("content/a.md", &"Far too long. ".repeat(500_000));
    listed("content/a.md");
    assert!(desk.get("/a/").text().contains("Good words."));
    fs::write(desk.at("site.yaml"), b"title: H\xfcb\n").expect("written");
    listed("site.yaml");
    assert!(desk.get("/b/").text().contains("Hub"));
    desk.put("content/b.md", "# B\n\nGoes on.\n");
    assert!(desk.page_with("b/", "Goes on.").contains("Hub"));
    desk.put("site.yaml", "title: Last hub\n");
    desk.put("content/a.md", "# A\n\nMended words.\n");
    assert!(desk.page_with("a/", "Mended words.").contains("Last hub"));
}

#[test]
fn a_site_that_is_put_in_the_place_of_another_is_followed_on() {
    for moved in [false, true] {
        let folder =
            crate::desk::site(&[("site/site.yaml", "title: Hub\n"), ("site/content/a.md", "# A\n\nOld words.\n")]);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_homeroom"));
        command.args(["serve", "--port", "0", "--root", "site"]);
        let desk = Desk::start(folder, command);
        desk.settle();
        if moved {
            fs::rename(desk.at("site"), desk.at("other")).expect("moved");
        } else {
            fs::remove_dir_all(desk.at("site")).expect("removed");
        }
        std::thread::sleep(Duration::from_millis(300));
        // Removed files go one after the other, so that may be seen; a folder goes at once.
        assert!(!moved || desk.get("/a/").text().contains("Old words."));
        desk.put("site/content/a.md", "# A\n\nNew words.\n");
        desk.put("site/site.yaml", "title: Hub\n");
        desk.page_with("a/", "New words.");
        std::thread::sleep(Duration::from_millis(1200));
        desk.put("site/content/a.md", "# A\n\nNewest words.\n");
        desk.page_with("a/", "Newest words.");
    }
}

#[test]
fn a_mistake_of_the_theme_is_told_until_it_is_mended() {
    let desk = Desk::new(&[("content/a.md", "# A\n"), ("themes/default/templates/page.html", "{{ nothing.at.all }}")]);
    let begun = desk.settle();
    desk.put("content/a.md", "# A\n\nWords.\n");
    let builds = until("it says so", || Some(desk.builds()).filter(|builds| builds.len() > begun));
    assert!(builds.iter().filter(|line| line.contains("1 error")).count() >= 2, "{builds:?}");
    fs::remove_file(desk.at("themes/default/templates/page.html")).expect("removed");
    desk.page_with("a/", "Words.");
    until("nothing is left to mend", || desk.builds().last().is_some_and(|line| !line.contains("error")).then_some(()));
}

#[test]
fn a_file_that_goes_or_is_written_anew_is_never_an_error() {
    let desk =
        Desk::new(&[("content/a.md", "# A\n"), ("content/static/x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")]);
    desk.settle();
    fs::write(desk.at("content/static/x.svg"), "").expect("emptied");
    let wait = Instant::now() + Duration::from_millis(150);
    while Instant::now() < wait {
        assert!([200, 404].contains(&desk.get("/x.svg").status));
    }
    desk.put("content/static/x.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>");
    until("it is there", || desk.get("/x.svg").text().contains("path").then_some(()));
    fs::remove_file(desk.at("content/static/x.svg")).expect("removed");
    until("it is gone", || {
        let status = desk.get("/x.svg").status;
        assert!([200, 404].contains(&status), "{status}");
        (status == 404).then_some(())
    });
}
