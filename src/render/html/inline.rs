//! Links, images and elements in running text.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::footnotes::push;
use super::image::title;
use super::write::Page;
use super::{Target, escape};
use crate::parse::address::{Scheme, scheme};
use crate::parse::markdown::raw::Element;
use crate::parse::markdown::read::Piece;
use crate::parse::maths::{Display, mathml};

impl<'a> Page<'a, '_> {
    pub(super) fn open(&mut self, element: Element, title_text: Option<&str>) {
        if element == Element::Details {
            self.line();
        }
        push(&mut self.out, format_args!("<{}", element.name()));
        title(&mut self.out, title_text.unwrap_or_default());
        self.out.push('>');
    }

    pub(super) fn start_link(&mut self, link_type: LinkType, target: &str, title_text: &str) {
        let target = match link_type {
            LinkType::Email => self.links.link(&format!("mailto:{target}")),
            _ => self.links.link(target),
        };
        let Target::Href { url, external } = target else {
            self.links_open.push(false);
            return;
        };
        if matches!(scheme(&url), Scheme::Refused(_)) || self.links_open.contains(&true) {
            self.links_open.push(false);
            return;
        }
        self.links_open.push(true);
        self.out.push_str("<a href=\"");
        escape::address(&mut self.out, &url);
        self.out.push('"');
        title(&mut self.out, title_text);
        self.out.push_str(if external { " rel=\"noopener noreferrer\">" } else { ">" });
    }

    /// Writes a formula between its `marks`; as it was typed where it cannot be read.
    pub(super) fn formula(&mut self, latex: &str, display: Display, marks: &str) {
        match mathml(latex, display) {
            Ok(formula) => self.out.push_str(&formula),
            Err(_) => {
                self.out.push_str("<code>");
                self.text(&[marks, latex, marks].concat());
                self.out.push_str("</code>");
            }
        }
    }

    /// What stands in an image is its alternative text.
    pub(super) fn within_image(&mut self, piece: Piece<'a>) {
        match piece {
            Piece::Markdown(Event::Start(Tag::Image { .. })) => self.images_open += 1,
            Piece::Markdown(Event::End(TagEnd::Image)) => {
                self.images_open -= 1;
                if self.images_open == 0
                    && let Some(image) = self.image.take()
                {
                    self.images += usize::from(image.picture.is_some());
                    let paragraph = self.paragraph.filter(|start| self.out.len() == start + "<p>".len());
                    self.figure = image.write(&mut self.out, self.images == 1, paragraph).or(self.figure.take());
                }
            }
            Piece::Markdown(Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text)) => {
                self.text(&text);
            }
            Piece::Markdown(Event::SoftBreak | Event::HardBreak) => self.text(" "),
            _ => {}
        }
    }
}
