//! The faces that cards are set in: two of our own, and those a site adds for other scripts.
//!
//! The Arabic one is Vazirmatn, as on the pages: each of its letters is one glyph, so that what is copied out of a PDF
//! is text. Faces that draw the dots of letters apart from them give broken words there.

use std::sync::{Arc, LazyLock};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::ControlBoundsPen;
use skrifa::raw::TableProvider;
use skrifa::raw::TableRecord;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::digest::Digest;

const OWN: [&[u8]; 4] = [
    include_bytes!("faces/text-400.ttf"),
    include_bytes!("faces/text-700.ttf"),
    include_bytes!("faces/arabic-400.ttf"),
    include_bytes!("faces/arabic-700.ttf"),
];

/// The faces without a site's own.
static PLAIN: LazyLock<Arc<Faces>> = LazyLock::new(|| Arc::new(Faces::with(&[])));

/// A set of faces.
pub struct Faces {
    context: FontContext,
    blobs: Vec<Blob<u8>>,
    family: FontFamily<'static>,
    /// The digest of all of them.
    pub digest: Digest,
}

/// Why a file cannot be a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no font, or a broken one.
    Unreadable,
    /// It is a variable font, whose weights are not in it one by one.
    Variable,
}

/// Whether the file `bytes` can be a face.
///
/// # Errors
///
/// Why it cannot.
pub fn look(bytes: &[u8]) -> Result<(), Unfit> {
    let font = FontRef::new(bytes).map_err(|_| Unfit::Unreadable)?;
    if font.fvar().is_ok() {
        return Err(Unfit::Variable);
    }
    let is_within =
        |record: &TableRecord| u64::from(record.offset()) + u64::from(record.length()) <= bytes.len() as u64;
    let is_whole = font.table_directory().table_records().iter().all(is_within)
        && font.head().is_ok()
        && font.maxp().is_ok()
        && font.hhea().is_ok()
        && font.hmtx().is_ok()
        && font.name().is_ok()
        && font.charmap().has_map();
    if is_whole && is_drawn(&font) { Ok(()) } else { Err(Unfit::Unreadable) }
}

/// Whether every glyph that a character has can be drawn, and some are more than a blank.
fn is_drawn(font: &FontRef<'_>) -> bool {
    let outlines = font.outline_glyphs();
    let mut inked = 0;
    let whole = font.charmap().mappings().all(|(_, glyph)| {
        let Some(outline) = outlines.get(glyph) else { return false };
        let mut bounds = ControlBoundsPen::new();
        let drawn = outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut bounds).is_ok();
        inked += usize::from(bounds.bounding_box().is_some());
        drawn
    });
    whole && inked > 0
}

impl Faces {
    /// Our own faces.
    pub fn plain() -> Arc<Self> {
        Arc::clone(&PLAIN)
    }

    /// Our own faces and a site's; what is no font is left out.
    pub fn with(added: &[Arc<[u8]>]) -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut context = FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
        let own = OWN.iter().map(|bytes| Blob::new(Arc::new(*bytes)));
        let added: Vec<&Arc<[u8]>> = added.iter().filter(|bytes| look(bytes).is_ok()).collect();
        let digests: Vec<String> = added.iter().map(|bytes| Digest::of(bytes).to_string()).collect();
        let blobs: Vec<Blob<u8>> =
            own.chain(added.into_iter().map(|bytes| Blob::new(Arc::new(Arc::clone(bytes))))).collect();
        let mut names: Vec<String> = Vec::new();
        for blob in &blobs {
            let families = context.collection.register_fonts(blob.clone(), None);
            for (family, _) in families {
                let name = context.collection.family_name(family).unwrap_or_default().to_owned();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        let family = FontFamily::List(names.into_iter().map(|name| FontFamilyName::Named(name.into())).collect());
        Self { context, blobs, family, digest: Digest::of(digests.join(" ").as_bytes()) }
    }

    /// What sets text in them: one for each thread.
    pub(super) fn context(&self) -> FontContext {
        self.context.clone()
    }

    /// The faces by name, in the order in which they are tried.
    pub(super) fn family(&self) -> FontFamily<'static> {
        self.family.clone()
    }

    /// Whether a face has a glyph for the character.
    pub(super) fn has(&self, c: char) -> bool {
        let has = |blob: &Blob<u8>| FontRef::new(blob.data()).is_ok_and(|font| font.charmap().map(c).is_some());
        self.blobs.iter().any(has)
    }

    /// Which face the font file with this id is.
    pub(super) fn position(&self, id: u64) -> Option<usize> {
        self.blobs.iter().position(|blob| blob.id() == id)
    }

    /// The units in which the outlines of a face are drawn, to its size.
    pub(super) fn units(&self, face: usize) -> f32 {
        let units = |blob: &Blob<u8>| FontRef::new(blob.data()).ok()?.head().ok().map(|head| head.units_per_em());
        self.blobs.get(face).and_then(units).map_or(1000.0, f32::from)
    }

    /// Whether a glyph has no outline, as spaces have none.
    pub(super) fn is_blank(&self, face: usize, glyph: u32) -> bool {
        let bounds = |blob: &Blob<u8>| {
            let font = FontRef::new(blob.data()).ok()?;
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            metrics.bounds(GlyphId::new(glyph))
        };
        self.blobs.get(face).and_then(bounds).is_some_and(|bounds| bounds.x_max <= bounds.x_min)
    }

    /// The file of a face.
    pub(super) fn file(&self, face: usize) -> Option<Arc<dyn AsRef<[u8]> + Send + Sync>> {
        Some(self.blobs.get(face)?.clone().into_raw_parts().0)
    }
}

impl std::fmt::Debug for Faces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Faces").field("count", &self.blobs.len()).field("digest", &self.digest).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_faces_are_fit_and_other_files_are_not() {
        assert!(OWN.iter().all(|bytes| look(bytes).is_ok()));
        assert_eq!(look(b"not a font"), Err(Unfit::Unreadable));
        assert_eq!(look(&OWN[0][..2000]), Err(Unfit::Unreadable));
    }
}
