//! Any Markdown at all: fragments of everything, in any order.

use homeroom::parse::markdown::facts;
use homeroom::render::html::{Anchors, Settings, Title, render};
use homeroom::source::Span;
use proptest::prelude::*;

use super::{Site, settings, strict};

const FRAGMENTS: &[&str] = &[
    "a",
    "b ",
    " ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "é",
    "\u{202e}",
    "\0",
    "\u{7f}",
    "&",
    "&amp;",
    "&#x6A;",
    "\\",
    "\"",
    "'",
    "--",
    "...",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "```js\n",
    "~~~\n",
    "~~~<b>\n",
    "#",
    "# ",
    "## A\n",
    "# A {#b .c onclick=d}\n",
    "===\n",
    "---\n",
    "> ",
    "> [!NOTE]\n",
    "> [!TIP]\n> a\n",
    "- ",
    "1. ",
    "2) ",
    "- [ ] ",
    "- [x] a\n",
    "  - ",
    "[",
    "]",
    "(",
    ")",
    "[a](b)",
    "[a](b \"c\")",
    "![a](b \"c\")",
    "![a](missing.png)",
    "![",
    "[a][b]",
    "[b]: c \"d\"\n",
    "[a](draft.md)",
    "<https://a.example>",
    "https://a.example/b_c.",
    "http://",
    "<a@b.example>",
    "[a](javascript:b)",
    "[a](&#x6A;avascript:b)",
    "![a](data:b)",
    "[a](//b)",
    "[a](#b)",
    "[^1]",
    "[^2]",
    "[^1]: ",
    "[^2]: a [^1]\n\n",
    "[^1]: b\n\n    c\n\n",
    "| a | b |\n|---|:-:|\n| c | d |\n",
    "|   | b |\n|---|---|\n| c |   |\n",
    "| |\n|-|\n|a|\n",
    "|",
    "Table: a\n\n",
    "\n\nTable: [^1]\n\n",
    "<br>",
    "<wbr/>",
    "<sub>",
    "</sub>",
    "<sup>",
    "</sup>",
    "<kbd>",
    "</kbd>",
    "<mark>",
    "</mark>",
    "<abbr title=\"a&quot;b\">",
    "</abbr>",
    "<details>",
    "</details>",
    "<details>\n",
    "\n</details>\n",
    "<summary>",
    "</summary>",
    "<summary>a</summary>\n",
    "<details open onclick=a>\n\n",
    "<!--",
    "-->",
    "<!-- a -->",
    "<script>",
    "</script>",
    "<img src=a onerror=b>",
    "<div>\n",
    "</div>\n",
    "<a href=\"b\">",
    "<?",
    "<!A",
    "<![CDATA[",
    "<b",
    ">",
    "<",
    "{{ a }}",
    "{% a %}",
    ":::note\n",
    "\n:::\n",
    ": ",
    "\n: ",
    "\n\n: ",
    "\n:a",
    "a\n: b\n: c\n\n  d\n",
    "\n  : ",
    "$",
    "$$",
    "$x$",
    "$$\\frac{a}{b}$$",
    "$\\foo$",
    "$\\operatorname{<b>}$",
    "import a from 'b'\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markdown_becomes_well_formed_and_harmless_html(
        fragments in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..40),
        is_left_out in any::<bool>(),
        has_anchors in any::<bool>(),
    ) {
        let text: String = fragments.concat();
        let body = Span::new(0, text.len());
        let facts = facts(&text, body);
        let settings = Settings {
            title: if is_left_out { Title::LeftOut } else { Title::Shown },
            anchors: if has_anchors { Anchors::Beside } else { Anchors::None },
            ..settings()
        };
        let page = render(&text, body, &facts, &Site, settings).0;
        prop_assert_eq!(strict::check(&page), Ok(()), "{}", page);
        for span in facts.remarks.iter().map(|remark| remark.span).chain(facts.links.iter().map(|link| link.span)) {
            prop_assert!(text.get(span.range()).is_some(), "{:?}", span);
        }
    }

    #[test]
    fn any_characters_at_all_become_well_formed_html(text in "\\PC{0,200}") {
        let body = Span::new(0, text.len());
        let page = render(&text, body, &facts(&text, body), &Site, settings()).0;
        prop_assert_eq!(strict::check(&page), Ok(()), "{}", page);
    }
}
