//! The numbers of a chart as a table.

use crate::model::components::chart::Chart;
use crate::model::components::chart::figures::Figures;
use crate::render::components::within;
use crate::render::components::words::Words;
use crate::render::html::escape;

/// Appends the table of `figures`, captioned with the title of `chart`.
pub(super) fn write(id: &str, chart: &Chart, figures: &Figures, words: &Words<'_>, out: &mut String) {
    // Where it does not fit, it can be moved sideways.
    out.extend(["<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"", id, ":table\">\n"]);
    out.extend(["<table>\n<caption id=\"", id, ":table\">"]);
    escape::text(out, chart.title.trim());
    if !figures.unit.is_empty() && figures.unit != "%" {
        within(out, " (", &figures.unit, ")");
    }
    out.push_str("</caption>\n<thead>\n<tr>");
    let head = chart.label.as_deref().filter(|label| !label.trim().is_empty()).unwrap_or(words.text("chart_label"));
    within(out, "<th scope=\"col\">", head, "</th>");
    for series in &figures.series {
        let name = if series.name.is_empty() { words.text("value") } else { &series.name };
        within(out, "<th scope=\"col\" class=\"end\">", name, "</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (at, label) in figures.labels.iter().enumerate() {
        within(out, "<tr><th scope=\"row\">", label, "</th>");
        for series in &figures.series {
            let said = match &series.figures[at] {
                Some(figure) => words.measured(&figure.text, if figures.unit == "%" { "%" } else { "" }),
                None => words.text("no_data").to_owned(),
            };
            within(out, "<td class=\"end\">", &said, "</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}
