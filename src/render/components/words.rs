//! The words and numbers that components add to a page, in the page's language.

use crate::model::collections::policy::ConductLevel;
use crate::model::components::chart::ChartKind;
use crate::render::words::{Filling, Tongue};

/// The words of one language, as components ask for them.
#[derive(Clone, Copy)]
pub struct Words<'a>(pub &'a Tongue);

impl<'a> Words<'a> {
    /// The word called `key`.
    pub fn text<'b>(&'b self, key: &'b str) -> &'b str {
        self.0.text(key)
    }

    /// The words called `key`, with texts in the places that they name.
    pub fn filled(&self, key: &str, places: &[(&str, &str)]) -> String {
        let places: Vec<(&str, Filling<'_>)> = places.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
        self.0.with(key, &places)
    }

    /// The words called `key` for so many of something.
    pub fn counted(&self, key: &str, count: usize) -> String {
        self.0.with(key, &[("count", Filling::Number(i64::try_from(count).unwrap_or(i64::MAX)))])
    }

    /// The name of a kind of charts.
    pub fn chart(&self, kind: ChartKind) -> String {
        self.0.text(&format!("chart_{}", kind.name())).to_owned()
    }

    /// The name of a level of conduct.
    pub fn level(&self, level: ConductLevel) -> String {
        self.0.text(&format!("level_{}", level_name(level))).to_owned()
    }

    /// A number in plain digits, with its unit, as the language writes both.
    pub fn measured(&self, plain: &str, unit: &str) -> String {
        let number = self.number(plain);
        match unit {
            "" => number,
            "%" => self.filled("percent", &[("number", &number)]),
            unit => self.filled("measured", &[("number", &number), ("unit", unit)]),
        }
    }

    /// A number in plain digits as the language writes it.
    fn number(&self, plain: &str) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| (self.0.text("minus"), digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let mut number = sign.to_owned();
        number.push_str(&whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.0.number(whole)));
        if !decimals.is_empty() {
            number.push_str(self.0.text("decimal"));
            number.push_str(&self.0.in_own_digits(decimals, &[]));
        }
        number
    }
}

/// The name of a level of conduct in styles and among the words.
pub fn level_name(level: ConductLevel) -> &'static str {
    match level {
        ConductLevel::Never => "never",
        ConductLevel::WithPermission => "with-permission",
        ConductLevel::Caution => "caution",
        ConductLevel::GoodPractice => "good-practice",
    }
}

#[cfg(test)]
mod tests {
    use crate::model::settings::Settings;
    use crate::path::SitePath;
    use crate::render::theme::theme;
    use crate::render::words;
    use crate::source::{Source, Text, Tree};

    #[test]
    fn numbers_with_decimals_are_written_as_their_language_writes_them() {
        let mut tree = Tree::default();
        let text = Text::new("title: Hub\nlanguages: {es: {}, ar: {}}\n".to_owned());
        tree.insert(SitePath::new("site.yaml").expect("a path"), Source::Text(text.into()));
        let settings = Settings::of(&tree, None, None);
        let words = words::Words::new(&theme(&tree, &settings).0, &settings.languages);
        let said = |code: &str, number: &str, unit: &str| {
            super::Words(words.of_code(code).expect("a language")).measured(number, unit)
        };
        assert_eq!(["en", "es", "ar"].map(|code| said(code, "1.5", "")), ["1.5", "1,5", "١٫٥"]);
        assert_eq!(
            ["en", "es", "ar"].map(|code| said(code, "-12345.50", "%")),
            ["−12,345.50%", "−12.345,50 %", "\u{61c}-١٢٬٣٤٥٫٥٠٪"]
        );
        assert_eq!(["en", "es", "ar"].map(|code| said(code, "0.5", "h")), ["0.5 h", "0,5 h", "٠٫٥ h"]);
    }
}
