//! Settings: all that follows from `site.yaml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::config::{self, BaseUrl, Config};
use crate::model::language::Language;
use crate::model::paper::OwnStock;
use crate::model::vocabulary::{Vocabulary, VocabularyName, folded};
use crate::parse::value::Fields;
use crate::print::stock::Stock;
use crate::source::{Text, Tree};

/// What `site.yaml` says, and what it means for every file.
#[derive(Debug)]
pub struct Settings {
    /// What it says.
    pub config: Config,
    /// Its fields, for places.
    pub fields: Fields,
    /// The languages, the site's own first.
    pub languages: Vec<Language>,
    /// The vocabularies, without the tags, which entries bring.
    pub vocabularies: BTreeMap<VocabularyName, Arc<Vocabulary>>,
    /// The stocks of its own.
    pub stocks: Vec<Stock>,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
    /// The tags of further languages, folded, and what they are in the site's own, folded.
    tags: BTreeMap<String, String>,
    text: Option<Arc<Text>>,
    base_url: Option<BaseUrl>,
}

impl Settings {
    /// The settings of the site that `tree` is, published at `base_url` where that is given. They are
    /// `last` where nothing has changed.
    pub fn of(tree: &Tree, base_url: Option<&BaseUrl>, last: Option<&Arc<Self>>) -> Arc<Self> {
        let text = tree.text(&config::file());
        let is_same = |last: &&Arc<Self>| {
            last.base_url.as_ref() == base_url
                && last.text.as_ref().map(|text| text.digest) == text.map(|text| text.digest)
        };
        if let Some(last) = last.filter(is_same) {
            return Arc::clone(last);
        }
        let (mut config, fields, findings) = config::read(text.map_or("", |text| &text.body));
        if base_url.is_some() {
            config.base_url = base_url.cloned();
        }
        Arc::new(Self {
            languages: config.all_languages(),
            tags: translated(&config),
            vocabularies: config.vocabularies().into_iter().map(|(name, all)| (name, Arc::new(all))).collect(),
            stocks: config.stocks.iter().map(OwnStock::stock).collect(),
            config,
            fields,
            findings,
            text: text.cloned(),
            base_url: base_url.cloned(),
        })
    }

    /// The tag written as `word`, as it is compared: in the site's own language, where the site says what it
    /// is there.
    pub fn tag(&self, word: &str) -> String {
        let word = folded(word);
        self.tags.get(&word).cloned().unwrap_or(word)
    }
}

fn translated(config: &Config) -> BTreeMap<String, String> {
    let terms = config.languages.values().flat_map(|language| &language.terms);
    terms.map(|(own, title)| (folded(title), folded(own))).collect()
}
