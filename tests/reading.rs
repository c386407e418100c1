//! The hub's own texts can be read between two lessons, and nobody is told of grades who did not ask.

use std::path::Path;
use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::{Assembled, Options, assemble as assemble_site};
use homeroom::day::Day;
use homeroom::diagnostic::Diagnostic;
use homeroom::disk::scan::scan;
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::collections::Kind;
use homeroom::model::reading;
use homeroom::model::route::Edition;
use homeroom::path::SitePath;
use homeroom::source::{Source, Text, Tree};

fn assembled(tree: Tree, found: Vec<Diagnostic>) -> Assembled {
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    assemble_site(tree, found, &mut Memo::default(), &Options { publish, edition: Edition::Web })
}

#[test]
fn half_of_the_hubs_english_guides_and_prompts_read_at_grade_8_or_below() {
    let scanned = scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the hub");
    let Assembled { site, .. } = assembled(scanned.tree, scanned.findings);
    for kind in [Kind::Guide, Kind::Prompt] {
        let entries = site.entries.iter().filter(|entry| entry.kind() == kind);
        let mut grades: Vec<f64> = entries.filter_map(|entry| reading::grade(entry)).collect();
        grades.sort_by(f64::total_cmp);
        assert!(grades.len() > 5, "{kind:?}: {grades:?}");
        let median = grades[grades.len() / 2];
        assert!(median <= 8.0, "{kind:?}: the median grade is {median}; {grades:?}");
        // A formula that gave nought for everything would say nothing.
        assert!(grades[grades.len() - 1] > 2.0, "{kind:?}: {grades:?}");
    }
}

#[test]
fn only_a_site_that_asks_is_told_what_is_hard_to_read() {
    let guide = "---\ntitle: Institutional considerations necessitate organizational responsibilities\nsummary: Considerations.\ngrades: [6]\nevidence: [{outcome: attendance, tier: practice-wisdom}]\nsteps: [{do: Operationalize.}]\n---\n";
    for (checks, expected) in [("", 0), ("checks: {hard-to-read: off}", 0), ("checks: {hard-to-read: note}", 1)] {
        let mut tree = Tree::default();
        let mut put = |path: &str, text: &str| {
            let path = SitePath::new(path).expect("a path");
            tree.insert(path, Source::Text(Arc::new(Text::new(text.to_owned()))));
        };
        put("site.yaml", &format!("title: Hub\n{checks}\n"));
        put("content/guides/a.md", guide);
        let findings = assembled(tree, Vec::new()).check();
        let told = findings.iter().filter(|finding| finding.code.name == "hard-to-read").count();
        assert_eq!(told, expected, "{checks}: {findings:#?}");
    }
}
