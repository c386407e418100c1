//! What a killed run may leave where it is not ours to decide.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

mod bed;

use std::fs;

use bed::{Bed, outputs, pairs};
use homeroom::disk::error::Class;

const SITE: &[(&str, &str)] = &[("index.html", "home")];

/// A site that was moved aside by a run that was killed before the next one took its place.
fn moved_aside() -> Bed {
    let bed = Bed::new();
    bed.commit(SITE).expect("published");
    bed.put("public/mine.txt", "mine");
    fs::create_dir(bed.at(".public.homeroom")).expect("a folder");
    fs::rename(bed.at("public"), bed.at(".public.homeroom/old")).expect("moved");
    bed
}

#[test]
fn a_site_that_was_moved_aside_comes_back() {
    let bed = moved_aside();
    fs::create_dir(bed.at("public")).expect("an empty folder gives way");
    assert_eq!(bed.commit(SITE).expect("published").unchanged, 1);
    assert_eq!(bed.published(), pairs(&[("index.html", "home"), ("mine.txt", "mine")]));
    bed.assert_tidy();
}

#[test]
fn a_site_that_was_moved_aside_is_cleaned_too() {
    let bed = moved_aside();
    assert_eq!(bed.clean().expect("clean").removed, 1);
    assert_eq!(bed.published(), pairs(&[("mine.txt", "mine")]));
    bed.assert_tidy();
}

#[test]
fn where_both_folders_hold_files_of_somebody_both_are_left() {
    let bed = moved_aside();
    bed.put("public/CNAME", "hub.example");
    let error = bed.commit(SITE).expect_err("undecided");
    assert_eq!(error.class, Class::Environment);
    assert!(error.message.contains(".public.homeroom/old"), "{error}");
    assert_eq!(bed.published(), pairs(&[("CNAME", "hub.example")]));
    assert_eq!(bed::tree::of(&bed.at(".public.homeroom/old")).len(), 3);
}

#[test]
fn of_two_repositories_none_is_removed() {
    let bed = Bed::new();
    bed.commit(SITE).expect("published");
    bed.put("public/.git/HEAD", "new");
    bed.put(".public.homeroom/staging/.git/HEAD", "old");
    let error = bed.commit_to("public", &outputs(SITE)).expect_err("undecided");
    assert!(error.message.contains("staging/.git") && error.help.is_some(), "{error}");
    for (place, expected) in [("public/.git/HEAD", "new"), (".public.homeroom/staging/.git/HEAD", "old")] {
        assert_eq!(fs::read_to_string(bed.at(place)).expect("kept"), expected);
    }
}

/// Permissions bind: where the tests are run by root, the program is run by somebody else.
#[cfg(unix)]
mod denied {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    const SOMEBODY: u32 = 65_534;

    /// A published site with a source that has changed since, and the program beside it.
    struct Site {
        bed: Bed,
        /// Root's programs can become somebody else's; nobody else's can, and need not.
        by_root: bool,
    }

    impl Site {
        /// `None` where this system lets root not run a program for somebody else.
        fn new() -> Option<Self> {
            let bed = Bed::new();
            fs::copy(env!("CARGO_BIN_EXE_homeroom"), bed.at("homeroom")).expect("the program");
            fs::create_dir_all(bed.at("site/content")).expect("a folder");
            bed.put("site/site.yaml", "title: Hub\n");
            bed.put("site/content/a.md", "# A\n");
            let by_root = chown(bed.root(), Some(SOMEBODY), Some(SOMEBODY)).is_ok();
            let site = Self { bed, by_root };
            site.give_away();
            let first = site.command("build").output().ok()?;
            assert_eq!(first.status.code(), Some(0), "{first:?}");
            site.bed.put("site/content/a.md", "# Another\n");
            Some(site)
        }

        fn command(&self, name: &str) -> Command {
            let mut command = Command::new(self.bed.at("homeroom"));
            command.args([name, "--root"]).arg(self.bed.at("site"));
            if self.by_root {
                command.uid(SOMEBODY).gid(SOMEBODY);
            }
            command
        }

        /// Runs the program; it ends with `code`.
        fn run(&self, name: &str, code: i32) {
            self.give_away();
            let run = self.command(name).output().expect("the program runs");
            assert_eq!(run.status.code(), Some(code), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        }

        fn give_away(&self) {
            if self.by_root {
                for path in all(self.bed.root()) {
                    std::os::unix::fs::lchown(path, Some(SOMEBODY), Some(SOMEBODY)).expect("given away");
                }
            }
        }

        /// Sets the modes of everything at and below `path`; those of folders are given, a file's
        /// follows.
        fn mode(&self, path: &str, mode: u32) {
            for path in all(&self.bed.at(path)).into_iter().rev() {
                let mode = if path.is_dir() { mode } else { mode & 0o666 };
                fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
            }
        }

        fn assert_tidy(&self) {
            assert!(!self.bed.at("site/.public.homeroom").exists(), "litter");
        }

        /// That the program can build over what there is, and leaves nothing.
        fn assert_built(&self) {
            self.run("build", 0);
            let page = fs::read_to_string(self.bed.at("site/public/a/index.html")).expect("published");
            assert!(page.contains("Another"));
            self.assert_tidy();
        }
    }

    /// `path` and all below it, the outer first.
    fn all(path: &Path) -> Vec<std::path::PathBuf> {
        let mut found = vec![path.to_owned()];
        if path.symlink_metadata().expect("metadata").is_dir() {
            for entry in fs::read_dir(path).expect("a folder") {
                found.extend(all(&entry.expect("an entry").path()));
            }
        }
        found
    }

    #[test]
    fn a_refused_build_leaves_nothing_and_blocks_none() {
        let Some(site) = Site::new() else { return };
        site.mode("site/public", 0o555);
        site.run("build", 3);
        site.assert_tidy();
        site.run("clean", 3);
        site.assert_tidy();
        site.mode("site/public", 0o755);
        site.assert_built();
    }

    #[test]
    fn read_only_folders_in_the_last_site_go_with_it() {
        let Some(site) = Site::new() else { return };
        site.bed.put("site/public/mine/deep/file", "mine");
        site.mode("site/public/mine", 0o555);
        site.mode("site/public/theme", 0o555);
        site.assert_built();
        assert_eq!(fs::read_to_string(site.bed.at("site/public/mine/deep/file")).expect("kept"), "mine");
        let mode = fs::metadata(site.bed.at("site/public/mine/deep")).expect("metadata").permissions().mode();
        assert_eq!(mode & 0o777, 0o555);
    }

    #[test]
    fn a_read_only_leftover_is_cleared_away() {
        for (command, folders) in [("build", 0o555), ("clean", 0o555), ("build", 0o000)] {
            let Some(site) = Site::new() else { return };
            site.bed.put("site/.public.homeroom/lock", "1");
            site.bed.put("site/.public.homeroom/journal", "the staged site is complete; a swap is under way\n");
            site.bed.put("site/.public.homeroom/staging/a/b/index.html", "half");
            site.mode("site/.public.homeroom", folders);
            site.run(command, 0);
            site.assert_tidy();
        }
    }

    #[test]
    fn a_read_only_site_that_was_moved_aside_comes_back() {
        for (staged, journal) in [(false, false), (true, true)] {
            let Some(site) = Site::new() else { return };
            fs::create_dir(site.bed.at("site/.public.homeroom")).expect("a folder");
            fs::rename(site.bed.at("site/public"), site.bed.at("site/.public.homeroom/old")).expect("moved");
            site.bed.put("site/.public.homeroom/old/.git/HEAD", "ref");
            if staged {
                site.bed.put("site/.public.homeroom/staging/index.html", "home");
                let manifest = site.bed.at("site/.public.homeroom/staging/.homeroom.json");
                fs::copy(site.bed.at("site/.public.homeroom/old/.homeroom.json"), manifest).expect("a manifest");
            }
            if journal {
                site.bed.put("site/.public.homeroom/journal", "a swap is under way\n");
            }
            site.mode("site/.public.homeroom", 0o555);
            site.mode("site/.public.homeroom/old/.git", 0o755);
            site.assert_built();
            assert_eq!(fs::read_to_string(site.bed.at("site/public/.git/HEAD")).expect("kept"), "ref");
        }
    }

    #[test]
    fn what_cannot_be_removed_blocks_no_build_and_goes_once_it_can() {
        let Some(site) = Site::new() else { return };
        if !site.by_root {
            return;
        }
        site.bed.put("site/.public.homeroom/staging/theirs/file", "of another user");
        site.bed.put("site/.public.homeroom/staging/ours", "half");
        site.give_away();
        for another in ["theirs", "theirs/file"] {
            chown(site.bed.at("site/.public.homeroom/staging").join(another), Some(0), Some(0)).expect("given");
        }
        for command in ["build", "build", "clean"] {
            let run = site.command(command).output().expect("the program runs");
            assert_eq!(run.status.code(), Some(0), "{command}: {}", String::from_utf8_lossy(&run.stderr));
        }
        let left = bed::tree::of(&site.bed.at("site/.public.homeroom"));
        assert_eq!(left, pairs(&[("litter0/theirs/file", "of another user")]));
        site.assert_built();
    }
}
