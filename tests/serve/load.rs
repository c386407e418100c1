//! What a server withstands, and how it goes on.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::desk::{Desk, answer, put, until};

/// How long an answer may take while others misbehave: much more than it does.
const SOON: Duration = Duration::from_secs(5);

fn desk() -> Desk {
    let desk = Desk::new(&[("content/a.md", "# A\n\nWords.\n")]);
    desk.settle();
    desk
}

/// Whether a page is there, soon.
fn answers(desk: &Desk) -> bool {
    let started = Instant::now();
    let answer = desk.get("/a/");
    answer.status == 200 && answer.text().contains("Words.") && started.elapsed() < SOON
}

#[test]
fn a_hundred_and_fifty_slow_connections_keep_nobody_waiting() {
    let desk = desk();
    let mut slow: Vec<TcpStream> = (0..150).map(|_| desk.connect()).collect();
    let head = format!("GET /a/ HTTP/1.1\r\nHost: {}\r\nX: ", desk.address);
    for at in 0..20 {
        for stream in &mut slow {
            // The server may have ended it already.
            let _ = stream.write_all(&head.as_bytes()[at..=at]);
        }
        assert!(answers(&desk), "at byte {at}");
        std::thread::sleep(Duration::from_millis(50));
    }
    // One that stops in the middle of its head is told so, and not kept for ever.
    let refused = answer(&mut slow[0]);
    assert!([408, 0].contains(&refused.status), "{}", refused.head);
}

#[test]
fn connections_that_come_at_once_are_answered_at_once() {
    for _ in 0..10 {
        let desk = desk();
        let ready = std::sync::Barrier::new(24);
        std::thread::scope(|scope| {
            for _ in 0..24 {
                scope.spawn(|| {
                    ready.wait();
                    assert!(answers(&desk));
                });
            }
        });
    }
}

#[test]
fn a_head_without_end_is_ended() {
    let desk = desk();
    for piece in ["X-Endless: 1\r\n", "a", "GET ", "\r\n"] {
        let mut stream = desk.connect();
        let line = piece.repeat(1024 / piece.len());
        let _ = stream.write_all(format!("GET /a/ HTTP/1.1\r\nHost: {}\r\n", desk.address).as_bytes());
        let mut sent = 0;
        while sent < 64 << 20 && stream.write_all(line.as_bytes()).is_ok() {
            sent += line.len();
        }
        assert!(sent < 64 << 20, "{piece:?} was taken without end");
        assert!(answers(&desk), "after {piece:?}");
    }
}

#[test]
fn connections_that_break_off_leave_nothing_behind() {
    let desk = desk();
    #[cfg(target_os = "linux")]
    let before = desk.memory();
    for number in 0..300 {
        let mut stream = desk.connect();
        let request = format!("GET /a/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address);
        let cut = [0, 1, 30, request.len()][number % 4].min(request.len());
        let _ = stream.write_all(&request.as_bytes()[..cut]);
        // The answer lies unread, or is cut off as it is written: both are resets.
        let _ = socket2::SockRef::from(&stream).set_linger(Some(Duration::ZERO));
        drop(stream);
    }
    assert!(answers(&desk));
    #[cfg(target_os = "linux")]
    {
        let grown = desk.memory().saturating_sub(before);
        assert!(grown < 20_000, "{grown} KiB more");
        until("no thread is left over", || (threads(&desk) < 30).then_some(()));
    }
}

#[cfg(target_os = "linux")]
fn threads(desk: &Desk) -> usize {
    fs::read_dir(format!("/proc/{}/task", desk.server.id())).expect("a process").count()
}

#[test]
fn readers_who_never_read_hold_up_nobody() {
    let large = "Many words. ".repeat(400_000);
    let desk = Desk::new(&[
        ("content/a.md", "# A\n\nWords.\n"),
        ("content/long.md", &large[..2_400_000]),
        ("content/static/large.bin", &large),
    ]);
    desk.settle();
    let deaf: Vec<TcpStream> = (0..40)
        .map(|number| {
            let mut stream = desk.connect();
            let path = if number % 2 == 0 { "long/" } else { "large.bin" };
            write!(stream, "GET /{path} HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address).expect("sent");
            stream
        })
        .collect();
    std::thread::sleep(Duration::from_millis(300));
    assert!(answers(&desk));
    drop(deaf);
}

#[test]
#[cfg(unix)]
fn without_free_file_descriptors_it_recovers() {
    let folder = crate::desk::site(&[("content/a.md", "# A\n\nWords.\n")]);
    let mut command = std::process::Command::new("sh");
    let program = env!("CARGO_BIN_EXE_homeroom");
    command.args(["-c", "ulimit -n 64; exec \"$0\" serve --port 0 --today 2026-11-22", program]);
    let desk = Desk::start(folder, command);
    desk.settle();
    for _ in 0..3 {
        let mut many: Vec<TcpStream> = (0..120).map(|_| desk.connect()).collect();
        for stream in &mut many {
            let _ = write!(stream, "GET /a/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address);
        }
        std::thread::sleep(Duration::from_millis(200));
        drop(many);
        until("it answers again", || answers(&desk).then_some(()));
    }
    desk.put("content/a.md", "# A\n\nNewer words.\n");
    desk.page_with("a/", "Newer words.");
}

#[test]
fn events_of_many_pages_leave_room_for_others() {
    let desk = desk();
    let streams: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = desk.connect();
            let _ = write!(stream, "GET /_homeroom/events?page=%2Fa%2F HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address);
            stream
        })
        .collect();
    assert!(answers(&desk));
    desk.put("content/a.md", "# A\n\nNewer words.\n");
    desk.page_with("a/", "Newer words.");
    drop(streams);
    assert!(desk.get("/a/").status == 200);
}

#[test]
fn twenty_thousand_requests_during_edits_get_whole_pages() {
    let text =
        |number: usize| format!("# Version {number}\n\n{}", format!("This is version {number}.\n\n").repeat(200));
    let desk = Desk::new(&[("content/a.md", &text(0))]);
    desk.settle();
    let (done, edits) = (AtomicBool::new(false), AtomicUsize::new(0));
    let read_many = |requests: usize| {
        let mut stream = desk.connect();
        for _ in 0..requests {
            write!(stream, "GET /a/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address).expect("sent");
            let answer = answer(&mut stream);
            let page = answer.text();
            assert_eq!(answer.status, 200, "{}", answer.head);
            let number =
                page.split("This is version ").nth(1).and_then(|rest| rest.split('.').next()).expect("a number");
            assert_eq!(
                page.matches(&format!("<p>This is version {number}.</p>")).count(),
                200,
                "a page of two versions"
            );
            assert!(page.ends_with(homeroom::serve::SCRIPT), "a page without its end");
        }
    };
    read_many(500);
    #[cfg(target_os = "linux")]
    let before = desk.memory();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let number = edits.fetch_add(1, Ordering::Relaxed) + 1;
                put(desk.folder.path(), "content/.next", &text(number));
                fs::rename(desk.at("content/.next"), desk.at("content/a.md")).expect("renamed");
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(|| read_many(5_000))).collect();
        let ended: Vec<_> = readers.into_iter().map(|reader| reader.join()).collect();
        done.store(true, Ordering::Relaxed);
        assert!(ended.iter().all(Result::is_ok));
    });
    let last = edits.load(Ordering::Relaxed);
    assert!(last > 20, "{last} edits");
    desk.page_with("a/", &format!("This is version {last}."));
    #[cfg(target_os = "linux")]
    {
        let grown = desk.memory().saturating_sub(before);
        assert!(grown < 60_000, "{grown} KiB more after {last} edits");
    }
}

#[test]
fn a_connection_that_is_left_open_is_ended_after_a_while_and_costs_nothing() {
    let desk = desk();
    let mut stream = desk.connect();
    write!(stream, "GET /a/ HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address).expect("sent");
    assert_eq!(answer(&mut stream).status, 200);
    #[cfg(target_os = "linux")]
    {
        let before = desk.ticks();
        std::thread::sleep(Duration::from_secs(3));
        let spent = desk.ticks() - before;
        assert!(spent <= 2, "{spent} ticks of idle work");
    }
    let _ = stream.shutdown(Shutdown::Write);
    let mut rest = Vec::new();
    assert_eq!(stream.read_to_end(&mut rest).unwrap_or(0), 0);
}
