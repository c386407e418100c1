//! What a document means by itself: its fields with their types, its address.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::model::collections::common::Common;
use crate::model::collections::{Collection, Detail, ForKind, Kind, Standing};
use crate::model::components::{self, Typed};
use crate::model::entry::Role;
use crate::model::place::{Placed, in_words};
use crate::model::route::{Place, Route, Spot, slug};
use crate::model::settings::Settings;
use crate::model::{codes, foreign, natural, typing};
use crate::parse::document::Document;
use crate::parse::row::Unit;
use crate::parse::typed::keys;
use crate::parse::value::{Data, Fields};

/// What a document means before anybody looks at the others, except at the one it translates.
#[derive(Debug)]
pub struct Meaning {
    /// The fields that all kinds share.
    pub common: Arc<Common>,
    /// The fields of its kind.
    pub detail: Arc<Detail>,
    /// Its address.
    pub spot: Spot,
    /// What it is sorted by in lists, after `order`.
    pub key: Arc<[u8]>,
    /// The components of its text.
    pub components: Vec<Arc<Typed>>,
    /// Its tags, as they are compared.
    pub tags: Vec<String>,
    /// What is wrong with its fields.
    pub findings: Vec<Diagnostic>,
}

/// What `document` means at its place. The fields of a translation lie over those of its `original`.
pub fn meaning(document: &Document, placed: &Placed, original: Option<&Document>, settings: &Settings) -> Meaning {
    let (common, detail, mut findings) = placed.kind.with(Typing { document, placed, original });
    let (components, mut missing, others) = components::typed(&document.path, &document.components);
    if is_draft(&common, &detail) {
        missing.iter_mut().for_each(|finding| finding.severity = Severity::Note);
    }
    findings.extend(missing.into_iter().chain(others).map(|finding| document.told_in_file(finding)));
    let key = match detail.described().rank() {
        Some(rank) => natural::key(&format!("{rank} {}", common.title), &placed.language),
        None => natural::key(&common.title, &placed.language),
    };
    Meaning {
        key: key.into(),
        spot: route(placed, &common).spot(&settings.languages),
        tags: common.tags.iter().filter(|tag| !tag.trim().is_empty()).map(|tag| settings.tag(tag)).collect(),
        common: Arc::new(common),
        detail: Arc::new(detail),
        components,
        findings,
    }
}

/// A document whose fields are to be given the types of its kind.
struct Typing<'a> {
    document: &'a Document,
    placed: &'a Placed,
    original: Option<&'a Document>,
}

impl ForKind for Typing<'_> {
    type Given = (Common, Detail, Vec<Diagnostic>);

    fn with<T: Collection>(self) -> Self::Given {
        typed_as::<T>(self.document, self.placed, self.original)
    }
}

fn typed_as<T: Collection>(
    document: &Document,
    placed: &Placed,
    original: Option<&Document>,
) -> (Common, Detail, Vec<Diagnostic>) {
    let (kind, file) = (placed.kind, document.file());
    let what = if kind == Kind::Page { "a page".to_owned() } else { kind.plural().to_owned() };
    let (common, own, mut findings) = typing::split::<Common, T>(file, &document.fields, &what);
    if kind == Kind::Page {
        let unknown = document.fields.0.iter().filter(|field| common.get(&field.key).is_none());
        for (finding, field) in findings.iter_mut().zip(unknown.filter(|field| own.get(&field.key).is_none())) {
            finding.severity = Severity::Warning;
            let help = (placed.role == Role::Entry).then(|| elsewhere(&field.key)).flatten();
            finding.help = help.or_else(|| finding.help.take());
        }
    }
    let has_fences = document.front_matter.start > 0 && document.body.start > document.front_matter.start;
    let fences = match document.row.as_ref().map(|row| row.unit) {
        Some(Unit::Row) => typing::Fences::Columns,
        Some(Unit::Entry) => typing::Fences::None,
        None if has_fences => typing::Fences::Present,
        None => typing::Fences::Absent,
    };
    let needed = |common: &Fields, own: &Fields| {
        let all = [common, own];
        typing::missing::<T>(file, &all, T::REQUIRED, document.head(), kind.name_of(1), fences)
    };
    let (mut common, own, mut missing) = match original {
        None => {
            let missing = needed(&common, &own);
            let (common, mistakes) = typing::collect::<Common>(file, common);
            findings.extend(mistakes);
            let (own, mistakes) = typing::collect::<T>(file, own);
            findings.extend(mistakes);
            (common, own, missing)
        }
        Some(original) => {
            let (common, own) = match document.row {
                // An empty cell takes what the original has.
                Some(_) => (filled(common), filled(own)),
                None => (common, own),
            };
            findings.extend(typing::collect::<Common>(file, common.clone()).1);
            findings.extend(typing::collect::<T>(file, own.clone()).1);
            let (mut above, below, _) = typing::split::<Common, T>(original.file(), &original.fields, &what);
            // What keeps one file's address, or excuses its findings, is that file's own.
            for key in ["slug", "aliases", "allow", "draft", "date", "source"] {
                above.take(key);
            }
            let (common, own) = (laid_over(common, above), laid_over(own, below));
            let missing = needed(&common, &own);
            let (common, _) = typing::collect::<Common>(file, common);
            let (own, _) = typing::collect::<T>(file, own);
            (common, own, missing)
        }
    };
    let detail = own.into();
    if is_draft(&common, &detail) {
        missing.iter_mut().for_each(|finding| finding.severity = Severity::Note);
    }
    let lacks_original = document.row.is_some() && original.is_none() && !placed.language.is_main();
    if document.is_unreadable() || original.is_some_and(Document::is_unreadable) || lacks_original {
        missing.clear();
    }
    findings.extend(missing);
    if common.title.trim().is_empty() {
        findings.extend(title_from_text(document, placed, &mut common));
    }
    (common, detail, findings)
}

/// The kinds that have the field `key`, which no plain page has; `None` where no kind has it.
fn elsewhere(key: &str) -> Option<String> {
    struct Has<'a>(&'a str);
    impl ForKind for Has<'_> {
        type Given = bool;
        fn with<T: Collection>(self) -> bool {
            keys::<T>().contains(&self.0)
        }
    }
    let kinds = Kind::ALL.iter().filter(|kind| kind.with(Has(key)));
    let kinds: Vec<String> =
        kinds.filter_map(|kind| Some(format!("{} (content/{}/)", kind.plural(), kind.folder()?))).collect();
    let advice = foreign::advice(key).is_none() && !kinds.is_empty();
    advice.then(|| format!("it belongs to {}: move the file there, or leave the line out", kinds.join(", ")))
}

/// The fields that have a value.
fn filled(fields: Fields) -> Fields {
    Fields(fields.0.into_iter().filter(|field| field.value.data != Data::Empty).collect())
}

/// All fields of a translation and those of its original that it lacks.
fn laid_over(own: Fields, original: Fields) -> Fields {
    let rest: Vec<_> = original.0.into_iter().filter(|field| own.get(&field.key).is_none()).collect();
    Fields(own.0.into_iter().chain(rest).collect())
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
        let mut finding = Diagnostic::new(
            &codes::MISSING_FIELD,
            format!("this page has no title, so it is called \"{}\" after its file", common.title),
        )
        .at(document.file(), document.start())
        .help("begin the file with a line `# The title`, or with `---`, `title: The title`, `---`");
        finding.severity = Severity::Warning;
        finding
    })
}

/// Whether an entry is a draft: by its own word, or by the status of its collection.
pub fn is_draft(common: &Common, detail: &Detail) -> bool {
    common.draft || detail.described().standing() == Standing::Draft
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
