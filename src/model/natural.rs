//! Natural order: how people sort titles.

use deunicode::deunicode;

/// A key by which texts sort as people expect: without regard to case and accents, and with numbers
/// by their value, so that "Grade 2" comes before "Grade 10".
pub fn key(text: &str) -> String {
    let plain = if text.is_ascii() { text.to_lowercase() } else { deunicode(text).to_lowercase() };
    let mut key = String::with_capacity(plain.len() + 8);
    let mut number = String::new();
    for c in plain.chars() {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        push_number(&mut key, &mut number);
        if c.is_alphanumeric() || c == ' ' {
            key.push(c);
        }
    }
    push_number(&mut key, &mut number);
    key.trim().to_owned()
}

/// The group of a long list that a title with the key `key` belongs to: its first letter, or `#` where it
/// has none.
pub fn initial(key: &str) -> String {
    let first = key.chars().next();
    first.filter(|c| c.is_ascii_alphabetic()).map_or_else(|| "#".to_owned(), |c| c.to_ascii_uppercase().to_string())
}

fn push_number(key: &mut String, number: &mut String) {
    if !number.is_empty() {
        let digits = number.trim_start_matches('0');
        key.push_str(&format!("{:03}{digits}", digits.len()));
        number.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_sort_as_people_expect() {
        let mut titles = ["Grade 10", "grade 2", "Éclair", "eagle", "“Enough”", "Zoo", "Grade 02b"];
        titles.sort_by_key(|title| key(title));
        assert_eq!(titles, ["eagle", "Éclair", "“Enough”", "grade 2", "Grade 02b", "Grade 10", "Zoo"]);
        assert_eq!(initial(&key("“Élan”")), "E");
        assert_eq!(initial(&key("50 minutes")), "#");
    }
}
