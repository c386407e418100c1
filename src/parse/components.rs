//! Components: fenced blocks whose body is keys and values.
//!
//! Every fence that names no language of code is read as one; what its name means, and whether it means
//! anything, the model decides. The body is YAML, read by [`yaml`] like front matter.

use crate::diagnostic::{Diagnostic, Location};
use crate::parse::facts::Fence;
use crate::parse::value::{Data, Field, Fields, Value};
use crate::parse::{codes, yaml};
use crate::path::SitePath;
use crate::source::Span;

crate::codes! {
    /// A component cannot be read.
    ///
    /// The lines of a component, such as ```` ```chart ````, are YAML: one `key: value` on each line.
    /// Keys that belong together start in the same column; a value that holds a colon stands in
    /// double quotes.
    COMPONENT_SYNTAX = "component-syntax", Error, Fixed;
    /// A component is longer than 32 KiB.
    ///
    /// Numbers for a chart go into a CSV file in `content/data/`, long text below the component.
    COMPONENT_TOO_LARGE = "component-too-large", Error, Fixed;
}

/// The longest component that is read, in bytes.
const LONGEST: usize = 32 * 1024;

/// The key of the only field that a component has whose body is a list.
pub const LIST: &str = "";

/// A fenced block that is no code in a known language.
#[derive(Clone, Debug)]
pub struct Component {
    /// The first word after the fence, in lower case: `chart`.
    pub name: String,
    /// What else stands in that line; `None` where nothing does.
    pub more: Option<Span>,
    /// The whole block, its fences included.
    pub span: Span,
    /// The line of the opening fence.
    pub opening: Span,
    /// Its keys and values; the field [`LIST`] alone where it is a list; none where it cannot be read.
    pub fields: Fields,
    /// What is wrong with it by itself. It matters only where the name means something.
    pub findings: Vec<Diagnostic>,
}

/// The component that `fence` in `file` is.
pub fn component(file: &SitePath, fence: &Fence) -> Component {
    let (fields, findings) = if fence.text.len() > LONGEST {
        let finding = Diagnostic::new(&COMPONENT_TOO_LARGE, format!("this {} is longer than 32 KiB", fence.name));
        let finding = finding.at(file, fence.opening);
        (Fields::default(), vec![finding.help("put its rows into a CSV file in content/data/, or shorten its text")])
    } else {
        read(file, fence)
    };
    Component { name: fence.name.clone(), more: fence.more, span: fence.span, opening: fence.opening, fields, findings }
}

fn read(file: &SitePath, fence: &Fence) -> (Fields, Vec<Diagnostic>) {
    let (value, mut findings) = yaml::value(file, &fence.text, 0);
    for finding in &mut findings {
        if finding.code.name == codes::FRONT_MATTER_SYNTAX.name {
            finding.code = &COMPONENT_SYNTAX;
        }
        let places = finding.at.iter_mut().chain(finding.labels.iter_mut().map(|label| &mut label.at));
        places.for_each(|place| moved(place, fence));
    }
    let Some(mut value) = value else { return (Fields::default(), findings) };
    place(&mut value, fence);
    let fields = match value.data {
        Data::Map(fields) => fields,
        Data::Empty => Fields::default(),
        Data::List(_) => Fields(vec![Field { key: LIST.to_owned(), key_span: fence.opening, value }]),
        _ => {
            let said = format!("here stands {}, not keys and values", value.described());
            let finding = Diagnostic::new(&COMPONENT_SYNTAX, said).at(file, value.span);
            findings.push(finding.help("write one `key: value` on each line, such as `title: Two by ten`, or begin each line of a list with `- `"));
            Fields::default()
        }
    };
    (fields, findings)
}

/// Puts `value` and all in it where it stands in the file.
fn place(value: &mut Value, fence: &Fence) {
    value.span = fence.placed(value.span);
    match &mut value.data {
        Data::List(items) => items.iter_mut().for_each(|item| place(item, fence)),
        Data::Map(fields) => {
            for field in &mut fields.0 {
                field.key_span = fence.placed(field.key_span);
                place(&mut field.value, fence);
            }
        }
        _ => {}
    }
}

fn moved(location: &mut Location, fence: &Fence) {
    location.span = location.span.map(|span| fence.placed(span));
}
