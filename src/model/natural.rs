//! Natural order: how people sort titles, each language in its own way.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use unicode_normalization::UnicodeNormalization;

use crate::model::language::Language;

/// What texts of one language sort by.
#[derive(Debug)]
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// How texts in `language` sort (the Unicode Collation Algorithm, with what CLDR says of the language).
    pub fn of(language: &Language) -> Self {
        let preferences = |locale: Locale| {
            let mut preferences = CollatorPreferences::from(locale);
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            preferences
        };
        let own = preferences(language.code().parse().unwrap_or(Locale::UNKNOWN));
        let known = CollatorBorrowed::try_new(own, CollatorOptions::default());
        Self(known.expect("what languages sort by is compiled in"))
    }

    /// A key by which texts sort as people expect: first without regard to case, accents and punctuation,
    /// and with numbers by their value, so that "Grade 2" comes before "Grade 10".
    pub fn key(&self, text: &str) -> Vec<u8> {
        let is_kept = |c: &char| c.is_alphanumeric() || *c == ' ' || unicode_normalization::char::is_combining_mark(*c);
        let plain: String = text.chars().filter(is_kept).collect();
        let mut key = Vec::with_capacity(plain.len() * 2 + 8);
        match self.0.write_sort_key_to(plain.trim(), &mut key) {
            Ok(()) => key,
            Err(never) => match never {},
        }
    }
}

/// The key of one text; see [`Collation::key`].
pub fn key(text: &str, language: &Language) -> Vec<u8> {
    Collation::of(language).key(text)
}

/// The group of a long list that a title belongs to: its first letter without accents, or `#` where it
/// begins with a number or has none. In Spanish, Ñ is a letter of its own.
pub fn initial(title: &str, language: &Language) -> String {
    let first = title.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic());
    let Some(first) = first else { return "#".to_owned() };
    let is_own = matches!(first, 'ñ' | 'Ñ') && language.code().starts_with("es");
    let base = if is_own { first } else { std::iter::once(first).nfd().next().unwrap_or(first) };
    base.to_uppercase().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'a>(code: &str, titles: &[&'a str]) -> Vec<&'a str> {
        let collation = Collation::of(&Language::main(code));
        let mut titles = titles.to_vec();
        titles.sort_by_cached_key(|title| collation.key(title));
        titles
    }

    #[test]
    fn titles_sort_as_people_expect() {
        let titles = ["Grade 10", "grade 2", "Éclair", "eagle", "“Enough”", "Zoo", "Grade 02b"];
        assert_eq!(sorted("en", &titles), ["eagle", "Éclair", "“Enough”", "grade 2", "Grade 02b", "Grade 10", "Zoo"]);
        let english = Language::main("en");
        assert_eq!(initial("“Élan”", &english), "E");
        assert_eq!(initial("50 minutes", &english), "#");
        assert_eq!(initial("…", &english), "#");
    }

    #[test]
    fn each_language_sorts_in_its_own_way() {
        assert_eq!(sorted("es", &["ñandú", "nube", "oso", "nadar"]), ["nadar", "nube", "ñandú", "oso"]);
        assert_eq!(sorted("en", &["ñandú", "nube", "oso", "nadar"]), ["nadar", "ñandú", "nube", "oso"]);
        assert_eq!(sorted("ar", &["ياسمين", "أمل", "باب"]), ["أمل", "باب", "ياسمين"]);
        assert_eq!(initial("ñandú", &Language::further("es")), "Ñ");
        assert_eq!(initial("أمل", &Language::further("ar")), "ا");
    }
}
