//! Paper in `site.yaml`: a school's own stocks, and what its printer is off by.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::print::geometry::{Size, mm};
use crate::print::stock::{A4, LETTER, Stock};

/// A stock of the school's own: lengths are millimetres, or inches where they end in `in`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnStock {
    /// The name by which decks ask for it, such as the number on the package.
    pub name: String,
    /// The sheet: `letter`, `a4`, `letter-landscape`, `a4-landscape`, or its width and height.
    pub sheet: Sheet,
    /// Width and height of a card.
    pub card: Pair,
    /// How many cards stand side by side.
    pub columns: Option<u8>,
    /// How many cards stand one below the other.
    pub rows: Option<u8>,
    /// The first card's corner, from the sheet's top left.
    pub first: Pair,
    /// From one card's corner to the next one's; the size of a card where cards touch.
    pub pitch: Option<Pair>,
    /// Whether it is plain paper, which is cut by hand along printed lines.
    pub cut: bool,
}

/// What a school's printer is off by.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Printer {
    /// Moves all that is printed on cards: to the right, and down.
    pub offset: Pair,
    /// Moves what is printed on backs, beside that.
    pub back_offset: Pair,
}

/// Two lengths: to the right, and down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pair(pub Size);

/// The size of a sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet(pub Size);

impl Default for Sheet {
    fn default() -> Self {
        Self(LETTER)
    }
}

impl OwnStock {
    /// The stock that it describes.
    pub fn stock(&self) -> Stock {
        let pitch = self.pitch.map_or(self.card.0, |pitch| pitch.0);
        Stock {
            names: vec![self.name.trim().to_owned()],
            sheet: self.sheet.0,
            card: self.card.0,
            grid: (self.columns.unwrap_or(1), self.rows.unwrap_or(1)),
            first: self.first.0,
            pitch,
            is_cut: self.cut,
        }
    }
}

/// The length `text` in millimetres: a number, or one with `mm`, `cm` or `in` behind it.
pub fn length(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let number = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '"').trim();
    let unit = text[number.len()..].trim();
    let factor = match unit {
        "" | "mm" => 1.0,
        "cm" => 10.0,
        "in" | "inch" | "inches" | "\"" => 25.4,
        _ => return Err(format!("\"{text}\" is no length\nwrite millimeters such as 85, or inches such as 3.5in")),
    };
    let value: f64 = number
        .replace(',', ".")
        .parse()
        .map_err(|_| format!("\"{text}\" is no length\nwrite millimeters such as 85, or inches such as 3.5in"))?;
    match value.is_finite() && value.abs() * factor <= 2000.0 {
        true => Ok(value * factor),
        false => {
            Err(format!("\"{text}\" is longer than any sheet\nwrite millimeters such as 85, or inches such as 3.5in"))
        }
    }
}

/// The two lengths of `text`, as the command line takes them: `0.5,-1`.
pub fn pair(text: &str) -> Result<Size, String> {
    let ways =
        || format!("\"{text}\" is not two lengths\nwrite them as 0.5,-1: to the right, and down, in millimeters");
    let parts: Vec<&str> = if text.contains(';') { text.split(';').collect() } else { text.split(',').collect() };
    let [x, y] = parts[..] else { return Err(ways()) };
    Ok(mm(length(x)?, length(y)?))
}

fn of_list(list: &[String]) -> Result<Size, String> {
    match list {
        [x, y] => Ok(mm(length(x)?, length(y)?)),
        _ => Err(format!(
            "there are {} lengths here, and it takes two\nwrite [85, 54]: to the right, and down, in millimeters",
            list.len()
        )),
    }
}

impl<'de> Deserialize<'de> for Pair {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        of_list(&Vec::<String>::deserialize(deserializer)?).map(Self).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Sheet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A list of one word is that word: a value that is written without brackets.
        let words = Vec::<String>::deserialize(deserializer)?;
        let named = match words.as_slice() {
            [word] => word.trim().to_lowercase(),
            _ => return of_list(&words).map(Self).map_err(D::Error::custom),
        };
        let turned = |size: Size| mm(size.y, size.x);
        match named.as_str() {
            "letter" => Ok(Self(LETTER)),
            "a4" => Ok(Self(A4)),
            "letter-landscape" => Ok(Self(turned(LETTER))),
            "a4-landscape" => Ok(Self(turned(A4))),
            _ => Err(D::Error::custom(format!(
                "\"{named}\" is no sheet\nwrite letter, a4, letter-landscape, a4-landscape, or [width, height] in millimeters"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_millimetres_or_inches() {
        assert_eq!(length("85"), Ok(85.0));
        assert_eq!(length("8.5 in"), Ok(8.5 * 25.4));
        assert_eq!(length("-0,5mm"), Ok(-0.5));
        assert!(
            length("wide").is_err() && length("1e9").is_err() && length("3 feet").is_err() && length("NaN").is_err()
        );
        assert_eq!(pair("0.5,-1"), Ok(mm(0.5, -1.0)));
    }
}
