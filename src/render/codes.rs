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
}
