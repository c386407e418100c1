//! The theme: the default one within the program, each file replaced where the site has its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::suggestion;
use crate::digest::Digest;
use crate::model::config;
use crate::model::site::Site;
use crate::path::SitePath;
use crate::render::codes;
use crate::source::{Source, Text};

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Embedded;

/// The theme of a site.
#[derive(Debug, Default)]
pub struct Theme {
    /// The templates by their names, such as `guide.html`.
    pub templates: BTreeMap<String, Template>,
    /// The files that are published below `theme/`, by their paths there.
    pub files: BTreeMap<String, File>,
}

/// A template's text and where it stands.
#[derive(Debug)]
pub struct Template {
    /// The file; for those within the program, where they would lie.
    pub path: SitePath,
    /// The text.
    pub text: Cow<'static, str>,
}

/// A file of the theme.
#[derive(Clone, Debug)]
pub enum File {
    /// One within the program.
    Embedded(Cow<'static, [u8]>),
    /// A text of the site.
    Text(Arc<Text>),
    /// A file of the site that is passed on, and its digest.
    Asset(SitePath, Digest),
}

/// The theme that `site` names, and what is wrong with the name.
pub fn theme(site: &Site) -> (Theme, Vec<Diagnostic>) {
    let mut theme = embedded();
    let name = site.config.theme();
    let folder = format!("themes/{name}");
    let mut own = site.tree().iter().filter_map(|(path, source)| Some((path, path.below(&folder)?, source))).peekable();
    let findings = if own.peek().is_none() && name != "default" { vec![unknown(site, name)] } else { Vec::new() };
    for (path, below, source) in own {
        theme.replace(path, below, source);
    }
    (theme, findings)
}

impl Theme {
    /// The text of a template by the path of its file.
    pub fn text(&self, path: &SitePath) -> Option<&str> {
        self.templates.values().find(|template| template.path == *path).map(|template| &*template.text)
    }

    fn replace(&mut self, path: &SitePath, below: &str, source: &Source) {
        if let (Some(name), Source::Text(text)) = (below.strip_prefix("templates/"), source) {
            let template =
                Template { path: path.clone(), text: Cow::Owned(text.body.trim_start_matches('\u{feff}').to_owned()) };
            self.templates.insert(name.to_owned(), template);
        } else if let Some(file) = below.strip_prefix("static/") {
            let source = match source {
                Source::Text(text) => File::Text(Arc::clone(text)),
                Source::Asset(asset) => File::Asset(path.clone(), asset.digest),
            };
            self.files.insert(file.to_owned(), source);
        }
    }
}

impl File {
    /// The digest of its bytes.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Embedded(bytes) => Digest::of(bytes),
            Self::Text(text) => text.digest,
            Self::Asset(_, digest) => *digest,
        }
    }
}

fn embedded() -> Theme {
    let mut theme = Theme::default();
    for name in Embedded::iter() {
        let Some(file) = Embedded::get(&name) else { continue };
        if let Some(template) = name.strip_prefix("templates/") {
            let path = SitePath::new(&format!("themes/default/{name}"));
            let text = match file.data {
                Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
                Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
            };
            if let Some(path) = path {
                theme.templates.insert(template.to_owned(), Template { path, text });
            }
        } else if let Some(path) = name.strip_prefix("static/") {
            theme.files.insert(path.to_owned(), File::Embedded(file.data));
        }
    }
    theme
}

fn unknown(site: &Site, name: &str) -> Diagnostic {
    let folders: std::collections::BTreeSet<&str> =
        site.tree().iter().filter_map(|(path, _)| path.below("themes")?.split('/').next()).chain(["default"]).collect();
    let span = site.config_fields.get("theme").map(|field| field.value.span).unwrap_or_default();
    let finding =
        Diagnostic::new(&codes::UNKNOWN_THEME, format!("there is no folder themes/{name}/")).at(&config::file(), span);
    match suggestion(name, folders) {
        Some(help) => finding.help(help),
        None => finding.help("leave the line out to use the default theme"),
    }
}
