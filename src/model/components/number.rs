//! Numbers as people write them in tables.

/// What stands between a number's whole part and its decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// Whether `text` stands for a value that is not there.
pub fn is_missing(text: &str) -> bool {
    let words = ["", "-", "–", "—", "−", "…", "...", "n/a", "na", "n.a.", "null", "none", "no data", "*"];
    words.contains(&text.trim().to_lowercase().as_str())
}

/// How the numbers of a column are written, by those that can be read in one way only; `usual` where
/// there is none such, or they disagree.
pub fn decimal<'a>(texts: impl IntoIterator<Item = &'a str>, usual: Decimal) -> Decimal {
    let (mut points, mut commas) = (false, false);
    for text in texts {
        let text = plain(text);
        match (text.rfind('.'), text.rfind(',')) {
            (Some(point), Some(comma)) => *(if point > comma { &mut points } else { &mut commas }) = true,
            (Some(point), None) => {
                let is_group = text.len() - point == 4 && !text.starts_with(['.', '0']);
                let many = text.matches('.').count() > 1;
                commas |= many;
                points |= !is_group && !many;
            }
            (None, Some(comma)) => {
                let is_group = text.len() - comma == 4 && !text.starts_with([',', '0']);
                let many = text.matches(',').count() > 1;
                points |= many;
                commas |= !is_group && !many;
            }
            (None, None) => {}
        }
    }
    match (points, commas) {
        (true, false) => Decimal::Point,
        (false, true) => Decimal::Comma,
        _ => usual,
    }
}

/// The number that `text` is; `None` where it is none. A percent sign after it is passed over, and so are
/// signs between groups of three digits. Arabic digits are read too.
pub fn number(text: &str, decimal: Decimal) -> Option<f64> {
    let text = plain(text);
    let (group, point) = match decimal {
        Decimal::Point => (',', '.'),
        Decimal::Comma => ('.', ','),
    };
    let (sign, digits) =
        text.strip_prefix('-').map_or((1.0, text.strip_prefix('+').unwrap_or(&text)), |rest| (-1.0, rest));
    let (whole, decimals) = digits.split_once(point).unwrap_or((digits, ""));
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    let has_groups = whole.contains(group);
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = (!whole.is_empty() || !decimals.is_empty())
        && is_digits(first)
        && is_digits(decimals)
        && (!has_groups || (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3 && is_digits(group))
        && digits.len() <= 24;
    let digits = format!("{}.{decimals}0", whole.replace(group, ""));
    is_number
        .then(|| digits.parse::<f64>().ok())
        .flatten()
        .map(|number| if number == 0.0 { 0.0 } else { sign * number })
}

/// The digits of the number that `text` is, as many as were written, with a point before decimals.
pub fn digits(text: &str, decimal: Decimal) -> String {
    let (group, point) = match decimal {
        Decimal::Point => (',', '.'),
        Decimal::Comma => ('.', ','),
    };
    let digits = plain(text).replace(group, "").replace(point, ".");
    let digits = digits.trim_start_matches('+');
    digits.strip_prefix('.').map_or_else(|| digits.to_owned(), |decimals| format!("0.{decimals}"))
}

/// Whether `text` ends in a percent sign.
pub fn is_percent(text: &str) -> bool {
    text.trim_end().ends_with(['%', '٪'])
}

/// `text` without blanks and percent signs, with ASCII's digits and minus.
fn plain(text: &str) -> String {
    let text = text.trim().trim_end_matches(['%', '٪']).trim_end();
    let is_between = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let text: String = if text.starts_with(|c: char| c.is_alphabetic()) {
        text.to_owned()
    } else {
        text.chars().filter(|c| !is_between(*c)).collect()
    };
    text.chars()
        .map(|c| match c {
            '−' | '–' => '-',
            '٫' => '.',
            '٬' => ',',
            '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
            '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("12", 12.0),
            ("-3.5", -3.5),
            ("−3.5", -3.5),
            ("1,234", 1234.0),
            ("1,234,567.8", 1_234_567.8),
            ("40 %", 40.0),
            (".5", 0.5),
            ("+7", 7.0),
            ("1 234", 1234.0),
            ("١٢", 12.0),
            ("-0", 0.0),
        ] {
            assert_eq!(number(text, Decimal::Point), Some(value), "{text}");
        }
        for (text, value) in [("0,5", 0.5), ("1.234,5", 1234.5), ("40%", 40.0), ("1.234", 1234.0)] {
            assert_eq!(number(text, Decimal::Comma), Some(value), "{text}");
        }
        for text in ["", "twelve", "12 of 30", "1,23", "1e5", "NaN", "inf", "--1", "1.2.3", "$5", "0x10", ".", "12,"] {
            assert_eq!(number(text, Decimal::Point), None, "{text}");
        }
    }

    #[test]
    fn the_digits_of_a_number_stay_as_many_as_they_were() {
        assert_eq!(digits("−1,234.50 %", Decimal::Point), "-1234.50");
        assert_eq!(digits("0,5", Decimal::Comma), "0.5");
        assert_eq!(digits("+.5", Decimal::Point), "0.5");
        assert_eq!(digits("١٢", Decimal::Point), "12");
    }

    #[test]
    fn a_column_says_how_its_numbers_are_written() {
        assert_eq!(decimal(["1,234", "0,5"], Decimal::Point), Decimal::Comma);
        assert_eq!(decimal(["1.234", "0.5"], Decimal::Comma), Decimal::Point);
        assert_eq!(decimal(["1,234", "12"], Decimal::Point), Decimal::Point);
        assert_eq!(decimal(["1,234,567"], Decimal::Comma), Decimal::Point);
        assert_eq!(decimal(["0.5", "0,5"], Decimal::Comma), Decimal::Comma);
    }
}
