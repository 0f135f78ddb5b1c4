//! A journey as a drawing.

use std::fmt::Write;

use super::definition::{Journey, Kind};

/// A line of a drawing: from, to, and whether the step before may be left out.
type Edge = (String, String, bool);

impl<A: 'static> Journey<A> {
    fn nodes(&self) -> Vec<(String, String, bool)> {
        let steps = self.steps.iter().map(|step| {
            let label = match &step.kind {
                Kind::Question(_) => step.slug.to_owned(),
                Kind::List(_, limits) => format!("{} ({} to {})", step.slug, limits.start(), limits.end()),
                Kind::Stop => format!("stop: {}", step.slug),
                Kind::Page => format!("page: {}", step.slug),
            };
            (step.slug.replace('-', "_"), label, step.when.is_some())
        });
        let ends = self.submit.is_some().then(|| {
            [("check_answers", "check answers"), ("confirmation", "confirmation")]
                .map(|(id, label)| (id.to_owned(), label.to_owned(), false))
        });
        steps.chain(ends.into_iter().flatten()).collect()
    }

    /// From each step to those that can follow it: up to the next one that always applies.
    fn edges(&self) -> Vec<Edge> {
        let nodes = self.nodes();
        let is_stop = |at: usize| self.steps.get(at).is_some_and(|step| matches!(step.kind, Kind::Stop));
        let mut edges = Vec::new();
        for (at, (id, _, _)) in nodes.iter().enumerate().filter(|(at, _)| !is_stop(*at)) {
            for (next, _, is_conditional) in &nodes[at + 1..] {
                edges.push((id.clone(), next.clone(), *is_conditional));
                if !is_conditional {
                    break;
                }
            }
        }
        edges
    }

    /// The journey as a flowchart for [Mermaid](https://mermaid.js.org), which many wikis and code hosts draw.
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        let mut drawing = "flowchart TD\n".to_owned();
        for (id, label, _) in self.nodes() {
            let _ = writeln!(drawing, "    {id}[\"{label}\"]");
        }
        for (from, to, is_conditional) in self.edges() {
            let arrow = if is_conditional { "-.->|if|" } else { "-->" };
            let _ = writeln!(drawing, "    {from} {arrow} {to}");
        }
        drawing
    }

    /// The journey as a graph for [Graphviz](https://graphviz.org).
    #[must_use]
    pub fn to_dot(&self) -> String {
        let mut drawing = format!("digraph \"{}\" {{\n", self.name);
        for (id, label, _) in self.nodes() {
            let _ = writeln!(drawing, "    {id} [label=\"{label}\"];");
        }
        for (from, to, is_conditional) in self.edges() {
            let style = if is_conditional { " [style=dashed, label=\"if\"]" } else { "" };
            let _ = writeln!(drawing, "    {from} -> {to}{style};");
        }
        drawing.push_str("}\n");
        drawing
    }
}
