//! At which sizes a picture is published: a pure function of what its header says and its length.
//!
//! A reader's browser takes the smallest of a picture's files that is sharp on its screen. Nothing here
//! looks at pixels, so that the names of all files are known before one of them is made.

use super::{Form, ImageFacts};

/// The widths in pixels at which pictures are published. The column of text is 630 CSS pixels wide: a
/// phone of three pixels a CSS pixel needs 1170, a good screen of two 1260, a plain one 630, and an old
/// phone or a picture in a list gets along with 480. The largest is for those who read in large letters
/// or open the picture by itself.
pub const WIDTHS: [u32; 4] = [480, 800, 1280, LARGEST];

/// The widest picture that a page shows, in pixels.
pub const LARGEST: u32 = 1600;

/// A file of fewer bytes is not worth a second one.
const LITTLE: u64 = 40_000;

/// What a picture is on the site for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Pages show it.
    Shown,
    /// It is a file that readers are to get whole: a page links to it, or it lies below `content/static/`.
    File,
    /// Both.
    ShownFile,
}

/// How a picture's pixels are written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// All of them, as its metadata turns them.
    Upright,
    /// Upright, at this width in pixels.
    Width(u32),
}

/// The files that a picture is published as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// What stands at its own address; `None` where its pixels are passed on as they are.
    pub own: Option<Cut>,
    /// The widths that stand beside that at addresses of their own, from small to large.
    pub beside: Vec<u32>,
    /// Which of all these a page offers, by width from small to large; `None` is the picture's own address.
    pub offered: Vec<(u32, Option<u32>)>,
}

/// The sizes of a picture of `length` bytes whose header says `facts`.
///
/// Only pictures without motion are made smaller, JPEG as JPEG and PNG as PNG. WebP could be written
/// without loss only, which is larger; a PNG with a palette would lose it, and grow. Never is a picture
/// made larger, and a size is left out where it would hardly be smaller in bytes.
pub fn sizes(facts: &ImageFacts, length: u64, purpose: Purpose) -> Sizes {
    let is_worth = |width: &u32| is_worth(facts, length, *width);
    let whole = facts.is_turned.then_some(Cut::Upright);
    let (own, own_width, beside) = match purpose {
        Purpose::File => (whole, facts.width, Vec::new()),
        // The file that readers get whole is not what a page shows where a smaller one will do.
        Purpose::ShownFile => (whole, facts.width, WIDTHS.into_iter().filter(is_worth).collect()),
        Purpose::Shown if is_worth(&LARGEST) => {
            let smaller = WIDTHS.into_iter().filter(|width| *width < LARGEST && is_worth(width));
            (Some(Cut::Width(LARGEST)), LARGEST, smaller.collect())
        }
        Purpose::Shown => (whole, facts.width, WIDTHS.into_iter().filter(is_worth).collect()),
    };
    let mut offered: Vec<(u32, Option<u32>)> = beside.iter().map(|width| (*width, Some(*width))).collect();
    if beside.last() != Some(&LARGEST) {
        offered.push((own_width, None));
    }
    Sizes { own, beside, offered }
}

/// The height of the picture at `width`, in pixels.
pub fn height(facts: &ImageFacts, width: u32) -> u32 {
    let (full, height) = (u64::from(facts.width).max(1), u64::from(facts.height));
    let scaled = (height * u64::from(width) + full / 2) / full;
    u32::try_from(scaled.max(1)).unwrap_or(u32::MAX)
}

/// Whether the picture at `width` is certainly smaller in pixels and most likely in bytes.
fn is_worth(facts: &ImageFacts, length: u64, width: u32) -> bool {
    if width >= facts.width || length < LITTLE {
        return false;
    }
    let pixels = |width: u32, height: u32| u64::from(width) * u64::from(height);
    let (small, full) = (pixels(width, height(facts, width)), pixels(facts.width, facts.height));
    match facts.form {
        Form::Fixed => false,
        // Half the pixels have fewer bytes even where the original was pressed harder than ours, and
        // ours have at most half a byte a pixel.
        Form::Jpeg => small * 2 <= full || small / 2 < length,
        // Sharp lines blur and take more bytes a pixel, for which a quarter of the pixels leaves room;
        // a photo as PNG has at most what its pixels have.
        Form::Png => small * 4 <= full || small * 3 < length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, form: Form) -> ImageFacts {
        ImageFacts { width, height, form, is_turned: false }
    }

    fn widths(sizes: &Sizes) -> Vec<u32> {
        sizes.offered.iter().map(|(width, _)| *width).collect()
    }

    #[test]
    fn a_phones_photo_is_published_at_four_widths_and_not_as_it_is() {
        let photo = ImageFacts { is_turned: true, ..picture(3024, 4032, Form::Jpeg) };
        let shown = sizes(&photo, 12_000_000, Purpose::Shown);
        assert_eq!(shown.own, Some(Cut::Width(1600)));
        assert_eq!(shown.beside, [480, 800, 1280]);
        assert_eq!(shown.offered.last(), Some(&(1600, None)));
        assert_eq!(height(&photo, 1600), 2133);
    }

    #[test]
    fn a_file_that_readers_get_whole_is_shown_from_beside_it() {
        let photo = ImageFacts { is_turned: true, ..picture(3024, 4032, Form::Jpeg) };
        let both = sizes(&photo, 12_000_000, Purpose::ShownFile);
        assert_eq!((both.own, &both.beside[..]), (Some(Cut::Upright), &[480, 800, 1280, 1600][..]));
        assert_eq!(both.offered.last(), Some(&(1600, Some(1600))));
        let file = sizes(&picture(3024, 4032, Form::Jpeg), 12_000_000, Purpose::File);
        assert_eq!((file.own, &file.beside[..]), (None, &[][..]));
    }

    #[test]
    fn nothing_is_made_larger_and_nothing_that_would_hardly_be_smaller() {
        for (width, height, form, length, expected) in [
            (400, 300, Form::Jpeg, 300_000, &[400][..]),
            (480, 300, Form::Jpeg, 300_000, &[480]),
            (900, 600, Form::Jpeg, 300_000, &[480, 800, 900]),
            (900, 600, Form::Jpeg, 39_000, &[900]),
            (1000, 750, Form::Jpeg, 60_000, &[480, 1000]),
            (1700, 1200, Form::Jpeg, 200_000, &[480, 800, 1700]),
            (1601, 1200, Form::Jpeg, 2_000_000, &[480, 800, 1280, 1600]),
            (2880, 1800, Form::Png, 500_000, &[480, 800, 1280, 2880]),
            (2880, 1800, Form::Png, 9_000_000, &[480, 800, 1280, 1600]),
            (3000, 2000, Form::Fixed, 5_000_000, &[3000]),
            (40_000, 1, Form::Jpeg, 5_000_000, &[480, 800, 1280, 1600]),
        ] {
            let sizes = sizes(&picture(width, height, form), length, Purpose::Shown);
            assert_eq!(widths(&sizes), expected, "{width} × {height}, {form:?}, {length} bytes");
        }
    }

    #[test]
    fn what_is_offered_is_published_and_grows() {
        for width in (1..4000).step_by(37) {
            for length in [0, 50_000, 200_000, 3_000_000, 90_000_000] {
                for purpose in [Purpose::Shown, Purpose::ShownFile] {
                    let sizes = sizes(&picture(width, width / 2 + 1, Form::Jpeg), length, purpose);
                    assert!(widths(&sizes).is_sorted_by(|one, next| one < next), "{sizes:?}");
                    assert!(sizes.offered.iter().all(|(own, _)| *own <= width), "{sizes:?}");
                    let beside: Vec<u32> = sizes.offered.iter().filter_map(|(_, beside)| *beside).collect();
                    assert_eq!(beside, sizes.beside);
                }
            }
        }
    }
}
