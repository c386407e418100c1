//! How long bodies take: ten thousand ordinary ones, and hostile ones at one and two times a size.
//!
//! `cargo run --release --example markdown [SIZE] [NAME]`: a hostile body of twice the size should
//! take twice the time; what takes more than three times is marked.

#![expect(clippy::disallowed_methods, reason = "a benchmark measures")]
#![expect(clippy::print_stdout, reason = "it is a program that shows figures")]

use std::time::Instant;

use homeroom::parse::markdown::facts;
use homeroom::render::highlight::highlight;
use homeroom::render::html::{Anchors, Links, Picture, Settings, Target, Title, Words, render};
use homeroom::source::Span;

struct Everywhere;

impl Links for Everywhere {
    fn link(&self, target: &str) -> Target {
        Target::Href { url: target.to_owned(), external: target.contains("://") }
    }

    fn picture(&self, target: &str) -> Option<Picture> {
        Some(Picture { src: target.to_owned(), width: Some(640), height: Some(480), offered: Vec::new() })
    }
}

/// A hostile body: what it begins with, what is repeated (`%` is the number of the repetition), and its end.
const HOSTILE: &[(&str, &str, &str)] = &[
    ("", "[", ""),
    ("", "]", ""),
    ("", "[a](", ""),
    ("", "[a](<b", ""),
    ("", "![[]()", ""),
    ("", "[a][b", ""),
    ("", "[a][b] ", ""),
    ("", "[[a]] ", ""),
    ("", "[^a] ", ""),
    ("", "{{ a }} ", ""),
    ("", "{{", ""),
    ("", "{{<", ""),
    ("", "> ", "a"),
    ("", "- ", "a"),
    ("", "1. ", "a"),
    ("", "> - ", "a"),
    ("", "*a ", ""),
    ("", "*a **b ", ""),
    ("", "a**b c* ", ""),
    ("", "~~a ~b ", ""),
    ("", "`a``", ""),
    ("", "<!-- a ", ""),
    ("<div>", "<a b=\"x ", ""),
    ("<div>", "<a b='\" ", ""),
    ("<div>", "<a b ", ""),
    ("a ", "<!-- a ", ""),
    ("a ", "<![CDATA[ ", ""),
    ("a ", "<a b=\"x ", ""),
    ("a ", "<sub>", ""),
    ("a ", "<sub></sup>", ""),
    ("a ", "<sub></sub>", ""),
    ("a ", "<mark>*", ""),
    ("", "<details>\n", ""),
    ("", "<details>\n\n", ""),
    ("", "</details>\n\n", ""),
    ("", "<details><summary>\n\n", ""),
    ("", "<div>\n\n", ""),
    ("", "<div>\n", ""),
    ("<div ", "a=\"\n", ""),
    ("<div ", "<a ", ""),
    ("", "<script>\n", ""),
    ("a", "</", ""),
    ("", "&#x26;", ""),
    ("", "\\", ""),
    ("|a|b|\n|-|-|\n", "|a|b|\n", ""),
    ("", "|a|b|\n|-|-|\n\nTable: x\n\n", ""),
    ("", "|a|b|\n|-|-|\n|c|\n\n", ""),
    ("", "Table: x\n\n", ""),
    ("", "|", "\n|-|"),
    ("", "[r%]: u\n", ""),
    ("", "[r%]: u\n\n[r%]\n", ""),
    ("[r]: uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu \"tttttttttt\"\n\n", "[r] ", ""),
    ("", "[a](u \"", ""),
    ("", "[a]: u 'b\n\n", ""),
    ("", "[^%]: x [^1%]\n\n[^%]\n", ""),
    ("[^1]\n\n", "[^1]: x [^1]\n\n", ""),
    ("[^1]: x\n\n", "[^1] ", ""),
    ("", "# a\n", ""),
    ("", "# a {#a}\n", ""),
    ("", "# a-%\n# a\n", ""),
    ("# a {", ".x ", "}"),
    ("# a {", "onclick=x ", "}"),
    ("", "a\n", ""),
    ("", "```\n", ""),
    ("", "~~~x\n\n", ""),
    ("", "- [x] a\n", ""),
    ("", "- [x] a\n\n  - b\n", ""),
    ("", "> [!NOTE]\n\n", ""),
    ("", "\"'", ""),
    ("a", "-", ""),
    ("", "word ", ""),
    ("", "https://a.example/", ""),
    ("", "https://a.example/) ", ""),
    ("https://a.example/", "(", ""),
    ("https://a.example/", ")", ""),
    ("https://a.example/", "&a;", ""),
    ("", "://", ""),
    ("", "http://", ""),
    ("", "![a](b \"t\")", ""),
    ("", "![a](b \"t\")\n\n", ""),
    ("", "![![", ""),
    ("", "\0", ""),
    ("", "\u{85}", ""),
];

/// Hostile code: the language, and what is repeated up to the caps.
const CODE: &[(&str, &str)] = &[
    ("rust", "<"),
    ("js", "("),
    ("js", "/"),
    ("js", "a.b("),
    ("js", "`${"),
    ("js", "x=>"),
    ("ts", "async ("),
    ("python", "("),
    ("python", "f'{"),
    ("python", "a.b"),
    ("python", "\\"),
    ("java", "A<"),
    ("java", "a.b."),
    ("java", "@a("),
    ("c", "a ("),
    ("c", "*a "),
    ("c++", "a::"),
    ("c++", "a<"),
    ("c++", "template<"),
    ("cs", "a<"),
    ("go", "func ("),
    ("html", "<a "),
    ("html", "<!--"),
    ("html", "<script>"),
    ("markdown", "["),
    ("markdown", "*a "),
    ("markdown", "`"),
    ("markdown", "![a]("),
    ("markdown", "<a "),
    ("markdown", "|"),
    ("yaml", "- "),
    ("yaml", "a: "),
    ("yaml", "? "),
    ("yaml", "["),
    ("yaml", "a b "),
    ("sh", "$("),
    ("sh", "a=("),
    ("sh", "<<a "),
    ("sh", "${a"),
    ("ruby", "#{"),
    ("ruby", "%w("),
    ("ruby", "/a "),
    ("ruby", "<<a "),
    ("perl", "s/"),
    ("perl", "m{"),
    ("php", "<?php $a->"),
    ("php", "<?php \"$a"),
    ("haskell", "(a "),
    ("sql", "'"),
    ("sql", "select a("),
    ("latex", "\\a{"),
    ("css", "a:b("),
    ("css", "a{b:"),
    ("scala", "a["),
    ("r", "a("),
    ("lisp", "("),
    ("lua", "[["),
    ("json", "["),
    ("json", "{\"a\":"),
    ("xml", "<a "),
    ("clojure", "("),
    ("d", "a!("),
    ("erlang", "a("),
    ("groovy", "a {"),
    ("matlab", "a'"),
    ("objc", "[a "),
    ("ocaml", "(*"),
    ("pascal", "(*"),
    ("tcl", "["),
    ("regex", "(?"),
    ("actionscript", "a("),
    ("dot", "a->"),
    ("make", "$("),
    ("ini", "a="),
    ("bibtex", "@a{"),
    ("diff", "+a "),
    ("erb", "<% "),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let size: usize = arguments.next().and_then(|size| size.parse().ok()).unwrap_or(20_000);
    let only = arguments.next();
    ordinary();
    for (start, repeated, end) in HOSTILE {
        if only.as_ref().is_some_and(|only| only != repeated) {
            continue;
        }
        let body = |count: usize| {
            let middle: String = (0..count).map(|at| repeated.replace('%', &at.to_string())).collect();
            format!("{start}{middle}{end}")
        };
        let (one, two) = (body(size), body(2 * size));
        let (first, second) = (time(&one).min(time(&one)), time(&two).min(time(&two)));
        let mark = if second > 0.01 && second > 3.0 * first { "  <<<" } else { "" };
        println!(
            "{:8} B {:9.2} ms  {:9.2} ms{mark}  {start:.12?} {repeated:?} {end:?}",
            one.len(),
            first * 1e3,
            second * 1e3
        );
    }
    for (language, repeated) in CODE {
        if only.as_ref().is_some_and(|only| only != repeated) {
            continue;
        }
        let line = repeated.repeat(2000 / repeated.chars().count());
        let seconds = |code: &str| {
            let start = Instant::now();
            let mut out = String::new();
            let is_coloured = highlight(language, code, &mut out);
            (start.elapsed().as_secs_f64(), is_coloured, out.len())
        };
        let one = seconds(&line);
        let short = format!("{}\n", repeated.repeat(80 / repeated.chars().count()));
        let block = seconds(&short.repeat(64 * 1024 / short.len()));
        println!(
            "{language:12} {repeated:12?} line {:9.1} ms   block of short lines {:9.1} ms {}",
            one.0 * 1e3,
            block.0 * 1e3,
            block.2
        );
    }
}

fn settings() -> Settings<'static> {
    Settings {
        words: Words::ENGLISH,
        title: Title::Shown,
        anchors: Anchors::Beside,
        highlight: &highlight,
        component: &|_, _| false,
    }
}

fn time(text: &str) -> f64 {
    let start = Instant::now();
    let body = Span::new(0, text.len());
    let html = render(text, body, &facts(text, body), &Everywhere, settings());
    std::hint::black_box(html);
    start.elapsed().as_secs_f64()
}

/// Documents as coaches write them, of 5 KB, without code.
fn ordinary() {
    let paragraph = "Greet every student at the door, by name, before the lesson begins; it's a small thing that costs \
                     *nothing* and says **you are seen**. Ask one question, \"How was your weekend?\", and listen: \
                     the answer matters less than the [two minutes](../guides/two-by-ten.md) it took.\n\n";
    let list = "- Write the name down.\n- Come back to it on Monday.\n- [ ] Tell the team.\n\n";
    let table =
        "| When | Who | What |\n|---|---|---|\n| Monday | teacher | a note |\n| Friday | student | an answer |\n\n";
    let section = |at: usize| format!("## Step {at}: the door\n\n{paragraph}{paragraph}{list}");
    let text: String = (0..7).map(section).collect::<String>() + table + "See https://example.org/a for more.\n";
    let body = Span::new(0, text.len());
    let known = facts(&text, body);
    let count = 10_000;
    let measure = |name: &str, step: &dyn Fn() -> usize| {
        let start = Instant::now();
        let bytes: usize = (0..count).map(|_| step()).sum();
        println!(
            "{name}: {count} documents of {} bytes in {:.3} s ({bytes})",
            text.len(),
            start.elapsed().as_secs_f64()
        );
    };
    measure("parser alone", &|| {
        pulldown_cmark::Parser::new_ext(&text, pulldown_cmark::Options::all()).into_offset_iter().count()
    });
    measure("facts", &|| facts(&text, body).links.len());
    measure("facts to HTML", &|| render(&text, body, &known, &Everywhere, settings()).0.len());
}
