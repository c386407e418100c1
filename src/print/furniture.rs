//! What stands beside the cards: lines to cut and to fold along, rulers, a caption; and the test sheet.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::print::deck::Deck;
use crate::print::faces::Faces;
use crate::print::geometry::{POINTS, Rect, Size, mm, points};
use crate::print::impose::{MARGIN, Setup, Spot, Turn};
use crate::print::mark::{Element, Mark, Part};
use crate::print::text::{Align, Setter, Shaped, Text};

/// How high a ruler and its caption are.
const BAND: f64 = 5.6;
/// How long the ruler is on its upper side, four inches, and on its lower side.
const INCHES: f64 = 4.0 * 25.4;
const MILLIMETRES: f64 = 100.0;
/// A sheet narrower than this has no ruler.
const RULED: f64 = INCHES + 2.0 * MARGIN + 4.0;
/// The size of what a ruler measures, and the room for it in millimetres.
const UNIT: f32 = 6.5;
const NUMERALS: f64 = 10.5;
/// The size of captions: they are for who prints, and no part of a card.
const CAPTION: f32 = 6.5;
/// The distance of the test sheet's corners from the edges of the paper.
const CORNER: f64 = 10.0;

/// The marks around the cards of one side.
pub fn around(deck: &Deck, setter: &mut Setter, spots: &[Spot], is_back: bool, name: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    if !is_back {
        if deck.stock.is_cut {
            marks.extend(cuts(deck, spots));
        }
        if deck.setup.turn == Turn::Fold {
            marks.extend(folds(spots));
        }
    }
    if deck.stock.sheet.x < RULED {
        return marks;
    }
    let Band { at, is_between } = band(deck, is_back);
    marks.extend(ruler(at));
    // What the two sides of the ruler measure stands at its end.
    let end = points(at.x + INCHES + 1.0);
    for (said, top) in [("4 in", -8.6), ("100 mm", 0.6)] {
        let said = Text { words: said.to_owned(), ..Text::default() };
        let mut shaped = setter.shape(&said, false, false);
        marks.extend(shaped.place(UNIT, (end, points(at.y) + top), points(NUMERALS), Align::Start));
    }
    let x = at.x + INCHES + NUMERALS;
    let (width, room) = (points(deck.stock.sheet.x - MARGIN - x), points(BAND));
    // A caption is short, or it is left out: it must not run into a card.
    for said in [&*format!("{} · {name}", deck.title), name, ""] {
        let parts = [said, &deck.captions.print];
        let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let mut shaped = shape(setter, deck, &words);
        let Some(height) = shaped.height(CAPTION, width).filter(|height| *height <= room) else { continue };
        // Between two rows it stands above the line to cut along.
        let top = points(at.y) - if is_between { height + 1.5 } else { height / 2.0 };
        marks.extend(shaped.place(CAPTION, (points(x), top), width, Align::Start));
        break;
    }
    marks
}

/// The test sheet's marks: corners, rulers, the outlines of the cards of this side, and what to do with it.
pub fn test(deck: &Deck, faces: &Arc<Faces>, spots: &[Spot], is_back: bool) -> Vec<Element> {
    let sheet = deck.stock.sheet;
    let by = match is_back {
        true => mm(deck.setup.offset.x + deck.setup.back_offset.x, deck.setup.offset.y + deck.setup.back_offset.y),
        false => deck.setup.offset,
    };
    let mut marks = corners(sheet, by);
    let outline =
        |rect: Rect| Mark::frame(points(rect.x), points(rect.y), points(rect.width), points(rect.height), 0.0);
    let rects = spots.iter().flat_map(|spot| match (is_back, deck.setup.turn) {
        (true, _) => vec![spot.back],
        (false, Turn::Fold) => vec![Some(spot.front), spot.back],
        (false, _) => vec![Some(spot.front)],
    });
    marks.extend(rects.flatten().map(outline));
    let middle = mm((sheet.x - INCHES) / 2.0 + by.x, sheet.y - 1.6 * CORNER + by.y);
    marks.extend(ruler(middle));
    let upright = mm(sheet.x - 1.6 * CORNER + by.x, (sheet.y - MILLIMETRES) / 2.0 + by.y);
    marks.extend(upright_ruler(upright));
    let mut elements = vec![Element::ornament(marks)];
    let mut setter = Setter::new(faces);
    // The words stand in a frame, so that no line runs through them.
    let frame = spots.first().map(|spot| if is_back { spot.back.unwrap_or(spot.front) } else { spot.front });
    let frame = frame.unwrap_or(Rect::new(mm(0.0, 0.0), sheet)).within(mm(CORNER / 2.0, CORNER / 3.0));
    let (x, mut y, width) = (points(frame.x + CORNER), points(frame.y + CORNER), points(frame.width - 2.0 * CORNER));
    let (x, width) = if frame.width > 120.0 { (x, width) } else { (points(frame.x), points(frame.width)) };
    y = if frame.height > 120.0 { y } else { points(frame.y) };
    let side = if is_back { &deck.captions.back } else { &deck.captions.front };
    let first = deck.captions.test.first().map(|title| format!("{title}: {side}"));
    let lines = first.into_iter().chain(deck.captions.test.iter().skip(1).cloned());
    for (at, line) in lines.enumerate() {
        let size = if at == 0 { 10.0 } else { 8.0 };
        let mut shaped = shape(&mut setter, deck, &line);
        let part = if at == 0 { Part::Heading } else { Part::Passage };
        let marks = shaped.place(size, (x, y), width, Align::Start);
        y += shaped.height(size, width).unwrap_or(size) + 2.0;
        elements.push(Element { part, language: Arc::clone(&deck.language), is_rtl: deck.is_rtl, marks });
    }
    elements
}

fn shape(setter: &mut Setter, deck: &Deck, words: &str) -> Shaped {
    let text = Text { words: words.to_owned(), language: Arc::clone(&deck.language), is_rtl: deck.is_rtl };
    setter.shape(&text, false, true)
}

/// The lines along which plain paper is cut: the edges of cards that are not edges of the sheet, each once.
fn cuts(deck: &Deck, spots: &[Spot]) -> Vec<Mark> {
    let sheet = deck.stock.sheet;
    let still = |rect: Rect| rect.moved(mm(-deck.setup.offset.x, -deck.setup.offset.y));
    let wholes = spots.iter().map(|spot| match (spot.back, deck.setup.turn) {
        (Some(back), Turn::Fold) => Rect { width: back.right() - spot.front.x, ..spot.front },
        _ => spot.front,
    });
    let mut lines: BTreeSet<[i64; 4]> = BTreeSet::new();
    for rect in wholes {
        // Whether an edge is one of the sheet is told without what the printer is off by.
        for ((x1, y1, x2, y2), (left, upper, right, lower)) in edges(rect).into_iter().zip(edges(still(rect))) {
            let is_at = |a: f64, b: f64, edge: f64| (a - edge).abs() < 1.0 && (b - edge).abs() < 1.0;
            let is_edge = is_at(left, right, 0.0)
                || is_at(left, right, sheet.x)
                || is_at(upper, lower, 0.0)
                || is_at(upper, lower, sheet.y);
            #[expect(clippy::cast_possible_truncation, reason = "thousandths of a millimetre on a sheet")]
            let line = [x1, y1, x2, y2].map(|length| (length * 1000.0).round() as i64);
            if !is_edge {
                lines.insert(line);
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "thousandths of a millimetre on a sheet")]
    let point = |length: i64| points(length as f64 / 1000.0);
    let line = |[x1, y1, x2, y2]: [i64; 4]| Mark::Line {
        from: (point(x1), point(y1)),
        to: (point(x2), point(y2)),
        width: 0.3,
        is_dashed: false,
    };
    lines.into_iter().map(line).collect()
}

/// The edges of a rectangle, each by its two ends.
fn edges(rect: Rect) -> [(f64, f64, f64, f64); 4] {
    [
        (rect.x, rect.y, rect.right(), rect.y),
        (rect.x, rect.bottom(), rect.right(), rect.bottom()),
        (rect.x, rect.y, rect.x, rect.bottom()),
        (rect.right(), rect.y, rect.right(), rect.bottom()),
    ]
}

/// The lines along which front and back are folded.
fn folds(spots: &[Spot]) -> Vec<Mark> {
    let fold = |spot: &Spot| {
        let x = points(spot.back?.x);
        let (from, to) = ((x, points(spot.front.y)), (x, points(spot.front.bottom())));
        Some(Mark::Line { from, to, width: 0.5, is_dashed: true })
    };
    spots.iter().filter_map(fold).collect()
}

/// Where the ruler lies.
struct Band {
    at: Size,
    /// Whether it lies on a line between two rows.
    is_between: bool,
}

/// The band of a side: in the margin below or above its cards, or on a line between two rows.
fn band(deck: &Deck, is_back: bool) -> Band {
    let (stock, sheet) = (&deck.stock, deck.stock.sheet);
    let spots = Setup { skip: 0, ..deck.setup }.spots(stock, stock.places());
    let rect = |spot: &Spot| if is_back { spot.back.unwrap_or(spot.front) } else { spot.front };
    let rects: Vec<Rect> = spots.iter().filter(|spot| spot.sheet == 0).map(rect).collect();
    let top = rects.iter().map(|rect| rect.y).fold(f64::MAX, f64::min);
    let bottom = rects.iter().map(Rect::bottom).fold(0.0, f64::max);
    let x = MARGIN + 1.0;
    let within = |y: f64| Band { at: mm(x, y), is_between: false };
    if sheet.y - bottom >= MARGIN + BAND {
        return within(sheet.y - MARGIN - BAND / 2.0);
    }
    if top >= MARGIN + BAND {
        return within(MARGIN + BAND / 2.0);
    }
    let mut edges: Vec<f64> = rects.iter().map(|rect| rect.y).filter(|y| *y > top + 1.0).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|a, b| (*a - *b).abs() < 0.01);
    match edges.get(edges.len() / 2) {
        Some(y) => Band { at: mm(x, *y), is_between: true },
        // One card is the whole sheet, and its rim is wide enough.
        None => within(sheet.y - MARGIN - BAND / 2.0),
    }
}

/// A ruler from `at` to the right: four inches above the line, 100 millimetres below it.
fn ruler(at: Size) -> Vec<Mark> {
    let (x, y) = (points(at.x), points(at.y));
    let tick = |offset: f64, height: f32| {
        let x = x + points(offset);
        Mark::Line { from: (x, y), to: (x, y + height), width: 0.3, is_dashed: false }
    };
    let line = Mark::Line { from: (x, y), to: (x + points(INCHES), y), width: 0.3, is_dashed: false };
    let inches = (0..=16).map(|quarter| {
        let long = if quarter % 4 == 0 { -4.5 } else { -2.2 };
        tick(f64::from(quarter) * 6.35, long)
    });
    let millimetres = (0..=20).map(|fifth| {
        let long = if fifth % 2 == 0 { 4.5 } else { 2.2 };
        tick(f64::from(fifth) * 5.0, long)
    });
    std::iter::once(line).chain(inches).chain(millimetres).collect()
}

/// A ruler from `at` down, 100 millimetres long.
fn upright_ruler(at: Size) -> Vec<Mark> {
    let (x, y) = (points(at.x), points(at.y));
    let line = Mark::line((x, y), (x, y + points(MILLIMETRES)));
    let ticks = (0..=20).map(|fifth| {
        let y = y + points(f64::from(fifth) * 5.0);
        let long = if fifth % 2 == 0 { 4.5 } else { 2.2 };
        Mark::Line { from: (x, y), to: (x + long, y), width: 0.3, is_dashed: false }
    });
    std::iter::once(line).chain(ticks).collect()
}

/// Angles at a known distance from the edges of the paper.
fn corners(sheet: Size, by: Size) -> Vec<Mark> {
    #[expect(clippy::cast_possible_truncation, reason = "a few points")]
    let arm = (8.0 * POINTS) as f32;
    let (left, right) = (points(CORNER + by.x), points(sheet.x - CORNER + by.x));
    let (top, bottom) = (points(CORNER + by.y), points(sheet.y - CORNER + by.y));
    let angle = |x: f32, y: f32, across: f32, down: f32| {
        [Mark::line((x, y), (x + across, y)), Mark::line((x, y), (x, y + down))]
    };
    let all = [
        angle(left, top, arm, arm),
        angle(right, top, -arm, arm),
        angle(left, bottom, arm, -arm),
        angle(right, bottom, -arm, -arm),
    ];
    all.into_iter().flatten().collect()
}
