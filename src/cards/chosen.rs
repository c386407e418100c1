//! What is printed of prompts that a reader chooses: for the theme's script, which lays them on sheets.

use serde_json::{Value, json};

use crate::cards::Speak;
use crate::model::collections::Detail;
use crate::model::collections::prompt::{Disclosure, Prompt};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::query::Query;
use crate::model::route::Edition;
use crate::model::shard::{shard, shards};
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::print::icon::Icon;
use crate::print::svg;

/// The prompts of the library in `language`, by the files that hold them.
pub fn sorted(site: &Site, language: &Language) -> Vec<Vec<EntryIndex>> {
    let mut sorted = vec![Vec::new(); shards(site)];
    for at in Query::default().select(site, language) {
        sorted[shard(site, site.entry(at))].push(at);
    }
    sorted
}

/// What is printed of `prompts`, by their names in decks.
pub fn cards(site: &Site, speak: &dyn Speak, prompts: &[EntryIndex]) -> Value {
    let card = |at: &EntryIndex| {
        let entry = site.entry(*at);
        let Detail::Prompt(prompt) = &*entry.detail else { return None };
        let name = entry.id.rsplit('/').next().unwrap_or_default().to_owned();
        Some((name, card(site, speak, entry, prompt)))
    };
    Value::Object(prompts.iter().filter_map(card).collect())
}

fn card(site: &Site, speak: &dyn Speak, entry: &Entry, prompt: &Prompt) -> Value {
    let language = &entry.language;
    let others = site.translations_of(entry).iter().map(|at| site.entry(*at));
    let others = others.filter(|other| other.language != *language);
    let texts: Vec<Value> = std::iter::once(entry).chain(others).filter_map(|one| said(speak, one)).collect();
    let theme = entry.terms.get(&VocabularyName::Themes).and_then(|terms| terms.first()).copied();
    let shape = theme.map(|theme| {
        #[expect(clippy::cast_possible_truncation, reason = "which of twelve shapes")]
        let (path, is_filled) = svg::shape(Icon::Theme((theme % 12) as u8));
        json!({ "path": path, "filled": is_filled })
    });
    let depth = speak.say(language, &format!("depth_{}", prompt.depth.0), &[]);
    let facts: Vec<String> =
        [speak.grades(language, entry), depth].into_iter().filter(|fact| !fact.is_empty()).collect();
    let base = site.settings.config.base_url.as_ref();
    let address = base.map(|base| format!("{}{}", base.as_str(), entry.route().address(Edition::Web)));
    let code = address.as_deref().and_then(svg::code).map(|(size, path)| json!({ "size": size, "path": path }));
    let duty = (prompt.disclosure == Disclosure::High).then(|| speak.say(language, "card_duty", &[]));
    json!({
        "texts": texts,
        "theme": theme.map(|theme| speak.theme(language, theme)),
        "shape": shape,
        "facts": facts.join(" · "),
        "duty": duty,
        "address": address,
        "code": code,
    })
}

/// A prompt in one language.
fn said(speak: &dyn Speak, entry: &Entry) -> Option<Value> {
    let Detail::Prompt(prompt) = &*entry.detail else { return None };
    let language = &entry.language;
    Some(json!({
        "lang": language.code(),
        "dir": language.direction(),
        "title": entry.common.title,
        "asks": prompt.follow_ups,
        "ask": speak.say(language, "follow_ups", &[]),
        "more": speak.say(language, "card_code", &[]),
    }))
}
