//! A deck to print: what its cards say, on what stock, and the sheets that follow from it.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::digest::Digest;
use crate::print::block::{Card, Face};
use crate::print::compose::{FLOOR, LARGE, Shape};
use crate::print::faces::Faces;
use crate::print::furniture;
use crate::print::geometry::{Rect, Size, points};
use crate::print::impose::{Setup, Spot, Turn};
use crate::print::mark::{Element, Mark};
use crate::print::stock::{STOCKS, Stock};
use crate::print::text::Setter;

/// How many sheets are printed at once.
pub const MOST_SHEETS: usize = 500;
/// For so many cards no larger stock is looked for.
const MANY: usize = 1_000;

/// A deck, ready to be laid on sheets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deck {
    /// What it is called.
    pub title: String,
    /// The code of its language.
    pub language: Arc<str>,
    /// Whether that runs from right to left.
    pub is_rtl: bool,
    /// What it is printed on.
    pub stock: Stock,
    /// How its cards are moved and turned.
    pub setup: Setup,
    /// Whether its text is large print.
    pub is_large: bool,
    /// Its cards, each once.
    pub cards: Vec<Card>,
    /// How often each card is printed.
    pub copies: Copies,
    /// What stands beside the cards.
    pub captions: Captions,
}

/// How often each card of a deck is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Copies {
    /// So many times.
    Each(u16),
    /// As often as it takes to fill the last sheet.
    Fill,
}

/// The words beside the cards, for who prints and cuts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Captions {
    /// How to print.
    pub print: String,
    /// What a side of a sheet is called on which the fronts are.
    pub front: String,
    /// And the other one.
    pub back: String,
    /// The ten digits.
    pub digits: String,
    /// What the test sheet is called, and what is done with it, line by line.
    pub test: Vec<String>,
}

/// The sheets of a deck.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// Their sides in the order in which they are printed.
    pub sides: Vec<Side>,
    /// How many sheets there are.
    pub sheets: usize,
    /// What does not go on a card.
    pub problems: Vec<Problem>,
    /// The smallest stock for the same paper that holds all cards, where some are too long.
    pub larger: Option<String>,
    /// Whether there are more sheets than are printed at once: the rest is left out.
    pub is_cut: bool,
}

/// One side of a sheet.
#[derive(Clone, Debug)]
pub struct Side {
    /// The sheet, from 0.
    pub sheet: usize,
    /// Whether it is the side with the backs.
    pub is_back: bool,
    /// Its size in millimetres.
    pub size: Size,
    /// What it is called.
    pub name: String,
    /// The cards on it.
    pub cards: Vec<Placed>,
    /// What stands beside them.
    pub furniture: Vec<Mark>,
}

/// A side of a card at its place.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The card, among those of the deck.
    pub card: usize,
    /// Which of all printed cards it is a side of, copies counted.
    pub number: usize,
    /// Whether it is the card's back.
    pub is_back: bool,
    /// Where it lies.
    pub rect: Rect,
    /// What is seen of it.
    pub elements: Arc<Vec<Element>>,
}

/// Something that does not go on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The card, among those of the deck.
    pub card: usize,
    /// Whether it is on its back.
    pub is_back: bool,
    /// What it is.
    pub kind: Trouble,
}

/// What does not go on a card, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its text is too long, even at the smallest size.
    TooLong,
    /// No face has these characters.
    NoFace(Vec<char>),
    /// It has no words to see.
    Blank,
}

/// A card that has been fitted: front and back, relative to its own corner.
struct Fitted {
    front: Arc<Vec<Element>>,
    back: Option<Arc<Vec<Element>>>,
    problems: Vec<Problem>,
}

impl Deck {
    /// What its sheets follow from, besides the faces and the program.
    pub fn digest(&self) -> Digest {
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Its sheets. A card whose text does not go in is left blank and told of; `others` are stocks of the site's own
    /// that may hold it.
    pub fn lay(&self, faces: &Arc<Faces>, others: &[Stock]) -> Laid {
        let (side, rim) = (self.setup.side(&self.stock), self.setup.rim(&self.stock));
        let within = Rect::new(Size::default(), side).within(rim);
        let fitted: Vec<Fitted> = self
            .cards
            .par_iter()
            .enumerate()
            .map_init(|| Setter::new(faces), |setter, (at, card)| self.fit(setter, at, card, within))
            .collect();
        let mut order = self.order();
        let most = MOST_SHEETS * self.stock.places();
        let is_cut = order.len() > most;
        order.truncate(most);
        let mut setter = Setter::new(faces);
        let spots = self.setup.spots(&self.stock, order.len());
        // A deck without a card is a blank sheet.
        let sheets = spots.iter().map(|spot| spot.sheet + 1).max().unwrap_or(1);
        let has_backs = self.setup.turn != Turn::None && fitted.iter().any(|card| card.back.is_some());
        let mut sides = Vec::new();
        for sheet in 0..sheets {
            let all = || spots.iter().zip(&order).enumerate();
            let here = || all().filter(|(_, (spot, _))| spot.sheet == sheet);
            let front = |(number, (spot, card)): (usize, (&Spot, &usize))| {
                Some(placed(number, *card, false, spot.front, &fitted[*card].front))
            };
            let back = |(number, (spot, card)): (usize, (&Spot, &usize))| {
                Some(placed(number, *card, true, spot.back?, fitted[*card].back.as_ref()?))
            };
            if self.setup.turn == Turn::Fold {
                // Each front is read with its back.
                let both = here().flat_map(|at| front(at).into_iter().chain(back(at))).collect();
                sides.push(self.side(&mut setter, sheet, sheets, false, both, &spots));
                continue;
            }
            let (fronts, backs): (Vec<Placed>, Vec<Placed>) =
                (here().filter_map(front).collect(), here().filter_map(back).collect());
            sides.push(self.side(&mut setter, sheet, sheets, false, fronts, &spots));
            if has_backs {
                sides.push(self.side(&mut setter, sheet, sheets, true, backs, &spots));
            }
        }
        let problems: Vec<Problem> = fitted.into_iter().flat_map(|card| card.problems).collect();
        let larger = self.larger(&mut setter, &problems, others);
        Laid { sides, sheets, problems, larger, is_cut }
    }

    /// The test sheet: rulers, corners, and the outlines of fronts and backs.
    pub fn test_sheet(&self, faces: &Arc<Faces>) -> Laid {
        let setup = Setup { skip: 0, ..self.setup };
        let spots = setup.spots(
            &self.stock,
            setup.spots(&self.stock, self.stock.places()).iter().filter(|spot| spot.sheet == 0).count(),
        );
        let is_two_sided = matches!(setup.turn, Turn::LongEdge | Turn::ShortEdge);
        let sides = [false, true].into_iter().filter(|is_back| !is_back || is_two_sided).map(|is_back| Side {
            sheet: 0,
            is_back,
            size: self.stock.sheet,
            name: self.captions.test.first().cloned().unwrap_or_default(),
            cards: vec![Placed {
                card: 0,
                number: 0,
                is_back: false,
                rect: Rect::new(Size::default(), self.stock.sheet),
                elements: Arc::new(furniture::test(self, faces, &spots, is_back)),
            }],
            furniture: Vec::new(),
        });
        Laid { sides: sides.collect(), sheets: 1, ..Laid::default() }
    }

    /// No text on it is smaller than this, in points.
    fn floor(&self) -> f32 {
        if self.is_large { LARGE } else { FLOOR }
    }

    /// The cards in the order in which they lie on the sheets.
    fn order(&self) -> Vec<usize> {
        let all = 0..self.cards.len();
        match self.copies {
            Copies::Each(copies) => all.flat_map(|at| std::iter::repeat_n(at, usize::from(copies))).collect(),
            Copies::Fill => {
                let places = |setup: Setup| {
                    let spots = setup.spots(&self.stock, self.stock.places());
                    spots.iter().filter(|spot| spot.sheet == 0).count().max(1)
                };
                let (first, whole) = (places(self.setup), places(Setup { skip: 0, ..self.setup }));
                let further = self.cards.len().saturating_sub(first);
                let wanted = first + further.next_multiple_of(whole);
                all.cycle().take(if self.cards.is_empty() { 0 } else { wanted }).collect()
            }
        }
    }

    fn fit(&self, setter: &mut Setter, at: usize, card: &Card, within: Rect) -> Fitted {
        let mut problems = Vec::new();
        let mut side = |face: &Face, is_back: bool| {
            let mut shape = Shape::new(setter, face);
            if !shape.missing.is_empty() {
                let kind = Trouble::NoFace(shape.missing.clone());
                problems.push(Problem { card: at, is_back, kind });
            }
            if shape.is_blank {
                problems.push(Problem { card: at, is_back, kind: Trouble::Blank });
            }
            Arc::new(shape.fit(within, self.floor()).unwrap_or_else(|| {
                problems.push(Problem { card: at, is_back, kind: Trouble::TooLong });
                Vec::new()
            }))
        };
        let front = side(&card.front, false);
        let has_back = self.setup.turn != Turn::None;
        let back = card.back.as_ref().filter(|_| has_back).map(|face| side(face, true));
        Fitted { front, back, problems }
    }

    /// The smallest stock for the same paper that holds all cards, where some of them are too long.
    fn larger(&self, setter: &mut Setter, problems: &[Problem], others: &[Stock]) -> Option<String> {
        let is_long = |problem: &&Problem| problem.kind == Trouble::TooLong;
        let long: Vec<usize> = problems.iter().filter(is_long).map(|problem| problem.card).collect();
        // A long one is likely to be too long for the next stock, too.
        let mut order: Vec<&Card> = long.iter().filter_map(|at| self.cards.get(*at)).collect();
        order.extend(self.cards.iter().enumerate().filter(|(at, _)| !long.contains(at)).map(|(_, card)| card));
        if long.is_empty() || order.len() > MANY {
            return None;
        }
        let mut shapes: Vec<Shape> = Vec::new();
        for card in order {
            let back = card.back.as_ref().filter(|_| self.setup.turn != Turn::None);
            shapes.extend(std::iter::once(&card.front).chain(back).map(|face| Shape::new(setter, face)));
        }
        let area = |stock: &&Stock| {
            let side = self.setup.side(stock);
            side.x * side.y
        };
        let now = area(&&self.stock);
        let all = others.iter().chain(STOCKS.iter());
        let mut larger: Vec<&Stock> =
            all.filter(|stock| self.stock.is_on_paper_of(stock) && area(stock) > now).collect();
        larger.sort_by(|a, b| area(a).total_cmp(&area(b)));
        let holds = |stock: &&&Stock| {
            let within = Rect::new(Size::default(), self.setup.side(stock)).within(self.setup.rim(stock));
            stock.is_possible() && shapes.iter_mut().all(|shape| shape.goes_into(within, self.floor()))
        };
        larger.iter().find(holds).map(|stock| stock.name().to_owned())
    }

    fn side(
        &self,
        setter: &mut Setter,
        sheet: usize,
        sheets: usize,
        is_back: bool,
        cards: Vec<Placed>,
        spots: &[Spot],
    ) -> Side {
        let name = self.name_of(sheet, sheets, is_back);
        let here: Vec<Spot> = spots.iter().filter(|spot| spot.sheet == sheet).copied().collect();
        let furniture = furniture::around(self, setter, &here, is_back, &name);
        Side { sheet, is_back, size: self.stock.sheet, name, cards, furniture }
    }

    /// `Front 1/3`, in the digits of the deck's language.
    fn name_of(&self, sheet: usize, sheets: usize, is_back: bool) -> String {
        let digits: Vec<char> = self.captions.digits.chars().collect();
        let own = |number: usize| -> String {
            let digit = |c: char| c.to_digit(10).and_then(|at| digits.get(at as usize)).copied().unwrap_or(c);
            number.to_string().chars().map(digit).collect()
        };
        let word = if is_back { &self.captions.back } else { &self.captions.front };
        format!("{word} {}/{}", own(sheet + 1), own(sheets))
    }
}

fn placed(number: usize, card: usize, is_back: bool, rect: Rect, elements: &Arc<Vec<Element>>) -> Placed {
    Placed { card, number, is_back, rect, elements: Arc::clone(elements) }
}

impl Placed {
    /// The marks of one of its elements at their place on the sheet.
    pub fn marks(&self, element: &Element) -> Vec<Mark> {
        let by = (points(self.rect.x), points(self.rect.y));
        element.marks.iter().map(|mark| mark.clone().moved(by)).collect()
    }
}
