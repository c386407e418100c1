//! The calendar: reviews of policies and the days of the playbook.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::digest::Digest;
use crate::model::agenda::{Event, Matter, agenda};
use crate::model::language::Language;
use crate::model::route::{Edition, fragment};
use crate::model::site::Site;

/// How many bytes a line has at most, its end apart (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;
/// When an event was written, where its entry has no day: the format asks for one.
const UNKNOWN: &str = "19700101";

/// What an event is called, from what it is and what it is about.
pub type Say<'a> = dyn Fn(Matter, &str) -> String + 'a;

/// `calendar.ics` (iCalendar, RFC 5545) of a language: every event of its [`agenda`] on whole days.
///
/// An event keeps its name (UID) while its entry keeps its address and a task its words, so that a new
/// date moves it. No event blocks anybody's time and none rings. Empty without a `base_url`.
pub fn calendar(site: &Site, language: &Language, say: &Say<'_>) -> String {
    let Some(base) = &site.settings.config.base_url else { return String::new() };
    let mut out = String::new();
    let mut names = BTreeMap::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//homeroom//homeroom//EN");
    line(&mut out, "CALSCALE:GREGORIAN");
    let title = escaped(site.settings.config.title_in(language));
    line(&mut out, &format!("NAME:{title}"));
    line(&mut out, &format!("X-WR-CALNAME:{title}"));
    for event in agenda(site, language) {
        event_lines(&mut out, site, base.as_str(), &event, say, &mut names);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event_lines(
    out: &mut String,
    site: &Site,
    base: &str,
    event: &Event,
    say: &Say<'_>,
    names: &mut BTreeMap<String, usize>,
) {
    let entry = site.entry(event.entry);
    let page = [base, &entry.route().address(Edition::Web)].concat();
    let name = [&page, "#", &name(event)].concat();
    // Two tasks of one chapter may have the same words.
    let count = names.entry(name.clone()).and_modify(|count| *count += 1).or_insert(1);
    let name = if *count > 1 { format!("{name}-{count}") } else { name };
    let written = site.changed(entry).map_or_else(|| UNKNOWN.to_owned(), compact);
    let summary = say(event.matter, event.text);
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", escaped(&name)));
    line(out, &format!("DTSTAMP:{written}T000000Z"));
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(event.first)));
    // The end is the first day on which it is over; without one an event has a single day.
    if event.last > event.first && event.last.next() > event.last {
        line(out, &format!("DTEND;VALUE=DATE:{}", compact(event.last.next())));
    }
    line(out, &format!("SUMMARY;LANGUAGE={}:{}", entry.language.code(), escaped(&summary)));
    if let Some(said) = description(site, event) {
        line(out, &format!("DESCRIPTION;LANGUAGE={}:{}", entry.language.code(), escaped(&said)));
    }
    let part = event.part.as_deref().map(|part| ["#", &fragment(part)].concat()).unwrap_or_default();
    line(out, &format!("URL:{page}{part}"));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// What tells an event from the others of its page.
fn name(event: &Event) -> String {
    match event.matter {
        Matter::Review => "review".to_owned(),
        Matter::Chapter | Matter::Start | Matter::End => "chapter".to_owned(),
        Matter::Task => format!("task-{}", Digest::of(event.text.as_bytes()).short()),
        Matter::Milestone => format!("milestone-{}", Digest::of(event.text.as_bytes()).short()),
    }
}

/// The page's title where the event has words of its own, and who sees to it.
fn description(site: &Site, event: &Event) -> Option<String> {
    let title = site.entry(event.entry).common.title.as_str();
    let parts = [Some(title).filter(|title| *title != event.text), event.owner];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// A day as the format writes it: `20261122`.
fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// `text` as the value of a text property (RFC 5545, 3.3.11). Control characters have no place in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded where it is long: what goes on begins with a blank, and no character is cut.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters_and_comes_back_whole() {
        for text in ["short".to_owned(), "x".repeat(75), "x".repeat(76), "é".repeat(200), "مرحبا 🙂".repeat(40)]
        {
            let mut out = String::new();
            line(&mut out, &text);
            assert!(out.ends_with("\r\n"));
            assert!(out.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{out}");
            assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        }
        let mut out = String::new();
        line(&mut out, &"x".repeat(75));
        assert_eq!(out.len(), 77, "75 bytes need no fold");
    }

    #[test]
    fn what_the_format_gives_a_meaning_is_escaped_and_control_characters_are_left_out() {
        assert_eq!(escaped("a,b;c\\d\ne\r\nf\tg\u{7}h:i\"j"), "a\\,b\\;c\\\\d\\ne\\nf gh:i\"j");
    }
}
