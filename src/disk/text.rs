//! Bytes that should be text.

use super::codes;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::path::{SitePath, is_table};
use crate::source::{Span, Text};

/// The text of the file `path`, and what is wrong with its bytes.
///
/// A text in another encoding is given too, as well as it can be read, so that the finding has a
/// line to show and other files may still link to this one. The digest is that of the bytes.
pub(super) fn read(path: &SitePath, bytes: Vec<u8>) -> (Text, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let text = match String::from_utf8(bytes) {
        Ok(body) => Text::new(body),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            findings.push(not_utf8(path, &bytes, at));
            Text {
                digest: Digest::of(&bytes),
                body: utf16(&bytes).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned()),
            }
        }
    };
    if let Some(at) = text.body.find('\0') {
        let message = "this file holds a NUL character, which no text has";
        findings.push(
            Diagnostic::new(&codes::NUL_CHARACTER, message).at(path, Span::new(at, at + 1)).help(
                "delete the character; if the file is no text, save it as plain text in the program that made it",
            ),
        );
    }
    (text, findings)
}

fn not_utf8(path: &SitePath, bytes: &[u8], at: usize) -> Diagnostic {
    let found = bytes.get(at).copied().unwrap_or_default();
    let (span, message) = if utf16(bytes).is_some() {
        (Span::default(), "this file is saved as UTF-16, not as UTF-8".to_owned())
    } else if let Some(letter) = windows_1252(bytes) {
        // The replacement character that stands in the text for the byte has three bytes.
        (
            Span::new(at, at + 3),
            format!("this is not UTF-8; it looks like Windows-1252, where the byte {found:#04X} is \"{letter}\""),
        )
    } else {
        (Span::new(at, at + 3), format!("the byte {found:#04X} is not UTF-8"))
    };
    let help = if is_table(path) {
        "in Excel choose \"Save as\" and the format \"CSV UTF-8\"; in LibreOffice pick the character set UTF-8 when you save"
    } else {
        "open the file in your editor, choose \"Save as\" or \"Save with encoding\", and pick UTF-8"
    };
    Diagnostic::new(&codes::NOT_UTF8, message).at(path, span).help(help)
}

/// The text of `bytes` where a byte order mark says that they are UTF-16.
fn utf16(bytes: &[u8]) -> Option<String> {
    let decode: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = bytes[2..].as_chunks::<2>();
    Some(String::from_utf16_lossy(&pairs.iter().map(|pair| decode(*pair)).collect::<Vec<u16>>()))
}

/// The first letter beyond ASCII, where every such byte is a letter, a quote or a dash of Windows-1252
/// and stands among ordinary text.
fn windows_1252(bytes: &[u8]) -> Option<char> {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let strange = bytes.iter().any(|byte| matches!(byte, 0..9 | 14..=31 | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D));
    if strange || high * 4 > bytes.len() {
        return None;
    }
    let first = bytes.iter().copied().find(|byte| !byte.is_ascii())?;
    Some(match first {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x99 => '™',
        0xA0.. => char::from(first),
        _ => return None,
    })
}
