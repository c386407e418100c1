//! The brand: a site's own logo and colours, and what follows from two colours for light and dark.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use crate::colour::{Colour, READABLE};
use crate::image::{Kind, kind_of};
use crate::model::config;
use crate::model::link::{Target, Why};
use crate::model::site::Site;
use crate::path::SitePath;

/// The colours that a site sets itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Colors {
    /// The colour of links, on light paper.
    #[serde(deserialize_with = "written")]
    pub link: Option<Colour>,
    /// What stands behind the head of every page, when it is light.
    #[serde(deserialize_with = "written")]
    pub header: Option<Colour>,
}

/// What the default theme prints on and with, as `themes/default/static/style.css` says it.
#[derive(Debug)]
pub struct Papers {
    /// Behind running text.
    pub paper: Colour,
    /// Around it.
    pub desk: Colour,
    /// Behind what can be lifted out.
    pub card: Colour,
    /// Letters.
    pub ink: Colour,
}

/// By day.
pub const LIGHT: Papers = Papers {
    paper: Colour::rgb(0xfb, 0xf8, 0xf2),
    desk: Colour::rgb(0xf0, 0xea, 0xdf),
    card: Colour::WHITE,
    ink: Colour::rgb(0x1e, 0x24, 0x30),
};

/// By night.
pub const DARK: Papers = Papers {
    paper: Colour::rgb(0x15, 0x19, 0x1e),
    desk: Colour::rgb(0x0e, 0x11, 0x15),
    card: Colour::rgb(0x1c, 0x22, 0x29),
    ink: Colour::rgb(0xec, 0xe8, 0xe0),
};

/// The colours of a page's head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Header {
    /// Behind everything.
    pub paper: Colour,
    /// Letters and links.
    pub ink: Colour,
    /// Letters that step back, and the edges of boxes.
    pub muted: Colour,
    /// Hairlines.
    pub rule: Colour,
}

/// The chroma that a link may have on dark paper: more of it glows.
const GLOW: f64 = 0.14;
/// The lightness that a link has at least on dark paper.
const BRIGHT: f64 = 0.8;
/// The lightness and the chroma that the head of a page has at most on dark paper.
const DIM: (f64, f64) = (0.28, 0.07);

impl Papers {
    /// The paper on which `letters` are hardest to read, and their contrast there.
    pub fn hardest(&self, letters: Colour) -> (Colour, f64) {
        let papers = [self.paper, self.desk, self.card].map(|paper| (paper, letters.contrast(paper)));
        papers.into_iter().fold(papers[0], |worst, next| if next.1 < worst.1 { next } else { worst })
    }

    /// Whether `letters` can be read on every paper.
    pub fn can_show(&self, letters: Colour) -> bool {
        self.hardest(letters).1 >= READABLE
    }
}

impl Colors {
    /// The colour of links on dark paper: of the same hue, light enough to be read on each.
    pub fn dark_link(&self) -> Option<Colour> {
        let link = self.link?;
        link.at(link.lightness().max(BRIGHT), GLOW).nearest(|link| DARK.can_show(link))
    }

    /// The head of a page on light paper, as it is written.
    pub fn light_header(&self) -> Option<Header> {
        self.header.map(|paper| Header::on(paper, ink_on(paper)))
    }

    /// The head of a page on dark paper: of the same hue, dark enough that letters can be read on it.
    pub fn dark_header(&self) -> Option<Header> {
        let header = self.header?;
        let dim = header.at(header.lightness().min(DIM.0), DIM.1);
        Some(Header::on(dim.nearest(|paper| DARK.ink.contrast(paper) >= READABLE)?, DARK.ink))
    }
}

impl Header {
    /// The head of a page with `ink` on `paper`. What steps back goes a quarter of the way to the paper, or as far
    /// as it can still be read.
    fn on(paper: Colour, ink: Colour) -> Self {
        let parts = [0.75, 0.8, 0.85, 0.9, 0.95].map(|part| ink.mixed(part, paper));
        let muted = parts.into_iter().find(|muted| muted.contrast(paper) >= READABLE).unwrap_or(ink);
        Self { paper, ink, muted, rule: ink.mixed(0.25, paper) }
    }
}

/// The letters that stand out most on `paper`: the ink of light paper, or white.
pub fn ink_on(paper: Colour) -> Colour {
    if LIGHT.ink.contrast(paper) >= Colour::WHITE.contrast(paper) { LIGHT.ink } else { Colour::WHITE }
}

impl Site {
    /// The logo, where `site.yaml` names an image that is there.
    pub fn logo(&self) -> Option<SitePath> {
        match self.named_logo()?.1 {
            Target::Asset(path) if kind_of(path.name()) != Kind::Other => Some(path),
            _ => None,
        }
    }

    /// What `site.yaml` names as the logo, and what is there.
    pub fn named_logo(&self) -> Option<(&str, Target)> {
        let written = self.settings.config.logo.as_deref()?.trim();
        let below = written.strip_prefix("content/").unwrap_or(written.trim_start_matches('/'));
        let target = match below {
            "" => Target::Broken(Why::Empty),
            _ if written.contains("://") => Target::External,
            _ => self.resolve(&config::file(), &format!("/{below}")),
        };
        Some((written, target))
    }
}

/// Reads a colour that is written as `#` and three or six digits.
fn written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Colour>, D::Error> {
    struct Written;

    impl Visitor<'_> for Written {
        type Value = Option<Colour>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a color in double quotes, such as \"#1b4b86\"")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Colour::parse(text.trim()).map(Some).ok_or_else(|| E::custom(refused(text.trim())))
        }

        // Without quotes a colour is a comment, which has a finding of its own.
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }

    deserializer.deserialize_str(Written)
}

/// What is wrong with `text`, which is no colour, and in a second line what to write.
fn refused(text: &str) -> String {
    let said = format!("\"{text}\" is no color of # and three or six digits from 0 to f");
    let hashed = format!("#{text}");
    let help = match text.len() {
        _ if Colour::parse(&hashed).is_some() => format!("write \"{hashed}\""),
        9 if text.get(..7).is_some_and(|opaque| Colour::parse(opaque).is_some()) => {
            format!("write \"{}\"; a color here lets nothing shine through", &text[..7])
        }
        _ => "look the color up in any drawing program and write it in double quotes, such as \"#1b4b86\"".to_owned(),
    };
    format!("{said}\n{help}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_papers_are_those_of_the_default_theme() {
        let style = include_str!("../../themes/default/static/style.css");
        for (name, light, dark) in [
            ("--paper", LIGHT.paper, DARK.paper),
            ("--desk", LIGHT.desk, DARK.desk),
            ("--card", LIGHT.card, DARK.card),
            ("--ink", LIGHT.ink, DARK.ink),
        ] {
            let told = style.lines().filter(|line| line.trim().starts_with(&format!("{name}: ")));
            let told: String = told.collect();
            let first = |colour: Colour| told.find(&colour.to_string()).unwrap_or_else(|| panic!("{name}: {told}"));
            assert!(first(light) < first(dark), "{name}: {told}");
        }
    }

    #[test]
    fn a_dark_header_has_white_letters_and_a_light_one_has_ink() {
        let ink = |text| ink_on(Colour::parse(text).expect(text));
        assert_eq!((ink("#1b4b86"), ink("#f0eadf")), (Colour::WHITE, LIGHT.ink));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_chosen_can_be_read_in_the_dark(red: u8, green: u8, blue: u8) {
            let chosen = Some(Colour::rgb(red, green, blue));
            let colors = Colors { link: chosen, header: chosen };
            let link = colors.dark_link().expect("there is one for each");
            prop_assert!(DARK.can_show(link), "{}", link);
            let header = colors.dark_header().expect("there is one for each");
            for letters in [header.ink, header.muted] {
                prop_assert!(letters.contrast(header.paper) >= READABLE, "{} on {}", letters, header.paper);
            }
            // It steps back behind the page's letters, and its own do not get lost against the desk.
            prop_assert!(header.paper.lightness() <= DIM.0 + 0.01);
        }

        #[test]
        fn what_steps_back_in_a_header_can_be_read_where_its_letters_can(red: u8, green: u8, blue: u8) {
            let paper = Colour::rgb(red, green, blue);
            let header = Header::on(paper, ink_on(paper));
            prop_assert!(header.muted.contrast(paper) >= READABLE || header.muted == header.ink);
        }
    }
}
