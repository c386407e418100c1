//! The addresses of a picture at other widths.

use super::{Place, Route};

impl Route {
    /// The route of the picture at this route when it is `width` pixels wide: `photo.480w.jpg` beside
    /// `photo.jpg`. It is the address of a file like any other, and two that want it are told of.
    pub fn at_width(&self, width: u32) -> Self {
        // Nothing else is a picture.
        let Place::File(path) = &self.place else { return self.clone() };
        let name = path.rfind('/').map_or(0, |slash| slash + 1);
        let dot = path[name..].rfind('.').map_or(path.len(), |dot| name + dot);
        let place = Place::File(format!("{}.{width}w{}", &path[..dot], &path[dot..]));
        Self { language: self.language.clone(), place }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::language::Language;

    use super::*;

    #[test]
    fn the_width_stands_before_the_ending() {
        let at = |path: &str| Route::file(Place::File(path.to_owned()), &Language::main("en")).at_width(480).place;
        for (path, wide) in [
            ("photo.jpg", "photo.480w.jpg"),
            ("a.b/photo.of.us.PNG", "a.b/photo.of.us.480w.PNG"),
            ("a.b/photo", "a.b/photo.480w"),
        ] {
            assert_eq!(at(path), Place::File(wide.to_owned()));
        }
    }
}
