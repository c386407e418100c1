//! Formulas: LaTeX → MathML. The only user of `math_core`.
//!
//! 1. [`is_prose`] tells a formula from two prices.
//! 2. [`mathml`] refuses what is too long or nests too deep, converts the rest, and lets through only
//!    the elements and attributes of MathML Core: what the converter writes is not taken on trust.

use std::ops::Range;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

/// The longest formula that is read, in bytes.
const LONGEST: usize = 4_000;

/// How many commands, and how many groups, a formula may have. The converter calls itself for each; on
/// a stack of 1 MiB it stands four hundred.
const MOST: usize = 150;

/// Elements that may stand in a formula.
const ELEMENTS: &[&str] = &[
    "math",
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
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

/// Attributes that are kept. Styles are dropped, as a page has none; colour alone says nothing on paper.
const ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "columnspan",
    "depth",
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
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

/// How a formula stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// Within a line: `$x$`.
    Inline,
    /// In a line of its own: `$$x$$`.
    Block,
}

/// Why a formula cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the formula that are wrong.
    pub at: Range<usize>,
    /// What is wrong, lower case, without a full stop.
    pub message: String,
}

/// Whether `$content$`, followed by `after`, is no formula but words between two prices: a letter or a
/// digit follows the second `$`, or it begins with a digit and holds a word and nothing of LaTeX.
pub fn is_prose(content: &str, after: &str) -> bool {
    let is_followed = after.starts_with(|c: char| c.is_alphanumeric());
    let is_price = content.starts_with(|c: char| c.is_ascii_digit())
        && !content.contains(['\\', '^', '_', '=', '{'])
        && content.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 3);
    is_followed
        || is_price
        || content.starts_with(|c: char| c.is_ascii_digit()) && content.ends_with(['(', ',', '–', '-'])
}

/// The MathML of the formula `latex`: one element `math`, well-formed, without styles and addresses.
///
/// # Errors
/// Why it cannot be shown.
pub fn mathml(latex: &str, display: Display) -> Result<String, Mistake> {
    let refuse = |message: &str| Mistake { at: 0..latex.len(), message: message.to_owned() };
    let many = |sign: u8| latex.bytes().filter(|byte| *byte == sign).count() > MOST;
    if latex.len() > LONGEST || many(b'\\') || many(b'{') {
        return Err(refuse("this formula is too long"));
    }
    if latex.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(refuse("this formula holds an invisible control character"));
    }
    let display = match display {
        Display::Inline => MathDisplay::Inline,
        Display::Block => MathDisplay::Block,
    };
    let converter = LatexToMathML::new(MathCoreConfig::default()).map_err(|_| refuse("this formula cannot be read"))?;
    let made = converter.convert_with_local_state(latex, display).map_err(|error| {
        let start = latex.floor_char_boundary(error.0.start.min(latex.len()));
        let end = latex.ceil_char_boundary(error.0.end.clamp(start, latex.len()));
        Mistake { at: start..end, message: plain(&error.error_message()) }
    })?;
    cleaned(&made.mathml).ok_or_else(|| refuse("this formula holds signs that cannot be shown"))
}

/// A message of the converter as ours are.
fn plain(message: &str) -> String {
    let message = message.split('.').next().unwrap_or_default();
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// `made` with the attributes that are kept; `None` where it is not well-formed or holds other elements.
fn cleaned(made: &str) -> Option<String> {
    let mut out = String::with_capacity(made.len());
    let mut open: Vec<&str> = Vec::new();
    let mut rest = made;
    while let Some(at) = rest.find('<') {
        text(&mut out, &rest[..at])?;
        let end = at + rest[at..].find('>')?;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop() == Some(name)).then_some(())?;
            out.extend(["</", name, ">"]);
            continue;
        }
        let (tag, is_whole) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let is_first = out.is_empty();
        ((name == "math") == is_first && ELEMENTS.contains(&name) && (is_first || !open.is_empty())).then_some(())?;
        out.extend(["<", name]);
        keep(&mut out, attributes)?;
        out.push('>');
        if is_whole {
            out.extend(["</", name, ">"]);
        } else {
            open.push(name);
        }
    }
    (open.is_empty() && rest.is_empty()).then_some(out)
}

/// Appends those of the attributes that are kept.
fn keep(out: &mut String, attributes: &str) -> Option<()> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let (name, quoted) = rest.split_once("=\"")?;
        let (value, after) = quoted.split_once('"')?;
        rest = after.trim_start();
        let is_plain = value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '%'));
        if ATTRIBUTES.contains(&name) && is_plain {
            out.extend([" ", name, "=\"", value, "\""]);
        }
    }
    Some(())
}

/// Appends text, which is escaped already.
fn text(out: &mut String, text: &str) -> Option<()> {
    let is_escaped =
        |part: &str| ["amp;", "lt;", "gt;", "quot;", "#39;", "nbsp;"].iter().any(|name| part.starts_with(name));
    (!text.contains('>') && text.split('&').skip(1).all(is_escaped)).then_some(())?;
    let is_forbidden = |c: char| {
        c.is_control() && c != '\n' || matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
    };
    (!text.contains(is_forbidden)).then_some(())?;
    out.push_str(&text.replace("&nbsp;", "\u{a0}"));
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_becomes_mathml() {
        let made = mathml(r"\bar{x} = \frac{1}{n}\sum_i x_i", Display::Block).expect("a formula");
        assert!(made.starts_with("<math display=\"block\">") && made.contains("<mfrac>"), "{made}");
        assert_eq!(mathml("a<b", Display::Inline).expect("one").matches("&lt;").count(), 1);
    }

    #[test]
    fn what_the_converter_lets_through_is_not_let_through() {
        for latex in [r"\operatorname{</math><script>alert(1)</script>}", r"\operatorname{a<b}", "\u{fdd0}"] {
            assert!(mathml(latex, Display::Inline).is_err(), "{latex}");
        }
        let coloured = mathml(r"\color{red} x", Display::Inline).expect("a formula");
        assert!(!coloured.contains("style"), "{coloured}");
    }

    #[test]
    fn a_mistake_says_where_it_is() {
        let mistake = mathml(r"x + \foo", Display::Inline).expect_err("no such command");
        assert_eq!((mistake.at, mistake.message.as_str()), (4..8, "unknown command \"\\foo\""));
    }

    #[test]
    fn prices_are_no_formulas() {
        for (content, after) in
            [("5-", "10"), ("5 per student, 10", " in all"), ("7, or (", "8)"), ("x", "5"), ("20 (not 30", "")]
        {
            assert!(is_prose(content, after), "${content}${after}");
        }
        for (content, after) in [
            ("x", ""),
            ("2x + 3y", "."),
            ("5", ","),
            (r"3 \text{ apples}", ""),
            ("n = 30 students", " "),
            ("5 < 10", ")"),
        ] {
            assert!(!is_prose(content, after), "${content}${after}");
        }
    }

    #[test]
    fn the_deepest_formula_that_is_read_fits_on_a_small_stack() {
        let deep = |open: &str, close: &str| open.repeat(MOST) + "x" + &close.repeat(MOST);
        for latex in [
            deep("{", "}"),
            deep(r"\overbrace{", "}"),
            deep(r"\sqrt ", ""),
            deep("x^{", "}"),
            deep(r"\frac ", ""),
            deep(r"\left(", ""),
            deep(r"\sum\limits_ ", ""),
            deep(r"\text{", "}"),
        ] {
            let run =
                std::thread::Builder::new().stack_size(1 << 20).spawn(move || drop(mathml(&latex, Display::Block)));
            run.expect("a thread").join().expect("it ends");
        }
    }

    const FRAGMENTS: &[&str] = &[
        "{",
        "}",
        r"\frac",
        "^",
        "_",
        "&",
        r"\\",
        r"\left",
        r"\right",
        "(",
        ")",
        r"\begin{matrix}",
        r"\end{matrix}",
        r"\sqrt",
        "[",
        "]",
        "a",
        "1",
        " ",
        r"\text{",
        r"\",
        "'",
        "%",
        "#",
        r"\def",
        r"\mathbf",
        r"\hat",
        "é",
        "\u{301}",
        r"\color{red}",
        "<",
        ">",
        "\"",
        r"\begin{align}",
        r"\end{align}",
        r"\operatorname{",
        r"\not",
        r"\tag{",
        r"\label{",
        r"\hspace{1em}",
        r"\genfrac",
        r"\big",
        "</math>",
        "<script>",
        "&amp;",
        r"\cancel{",
        r"\textsf{",
        r"\phantom{",
        r"\xrightarrow{",
        r"\middle|",
        "\u{0}",
        "\u{fffe}",
        "\n",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn hostile_formulas_give_nothing_but_mathml(fragments in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..16)) {
            let latex = fragments.concat();
            match mathml(&latex, Display::Inline) {
                Ok(made) => {
                    prop_assert!(cleaned(&made).as_deref() == Some(&*made), "{latex}: {made}");
                    prop_assert!(!made.contains("<script"), "{made}");
                }
                Err(mistake) => prop_assert!(latex.get(mistake.at).is_some(), "{latex}"),
            }
        }
    }
}
