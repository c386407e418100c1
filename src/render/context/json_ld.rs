//! What a page says of itself in the words of schema.org (JSON-LD 1.1), for search engines and for the
//! catalogues of teaching material.
//!
//! Guides and prompts are learning resources; a policy is an article, and its scenarios are questions
//! with answers; a playbook's chapter is an article too, since what it asks for takes weeks and people,
//! and a `HowTo` is a recipe. Whatever else an entry is, it is an article.

mod schema;

use crate::model::claim::Claim;
use crate::model::collections::Detail;
use crate::model::collections::policy::{Policy, Scenario};
use crate::model::entry::{Entry, EntryIndex, Role};
use crate::model::route::{Edition, Route, fragment};
use crate::model::vocabulary::VocabularyName;
use crate::render::context::entry::above;
use crate::render::context::head::{Picture, full};
use crate::render::context::named::Named as Names;
use schema::{Answer, Crumb, Crumbs, Document, Named, Node, Question, Questions, Work};

/// The text of a page's `<script type="application/ld+json">`, in which nothing can end the element;
/// `None` where a page only lists what other pages say. Addresses need a `base_url`.
pub fn text(names: &Names<'_>, route: &Route, claim: &Claim, image: Option<&Picture<'_>>) -> Option<String> {
    let site = names.site;
    let graph = match claim {
        Claim::Entry(at) if site.entry(*at).role == Role::Entry => entry(names, *at, image),
        Claim::Entry(at) => section(names, route, &site.entry(*at).section, Some(*at)),
        Claim::Section(_, folder) => section(names, route, folder, None),
        _ => return None,
    };
    let document = Document { context: "https://schema.org", graph };
    serde_json::to_string(&document).ok().map(|text| unbreakable(&text))
}

fn entry<'a>(names: &Names<'a>, at: EntryIndex, image: Option<&'a Picture<'_>>) -> Vec<Node<'a>> {
    let site = names.site;
    let entry = site.entry(at);
    let url = full(site, entry.route());
    let title = entry.common.title.as_str();
    let mut work = Work {
        kind: "Article",
        name: title,
        headline: Some(title),
        description: entry.common.summary.as_deref(),
        in_language: entry.language.code(),
        educational_level: names.grades(entry),
        teaches: titles(names, entry, VocabularyName::Competencies),
        about: things(titles(names, entry, VocabularyName::Themes)),
        keywords: titles(names, entry, VocabularyName::Tags),
        image: image.map(|image| image.url.as_str()),
        date_published: entry.common.date,
        date_modified: site.changed(entry),
        author: Some(whole(names, "Organization")),
        is_accessible_for_free: true,
        is_part_of: Some(whole(names, "WebSite")),
        ..Work::default()
    };
    match &*entry.detail {
        Detail::Guide(guide) => {
            learning(
                &mut work,
                names.words.text("resource_guide"),
                guide.minutes.as_ref().and_then(|minutes| minutes.each),
            );
        }
        Detail::Prompt(prompt) => learning(&mut work, names.words.text("resource_prompt"), Some(prompt.minutes)),
        _ => {}
    }
    let questions = match &*entry.detail {
        Detail::Policy(policy) => questions(entry, policy, url.as_deref()),
        _ => None,
    };
    let crumbs = crumbs(names, entry.route(), &entry.section, title);
    work.url = url;
    [Node::Work(Box::new(work))].into_iter().chain(questions).chain(crumbs).collect()
}

/// Makes `work` a learning resource that takes `minutes`.
fn learning<'a>(work: &mut Work<'a>, kind: &'a str, minutes: Option<u16>) {
    work.kind = "LearningResource";
    work.headline = None;
    work.learning_resource_type = Some(kind);
    // A duration of ISO 8601.
    work.time_required = minutes.filter(|minutes| *minutes > 0).map(|minutes| format!("PT{minutes}M"));
}

/// The page of a folder; the one of the home page stands for the site.
fn section<'a>(names: &Names<'a>, route: &Route, folder: &'a str, own: Option<EntryIndex>) -> Vec<Node<'a>> {
    let (site, language) = (names.site, names.language);
    let is_home = folder.is_empty();
    let own = own.map(|at| site.entry(at));
    let config = &site.settings.config;
    let section = site.sections.get(&(language.clone(), folder.to_owned()));
    let title = own
        .map(|entry| entry.common.title.as_str())
        .or_else(|| section.map(|section| names.section(folder, section).0));
    let title = title.filter(|_| !is_home).unwrap_or(config.title_in(language));
    let summary = own.and_then(|entry| entry.common.summary.as_deref());
    let work = Work {
        kind: if is_home { "WebSite" } else { "CollectionPage" },
        name: title,
        description: if is_home { config.description_in(language).or(summary) } else { summary },
        url: full(site, route),
        in_language: language.code(),
        is_accessible_for_free: true,
        is_part_of: (!is_home).then(|| whole(names, "WebSite")),
        ..Work::default()
    };
    let crumbs = crumbs(names, route, folder, title).filter(|_| !is_home);
    [Node::Work(Box::new(work))].into_iter().chain(crumbs).collect()
}

/// The site by its name, as a thing of the type `kind`.
fn whole<'a>(names: &Names<'a>, kind: &'static str) -> Named<'a> {
    let config = &names.site.settings.config;
    Named { kind, name: config.title_in(names.language), url: config.base_url.as_ref().map(|base| base.as_str()) }
}

fn titles<'a>(names: &Names<'a>, entry: &Entry, name: VocabularyName) -> Vec<&'a str> {
    let positions = entry.terms.get(&name).map(Vec::as_slice).unwrap_or_default();
    positions.iter().map(|at| names.term(name, &names.site.vocabularies[&name].terms()[*at]).0).collect()
}

fn things(names: Vec<&str>) -> Vec<Named<'_>> {
    names.into_iter().map(|name| Named { kind: "Thing", name, url: None }).collect()
}

/// The scenarios of a policy: what happens and what is asked, what to do and why.
fn questions<'a>(entry: &Entry, policy: &Policy, page: Option<&str>) -> Option<Node<'a>> {
    if policy.scenarios.is_empty() {
        return None;
    }
    let anchors = entry.anchors();
    let id = |name: String| anchors.iter().find(|(anchor, _)| *anchor == name).map(|(_, id)| id.as_str());
    let question = |scenario: &Scenario| Question {
        kind: "Question",
        name: sentences(&[&scenario.situation, &scenario.question]),
        url: page.zip(id(format!("scenario-{}", scenario.id))).map(|(page, id)| [page, "#", &fragment(id)].concat()),
        accepted_answer: Answer { kind: "Answer", text: sentences(&[&scenario.action, &scenario.why]) },
    };
    Some(Node::Questions(Questions { kind: "FAQPage", main_entity: policy.scenarios.iter().map(question).collect() }))
}

fn sentences(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The way from the home page down to the page at `route`; `None` without a `base_url`.
fn crumbs<'a>(names: &Names<'_>, route: &Route, folder: &str, title: &str) -> Option<Node<'a>> {
    let site = names.site;
    let base = site.settings.config.base_url.as_ref()?;
    let above = above(names, Some(route), folder, Edition::Web);
    let above = above.into_iter().map(|link| (link.title, [base.as_str(), &link.path].concat()));
    let own = (title.to_owned(), full(site, route)?);
    let crumb =
        |(at, (name, item)): (usize, (String, String))| Crumb { kind: "ListItem", position: at + 1, name, item };
    let item_list_element = above.chain([own]).enumerate().map(crumb).collect();
    Some(Node::Crumbs(Crumbs { kind: "BreadcrumbList", item_list_element }))
}

/// `json` without a character that could end or open an element or a comment, or that older scripts
/// take for the end of a line: each is written as its number, which means the same.
fn unbreakable(json: &str) -> String {
    let number = |c: char| match c {
        '<' => "\\u003c",
        '>' => "\\u003e",
        '&' => "\\u0026",
        '\u{2028}' => "\\u2028",
        _ => "\\u2029",
    };
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    let mut rest = json;
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        let mut after = rest[at..].chars();
        out.push_str(&rest[..at]);
        out.extend(after.next().map(number));
        rest = after.as_str();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::unbreakable;

    #[test]
    fn nothing_in_a_text_ends_the_element_and_the_text_stays_the_same() {
        let text = "</script><!-- & \u{2028}\u{2029} <b> \"quoted\" \\ é";
        let json = serde_json::to_string(text).expect("JSON");
        let safe = unbreakable(&json);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("JSON"), text);
    }
}
