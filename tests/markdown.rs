//! Bodies and what becomes of them: `tests/markdown/NAME.md` gives `NAME.html` and `NAME.facts`.
//!
//! With `UPDATE=1` in the environment the files are written anew; read the difference before you commit.
#![expect(clippy::disallowed_methods, reason = "a test reads its cases")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use homeroom::parse::facts::{Facts, Form};
use homeroom::parse::markdown::facts;
use homeroom::render::highlight::highlight;
use homeroom::render::html::{Anchors, Links, Picture, Settings, Target, Title, Words, render};
use homeroom::source::{Span, place};

#[path = "markdown/any.rs"]
mod any;
#[path = "markdown/strict.rs"]
mod strict;

/// A site where `draft.md` is held back and every picture is 640 by 480 but `missing.png`.
struct Site;

impl Links for Site {
    fn link(&self, target: &str) -> Target {
        match target {
            "draft.md" => Target::Text,
            target => Target::Href { url: target.to_owned(), external: target.contains("://") },
        }
    }

    fn picture(&self, target: &str) -> Option<Picture> {
        let size = Some((640, 480)).filter(|_| !target.starts_with("http"));
        (target != "missing.png").then(|| Picture {
            src: target.to_owned(),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            offered: Vec::new(),
        })
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

fn html(text: &str, settings: Settings<'_>) -> String {
    let body = Span::new(0, text.len());
    render(text, body, &facts(text, body), &Site, settings).0
}

#[test]
fn every_body_becomes_the_page_and_the_facts_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/markdown");
    let mut bodies: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    bodies.sort();
    assert!(!bodies.is_empty());
    let mut wrong = Vec::new();
    for path in bodies {
        let text = std::fs::read_to_string(&path).expect("a body is text");
        let page = html(&text, settings());
        if let Err(mistake) = strict::check(&page) {
            wrong.push(format!("{}: {mistake}", path.display()));
        }
        let listed = listed(&text, &facts(&text, Span::new(0, text.len())));
        for (extension, made) in [("html", page), ("facts", listed)] {
            let beside = path.with_extension(extension);
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(&beside, &made).expect("the folder is writable");
            } else if std::fs::read_to_string(&beside).unwrap_or_default() != made {
                wrong.push(format!("{} is not what is made now:\n{made}", beside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Facts, one a line, with their places.
fn listed(text: &str, facts: &Facts) -> String {
    let at = |span: Span| {
        let place = place(text, span.range().start);
        format!("{}:{} {:.30?}", place.line, place.column, &text[span.range()])
    };
    let mut out = String::new();
    let mut line = |line: String| writeln!(out, "{line}").expect("writing to a String cannot fail");
    for heading in &facts.headings {
        line(format!("heading {} #{} {:?} at {}", heading.level, heading.id, heading.text, at(heading.span)));
    }
    for link in &facts.links {
        line(format!("link {:?} {:?} at {}", link.target, link.text, at(link.span)));
    }
    for image in &facts.images {
        line(format!("image {:?} {:?} at {}", image.target, image.alt, at(image.span)));
    }
    for code in &facts.codes {
        line(format!("code {:?} {} at {}", code.language, code.is_coloured, at(code.span)));
    }
    for remark in &facts.remarks {
        line(format!("{:?} at {}", remark.kind, at(remark.span)));
    }
    out
}

#[test]
fn spans_count_from_the_top_of_the_source() {
    let front = "---\ntitle: \"é\"\n---\n";
    let text = format!("{front}# A\n\n[b](c.md) https://d.example <b> {{{{ e }}}} [^f] [g][h]\n");
    let body = Span::new(front.len(), text.len());
    let facts = facts(&text, body);
    let of = |span: Span| &text[span.range()];
    assert_eq!(of(facts.headings[0].span), "# A\n");
    assert_eq!(facts.links.iter().map(|link| of(link.span)).collect::<Vec<_>>(), ["[b](c.md)", "https://d.example"]);
    let remarks: Vec<_> = facts.remarks.iter().map(|remark| of(remark.span)).collect();
    assert_eq!(remarks, ["<b>", "{{ e }}", "[^f]", "[g][h]"]);
    let page = render(&text, body, &facts, &Site, settings()).0;
    assert!(!page.contains("title") && page.contains("id=\"a\""), "{page}");
}

#[test]
fn a_page_titled_by_its_first_heading_does_not_repeat_it() {
    let text = "Before.\n\n# A[^1]\n\n# B[^1]\n\n[^1]: C\n";
    let page = html(text, Settings { title: Title::LeftOut, anchors: Anchors::None, ..settings() });
    assert!(!page.contains(">A") && page.contains("<h1 id=\"b\">B"), "{page}");
    assert_eq!(page.matches("doc-backlink").count(), 1, "{page}");
}

/// A heading of each form, each in every container to a depth of three.
fn headings_in_containers() -> Vec<String> {
    let containers = [
        ("- ", "  "),
        ("- [x] ", "  "),
        ("1. ", "   "),
        ("> ", "> "),
        ("> [!NOTE]\n> ", "> "),
        ("[^1]: ", "    "),
        ("a\n: ", "  "),
    ];
    let headings =
        ["# a", "a\n===", "a [b](c)[^1]\n===", "# [x] a", "[x] a\n===", "a\n===\nb", "# a\n# b", "#", "# **a**"];
    let within =
        |(first, rest): &(&str, &str), text: &String| format!("{first}{}", text.replace('\n', &format!("\n{rest}")));
    let deeper =
        |texts: &Vec<String>| texts.iter().flat_map(|text| containers.iter().map(move |of| within(of, text))).collect();
    let mut texts = vec![headings.map(String::from).to_vec()];
    for depth in 0..3 {
        texts.push(deeper(&texts[depth]));
    }
    texts.concat()
}

#[test]
fn the_heading_that_titles_the_page_is_left_out_wherever_it_stands() {
    let known = ["- [x] a\n    ===\n", "- a\n  ===\n", "[^1]: a\n    ===\n\nb[^1]\n"].map(String::from);
    let left_out = Settings { title: Title::LeftOut, ..settings() };
    for text in headings_in_containers().into_iter().chain(known) {
        for text in [format!("{text}\n"), format!("{text}\n\nc\n\n[^1]: d\n"), format!("c[^1]\n\n{text}\n")] {
            for settings in [left_out, Settings { anchors: Anchors::None, ..left_out }] {
                let page = html(&text, settings);
                assert_eq!(strict::check(&page), Ok(()), "{text}gives\n{page}");
            }
        }
    }
    assert_eq!(html("- [x] a\n    ===\n", left_out), "<ul>\n<li class=\"task\">\n</li>\n</ul>\n");
}

#[test]
fn a_caption_may_be_marked_in_the_pages_language() {
    let words = Words { caption: "Tabla:", ..Words::ENGLISH };
    let page = html("| a |\n|---|\n| b |\n\nTabla: Uno\n", Settings { words, ..settings() });
    assert!(page.contains("<caption>Uno</caption>"), "{page}");
}

#[test]
fn numbers_that_are_added_have_the_digits_of_their_language() {
    let words = Words { digits: "٠١٢٣٤٥٦٧٨٩", ..Words::ENGLISH };
    let text: String = (1..=10).map(|note| format!("a[^{note}]\n\n[^{note}]: b\n\n")).collect();
    let page = html(
        &(text + "c[^10]\n\n| a | b | c | d | e |\n|-|-|-|-|-|\n| 1 | 2 | 3 | 4 | 5 |\n"),
        Settings { words, ..settings() },
    );
    for said in [
        "<a href=\"#fn:10\" id=\"fnref:10-2\" role=\"doc-noteref\" aria-label=\"Footnote ١٠\">١٠</a>",
        "<a href=\"#fnref:10-2\" role=\"doc-backlink\" aria-label=\"Back to reference ١٠-٢\">↩\u{fe0e}<sup>٢</sup></a>",
        "aria-label=\"Table ١\"",
        "<td>1</td>",
    ] {
        assert!(page.contains(said), "{said} is not in\n{page}");
    }
    assert_eq!(strict::check(&page), Ok(()));
}

#[test]
fn what_nests_too_deep_is_shown_as_its_author_typed_it() {
    for text in [
        "> ".repeat(10_000) + "a",
        "- ".repeat(10_000) + &"a\n".repeat(1_000),
        "*a ".repeat(200) + &"a* ".repeat(200),
        "![".repeat(200) + "<b>" + &"](c)".repeat(200),
        (0..200).map(|at| format!("{}- a\n", " ".repeat(2 * at))).collect(),
    ] {
        let facts = facts(&text, Span::new(0, text.len()));
        assert_eq!(facts.form, Form::Plain, "{text:.20}");
        assert_eq!(facts.remarks.len(), 1);
        let page = html(&text, settings());
        assert!(page.starts_with("<pre class=\"plain\"") && !page.contains("<b>"), "{page:.80}");
        strict::check(&page).expect("the page is well-formed");
    }
}

#[test]
fn hostile_bodies_give_pages_of_bounded_size() {
    for (start, repeated) in [
        ("", "["),
        ("", "[a]("),
        ("", "<!-- "),
        ("a ", "<sub>"),
        ("", "<details>\n\n"),
        ("", "# a\n"),
        ("", "[^1]: [^1]\n\n"),
        ("[^1]: a\n\n", "[^1] "),
        ("[a]: uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu\n\n", "[a] "),
        ("", "|a"),
        ("", "```js\n("),
    ] {
        let text = start.to_owned() + &repeated.repeat(5_000);
        let page = html(&text, settings());
        assert!(page.len() < 100 * text.len(), "{repeated:?}: {} bytes from {}", page.len(), text.len());
        assert_eq!(strict::check(&page), Ok(()), "{repeated:?}");
    }
}

#[test]
fn a_thousand_remarks_are_enough() {
    let text = "<b> ".repeat(5_000);
    assert_eq!(facts(&text, Span::new(0, text.len())).remarks.len(), 1_000);
}
