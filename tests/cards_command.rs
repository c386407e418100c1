//! `homeroom cards`: decks of a site and decks put together on the command line, and what is said where it cannot be.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

use std::path::Path;
use std::process::Command;

const PROMPT: &str = "themes: [belonging]\ngrades: [6-8]\ndepth: 1\nminutes: 3\nformats: [talk]\n";

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, text).expect("a file");
    };
    write(
        "site.yaml",
        "title: Hub\nchecks: {no-base-url: off, no-contact: off}\nlanguages: {es: {title: Centro}}\nstocks:\n  - {name: ours, sheet: a4, card: [90, 60], columns: 2, rows: 4, first: [15, 20]}\n",
    );
    for (name, title) in [("smile", "What made you smile?"), ("help", "Who helped you?"), ("new", "What is new?")] {
        write(&format!("content/prompts/{name}.md"), &format!("---\ntitle: {title}\n{PROMPT}---\n"));
    }
    write("content/prompts/smile.es.md", "---\ntitle: ¿Qué te hizo sonreír?\n---\n");
    write(
        "content/cards/ours.md",
        "---\ntitle: Our deck\nlayout: cards\nstock: \"5388\"\nfrom: {themes: [belonging]}\nback: lines\n---\n",
    );
    folder
}

/// What `homeroom cards` says in `folder`, and its exit code.
fn said(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let run = Command::new(env!("CARGO_BIN_EXE_homeroom"))
        .arg("cards")
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    (said, run.status.code().expect("a code"))
}

fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF-1.7"))
}

#[test]
fn a_deck_of_the_site_is_printed_as_it_says_and_as_the_command_says_otherwise() {
    let folder = site();
    let at = |name: &str| folder.path().join(name);
    assert_eq!(said(folder.path(), &["ours"]), ("ours.pdf: 3 cards, on 1 sheet of 5388\n".to_owned(), 0));
    let again = said(folder.path(), &["ours", "--stock", "OURS", "--copies", "3", "--skip", "7", "-o", "other.pdf"]);
    assert_eq!(again, ("other.pdf: 3 cards, 3 of each, on 2 sheets of ours\n".to_owned(), 0));
    let a4 = said(folder.path(), &["ours.md", "--paper", "a4", "-o", "a4.pdf"]);
    assert_eq!(a4, ("a4.pdf: 3 cards, on 1 sheet of L7421\n".to_owned(), 0));
    assert_eq!(said(folder.path(), &["ours", "--test-sheet", "-q"]), (String::new(), 0));
    assert!(["ours.pdf", "other.pdf", "a4.pdf", "ours-test-sheet.pdf"].iter().all(|name| is_pdf(&at(name))));
    assert_eq!(said(folder.path(), &["ours"]).1, 0, "an older PDF of ours is written anew");
}

#[test]
fn a_deck_is_put_together_from_a_query() {
    let folder = site();
    let (text, code) =
        said(folder.path(), &["--theme", "belonging", "--grades", "6-8", "--depth", "1", "--limit", "2"]);
    assert_eq!((text.as_str(), code), ("cards-belonging-6-8.pdf: 2 cards, on 1 sheet of letter-quarters\n", 0));
    let (text, code) = said(folder.path(), &["--theme", "belonging", "--lang", "en,es", "--back", "translation"]);
    assert!(text.contains("no version in \"es\": \"What is new?\", \"Who helped you?\""), "{text}");
    assert_eq!(code, 0, "what is there is printed");
    let (text, code) = said(folder.path(), &["--layout", "greeting-poster", "--paper", "a4", "-o", "poster.pdf"]);
    assert_eq!((text.as_str(), code), ("poster.pdf: 1 card, on 1 sheet of a4\n", 0));
}

#[test]
fn stocks_are_listed_with_a_schools_own_first_and_without_a_site_too() {
    let folder = site();
    let (text, code) = said(folder.path(), &["--stocks"]);
    assert!(text.starts_with("ours ") && text.contains("5388") && text.contains("also 8388, 5386"), "{text}");
    assert_eq!((text.lines().count(), code), (25, 0));
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(said(empty.path(), &["--stocks"]).1, 0);
}

#[test]
fn what_cannot_be_printed_is_said_with_what_to_type_and_nothing_is_written() {
    let folder = site();
    std::fs::write(folder.path().join("notes.pdf"), "my notes").expect("a file");
    std::fs::create_dir(folder.path().join("folder")).expect("a folder");
    for (arguments, words, code) in [
        (&["our"][..], "did you mean \"ours\"?", 2),
        (&["--theme", "belongin"], "did you mean \"belonging\"?", 2),
        (&["ours", "--stock", "Avery 5338"], "did you mean \"5388\"?", 2),
        (&["ours", "--stock", "5388", "--paper", "a4"], "5388 is stock for US Letter", 2),
        (&["--theme", "belonging", "--lang", "fr"], "this site has en, es", 2),
        (&["--theme", "belonging", "--depth", "3"], "no prompt has --depth 3: leave it out", 1),
        (&["--theme", "belonging", "--depth", "deep"], "write 1 (light), 2 (personal) or 3 (vulnerable)", 2),
        (&["--layout", "hours-poster"], "name the policy with --policy", 2),
        (&["ours", "--theme", "belonging"], "leave --theme out", 2),
        (&[], "name a deck of the site", 2),
        (&["ours", "--offset", "90,0"], "the offset pushes cards off the sheet", 1),
        (&["ours", "--offset", "wide"], "0.5,-1", 2),
        (&["ours", "--duplex", "log-edge"], "long-edge", 2),
        (&["ours", "-o", "nowhere/ours.pdf"], "make the folder first", 2),
        (&["ours", "-o", "notes.pdf"], "nothing was written over it", 2),
        (&["ours", "ours"], "is named twice", 2),
        (&["ours", "--copies", "0"], "0 is not in 1..=500", 2),
    ] {
        let (text, got) = said(folder.path(), arguments);
        assert!(text.contains(words), "{arguments:?}: {text}");
        assert_eq!(got, code, "{arguments:?}: {text}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("notes.pdf")).expect("the notes"), "my notes");
    let left: Vec<String> = std::fs::read_dir(folder.path())
        .expect("the folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(left.iter().all(|name| !name.starts_with('.') && name != "ours.pdf"), "{left:?}");
}

#[test]
fn a_prompt_of_two_thousand_characters_is_named_with_the_stock_that_holds_it() {
    let folder = site();
    let long = "Why is that so, and what else? ".repeat(70);
    std::fs::write(folder.path().join("content/prompts/long.md"), format!("---\ntitle: \"{long}\"\n{PROMPT}---\n"))
        .expect("a file");
    let (text, code) = said(folder.path(), &["ours", "--stock", "5371"]);
    assert!(
        text.contains("the card \"Why is that so, and what else?") && text.contains("does not fit on 5371"),
        "{text}"
    );
    assert!(text.contains("which holds all cards"), "{text}");
    assert_eq!(code, 1);
    assert!(!folder.path().join("ours.pdf").exists());
}

#[test]
fn a_deck_whose_file_has_a_mistake_is_not_printed_as_if_it_had_none() {
    let folder = site();
    let deck = folder.path().join("content/cards/ours.md");
    let right = std::fs::read_to_string(&deck).expect("the deck");
    for (from, to) in [
        ("back: lines", "back: line"),
        ("back: lines", "copies: three"),
        ("back: lines", "duplex: long"),
        ("layout: cards", "layout: card"),
    ] {
        std::fs::write(&deck, right.replace(from, to)).expect("a file");
        let (text, code) = said(folder.path(), &["ours"]);
        assert!(code == 1 && text.contains("content/cards/ours.md:"), "{to}: {text}");
    }
    assert!(!folder.path().join("ours.pdf").exists());
}

#[test]
fn a_deck_is_found_by_its_folder_and_in_its_language() {
    let folder = site();
    let cards = folder.path().join("content/cards");
    std::fs::create_dir(cards.join("more")).expect("a folder");
    std::fs::copy(cards.join("ours.md"), cards.join("more/ours.md")).expect("a copy");
    std::fs::write(cards.join("ours.es.md"), "---\ntitle: Las nuestras\n---\n").expect("a file");
    assert_eq!(said(folder.path(), &["more/ours"]).0, "more-ours.pdf: 3 cards, on 1 sheet of 5388\n");
    let title = |name: &str| {
        let bytes = std::fs::read(folder.path().join(name)).expect("a PDF");
        String::from_utf8_lossy(&bytes).contains("Our deck")
    };
    assert!(said(folder.path(), &["ours"]).1 == 0 && title("ours.pdf"));
    assert!(said(folder.path(), &["ours.es", "-o", "es.pdf"]).1 == 0 && !title("es.pdf"));
    std::fs::rename(cards.join("ours.md"), cards.join("more/other.md")).expect("moved");
    std::fs::remove_file(cards.join("ours.es.md")).expect("removed");
    assert_eq!(said(folder.path(), &["ours", "-o", "found.pdf"]).1, 0, "by its last part, where that is one deck's");
}
