//! Labels: words in lines that fit, and lines that keep apart.

/// `text` in lines of at most `width` characters, broken at blanks. A longer word has a line of its own,
/// or several where it is longer than two.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(4);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut word = word;
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
                continue;
            }
            _ => {}
        }
        while word.chars().count() > 2 * width {
            let cut = word.char_indices().nth(width).map_or(word.len(), |(at, _)| at);
            lines.push(word[..cut].to_owned());
            word = &word[cut..];
        }
        lines.push(word.to_owned());
    }
    lines
}

/// Moves the `tops` of blocks with their heights as little as may be, so that none lies on another and
/// all lie between 0 and `space` where there is room for them.
pub(super) fn apart(blocks: &mut [(f64, f64)], space: f64) {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by(|a, b| blocks[*a].0.total_cmp(&blocks[*b].0).then(a.cmp(b)));
    let mut free = 0.0;
    for at in &order {
        blocks[*at].0 = blocks[*at].0.max(free);
        free = blocks[*at].0 + blocks[*at].1;
    }
    let mut end = space;
    for at in order.iter().rev() {
        let (top, height) = blocks[*at];
        blocks[*at].0 = top.min(end - height).max(0.0);
        end = blocks[*at].0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_into_lines_at_blanks() {
        assert_eq!(wrapped("Always or nearly always", 12), ["Always or", "nearly", "always"]);
        assert_eq!(wrapped("  a   b ", 12), ["a b"]);
        assert_eq!(wrapped("Verantwortung", 10), ["Verantwortung"]);
        assert_eq!(wrapped(&"é".repeat(25), 10).len(), 2);
        assert!(wrapped("", 10).is_empty());
    }

    #[test]
    fn labels_that_would_lie_on_each_other_move_apart() {
        let mut blocks = [(5.0, 1.0), (5.2, 1.0), (0.0, 1.0), (9.9, 1.0)];
        apart(&mut blocks, 10.0);
        assert_eq!(blocks.map(|(top, _)| top), [5.0, 6.0, 0.0, 9.0]);
        let mut blocks = [(9.0, 1.0), (9.0, 1.0), (9.0, 1.0)];
        apart(&mut blocks, 10.0);
        assert_eq!(blocks.map(|(top, _)| top), [7.0, 8.0, 9.0]);
    }
}
