//! What can be wrong with one file by itself, before anybody knows what it means.

crate::codes! {
    /// The front matter cannot be read.
    ///
    /// The lines between the two `---` at the top of a file are YAML: one `key: value` on each line.
    /// Most often a value holds a colon, starts with a special character, or a quotation mark is not
    /// closed. Put double quotes around the value:
    ///
    /// ```yaml
    /// title: "Two by ten: the first week"
    /// ```
    FRONT_MATTER_SYNTAX = "front-matter-syntax", Error, Fixed;
    /// The front matter is opened and never closed.
    ///
    /// A line `---` at the top opens the front matter; a second line `---` must close it.
    FRONT_MATTER_UNCLOSED = "front-matter-unclosed", Error, Fixed;
    /// The front matter is longer than 64 KiB.
    ///
    /// Move long text from the front matter into the body of the page.
    FRONT_MATTER_TOO_LARGE = "front-matter-too-large", Error, Fixed;
    /// The front matter is written in TOML or JSON.
    ///
    /// homeroom reads YAML between two lines `---`. In TOML a line reads `title = "…"`; in YAML it
    /// reads `title: "…"`.
    FRONT_MATTER_NOT_YAML = "front-matter-not-yaml", Error, Fixed;
    /// A YAML anchor, alias or tag stands in the front matter.
    ///
    /// `&name`, `*name` and `!name` have a special meaning in YAML that homeroom does not use. Write
    /// the value out; where you mean the characters themselves, put quotes around the value.
    YAML_ALIAS = "yaml-alias", Error, Fixed;
    /// One key stands twice.
    ///
    /// Only one of the two values could be used, so keep the one you mean.
    DUPLICATE_KEY = "duplicate-key", Error, Fixed;
    /// A value is cut off at a `#`.
    ///
    /// In YAML ` #` starts a comment, so `title: Room #12` means the title "Room". Put quotes around
    /// the value.
    VALUE_CUT_OFF = "value-cut-off", Warning, Adjustable;
    /// Curly quotation marks enclose a value.
    ///
    /// Word processors turn `"` into `“` and `”`. YAML takes those as part of the text.
    CURLY_QUOTES = "curly-quotes", Warning, Adjustable;
}
