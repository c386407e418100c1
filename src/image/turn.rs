//! Turning a picture upright, so that nothing is lost when the metadata that turns it goes.

use image::DynamicImage;
use image::metadata::Orientation;

/// The picture as `orientation` turns it: no more than it and the result are in memory.
pub(super) fn turned(picture: &DynamicImage, orientation: Orientation) -> DynamicImage {
    let mirrored = |mut picture: DynamicImage| {
        picture.apply_orientation(Orientation::FlipHorizontal);
        picture
    };
    match orientation {
        Orientation::NoTransforms => picture.clone(),
        Orientation::Rotate90 => picture.rotate90(),
        Orientation::Rotate180 => picture.rotate180(),
        Orientation::Rotate270 => picture.rotate270(),
        Orientation::FlipHorizontal => picture.fliph(),
        Orientation::FlipVertical => picture.flipv(),
        Orientation::Rotate90FlipH => mirrored(picture.rotate90()),
        Orientation::Rotate270FlipH => mirrored(picture.rotate270()),
    }
}

/// Whether width and height change their places.
pub(super) fn is_across(orientation: Orientation) -> bool {
    orientation.to_exif() >= 5
}
