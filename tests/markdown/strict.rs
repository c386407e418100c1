//! A strict reader of the HTML that bodies become.

use homeroom::parse::address::{Scheme, scheme};

/// Elements, and the attributes that each may have.
const ALLOWED: &[(&str, &[&str])] = &[
    ("a", &["href", "rel", "title", "class", "aria-label", "id", "role", "lang", "hreflang", "dir"]),
    ("abbr", &["title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &["id"]),
    ("code", &["class"]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &[]),
    ("div", &["class", "role", "tabindex", "aria-label", "aria-labelledby"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &["class"]),
    ("figure", &["class"]),
    ("h1", &["id", "class"]),
    ("h2", &["id", "class"]),
    ("h3", &["id", "class"]),
    ("h4", &["id", "class"]),
    ("h5", &["id", "class"]),
    ("h6", &["id", "class"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title", "width", "height", "loading", "decoding"]),
    ("input", &["type", "disabled", "checked"]),
    ("kbd", &[]),
    ("label", &[]),
    ("li", &["class", "id", "data-hue"]),
    ("mark", &[]),
    ("ol", &["start", "class"]),
    ("p", &["class", "data-level"]),
    ("pre", &["tabindex", "class"]),
    ("section", &["class", "role", "aria-label"]),
    ("span", &["class", "aria-hidden"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["scope", "class"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("ul", &["class", "data-clear"]),
    ("wbr", &[]),
];

/// The elements of a formula, and the attributes that they may have.
const MATHML: &[&str] = &[
    "math",
    "merror",
    "mfrac",
    "mi",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];

const MATHML_ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "display",
    "displaystyle",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rspace",
    "scriptlevel",
    "stretchy",
    "symmetric",
    "width",
];

/// The elements of a drawing, and the attributes that each may have.
const SVG: &[(&str, &[&str])] = &[
    ("circle", &["cx", "cy", "r"]),
    ("desc", &["id"]),
    ("line", &["x1", "y1", "x2", "y2", "class"]),
    ("rect", &["x", "y", "width", "height", "class", "transform"]),
    ("svg", &["class", "role", "aria-labelledby", "width", "height", "x", "y", "overflow"]),
    ("text", &["x", "y", "dx", "text-anchor", "class"]),
    ("title", &["id"]),
];

/// Those of them that hold nothing.
const SHAPES: &[&str] = &["circle", "line", "rect"];

const VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];

/// What may hold running text alone.
const PHRASING_ONLY: &[&str] = &[
    "a",
    "abbr",
    "caption",
    "code",
    "del",
    "dt",
    "em",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "kbd",
    "label",
    "mark",
    "p",
    "pre",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "td",
    "th",
    "time",
];

/// What is running text.
const PHRASING: &[&str] = &[
    "a", "abbr", "br", "code", "del", "em", "img", "input", "kbd", "label", "mark", "math", "span", "strong", "sub",
    "sup", "time", "wbr",
];

/// What may hold these elements alone, and no text.
const ONLY: &[(&str, &[&str])] = &[
    ("dl", &["dt", "dd"]),
    ("mtable", &["mtr"]),
    ("mtr", &["mtd"]),
    ("ul", &["li"]),
    ("ol", &["li"]),
    ("table", &["caption", "thead", "tbody"]),
    ("thead", &["tr"]),
    ("tbody", &["tr"]),
    ("tr", &["th", "td"]),
];

/// The first mistake in `html`.
pub(crate) fn check(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut references = Vec::new();
    let mut last_open = "";
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text(&rest[..at], &open)?;
        let end = rest[at..].find('>').ok_or("a tag without its end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing, before {rest:.60?}"));
            }
            last_open = "";
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        let is_shape = SHAPES.contains(&name);
        let tag = if is_shape { tag.strip_suffix('/').ok_or(format!("<{name}> that is not whole"))? } else { tag };
        let parent = open.last().copied().unwrap_or_default();
        place(name, parent, &open, last_open).map_err(|mistake| format!("{mistake}, before {rest:.60?}"))?;
        for (attribute, value) in attributes(name, &tag[name.len()..])? {
            match attribute {
                "id" if !ids.insert(value.to_owned()) => return Err(format!("the id {value} stands twice")),
                "id" if value.is_empty() || value.contains(char::is_whitespace) => {
                    return Err(format!("the id {value:?}"));
                }
                "aria-labelledby" => references.extend(value.split(' ').map(str::to_owned)),
                "href" if value.starts_with("#fn") => references.push(value[1..].to_owned()),
                "href" | "src" if matches!(scheme(value), Scheme::Refused(_)) => {
                    return Err(format!("the address {value}"));
                }
                "src" if value.is_empty() => return Err("an image without an address".to_owned()),
                _ => {}
            }
        }
        last_open = name;
        if !VOID.contains(&name) && !is_shape {
            open.push(name);
        }
    }
    text(rest, &open)?;
    if let Some(reference) = references.iter().find(|reference| !ids.contains(*reference)) {
        return Err(format!("nothing has the id {reference}"));
    }
    open.last().map_or(Ok(()), |name| Err(format!("<{name}> is never closed")))
}

fn place(name: &str, parent: &str, open: &[&str], last_open: &str) -> Result<(), String> {
    let only = ONLY.iter().find(|(holder, _)| *holder == parent);
    let is_svg = |name: &str| SVG.iter().any(|(known, _)| *known == name);
    let wrong = if parent == "svg" || is_svg(name) && name != "svg" {
        // A drawing holds nothing else, and its parts stand nowhere else.
        !is_svg(name) || parent != "svg"
    } else if MATHML.contains(&parent) || MATHML.contains(&name) && name != "math" {
        // A formula holds nothing else, and its parts stand nowhere else.
        !MATHML.contains(&name) || !open.contains(&"math") || only.is_some_and(|(_, held)| !held.contains(&name))
    } else if only.is_some_and(|(_, held)| !held.contains(&name)) {
        true
    } else if PHRASING_ONLY.contains(&parent) {
        !PHRASING.contains(&name)
    } else {
        match name {
            "li" => !matches!(parent, "ul" | "ol"),
            "summary" => parent != "details" || last_open != "details",
            "caption" => parent != "table" || last_open != "table",
            "dt" | "dd" => parent != "dl",
            "figcaption" => parent != "figure",
            "tr" | "td" | "th" | "thead" | "tbody" => only.is_none(),
            _ => false,
        }
    };
    let nested = matches!(name, "a" | "label") && open.contains(&name);
    let unnamed = parent == "details" && last_open == "details" && name != "summary";
    if wrong || nested || unnamed { Err(format!("<{name}> within <{parent}>")) } else { Ok(()) }
}

/// The attributes of a tag `name`, each allowed and in double quotes or without a value.
fn attributes<'a>(name: &str, mut rest: &'a str) -> Result<Vec<(&'a str, &'a str)>, String> {
    let known = ALLOWED.iter().find(|(known, _)| *known == name).map(|(_, allowed)| *allowed);
    let known = known.or(SVG.iter().find(|(known, _)| *known == name).map(|(_, allowed)| *allowed));
    let allowed = known.or(MATHML.contains(&name).then_some(MATHML_ATTRIBUTES));
    let allowed = allowed.ok_or(format!("the element {name:?}"))?;
    let mut found: Vec<(&str, &str)> = Vec::new();
    while !rest.is_empty() {
        rest = rest.strip_prefix(' ').ok_or(format!("{rest:?} in <{name}>"))?;
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let attribute = &rest[..end];
        let mut value = "";
        rest = &rest[end..];
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').ok_or(format!("an open quote in <{name}>"))?;
            value = &quoted[..end];
            rest = &quoted[end + 1..];
        }
        if !allowed.contains(&attribute) || found.iter().any(|(other, _)| *other == attribute) {
            return Err(format!("the attribute {attribute:?} of <{name}>"));
        }
        entities(value)?;
        found.push((attribute, value));
    }
    Ok(found)
}

fn text(text: &str, open: &[&str]) -> Result<(), String> {
    // Folded text in a list without blank lines holds running text, as the list's item does.
    let unfolded = open.iter().rev().find(|name| **name != "details").copied();
    let parent = unfolded.filter(|name| matches!(*name, "li" | "dd")).or(open.last().copied()).unwrap_or_default();
    let is_bare =
        parent.is_empty() || matches!(parent, "blockquote" | "div" | "section" | "details" | "figure" | "svg");
    if (is_bare || ONLY.iter().any(|(holder, _)| *holder == parent)) && !text.trim().is_empty() {
        return Err(format!("the text {text:.40?} within <{parent}>"));
    }
    if text.contains('>') {
        return Err(format!("a bare > in {text:.40?}"));
    }
    entities(text)
}

fn entities(text: &str) -> Result<(), String> {
    if text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n')) {
        return Err(format!("a control character in {text:.40?}"));
    }
    for part in text.split('&').skip(1) {
        if !["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|entity| part.starts_with(entity)) {
            return Err(format!("a bare & in {text:.40?}"));
        }
    }
    Ok(())
}

#[test]
fn the_strict_reader_refuses_what_it_should() {
    for html in [
        "<p>a",
        "</p>",
        "<p><div></div></p>",
        "<b></b>",
        "<p onclick=\"x\">a</p>",
        "<p><a href=\"javascript:x\">a</a></p>",
        "<p><a href=\"a\"><a href=\"b\">c</a></a></p>",
        "<ul>a</ul>",
        "<p>a & b</p>",
        "<details><p>a</p></details>",
        "<details><summary>a</summary>b</details>",
        "<h1 id=\"a\">a</h1><h1 id=\"a\">a</h1>",
        "<p><em>a</p></em>",
        "<p><a href=\"#fn:1\">1</a></p>",
        "<svg><p>a</p></svg>",
        "<p><rect/></p>",
        "<svg class=\"a\" style=\"b\"></svg>",
        "<svg aria-labelledby=\"a b\"><title id=\"a\">c</title></svg>",
        "<dl>a</dl>",
        "<p><dt>a</dt></p>",
        "<p><mi>a</mi></p>",
        "<p><math><p>a</p></math></p>",
        "<p><math><mi style=\"color:red\">a</mi></math></p>",
    ] {
        assert!(check(html).is_err(), "{html}");
    }
    for html in [
        "<details><summary>a</summary>\n<p>b<br></p></details>",
        "<ul><li><details><summary>a</summary>b</details></li></ul>",
    ] {
        assert_eq!(check(html), Ok(()));
    }
}
