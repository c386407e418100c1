//! Decks: what is printed of them.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use homeroom::print::block::{Block, Card, Face};
use homeroom::print::deck::{Captions, Copies, Deck, Laid, Placed, Side, Trouble};
use homeroom::print::faces::Faces;
use homeroom::print::geometry::{Rect, Size, points};
use homeroom::print::impose::{Setup, Turn};
use homeroom::print::mark::{Element, Glyph, Glyphs, Mark, Part, Piece};
use homeroom::print::pdf::{About, pdf};
use homeroom::print::stock::{STOCKS, Stock};
use homeroom::print::svg;
use homeroom::print::text::Text;

const ABOUT: About<'_> = About { title: "Deck", language: "en", is_rtl: false };

fn text(words: &str) -> Text {
    Text { words: words.to_owned(), language: "en".into(), is_rtl: false }
}

fn deck(stock: &Stock, turn: Turn, title: &str) -> Deck {
    let front = Face { head: Vec::new(), body: vec![Block::title(text(title), 0)], foot: Vec::new() };
    let back = Face { head: Vec::new(), body: vec![Block::body(text("What else?"))], foot: Vec::new() };
    Deck {
        title: "Deck".to_owned(),
        language: "en".into(),
        is_rtl: false,
        stock: stock.clone(),
        setup: Setup { turn, ..Setup::default() },
        is_large: false,
        cards: vec![Card { name: title.to_owned(), front, back: Some(back) }; 3],
        copies: Copies::Each(1),
        captions: Captions {
            print: "Print at 100 %".to_owned(),
            digits: "0123456789".to_owned(),
            ..Captions::default()
        },
    }
}

/// The ends of what a mark draws: left, top, right, bottom.
fn ends(mark: &Mark) -> [f32; 4] {
    let around = |points: &[(f32, f32)]| {
        points.iter().fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |[l, t, r, b], (x, y)| {
            [l.min(*x), t.min(*y), r.max(*x), b.max(*y)]
        })
    };
    match mark {
        Mark::Glyphs(glyphs) => {
            let is_blank = |glyph: &&Glyph| glyphs.text[glyph.text.clone()].trim().is_empty();
            let blank = glyphs.glyphs.iter().rev().take_while(is_blank).count();
            let seen = &glyphs.glyphs[..glyphs.glyphs.len() - blank];
            let width: f32 = seen.iter().map(|glyph| glyph.advance).sum::<f32>() * glyphs.size;
            around(&[(glyphs.x, glyphs.y - glyphs.size * 0.7), (glyphs.x + width, glyphs.y + glyphs.size * 0.25)])
        }
        Mark::Line { from, to, .. } => around(&[*from, *to]),
        Mark::Code { at, module, runs } => {
            let side = runs.iter().map(|(x, _, length)| x + length).max().unwrap_or(0);
            around(&[*at, (at.0 + module * f32::from(side), at.1 + module * f32::from(side))])
        }
        Mark::Shape { pieces, .. } => {
            let point = |piece: &Piece| match piece {
                Piece::Move(x, y) | Piece::Line(x, y) | Piece::Curve(_, _, _, _, x, y) => Some((*x, *y)),
                Piece::Close => None,
            };
            around(&pieces.iter().filter_map(point).collect::<Vec<_>>())
        }
    }
}

#[test]
fn nothing_leaves_the_safe_area_on_any_stock_however_it_is_turned() {
    let faces = Faces::plain();
    for stock in STOCKS.iter() {
        for turn in [Turn::None, Turn::LongEdge, Turn::ShortEdge, Turn::Fold] {
            let deck = deck(stock, turn, "Who made the week easier, and how?");
            let (laid, rim) = (deck.lay(&faces, &[]), deck.setup.rim(stock));
            assert!(laid.problems.is_empty(), "{} {turn:?}: {:?}", stock.name(), laid.problems);
            let placed: Vec<&Placed> = laid.sides.iter().flat_map(|side| &side.cards).collect();
            assert_eq!(placed.len(), if turn == Turn::None { 3 } else { 6 }, "{} {turn:?}", stock.name());
            for placed in placed {
                let safe = placed.rect.within(rim);
                let marks = placed.elements.iter().flat_map(|element| placed.marks(element));
                for mark in marks {
                    let [left, top, right, bottom] = ends(&mark);
                    let is_within = left >= points(safe.x) - 0.5
                        && top >= points(safe.y) - 0.5
                        && right <= points(safe.right()) + 0.5
                        && bottom <= points(safe.bottom()) + 0.5;
                    let ends = [left, top, right, bottom].map(|point| f64::from(point) / 72.0 * 25.4);
                    assert!(is_within, "{} {turn:?}: {ends:?} in {safe:?}", stock.name());
                }
            }
        }
    }
}

#[test]
fn text_shrinks_to_nine_points_and_then_says_what_would_hold_it() {
    let faces = Faces::plain();
    let stock = &STOCKS[0];
    let of = |words: usize, is_large: bool| {
        let title = vec!["word"; words].join(" ");
        let deck = Deck { is_large, ..deck(stock, Turn::None, &title) };
        deck.lay(&faces, &[])
    };
    let smallest = |laid: &Laid| {
        let marks = laid.sides.iter().flat_map(|side| &side.cards).flat_map(|placed| placed.elements.iter());
        let sizes = marks.flat_map(|element| &element.marks).filter_map(|mark| match mark {
            Mark::Glyphs(glyphs) => Some(glyphs.size),
            _ => None,
        });
        sizes.fold(f32::MAX, f32::min)
    };
    let sizes: Vec<f32> = [3, 30, 60, 90].into_iter().map(|words| smallest(&of(words, false))).collect();
    assert!(sizes.is_sorted_by(|a, b| a > b) && sizes[3] >= 9.0, "{sizes:?}");
    assert!(smallest(&of(20, true)) >= 18.0);
    let laid = of(400, false);
    let kinds: Vec<&Trouble> = laid.problems.iter().map(|problem| &problem.kind).collect();
    assert_eq!(kinds, [&Trouble::TooLong; 3]);
    assert_eq!(laid.larger.as_deref(), Some("5389"), "the smallest that holds them, on the same paper");
    assert!(laid.sides[0].cards.iter().all(|placed| placed.elements.is_empty()), "never half a card");
    assert_eq!(of(20_000, false).larger, None);
}

#[test]
fn no_short_word_stands_alone_on_the_last_line() {
    let faces = Faces::plain();
    let deck = deck(&STOCKS[0], Turn::None, "What helps you to begin a task that you do not like at all?");
    let laid = deck.lay(&faces, &[]);
    let widths: Vec<f32> = laid.sides[0].cards[0]
        .elements
        .iter()
        .flat_map(|element| &element.marks)
        .filter_map(|mark| match mark {
            Mark::Glyphs(glyphs) => Some(glyphs.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * glyphs.size),
            _ => None,
        })
        .collect();
    let (last, longest) = (widths[widths.len() - 1], widths.iter().copied().fold(0.0, f32::max));
    assert!(widths.len() > 1 && last > longest * 0.6, "{widths:?}");
}

#[test]
fn the_same_deck_gives_the_same_bytes() {
    let faces = Faces::plain();
    let deck = deck(&STOCKS[2], Turn::LongEdge, "Who helped you?");
    let bytes = || pdf(&deck.lay(&faces, &[]), &faces, ABOUT).expect("a PDF");
    assert_eq!(bytes(), bytes());
    let pictures = || deck.lay(&faces, &[]).sides.iter().map(|side| svg::picture(side, &faces)).collect::<Vec<_>>();
    assert_eq!(pictures(), pictures());
}

/// NOT_PRINTED: what only a glyph that is not in its font brings about.
#[test]
fn what_cannot_be_written_is_said_and_is_no_crash() {
    let glyph = Glyph { id: 60_000, advance: 0.5, moved: (0.0, 0.0), text: 0..1 };
    let glyphs = Glyphs { x: 10.0, y: 10.0, size: 9.0, face: 0, text: "x".into(), glyphs: vec![glyph] };
    let element =
        Element { part: Part::Passage, language: "en".into(), is_rtl: false, marks: vec![Mark::Glyphs(glyphs)] };
    let placed = Placed {
        card: 0,
        number: 0,
        is_back: false,
        rect: Rect::new(Size::default(), Size { x: 50.0, y: 50.0 }),
        elements: Arc::new(vec![element]),
    };
    let side = Side {
        sheet: 0,
        is_back: false,
        size: Size { x: 50.0, y: 50.0 },
        name: "Front".to_owned(),
        cards: vec![placed],
        furniture: Vec::new(),
    };
    let laid = Laid { sides: vec![side], sheets: 1, ..Laid::default() };
    assert!(pdf(&laid, &Faces::plain(), ABOUT).is_err());
}

#[test]
fn every_deck_of_the_hub_is_printed_and_nothing_in_it_names_a_path() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("site");
    let run = Command::new(env!("CARGO_BIN_EXE_homeroom"))
        .args(["build", "--today", "2026-11-30", "--root"])
        .arg(root)
        .arg("-o")
        .arg(&output)
        .output()
        .expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let (mut decks, mut folds) = (0, 0);
    for file in std::fs::read_dir(root.join("content/cards")).expect("the decks") {
        let name = file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned();
        if name.starts_with('_') || name.contains('.') {
            continue;
        }
        let at = output.join("cards").join(&name);
        let bytes = std::fs::read(at.join(format!("{name}.pdf"))).expect("its PDF");
        assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
        let said = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!said.contains(env!("CARGO_MANIFEST_DIR")) && !said.contains("/tmp"), "{name} names a path");
        assert!(said.contains("pdfuaid:part"), "{name} does not say that it is PDF/UA");
        let first = std::fs::read_to_string(at.join("first-sheet.svg")).expect("its first sheet");
        assert!(first.starts_with("<svg xmlns") && first.contains("<use href"), "{name}");
        let sheets = std::fs::read_to_string(at.join("sheets/index.html")).expect("its sheets");
        assert!(sheets.contains("src=\"../../../cards/") && at.join("sheets/1.svg").is_file(), "{name}");
        let fold = at.join(format!("{name}-fold.pdf"));
        folds += usize::from(std::fs::read(fold).is_ok_and(|bytes| bytes.starts_with(b"%PDF-1.7")));
        decks += 1;
    }
    assert!(decks > 30 && folds > 8, "{decks} decks, {folds} of them to fold");
}
