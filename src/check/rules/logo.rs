//! The logo is there.

use crate::check::rule::{Look, Rule};
use crate::check::rules::broken_image::{BROKEN_IMAGE, REMOTE_IMAGE};
use crate::check::rules::broken_link::similar;
use crate::diagnostic::Diagnostic;
use crate::image::{Kind, kind_of};
use crate::model::config;
use crate::model::link::{Target, Why};
use crate::model::site::Site;
use crate::parse::value::shortened;

/// The rule.
pub static RULE: Rule = Rule { codes: &[], look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let Some((written, target)) = site.named_logo() else { return Vec::new() };
    let name = shortened(written);
    let below = |path: &str| format!("write logo: {}", path.strip_prefix("content/").unwrap_or(path));
    let missing = || "name an image by its path below content/, such as logo: images/logo.svg".to_owned();
    let (code, message, help) = match &target {
        // One that cannot be shown has a finding of its own, from when it was read.
        Target::Asset(path) if kind_of(path.name()) != Kind::Other => return Vec::new(),
        Target::Asset(_) | Target::Entry(..) | Target::Route(..) | Target::Held(_) | Target::Here(_) => {
            (&BROKEN_IMAGE, format!("\"logo\" names \"{name}\", which is no image"), missing())
        }
        Target::External | Target::Unsafe(_) => (
            &REMOTE_IMAGE,
            format!("\"logo\" names \"{name}\", and pages load nothing from another site"),
            "save the image below content/ and name it there, such as logo: images/logo.svg".to_owned(),
        ),
        Target::Broken(Why::LetterCase(path)) => (
            &BROKEN_IMAGE,
            format!("\"logo\" names \"{name}\", which differs in letter case from the file {path}"),
            below(path.as_str()),
        ),
        Target::Broken(why) => {
            let near = match why {
                Why::Missing(full) => similar(site, full),
                _ => None,
            };
            let message = format!("\"logo\" names \"{name}\", and there is no such file below content/");
            (&BROKEN_IMAGE, message, near.map_or_else(missing, |near| below(&near)))
        }
    };
    let span = site.settings.fields.get("logo").map(|field| field.value.span).unwrap_or_default();
    vec![Diagnostic::new(code, message).at(&config::file(), span).help(help)]
}
