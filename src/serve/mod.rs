//! The edge that shows a site to browsers: outputs in memory, served over loopback.
//!
//! ```text
//! browser ─→ guard ─→ inner (tiny_http) ─→ answer ─→ pages ─→ outputs
//!              │                              └─ own pages below /_homeroom/
//!              └ limits, Host, Origin, methods        └─ stream: "your page has changed"
//! ```
//!
//! 1. [`Server::show`] puts new outputs in the place of the old ones, in one step. A request sees one
//!    state or the other, never some of both.
//! 2. `answer` finds an output by its name. Nothing else is served, so no path can leave the outputs.
//! 3. `pages` makes an output's bytes when they are asked for, remembers them, and keeps the last good
//!    bytes of a page whose source has errors now.
//! 4. `stream` tells each open page when its own bytes have changed, or its findings.
//!
//! What was chosen to keep tiny_http alive, and why:
//!
//! 1. It reads heads without any limit of size or time, spends a thread on each connection, and ends
//!    for good at the first `accept` that fails. So it never meets a browser: the `guard` owns the
//!    public listener, reads each head itself with limits, and hands on only whole, strict ones.
//! 2. It has been led astray by bodies and by line ends in headers (CVE-2026-66752, CVE-2026-66753).
//!    So bodies are refused, and the guard writes the head that tiny_http reads anew, from a method it
//!    knows and a target of visible ASCII. Nothing of a request ever stands in a header of an answer.
//! 3. It listens on a port of its own on 127.0.0.1, because it takes nothing but listeners; a header
//!    with a secret of this run keeps everybody else out, and works alike on every system.
//! 4. When it ends, it is started again on the same listener, which is cloned for each start.
//! 5. At most 256 connections are open, fewer where the system allows few files; the one that has waited
//!    longest makes room. A refused `accept` is tried again after a pause.

mod answer;
mod events;
mod guard;
mod inner;
mod mime;
mod own;
mod page;
mod pages;
pub mod shown;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::path::SitePath;
use guard::Guard;
use inner::Inner;
use pages::Pages;
use shown::Shown;

/// The port that is taken unless somebody asks for another.
pub const USUAL_PORT: u16 = 1111;

/// What the server adds to the end of every page; nothing else differs from what a build writes.
pub const SCRIPT: &str = "<script src=\"/_homeroom/live.js\" defer></script>\n";

/// Gives the bytes of a file that is passed on, as they are published, or says why it cannot.
pub type Read = Arc<dyn Fn(&SitePath) -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// What a server is started with.
pub struct Options {
    /// Where it listens; see [`bind`].
    pub listener: TcpListener,
    /// Names and addresses it answers to besides `localhost`, `127.0.0.1` and `[::1]`.
    pub hosts: Vec<String>,
    /// The path of the published site; begins and ends with `/`.
    pub base: String,
    /// The site's folder, for links that open an editor.
    pub root: Option<String>,
    /// Reads the files that are passed on.
    pub read: Read,
}

/// A running server. Dropping it ends it.
pub struct Server {
    address: SocketAddr,
    pages: Arc<Pages>,
    guard: Guard,
    inner: Arc<Inner>,
}

/// A listener at `host`, and whether it has another port than it should: the one asked for, or the
/// usual one, was taken.
///
/// # Errors
/// The address is none of this computer, or no port is free.
pub fn bind(host: IpAddr, port: Option<u16>) -> io::Result<(TcpListener, bool)> {
    let first = port.unwrap_or(USUAL_PORT);
    let mut failed = None;
    for port in (first..=first.saturating_add(20)).chain([0]) {
        match TcpListener::bind((host, port)) {
            Ok(listener) => return Ok((listener, port != first)),
            Err(error) if matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied) => {
                failed = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    Err(failed.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
}

impl Server {
    /// Starts to listen. Requests wait for the first [`Server::show`].
    ///
    /// # Errors
    /// The system refuses a listener or a thread.
    pub fn start(options: Options) -> io::Result<Self> {
        let Options { listener, hosts, base, root, read } = options;
        let address = listener.local_addr()?;
        let pages = Arc::new(Pages::new(base, root, read));
        let inner = Inner::start(Arc::clone(&pages))?;
        let guard = Guard::start(listener, hosts, Arc::clone(&inner))?;
        Ok(Self { address, pages, guard, inner })
    }

    /// Puts `shown` in the place of what was shown, and tells the open pages.
    pub fn show(&self, shown: Shown) {
        self.pages.show(shown);
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.pages.stop();
        self.guard.stop();
        self.inner.stop();
    }
}
