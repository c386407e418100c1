//! Images: the picture, or the words that stand for it.

use std::ops::Range;

use super::footnotes::push;
use super::{Picture, escape};

/// The column of text in the default theme, in CSS pixels at the usual size of letters: 35 rem of 18 pixels.
const COLUMN: u32 = 630;

/// How wide a picture that fills the column stands on the page. An `em` here is the browser's own size of
/// letters, of which the theme's `rem` is 1.125: the column grows with the reader's letters and is known
/// before the style sheet is. On a theme with another column a picture is a little too large or too soft.
const SIZES: &str = "(min-width: 44em) 39.4em, 100vw";

/// An image whose alternative text is being read.
pub(super) struct Image {
    /// What is there; `None` where the words stand for it.
    pub(super) picture: Option<Picture>,
    pub(super) title: String,
    pub(super) alt: String,
}

/// An image with a title that may turn out to be alone in its paragraph.
pub(super) struct Figure {
    /// Where the paragraph begins, and where the image ends.
    pub(super) place: Range<usize>,
    /// Where the title attribute goes where it is not alone.
    attribute: usize,
    title: String,
}

impl Image {
    /// Writes the image; the `first` of a page is loaded at once. `paragraph` is where the paragraph
    /// begins that has held nothing else so far.
    pub(super) fn write(self, out: &mut String, first: bool, paragraph: Option<usize>) -> Option<Figure> {
        let Some(picture) = self.picture else {
            escape::text(out, &self.alt);
            return None;
        };
        out.push_str("<img src=\"");
        escape::address(out, &picture.src);
        out.push_str("\" alt=\"");
        escape::attribute(out, &self.alt);
        out.push('"');
        let attribute = out.len();
        let paragraph = paragraph.filter(|_| !self.title.trim().is_empty());
        if paragraph.is_none() {
            title(out, &self.title);
        }
        if let (Some(width), Some(height)) = (picture.width, picture.height) {
            push(out, format_args!(" width=\"{width}\" height=\"{height}\""));
            sources(out, &picture.offered, width);
        }
        out.push_str(if first { " decoding=\"async\">" } else { " loading=\"lazy\" decoding=\"async\">" });
        paragraph.map(|start| Figure { place: start..out.len(), attribute, title: self.title })
    }
}

impl Figure {
    /// Ends the paragraph: as a figure where the image is all that it holds.
    pub(super) fn end(self, out: &mut String) {
        if self.place.end == out.len() {
            out.replace_range(self.place.start..self.place.start + "<p>".len(), "<figure>");
            out.push_str("<figcaption>");
            escape::text(out, &self.title);
            out.push_str("</figcaption></figure>\n");
        } else {
            let mut attribute = String::new();
            title(&mut attribute, &self.title);
            out.insert_str(self.attribute, &attribute);
            out.push_str("</p>\n");
        }
    }
}

/// Appends the files that a browser may choose from, and how wide the picture, which has `width` pixels,
/// will stand on the page.
fn sources(out: &mut String, offered: &[(String, u32)], width: u32) {
    for (number, (address, width)) in offered.iter().enumerate() {
        out.push_str(if number == 0 { " srcset=\"" } else { ", " });
        // A comma would end the address.
        escape::address(out, &address.replace(',', "%2C"));
        push(out, format_args!(" {width}w"));
    }
    if offered.is_empty() {
        return;
    }
    // A picture is as wide as it has pixels, and never wider than the column.
    if width < COLUMN {
        push(out, format_args!("\" sizes=\"(min-width: {width}px) {width}px, 100vw\""));
    } else {
        push(out, format_args!("\" sizes=\"{SIZES}\""));
    }
}

/// Appends a title attribute where there is a title.
pub(super) fn title(out: &mut String, title: &str) {
    if !title.is_empty() {
        out.push_str(" title=\"");
        escape::attribute(out, title);
        out.push('"');
    }
}
