//! Images: what their headers say, and what of them may be published.

/// What the header of an image says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageFacts {
    /// The width in pixels as it is shown, orientation applied.
    pub width: u32,
    /// The height in pixels as it is shown, orientation applied.
    pub height: u32,
}
