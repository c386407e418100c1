//! The size of a drawing in CSS pixels.

use roxmltree::Node;

use super::super::{Form, ImageFacts};

/// What browsers take for a drawing that does not say its size.
const DEFAULT: (f64, f64) = (300.0, 150.0);

/// The size that the root element `svg` says: `width` and `height`, else those of its view box; a
/// missing side follows from the other and the view box.
pub(super) fn of(svg: &Node<'_, '_>) -> ImageFacts {
    let view: Vec<f64> = svg
        .attribute("viewBox")
        .unwrap_or_default()
        .split([' ', ',', '\n', '\t', '\r'])
        .filter_map(|number| number.parse().ok())
        .collect();
    let view = match view[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    };
    let (view_width, view_height) = view.unwrap_or(DEFAULT);
    let side = |name| svg.attribute(name).and_then(pixels);
    let (width, height) = match (side("width"), side("height")) {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => (width, view.map_or(DEFAULT.1, |(w, h)| width * h / w)),
        (None, Some(height)) => (view.map_or(DEFAULT.0, |(w, h)| height * w / h), height),
        (None, None) => (view_width, view_height),
    };
    ImageFacts { width: whole(width), height: whole(height), form: Form::Fixed, is_turned: false }
}

/// A length in CSS pixels (96 to the inch); `None` for shares and for units of the font.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let digits = length.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(length.len());
    let (number, unit) = length.split_at(digits);
    let factor = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().map(|number| number * factor).filter(|pixels| *pixels > 0.0)
}

/// Whole pixels, at least one, within what a page can show.
fn whole(pixels: f64) -> u32 {
    pixels.round().clamp(1.0, 1_000_000.0) as u32
}
