//! Languages: their codes, their names, their direction.

use std::fmt;
use std::sync::Arc;

/// A language of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    code: Arc<str>,
    main: bool,
}

impl Language {
    /// The site's own language, whose addresses carry no prefix.
    pub fn main(code: &str) -> Self {
        Self { code: code.into(), main: true }
    }

    /// A further language, whose addresses begin with its code.
    pub fn further(code: &str) -> Self {
        Self { code: code.into(), main: false }
    }

    /// The code as BCP 47 writes it: `en`, `pt-BR`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Whether it is the site's own language.
    pub fn is_main(&self) -> bool {
        self.main
    }

    /// The direction of its script, `ltr` or `rtl`, as HTML's `dir` takes it.
    pub fn direction(&self) -> &'static str {
        let rtl = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"];
        let mut parts = self.code.split('-');
        let primary = parts.next().unwrap_or_default();
        let latin = parts.any(|part| part == "Latn" || part == "Cyrl");
        if rtl.contains(&primary) && !latin { "rtl" } else { "ltr" }
    }

    /// The language's name in itself, for a switch; its code where it is not known here.
    pub fn own_name(&self) -> &str {
        match self.code.split('-').next().unwrap_or_default() {
            "ar" => "العربية",
            "de" => "Deutsch",
            "en" => "English",
            "es" => "Español",
            "fa" => "فارسی",
            "fr" => "Français",
            "ht" => "Kreyòl ayisyen",
            "pt" => "Português",
            "ru" => "Русский",
            "so" => "Soomaali",
            "tl" => "Tagalog",
            "uk" => "Українська",
            "ur" => "اردو",
            "vi" => "Tiếng Việt",
            "zh" => "中文",
            _ => &self.code,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}
