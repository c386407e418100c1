//! The theme: the default one within the program, each file replaced where the site has its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::{nearest, suggestion};
use crate::digest::Digest;
use crate::model::config;
use crate::model::settings::Settings;
use crate::parse::document::is_language;
use crate::path::SitePath;
use crate::print::faces::{self, Unfit};
use crate::render::speech::{self, Speech};
use crate::render::template::{self, Engine};
use crate::render::words::Words;
use crate::render::{brand, codes, paper};
use crate::source::{Source, Text, Tree};

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
    /// The words of the interface by the codes of their languages; what comes later lies over what comes first.
    pub languages: BTreeMap<String, Vec<Speech>>,
}

/// A template's text and where it stands.
#[derive(Debug)]
pub struct Template {
    /// The file; for those within the program, where they would lie.
    pub path: SitePath,
    /// The text.
    pub text: Cow<'static, str>,
    /// Whether it is the site's own.
    pub is_own: bool,
}

/// A file of the theme.
#[derive(Clone, Debug)]
pub enum File {
    /// One within the program, or made from the site's settings.
    Embedded(Cow<'static, [u8]>),
    /// A text of the site.
    Text(Arc<Text>),
    /// A file of the site that is passed on, and its digest.
    Asset(SitePath, Digest),
}

/// The last theme and what it was made of. It changes how long it takes to be put together, and never
/// what it is.
#[derive(Default)]
pub struct Remembered(Option<Last>);

struct Last {
    settings: Arc<Settings>,
    sources: Vec<(SitePath, Digest)>,
    made: Made,
}

/// A theme, its templates where they can be read, and what is wrong with it.
type Made = (Arc<Theme>, Option<Arc<Engine>>, Vec<Diagnostic>);

/// The theme that `settings` name and its templates; they are the last ones where nothing of them has changed.
pub fn remembered(tree: &Tree, settings: &Arc<Settings>, remembered: &mut Remembered) -> Made {
    let of_themes = tree.below("themes");
    let sources: Vec<(SitePath, Digest)> = of_themes.map(|(path, source)| (path.clone(), source.digest())).collect();
    let is_same = |last: &&Last| Arc::ptr_eq(&last.settings, settings) && last.sources == sources;
    if let Some(last) = remembered.0.as_ref().filter(is_same) {
        return last.made.clone();
    }
    let (theme, mut findings) = theme(tree, settings);
    let words = Arc::new(Words::new(&theme, &settings.languages));
    let engine = match template::engine(&theme, words) {
        Ok(engine) => Some(Arc::new(engine)),
        Err(mistakes) => {
            findings.extend(mistakes);
            None
        }
    };
    let made = (Arc::new(theme), engine, findings);
    remembered.0 = Some(Last { settings: Arc::clone(settings), sources, made: made.clone() });
    made
}

/// The theme that `settings` name, what is wrong with the name, and which of its files do nothing.
pub fn theme(tree: &Tree, settings: &Settings) -> (Theme, Vec<Diagnostic>) {
    let mut theme = embedded();
    let known = Known::of(&theme);
    let name = settings.config.theme();
    let folder = format!("themes/{name}");
    let own: Vec<(&SitePath, &str, &Source)> =
        tree.below(&folder).filter_map(|(path, source)| Some((path, path.below(&folder)?, source))).collect();
    // A file of this name in the site's own theme takes its place.
    if let Some(colors) = brand::style_sheet(&settings.config.colors) {
        theme.files.insert(brand::FILE.to_owned(), File::Embedded(Cow::Owned(colors.into_bytes())));
    }
    for (name, css) in paper::style_sheets(&settings.stocks, &settings.config.print) {
        theme.files.insert(name.to_owned(), File::Embedded(Cow::Owned(css.into_bytes())));
    }
    if own.is_empty() && name != "default" {
        return (theme, vec![unknown(tree, settings, name)]);
    }
    for (path, below, source) in &own {
        theme.replace(path, below, source);
    }
    let unused = own.into_iter().filter_map(|(path, below, source)| {
        let (what, help) = match (below.strip_prefix("templates/"), source) {
            _ if is_about_theme(path.name()) || below.starts_with("static/") => return None,
            _ if language_of(below).is_some() => return None,
            (None, Source::Asset(asset)) if asset.face.is_some() => return unfit_face(path, asset.face.as_deref()),
            _ if below.starts_with("faces/") => (
                format!("\"{below}\" does nothing: a face is a font of at most 25 MB that ends in .ttf or .otf"),
                "put the .ttf file of the font here, as it was downloaded".to_owned(),
            ),
            (Some(template), Source::Text(_)) => theme.idle_template(template, &known)?,
            (Some(file), Source::Asset(_)) => (
                format!("\"{file}\" does nothing: a template is a text"),
                format!("move it to {folder}/static/, or delete it"),
            ),
            (None, _) => (
                format!(
                    "\"{below}\" does nothing: a theme's files stand in its folders templates/, static/, languages/ and faces/"
                ),
                known.place(below).map_or_else(
                    || format!("move it to {folder}/templates/ or {folder}/static/, or delete it"),
                    |place| format!("did you mean \"{folder}/{place}\"?"),
                ),
            ),
        };
        Some(Diagnostic::new(&codes::UNUSED_THEME_FILE, what).in_file(path).help(help))
    });
    let mut findings: Vec<Diagnostic> = unused.collect();
    findings.extend(speech::findings(&theme, settings));
    (theme, findings)
}

/// What the default theme has: the names that a file of a site can replace.
struct Known {
    templates: Vec<String>,
    files: Vec<String>,
}

impl Known {
    fn of(theme: &Theme) -> Self {
        Self { templates: theme.templates.keys().cloned().collect(), files: theme.files.keys().cloned().collect() }
    }

    /// The template that was meant by `name`; endings do not count.
    fn template(&self, name: &str) -> Option<&str> {
        let stem = |name: &'_ str| name.split_once('.').map_or(name.len(), |(stem, _)| stem.len());
        let meant = nearest(&name[..stem(name)], self.templates.iter().map(|known| &known[..stem(known)]))?;
        self.templates.iter().map(String::as_str).find(|known| &known[..stem(known)] == meant)
    }

    /// Where a file was meant to lie that lies at `below` of its theme.
    fn place(&self, below: &str) -> Option<String> {
        let folder_and_rest = below.split_once('/');
        if let Some((folder, rest)) = folder_and_rest
            && let Some(folder) = nearest(folder, ["templates", "static", "languages", "faces"])
        {
            return Some(format!("{folder}/{rest}"));
        }
        let name = below.rsplit('/').next().unwrap_or(below);
        let meant = nearest(name, self.templates.iter().chain(&self.files).map(String::as_str))?;
        let folder = if self.templates.iter().any(|known| known == meant) { "templates" } else { "static" };
        Some(format!("{folder}/{meant}"))
    }
}

impl Theme {
    /// The text of a template by the path of its file.
    pub fn text(&self, path: &SitePath) -> Option<&str> {
        let template = self.templates.values().find(|template| template.path == *path);
        let speech = || self.languages.values().flatten().find(|speech| speech.path == *path);
        template.map(|template| &*template.text).or_else(|| speech().map(|speech| &*speech.text))
    }

    /// Why the site's own template `name` does nothing, and what to do.
    fn idle_template(&self, name: &str, known: &Known) -> Option<(String, String)> {
        let text = &self.templates.get(name)?.text;
        let is_known = known.templates.iter().any(|known| known == name);
        if !is_known && !defines_component(text) && !self.names(name) {
            let help = known.template(name).map_or_else(
                || "name it in another template, such as with {% include %}, or delete it".to_owned(),
                |meant| format!("did you mean \"{meant}\"?"),
            );
            return Some((format!("\"{name}\" does nothing: no page is of this name, no template names it"), help));
        }
        let help =
            if is_known { "fill it, or delete it to bring the default theme's back" } else { "fill it, or delete it" };
        text.trim().is_empty().then(|| (format!("\"{name}\" is empty: it would publish empty pages"), help.to_owned()))
    }

    /// Whether a template names another one, `name`.
    fn names(&self, name: &str) -> bool {
        let quoted = ['"', '\'', '`'].map(|quote| format!("{quote}{name}{quote}"));
        let mut others = self.templates.iter().filter(|(other, _)| *other != name);
        others.any(|(_, template)| quoted.iter().any(|quoted| template.text.contains(quoted)))
    }

    fn replace(&mut self, path: &SitePath, below: &str, source: &Source) {
        if let (Some(name), Source::Text(text)) = (below.strip_prefix("templates/"), source) {
            let template = Template {
                path: path.clone(),
                text: Cow::Owned(text.body.trim_start_matches('\u{feff}').to_owned()),
                is_own: true,
            };
            self.templates.insert(name.to_owned(), template);
        } else if let (Some(code), Source::Text(text)) = (language_of(below), source) {
            let text = Cow::Owned(text.body.clone());
            self.languages.entry(code.to_owned()).or_default().push(Speech::new(path.clone(), text, true));
        } else if let Some(file) = below.strip_prefix("static/") {
            // A copy of ours is ours.
            if let (Source::Text(text), Some(ours)) = (source, Embedded::get(below))
                && *ours.data == *text.body.as_bytes()
            {
                return;
            }
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

/// Whether a file is for those who read the theme, such as its licence.
fn is_about_theme(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".md")
        || ["readme", "license", "licence", "copying", "notice"].contains(&name.split('.').next().unwrap_or_default())
}

/// Why the font at `path` cannot be used for cards.
fn unfit_face(path: &SitePath, bytes: Option<&[u8]>) -> Option<Diagnostic> {
    let (said, help) = match faces::look(bytes?).err()? {
        Unfit::Unreadable => ("this is no font that can be read", "put a .ttf or .otf file here, as it was downloaded"),
        Unfit::Variable => {
            ("this is a variable font", "take the static file of the same font, such as NotoSansSC-Regular.ttf")
        }
    };
    Some(Diagnostic::new(&codes::BAD_FACE, said).in_file(path).help(help))
}

/// Whether the template `text` has a component, which others use without naming the file.
fn defines_component(text: &str) -> bool {
    text.split("{%").skip(1).any(|tag| tag.trim_start_matches('-').trim_start().starts_with("component"))
}

/// The language whose words the file at `below` of its theme holds.
fn language_of(below: &str) -> Option<&str> {
    below.strip_prefix("languages/")?.strip_suffix(".ftl").filter(|code| is_language(code))
}

/// One of our own scripts without what only its readers need: lines of comments, and indentation.
fn without_comments(script: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(script);
    let mut is_within = false;
    let is_code = |line: &&str| {
        let is_comment = is_within || line.starts_with("/**") || line.starts_with("//");
        is_within = (is_within || line.starts_with("/**")) && !line.ends_with("*/");
        !is_comment && !line.is_empty()
    };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(is_code).collect();
    (lines.join("\n") + "\n").into_bytes()
}

fn embedded() -> Theme {
    let mut theme = Theme::default();
    for name in Embedded::iter() {
        let Some(file) = Embedded::get(&name) else { continue };
        if let Some(path) = name.strip_prefix("static/") {
            let data = if path.ends_with(".js") { Cow::Owned(without_comments(&file.data)) } else { file.data };
            theme.files.insert(path.to_owned(), File::Embedded(data));
            continue;
        }
        let text = match file.data {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        };
        let Some(path) = SitePath::new(&format!("themes/default/{name}")) else { continue };
        if let Some(code) = language_of(&name) {
            theme.languages.insert(code.to_owned(), vec![Speech::new(path, text, false)]);
        } else if let Some(template) = name.strip_prefix("templates/") {
            theme.templates.insert(template.to_owned(), Template { path, text, is_own: false });
        }
    }
    theme
}

fn unknown(tree: &Tree, settings: &Settings, name: &str) -> Diagnostic {
    let folders: std::collections::BTreeSet<&str> = tree
        .below("themes")
        .filter_map(|(path, _)| path.below("themes")?.split('/').next())
        .chain(["default"])
        .collect();
    let span = settings.fields.get("theme").map(|field| field.value.span).unwrap_or_default();
    let finding =
        Diagnostic::new(&codes::UNKNOWN_THEME, format!("there is no file in themes/{name}/")).at(&config::file(), span);
    match suggestion(name, folders) {
        Some(help) => finding.help(help),
        None => finding.help("leave the line out to use the default theme"),
    }
}
