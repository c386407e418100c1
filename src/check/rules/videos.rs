//! Videos can be followed by those who do not hear or see them.

use crate::check::rule::{Around, Look, Rule, key};
use crate::diagnostic::Diagnostic;
use crate::model::codes::WRONG_VALUE;
use crate::model::components::Data;
use crate::model::entry::Entry;

crate::codes! {
    /// A video has no transcript and no captions.
    ///
    /// Those who do not hear it, and classes without sound, are left out. `transcript:` holds the words,
    /// or names the file or page that does; `captions: yes` says that the film itself has them.
    VIDEO_WITHOUT_TRANSCRIPT = "video-without-transcript", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for component in &entry.components {
        let Data::Video(video) = &component.typed.data else { continue };
        if video.transcript.as_deref().is_none_or(|text| text.trim().is_empty()) && !video.captions {
            let said = "this video has no transcript and no captions";
            let mut finding = Diagnostic::new(&VIDEO_WITHOUT_TRANSCRIPT, said);
            finding.at = Some(entry.place_in(component, &[]));
            findings.push(finding.help("add `transcript:` with what is said, or with the file that holds it"));
        }
        if !video.link.trim().is_empty() && !video.has_safe_link() {
            let said = format!("\"link\" takes a full address; here stands the text \"{}\"", video.link.trim());
            let mut finding = Diagnostic::new(&WRONG_VALUE, said);
            finding.at = Some(entry.place_in(component, &[key("link")]));
            findings.push(
                finding.help("write the address of the film: https://…; a film of your own is offered with `download`"),
            );
        }
    }
    findings
}
