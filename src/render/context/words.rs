//! The words for what front matter says in one word.

use serde_json::{Value, json};

/// The words of English by field and value, as templates see them below `words`.
pub fn words() -> Value {
    json!({
        "tier": {
            "universal": "For every student",
            "targeted": "For some students",
            "intensive": "For one student at a time",
        },
        "evidence": {
            "strong": "Strong evidence (ESSA tier 1)",
            "moderate": "Moderate evidence (ESSA tier 2)",
            "promising": "Promising evidence (ESSA tier 3)",
            "rationale": "Built on research (ESSA tier 4)",
            "practice-wisdom": "What teachers have found to work",
        },
        "prompt_kind": {
            "question": "Question",
            "praise": "Words of praise",
            "sentence-starter": "Sentence starter",
            "scale": "Scale",
            "draw": "Something to draw",
        },
        "depth": { "1": "light", "2": "personal", "3": "vulnerable" },
        "disclosure": {
            "low": "Answers rarely call for a report",
            "medium": "An answer may call for a report",
            "high": "Be ready: an answer may have to be reported",
        },
        "level": {
            "never": "Never",
            "with-permission": "Only with permission",
            "caution": "With care",
            "good-practice": "Good practice",
        },
        "status": { "draft": "Draft", "adopted": "Adopted", "superseded": "Superseded" },
    })
}

/// What the part of a policy that its fields make is called.
pub fn part(name: &str) -> Option<&'static str> {
    Some(match name {
        "changes" => "Changes",
        "definitions" => "What words mean",
        "channels" => "Channels",
        "hours" => "Hours",
        "conduct" => "Conduct",
        "scenarios" => "Scenarios",
        "reporting" => "Reporting",
        "exceptions" => "Exceptions",
        "training" => "Training",
        "legal" => "Laws and rules",
        "sign-off" => "Sign-off",
        _ => return None,
    })
}

/// The words for the grades at `positions` of a vocabulary with these titles: `Grades 6–8`.
pub fn grades(positions: &[usize], ids: &[&str]) -> String {
    let name = |at: usize| ids.get(at).copied().unwrap_or_default();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in positions {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *at => *last = *at,
            _ => runs.push((*at, *at)),
        }
    }
    let parts: Vec<String> = runs
        .iter()
        .map(
            |(first, last)| {
                if first == last { name(*first).to_owned() } else { format!("{}–{}", name(*first), name(*last)) }
            },
        )
        .collect();
    match positions {
        [] => String::new(),
        [one] => format!("Grade {}", name(*one)),
        _ => format!("Grades {}", parts.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_named_by_their_ranges() {
        let ids = ["PreK", "K", "1", "2", "3"];
        assert_eq!(grades(&[0, 1, 2, 4], &ids), "Grades PreK–1, 3");
        assert_eq!(grades(&[2], &ids), "Grade 1");
        assert_eq!(grades(&[], &ids), "");
    }
}
