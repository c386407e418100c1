//! Keys that people know from other generators, and what to write here.

/// What to do about `key`, which is a key of Zola, Hugo, Jekyll, Docusaurus, MkDocs or Starlight;
/// `None` where it is not known from there.
pub fn advice(key: &str) -> Option<&'static str> {
    let plain = key.to_lowercase().replace('-', "_");
    TABLE.iter().find(|(names, _)| names.contains(&plain.as_str())).map(|(_, advice)| *advice)
}

const TABLE: &[(&[&str], &str)] = &[
    (
        &["lastmod", "last_modified_at", "modified", "last_updated", "lastupdated", "last_update", "git_revision_date"],
        "here it is \"updated\"",
    ),
    (&["weight", "nav_order", "sidebar_position", "position", "sort", "sort_order"], "here it is \"order\""),
    (&["description", "excerpt", "subtitle", "abstract", "intro", "lead"], "here it is \"summary\""),
    (
        &["permalink", "url", "path"],
        "the address follows from the file's place; \"slug\" changes its last part, and \"aliases\" keeps an old address alive",
    ),
    (&["redirect_from", "redirects", "aliases_from", "redirect"], "here it is \"aliases\""),
    (&["categories", "category", "keywords", "topics", "taxonomies", "labels"], "here it is \"tags\""),
    (&["published", "publish"], "here an unfinished page has `draft: true`"),
    (&["publishdate", "publish_date", "pubdate", "created", "created_at"], "here it is \"date\""),
    (
        &["layout", "template", "type", "page_template", "kind"],
        "how a page looks follows from its folder, so leave the line out",
    ),
    (
        &["permalinks", "render", "page_id", "id", "outputs", "cascade", "markup", "build", "resources", "section"],
        "homeroom has nothing like it; leave the line out, or put it below \"extra:\"",
    ),
    (
        &["linktitle", "sidebar_label", "nav_title", "short_title", "menu_title", "sidebar", "pagination_label"],
        "menus show the \"title\"; leave the line out",
    ),
    (
        &["menu", "menus", "parent", "grand_parent", "has_children", "nav_exclude", "navigation", "hide", "nav"],
        "menus follow from the folders; leave the line out",
    ),
    (
        &["toc", "tableofcontents", "table_of_contents", "hide_table_of_contents", "toc_max_heading_level"],
        "the contents follow from the headings; leave the line out",
    ),
    (&["author", "authors"], "name who looks after a guide or policy as \"owner\"; elsewhere put it below \"extra:\""),
    (
        &["in_search_index", "pagefind", "search_exclude", "exclude_from_search", "noindex", "robots", "sitemap"],
        "`search: false` keeps a page out of search",
    ),
    (&["expirydate", "expires", "unlisted"], "homeroom does not take pages down by date; use `draft: true`"),
    (
        &["image", "images", "thumbnail", "cover", "hero", "banner", "header", "og_image"],
        "place the image in the text with ![what it shows](name.jpg), or put the key below \"extra:\"",
    ),
    (&["level", "grade", "grade_level", "gradelevel", "age", "years"], "here it is \"grades\", a list such as [6-8]"),
    (&["time", "duration", "length"], "here it is \"minutes\""),
    (
        &["lang", "language", "locale", "languagecode"],
        "a translation is named by its file: `name.es.md` is the Spanish of `name.md`",
    ),
    (&["theme", "topic", "subject"], "here it is \"themes\", a list"),
    (&["question", "prompt", "text"], "the question itself is the \"title\""),
    (
        &["review_date", "next_review_date", "review_due", "review"],
        "here it is \"next_review\", or \"review_every\" with \"reviewed\"",
    ),
];
