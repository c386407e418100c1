//! Which folders may be published into.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

mod bed;

use std::fs;

use bed::{Bed, outputs, pairs};
use homeroom::disk::commit::commit;
use homeroom::disk::error::Class;
use homeroom::disk::guard::Place;

const ONE: &[(&str, &str)] = &[("index.html", "home"), ("guides/a/index.html", "a"), ("guides/b/index.html", "b")];
const TWO: &[(&str, &str)] = &[("index.html", "home"), ("guides/a/index.html", "A!"), ("tags/x/index.html", "x")];

#[test]
fn outputs_that_hold_sources_are_refused() {
    let bed = Bed::new();
    bed.put("themes/mine/page.html", "x");
    bed.put("home/site/site.yaml", "x");
    fs::create_dir(bed.at(".git")).expect("a folder");
    for output in [
        "",
        ".",
        "content",
        "content/new",
        "content/../content",
        "themes",
        "themes/mine",
        "..",
        "/",
        "new/..",
        ".git/x",
        "site.yaml",
    ] {
        let error = bed.commit_to(output, &outputs(ONE)).expect_err(output);
        assert_eq!(error.class, Class::Usage, "{output}: {error}");
        assert!(error.help.is_some());
    }
    assert_eq!(fs::read_to_string(bed.at("content/a.md")).expect("the source"), "# A");
    bed.assert_tidy();
}

#[test]
fn the_home_folder_and_the_enclosing_repository_are_refused() {
    let bed = Bed::new();
    bed.put("work/hub/site.yaml", "x");
    fs::create_dir_all(bed.at("work/.git")).expect("a folder");
    fs::create_dir_all(bed.at("people/ann")).expect("a folder");
    let (root, home) = (bed.at("work/hub"), bed.at("people/ann"));
    for (output, expected) in [("work", "contains the site"), ("people", "home"), ("people/ann", "home")] {
        let output = bed.at(output);
        let place = Place { root: &root, output: &output, home: Some(&home) };
        let error = commit(&place, &outputs(ONE), &|| false).expect_err("refused");
        assert_eq!(error.class, Class::Usage);
        assert!(error.message.contains(expected), "{error}");
    }
    let output = bed.at("people/ann/public");
    commit(&Place { root: &root, output: &output, home: Some(&home) }, &outputs(ONE), &|| false).expect("published");
}

#[test]
fn a_folder_with_the_files_of_others_is_refused_and_three_are_named() {
    let bed = Bed::new();
    for name in ["a.doc", "b.doc", "c.doc", "d.doc"] {
        bed.put(&format!("public/{name}"), "mine");
    }
    let error = bed.commit(ONE).expect_err("refused");
    assert_eq!(error.class, Class::Usage);
    assert!(error.message.ends_with("\"a.doc\", \"b.doc\", \"c.doc\" and 1 more"), "{error}");
    assert_eq!(bed.published().len(), 4);
    bed.assert_tidy();
}

#[test]
fn a_folder_with_a_repository_or_a_cname_only_counts_as_empty() {
    let bed = Bed::new();
    bed.put("public/.git/HEAD", "ref");
    bed.put("public/CNAME", "hub.example");
    bed.commit(ONE).expect("published");
    let published = bed.published();
    assert_eq!(published.get(".git/HEAD").map(String::as_str), Some("ref"));
    assert_eq!(published.get("CNAME").map(String::as_str), Some("hub.example"));
    assert_eq!(published.len(), 5);
    bed.assert_tidy();
}

#[test]
fn a_manifest_that_we_cannot_have_written_stops_everything() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    let good = fs::read_to_string(bed.at("public/.homeroom.json")).expect("a manifest");
    for path in ["../content/a.md", "/etc/passwd", "a/../../content/a.md", ".git/config", "a\\\\..\\\\b", ""] {
        bed.put("public/.homeroom.json", &good.replace("index.html", path));
        for error in [bed.commit(TWO).expect_err(path), bed.clean().expect_err(path)] {
            assert_eq!(error.class, Class::Usage, "{error}");
        }
    }
    for text in ["", "{}", "[]", "{\"homeroom\":2,\"files\":[]}", &good[..good.len() / 2]] {
        bed.put("public/.homeroom.json", text);
        assert_eq!(bed.commit(TWO).expect_err(text).class, Class::Usage);
    }
    assert_eq!(bed.published(), pairs(ONE));
    assert_eq!(fs::read_to_string(bed.at("content/a.md")).expect("the source"), "# A");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn an_output_that_is_a_link_into_the_sources_is_refused() {
        let bed = Bed::new();
        symlink("content", bed.at("public")).expect("a link");
        assert_eq!(bed.commit(ONE).expect_err("refused").class, Class::Usage);
        symlink(bed.root(), bed.at("again")).expect("a link");
        assert_eq!(bed.commit_to("again/content/new", &outputs(ONE)).expect_err("refused").class, Class::Usage);
        assert_eq!(bed.commit_to("again", &outputs(ONE)).expect_err("refused").class, Class::Usage);
        assert_eq!(bed::tree::of(&bed.at("content")).len(), 1);
    }

    #[test]
    fn an_output_that_is_a_link_to_a_folder_elsewhere_is_published_there() {
        let bed = Bed::new();
        fs::create_dir(bed.at("elsewhere")).expect("a folder");
        symlink("elsewhere", bed.at("public")).expect("a link");
        bed.commit(ONE).expect("published");
        bed.commit(TWO).expect("published");
        assert!(bed.at("public").symlink_metadata().expect("there").is_symlink());
        assert_eq!(bed.published(), pairs(TWO));
        bed.assert_tidy();
    }

    #[test]
    fn our_folder_beside_the_output_is_never_a_link() {
        let bed = Bed::new();
        bed.put("mine/staging/file", "mine");
        symlink("mine", bed.at(".public.homeroom")).expect("a link");
        assert_eq!(bed.commit(ONE).expect_err("refused").class, Class::Usage);
        assert_eq!(bed::tree::of(&bed.at("mine")).len(), 1);
    }

    #[test]
    fn messages_show_paths_as_they_were_written() {
        let bed = Bed::new();
        bed.put("public/mine\u{1b}[31m.txt", "mine");
        let error = bed.commit_to("new/../public", &outputs(ONE)).expect_err("refused");
        assert!(error.message.contains("new/../public") && !error.message.contains('\u{1b}'), "{error}");
    }
}
