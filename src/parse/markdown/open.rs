//! What is open at a place of a body, so that raw HTML cannot break the structure around it.

use super::depth::NESTING;
use super::raw::Element;

/// The blocks and spans of Markdown that are open, and the elements let through among them.
#[derive(Default)]
pub(super) struct Opened {
    frames: Vec<Frame>,
    elements: usize,
}

enum Frame {
    Markdown,
    /// The element and the byte where it begins.
    Element(Element, usize),
}

impl Opened {
    /// A block or span of Markdown begins.
    pub(super) fn enter(&mut self) {
        self.frames.push(Frame::Markdown);
    }

    /// The block or span of Markdown that began last ends; all in it is closed.
    pub(super) fn leave(&mut self) {
        self.frames.pop();
    }

    /// Opens `element` at byte `at`; `false` where elements already nest too deep.
    pub(super) fn open(&mut self, element: Element, at: usize) -> bool {
        if self.elements >= NESTING {
            return false;
        }
        self.elements += 1;
        self.frames.push(Frame::Element(element, at));
        true
    }

    /// Whether `element` is open within the innermost block or span of Markdown.
    pub(super) fn holds(&self, element: Element) -> bool {
        let elements = self.frames.iter().rev().map_while(|frame| match frame {
            Frame::Element(open, _) => Some(*open),
            Frame::Markdown => None,
        });
        elements.into_iter().any(|open| open == element)
    }

    /// Whether the innermost thing that is open is `element`.
    pub(super) fn is_in(&self, element: Element) -> bool {
        matches!(self.frames.last(), Some(Frame::Element(open, _)) if *open == element)
    }

    /// Whether the innermost thing that is open is an element.
    pub(super) fn is_in_element(&self) -> bool {
        matches!(self.frames.last(), Some(Frame::Element(..)))
    }

    /// Whether a summary is open within the innermost block or span of Markdown.
    pub(super) fn in_summary(&self) -> bool {
        self.holds(Element::Summary)
    }

    /// Closes the innermost element; `None` where none was opened since Markdown's last beginning.
    pub(super) fn close_last(&mut self) -> Option<(Element, usize)> {
        let Some(Frame::Element(element, at)) = self.frames.last() else { return None };
        let closed = (*element, *at);
        self.frames.pop();
        self.elements -= 1;
        Some(closed)
    }

    /// The same where the innermost element is one of running text, or a summary.
    pub(super) fn close_last_inline(&mut self) -> Option<(Element, usize)> {
        if self.is_in(Element::Details) { None } else { self.close_last() }
    }
}
