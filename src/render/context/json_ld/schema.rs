//! The types of schema.org that pages use, with the fields they use, under their names there.

use serde::Serialize;

use crate::day::Day;

/// What stands in a page: its context and the things that it speaks of.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    #[serde(rename = "@context")]
    pub(super) context: &'static str,
    #[serde(rename = "@graph")]
    pub(super) graph: Vec<Node<'a>>,
}

/// One of the things.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Node<'a> {
    Work(Box<Work<'a>>),
    Questions(Questions),
    Crumbs(Crumbs),
}

/// A page as a creative work. What is not known is left out.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct Work<'a> {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    pub(super) in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) learning_resource_type: Option<&'a str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) educational_level: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) time_required: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) teaches: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) about: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<Named<'a>>,
    pub(super) is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_part_of: Option<Named<'a>>,
}

/// A thing that is no more than its name, and its address where it has one.
#[derive(Serialize)]
pub(super) struct Named<'a> {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
}

/// Questions with their answers, as a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Questions {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) main_entity: Vec<Question>,
}

/// A question.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Question {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    pub(super) accepted_answer: Answer,
}

/// Its answer.
#[derive(Serialize)]
pub(super) struct Answer {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// The way from the home page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Crumbs {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) item_list_element: Vec<Crumb>,
}

/// A step on it, counted from 1.
#[derive(Serialize)]
pub(super) struct Crumb {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) position: usize,
    pub(super) name: String,
    pub(super) item: String,
}
