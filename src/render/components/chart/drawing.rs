//! A drawing: marks and words in SVG, in parts of the width and heights of a line.

use std::fmt::Write;

use crate::render::html::escape;

/// Where words begin, seen from their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// They begin there.
    Start,
    /// They stand around it.
    Middle,
    /// They end there.
    End,
}

/// A drawing that is being made. Across, 0 is where lines of text begin and 100 where they end; down is
/// counted in `em` from the top.
pub(super) struct Drawing {
    out: String,
    /// Whether lines begin at the right.
    is_rtl: bool,
    /// How high it is so far.
    pub(super) height: f64,
}

impl Drawing {
    pub(super) fn new(is_rtl: bool) -> Self {
        Self { out: String::new(), is_rtl, height: 0.0 }
    }

    /// Words whose line has its foot at `y`, moved by `shift` towards their end.
    pub(super) fn words(&mut self, words: &str, at: (f64, f64), shift: f64, anchor: Anchor, class: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y) = (self.across(at.0), rounded(at.1));
        self.put(format_args!("<text x=\"{x}%\" y=\"{y}em\"{anchor}"));
        if shift != 0.0 {
            let shift = rounded(if self.is_rtl { -shift } else { shift });
            self.put(format_args!(" dx=\"{shift}em\""));
        }
        if !class.is_empty() {
            self.put(format_args!(" class=\"{class}\""));
        }
        self.out.push('>');
        escape::text(&mut self.out, words);
        self.out.push_str("</text>\n");
    }

    /// A line from one place to another.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &str) {
        let (x1, x2) = (self.across(from.0), self.across(to.0));
        let (y1, y2) = (rounded(from.1), rounded(to.1));
        self.put(format_args!("<line x1=\"{x1}%\" y1=\"{y1}em\" x2=\"{x2}%\" y2=\"{y2}em\" class=\"{class}\"/>\n"));
    }

    /// A bar between two places across, with its top at `y`.
    pub(super) fn bar(&mut self, from: f64, to: f64, y: f64, height: f64, class: &str) {
        let (a, b) = (self.across(from), self.across(to));
        let (x, width) = (a.min(b), rounded((a - b).abs()));
        let (y, height) = (rounded(y), rounded(height));
        self.put(format_args!(
            "<rect x=\"{x}%\" y=\"{y}em\" width=\"{width}%\" height=\"{height}em\" class=\"{class}\"/>\n"
        ));
    }

    /// The mark of the series at `series`: each has another shape, full or hollow.
    pub(super) fn mark(&mut self, at: (f64, f64), shift: f64, series: usize) {
        let (x, y) = (self.across(at.0), rounded(at.1));
        self.put(format_args!("<svg x=\"{x}%\" y=\"{y}em\" overflow=\"visible\" class=\"mark s{series}\">"));
        let shift = rounded(if self.is_rtl { -shift } else { shift });
        match series % 3 {
            0 => self.put(format_args!("<circle cx=\"{shift}em\" cy=\"0\" r=\"0.36em\"/>")),
            1 => {
                let x = rounded(shift - 0.33);
                self.put(format_args!("<rect x=\"{x}em\" y=\"-0.33em\" width=\"0.66em\" height=\"0.66em\"/>"));
            }
            // A square on its corner turns around its middle, which is therefore where its drawing begins.
            _ => self.put(format_args!(
                "<svg x=\"{shift}em\" overflow=\"visible\"><rect x=\"-0.32em\" y=\"-0.32em\" width=\"0.64em\" \
                 height=\"0.64em\" transform=\"rotate(45)\"/></svg>"
            )),
        }
        self.out.push_str("</svg>\n");
    }

    /// Appends the drawing with the name and the words that stand for it.
    pub(super) fn write(&self, id: &str, title: &str, described: &str, out: &mut String) {
        let height = rounded(self.height);
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<svg class=\"plot\" role=\"img\" aria-labelledby=\"{id}:title {id}:desc\" width=\"100%\" height=\"{height}em\">\n\
             <title id=\"{id}:title\">"
        );
        escape::text(out, title.trim());
        let _ = write!(out, "</title>\n<desc id=\"{id}:desc\">");
        escape::text(out, described.trim());
        out.push_str("</desc>\n");
        out.push_str(&self.out);
        out.push_str("</svg>\n");
    }

    /// A place across as SVG counts it, from the left.
    fn across(&self, place: f64) -> f64 {
        rounded(if self.is_rtl { 100.0 - place } else { place })
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(what);
    }
}

/// A number with two decimals at most, and never a minus before zero.
fn rounded(number: f64) -> f64 {
    let number = (number * 100.0).round() / 100.0;
    if number == 0.0 || !number.is_finite() { 0.0 } else { number }
}
