//! Colours: sRGB as people write it, contrast as readers meet it, lightness as it can be moved.
//!
//! Lightness, chroma and hue are those of Oklab (Björn Ottosson, "A perceptual color space for image
//! processing", 2020, <https://bottosson.github.io/posts/oklab/>), the space of CSS's `oklch()`.

use std::fmt;

/// The least contrast of letters that Level AA asks for (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;

/// How far lightness moves at a time when a colour is looked for: less than a step of one channel.
const STEP: f64 = 1.0 / 1024.0;

/// An opaque colour in sRGB, by its channels red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour([u8; 3]);

/// A colour in Oklab: lightness from 0 to 1, and the two axes whose length is chroma and whose angle is hue.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Lab {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// The colour with these channels.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// The colour written as `#` and three or six hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |at: usize| digits.get(at..=at).and_then(|digit| u8::from_str_radix(digit, 16).ok());
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match digits.len() {
            3 if is_hex => Some(Self([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 if is_hex => {
                Some(Self([digit(0)? * 16 + digit(1)?, digit(2)? * 16 + digit(3)?, digit(4)? * 16 + digit(5)?]))
            }
            _ => None,
        }
    }

    /// The relative luminance, from 0 for black to 1 for white (WCAG 2.2,
    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast between this and `other`, from 1 to 21, whichever is the lighter one (WCAG 2.2,
    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The lightness, from 0 for black to 1 for white.
    pub fn lightness(self) -> f64 {
        Lab::of(self).lightness
    }

    /// The colour of the same hue at `lightness`, from 0 to 1. It keeps its chroma as far as a screen can show
    /// it there, and has at most `chroma` of it.
    pub fn at(self, lightness: f64, chroma: f64) -> Self {
        let own = Lab::of(self);
        let length = own.a.hypot(own.b);
        let most = if length > chroma { chroma / length } else { 1.0 };
        let with = |part: f64| Lab { lightness, a: own.a * part, b: own.b * part };
        if let Some(colour) = with(most).shown() {
            return colour;
        }
        // Without chroma there is grey, which every screen shows; between the two lies the edge of what one can.
        let (mut least, mut most) = (0.0, most);
        for _ in 0..24 {
            let middle = f64::midpoint(least, most);
            if with(middle).shown().is_some() { least = middle } else { most = middle }
        }
        with(least).shown().unwrap_or(if lightness < 0.5 { Self([0; 3]) } else { Self::WHITE })
    }

    /// The colour that is nearest in lightness, of the same hue and, as far as a screen can show it, the same
    /// chroma, for which `passes` holds; this one where it passes itself, `None` where none does.
    pub fn nearest(self, passes: impl Fn(Self) -> bool) -> Option<Self> {
        if passes(self) {
            return Some(self);
        }
        let own = self.lightness();
        let at = |lightness: f64| {
            let colour = self.at(lightness.clamp(0.0, 1.0), f64::INFINITY);
            passes(colour).then_some(colour)
        };
        let steps = (1..=1024).map(|step| f64::from(step) * STEP);
        steps.into_iter().find_map(|far| at(own - far).or_else(|| at(own + far)))
    }

    /// What is seen where `part` of this, from 0 to 1, is mixed with the rest of `other`.
    pub fn mixed(self, part: f64, other: Self) -> Self {
        let (one, other) = (Lab::of(self), Lab::of(other));
        let mix = |one: f64, other: f64| one * part + other * (1.0 - part);
        let (a, b) = (mix(one.a, other.a), mix(one.b, other.b));
        let lab = Lab { lightness: mix(one.lightness, other.lightness), a, b };
        lab.clipped()
    }
}

impl Lab {
    fn of(colour: Colour) -> Self {
        let [red, green, blue] = colour.0.map(linear);
        let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
        let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
        let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
        Self {
            lightness: 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
            a: 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
            b: 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
        }
    }

    /// Its channels, in linear light, where 0 to 1 is what a screen can show.
    fn channels(self) -> [f64; 3] {
        let cube = |root: f64| root * root * root;
        let long = cube(self.lightness + 0.3963377774 * self.a + 0.2158037573 * self.b);
        let middle = cube(self.lightness - 0.1055613458 * self.a - 0.0638541728 * self.b);
        let short = cube(self.lightness - 0.0894841775 * self.a - 1.2914855480 * self.b);
        [
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        ]
    }

    /// The colour, where a screen can show it. The matrices have ten digits: grey is off by less than this.
    fn shown(self) -> Option<Colour> {
        let channels = self.channels();
        channels.iter().all(|channel| (-1e-4..=1.0 + 1e-4).contains(channel)).then(|| self.clipped())
    }

    fn clipped(self) -> Colour {
        Colour(self.channels().map(stored))
    }
}

/// A channel as light, from 0 to 1.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// Light, from 0 to 1, as a channel.
fn stored(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let share = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (share * 255.0).round() as u8
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests;
