//! What of a bill of materials stays in the house when it is published.

use crate::gate_policy::fits_one;

/// What a manufacturer leaves out of a bill of materials for publication. [`RedactionPolicy::default`] is what may be handed to anybody:
/// whatever tells of the house, its people and its machines goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RedactionPolicy {
    /// What the references of withheld components are derived with: they are the same in the next release's list, and nobody without
    /// it can try names on them. Without one they are numbers in the order of the document.
    pub secret: Option<String>,
    /// What becomes of what a withheld component alone pulls in.
    pub below: BelowWithheld,
    /// Which components are withheld.
    pub components: Vec<WithheldComponents>,
    /// Domains that are internal, with everything below them.
    pub internal_hosts: Vec<String>,
    /// What else is kept.
    pub keep: KeptForPublication,
}

/// What becomes of the dependencies of a component that is withheld.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BelowWithheld {
    /// They stay, and hang on its stand-in.
    #[default]
    Keep,
    /// They are cut off; what nothing else pulls in goes without a stand-in.
    Cut,
}

/// Components that are withheld: those of which everything holds that is stated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WithheldComponents {
    /// Names; a trailing `*` stands for any ending, here and below.
    pub names: Vec<String>,
    /// Groups.
    pub groups: Vec<String>,
    /// Package URLs.
    pub packages: Vec<String>,
    /// The name of a property the component has.
    pub property: Option<String>,
    /// The value of that property; any, where none is stated.
    pub value: Option<String>,
}

/// What is kept of components that are not withheld, and of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, answered by yes or no in the policy"
)]
pub struct KeptForPublication {
    /// Names of files, and components that are files.
    pub file_names: bool,
    /// Addresses in references and package URLs.
    pub addresses: KeptAddresses,
    /// Authors, contacts, publishers and parties that are persons.
    pub persons: bool,
    /// Descriptions and comments.
    pub descriptions: bool,
    /// Digests.
    pub hashes: bool,
    /// Names of properties.
    pub properties: Vec<String>,
    /// Statements about vulnerabilities of components that are not withheld.
    pub vulnerabilities: bool,
}

/// Which addresses are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum KeptAddresses {
    /// None.
    None,
    /// Those anybody can reach: `http` or `https`, a name with a public ending, no user, port or query, no internal domain.
    #[default]
    Public,
    /// All.
    All,
}

impl Default for KeptForPublication {
    fn default() -> Self {
        Self {
            file_names: false,
            addresses: KeptAddresses::Public,
            persons: false,
            descriptions: false,
            hashes: true,
            properties: Vec::new(),
            vulnerabilities: false,
        }
    }
}

impl WithheldComponents {
    /// Whether they are told by anything: else all would be withheld.
    pub fn says_which(&self) -> bool {
        let lists = [&self.names, &self.groups, &self.packages];
        lists.iter().any(|list| !list.is_empty()) || self.property.is_some()
    }

    /// Whether a component of this name, group, package URL and these properties is one of them.
    pub fn covers<'p>(
        &self,
        name: &str,
        group: Option<&str>,
        package: Option<&str>,
        properties: impl Iterator<Item = (&'p str, &'p str)>,
    ) -> bool {
        let fits = |patterns: &[String], said: Option<&str>| {
            patterns.is_empty() || said.is_some_and(|said| fits_one(patterns, said))
        };
        let mut properties = properties;
        let has = |property: &String| {
            properties.any(|(name, value)| {
                name == property && self.value.as_deref().is_none_or(|asked| asked == value)
            })
        };
        self.says_which()
            && fits(&self.names, Some(name))
            && fits(&self.groups, group)
            && fits(&self.packages, package)
            && self.property.as_ref().is_none_or(has)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_withheld_where_all_that_is_stated_holds() {
        let nothing = WithheldComponents::default();
        assert!(
            !nothing.covers("radio", None, None, std::iter::empty()),
            "a rule that says nothing covers nothing"
        );
        let rule = WithheldComponents {
            names: vec!["radio*".into()],
            property: Some("internal".into()),
            value: Some("yes".into()),
            ..WithheldComponents::default()
        };
        let covers = |name, value| rule.covers(name, None, None, [("internal", value)].into_iter());
        assert!(covers("radio-core", "yes") && !covers("radio-core", "no") && !covers("zlib", "yes"));
        assert!(!rule.covers("radio", None, None, std::iter::empty()));
        let grouped = WithheldComponents { groups: vec!["com.x".into()], ..WithheldComponents::default() };
        assert!(grouped.covers("a", Some("com.x"), None, std::iter::empty()));
        assert!(!grouped.covers("a", Some("com.xy"), None, std::iter::empty()));
        assert!(!grouped.covers("a", None, None, std::iter::empty()));
    }
}
