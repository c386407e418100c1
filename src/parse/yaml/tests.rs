use super::*;
use crate::parse::value::Value;

fn read(yaml: &str) -> (Fields, Vec<Diagnostic>) {
    fields(&SitePath::new("content/x.md").expect("a path"), yaml, 0)
}

/// Every scalar of `value` beside the text that stands at its place.
fn places<'a>(yaml: &'a str, value: &Value, out: &mut Vec<(String, &'a str)>) {
    match &value.data {
        Data::List(items) => items.iter().for_each(|item| places(yaml, item, out)),
        Data::Map(fields) => {
            for field in &fields.0 {
                assert_eq!(yaml[field.key_span.range()].trim_matches('"'), field.key);
                places(yaml, &field.value, out);
            }
        }
        Data::Text(text) | Data::Cell(text) => out.push((text.clone(), &yaml[value.span.range()])),
        Data::Integer(_, raw) | Data::Number(_, raw) => out.push((raw.clone(), &yaml[value.span.range()])),
        Data::Bool(_) | Data::Empty => {}
    }
}

#[test]
fn every_value_knows_where_it_stands() {
    let yaml = "\
# a comment: not a key
title: Two by ten # the classic
\"quoted key\": 'it''s here'
minutes: {setup: 5, each: 2}
grades: [K, \"1\", 6-8,
  9-12]
steps:
- do: Greet
  say: \"Good \\\"morning\\\"\"
- do: >
    Ask
    twice

  say: |
    * a bullet
empty:
version: 1.10
long: first line
  goes on
nested:
  - - a
    - b
  - key: value
last: é # ü
";
    let (fields, findings) = read(yaml);
    assert!(findings.is_empty(), "{findings:?}");
    let mut found = Vec::new();
    places(yaml, &Value { data: Data::Map(fields), span: Span::default() }, &mut found);
    let at = |text: &str| found.iter().find(|(value, _)| value.trim() == text).map(|(_, raw)| *raw);
    assert_eq!(at("Two by ten"), Some("Two by ten"));
    assert_eq!(at("it's here"), Some("'it''s here'"));
    assert_eq!(at("5"), Some("5"));
    assert_eq!(at("9-12"), Some("9-12"));
    assert_eq!(at("Good \"morning\""), Some("\"Good \\\"morning\\\"\""));
    assert_eq!(at("Ask twice").map(|raw| raw.starts_with('>')), Some(true));
    assert_eq!(at("* a bullet").map(|raw| raw.starts_with('|')), Some(true));
    assert_eq!(at("1.10"), Some("1.10"));
    assert_eq!(at("first line goes on"), Some("first line\n  goes on"));
    assert_eq!(at("b"), Some("b"));
    assert_eq!(at("value"), Some("value"));
    assert_eq!(at("é"), Some("é"));
}

#[test]
fn what_yaml_drops_in_silence_is_said() {
    let codes = |yaml: &str| read(yaml).1.iter().map(|finding| finding.code.name).collect::<Vec<_>>();
    assert_eq!(codes("title: Room #12"), ["value-cut-off"]);
    assert_eq!(codes("title: Room # upstairs"), [""; 0]);
    assert_eq!(codes("title: “Trust”"), ["curly-quotes"]);
    assert_eq!(codes("a: &x 1\nb: *x"), ["yaml-alias", "yaml-alias"]);
    assert_eq!(codes("a: !thing 1"), ["yaml-alias"]);
    assert_eq!(codes("a: |\n  *not an alias\n  &nor this"), [""; 0]);
}

#[test]
fn mistakes_are_explained_in_plain_words() {
    for (yaml, said, helped) in [
        ("title: Two: by ten", "a colon followed by a blank", "`title: \"Two: by ten\"`"),
        ("title: x\n\tsummary: y", "a tab stands", "indent with blanks"),
        ("title: @home", "cannot start with `@`", "`title: \"@home\"`"),
        ("title: *bold* move", "starts with `*`", "quotes"),
        ("title: \"open\nsummary: x", "never closed", "close the quotation mark"),
        ("grades: [K, 1\ntitle: x", "list in square brackets", "[one, two, three]"),
        ("title: a\nsummary b\ntags: []", "\"summary b\" has no colon", "key: value"),
        ("title: a\ntitle: b", "\"title\" stands here a second time", "keep one"),
        ("- a\n- b", "a list", "key: value"),
        ("title: \"a \\d b\"", "backslash", "single quotes"),
        ("title: a\u{7}b", "control character", "delete"),
    ] {
        let (_, findings) = read(yaml);
        let finding = findings.first().unwrap_or_else(|| panic!("no finding for {yaml:?}"));
        assert!(finding.message.contains(said), "{yaml:?}: {}", finding.message);
        assert!(finding.help.as_deref().unwrap_or_default().contains(helped), "{yaml:?}: {:?}", finding.help);
    }
}

#[test]
fn hostile_yaml_ends_soon_with_a_finding() {
    let bomb = (1..20).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, n| {
        let back = format!("*a{},", n - 1).repeat(9);
        format!("{text}a{n}: &a{n} [{back}]\n")
    });
    for yaml in [
        bomb,
        "[".repeat(32_000),
        "- ".repeat(16_000),
        "{a: ".repeat(8_000),
        "? ".repeat(16_000),
        "a: b: ".repeat(5_000),
    ] {
        assert!(!read(&yaml).1.is_empty(), "{}", &yaml[..20]);
    }
}
