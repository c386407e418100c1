//! Calendar days, the only measure of time a site knows.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A plain calendar date without time or zone, from 0001-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// A length of time in calendar units, such as `3 years`; it is at least one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    count: u16,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Day {
    /// The day written as `2026-11-22`; `None` where `text` has another form or there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            bytes[range.clone()].iter().all(u8::is_ascii_digit).then(|| text[range].parse::<i16>().ok())?
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        (date.year() >= 1).then_some(Self(date))
    }

    /// The day that the clock shows at this machine's place. Only the command line asks for it.
    pub fn today() -> Self {
        Self(jiff::Zoned::now().date())
    }

    /// The day a `period` later; the last day there is where that lies beyond it.
    ///
    /// A month's end stays a month's end: a month after 31 January is 28 or 29 February.
    pub fn after(self, period: Period) -> Self {
        let count = i64::from(period.count);
        let span: Span = match period.unit {
            Unit::Days => count.days(),
            Unit::Weeks => count.weeks(),
            Unit::Months => count.months(),
            Unit::Years => count.years(),
        };
        Self(self.0.saturating_add(span))
    }

    /// Year, month from 1, and day from 1.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The week it lies in: the year that the week counts to, and its number from 1 to 53 (ISO 8601).
    pub fn week(self) -> (i16, u8) {
        let week = self.0.iso_week_date();
        (week.year(), week.week().unsigned_abs())
    }

    /// The next day; the same one where it is the last there is.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1.days()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl Period {
    /// The period written as a count and a unit, `3 years`, `18 months`, `6 weeks`, `90 days`;
    /// `None` where `text` has another form, or is of no length or more than 1,000 units long.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.split_once(' ')?;
        let unit = match unit.trim().strip_suffix('s').unwrap_or(unit.trim()) {
            "day" => Unit::Days,
            "week" => Unit::Weeks,
            "month" => Unit::Months,
            "year" => Unit::Years,
            _ => return None,
        };
        let count = count.parse().ok()?;
        (1..=1000).contains(&count).then_some(Self { count, unit })
    }
}

/// The year 1 on its first day: what stands where a day is missing that must be there.
impl Default for Day {
    fn default() -> Self {
        Self(Date::constant(1, 1, 1))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(text.trim())
            .ok_or_else(|| D::Error::custom(format!("\"{text}\" is no date\n{}", how_to_write(&text))))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let unit = match self.unit {
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        serializer.collect_str(&format_args!("{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" }))
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(text.trim()).ok_or_else(|| {
            D::Error::custom(format!(
                "\"{text}\" is no length of time\nwrite a number and a unit, such as \"3 years\" or \"18 months\""
            ))
        })
    }
}

/// The day that `text` seems to mean, written as it should be; both where two can be meant.
fn how_to_write(text: &str) -> String {
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    if let Some(day) = Day::parse(date).or_else(|| Day::parse(&padded(date))) {
        return format!("write {day}");
    }
    if let Some(last) = month_end(date) {
        return format!("there is no such day: its month ends on {last}; write that one, or the day that is meant");
    }
    let numbers: Vec<&str> = date.split(['-', '/', '.']).collect();
    let [first, second, third] = numbers[..] else { return "write year-month-day, such as 2026-11-22".to_owned() };
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !numbers.iter().all(is_number) {
        return "write year-month-day, such as 2026-11-22".to_owned();
    }
    if first.len() == 4 {
        return "there is no such day in the calendar; write year-month-day, such as 2026-11-22".to_owned();
    }
    // What spreadsheet programs make of a day. Where dots part it, the day comes first.
    let year = if third.len() == 2 { format!("20{third}") } else { third.to_owned() };
    let of = |month: &str, day: &str| Day::parse(&padded(&format!("{year}-{month}-{day}")));
    let month_first = of(first, second).filter(|_| !date.contains('.'));
    match (month_first, of(second, first)) {
        (Some(one), Some(other)) if one != other => {
            format!("write {one}, or {other} where the day stands first: year-month-day means the same everywhere")
        }
        (Some(day), _) | (None, Some(day)) => format!("write {day}"),
        (None, None) if year.len() == 4 => {
            "there is no such day in the calendar; write year-month-day, such as 2026-11-22".to_owned()
        }
        (None, None) => "write year-month-day, such as 2026-11-22".to_owned(),
    }
}

/// The last day of the month in which the day `date`, which does not exist, would lie.
fn month_end(date: &str) -> Option<Day> {
    let (month, day) = date.rsplit_once('-').filter(|(month, _)| month.len() == 7)?;
    let is_late = matches!(day.parse::<u8>(), Ok(29..=31));
    (28..=30).rev().filter(|_| is_late).find_map(|last| Day::parse(&format!("{month}-{last}")))
}

fn padded(date: &str) -> String {
    date.split(['-', '/', '.']).map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_in_the_usual_form_are_read() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-01",
            "26-01-01",
            "2026/01/01",
            "0000-01-01",
            "2026-01-011",
            "+026-01-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2024-02-29").map(|d| d.to_string()).as_deref(), Some("2024-02-29"));
        assert_eq!(Day::parse("2024-02-29").map(Day::parts), Some((2024, 2, 29)));
    }

    #[test]
    fn a_day_as_a_spreadsheet_writes_it_is_told_how_to_be_written() {
        for (text, help) in [
            ("9/13/2026", "write 2026-09-13"),
            ("13/9/2026", "write 2026-09-13"),
            ("9/9/26", "write 2026-09-09"),
            ("1.9.2026", "write 2026-09-01"),
            ("2026/9/1", "write 2026-09-01"),
            (
                "9/1/2026",
                "write 2026-09-01, or 2026-01-09 where the day stands first: year-month-day means the same everywhere",
            ),
            ("2/30/2026", "there is no such day in the calendar; write year-month-day, such as 2026-11-22"),
            (
                "2026-02-30",
                "there is no such day: its month ends on 2026-02-28; write that one, or the day that is meant",
            ),
            ("soon", "write year-month-day, such as 2026-11-22"),
            ("1/2/3/4", "write year-month-day, such as 2026-11-22"),
        ] {
            assert_eq!(how_to_write(text), help, "{text}");
        }
    }

    #[test]
    fn a_period_after_a_months_end_stays_within_the_month() {
        let day = Day::parse("2027-01-31").expect("a day");
        let after = |text| day.after(Period::parse(text).expect("a period")).to_string();
        assert_eq!(after("1 month"), "2027-02-28");
        assert_eq!(after("3 years"), "2030-01-31");
        assert_eq!(after("2 weeks"), "2027-02-14");
        assert_eq!(
            Day::parse("9999-12-31").expect("a day").after(Period::parse("1 day").expect("a period")).to_string(),
            "9999-12-31"
        );
    }
}
