//! The guard: owns the public listener and keeps connections within limits.

pub(super) mod head;
mod relay;

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::inner::Inner;
use head::{Came, Refusal};

/// How many connections may be open at once.
const MOST: usize = 256;
/// How many files a connection takes: itself, the one to the server behind, and that one's two.
const FILES: usize = 4;
/// How many files are left for everything else: reading the site, watching it, listening.
const SPARE: usize = 32;
/// How long a new connection waits for one of too many to end.
const ROOM: Duration = Duration::from_secs(2);
/// How long one write to a browser may be stuck.
const STUCK: Duration = Duration::from_secs(10);
/// What a thread of a connection needs at most, in bytes.
const STACK: usize = 256 * 1024;

/// A running guard.
pub(super) struct Guard {
    shared: Arc<Shared>,
    listener: TcpListener,
}

struct Shared {
    hosts: Vec<String>,
    inner: Arc<Inner>,
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

impl Guard {
    /// Starts to take connections from `listener`.
    pub(super) fn start(listener: TcpListener, hosts: Vec<String>, inner: Arc<Inner>) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            hosts,
            inner,
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
        let files = usize::try_from(files).unwrap_or(usize::MAX);
        return (files.saturating_sub(SPARE) / FILES).clamp(2, MOST);
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
    let Some(number) = shared.add(Arc::clone(&stream)) else { return };
    let its = Arc::clone(shared);
    let serve = move || {
        // A browser that goes away is no error of ours.
        let _ = connection(&stream, number, &its);
        let _ = stream.shutdown(Shutdown::Both);
        drop(stream);
        its.remove(number);
    };
    if thread::Builder::new().name("connection".into()).stack_size(STACK).spawn(serve).is_err() {
        shared.remove(number);
    }
}

/// Answers one request after the other.
fn connection(stream: &TcpStream, number: u64, shared: &Shared) -> io::Result<()> {
    let mut rest = Vec::new();
    loop {
        match head::read(stream, &mut rest, &shared.hosts)? {
            Came::Head(head) => {
                shared.open().doing(number, Doing::Answering);
                if !relay::answer(&shared.inner, &head, stream)? {
                    return Ok(());
                }
                shared.open().doing(number, Doing::Waiting);
            }
            Came::Refused(refusal) => return refuse(stream, refusal),
            Came::Nothing => return Ok(()),
        }
    }
}

/// Says why a request is refused, and takes no more from its connection.
fn refuse(mut stream: &TcpStream, Refusal(status, reason, words): Refusal) -> io::Result<()> {
    let length = words.len() + 1;
    let allow = if status == 405 { "Allow: GET, HEAD\r\n" } else { "" };
    let answer = format!(
        "HTTP/1.1 {status} {reason}\r\n{allow}Content-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         Connection: close\r\n\r\n{words}\n"
    );
    stream.write_all(answer.as_bytes())?;
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

    /// Adds a connection. Where there are too many, the one that has waited longest is ended, and its
    /// end is waited for: until then it still holds its files.
    fn add(&self, stream: Arc<TcpStream>) -> Option<u64> {
        let mut open = self.open();
        if open.connections.len() >= self.most {
            open.end_one();
            let full = |open: &mut Open| open.connections.len() >= self.most;
            let waited = self.ended.wait_timeout_while(open, ROOM, full);
            let (now, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            if timeout.timed_out() {
                return None;
            }
            open = now;
        }
        open.next += 1;
        let number = open.next;
        open.connections.insert(number, (stream, Doing::Waiting));
        Some(number)
    }

    fn remove(&self, number: u64) {
        self.open().connections.remove(&number);
        self.ended.notify_one();
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

    fn doing(&mut self, number: u64, doing: Doing) {
        if let Some((_, was)) = self.connections.get_mut(&number).filter(|(_, was)| *was != Doing::Leaving) {
            *was = doing;
        }
    }
}
