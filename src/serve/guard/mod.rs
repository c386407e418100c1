//! The guard: owns the listener and keeps connections within limits. Each has a thread of its own,
//! which reads heads, has them answered, and is counted until it has ended.

pub(super) mod head;

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::pages::Pages;
use super::write::{self, Then};
use super::{answer, events};
use head::{Came, Refusal};

/// How many connections may be open at once.
const MOST: usize = 256;
/// How many files are left for everything else: reading the site, watching it, listening.
const SPARE: usize = 32;
/// How long a new connection waits for one of too many to end.
const ROOM: Duration = Duration::from_secs(2);
/// How long one write to a browser may be stuck.
const STUCK: Duration = Duration::from_secs(10);
/// What a thread of a connection may need, in bytes: it makes pages.
pub(super) const STACK: usize = 2 << 20;

/// A running guard.
pub(super) struct Guard {
    shared: Arc<Shared>,
    listener: TcpListener,
}

struct Shared {
    hosts: Vec<String>,
    pages: Arc<Pages>,
    stopped: AtomicBool,
    most: usize,
    open: Mutex<Open>,
    ended: Condvar,
}

/// The connections whose threads have not ended, the oldest first.
#[derive(Default)]
struct Open {
    next: u64,
    connections: BTreeMap<u64, (Arc<TcpStream>, Doing)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Waiting,
    Answering,
    /// It was ended to make room.
    Leaving,
}

/// A connection's place among the open ones, given back when this is dropped.
struct Slot {
    number: u64,
    shared: Arc<Shared>,
}

impl Guard {
    /// Starts to take connections from `listener`.
    pub(super) fn start(listener: TcpListener, hosts: Vec<String>, pages: Arc<Pages>) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            hosts,
            pages,
            stopped: AtomicBool::new(false),
            most: most(),
            open: Mutex::default(),
            ended: Condvar::new(),
        });
        let guard = Self { listener: listener.try_clone()?, shared: Arc::clone(&shared) };
        thread::Builder::new().name("guard".into()).spawn(move || accept(&listener, &shared))?;
        Ok(guard)
    }

    /// Ends all connections and takes no more.
    pub(super) fn stop(&self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        for (stream, _) in self.shared.open().connections.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        // A connection of our own wakes the thread that waits for one.
        if let Ok(mut address) = self.listener.local_addr() {
            if address.ip().is_unspecified() {
                address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
            }
            let _ = TcpStream::connect_timeout(&address, Duration::from_millis(200));
        }
    }
}

/// How many connections this process may hold.
fn most() -> usize {
    #[cfg(unix)]
    if let Some(files) = rustix::process::getrlimit(rustix::process::Resource::Nofile).current {
        return usize::try_from(files).unwrap_or(usize::MAX).saturating_sub(SPARE).clamp(2, MOST);
    }
    MOST
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    while !shared.stopped.load(Ordering::SeqCst) {
        match listener.accept() {
            Ok((stream, _)) => {
                if !shared.stopped.load(Ordering::SeqCst) {
                    take(stream, shared);
                }
            }
            // Out of files, or a browser that went away again: others may still come.
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn take(stream: TcpStream, shared: &Arc<Shared>) {
    let _ = stream.set_nodelay(true);
    let _ = stream.set_write_timeout(Some(STUCK));
    let stream = Arc::new(stream);
    // Without room it is dropped, and its browser tries again.
    let Some(slot) = Shared::slot(shared, &stream) else { return };
    let serve = move || {
        // A browser that goes away is no error of ours.
        let _ = connection(&stream, &slot);
        let _ = stream.shutdown(Shutdown::Both);
        drop(stream);
    };
    // Where no thread can be had, the slot is given back with the closure.
    let _ = thread::Builder::new().name("connection".into()).stack_size(STACK).spawn(serve);
}

/// Answers one request after the other.
fn connection(stream: &TcpStream, slot: &Slot) -> io::Result<()> {
    let shared = &slot.shared;
    let visitor = answer::Visitor::of(stream);
    let mut rest = Vec::new();
    loop {
        match head::read(stream, &mut rest, &shared.hosts)? {
            Came::Head(head) => {
                slot.does(Doing::Answering);
                if let Some(asked) = events::asked(&head.target) {
                    return events::answer(&shared.pages, &asked, &head, visitor, stream);
                }
                let then = if head.keep_alive { Then::Goes } else { Then::Ends };
                write::answer(stream, answer::answer(&shared.pages, &head.target, visitor), &head, then)?;
                if then == Then::Ends {
                    return Ok(());
                }
                slot.does(Doing::Waiting);
            }
            Came::Refused(refusal) => return refuse(stream, refusal),
            Came::Nothing => return Ok(()),
        }
    }
}

/// Says why a request is refused, and takes no more from its connection.
fn refuse(mut stream: &TcpStream, Refusal { status, words, is_head }: Refusal) -> io::Result<()> {
    let mut headers = answer::headers("text/plain; charset=utf-8");
    if status == 405 {
        headers.push(("Allow", "GET, HEAD".to_owned()));
    }
    let mut answer = write::head_of(status, headers, words.len() as u64 + 1, Then::Ends);
    if !is_head {
        answer.extend_from_slice(words.as_bytes());
        answer.push(b'\n');
    }
    stream.write_all(&answer)?;
    stream.shutdown(Shutdown::Write)?;
    // Closing with bytes unread would take the answer back.
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    let mut unread = [0; 4096];
    for _ in 0..64 {
        if !matches!(stream.read(&mut unread), Ok(read) if read > 0) {
            break;
        }
    }
    Ok(())
}

impl Shared {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A slot for a connection. Where there are too many, the one that has waited longest is ended, and its
    /// end is waited for: until then it still holds its file and its thread.
    fn slot(shared: &Arc<Self>, stream: &Arc<TcpStream>) -> Option<Slot> {
        let mut open = shared.open();
        if open.connections.len() >= shared.most {
            open.end_one();
            let is_full = |open: &mut Open| open.connections.len() >= shared.most;
            let waited = shared.ended.wait_timeout_while(open, ROOM, is_full);
            let (now, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            if timeout.timed_out() {
                return None;
            }
            open = now;
        }
        open.next += 1;
        let number = open.next;
        open.connections.insert(number, (Arc::clone(stream), Doing::Waiting));
        Some(Slot { number, shared: Arc::clone(shared) })
    }
}

impl Open {
    /// Ends the connection that has waited longest for a request, or else the oldest.
    fn end_one(&mut self) {
        let of = |open: &Self, doing| open.connections.iter().find(|(_, (_, does))| *does == doing).map(|(at, _)| *at);
        let oldest = of(self, Doing::Waiting).or_else(|| of(self, Doing::Answering));
        if let Some((stream, doing)) = oldest.and_then(|number| self.connections.get_mut(&number)) {
            *doing = Doing::Leaving;
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Slot {
    fn does(&self, doing: Doing) {
        let mut open = self.shared.open();
        let own = open.connections.get_mut(&self.number).filter(|(_, was)| *was != Doing::Leaving);
        if let Some((_, was)) = own {
            *was = doing;
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.shared.open().connections.remove(&self.number);
        self.shared.ended.notify_one();
    }
}
