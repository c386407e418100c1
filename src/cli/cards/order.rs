//! A deck as the command line asks for it.

use clap::{Args, ValueEnum};

use crate::build::Assembled;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::text::line;
use crate::model::collections::deck::{Back, Deck, Duplex, Layout, TextSize};
use crate::model::collections::prompt::{Depth, PromptKind};
use crate::model::collections::{Detail, Kind};
use crate::model::entry::EntryIndex;
use crate::model::language::Language;
use crate::model::query::Query;
use crate::model::site::Site;
use crate::print::stock::{self, STOCKS, Stock};

/// What is on the cards, and how they are printed.
#[derive(Debug, Args)]
pub struct Order {
    /// What is printed, such as cards, check-in-strip, exit-ticket, greeting-poster [default: cards]
    #[arg(long, value_parser = layout)]
    layout: Option<Layout>,
    /// The stock, such as 5388; `--stocks` lists them [default: plain paper]
    #[arg(long, value_name = "NAME")]
    stock: Option<String>,
    /// The paper: of a deck for the other one, the nearest stock is taken
    #[arg(long, value_enum)]
    paper: Option<Paper>,
    /// Only prompts about this
    #[arg(long = "theme", value_name = "WORD", value_delimiter = ',')]
    themes: Vec<String>,
    /// Only prompts for these grades, such as 6-8
    #[arg(long, value_name = "RANGE", value_delimiter = ',')]
    grades: Vec<String>,
    /// Only prompts of this depth: 1 (light), 2 (personal), 3 (vulnerable)
    #[arg(long, value_name = "N", value_delimiter = ',', value_parser = depth)]
    depth: Vec<Depth>,
    /// Only prompts that take at most so many minutes
    #[arg(long, value_name = "N")]
    minutes: Option<u16>,
    /// Only prompts for this group, such as pair or circle
    #[arg(long, value_name = "WORD", value_delimiter = ',')]
    group: Vec<String>,
    /// Only prompts that can be answered so, such as draw
    #[arg(long = "answer-by", value_name = "WORD", value_delimiter = ',')]
    formats: Vec<String>,
    /// Only prompts that practice this skill
    #[arg(long = "skill", value_name = "WORD", value_delimiter = ',')]
    competencies: Vec<String>,
    /// Only prompts with this tag
    #[arg(long = "tag", value_name = "WORD", value_delimiter = ',')]
    tags: Vec<String>,
    /// Only prompts of this form: question, praise, sentence-starter, scale, draw
    #[arg(long, value_name = "FORM", value_delimiter = ',', value_parser = prompt_kind)]
    kind: Vec<PromptKind>,
    /// At most so many prompts
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// The policy whose data are printed
    #[arg(long, value_name = "NAME")]
    policy: Vec<String>,
    /// The languages on each card, the first one largest
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    lang: Vec<String>,
    /// What stands on the back: none, lines, follow-ups, translation, code
    #[arg(long, value_parser = back)]
    back: Option<Back>,
    /// How many of each card
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=500))]
    copies: Option<u16>,
    /// How many places of the first sheet are used up
    #[arg(long, value_name = "N")]
    skip: Option<u16>,
    /// How the printer turns the sheet: long-edge, short-edge, fold, none
    #[arg(long, value_parser = duplex)]
    duplex: Option<Duplex>,
    /// Large print: no text below 18 points
    #[arg(long)]
    large: bool,
    /// What the deck is called, at the foot of each card
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
}

/// The paper that a printer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Paper {
    /// US Letter
    Letter,
    /// A4
    A4,
}

impl Order {
    /// Whether it says what is on the cards.
    pub fn says_something(&self) -> bool {
        self.asks_for_prompts().is_some() || self.layout.is_some()
    }

    /// What the PDF is called: by its layout and what its prompts are about.
    pub fn name(&self) -> String {
        let layout = self.layout.unwrap_or_default().word().to_owned();
        let plain = |word: &str| word.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect::<String>();
        let words = self.themes.iter().chain(&self.grades).map(|word| plain(word)).filter(|word| !word.is_empty());
        std::iter::once(layout).chain(words).collect::<Vec<_>>().join("-")
    }

    /// Whether it says on what is printed.
    pub fn stock_is_told(&self) -> bool {
        self.stock.is_some() || self.paper.is_some()
    }

    /// The first flag that chooses prompts or policies.
    pub fn asks_for_prompts(&self) -> Option<&'static str> {
        let flags = [
            ("--theme", !self.themes.is_empty()),
            ("--grades", !self.grades.is_empty()),
            ("--depth", !self.depth.is_empty()),
            ("--minutes", self.minutes.is_some()),
            ("--group", !self.group.is_empty()),
            ("--answer-by", !self.formats.is_empty()),
            ("--skill", !self.competencies.is_empty()),
            ("--tag", !self.tags.is_empty()),
            ("--kind", !self.kind.is_empty()),
            ("--limit", self.limit.is_some()),
            ("--policy", !self.policy.is_empty()),
        ];
        flags.into_iter().find(|(_, is_there)| *is_there).map(|(flag, _)| flag)
    }

    /// That every word it names is known.
    ///
    /// # Errors
    /// What is not, and the nearest that is.
    pub fn known(&self, site: &Site) -> Result<(), String> {
        for code in &self.lang {
            let known = || site.settings.languages.iter().map(Language::code);
            if !known().any(|language| language == code) {
                let help = nearest(code, known()).map_or_else(
                    || format!("this site has {}", known().collect::<Vec<_>>().join(", ")),
                    |near| format!("did you mean \"{near}\"?"),
                );
                return Err(format!("error: \"{}\" is not a language of this site\n  help: {help}\n", line(code)));
            }
        }
        for (name, _, words) in self.query().words() {
            let Some(vocabulary) = site.vocabularies.get(&name) else { continue };
            if let Some(word) = words.iter().find(|word| vocabulary.positions(word).is_none()) {
                let all = || vocabulary.terms().iter().map(|term| term.id.as_str());
                let help = match nearest(word, all()) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => format!("known are {}", all().take(20).collect::<Vec<_>>().join(", ")),
                };
                let list = name.slug();
                return Err(format!(
                    "error: \"{}\" is not among the {list} of this site\n  help: {help}\n",
                    line(word)
                ));
            }
        }
        Ok(())
    }

    /// The deck that it asks for.
    ///
    /// # Errors
    /// Where its stock is not known, or is for other paper.
    pub fn deck(&self, site: &Site) -> Result<Deck, String> {
        let layout = self.layout.unwrap_or_default();
        let is_a4 = self.paper == Some(Paper::A4);
        let usual = match layout {
            Layout::TwoByTenLog if !is_a4 => "letter-halves",
            _ if layout.is_a_sheet() => {
                if is_a4 {
                    "a4"
                } else {
                    "letter"
                }
            }
            _ => {
                if is_a4 {
                    "a4-a6"
                } else {
                    "letter-quarters"
                }
            }
        };
        let from = (layout.takes_prompts())
            .then(|| self.query())
            .filter(|query| layout.needs_prompts() || *query != Query::default());
        let deck = Deck { layout, stock: usual.to_owned(), from, policy: self.policy.clone(), ..Deck::default() };
        self.over(site, &deck)
    }

    /// `deck` with what it says otherwise.
    ///
    /// # Errors
    /// Where its stock is not known, or is for other paper.
    pub fn over(&self, site: &Site, deck: &Deck) -> Result<Deck, String> {
        let mut deck = deck.clone();
        let own = &site.settings.stocks;
        if let Some(name) = &self.stock {
            // The package has the maker's name, too.
            let number = name.split_whitespace().last().unwrap_or(name);
            let found = stock::stock(own, name).or_else(|| stock::stock(own, number));
            let Some(known) = found.filter(|stock| stock.is_possible()) else {
                let near: Vec<&str> = stock::names(own).collect();
                let help = match nearest(&number.to_lowercase(), near.iter().copied()) {
                    Some(near) => format!("did you mean \"{near}\"? `homeroom cards --stocks` lists them all"),
                    None => "`homeroom cards --stocks` lists them; a school adds its own below `stocks:` in site.yaml"
                        .to_owned(),
                };
                return Err(format!("error: \"{}\" is no stock that homeroom knows\n  help: {help}\n", line(name)));
            };
            let fits = |paper: Paper| if paper == Paper::A4 { known.is_a4() } else { known.is_letter() };
            if let Some(paper) = self.paper.filter(|paper| !fits(*paper)) {
                let is = if known.is_a4() {
                    "A4"
                } else if known.is_letter() {
                    "US Letter"
                } else {
                    "other paper"
                };
                let other = if paper == Paper::A4 { "a4" } else { "letter" };
                return Err(format!(
                    "error: {} is stock for {is}\n  help: leave --paper {other} out, or choose another stock: `homeroom cards --stocks`\n",
                    known.name()
                ));
            }
            known.name().clone_into(&mut deck.stock);
        } else if let (Some(paper), Some(now)) = (self.paper, stock::stock(own, &deck.stock)) {
            deck.stock = for_paper(now, paper);
        }
        if !self.lang.is_empty() {
            deck.languages.clone_from(&self.lang);
        }
        deck.back = self.back.unwrap_or(deck.back);
        deck.copies = self.copies.or(deck.copies);
        deck.skip = self.skip.unwrap_or(deck.skip);
        deck.duplex = self.duplex.unwrap_or(deck.duplex);
        if self.large {
            deck.text_size = TextSize::Large;
        }
        Ok(deck)
    }

    /// The language of the deck: the first one on its cards, else the site's own.
    pub fn language<'a>(&self, site: &'a Site) -> &'a Language {
        let known = |code: &String| site.settings.languages.iter().find(|language| language.code() == code);
        self.lang.first().and_then(known).unwrap_or_else(|| site.main_language())
    }

    /// What the deck is called.
    pub fn title(&self, assembled: &Assembled, language: &Language) -> String {
        let key = format!("layout_{}", self.layout.unwrap_or_default().word());
        let usual = || crate::build::cards::word(assembled, language, &key);
        self.title.clone().unwrap_or_else(usual)
    }

    /// The policies it names.
    ///
    /// # Errors
    /// Where there is none of that name, and where its layout needs one.
    pub fn policies(&self, site: &Site) -> Result<Vec<EntryIndex>, String> {
        let all = || {
            site.indexed()
                .filter(|(_, entry)| entry.kind() == Kind::Policy && matches!(&*entry.detail, Detail::Policy(_)))
        };
        let id = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
        if self.policy.is_empty() && self.layout.is_some_and(Layout::needs_policy) {
            let names: Vec<String> = all().map(|(_, entry)| id(&entry.id)).collect();
            return Err(format!(
                "error: this sheet shows a policy's data\n  help: name the policy with --policy: {}\n",
                names.join(", ")
            ));
        }
        let find = |name: &String| {
            let found = all().find(|(_, entry)| id(&entry.id) == *name).map(|(at, _)| at);
            found.ok_or_else(|| {
                format!("error: there is no policy \"{}\"\n  help: `homeroom list policies` shows them\n", line(name))
            })
        };
        self.policy.iter().map(find).collect()
    }

    fn query(&self) -> Query {
        Query {
            themes: self.themes.clone(),
            grades: self.grades.clone(),
            depth: self.depth.clone(),
            minutes: self.minutes,
            group: self.group.clone(),
            formats: self.formats.clone(),
            competencies: self.competencies.clone(),
            kind: self.kind.clone(),
            tags: self.tags.clone(),
            language: None,
            limit: self.limit,
            ..Query::default()
        }
    }
}

/// The stock for `paper` whose cards are most like those of `now`: cut by hand or not, and of about that size.
fn for_paper(now: &Stock, paper: Paper) -> String {
    let is_for = |stock: &Stock| if paper == Paper::A4 { stock.is_a4() } else { stock.is_letter() };
    if is_for(now) {
        return now.name().to_owned();
    }
    let area = |stock: &Stock| stock.card.x * stock.card.y;
    let is_wide = now.card.is_landscape();
    let others = STOCKS.iter().filter(|stock| is_for(stock) && stock.is_cut == now.is_cut);
    let unlike = |stock: &&Stock| {
        let shape = if stock.card.is_landscape() == is_wide { 1.0 } else { 1.5 };
        (area(stock) / area(now)).ln().abs() + shape
    };
    others.min_by(|a, b| unlike(a).total_cmp(&unlike(b))).unwrap_or(now).name().to_owned()
}

/// The value of a field as front matter writes it.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|error| {
        let said = error.to_string();
        said.split(" at line").next().unwrap_or_default().replace('`', "\"").replace('\n', "; ")
    })
}

fn layout(text: &str) -> Result<Layout, String> {
    word(text)
}

fn back(text: &str) -> Result<Back, String> {
    word(text)
}

fn duplex(text: &str) -> Result<Duplex, String> {
    word(text)
}

fn depth(text: &str) -> Result<Depth, String> {
    word(text)
}

fn prompt_kind(text: &str) -> Result<PromptKind, String> {
    word(text)
}
