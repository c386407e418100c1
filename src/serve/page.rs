//! A page as it was made, and what tells its versions apart.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::digest::Digest;
use crate::output::{Content, Outputs};
use crate::path::{OutputPath, join};

/// The bytes of an output.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) bytes: Arc<[u8]>,
    /// What a browser shows follows from it: the bytes, and the files that are shown within the page.
    pub(super) digest: Digest,
    /// The same without the addresses of style sheets: where it stays, new styles are enough.
    pub(super) shape: Digest,
    /// The addresses of its style sheets, in order.
    pub(super) styles: Vec<String>,
}

impl Page {
    /// The page at `path` of `outputs` whose bytes are `bytes`.
    pub(super) fn new(path: &OutputPath, bytes: Vec<u8>, outputs: &Outputs) -> Self {
        let Some(text) = path.as_str().ends_with(".html").then(|| std::str::from_utf8(&bytes).ok()).flatten() else {
            let digest = Digest::of(&bytes);
            return Self { bytes: bytes.into(), digest, shape: digest, styles: Vec::new() };
        };
        let mut rest = String::with_capacity(text.len() + 256);
        let mut styles = Vec::new();
        let mut done = 0;
        for (at, _) in text.match_indices("<link ") {
            let tag = &text[at..at + text[at..].find('>').unwrap_or(0)];
            if let (Some("stylesheet"), Some(href)) = (attribute(tag, "rel"), attribute(tag, "href")) {
                let start = href.as_ptr() as usize - text.as_ptr() as usize;
                rest.push_str(&text[done..start]);
                done = start + href.len();
                styles.push(href.replace("&amp;", "&"));
            }
        }
        rest.push_str(&text[done..]);
        for shown in shown(path, text, outputs) {
            rest.push_str(&shown.to_string());
        }
        let shape = Digest::of(rest.as_bytes());
        let digest = Digest::of(format!("{shape}{}", styles.join("\n")).as_bytes());
        Self { bytes: bytes.into(), digest, shape, styles }
    }

    /// Both digests, as pages and the server name them to one another.
    pub(super) fn version(&self) -> String {
        format!("{}-{}", self.digest, self.shape)
    }
}

/// The digests of the files that the page `text` at `path` shows within itself.
fn shown<'a>(path: &'a OutputPath, text: &'a str, outputs: &'a Outputs) -> impl Iterator<Item = Digest> + 'a {
    let folder = path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    text.match_indices(" src=\"").filter_map(move |(at, mark)| {
        let address = text[at + mark.len()..].split('"').next()?;
        let address = address.split(['?', '#']).next().filter(|address| !address.contains(':'))?;
        let decoded = percent_decode_str(address).decode_utf8().ok()?;
        match outputs.get(&OutputPath::new(&join(folder, &decoded)?)?)?.content {
            Content::Asset { digest, .. } => Some(digest),
            Content::Made(_) => None,
        }
    })
}

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Output;
    use crate::path::SitePath;

    fn page(html: &str, image: &[u8]) -> Page {
        let mut outputs = Outputs::default();
        let source = SitePath::new("content/a/x.png").expect("a path");
        let asset = Output::asset(&source, Digest::of(image));
        outputs.insert(OutputPath::new("a/x.png").expect("a path"), asset).expect("the only one");
        Page::new(&OutputPath::new("a/b/index.html").expect("a path"), html.into(), &outputs)
    }

    #[test]
    fn a_new_style_leaves_the_shape_and_a_new_image_does_not() {
        let html = "<link rel=\"icon\" href=\"i\"><link rel=\"stylesheet\" href=\"s.css?h=1\"><img src=\"../x.png\">";
        let one = page(html, b"1");
        let styled = page(&html.replace("h=1", "h=2"), b"1");
        assert_eq!((one.shape, &styled.styles[..]), (styled.shape, &["s.css?h=2".to_owned()][..]));
        assert_ne!(one.digest, styled.digest);
        assert_ne!(one.shape, page(html, b"2").shape);
        assert_ne!(one.shape, page(&html.replace("\"i\"", "\"j\""), b"1").shape);
        assert_eq!(one.version(), page(html, b"1").version());
    }
}
