//! What can be wrong with fields, once the kind of a file is known.

crate::codes! {
    /// A key that this kind of file does not know.
    ///
    /// It is a typing mistake, or a key of another generator. homeroom names the key to use instead.
    /// What only a theme of your own needs goes below `extra:`.
    UNKNOWN_FIELD = "unknown-field", Error, Adjustable;
    /// A key that must be there is missing or empty.
    ///
    /// Lists, cards and search are built from these fields, so each entry of a collection has them.
    MISSING_FIELD = "missing-field", Error, Adjustable;
    /// A value is of another type than the field takes.
    ///
    /// A list is written `[one, two]` or as lines that begin with `- `; a number has no quotes.
    WRONG_VALUE = "wrong-value", Error, Adjustable;
    /// A word is not among those that the field knows.
    ///
    /// The words of `themes`, `grades`, `formats` and so on stand in the site's vocabularies; a site
    /// changes them in `site.yaml` below `vocabularies:`.
    UNKNOWN_VALUE = "unknown-value", Error, Adjustable;
    /// Two files are the front page of one folder.
    ///
    /// A folder's own page is `_index.md` or `index.md`; keep one of the two.
    TWO_INDEXES = "two-indexes", Error, Fixed;
    /// A translation has no original.
    ///
    /// `name.es.md` is the Spanish of `name.md`, which must stand beside it.
    TRANSLATION_WITHOUT_ORIGINAL = "translation-without-original", Warning, Adjustable;
    /// A file's name ends in a language that the site does not have.
    ///
    /// Name the language in `site.yaml` below `languages:`, or give the file another name.
    UNDECLARED_LANGUAGE = "undeclared-language", Warning, Adjustable;
    /// An address cannot be used.
    ///
    /// Part of a `slug`, an alias or a file's name cannot stand in an address on every system:
    /// control characters, `..`, names that Windows reserves.
    BAD_ADDRESS = "bad-address", Error, Fixed;
    /// The site has no `base_url`.
    ///
    /// `sitemap.xml`, feeds, the calendar, canonical addresses and the links between languages need the full
    /// address of the site, so they are left out. Add `base_url: https://…` to `site.yaml`.
    NO_BASE_URL = "no-base-url", Note, Adjustable;
}
