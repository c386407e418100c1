//! What editors and systems leave for a moment beside the files that are meant.

use std::path::Path;

/// Whether one of the names of `path` is that of a file which an editor or the system keeps for itself.
pub(super) fn is_below(path: &Path) -> bool {
    path.components().any(|name| name.as_os_str().to_str().is_some_and(is_dropping))
}

fn is_dropping(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        // Vim tries whether it can write by making a file of this name.
        || name == "4913"
        || ["swp", "swo", "swx", "tmp", "bak", "orig", "part", "crdownload"].contains(&ending)
        || name.contains("___jb_")
        || ["Thumbs.db", "desktop.ini"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_is_told_from_what_people_write() {
        for name in [
            "4913",
            ".a.md.swp",
            "a.md~",
            "#a.md#",
            ".#a.md",
            "a.tmp",
            ".DS_Store",
            "a.md___jb_tmp___",
            ".goutputstream-X",
        ] {
            assert!(is_below(&Path::new("content").join(name)), "{name}");
        }
        for name in ["a.md", "4914", "a~b.md", "img.png", "swp"] {
            assert!(!is_below(&Path::new("content").join(name)), "{name}");
        }
        assert!(is_below(Path::new("content/.git/HEAD")));
    }
}
