//! The floors of the house: a module uses only floors below its own, and each third-party format has
//! one door. Both are read from the sources.
#![expect(clippy::disallowed_methods, reason = "a test reads the sources")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The floor of each module directly below `src/`. Neighbours on a floor do not know each other.
const FLOORS: &[(&str, u8)] = &[
    ("path", 1),
    ("digest", 1),
    ("day", 1),
    ("image", 1),
    ("colour", 1),
    ("portion", 1),
    ("source", 2),
    ("diagnostic", 3),
    ("output", 4),
    ("parse", 5),
    ("disk", 5),
    ("serve", 5),
    ("watch", 5),
    ("model", 6),
    ("print", 5),
    ("cards", 7),
    ("check", 7),
    ("render", 7),
    ("feed", 7),
    ("search", 7),
    ("build", 8),
    ("cli", 9),
    ("main", 10),
];

/// The crates that have one door, and the module that is it.
const DOORS: &[(&str, &[&str])] = &[
    ("serde_yaml", &["parse/yaml"]),
    ("pulldown_cmark", &["parse/markdown", "render/html"]),
    ("tera", &["render/template.rs", "render/words.rs", "render/fragment.rs", "render/context", "render/mod.rs"]),
    ("math_core", &["parse/maths.rs"]),
    ("syntect", &["render/highlight.rs", "render/grammars.rs"]),
    ("regex_syntax", &["render/grammars.rs"]),
    ("walkdir", &["disk"]),
    ("rustix", &["disk", "serve/guard"]),
    ("tiny_http", &["serve/write.rs"]),
    ("httparse", &["serve/guard/head.rs"]),
    ("notify", &["watch"]),
    ("opener", &["cli/serve"]),
    ("annotate_snippets", &["diagnostic/human.rs"]),
    ("rust_embed", &["render/theme.rs", "cli/init/mod.rs"]),
    ("rust_stemmers", &["search/stems.rs"]),
    ("rustc_hash", &["search/postings.rs"]),
    ("mimalloc", &["main.rs"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("anstream", &["cli/report.rs", "diagnostic/show.rs"]),
    ("signal_hook", &["cli/signals.rs"]),
    ("krilla", &["print/pdf.rs"]),
    ("parley", &["print/faces.rs", "print/text.rs"]),
    ("skrifa", &["print/faces.rs", "print/svg.rs"]),
    ("fast_qr", &["print/code.rs"]),
    ("blake3", &["digest.rs"]),
    ("jiff", &["day.rs"]),
    ("strsim", &["diagnostic/nearest.rs"]),
    ("roxmltree", &["image"]),
    ("fluent_bundle", &["render/words.rs", "render/speech.rs"]),
    ("fluent_syntax", &["render/speech.rs"]),
    ("unic_langid", &["render/words.rs"]),
    ("icu_collator", &["model/natural.rs"]),
    ("schemars", &["model/schema", "model/collections", "model/components", "model/query.rs"]),
    ("icu_locale_core", &["model/natural.rs"]),
    ("fast_image_resize", &["image/shrink.rs"]),
];

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).expect("a folder") {
            let path = file.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).expect("below").to_string_lossy().replace('\\', "/");
                sources.push((name, std::fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    sources.sort();
    sources
}

/// The modules that a source names after `crate::` or `homeroom::`, those within `{…}` included;
/// comments and links in documentation do not count.
fn named(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for mark in ["crate::", "homeroom::"] {
        for (at, _) in code.match_indices(mark) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &code[at + mark.len()..];
            let group = rest.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or_default());
            let firsts = group.map_or_else(|| vec![rest], |group| group.split(',').collect());
            names.extend(firsts.into_iter().map(|first| {
                first.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            }));
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn a_module_uses_only_floors_below_its_own() {
    let floors: BTreeMap<&str, u8> = FLOORS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let module = file.split(['/', '.']).next().unwrap_or_default();
        if module == "lib" {
            continue;
        }
        let own = *floors.get(module).unwrap_or_else(|| panic!("{module} has no floor"));
        for other in named(&text).iter().filter(|other| *other != module && *other != "codes" && *other != "Form") {
            match floors.get(other.as_str()) {
                Some(floor) if *floor < own => {}
                Some(_) => wrong.push(format!("{file} uses {other}, which is not below it")),
                None => wrong.push(format!("{file} uses {other}, which has no floor")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_third_party_format_has_one_door() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (package, doors) in DOORS {
            let uses = text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
                line.match_indices(&format!("{package}::"))
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            if uses && !doors.iter().any(|door| file.starts_with(door)) {
                wrong.push(format!("{file} uses {package}, whose door is {}", doors.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_server_opens_sockets_and_only_its_command_starts_a_browser() {
    let reaching = ["TcpStream", "TcpListener", "UdpSocket", "UnixStream", "process::Command"];
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.starts_with("serve/")) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        wrong.extend(
            code.filter(|line| reaching.iter().any(|name| line.contains(name))).map(|line| format!("{file}: {line}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let long: Vec<String> =
        sources().into_iter().filter(|(_, text)| text.lines().count() > 400).map(|(file, _)| file).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_module_says_in_its_first_line_what_it_holds() {
    let mute: Vec<String> = sources()
        .into_iter()
        .filter(|(file, text)| !text.starts_with("//! ") && !file.ends_with("tests.rs"))
        .map(|(file, _)| file)
        .collect();
    assert!(mute.is_empty(), "{mute:?}");
}
