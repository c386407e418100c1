//! Which part of a query empties it.

use crate::model::language::Language;
use crate::model::query::Query;
use crate::model::site::Site;

/// What to leave out of a query that finds nothing.
pub fn emptied(site: &Site, query: &Query, language: &Language) -> String {
    let found = |query: &Query| query.select(site, language).len();
    let mut alone: Vec<String> = Vec::new();
    let mut without: Vec<(String, usize)> = Vec::new();
    for (flag, only, rest) in parts(query) {
        if found(&only) == 0 {
            alone.push(flag.clone());
        }
        without.push((flag, found(&rest)));
    }
    if !alone.is_empty() {
        return format!(
            "no prompt has {}: leave {} out",
            alone.join(" or "),
            if alone.len() == 1 { "it" } else { "them" }
        );
    }
    let best: Vec<String> = without
        .into_iter()
        .filter(|(_, found)| *found > 0)
        .map(|(flag, found)| format!("without {flag} there are {found}"))
        .collect();
    match best.is_empty() {
        false => best.join(", "),
        true => "no two of these go together; leave some of them out".to_owned(),
    }
}

/// Each part that asks for something: as it is written, the query of it alone, and the query without it.
fn parts(query: &Query) -> Vec<(String, Query, Query)> {
    let mut parts = Vec::new();
    let mut part = |flag: String, take: &dyn Fn(&mut Query, &Query)| {
        let (mut only, mut rest) = (Query::default(), query.clone());
        take(&mut only, query);
        take(&mut rest, &Query::default());
        parts.push((flag, only, rest));
    };
    type List = fn(&mut Query) -> &mut Vec<String>;
    let lists: [(&str, List); 6] = [
        ("theme", |query| &mut query.themes),
        ("grades", |query| &mut query.grades),
        ("group", |query| &mut query.group),
        ("answer-by", |query| &mut query.formats),
        ("skill", |query| &mut query.competencies),
        ("tag", |query| &mut query.tags),
    ];
    for (name, of) in lists {
        let words = of(&mut query.clone()).clone();
        if !words.is_empty() {
            let take = move |into: &mut Query, from: &Query| *of(into) = of(&mut from.clone()).clone();
            part(format!("--{name} {}", words.join(",")), &take);
        }
    }
    if !query.depth.is_empty() {
        let depths: Vec<String> = query.depth.iter().map(|depth| depth.0.to_string()).collect();
        part(format!("--depth {}", depths.join(",")), &|into, from| into.depth.clone_from(&from.depth));
    }
    if let Some(minutes) = query.minutes {
        part(format!("--minutes {minutes}"), &|into, from| into.minutes = from.minutes);
    }
    if !query.kind.is_empty() {
        part("--kind".to_owned(), &|into, from| into.kind.clone_from(&from.kind));
    }
    parts
}
