//! The edge that shows a site to browsers: outputs in memory, served over loopback.
//!
//! ```text
//! browser ─→ guard ─→ answer ─→ pages ─→ outputs
//!              │         └─ own pages below /_homeroom/
//!              ├─ events: "your page has changed"
//!              └ limits, Host, Origin, methods
//! ```
//!
//! 1. [`Server::show`] puts new outputs in the place of the old ones, in one step. A request sees one
//!    state or the other, never some of both.
//! 2. `answer` finds an output by its name. Nothing else is served, so no path can leave the outputs.
//! 3. `pages` makes an output's bytes when they are asked for, remembers them, and keeps the last good
//!    bytes of a page whose source has errors now.
//! 4. `events` tell each open page when its own bytes have changed, or its findings.
//!
//! What of tiny_http is used, and why no more: it writes the heads of answers (`write`), and its server is
//! not started. That was tried, behind a guard and supervised over a cloned listener. Its accepting thread
//! dies by a panic and without a word where a file is refused to it; its pool leaves the fifth of five
//! connections that come at once waiting for a minute; it allocates what a `Content-Length` says, which
//! any program on the computer can make it end by; it sends head and body apart, which costs 40 ms a
//! page; and four browsers that do not read stop all others. So the `guard` owns the sockets:
//!
//! 1. It reads each head itself within limits of size and time, and hands on only whole, strict ones.
//!    Bodies are refused. Nothing of a request ever stands in a header of an answer.
//! 2. At most 256 connections are open, fewer where the system allows few files; the one that has waited
//!    longest makes room, and none is taken before its thread has ended. A refused `accept` is tried again.
//! 3. Each connection has a thread and one file, so a browser that does not read holds up nobody.

mod answer;
mod events;
mod guard;
mod mime;
mod own;
mod page;
mod pages;
pub mod shown;
mod write;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::image::sizes::Cut;
use crate::output::Passed;
use crate::path::SitePath;
use guard::Guard;
use pages::Pages;
use shown::Shown;

/// The port that is taken unless somebody asks for another.
pub const USUAL_PORT: u16 = 1111;

/// What the server adds to the end of every page; nothing else differs from what a build writes.
pub const SCRIPT: &str = "<script src=\"/_homeroom/live.js\" defer></script>\n";

/// Gives a file that is passed on, as it is published, or says why it cannot; `None` where it has gone. It
/// had the digest when the site was read; the pixels of a picture may be written anew.
pub type Read = Arc<dyn Fn(&SitePath, Digest, Option<Cut>) -> Result<Option<Passed>, Box<Diagnostic>> + Send + Sync>;

/// What a server is started with.
pub struct Options {
    /// Where it listens; see [`bind`].
    pub listener: TcpListener,
    /// Names and addresses it answers to besides `localhost`, `127.0.0.1` and `[::1]`.
    pub hosts: Vec<String>,
    /// The path of the published site, as addresses have it; begins and ends with `/`.
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
}

/// A listener at `host`, and why it has another port than the one asked for, or the usual one: that was
/// taken, or not permitted.
///
/// # Errors
/// The address is none of this computer, or no port is free.
pub fn bind(host: IpAddr, port: Option<u16>) -> io::Result<(TcpListener, Option<io::ErrorKind>)> {
    let first = port.unwrap_or(USUAL_PORT);
    let mut why = None;
    for port in (first..=first.saturating_add(20)).chain([0]) {
        match TcpListener::bind((host, port)) {
            Ok(listener) => return Ok((listener, why)),
            Err(error) if matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied) => {
                why = why.or(Some(error.kind()));
            }
            Err(error) => return Err(error),
        }
    }
    Err(why.unwrap_or(io::ErrorKind::AddrInUse).into())
}

impl Server {
    /// Starts to listen. Requests wait for the first [`Server::show`].
    ///
    /// # Errors
    /// The system refuses a listener or a thread.
    pub fn start(options: Options) -> io::Result<Self> {
        let Options { listener, hosts, base, root, read } = options;
        let address = listener.local_addr()?;
        let base = percent_encoding::percent_decode_str(&base).decode_utf8_lossy().into_owned();
        let pages = Arc::new(Pages::new(base, root, read));
        let guard = Guard::start(listener, hosts, Arc::clone(&pages))?;
        Ok(Self { address, pages, guard })
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
    }
}
