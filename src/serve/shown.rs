//! What a server shows: outputs, findings, and what there is to list.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::output::Outputs;
use crate::path::{OutputPath, SitePath};
use crate::source::HeldBack;

/// One state of a site.
#[derive(Clone)]
pub struct Shown {
    /// The number of the build; it grows.
    pub number: u64,
    /// What can be asked for.
    pub outputs: Arc<Outputs>,
    /// What is wrong; `None` while nobody has looked yet.
    pub findings: Option<Arc<Vec<Diagnostic>>>,
    /// The texts that findings point into.
    pub text: Text,
    /// What the overview below `/_homeroom/` lists.
    pub listing: Arc<dyn Fn() -> Listing + Send + Sync>,
}

/// Gives the text of a source, where it has one.
pub type Text = Arc<dyn Fn(&SitePath) -> Option<String> + Send + Sync>;

/// All pages of a site, and what is held back.
pub struct Listing {
    /// The site's name.
    pub title: String,
    /// The pages in the order in which they are listed, those of one kind beside each other.
    pub pages: Vec<Listed>,
    /// The sources that are not published, and why.
    pub held_back: Vec<HeldBack>,
}

/// A page in a list.
pub struct Listed {
    /// Its title.
    pub title: String,
    /// What kind of page it is, in the plural.
    pub kind: String,
    /// Its output.
    pub path: OutputPath,
    /// The source it is made of.
    pub source: SitePath,
    /// Whether it is a draft.
    pub draft: bool,
}
