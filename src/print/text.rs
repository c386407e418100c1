//! Setting text: shaped once, broken to any width at any size.

use std::ops::Range;
use std::sync::Arc;

use parley::{BaseDirection, FontContext, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty};
use serde::Serialize;

use crate::print::faces::Faces;
use crate::print::mark::{Glyph, Glyphs, Mark};

/// The size at which text is shaped. Widths at other sizes follow from it.
const SHAPED_AT: f32 = 100.0;

/// Words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The words.
    pub words: String,
    /// The code of their language.
    pub language: Arc<str>,
    /// Whether its script runs from right to left.
    pub is_rtl: bool,
}

/// How text stands between the edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Align {
    /// At the side where its language begins.
    #[default]
    Start,
    /// In the middle.
    Centre,
}

/// Sets text in some faces: one for each thread.
pub struct Setter {
    faces: Arc<Faces>,
    fonts: FontContext,
    layouts: LayoutContext<()>,
}

/// Text that is ready to be broken into lines.
pub struct Shaped {
    layout: Layout<()>,
    faces: Arc<Faces>,
    /// What is set: the words without what no face has.
    text: Arc<str>,
    /// The code of its language.
    pub language: Arc<str>,
    /// Whether its script runs from right to left.
    pub is_rtl: bool,
    /// The characters that no face has.
    pub missing: Vec<char>,
}

impl Text {
    /// Whether there is nothing to set.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }
}

impl Setter {
    /// A setter for `faces`.
    pub fn new(faces: &Arc<Faces>) -> Self {
        Self { faces: Arc::clone(faces), fonts: faces.context(), layouts: LayoutContext::new() }
    }

    /// `text`, in bold or not. `breaks` lets it break within words, as long addresses must.
    pub fn shape(&mut self, text: &Text, is_bold: bool, breaks: bool) -> Shaped {
        let mut words = clean(&text.words);
        let mut layout = self.layout(text, &words, is_bold, breaks);
        let mut missing: Vec<char> = Vec::new();
        let gaps = gaps(&layout);
        if !gaps.is_empty() {
            let gone = |c: &char| !self.faces.has(*c);
            missing = gaps.iter().filter_map(|gap| words.get(gap.clone())).flat_map(str::chars).filter(gone).collect();
            for gap in gaps.into_iter().rev() {
                if words.get(gap.clone()).is_some() {
                    words.replace_range(gap, "");
                }
            }
            words = clean(&words);
            layout = self.layout(text, &words, is_bold, breaks);
            missing.sort_unstable();
            missing.dedup();
        }
        Shaped {
            layout,
            faces: Arc::clone(&self.faces),
            text: words.into(),
            language: Arc::clone(&text.language),
            is_rtl: text.is_rtl,
            missing,
        }
    }

    fn layout(&mut self, text: &Text, words: &str, is_bold: bool, breaks: bool) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, words, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(self.faces.family()));
        builder.push_default(StyleProperty::FontSize(SHAPED_AT));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.0)));
        builder.push_default(StyleProperty::FontWeight(if is_bold { FontWeight::BOLD } else { FontWeight::NORMAL }));
        builder.push_default(StyleProperty::Locale(text.language.parse().ok()));
        if breaks {
            builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        }
        builder.set_base_direction(if text.is_rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        let mut layout = builder.build(words);
        layout.break_all_lines(None);
        layout
    }
}

impl Shaped {
    /// What is set.
    pub fn words(&self) -> &str {
        &self.text
    }

    /// Whether nothing of it is seen.
    pub fn is_blank(&self) -> bool {
        let is_seen = |glyph: parley::Glyph, face: usize| !self.faces.is_blank(face, glyph.id);
        !self.layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()).any(|run| {
            let face = self.faces.position(run.font().data.id()).unwrap_or(0);
            run.clusters().any(|cluster| cluster.glyphs().any(|glyph| is_seen(glyph, face)))
        })
    }

    /// How high a line is, as a part of the size. Scripts from right to left reach further up and down.
    pub fn leading(&self) -> f32 {
        if self.is_rtl { 1.5 } else { 1.24 }
    }

    /// How many lines it takes at `size` in `width`; `None` where a word is wider than that.
    pub fn lines(&mut self, size: f32, width: f32) -> Option<usize> {
        let most = width * SHAPED_AT / size;
        self.layout.break_all_lines(Some(most));
        let widest = self.layout.lines().map(|line| line.metrics().advance - line.metrics().hanging_advance);
        let is_wide = widest.fold(0.0, f32::max) > most + 0.1;
        (!is_wide).then(|| self.layout.len())
    }

    /// Its height at `size` in `width`; `None` where a word is wider than that.
    pub fn height(&mut self, size: f32, width: f32) -> Option<f32> {
        #[expect(clippy::cast_precision_loss, reason = "a card has few lines")]
        let lines = self.lines(size, width)? as f32;
        Some(lines * size * self.leading())
    }

    /// Its width at `size` on one line.
    pub fn width(&mut self, size: f32) -> f32 {
        self.layout.break_all_lines(None);
        self.layout.lines().map(|line| line.metrics().advance).fold(0.0, f32::max) * size / SHAPED_AT
    }

    /// Its glyphs with the top left at `x`, `y`. Lines are made about equally long, so that no short word stands
    /// alone on the last one where there is a way.
    pub fn place(&mut self, size: f32, at: (f32, f32), width: f32, align: Align) -> Vec<Mark> {
        self.balance(size, width, 0.4);
        self.placed(size, at, width, align)
    }

    /// The same for a passage: its lines are as long as they can be, but for a last one that would be a word alone.
    pub fn place_passage(&mut self, size: f32, at: (f32, f32), width: f32) -> Vec<Mark> {
        let most = width * SHAPED_AT / size;
        let is_alone = self.lines(size, width).is_some_and(|lines| lines > 1)
            && self.layout.lines().last().is_some_and(|line| line.metrics().advance < most * 0.25);
        if is_alone {
            self.balance(size, width, 0.8);
        }
        self.placed(size, at, width, Align::Start)
    }

    fn placed(&mut self, size: f32, (x, y): (f32, f32), width: f32, align: Align) -> Vec<Mark> {
        let scale = size / SHAPED_AT;
        let mut marks = Vec::new();
        let mut top = y;
        for line in self.layout.lines() {
            let metrics = line.metrics();
            // The space at which a line breaks takes room where it stands between directions, so it is left out there;
            // elsewhere it hangs beyond the end and keeps the words apart that are copied.
            let range = line.text_range();
            let seen = self.text.get(range.clone()).map_or(range.end, |text| range.start + text.trim_end().len());
            let is_out = |at: usize, run_is_rtl: bool| at >= seen && (self.is_rtl || run_is_rtl);
            let runs = line.runs().flat_map(|run| {
                run.clusters().map(move |one| (one.text_range().start, run.is_rtl(), one.advance())).collect::<Vec<_>>()
            });
            let out: f32 = runs.filter(|(at, is_rtl, _)| is_out(*at, *is_rtl)).map(|(.., advance)| advance).sum();
            let ink = (metrics.advance - if out > 0.0 { out } else { metrics.hanging_advance }) * scale;
            let mut at = match (align, self.is_rtl) {
                (Align::Centre, _) => x + (width - ink) / 2.0,
                (Align::Start, true) => x + width - ink,
                (Align::Start, false) => x,
            };
            let baseline = top + size * (self.leading() / 2.0 + if self.is_rtl { 0.26 } else { 0.34 });
            for run in line.runs() {
                let (_, id) = run.font().data.clone().into_raw_parts();
                let Some(face) = self.faces.position(id) else { continue };
                let mut glyphs: Vec<Glyph> = Vec::new();
                let start = at;
                for cluster in run.visual_clusters() {
                    if is_out(cluster.text_range().start, run.is_rtl()) {
                        continue;
                    }
                    if cluster.is_ligature_continuation() {
                        if let Some(last) = glyphs.last_mut() {
                            last.text.end = last.text.end.max(cluster.text_range().end);
                            last.text.start = last.text.start.min(cluster.text_range().start);
                        }
                        continue;
                    }
                    for glyph in cluster.glyphs() {
                        glyphs.push(Glyph {
                            id: glyph.id,
                            advance: glyph.advance / SHAPED_AT,
                            moved: (glyph.x / SHAPED_AT, -glyph.y / SHAPED_AT),
                            text: cluster.text_range(),
                        });
                        at += glyph.advance * scale;
                    }
                }
                if !glyphs.is_empty() {
                    let text = Arc::clone(&self.text);
                    marks.push(Mark::Glyphs(Glyphs { x: start, y: baseline, size, face, text, glyphs }));
                }
            }
            top += size * self.leading();
        }
        marks
    }

    /// Breaks it into as few lines as `width` allows, and these about equally long, but no shorter than the
    /// part `narrowest` of it.
    fn balance(&mut self, size: f32, width: f32, narrowest: f32) {
        let Some(least) = self.lines(size, width).filter(|lines| (2..=12).contains(lines)) else { return };
        let (mut narrow, mut wide) = (width * narrowest, width);
        for _ in 0..7 {
            let middle = f32::midpoint(narrow, wide);
            match self.lines(size, middle) {
                Some(lines) if lines <= least => wide = middle,
                _ => narrow = middle,
            }
        }
        self.lines(size, wide);
    }
}

/// Words as they can be set: one space where there is any, and nothing that is no character to see. Spaces at which no
/// line breaks stay.
fn clean(words: &str) -> String {
    let is_seen = |c: &char| !c.is_control() && !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    let parts = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    let spaced = words.split(parts).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    spaced.chars().filter(is_seen).collect()
}

/// The parts of the text for which there is no glyph, in order.
fn gaps(layout: &Layout<()>) -> Vec<Range<usize>> {
    let runs = layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
    let clusters = runs.flat_map(|run| run.clusters().collect::<Vec<_>>());
    let without = clusters.filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0));
    let mut gaps: Vec<Range<usize>> = without.map(|cluster| cluster.text_range()).collect();
    gaps.sort_by_key(|gap| gap.start);
    gaps.dedup_by(|next, last| {
        let overlaps = next.start < last.end;
        if overlaps {
            last.end = last.end.max(next.end);
        }
        overlaps
    });
    gaps
}
