//! How many words a text has.

/// What a character is to the count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Blank,
    InWord,
    Sign,
}

const ASCII: [Letter; 128] = {
    let mut table = [Letter::Sign; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            table[at] = Letter::InWord;
        } else if byte.is_ascii_whitespace() || byte == 0x0b {
            table[at] = Letter::Blank;
        }
        at += 1;
    }
    table
};

fn letter(c: char) -> Letter {
    match c {
        // Few words hold a character that no table has.
        '\0'..='\u{7f}' => ASCII[c as usize],
        c if c.is_whitespace() => Letter::Blank,
        c if c.is_alphanumeric() => Letter::InWord,
        _ => Letter::Sign,
    }
}

/// How many words begin in `text`, and whether it ends within one; `in_word` says whether what stands
/// before it does. A word holds a letter or a digit.
pub(super) fn count(text: &str, mut in_word: bool) -> (usize, bool) {
    let mut words = 0;
    let mut step = |letter: Letter| {
        words += usize::from(letter == Letter::InWord && !in_word);
        in_word = letter != Letter::Blank && (in_word || letter == Letter::InWord);
    };
    if text.is_ascii() {
        text.bytes().for_each(|byte| step(ASCII[usize::from(byte & 0x7f)]));
    } else {
        text.chars().for_each(|c| step(letter(c)));
    }
    (words, in_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script_and_signs_are_none() {
        assert_eq!(count("two words", false), (2, true));
        assert_eq!(count("it's – año 3.5 * ", false), (3, false));
        assert_eq!(count("ly said", true), (1, true));
        assert_eq!(count("--- ...", false), (0, false));
    }
}
