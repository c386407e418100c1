//! What can be wrong with a theme.

crate::codes! {
    /// A template has a mistake.
    ///
    /// Templates are written in Tera. The finding names the file, the line and what was expected. The
    /// names that a template may use are those of the default theme's templates.
    TEMPLATE_ERROR = "template-error", Error, Fixed;
    /// The site names a theme that is not there.
    ///
    /// `theme: NAME` in `site.yaml` needs a folder `themes/NAME/`. Its files replace those of the
    /// default theme one by one; all others stay.
    UNKNOWN_THEME = "unknown-theme", Error, Fixed;
    /// A file of the site's theme does nothing.
    ///
    /// A file in `templates/` replaces the default theme's of the same name, or is named by another
    /// template; what lies in `static/` is published. Everything else is a typing mistake, and so is a
    /// template without text: its pages would be empty.
    UNUSED_THEME_FILE = "unused-theme-file", Warning, Adjustable;
    /// The sheets of a deck could not be written.
    ///
    /// This is a mistake of homeroom or of a font file in the theme's folder `faces/`. Take the fonts out one by one;
    /// where that does not help, report it with the deck's file.
    NOT_PRINTED = "not-printed", Error, Fixed;
    /// A font in the theme's folder `faces/` cannot be used for cards.
    ///
    /// Cards take TrueType and OpenType fonts (`.ttf`, `.otf`) with one weight in each file. Of a variable font, take
    /// the files that are called static; a web font (`.woff2`) is none.
    BAD_FACE = "bad-face", Error, Adjustable;
    /// A file of interface words has a line that cannot be read.
    ///
    /// Words stand as `name = words`; what is filled in stands in `{ $braces }` (projectfluent.org).
    WORDS_SYNTAX = "words-syntax", Error, Fixed;
    /// A file of interface words has a name that the interface does not know.
    UNKNOWN_WORDS = "unknown-words", Warning, Adjustable;
    /// The interface has not all its words in a language of the site.
    ///
    /// English, Spanish and Arabic are homeroom's own. For another language write
    /// `themes/default/languages/CODE.ftl`; what is missing there stands in English.
    MISSING_WORDS = "missing-words", Warning, Adjustable;
}
