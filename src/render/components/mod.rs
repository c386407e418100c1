//! Components → HTML, one file each.
//!
//! Like [`html`](super::html), they are written to one string, and `escape` is the only way for an
//! author's characters into it. There are no findings here, and no styles within elements.

mod chart;
mod checklist;
mod download;
mod prompts;
mod quote;
mod scenario;
mod statement;
mod steps;
mod video;
pub mod words;

use std::sync::LazyLock;

use crate::day::Day;
use crate::model::audit::Audit;
use crate::model::components::{Data, Placed, Role};
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::render::context::named::Named;
use crate::render::html::escape;
use crate::render::links::EntryLinks;
use crate::render::theme::Theme;
use words::Words;

/// What stands around a component.
pub struct Scene<'a> {
    /// The site.
    pub site: &'a Site,
    /// The entry whose text it stands in.
    pub entry: &'a Entry,
    /// The links of that text.
    pub links: &'a EntryLinks<'a>,
    /// What things are called in the page's language.
    pub named: Named<'a>,
    /// The theme.
    pub theme: &'a Theme,
    /// What the checks of accessibility find.
    pub audit: &'a LazyAudit,
}

/// An audit that is made when the first statement asks for it.
pub type LazyAudit = LazyLock<Audit, Box<dyn FnOnce() -> Audit + Send>>;

impl<'a> Scene<'a> {
    /// The words that we add.
    fn words(&self) -> Words<'a> {
        Words(self.named.words)
    }
}

/// Appends the component whose block begins at byte `start` of the text, and says whether there is one;
/// where not, the block is code.
pub fn write(scene: &Scene<'_>, start: usize, out: &mut String) -> bool {
    let blocks = &scene.entry.document.components;
    let found =
        scene.entry.components.binary_search_by_key(&start, |placed| blocks[placed.typed.at].span.range().start);
    let Some(placed) = found.ok().map(|at| &scene.entry.components[at]) else { return false };
    match &placed.typed.data {
        Data::Chart(chart) => return chart::write(scene, placed, chart, out),
        Data::Checklist(checklist) => checklist::write(scene, checklist, out),
        Data::Download(download) => download::write(scene, placed, download, out),
        Data::Prompts(query) => prompts::write(scene, query, out),
        Data::Quote(quote) => quote::write(scene, quote, out),
        Data::Scenario(scenario) => scenario::write(scene, scenario, out),
        Data::Statement(statement) => statement::write(scene, statement, out),
        Data::Steps(steps) => steps::write(scene, steps, out),
        Data::Video(video) => video::write(scene, placed, video, out),
    }
    true
}

/// What the reference of `placed` with this role leads to, as it was written.
fn reference(placed: &Placed, role: Role) -> Option<(&Target, &str)> {
    let references = placed.typed.data.references().into_iter().zip(&placed.targets);
    references
        .into_iter()
        .find(|(reference, _)| reference.role == role)
        .map(|(reference, target)| (target, reference.written))
}

/// Appends `text` between `open` and `close`, which are tags.
fn within(out: &mut String, open: &str, text: &str, close: &str) {
    out.push_str(open);
    escape::text(out, text.trim());
    out.push_str(close);
}

/// Appends the title of a component as a paragraph, where it has one.
fn title(out: &mut String, title: Option<&str>) {
    if let Some(title) = title.filter(|title| !title.trim().is_empty()) {
        within(out, "<p class=\"part-title\">", title, "</p>\n");
    }
}

/// Appends the paragraphs of `text`, which blank lines part.
fn paragraphs(out: &mut String, text: &str) {
    let text = text.replace("\r\n", "\n");
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        within(out, "<p>", paragraph, "</p>\n");
    }
}

/// Appends a day as an element that machines read, in place of the `{}` of `words`.
fn day(out: &mut String, scene: &Scene<'_>, words: &str, day: Day) {
    let (before, after) = words.split_once("{}").unwrap_or((words, ""));
    escape::text(out, before);
    out.push_str("<time datetime=\"");
    escape::attribute(out, &day.to_string());
    within(out, "\">", &scene.named.words.day(day), "</time>");
    escape::text(out, after);
}
