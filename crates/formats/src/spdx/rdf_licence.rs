//! Licences in RDF: nodes of sets and operators, told as the expressions they stand for (SPDX 2.3 annex D).

use proofmark_text::text;

use super::rdf::{Node, Object, Statement, Step, refusal};
use super::rdf_as_json::{Telling, none_or_unknown, of_term, words_of};
use super::rdf_names::TERMS;

/// How deep licences may stand in each other. A circle is deeper than any number.
const MOST_DEEP: usize = 64;

impl Telling<'_> {
    /// The expression a statement's object stands for.
    pub(super) fn licence(&mut self, statement: &Statement) -> Step<String> {
        self.expression(statement, 0)
    }

    fn expression(&mut self, statement: &Statement, depth: usize) -> Step<String> {
        let name = match &statement.object {
            Object::Words(words) => {
                self.take(words.len(), statement)?;
                return Ok(words.trim().to_owned());
            }
            Object::Node(name) => name,
        };
        if depth >= MOST_DEEP {
            return Err(refusal(
                self.written,
                statement.offset,
                text!("formats-rdf-licence-deep", most = MOST_DEEP),
            ));
        }
        self.take(name.len(), statement)?;
        if let Some(said) = none_or_unknown(name) {
            return Ok(said.to_owned());
        }
        let kind = self.kinds.get(name.as_str()).copied().unwrap_or_default();
        let Some(node) = self.graph.node(name) else { return Ok(self.named(name)) };
        match kind {
            "ConjunctiveLicenseSet" => self.set(node, " AND ", depth),
            "DisjunctiveLicenseSet" => self.set(node, " OR ", depth),
            "OrLaterOperator" => Ok(self.of_members(node, depth)?.join(" ") + "+"),
            "WithExceptionOperator" => {
                let licence = self.of_members(node, depth)?.join(" ");
                let exception = of_term(node, "licenseException").next().map(|one| match &one.object {
                    Object::Words(words) => words.trim().to_owned(),
                    Object::Node(exception) => {
                        let said =
                            self.graph.node(exception).and_then(|node| words_of(node, "licenseExceptionId"));
                        said.map_or_else(|| self.named(exception), str::to_owned)
                    }
                });
                Ok(format!("{licence} WITH {}", exception.unwrap_or_else(|| "NOASSERTION".to_owned())))
            }
            _ => Ok(words_of(node, "licenseId").map_or_else(|| self.named(name), str::to_owned)),
        }
    }

    /// The members of a set, in the order of their letters: RDF has none.
    fn set(&mut self, node: &Node, between: &str, depth: usize) -> Step<String> {
        let members = self.of_members(node, depth)?;
        Ok(match members.as_slice() {
            [one] => one.clone(),
            members => format!("({})", members.join(between)),
        })
    }

    fn of_members(&mut self, node: &Node, depth: usize) -> Step<Vec<String>> {
        let mut members = Vec::new();
        for statement in of_term(node, "member") {
            let member = self.expression(statement, depth + 1)?;
            self.take(member.len(), statement)?;
            members.push(member);
        }
        members.sort_unstable();
        members.dedup();
        if members.is_empty() {
            members.push("NOASSERTION".to_owned());
        }
        Ok(members)
    }

    /// A licence by its address: one of SPDX's list, or one that a document extracted.
    fn named(&self, name: &str) -> String {
        let listed = ["http://spdx.org/licenses/", "https://spdx.org/licenses/"];
        match listed.iter().find_map(|list| name.strip_prefix(list)) {
            Some(listed) => listed.trim_end_matches(".html").to_owned(),
            None => self.element(name.strip_prefix(TERMS).unwrap_or(name)),
        }
    }
}
