//! How findings are shown: in which form, with which texts at hand.

use crate::diagnostic::text::Texts;
use crate::diagnostic::{Diagnostic, github, human, json, short};

/// The form in which findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With the lines of the source, for people.
    Human,
    /// One line each.
    Short,
    /// One JSON value.
    Json,
    /// GitHub's workflow commands, which become remarks in a pull request.
    Github,
}

/// `findings` in the form `form`; empty where there are none (JSON: an empty list).
pub fn show(findings: &[Diagnostic], form: Form, texts: &Texts<'_>) -> String {
    match form {
        Form::Human => findings.iter().map(|finding| human::show(finding, texts)).collect(),
        Form::Short => findings.iter().map(|finding| short::show(finding, texts)).collect(),
        Form::Json => json::show(findings, texts),
        Form::Github => findings.iter().map(|finding| github::show(finding, texts)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SitePath;
    use crate::source::Span;

    crate::codes! {
        /// A code for this test.
        TRIAL = "trial", Error, Adjustable;
    }

    fn shown(form: Form) -> String {
        let text = "title: x\nsummary: añb\u{1b}[31m\n";
        let path = SitePath::new("content/a b.md").expect("a path");
        let finding =
            Diagnostic::new(&TRIAL, "a \"thing\"\u{1b}, 100 % wrong").at(&path, Span::new(18, 22)).help("type\nthis");
        show(&[finding], form, &|_| Some(text))
    }

    #[test]
    fn each_form_names_file_line_column_and_help_without_control_characters() {
        assert_eq!(
            shown(Form::Short),
            "content/a b.md:2:10: error[trial]: a \"thing\"\\u{1b}, 100 % wrong (type this)\n"
        );
        assert_eq!(
            shown(Form::Github),
            "::error file=content/a b.md,line=2,col=10,endLine=2,endColumn=13,title=trial::a \"thing\"\\u{1b}, 100 %25 wrong (type this)\n"
        );
        let value: serde_json::Value = serde_json::from_str(&shown(Form::Json)).expect("JSON");
        assert_eq!(value[0]["line"], 2);
        assert_eq!(value[0]["column"], 10);
        assert_eq!(value[0]["code"], CODES[0].name);
        let human = shown(Form::Human);
        let bare = anstream::adapter::strip_str(&human).to_string();
        assert!(bare.contains("content/a b.md:2:10") && bare.contains("summary: añb"), "{bare}");
        assert!(!bare.contains('\u{1b}'), "{bare:?}");
    }
}
