//! How things are called: the caller knows the words of the interface, and search does not.

use crate::model::vocabulary::VocabularyName;

/// How things are called in the language of the index.
pub struct Names<'a> {
    /// The word of the interface with this key.
    pub text: &'a dyn Fn(&str) -> String,
    /// The term of a vocabulary at this position.
    pub term: &'a dyn Fn(VocabularyName, usize) -> String,
}
