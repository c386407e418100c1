//! All that is in a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Path → content; links as `→ goal`, empty folders as `""` with a final `/`, what is no text as `• ` and
/// its bytes in hexadecimal letters.
pub(crate) fn of(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let name = |path: &Path| path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
        let Ok(entries) = fs::read_dir(&next) else { continue };
        let mut empty = true;
        for entry in entries {
            empty = false;
            let path = entry.expect("an entry").path();
            let kind = path.symlink_metadata().expect("metadata").file_type();
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_symlink() {
                let goal = fs::read_link(&path).expect("a link");
                found.insert(name(&path), format!("→ {}", goal.display()));
            } else {
                found.insert(name(&path), text(fs::read(&path).expect("a file")));
            }
        }
        if empty && next != folder {
            found.insert(format!("{}/", name(&next)), String::new());
        }
    }
    found
}

/// How content stands in [`of`].
pub(crate) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let letters: String = error.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("• {letters}")
    })
}
