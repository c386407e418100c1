//! Documents → site.
//!
//! 1. [`place`] tells each document's kind, folder, language and address.
//! 2. [`typed_entry`] gives its fields their types; a translation's lie over the original's.
//! 3. [`held`] keeps back what is not to be published now.
//! 4. [`crate::model::gather`] fills vocabularies, sections and translations.
//! 5. [`crate::model::gather::link`] resolves links and relations, both ways, and finds the assets in use.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::model::collections::common::Common;
use crate::model::collections::{Collection, Detail, Kind, guide, page, playbook, policy, prompt};
use crate::model::config;
use crate::model::entry::{Entry, EntryIndex, Role};
use crate::model::place::{Placed, in_words, place, surroundings};
use crate::model::route::{Place, Route, slug};
use crate::model::site::{Node, Site};
use crate::model::{codes, gather, typing};
use crate::parse::document::Document;
use crate::parse::typed::Step;
use crate::parse::value::Fields;
use crate::source::{HeldBack, Source, Text, Tree};

/// What may be published, and when it is.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether drafts are published.
    pub drafts: Drafts,
    /// Whether entries with a date to come are published.
    pub future: Future,
    /// The day of this build.
    pub today: Day,
}

/// What happens to drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are held back.
    Hold,
    /// They are published.
    Publish,
}

/// What happens to entries with a date to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Future {
    /// They are held back.
    Hold,
    /// They are published.
    Publish,
}

/// The site that the documents of `tree` are together. `documents` stand in the order of their paths.
pub fn assemble(tree: Tree, documents: &[Arc<Document>], options: Options) -> Site {
    let config_text = tree.text(&config::file()).map(|text| text.body.clone()).unwrap_or_default();
    let (config, config_fields, mut findings) = config::read(&config_text);
    let languages = config.all_languages();
    let around = surroundings(documents.iter().map(|document| &**document));
    let placed: Vec<(Placed, Vec<Diagnostic>)> =
        documents.par_iter().map(|document| place(document, &languages, &around)).collect();
    let originals: HashMap<(&str, Role), &Arc<Document>> = documents
        .iter()
        .zip(&placed)
        .filter(|(_, (placed, _))| placed.language.is_main())
        .map(|(document, (placed, _))| ((placed.id.as_str(), placed.role), document))
        .collect();
    let typed: Vec<Typed> = documents
        .par_iter()
        .zip(&placed)
        .map(|(document, (placed, _))| {
            let original =
                (!placed.language.is_main()).then(|| originals.get(&(placed.id.as_str(), placed.role))).flatten();
            typed_entry(document, placed, original.map(|original| &***original))
        })
        .collect();

    let mut site = Site {
        vocabularies: config.vocabularies(),
        config,
        config_fields,
        languages,
        entries: Vec::with_capacity(documents.len()),
        order: Vec::new(),
        sections: BTreeMap::new(),
        carried: BTreeMap::new(),
        translations: BTreeMap::new(),
        related_from: BTreeMap::new(),
        assets: Default::default(),
        held_back: Vec::new(),
        today: options.today,
        findings: Vec::new(),
        nodes: HashMap::new(),
        by_route: HashMap::new(),
        tree,
        folded: OnceLock::new(),
        claims: OnceLock::new(),
    };
    for ((document, (placed, misplaced)), typed) in documents.iter().zip(placed).zip(typed) {
        findings.extend(document.findings.iter().cloned());
        findings.extend(misplaced);
        findings.extend(typed.findings);
        if let Some(reason) = held(&typed.common, &typed.detail, options) {
            site.nodes.insert(document.path.clone(), Node::Held);
            site.held_back.push(HeldBack { path: document.path.clone(), reason });
            continue;
        }
        let Some(Source::Text(text)) = site.tree.get(&document.path) else { continue };
        let route = route(&placed, &typed.common);
        let index = EntryIndex(site.entries.len());
        site.nodes.insert(document.path.clone(), Node::Entry(index));
        site.by_route.entry(route.clone()).or_insert(index);
        let text = Arc::clone(text);
        site.entries.push(entry(Arc::clone(document), text, placed, typed.common, typed.detail, route));
    }
    site.findings = findings;
    gather::terms(&mut site);
    gather::sections(&mut site);
    gather::link(&mut site);
    site
}

struct Typed {
    common: Common,
    detail: Detail,
    findings: Vec<Diagnostic>,
}

fn typed_entry(document: &Document, placed: &Placed, original: Option<&Document>) -> Typed {
    match placed.kind {
        Kind::Page => typed_as::<page::Page>(document, placed, original, Detail::Page),
        Kind::Guide => typed_as::<guide::Guide>(document, placed, original, |guide| Detail::Guide(guide.into())),
        Kind::Prompt => typed_as::<prompt::Prompt>(document, placed, original, |prompt| Detail::Prompt(prompt.into())),
        Kind::Policy => typed_as::<policy::Policy>(document, placed, original, |policy| Detail::Policy(policy.into())),
        Kind::Playbook => {
            typed_as::<playbook::Chapter>(document, placed, original, |chapter| Detail::Playbook(chapter.into()))
        }
    }
}

fn typed_as<T: Collection>(
    document: &Document,
    placed: &Placed,
    original: Option<&Document>,
    detail: impl Fn(T) -> Detail,
) -> Typed {
    use crate::diagnostic::code::Severity;
    let kind = placed.kind;
    let what = if kind == Kind::Page { "a page".to_owned() } else { kind.plural().to_owned() };
    let (common, own, mut findings) = typing::split::<Common, T>(&document.path, &document.fields, &what);
    if kind == Kind::Page {
        findings.iter_mut().for_each(|finding| finding.severity = Severity::Warning);
    }
    let inherited = |own: Fields, all: Option<Fields>| match all {
        Some(all) => {
            let rest = all.0.into_iter().filter(|field| own.get(&field.key).is_none()).collect::<Vec<_>>();
            Fields(own.0.into_iter().chain(rest).collect())
        }
        None => own,
    };
    let (base_common, base_own) =
        match original.map(|original| typing::split::<Common, T>(&original.path, &original.fields, &what)) {
            Some((mut common, own, _)) => {
                // What keeps one file's address, or excuses its findings, is that file's own.
                for key in ["slug", "aliases", "allow", "draft", "date"] {
                    common.take(key);
                }
                (Some(common), Some(own))
            }
            None => (None, None),
        };
    let translated = original.is_some();
    let (mut common_data, mistakes) = typing::collect::<Common>(&document.path, common.clone());
    findings.extend(mistakes);
    let (mut detail_data, mistakes) = typing::collect::<T>(&document.path, own.clone());
    findings.extend(mistakes);
    let all_common = inherited(common, base_common);
    let all_own = inherited(own, base_own);
    let whole = Fields(all_common.0.iter().chain(&all_own.0).cloned().collect());
    let has_fences = document.front_matter.start > 0 && document.body.start > document.front_matter.start;
    let fences = if has_fences { typing::Fences::Present } else { typing::Fences::Absent };
    let mut missing = typing::missing(&document.path, &whole, T::REQUIRED, document.start(), kind.name(), fences);
    if translated {
        (common_data, _) = typing::collect::<Common>(&document.path, all_common);
        (detail_data, _) = typing::collect::<T>(&document.path, all_own);
    }
    let detail = detail(detail_data);
    if is_draft(&common_data, &detail) {
        missing.iter_mut().for_each(|finding| finding.severity = Severity::Note);
    }
    if document.is_unreadable() {
        missing.clear();
    }
    findings.extend(missing);
    if common_data.title.trim().is_empty() {
        findings.extend(title_from_text(document, placed, &mut common_data));
    }
    Typed { common: common_data, detail, findings }
}

/// Fills in the title of a file that gives none: its first heading of level 1, else its name.
fn title_from_text(document: &Document, placed: &Placed, common: &mut Common) -> Option<Diagnostic> {
    let heading = document.facts.headings.iter().find(|heading| heading.level == 1 && !heading.text.trim().is_empty());
    if let Some(heading) = heading {
        common.title = heading.text.trim().to_owned();
        return None;
    }
    let name = placed.id.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("Home");
    common.title = in_words(name);
    let is_page = placed.kind == Kind::Page;
    (is_page && !document.is_unreadable()).then(|| {
        use crate::diagnostic::code::Severity;
        let mut finding = Diagnostic::new(
            &codes::MISSING_FIELD,
            format!("this page has no title, so it is called \"{}\" after its file", common.title),
        )
        .at(&document.path, document.start())
        .help("begin the file with a line `# The title`, or with `---`, `title: The title`, `---`");
        finding.severity = Severity::Warning;
        finding
    })
}

/// Whether an entry is a draft: by its own word, or by the status of its collection.
pub fn is_draft(common: &Common, detail: &Detail) -> bool {
    let own = match detail {
        Detail::Prompt(prompt) => prompt.status == prompt::PromptStatus::Draft,
        Detail::Policy(policy) => policy.status == policy::PolicyStatus::Draft,
        Detail::Page(_) | Detail::Guide(_) | Detail::Playbook(_) => false,
    };
    common.draft || own
}

/// Why an entry is not published now; `None` where it is.
fn held(common: &Common, detail: &Detail, options: Options) -> Option<String> {
    if is_draft(common, detail) && options.drafts == Drafts::Hold {
        return Some("it is a draft".to_owned());
    }
    if let Detail::Prompt(prompt) = detail
        && prompt.status == prompt::PromptStatus::Retired
    {
        return Some("it is retired".to_owned());
    }
    let date = common.date.filter(|date| *date > options.today && options.future == Future::Hold)?;
    Some(format!("its date, {date}, is still to come"))
}

fn route(placed: &Placed, common: &Common) -> Route {
    let last = match &common.slug {
        Some(own) if placed.role == Role::Entry => slug(own),
        _ => placed.last.clone(),
    };
    let path =
        [placed.folder.as_str(), &last].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/");
    Route { language: placed.language.clone(), place: Place::Page(path) }
}

fn entry(
    document: Arc<Document>,
    text: Arc<Text>,
    placed: Placed,
    common: Common,
    detail: Detail,
    route: Route,
) -> Entry {
    Entry {
        document,
        text,
        id: placed.id,
        role: placed.role,
        language: placed.language,
        route,
        section: placed.section,
        common,
        detail,
        terms: BTreeMap::new(),
        relations: Vec::new(),
        links: Vec::new(),
        images: Vec::new(),
    }
}

/// The path to an item of a field.
pub fn item(field: &str, at: usize) -> [Step; 2] {
    [Step::Key(field.to_owned()), Step::Item(at)]
}
