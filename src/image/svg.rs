//! SVG: a drawing in XML that may hold programs and may load things, so its parts are looked at.
//!
//! The theme shows drawings through `<img>`, where neither runs; but the file has an address of its
//! own, and opened there it is a page of this site.

use std::borrow::Cow;
use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

use super::ImageFacts;
use super::problem::ImageProblem;

mod css;
mod size;

/// More than any drawing for a page has; it bounds the memory of the reader.
const MOST_NODES: u32 = 1_000_000;

/// Names of the elements that run programs or hold pages.
const ACTIVE: &[&str] =
    &["script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video", "link", "meta"];

/// The size of the drawing, if it may be published.
pub(super) fn inspect(bytes: &[u8]) -> Result<ImageFacts, ImageProblem> {
    let text = text(bytes)?;
    let document = parse(text)?;
    refuse_active(&document)?;
    Ok(size::of(&document.root_element()))
}

/// The drawing without what drawing programs note for themselves: comments, metadata, and the
/// attributes of Inkscape, which name folders of the author's computer.
pub(super) fn published(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ImageProblem> {
    let text = text(bytes)?;
    let document = parse(text)?;
    refuse_active(&document)?;
    let cuts = cuts(&document);
    if cuts.is_empty() {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        // A cut that lies in an element that is cut already is done.
        if cut.start >= at {
            clean.push_str(&text[at..cut.start]);
            at = cut.end;
        }
    }
    clean.push_str(&text[at..]);
    Ok(Cow::Owned(clean.into_bytes()))
}

fn text(bytes: &[u8]) -> Result<&str, ImageProblem> {
    if bytes.is_empty() {
        return Err(ImageProblem::Empty);
    }
    if bytes.starts_with(&[0x1F, 0x8B]) {
        return Err(ImageProblem::Format("compressed SVG (.svgz)"));
    }
    std::str::from_utf8(bytes).map_err(|_| ImageProblem::BrokenSvg("it is not UTF-8 text".to_owned()))
}

fn parse(text: &str) -> Result<Document<'_>, ImageProblem> {
    // Old drawings name the document type of SVG, which is harmless; declarations of their own are
    // how entities are made, so they are looked for before the reader sees them.
    let upper = text.to_ascii_uppercase();
    let declares = ["<!ENTITY", "<!ATTLIST", "<!ELEMENT", "<!NOTATION"].iter().any(|word| upper.contains(word));
    let subset = upper.find("<!DOCTYPE").is_some_and(|at| {
        let declaration = &upper[at..];
        declaration[..declaration.find('>').unwrap_or(declaration.len())].contains('[')
    });
    if declares || subset {
        return Err(ImageProblem::UnsafeSvg("declarations of entities".to_owned()));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| ImageProblem::BrokenSvg(error.to_string()))?;
    if document.root_element().tag_name().name() == "svg" { Ok(document) } else { Err(ImageProblem::NotAnImage) }
}

fn refuse_active(document: &Document<'_>) -> Result<(), ImageProblem> {
    document
        .descendants()
        .try_for_each(|node| active_part(&node).map_or(Ok(()), |what| Err(ImageProblem::UnsafeSvg(what))))
}

/// What of `node` runs a program or loads something.
fn active_part(node: &Node<'_, '_>) -> Option<String> {
    if let Some(instruction) = node.pi() {
        return instruction
            .target
            .to_ascii_lowercase()
            .contains("stylesheet")
            .then(|| "a link to a style sheet".to_owned());
    }
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name().to_ascii_lowercase();
    if ACTIVE.contains(&name.as_str()) {
        return Some(format!("the element \"{name}\""));
    }
    if name == "style"
        && let Some(what) = css::remote(&node.descendants().filter_map(|child| child.text()).collect::<String>())
    {
        return Some(what);
    }
    node.attributes().find_map(|attribute| {
        let name = attribute.name().to_ascii_lowercase();
        let value = attribute.value();
        match name.as_str() {
            _ if name.starts_with("on") => Some(format!("the program \"{name}\"")),
            "base" => Some("a base address".to_owned()),
            "href" | "src" => css::is_remote(value).then(|| "a reference to another place".to_owned()),
            "attributename" => {
                let target = value.rsplit(':').next().unwrap_or(value).trim().to_ascii_lowercase();
                (target == "href" || target.starts_with("on")).then(|| "an animation of a link".to_owned())
            }
            "style" => css::remote(value),
            _ => css::remote_url(value),
        }
    })
}

/// The pieces of the text that are left out, in order.
fn cuts(document: &Document<'_>) -> Vec<Range<usize>> {
    let private = |namespace: Option<&str>| {
        namespace.is_some_and(|namespace| namespace.contains("inkscape") || namespace.contains("sodipodi"))
    };
    let mut cuts: Vec<Range<usize>> = Vec::new();
    for node in document.descendants() {
        let tag = node.tag_name();
        if node.is_comment() || (node.is_element() && (tag.name() == "metadata" || private(tag.namespace()))) {
            cuts.push(node.range());
        } else {
            cuts.extend(node.attributes().filter(|a| private(a.namespace())).map(|a| a.range()));
        }
    }
    cuts.sort_by_key(|cut| cut.start);
    cuts
}
