//! Languages: their codes, their names, their direction.

use std::fmt;
use std::sync::Arc;

/// The languages that are written from right to left unless their code names another script.
const RTL: &[&str] = &[
    "ar", "arc", "arz", "azb", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh",
    "skr", "syr", "ug", "ur", "yi",
];

/// The scripts that are written from right to left, by ISO 15924.
const RTL_SCRIPTS: &[&str] = &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

/// What languages call themselves, by their codes, in the order of the codes. A name is here only where
/// we are sure of it: a wrong one is worse for its readers than a code.
const NAMES: &[(&str, &str)] = &[
    ("af", "Afrikaans"),
    ("ak", "Akan"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "Azərbaycanca"),
    ("be", "Беларуская"),
    ("bg", "Български"),
    ("bm", "Bamanankan"),
    ("bn", "বাংলা"),
    ("bo", "བོད་སྐད།"),
    ("bs", "Bosanski"),
    ("ca", "Català"),
    ("cak", "Kaqchikel"),
    ("ceb", "Cebuano"),
    ("ch", "Finu’ Chamoru"),
    ("chk", "Foosun Chuuk"),
    ("chr", "ᏣᎳᎩ"),
    ("ckb", "کوردیی ناوەندی"),
    ("cnh", "Lai holh"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("din", "Thuɔŋjäŋ"),
    ("ee", "Eʋegbe"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fa-AF", "دری"),
    ("fi", "Suomi"),
    ("fil", "Filipino"),
    ("fj", "Na Vosa Vakaviti"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("gn", "Avañeʼẽ"),
    ("gu", "ગુજરાતી"),
    ("ha", "Hausa"),
    ("haw", "ʻŌlelo Hawaiʻi"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hmn", "Hmoob"),
    ("hr", "Hrvatski"),
    ("ht", "Kreyòl ayisyen"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("id", "Bahasa Indonesia"),
    ("ig", "Asụsụ Igbo"),
    ("ik", "Iñupiatun"),
    ("ilo", "Ilokano"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kar", "ကညီကျိာ်"),
    ("kea", "Kabuverdianu"),
    ("kek", "Q’eqchi’"),
    ("kjb", "Q’anjob’al"),
    ("kk", "Қазақша"),
    ("km", "ភាសាខ្មែរ"),
    ("kn", "ಕನ್ನಡ"),
    ("ko", "한국어"),
    ("kri", "Krio"),
    ("ksw", "ကညီကျိာ်"),
    ("ku", "Kurdî"),
    ("ky", "Кыргызча"),
    ("lkt", "Lakȟótiyapi"),
    ("ln", "Lingála"),
    ("lo", "ລາວ"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mam", "Qyol Mam"),
    ("mg", "Malagasy"),
    ("mh", "Kajin M̧ajeļ"),
    ("mi", "Te reo Māori"),
    ("mk", "Македонски"),
    ("ml", "മലയാളം"),
    ("mn", "Монгол"),
    ("mr", "मराठी"),
    ("ms", "Bahasa Melayu"),
    ("mww", "Hmoob Dawb"),
    ("my", "မြန်မာဘာသာ"),
    ("nb", "Norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("nus", "Thok Nath"),
    ("nv", "Diné bizaad"),
    ("oj", "Anishinaabemowin"),
    ("om", "Afaan Oromoo"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pa-Arab", "پنجابی"),
    ("pdc", "Deitsch"),
    ("pl", "Polski"),
    ("pon", "Lokaiahn Pohnpei"),
    ("prs", "دری"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("qu", "Runa Simi"),
    ("quc", "K’iche’"),
    ("rhg", "Ruáingga"),
    ("rn", "Ikirundi"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("rw", "Ikinyarwanda"),
    ("si", "සිංහල"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sm", "Gagana Sāmoa"),
    ("sn", "chiShona"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("sr-Latn", "Srpski"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("tg", "Тоҷикӣ"),
    ("th", "ไทย"),
    ("ti", "ትግርኛ"),
    ("tl", "Tagalog"),
    ("to", "Lea faka-Tonga"),
    ("tr", "Türkçe"),
    ("tw", "Twi"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("uz", "Oʻzbekcha"),
    ("vi", "Tiếng Việt"),
    ("wo", "Wolof"),
    ("yi", "ייִדיש"),
    ("yo", "Yorùbá"),
    ("yua", "Maaya t’aan"),
    ("yue", "粵語"),
    ("zh", "中文"),
    ("zh-CN", "简体中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("zh-TW", "繁體中文"),
    ("zu", "isiZulu"),
];

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
        let mut parts = self.code.split('-');
        let primary = parts.next().unwrap_or_default();
        let is_rtl = match parts.next() {
            Some(script) if script.len() == 4 => RTL_SCRIPTS.contains(&script),
            // Punjabi and Uzbek change their script at a border.
            Some("PK") if primary == "pa" => true,
            Some("AF") if primary == "uz" => true,
            _ => RTL.contains(&primary),
        };
        if is_rtl { "rtl" } else { "ltr" }
    }

    /// The language's name in itself, for a switch; its code where it is not known here.
    pub fn own_name(&self) -> &str {
        let primary = self.code.split('-').next().unwrap_or_default();
        let named = |code: &str| NAMES.binary_search_by_key(&code, |(code, _)| *code).ok().map(|at| NAMES[at].1);
        named(&self.code).or_else(|| named(primary)).unwrap_or(&self.code)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_the_whole_code_or_its_first_part() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0), "the names stand in the order of their codes, each once");
        let name = |code: &str| Language::further(code).own_name().to_owned();
        let named = ["es-MX", "zh-Hant", "zh-SG", "fa", "fa-AF", "ksw", "xx"].map(name);
        assert_eq!(named, ["Español", "繁體中文", "中文", "فارسی", "دری", "ကညီကျိာ်", "xx"]);
    }

    #[test]
    fn the_direction_is_that_of_the_script() {
        let direction = |code: &str| Language::further(code).direction();
        for rtl in ["ar", "ar-EG", "he", "ps", "prs", "ckb", "fa-AF", "pa-Arab", "pa-PK", "ku-Arab", "uz-AF"] {
            assert_eq!(direction(rtl), "rtl", "{rtl}");
        }
        for ltr in ["en", "pa", "ku", "ar-Latn", "az-Cyrl", "uz", "zh-Hant", "so"] {
            assert_eq!(direction(ltr), "ltr", "{ltr}");
        }
    }
}
