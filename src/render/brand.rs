//! The style sheet that carries a site's own colours.
//!
//! It lies beside the theme's files: pages forbid styles within themselves. It gives values to the custom
//! properties of the default theme; a theme of one's own may use the same names. Paper knows nothing of it.

use crate::colour::Colour;
use crate::model::brand::{Colors, Header};

/// The name of the style sheet among the theme's files.
pub const FILE: &str = "site.css";

/// The rules of the head of a page. The tabs stand on papers of their own, so that in them a page's colours hold.
const HEADER: &str = "\n@layer tokens {
  :root { --page-paper: var(--paper); --page-desk: var(--desk); --page-card: var(--card); }
  :root { --page-ink: var(--ink); --page-muted: var(--muted); --page-rule: var(--rule); }

  .top {
    --paper: var(--header);
    --desk: var(--header);
    --card: var(--header);
    --ink: var(--header-ink);
    --link: var(--header-ink);
    --muted: var(--header-muted);
    --edge: var(--header-muted);
    --rule: var(--header-rule);
  }

  .top .tabs {
    --paper: var(--page-paper);
    --desk: var(--page-desk);
    --card: var(--page-card);
    --ink: var(--page-ink);
    --muted: var(--page-muted);
    --rule: var(--page-rule);
  }
}
";

/// The style sheet for `colors`; `None` where a site sets none.
pub fn style_sheet(colors: &Colors) -> Option<String> {
    if *colors == Colors::default() {
        return None;
    }
    let light = properties(colors.link, colors.light_header());
    let dark = properties(colors.dark_link(), colors.dark_header());
    let header = if colors.header.is_some() { HEADER } else { "" };
    // A reader's own choice, where the theme offers one, stands in `data-scheme`.
    Some(format!(
        "/* The colors of this site, from site.yaml. */\n
@layer tokens {{
  :root {{{light} }}

  @media (prefers-color-scheme: dark) {{
    :root:not([data-scheme=\"light\"]) {{{dark} }}
  }}

  :root[data-scheme=\"dark\"] {{{dark} }}
}}
{header}"
    ))
}

fn properties(link: Option<Colour>, header: Option<Header>) -> String {
    let header = header.into_iter().flat_map(|header| {
        let Header { paper, ink, muted, rule } = header;
        [("--header", paper), ("--header-ink", ink), ("--header-muted", muted), ("--header-rule", rule)]
    });
    let all = link.map(|link| ("--link", link)).into_iter().chain(header);
    all.map(|(name, colour)| format!(" {name}: {colour};")).collect()
}
