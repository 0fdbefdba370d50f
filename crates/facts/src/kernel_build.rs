//! Which options a kernel was built with, and under which each of its source files is compiled.

use std::collections::{BTreeMap, BTreeSet};

use crate::source_path::plain_path;

/// The options that are on, in a kernel's configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KernelConfig(BTreeSet<String>);

impl KernelConfig {
    /// The options that are on, with their prefix (`CONFIG_CAN`).
    pub fn of(on: BTreeSet<String>) -> Self {
        Self(on)
    }
}

/// Source files, each with the rules under which it is compiled: of a rule all options must be on, of the rules one must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildRules(BTreeMap<String, Vec<Vec<String>>>);

impl BuildRules {
    /// Rules by the path of the file in the source tree.
    pub fn of(rules: BTreeMap<String, Vec<Vec<String>>>) -> Self {
        Self(rules)
    }

    /// The options that are off and keep a file from being compiled, one of each of its rules; `None` where it is compiled, or
    /// where no rule of it is known: then nothing is said of it.
    pub fn options_off(&self, file: &str, config: &KernelConfig) -> Option<Vec<String>> {
        let rules = self.0.get(&plain_path(file)).filter(|rules| !rules.is_empty())?;
        let off = |rule: &Vec<String>| rule.iter().find(|option| !config.0.contains(*option)).cloned();
        let mut options: Vec<String> = rules.iter().map(off).collect::<Option<_>>()?;
        options.sort_unstable();
        options.dedup();
        Some(options)
    }
}
