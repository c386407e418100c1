//! A site in a folder of its own, served by the program itself on a free port.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything may take before a test fails: much more than it should, as machines differ.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) address: SocketAddr,
    /// The path that the site is served below.
    pub(crate) base: String,
    pub(crate) server: Child,
    said: Arc<Mutex<Vec<String>>>,
}

/// What came back for a request.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Desk {
    /// Serves a site of these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        Self::with(files, &[])
    }

    pub(crate) fn with(files: &[(&str, &str)], options: &[&str]) -> Self {
        let folder = site(files);
        let mut command = Command::new(env!("CARGO_BIN_EXE_homeroom"));
        command.args(["serve", "--today", "2026-11-22"]).args(options);
        if !options.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        Self::start(folder, command)
    }

    /// Starts `command`, which serves the site in `folder`, and waits until it says where.
    pub(crate) fn start(folder: TempDir, mut command: Command) -> Self {
        command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut server = command.spawn().expect("the program starts");
        let said: Arc<Mutex<Vec<String>>> = Arc::default();
        let errors = server.stderr.take().expect("a pipe");
        let lines: [Box<dyn BufRead + Send>; 2] =
            [Box::new(BufReader::new(server.stdout.take().expect("a pipe"))), Box::new(BufReader::new(errors))];
        for lines in lines {
            let said = Arc::clone(&said);
            std::thread::spawn(move || {
                for line in lines.lines().map_while(Result::ok) {
                    said.lock().expect("no panic").push(line);
                }
            });
        }
        let address = until("it says where it is", || {
            let said = said.lock().expect("no panic");
            let line = said.iter().find(|line| line.contains(" is at http://"))?;
            Some(line.split("http://").nth(1)?.to_owned())
        });
        let (host, base) = address.split_once('/').expect("a path");
        Self { folder, address: host.parse().expect("an address"), base: format!("/{base}"), server, said }
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        put(self.folder.path(), path, text);
    }

    /// Asks for a path below the server's root.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.raw(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).as_bytes())
    }

    /// Sends these bytes, and gives the first answer; status 0 where there is none.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // It may be refused before it is sent as a whole.
        let _ = stream.write_all(bytes);
        answer(&mut stream)
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE).expect("a connection");
        stream.set_nodelay(true).expect("as it is written");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream.set_write_timeout(Some(PATIENCE)).expect("a limit");
        stream
    }

    /// The text of a page of the site, once it holds `words`.
    pub(crate) fn page_with(&self, path: &str, words: &str) -> String {
        until(&format!("{path} holds {words:?}"), || {
            let answer = self.get(&format!("{}{path}", self.base));
            let text = String::from_utf8(answer.body).expect("text");
            text.contains(words).then_some(text)
        })
    }

    /// All lines that were said so far, without those of the beginning.
    pub(crate) fn builds(&self) -> Vec<String> {
        let said = self.said.lock().expect("no panic");
        let first = said.iter().position(|line| line.contains("Ctrl-C")).map_or(said.len(), |at| at + 1);
        said[first..].to_vec()
    }

    /// Waits until the first build is checked, so that all lines after it are about edits.
    pub(crate) fn settle(&self) -> usize {
        until("the first build is checked", || {
            let builds = self.builds();
            builds.iter().position(|line| line.contains("entr")).map(|_| builds.len())
        })
    }

    /// What the process needs now: resident KiB.
    #[cfg(target_os = "linux")]
    pub(crate) fn memory(&self) -> usize {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id())).expect("a process");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it is told");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// The processor time that the process has had, in ticks of the system.
    #[cfg(target_os = "linux")]
    pub(crate) fn ticks(&self) -> usize {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.server.id())).expect("a process");
        let fields: Vec<&str> = stat.rsplit_once(')').expect("a name").1.split_whitespace().collect();
        fields[11].parse::<usize>().expect("a number") + fields[12].parse::<usize>().expect("a number")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// A site's folder with these files.
pub(crate) fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "site.yaml", "title: Hub\n");
    for (path, text) in files {
        put(folder.path(), path, text);
    }
    folder
}

pub(crate) fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("written");
}

/// Waits for what `look` looks for.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "waited too long: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Reads one answer: the body as long as its head says, or to the end where it does not.
pub(crate) fn answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk) {
            Ok(read) if read > 0 => bytes.extend_from_slice(&chunk[..read]),
            _ => return Answer { status: 0, head: String::from_utf8_lossy(&bytes).into_owned(), body: Vec::new() },
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    let mut answer = Answer { status, head, body: bytes[end..].to_vec() };
    match answer.header("content-length").and_then(|length| length.parse::<usize>().ok()) {
        Some(length) => {
            let mut chunk = [0; 16 * 1024];
            while answer.body.len() < length {
                match stream.read(&mut chunk) {
                    Ok(read) if read > 0 => answer.body.extend_from_slice(&chunk[..read]),
                    _ => break,
                }
            }
        }
        None => drop(stream.read_to_end(&mut answer.body)),
    }
    answer
}
