//! `site.yaml`: what a site says of itself.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::model::brand::Colors;
use crate::model::contact::Contact;
use crate::model::language::Language;
use crate::model::paper::{OwnStock, Printer};
use crate::model::typing;
use crate::model::vocabulary::{Term, Vocabulary, VocabularyName, folded};
use crate::parse::value::Fields;
use crate::parse::{document, front_matter, yaml};
use crate::path::SitePath;
use crate::source::Span;

/// The configuration's file.
pub const FILE: &str = "site.yaml";

/// The configuration of a site.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// One sentence that says what it is for.
    pub description: Option<String>,
    /// The full address the site is published at.
    pub base_url: Option<BaseUrl>,
    /// The code of the site's own language; English unless said otherwise.
    pub language: Option<LanguageCode>,
    /// Further languages by their codes.
    pub languages: BTreeMap<LanguageCode, Translated>,
    /// The host name for GitHub Pages, where the site has a domain of its own.
    pub cname: Option<HostName>,
    /// The folder below `themes/` whose files replace those of the default theme.
    pub theme: Option<String>,
    /// The image that stands beside the site's name, below `content/`.
    pub logo: Option<String>,
    /// The colours of its own.
    pub colors: Colors,
    /// Where readers write to.
    pub contact: Option<Contact>,
    /// The words by which a student may pass a prompt.
    pub pass: Option<String>,
    /// The image that stands for a page without one where a link to it is shared, below `content/`.
    pub social_image: Option<String>,
    /// The address of the repository, for links to the source of a page.
    pub repo: Option<BaseUrl>,
    /// Whether readers can search; `false` leaves the index out.
    pub search: Option<bool>,
    /// Stocks of cards of the school's own.
    pub stocks: Vec<OwnStock>,
    /// What the school's printer is off by.
    pub print: Printer,
    /// The terms of vocabularies that differ from the usual ones.
    pub vocabularies: OwnVocabularies,
    /// The level of findings by their names.
    pub checks: BTreeMap<String, CheckLevel>,
    /// Whatever else a theme of your own wants to show.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// What a site calls itself in a further language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Translated {
    /// The site's name.
    pub title: Option<String>,
    /// The sentence that says what it is for.
    pub description: Option<String>,
    /// The words by which a student may pass a prompt.
    pub pass: Option<String>,
    /// What the words of vocabularies and the tags are called, by their words in the site's own language.
    pub terms: BTreeMap<String, String>,
}

/// The vocabularies that a site may set.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnVocabularies {
    grades: Option<Vec<Term>>,
    themes: Option<Vec<Term>>,
    competencies: Option<Vec<Term>>,
    formats: Option<Vec<Term>>,
    groups: Option<Vec<Term>>,
    sensitive: Option<Vec<Term>>,
}

/// The level a site gives to a kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckLevel {
    /// Nothing is published while there is one.
    Error,
    /// The site is published.
    Warning,
    /// Worth knowing.
    Note,
    /// It is not looked for.
    Off,
}

/// The code of a language, such as `es` or `pt-BR`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LanguageCode(pub String);

/// The full address of a site: `http` or `https`, a host, a path that ends in `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

/// The name of a host, such as `hub.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostName(pub String);

/// The configuration that `text` is, its fields, and what is wrong with it.
pub fn read(text: &str) -> (Config, Fields, Vec<Diagnostic>) {
    let file = file();
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    // Some write the fences of front matter here too.
    let (parts, _) = front_matter::split(&file, text);
    let yaml = if parts.yaml.start < parts.yaml.end { parts.yaml } else { Span::new(start, text.len()) };
    let (fields, mut findings) = yaml::fields(&file, &text[yaml.range()], yaml.start as usize);
    if fields.0.is_empty() && !findings.is_empty() {
        return (Config::default(), fields, findings);
    }
    let (_, known, unknown) = typing::split::<NoMore, Config>(&file, &fields, "site.yaml");
    findings.extend(unknown.into_iter().map(advised));
    findings.extend(typing::missing::<Config>(
        &file,
        &[&fields],
        &["title"],
        Span::new(start, start),
        "site",
        typing::Fences::None,
    ));
    let (config, mistakes) = typing::collect::<Config>(&file, known);
    findings.extend(mistakes.into_iter().map(about_repo));
    (config, fields, findings)
}

/// The path of the configuration's file.
pub fn file() -> SitePath {
    SitePath::new(FILE).expect("a file's name is a path")
}

#[derive(Deserialize)]
struct NoMore {}

impl Config {
    /// The languages of the site, its own first, the others in the order of their codes.
    pub fn all_languages(&self) -> Vec<Language> {
        let own = self.language.as_ref().map_or("en", |code| &code.0);
        let further = self.languages.keys().filter(|code| code.0 != own).map(|code| Language::further(&code.0));
        std::iter::once(Language::main(own)).chain(further).collect()
    }

    /// The site's name in `language`.
    pub fn title_in(&self, language: &Language) -> &str {
        let own = self.languages.get(&LanguageCode(language.code().to_owned())).and_then(|own| own.title.as_deref());
        own.unwrap_or(&self.title)
    }

    /// The language of the site's name in `language`, where it is not that one.
    pub fn title_language(&self, language: &Language) -> Option<&str> {
        let is_own = language.is_main() || self.translated(language).is_some_and(|own| own.title.is_some());
        (!is_own).then(|| self.language.as_ref().map_or("en", |code| &code.0))
    }

    /// The site's description in `language`.
    pub fn description_in(&self, language: &Language) -> Option<&str> {
        let own =
            self.languages.get(&LanguageCode(language.code().to_owned())).and_then(|own| own.description.as_deref());
        own.or(self.description.as_deref())
    }

    /// The words by which a student may pass, where the site has its own in `language`.
    pub fn pass_in(&self, language: &Language) -> Option<&str> {
        match self.translated(language) {
            Some(own) => own.pass.as_deref(),
            None => self.pass.as_deref(),
        }
    }

    /// What the term written as `word` is called in a further language, where the site says so.
    pub fn term_in(&self, language: &Language, word: &str) -> Option<&str> {
        let terms = &self.translated(language)?.terms;
        let same = |(one, _): &(&String, &String)| folded(one) == folded(word);
        terms.get(word).or_else(|| terms.iter().find(same).map(|(_, title)| title)).map(String::as_str)
    }

    fn translated(&self, language: &Language) -> Option<&Translated> {
        self.languages.get(&LanguageCode(language.code().to_owned())).filter(|_| !language.is_main())
    }

    /// The name of the theme.
    pub fn theme(&self) -> &str {
        self.theme.as_deref().unwrap_or("default")
    }

    /// The site's vocabularies.
    pub fn vocabularies(&self) -> BTreeMap<VocabularyName, Vocabulary> {
        let own = |name| match name {
            VocabularyName::Tags => None,
            VocabularyName::Grades => self.vocabularies.grades.clone(),
            VocabularyName::Themes => self.vocabularies.themes.clone(),
            VocabularyName::Competencies => self.vocabularies.competencies.clone(),
            VocabularyName::Formats => self.vocabularies.formats.clone(),
            VocabularyName::Groups => self.vocabularies.groups.clone(),
            VocabularyName::Sensitive => self.vocabularies.sensitive.clone(),
        };
        let titles = |word: &str| self.languages.values().filter_map(|own| own.terms.get(word).cloned()).collect();
        VocabularyName::ALL.into_iter().map(|name| (name, Vocabulary::new(name, own(name), &titles))).collect()
    }
}

impl CheckLevel {
    /// The severity it gives; `None` for off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}

impl BaseUrl {
    /// The address `text`, with a `/` at its end.
    ///
    /// # Errors
    /// Says in one line what is wrong, in a second what to write.
    pub fn parse(text: &str) -> Result<Self, String> {
        let example = "write it as https://school.github.io/hub/";
        let fail = |said: &str| Err(format!("\"{text}\" {said}\n{example}"));
        let Some((scheme, rest)) = text.trim().split_once("://") else { return fail("is no full address") };
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") {
            return fail("does not begin with http:// or https://");
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if !is_host(host.split(':').next().unwrap_or_default())
            || host.split(':').nth(1).is_some_and(|port| port.parse::<u16>().is_err())
        {
            return fail("has no host name that can be used, of letters a to z, digits, dots and hyphens");
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
        if !path.chars().all(plain)
            || path.contains("//")
            || path.starts_with('/')
            || path.split('/').any(|segment| !is_segment(segment))
        {
            return fail("holds more than a host and a plain path");
        }
        let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{scheme}://{}/{path}{slash}", host.to_lowercase())))
    }

    /// The full address, which ends in `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of the address, which begins and ends with `/`.
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host..].find('/').map_or("/", |at| &self.0[host + at..])
    }
}

/// Whether `segment` can stand in the path of an address: codes with `%` are whole, and what they mean
/// is text that goes nowhere else.
fn is_segment(segment: &str) -> bool {
    let is_code =
        |at: usize| segment.get(at + 1..at + 3).is_some_and(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
    let means = percent_encoding::percent_decode_str(segment).decode_utf8();
    segment.match_indices('%').all(|(at, _)| is_code(at))
        && means.is_ok_and(|text| {
            !matches!(&*text, "." | "..") && !text.contains(|c: char| c == '/' || c == '\\' || c.is_control())
        })
}

/// Whether `host` is the name of one: letters from a to z, digits, hyphens and dots.
pub(super) fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
}

/// Adds what the keys of other generators' configurations are called here.
fn advised(finding: Diagnostic) -> Diagnostic {
    let key = finding.message.split('"').nth(1).unwrap_or_default().to_lowercase().replace('-', "_");
    let advice = match key.as_str() {
        "baseurl" | "url" | "site_url" | "site" => "here it is \"base_url\"",
        "name" | "site_name" => "here it is \"title\"",
        "languagecode" | "defaultcontentlanguage" | "default_language" | "lang" => "here it is \"language\"",
        "site_description" | "tagline" | "subtitle" => "here it is \"description\"",
        "repo_url" | "github" | "repository" => "here it is \"repo\"",
        "params" | "custom" => "here it is \"extra\"",
        "linters" | "lint" | "rules" => "here it is \"checks\"",
        "email" | "mail" | "contact_email" | "author_email" => "here it is \"contact\"",
        "css" | "stylesheet" | "font" | "style" => {
            "write the style sheet themes/ours/static/own.css, and here `theme: ours`"
        }
        "icon" | "favicon" => "put the drawing at themes/ours/static/icon.svg, and write here `theme: ours`",
        "palette" | "color" | "colour" | "colours" | "accent" => {
            "here it is \"colors\", with \"link\" and \"header\" in it"
        }
        _ => return finding,
    };
    finding.help(advice)
}

/// Gives an example of a repository where one is asked for.
fn about_repo(finding: Diagnostic) -> Diagnostic {
    match finding.message.starts_with("\"repo\"") {
        true => finding.help("write it as https://github.com/our-school/hub"),
        false => finding,
    }
}

impl<'de> Deserialize<'de> for BaseUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for HostName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let fits = is_host(&text) && text.contains('.');
        fits.then(|| Self(text.to_lowercase())).ok_or_else(|| {
            D::Error::custom(format!("\"{text}\" is no host name\nwrite the bare name, such as hub.example.org"))
        })
    }
}

impl<'de> Deserialize<'de> for LanguageCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        document::is_language(&text).then(|| Self(text.clone())).ok_or_else(|| {
            D::Error::custom(format!("\"{text}\" is no code of a language\nwrite a code such as en, es, ar or pt-BR"))
        })
    }
}

#[cfg(test)]
mod tests;
