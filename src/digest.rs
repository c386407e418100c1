//! Digests: the short names of bytes.

use std::fmt;

const LETTERS: &[u8; 16] = b"0123456789abcdef";

/// The first 16 bytes of the BLAKE3 hash of some bytes; equal digests mean equal bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self::cut(&blake3::hash(bytes))
    }

    /// The digest of all that `reader` gives, read in pieces, and its length in bytes.
    ///
    /// # Errors
    /// The reader's own.
    pub fn of_reader(reader: &mut dyn std::io::Read) -> std::io::Result<(Self, u64)> {
        let mut hasher = blake3::Hasher::new();
        let length = std::io::copy(reader, &mut hasher)?;
        Ok((Self::cut(&hasher.finalize()), length))
    }

    /// The digest written as 32 hexadecimal letters; `None` where `text` is not that.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 32 || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0; 16];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The first eight hexadecimal letters, enough to tell the versions of one file apart.
    pub fn short(&self) -> String {
        self.to_string()[..8].to_owned()
    }

    fn cut(hash: &blake3::Hash) -> Self {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.as_bytes()[..16]);
        Self(bytes)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Every file of a site is told by its digest, so they are not put together by the formatter.
        let mut letters = [0; 32];
        for (pair, byte) in letters.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            *pair = [LETTERS[usize::from(byte >> 4)], LETTERS[usize::from(byte & 15)]];
        }
        f.write_str(std::str::from_utf8(&letters).unwrap_or_default())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_what_it_writes() {
        let digest = Digest::of(b"two by ten");
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        assert_eq!(Digest::of_reader(&mut &b"two by ten"[..]).ok(), Some((digest, 10)));
        assert_eq!(Digest::parse("zz"), None);
    }
}
