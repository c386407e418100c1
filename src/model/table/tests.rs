use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::collections::Kind;
use crate::parse::value::Data;
use crate::path::TABLE_FOLDERS;

fn table(name: &str, text: &str) -> Table {
    let file = SitePath::new(&format!("content/prompts/{name}")).expect("a path");
    read(&file, &Arc::new(Text::new(text.to_owned())))
}

fn said(table: &Table) -> Vec<String> {
    let all = table.documents.iter().flat_map(|document| document.findings.clone()).chain(table.findings.clone());
    named(all.collect(), &[Arc::new(read(&table.file, &table.text))])
        .into_iter()
        .map(|finding| finding.message)
        .collect()
}

fn field(document: &Document, key: &str) -> Option<String> {
    document.fields.get(key).and_then(|field| match &field.value.data {
        Data::List(items) => Some(items.iter().filter_map(|item| item.text()).collect::<Vec<_>>().join("|")),
        _ => field.value.text().map(str::to_owned),
    })
}

#[test]
fn the_folders_of_tables_are_those_of_the_collections_that_take_them() {
    let mut told: Vec<&str> =
        Kind::ALL.iter().filter(|kind| kind.names().tables).filter_map(|kind| kind.folder()).collect();
    told.sort_unstable();
    assert_eq!(told, TABLE_FOLDERS);
}

#[test]
fn a_row_is_a_document_with_the_path_of_the_file_that_it_would_be() {
    let table = table(
        "all.csv",
        "ID,Title,Follow ups,themes,body\nb,What?,One; two,\"goals, family\",Say **it**\\nnow\n,Who is there?,,,\n",
    );
    let paths: Vec<&str> = table.documents.iter().map(|document| document.path.as_str()).collect();
    assert_eq!(paths, ["content/prompts/b.md", "content/prompts/who-is-there.md"]);
    let first = &table.documents[0];
    assert_eq!(first.file().as_str(), "content/prompts/all.csv");
    assert_eq!(field(first, "follow_ups").as_deref(), Some("One; two"));
    assert_eq!(field(first, "themes").as_deref(), Some("goals|family"));
    assert_eq!(first.row.as_ref().map(|row| row.text.body.as_str()), Some("Say **it**\nnow"));
    assert!(table.documents[1].fields.get("themes").is_some_and(|field| field.value.data == Data::Empty));
    assert_eq!(said(&table), Vec::<String>::new());
}

#[test]
fn a_list_in_yaml_gives_the_same_documents_and_a_slip_in_one_entry_spares_the_others() {
    let text = "# Ours\n---\n- id: a\n  title: What?\n  themes: [goals]\n  body: |\n    Say *it*\n\n    now\n- title: \"Who\n- title: Where?\n  themes:\n  - family\n";
    let table = table("all.yaml", text);
    let paths: Vec<&str> = table.documents.iter().map(|document| document.path.as_str()).collect();
    assert_eq!(paths, ["content/prompts/a.md", "content/prompts/where.md"]);
    assert_eq!(table.documents[0].row.as_ref().map(|row| row.text.body.as_str()), Some("Say *it*\n\nnow\n"));
    assert_eq!(table.documents[1].row.as_ref().map(|row| row.number), Some(3));
    assert_eq!(said(&table), ["a quotation mark is opened here and never closed"]);
}

#[test]
fn what_is_wrong_in_the_block_of_a_body_is_found_in_its_line() {
    for text in [
        "- title: A\n  body: |\n    Sáy\n\n      deep [x](y)\n",
        "- title: A\r\n  body: |\r\n    Sáy\r\n\r\n      deep [x](y)\r\n- title: B\r\n",
        "- title: A\n  body: Sáy deep [x](y)\n",
        "- title: A\n  body: \"Sáy deep [x](y)\"\n",
    ] {
        let table = table("all.yaml", text);
        let document = &table.documents[0];
        let link = document.facts.links.first().expect("a link").span;
        assert_eq!(&text[document.in_file(link).range()], "[x](y)", "{text:?}");
    }
}

#[test]
fn a_translated_table_gives_documents_of_its_language() {
    let table = table("all.es.csv", "id,title\nb,Hola\n");
    assert_eq!(table.documents[0].path.as_str(), "content/prompts/b.es.md");
    assert_eq!((table.documents[0].stem.as_str(), table.documents[0].language.as_deref()), ("b", Some("es")));
}

#[test]
fn a_backslash_before_the_mark_of_a_line_break_keeps_it_as_text() {
    let table = table("all.csv", "title,body\nA,\"one\\ntwo \\\\nabla \"\"q\"\"\"\n");
    let row = table.documents[0].row.as_ref().expect("a row");
    assert_eq!(row.text.body, "one\ntwo \\nabla \"q\"");
    let written = |word: &str| {
        let at = row.text.body.find(word).expect("there");
        &table.text.body[row.body.in_file(Span::new(at, at + word.len())).range()]
    };
    assert_eq!((written("one"), written("two"), written("\\nabla"), written("q")), ("one", "two", "\\nabla", "q"));
}

fn csv() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\""),
        Just(","),
        Just(","),
        Just("\n"),
        Just("\r\n"),
        Just("é [x](y.md)"),
        Just("\\n"),
        Just("\\\\n"),
        Just("# a"),
        Just("=1"),
        Just("\"\""),
        Just("<b>"),
        Just("\u{feff}"),
        Just("title"),
    ];
    let head = prop_oneof![Just("title,body,themes\n"), Just("\u{feff}body;title;id\r\n"), Just("")];
    (head, prop::collection::vec(part, 0..40)).prop_map(|(head, parts)| format!("{head}{}", parts.concat()))
}

fn yaml() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("- title: é\n"),
        Just("  body: |\n"),
        Just("    [x](y.md) <b>\n"),
        Just("  id: 1\n"),
        Just("- "),
        Just("\n"),
        Just("  themes: [a\n"),
        Just("'"),
        Just("é: "),
        Just("\t"),
        Just("  body: \"a\\n# b\"\n"),
        Just("\r\n"),
        Just("...\n"),
        Just("---\n"),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_everything_stands_within_it(
        text in prop_oneof![csv(), yaml(), any::<String>()],
        name in prop_oneof![Just("a.csv"), Just("a.yaml"), Just("a.tsv")],
    ) {
        let table = table(name, &text);
        let lies_within = |span: Span| text.get(span.range()).is_some();
        for document in &table.documents {
            let row = document.row.as_ref().expect("a row");
            prop_assert!(lies_within(row.span) && lies_within(document.head()) && lies_within(document.start()));
            for field in &document.fields.0 {
                prop_assert!(lies_within(field.key_span) && lies_within(field.value.span), "{field:?}");
            }
            let facts = &document.facts;
            let spans = facts.links.iter().map(|link| link.span).chain(facts.remarks.iter().map(|remark| remark.span));
            for span in spans.chain(facts.headings.iter().map(|heading| heading.span)) {
                let written = document.in_file(span);
                prop_assert!(lies_within(written), "{span:?} is {written:?}");
                prop_assert!(row.body.span.start <= written.start && written.end <= row.body.span.end);
            }
        }
        let findings: Vec<_> = table.documents.iter().flat_map(|document| document.findings.clone()).chain(table.findings.clone()).collect();
        for finding in named(findings, &[Arc::new(table)]) {
            let at = finding.at.into_iter().chain(finding.labels.into_iter().map(|label| label.at));
            prop_assert!(at.filter_map(|at| at.span).all(lies_within), "{}", finding.message);
        }
    }
}

#[test]
fn the_header_that_the_readme_gives_to_begin_with_names_only_columns_there_are() {
    let readme = include_str!("../../../README.md");
    let header = readme.split("```csv\n").nth(1).and_then(|rest| rest.lines().next()).expect("a header");
    let table = table("all.csv", &format!("{header}\n{}\n", ",".repeat(header.matches(',').count() - 1) + "x,"));
    assert_eq!(said(&table), Vec::<String>::new());
    for required in Kind::Prompt.with(schema::Columns).1 {
        assert!(header.split(',').any(|column| column == *required), "{required}");
    }
}

#[test]
fn what_is_larger_than_is_read_is_named_and_the_rest_is_read() {
    let rows: String = (0..=MOST_ROWS).map(|at| format!("p{at}\n")).collect();
    let many = table("all.csv", &format!("id\n{rows}"));
    assert_eq!(many.documents.len(), MOST_ROWS);
    assert_eq!(said(&many), ["this table has 20001 rows; 20000 are read"]);
    let long = "x".repeat(70_000);
    let wide = table("all.csv", &format!("title,body\nA,{long}\nB,short\n"));
    assert_eq!(said(&wide), ["row 2, column \"body\": this cell is longer than 32 KiB"]);
    assert_eq!(wide.documents.len(), 2);
    let list = table("all.yaml", &format!("- title: A\n  body: {long}\n- title: B\n"));
    assert_eq!(said(&list), ["this entry is longer than 64 KiB"]);
    assert_eq!(list.documents.len(), 1);
}
