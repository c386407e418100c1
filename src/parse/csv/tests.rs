use proptest::prelude::*;

use super::*;

fn file() -> SitePath {
    SitePath::new("content/x.csv").expect("a path")
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let (sheet, _) = read(&file(), text);
    sheet.rows().map(|row| row.cells.iter().map(|cell| cell.text(text).into_owned()).collect()).collect()
}

fn said(text: &str) -> Vec<String> {
    let place = |finding: &Diagnostic| {
        let span = finding.at.as_ref().and_then(|at| at.span).expect("a place");
        format!("{} {}", span.start, finding.message)
    };
    read(&file(), text).1.iter().map(place).collect()
}

#[test]
fn every_dialect_of_a_spreadsheet_program_gives_the_same_cells() {
    let expected = vec![vec!["title", "minutes"], vec!["A, B; C", "2"], vec!["say \"hi\"\nthen", ""]];
    for text in [
        "title,minutes\n\"A, B; C\",2\n\"say \"\"hi\"\"\nthen\",\n",
        "\u{feff}title;minutes\r\n\"A, B; C\";2\r\n\"say \"\"hi\"\"\nthen\";\r\n",
        "title\tminutes\rA, B; C\t2\r\"say \"\"hi\"\"\nthen\"\t",
        "sep=;\r\ntitle;minutes\r\n\"A, B; C\";2\r\n\"say \"\"hi\"\"\nthen\";",
        "\u{feff}\"sep=|\"\ntitle|minutes\nA, B; C|2\n\"say \"\"hi\"\"\nthen\"|",
    ] {
        assert_eq!(rows(text), expected, "{text:?}");
        assert_eq!(said(text), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn a_delimiter_within_quotation_marks_does_not_count_as_one() {
    assert_eq!(read(&file(), "\"a,b,c\";d\n").0.delimiter, b';');
    assert_eq!(read(&file(), "only\n1\n").0.delimiter, b',');
    assert_eq!(read(&file(), "a,b;c\n").0.delimiter, b',');
}

#[test]
fn rows_are_numbered_as_the_spreadsheet_shows_them() {
    let text = "a,b\n\n\"1\n2\",3\nlast,4";
    let (sheet, _) = read(&file(), text);
    let at: Vec<(usize, usize)> = sheet.rows().map(|row| (row.number, row.cells.len())).collect();
    assert_eq!(at, [(1, 2), (2, 1), (3, 2), (4, 2)]);
    assert!(sheet.row(1).is_some_and(|row| row.is_blank(text)));
    assert_eq!(sheet.row(3).map(|row| &text[row.span().range()]), Some("last,4"));
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_named_where_it_opens() {
    assert_eq!(said("a,b\n1,\"two\n3,4\n"), ["6 a quotation mark opens a cell of row 2 and is never closed"]);
    assert!(!read(&file(), "a,b\n1,\"two\n3,4\n").0.is_whole);
    assert_eq!(
        said("a,b\n\"say \"hi\" now\",2\n"),
        ["9 the quotation mark here closes its cell, but the cell goes on"]
    );
}

#[test]
fn a_row_that_does_not_fit_the_header_is_named_and_empty_cells_at_its_end_are_not() {
    let text = "a;b\n1\n1;2;3\n1;2;\n1; \"2;3\"\n";
    let (sheet, _) = read(&file(), text);
    let findings: Vec<Diagnostic> =
        sheet.rows().filter_map(|row| uneven(&file(), 2, sheet.delimiter, text, row)).collect();
    let said: Vec<String> = findings
        .iter()
        .map(|finding| format!("{}: {}", finding.message, finding.help.clone().unwrap_or_default()))
        .collect();
    assert_eq!(
        said,
        [
            "row 2 has 1 cell, and the header has 2 cells: add the cells that are missing, each after a semicolon; they may be empty",
            "row 3 has 3 cells, and the header has 2 cells: put double quotes around the text that holds a semicolon",
            "row 5 has 3 cells, and the header has 2 cells: take out the blank that stands before a quotation mark",
        ]
    );
}

/// Texts in which what matters is frequent.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            Just("\""),
            Just(","),
            Just(";"),
            Just("\n"),
            Just("\r\n"),
            Just("\r"),
            Just("é"),
            Just("ab"),
            Just("\u{feff}")
        ],
        0..40,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_gives_cells_that_lie_within_it(text in prop_oneof![text(), any::<String>()]) {
        let (sheet, findings) = read(&file(), &text);
        let mut last = 0;
        for cell in sheet.rows().flat_map(|row| row.cells.to_vec()) {
            prop_assert!(last <= cell.span.start && cell.span.start <= cell.span.end, "in order");
            prop_assert!(text.get(cell.span.range()).is_some(), "on characters' borders");
            last = cell.span.end;
            for (run, at) in cell.runs(&text) {
                prop_assert_eq!(text.get(at..at + run.len()), Some(run));
            }
        }
        for finding in findings {
            let span = finding.at.and_then(|at| at.span).expect("a place");
            prop_assert!(text.get(span.range()).is_some());
        }
    }

    #[test]
    fn it_is_what_the_csv_crate_reads(text in text()) {
        let bare = text.trim_start_matches('\u{feff}');
        let (sheet, _) = read(&file(), &text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(sheet.delimiter)
            .from_reader(bare.as_bytes());
        let theirs: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("UTF-8").iter().map(str::to_owned).collect()).collect();
        // The crate passes over empty lines, which a spreadsheet shows as rows.
        let is_line = |row: &Row<'_>| row.cells.len() > 1 || row.cells[0].span.start < row.cells[0].span.end;
        let ours: Vec<Vec<String>> = sheet
            .rows()
            .filter(is_line)
            .map(|row| row.cells.iter().map(|cell| cell.text(&text).into_owned()).collect())
            .collect();
        prop_assert_eq!(ours, theirs);
    }
}
