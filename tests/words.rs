//! The words of the interface are the same ones in every language of the program, and fit what is filled in.
#![expect(clippy::disallowed_methods, reason = "a test reads the files of words")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use homeroom::day::Day;
use homeroom::model::settings::Settings;
use homeroom::model::vocabulary::VocabularyName;
use homeroom::path::SitePath;
use homeroom::render::theme::theme;
use homeroom::render::words::{Filling, Words};
use homeroom::source::{Source, Text, Tree};

/// The files of words, by their codes.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/languages");
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let named = files.map(|path| {
        let code = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (code, std::fs::read_to_string(path).expect("a text"))
    });
    named.collect()
}

/// The messages of a file in their order: the name, and what follows it up to the next one.
fn messages(text: &str) -> Vec<(&str, String)> {
    let mut messages: Vec<(&str, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let Some((name, words)) = line.split_once(" =").filter(|_| begins) {
            messages.push((name, words.to_owned()));
        } else if let Some((_, words)) = messages.last_mut() {
            words.push_str(line);
        }
    }
    messages
}

/// The variables that are filled in somewhere in `words`.
fn variables(words: &str) -> BTreeSet<&str> {
    let names = words.split('$').skip(1);
    names.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()).collect()
}

/// The words of a site in English, Spanish and Arabic.
fn words() -> Words {
    let mut tree = Tree::default();
    let file = SitePath::new("site.yaml").expect("a path");
    let text = "title: Hub\nlanguages: {es: {}, ar: {}}\n";
    tree.insert(file, Source::Text(Arc::new(Text::new(text.to_owned()))));
    let settings = Settings::of(&tree, None, None);
    let (theme, findings) = theme(&tree, &settings);
    assert!(findings.is_empty(), "{findings:?}");
    Words::new(&theme, &settings.languages)
}

#[test]
fn every_language_has_the_words_of_the_english_file_in_its_order_and_fills_in_the_same() {
    let files = files();
    let english = messages(&files["en"]);
    assert!(files.len() > 2 && english.len() > 200, "the files were not read");
    for (code, text) in &files {
        let own: Vec<_> = messages(text).into_iter().filter(|(name, _)| !name.starts_with("term_")).collect();
        let names = |list: &[(&str, String)]| list.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&own), names(&english), "{code}.ftl");
        for ((name, own), (_, english)) in own.iter().zip(&english) {
            assert_eq!(variables(own), variables(english), "{name} in {code}.ftl");
            let blank = |words: &str| words.trim().is_empty() || words.ends_with(' ');
            assert!(!blank(own), "{name} in {code}.ftl is empty or ends in blanks, which are cut off");
        }
    }
}

#[test]
fn each_further_language_names_every_usual_term() {
    let tree = Tree::default();
    let vocabularies = Settings::of(&tree, None, None).config.vocabularies();
    let usual: BTreeSet<String> = VocabularyName::ALL
        .into_iter()
        .flat_map(|name| {
            vocabularies[&name].terms().iter().map(move |term| format!("term_{}_{}", name.slug(), term.id))
        })
        .collect();
    assert!(usual.contains("term_grades_12") && usual.contains("term_sensitive_grief"), "{usual:?}");
    for (code, text) in files().iter().filter(|(code, _)| *code != "en") {
        let named = messages(text).into_iter().map(|(name, _)| name.to_owned());
        let named: BTreeSet<String> = named.filter(|name| name.starts_with("term_")).collect();
        assert_eq!(named, usual, "{code}.ftl");
    }
}

#[test]
fn numbers_take_the_form_that_their_language_has_for_them() {
    let words = words();
    let said = |code: &str, key: &str, count: i64| {
        let filled = [("count", Filling::Number(count)), ("stock", Filling::Text("5371"))];
        words.of_code(code).expect("a language").with(key, &filled)
    };
    let counts = [0, 1, 2, 3, 11, 100, 102, 1000];
    assert_eq!(
        counts.map(|count| said("ar", "minutes", count)),
        ["أقل من دقيقة", "دقيقة واحدة", "دقيقتان", "٣ دقائق", "١١ دقيقة", "١٠٠ دقيقة", "١٠٢ دقيقة", "١٬٠٠٠ دقيقة"]
    );
    assert_eq!(
        counts.map(|count| said("ar", "entries", count)),
        ["لا مواد بعد", "مادة واحدة", "مادتان", "٣ مواد", "١١ مادة", "١٠٠ مادة", "١٠٢ مادة", "١٬٠٠٠ مادة"]
    );
    let sheets = [1, 2, 8].map(|count| said("ar", "printed_on", count));
    assert_eq!(sheets, ["5371، واحدة في كل ورقة", "5371، اثنتان في كل ورقة", "5371، ٨ في كل ورقة"]);
    let minutes = [0, 1, 2, 1000, 10_000].map(|count| said("es", "minutes", count));
    assert_eq!(minutes, ["0 minutos", "1 minuto", "2 minutos", "1000 minutos", "10.000 minutos"]);
    assert_eq!([1, 8].map(|count| said("es", "printed_on", count)), ["5371, una por hoja", "5371, 8 por hoja"]);
}

#[test]
fn days_and_grades_are_said_as_their_language_says_them() {
    let words = words();
    let of = |code: &str| words.of_code(code).expect("a language");
    let day = Day::parse("2026-05-03").expect("a day");
    assert_eq!(["en", "es", "ar"].map(|code| of(code).day(day)), ["3 May 2026", "3 de mayo de 2026", "٣ مايو ٢٠٢٦"]);
    let ids = ["PreK", "K", "1", "2", "3", "4", "5"];
    let grades = |code: &str| {
        let name = |at: usize| of(code).find(&format!("term_grades_{}", ids[at]));
        let all = [&[1][..], &[3], &[2, 3], &[3, 4, 5], &[0, 1], &[1, 2, 3], &[2, 4, 5, 6], &[1, 3, 4], &[0, 1, 2, 5]];
        all.map(|at| of(code).grades(at, &ids, &name)).join("; ")
    };
    assert_eq!(
        grades("en"),
        "Grade K; Grade 2; Grades 1–2; Grades 2–4; Grades PreK–K; Grades K–2; Grades 1, 3–5; Grades K, 2–3; Grades PreK–1, 4"
    );
    assert_eq!(
        grades("es"),
        "Kínder; Grado 2; Grados 1 y 2; Grados 2 a 4; Prekínder y Kínder; Kínder a 2.º grado; Grados 1, 3 a 5; \
         Kínder, grados 2 y 3; Prekínder a 1.er grado, grado 4"
    );
    assert_eq!(
        grades("ar"),
        "الروضة; الصف ٢; الصفان ١ و٢; الصفوف من ٢ إلى ٤; ما قبل الروضة والروضة; من الروضة إلى الصف الثاني; \
         الصفوف ١، من ٣ إلى ٥; الروضة، الصفان ٢ و٣; من ما قبل الروضة إلى الصف الأول، الصف ٤"
    );
}

#[test]
fn what_someone_wrote_keeps_its_digits_within_arabic_words() {
    let words = words();
    let arabic = words.of_code("ar").expect("a language");
    let filled = [("title", Filling::Text("مقابلة 2x10")), ("number", Filling::Figures("2"))];
    assert_eq!(arabic.with("numbered", &filled), "مقابلة 2x10 (٢)");
    assert_eq!(arabic.with("policy_number", &[("number", Filling::Text("KH-12"))]), "رقم KH-12");
    assert_eq!(arabic.with("week", &[("number", Filling::Number(12))]), "الأسبوع ١٢");
}

#[test]
fn lists_of_a_page_are_numbered_in_the_digits_of_its_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |path: &str, text: &str| {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().expect("a folder")).and_then(|()| std::fs::write(place, text))
    };
    put("site.yaml", "title: Hub\nlanguages: {ar: {}}\n").expect("written");
    put("content/_index.md", "# Hub\n").expect("written");
    put("content/_index.ar.md", "# Hub\n\n1. a\n").expect("written");
    let program = env!("CARGO_BIN_EXE_homeroom");
    let run = std::process::Command::new(program).args(["build", "-q"]).current_dir(&folder).status();
    assert!(run.expect("the program runs").success());
    let read = |path: &str| std::fs::read_to_string(folder.path().join("public").join(path)).expect("a page");
    assert!(read("ar/index.html").contains("<html lang=\"ar\" dir=\"rtl\" data-counters=\"arabic-indic\">"));
    assert!(read("index.html").contains("<html lang=\"en\" dir=\"ltr\">"));
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static/style.css");
    let style = std::fs::read_to_string(style).expect("a style sheet");
    for (code, text) in files() {
        let messages = messages(&text);
        let (_, counters) = messages.iter().find(|(name, _)| *name == "counters").expect("the words are there");
        let counters = counters.trim();
        assert!(counters == "decimal" || style.contains(&format!("[data-counters=\"{counters}\"]")), "{code}.ftl");
    }
}
