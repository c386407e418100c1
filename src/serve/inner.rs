//! The server behind the guard: the only user of `tiny_http`.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::answer;
use super::events;
use super::pages::Pages;
use crate::digest::Digest;

/// How many threads make answers.
const WORKERS: usize = 4;
/// How many connections are kept for the next request.
const KEPT: usize = 6;

/// Whether a connection must be a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fresh {
    Yes,
    No,
}

/// The server, and connections to it.
pub(super) struct Inner {
    address: SocketAddr,
    secret: String,
    pages: Arc<Pages>,
    stopped: AtomicBool,
    idle: Mutex<Vec<TcpStream>>,
    running: Mutex<Option<Arc<tiny_http::Server>>>,
}

impl Inner {
    /// Starts it on a port of its own, and starts it again whenever it ends.
    pub(super) fn start(pages: Arc<Pages>) -> io::Result<Arc<Self>> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        // tiny_http sends head and body apart; without this the body waits 40 ms for the head's receipt.
        // What a listener is set to, its connections are too.
        socket2::SockRef::from(&listener).set_tcp_nodelay(true)?;
        let inner = Arc::new(Self {
            address: listener.local_addr()?,
            secret: secret(),
            pages,
            stopped: AtomicBool::new(false),
            idle: Mutex::default(),
            running: Mutex::default(),
        });
        let its = Arc::clone(&inner);
        thread::Builder::new().name("server".into()).spawn(move || its.supervise(&listener))?;
        Ok(inner)
    }

    /// What every request to it must carry.
    pub(super) fn secret(&self) -> &str {
        &self.secret
    }

    /// A connection to it: one that was given back, unless it must be `fresh`.
    pub(super) fn connection(&self, fresh: Fresh) -> io::Result<TcpStream> {
        let kept = if fresh == Fresh::Yes { None } else { self.idle().pop() };
        match kept {
            Some(kept) => Ok(kept),
            None => {
                let stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
                stream.set_nodelay(true)?;
                Ok(stream)
            }
        }
    }

    /// Starts the server anew where it takes no connections any more. Its thread for that can die
    /// without a word, where a file is refused to it; one that lives answers nonsense by itself at once.
    pub(super) fn revive(&self) {
        let answers = || {
            let mut probe = self.connection(Fresh::Yes)?;
            probe.set_read_timeout(Some(Duration::from_secs(1)))?;
            probe.write_all(b"nonsense\r\n\r\n")?;
            probe.read(&mut [0])
        };
        if answers().is_err() && !self.stopped.load(Ordering::SeqCst) {
            self.end_running();
        }
    }

    /// Keeps a connection for the next request.
    pub(super) fn give_back(&self, stream: TcpStream) {
        let mut idle = self.idle();
        if idle.len() < KEPT {
            idle.push(stream);
        }
    }

    /// Ends it.
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.end_running();
    }

    /// Wakes one of the threads that wait for requests, which tells the next.
    fn end_running(&self) {
        if let Some(server) = &*self.running.lock().unwrap_or_else(PoisonError::into_inner) {
            server.unblock();
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<TcpStream>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn supervise(&self, listener: &TcpListener) {
        while !self.stopped.load(Ordering::SeqCst) {
            let started = listener.try_clone().ok().and_then(|own| tiny_http::Server::from_listener(own, None).ok());
            if let Some(server) = started {
                let server = Arc::new(server);
                *self.running.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&server));
                thread::scope(|scope| {
                    for _ in 0..WORKERS {
                        scope.spawn(|| self.work(&server));
                    }
                });
                self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
                // Connections to a server that has ended would wait for ever.
                self.idle().clear();
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Answers requests until the server ends, which one thread is told; it tells the next.
    fn work(&self, server: &tiny_http::Server) {
        while let Ok(request) = server.recv() {
            // What panicked was dropped on the way, and tiny_http answers for it.
            let _ = catch_unwind(AssertUnwindSafe(|| self.answer(request)));
            if self.stopped.load(Ordering::SeqCst) {
                break;
            }
        }
        server.unblock();
    }

    fn answer(&self, request: Request) {
        let knows = |header: &Header| header.field.equiv("X-Homeroom") && header.value.as_str() == self.secret;
        if !request.headers().iter().any(knows) {
            let _ = request.respond(Response::empty(StatusCode(403)));
            return;
        }
        if let Some(asked) = events::asked(request.url()) {
            if *request.method() == Method::Get {
                let pages = Arc::clone(&self.pages);
                let writer = request.into_writer();
                // Where no thread can be had the stream ends, and the page asks again.
                let _ =
                    thread::Builder::new().name("events".into()).spawn(move || events::tell(&pages, &asked, writer));
            }
            return;
        }
        let answer = answer::answer(&self.pages, request.url());
        let header = |(name, value): (&str, String)| Header::from_bytes(name, value).ok();
        let headers = answer.headers.into_iter().filter_map(header).collect();
        let length = answer.body.len() + answer.tail.len();
        let body = Read::chain(io::Cursor::new(answer.body), answer.tail.as_bytes());
        let response = Response::new(StatusCode(answer.status), headers, body, Some(length), None);
        // A browser that went away is no error of ours.
        let _ = request.respond(response.with_chunked_threshold(usize::MAX));
    }
}

/// Letters that nobody else can know.
fn secret() -> String {
    let random: Vec<u8> = (0..4).flat_map(|_| RandomState::new().build_hasher().finish().to_le_bytes()).collect();
    Digest::of(&random).to_string()
}
