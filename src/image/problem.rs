//! What keeps an image from being published, in words.

/// Why an image cannot be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImageProblem {
    /// The file has no bytes.
    Empty,
    /// The name is an image's, the content is not.
    NotAnImage,
    /// The file ends in the middle of the picture.
    Truncated,
    /// A photo as iPhones keep it; browsers do not show it.
    Heic,
    /// A format that browsers do not show: its name.
    Format(&'static str),
    /// An AVIF picture with camera data, which cannot be taken out without changing the picture.
    MetadataInAvif,
    /// A picture that is too large for a browser on a phone: its width and height in pixels.
    TooManyPixels(u32, u32),
    /// A moving picture that its metadata turns.
    TurnedAnimation,
    /// A picture that must be made smaller or turned and cannot be decoded: the decoder's words.
    Damaged(String),
    /// A drawing that is no well-formed SVG: what the reader says.
    BrokenSvg(String),
    /// A drawing that could run a program or load something from elsewhere: what it holds.
    UnsafeSvg(String),
}

impl ImageProblem {
    /// What is there, without the file's name.
    pub fn message(&self) -> String {
        match self {
            Self::Empty => "this image is empty: the file has no bytes".to_owned(),
            Self::NotAnImage => "the file is named like an image, but does not hold one".to_owned(),
            Self::Truncated => "this image is incomplete: the file ends in the middle of the picture".to_owned(),
            Self::Heic => "this is a HEIC photo, which most browsers cannot show".to_owned(),
            Self::Format(name) => format!("this is a {name} picture, which browsers cannot show"),
            Self::MetadataInAvif => {
                "this AVIF picture carries camera data, such as the place it was taken, that cannot be removed"
                    .to_owned()
            }
            Self::TooManyPixels(width, height) => {
                format!("this picture has {width} × {height} pixels, more than a phone can show")
            }
            Self::TurnedAnimation => "this moving picture lies on its side and cannot be turned".to_owned(),
            Self::Damaged(why) => format!("this picture is damaged, so that its pixels cannot be read: {why}"),
            Self::BrokenSvg(why) => format!("this SVG drawing cannot be read: {why}"),
            Self::UnsafeSvg(what) => format!("this SVG drawing holds {what}, which is not published"),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty | Self::Truncated | Self::Damaged(_) => "copy or download the image again, or export it again",
            Self::NotAnImage => "open it in an image program and export it as JPEG or PNG, or delete the file",
            Self::Heic => {
                "export the photo as JPEG and use that file (on an iPhone: Settings, Camera, Formats, \"Most Compatible\")"
            }
            Self::Format(_) => "open it in an image program and export it as JPEG, PNG or WebP",
            Self::MetadataInAvif => "export the picture as JPEG or PNG; there it is removed for you",
            Self::TooManyPixels(..) => {
                "export it smaller: 3000 pixels are enough for every screen, and for a sheet of paper"
            }
            Self::TurnedAnimation => "turn it in an image program and export it again",
            Self::BrokenSvg(_) => "export the drawing again as \"plain SVG\", or as PNG",
            Self::UnsafeSvg(_) => "export the drawing as \"plain SVG\" without links and scripts, or as PNG",
        }
    }
}
