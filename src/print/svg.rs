//! The same sheets as SVG: pictures that need no font, for a page that shows and prints them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use skrifa::instance::{LocationRef, Size as At};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::print::code::{self, Code};
use crate::print::deck::Side;
use crate::print::faces::Faces;
use crate::print::geometry::{Size, points};
use crate::print::icon::Icon;
use crate::print::mark::{Glyphs, Mark, Piece};

/// The glyphs that some pictures use: face and number.
type Used = BTreeSet<(usize, u32)>;

/// A picture of a side, with all it needs.
pub fn picture(side: &Side, faces: &Faces) -> String {
    let mut used = Used::new();
    let body = drawing(side, faces, &mut used);
    let defs = glyphs(&used, faces);
    let background = "<path fill=\"#fff\" d=\"M0 0H9999V9999H0z\"/>";
    format!("{}<defs>{defs}</defs>{background}{body}</svg>\n", opening(side.size))
}

/// The opening tag of a drawing of a sheet.
fn opening(size: Size) -> String {
    let (width, height) = (short(points(size.x)), short(points(size.y)));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {width} {height}\">",
        rounded(size.x),
        rounded(size.y)
    )
}

/// A length to a thousandth.
fn rounded(length: f64) -> f64 {
    (length * 1000.0).round() / 1000.0
}

/// A small drawing on a square of 24, and whether it is filled.
pub fn shape(icon: Icon) -> (String, bool) {
    let marks = icon.marks((0.0, 0.0), 24.0);
    let is_filled = marks.iter().any(|mark| matches!(mark, Mark::Shape { outline: None, .. }));
    let pieces = marks.iter().filter_map(|mark| match mark {
        Mark::Shape { pieces, .. } => Some(path(pieces)),
        _ => None,
    });
    (pieces.collect(), is_filled)
}

/// The code of `address`: how many modules stand side by side, and the black ones; `None` where it is too long.
pub fn code(address: &str) -> Option<(f32, String)> {
    let code = Code::of(address)?;
    Some((code.modules(), code.path()))
}

/// What is drawn on a side; the glyphs it takes are added to `used` and must stand in the same document.
fn drawing(side: &Side, faces: &Faces, used: &mut Used) -> String {
    let mut out = String::new();
    let all = side.cards.iter().flat_map(|placed| placed.elements.iter().flat_map(|element| placed.marks(element)));
    for mark in side.furniture.iter().cloned().chain(all) {
        write_mark(&mut out, &mark, faces, used);
    }
    out
}

/// The outlines of the glyphs in `used`, each under its name.
fn glyphs(used: &Used, faces: &Faces) -> String {
    let mut out = String::new();
    for (face, id) in used {
        let Some(file) = faces.file(*face) else { continue };
        let Ok(font) = FontRef::new((*file).as_ref()) else { continue };
        let mut pen = Pen::default();
        if let Some(outline) = font.outline_glyphs().get(GlyphId::new(*id)) {
            let settings = DrawSettings::unhinted(At::unscaled(), LocationRef::default());
            if outline.draw(settings, &mut pen).is_err() {
                continue;
            }
        }
        let _ = write!(out, "<path id=\"g{face}-{id}\" d=\"{}\"/>", pen.path);
    }
    out
}

fn write_mark(out: &mut String, mark: &Mark, faces: &Faces, used: &mut Used) {
    // A string takes all that is written to it.
    let _ = match mark {
        Mark::Glyphs(glyphs) => {
            write_glyphs(out, glyphs, faces, used);
            Ok(())
        }
        Mark::Code { at, module, runs } => {
            let (x, y) = (short(at.0), short(at.1));
            write!(out, "<path transform=\"translate({x} {y})scale({module:.5})\" d=\"{}\"/>", code::path(runs))
        }
        Mark::Line { from, to, width, is_dashed } => {
            let dash = if *is_dashed { " stroke-dasharray=\"3\"" } else { "" };
            let ends = [from.0, from.1, to.0, to.1].map(short);
            let [x1, y1, x2, y2] = &ends;
            write!(out, "<path stroke=\"#000\" stroke-width=\"{}\"{dash} d=\"M{x1} {y1}L{x2} {y2}\"/>", short(*width))
        }
        Mark::Shape { pieces, outline: Some(width) } => {
            write!(
                out,
                "<path fill=\"none\" stroke=\"#000\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke-width=\"{}\" d=\"{}\"/>",
                short(*width),
                path(pieces)
            )
        }
        Mark::Shape { pieces, outline: None } => write!(out, "<path d=\"{}\"/>", path(pieces)),
    };
}

fn write_glyphs(out: &mut String, glyphs: &Glyphs, faces: &Faces, used: &mut Used) {
    let units = faces.units(glyphs.face);
    let scale = glyphs.size / units;
    let (x, y) = (short(glyphs.x), short(glyphs.y));
    let _ = write!(out, "<g transform=\"translate({x} {y})scale({scale:.5} -{scale:.5})\">");
    let mut at = 0.0;
    for glyph in &glyphs.glyphs {
        let (right, up) = ((at + glyph.moved.0) * units, glyph.moved.1 * units);
        at += glyph.advance;
        if faces.is_blank(glyphs.face, glyph.id) {
            continue;
        }
        used.insert((glyphs.face, glyph.id));
        let y = if up == 0.0 { String::new() } else { format!(" y=\"{up:.0}\"") };
        let _ = write!(out, "<use href=\"#g{}-{}\" x=\"{right:.0}\"{y}/>", glyphs.face, glyph.id);
    }
    out.push_str("</g>");
}

fn path(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        let _ = match *piece {
            Piece::Move(x, y) => write!(out, "M{} {}", short(x), short(y)),
            Piece::Line(x, y) => write!(out, "L{} {}", short(x), short(y)),
            Piece::Curve(x1, y1, x2, y2, x, y) => {
                let [x1, y1, x2, y2, x, y] = [x1, y1, x2, y2, x, y].map(short);
                write!(out, "C{x1} {y1} {x2} {y2} {x} {y}")
            }
            Piece::Close => write!(out, "z"),
        };
    }
    out
}

/// A length in points to a hundredth.
fn short(length: f32) -> String {
    let text = format!("{length:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Writes an outline in units of the face.
#[derive(Default)]
struct Pen {
    path: String,
}

impl Pen {
    fn add(&mut self, command: char, numbers: &[f32]) {
        self.path.push(command);
        for (at, number) in numbers.iter().enumerate() {
            if at > 0 {
                self.path.push(' ');
            }
            let _ = write!(self.path, "{number:.0}");
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add('Q', &[cx, cy, x, y]);
    }

    fn curve_to(&mut self, cx: f32, cy: f32, dx: f32, dy: f32, x: f32, y: f32) {
        self.add('C', &[cx, cy, dx, dy, x, y]);
    }

    fn close(&mut self) {
        self.path.push('z');
    }
}
