//! A chart: numbers in a picture, with their source, their day and their table.

pub mod figures;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::day::Day;
use crate::model::components::{Component, Reference, Role};

/// Numbers in a picture.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Chart {
    /// What it shows, in a few words.
    pub title: String,
    /// What can be seen in it, for those who cannot see it; without it the highest and lowest values.
    pub description: Option<String>,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What is counted: `%`, `students`.
    pub unit: Option<String>,
    /// Who counted, and where it is published.
    pub source: Option<String>,
    /// The day for which the numbers hold.
    pub as_of: Option<Day>,
    /// The numbers, here.
    pub rows: Vec<Row>,
    /// The CSV file in `content/data/` that holds them, in place of `rows`.
    pub data: Option<String>,
    /// The column of `data` that names its rows; without it the first.
    pub label: Option<String>,
    /// The columns of `data` that hold numbers; without it the second. Several are several series.
    pub value: Vec<String>,
    /// The column of `data` that names the series, where one column holds all the numbers.
    pub series: Option<String>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// A bar from zero for each number: how much.
    #[default]
    Bar,
    /// A dot on a line for each number: how much, where zero says little.
    Dot,
    /// A line through numbers in their order: how it went.
    Line,
    /// A line from one number to another: what changed between two times.
    Slope,
}

/// A number of a chart.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What it belongs to: a grade, a month.
    pub label: String,
    /// The number; nothing where there is none.
    #[serde(default)]
    pub value: Option<String>,
    /// The series it belongs to, where there are several.
    #[serde(default)]
    pub series: Option<String>,
}

impl ChartKind {
    /// How many numbers it shows at most.
    pub fn most(self) -> usize {
        match self {
            Self::Bar | Self::Dot => 50,
            Self::Line => 400,
            Self::Slope => 24,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Dot => "dot",
            Self::Line => "line",
            Self::Slope => "slope",
        }
    }
}

impl Component for Chart {
    const NAME: &'static str = "chart";
    const NOUN: &'static str = "chart";
    const REQUIRED: &'static [&'static str] = &["title", "kind"];

    fn references(&self) -> Vec<Reference<'_>> {
        let data = self.data.as_deref().filter(|written| !written.trim().is_empty());
        data.map(|written| Reference { field: "data", written, role: Role::Table }).into_iter().collect()
    }
}
