//! The nearest name: what somebody meant who mistyped.

/// The name among `names` that is nearest to `typed`, if one is near enough to be what was meant.
///
/// Case, `-` and `_` do not count; what has fewer than three letters could be anything. A name may differ by about a third of its letters
/// (optimal string alignment, so two swapped neighbours are one mistake).
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
    let typed = plain(typed);
    if !(3..=64).contains(&typed.chars().count()) {
        return None;
    }
    names
        .into_iter()
        .map(|name| {
            let target = plain(name);
            let distance = strsim::osa_distance(&typed, &target);
            let stem =
                typed.len() >= 4 && (target.starts_with(&typed) || typed.starts_with(&target) && target.len() >= 4);
            (if stem { distance.min(1) } else { distance }, target.chars().count(), name)
        })
        .filter(|(distance, length, _)| *distance <= (length.max(&typed.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _, name)| (*distance, name.len(), *name))
        .map(|(_, _, name)| name)
}

/// A help that offers the nearest name, or lists what there is where nothing is near.
pub fn suggestion<'a>(typed: &str, names: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    if let Some(name) = nearest(typed, names.clone()) {
        return Some(format!("did you mean \"{name}\"?"));
    }
    let all: Vec<&str> = names.into_iter().collect();
    match all.len() {
        0 => None,
        1..=24 => Some(format!("known here: {}", all.join(", "))),
        more => Some(format!("known here: {}, and {} more", all[..20].join(", "), more - 20)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_finds_its_name_and_a_stranger_finds_none() {
        let names = ["title", "summary", "grades", "review_every"];
        assert_eq!(nearest("titel", names), Some("title"));
        assert_eq!(nearest("Review-Every", names), Some("review_every"));
        assert_eq!(nearest("grade", names), Some("grades"));
        assert_eq!(nearest("colour", names), None);
        assert_eq!(nearest(&"x".repeat(10_000), names), None);
    }
}
