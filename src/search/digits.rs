//! Numbers as text that stands in a script: digits to the base 45, the last one marked, in letters that need no escape.

/// Adds `number` to `text`.
pub fn push(text: &mut String, mut number: u32) {
    while number >= 45 {
        text.push(letter(45 + number % 45));
        number = number / 45 - 1;
    }
    text.push(letter(number));
}

/// The numbers that `text` holds.
pub fn read(text: &str) -> impl Iterator<Item = u32> + '_ {
    let mut bytes = text.bytes();
    std::iter::from_fn(move || {
        let (mut number, mut by) = (0u32, 1u32);
        loop {
            let code = u32::from(bytes.next()?).saturating_sub(35);
            let digit = if code > 57 { code - 1 } else { code };
            number = number.wrapping_add(digit.wrapping_mul(by));
            if digit < 45 {
                return Some(number);
            }
            by = by.wrapping_mul(45);
        }
    })
}

/// The letter of a digit below 90: from `#` on, without the backslash.
fn letter(digit: u32) -> char {
    let code = 35 + digit;
    char::from_u32(if code >= 92 { code + 1 } else { code }).unwrap_or('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_read_back_and_small_ones_are_one_letter() {
        for number in (0..5000).chain([45 * 45 - 1, 45 * 45, 1 << 20, 1 << 30]) {
            let mut text = String::new();
            push(&mut text, number);
            assert_eq!(read(&text).collect::<Vec<_>>(), [number], "{text}");
            assert!(number >= 45 || text.len() == 1);
            assert!(!text.contains(['"', '\\']));
        }
    }
}
