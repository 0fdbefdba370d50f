//! How much is filled in and for how long it is asked for.

use std::path::PathBuf;
use std::time::Duration;

/// How much is filled in and for how long it is asked for.
pub(crate) struct Size {
    pub(crate) products: usize,
    /// Of each product.
    pub(crate) releases: usize,
    /// Of each release.
    pub(crate) components: usize,
    /// Of each release, at most one a component.
    pub(crate) findings: usize,
    /// How many different component lists there are: releases share them, as they share them with their neighbours.
    pub(crate) lists: usize,
    pub(crate) load: Duration,
    /// Requests a second.
    pub(crate) rate: u32,
    pub(crate) sqlite: bool,
    pub(crate) postgres: bool,
    /// Where everything is kept, also for the next run; else it is gone afterwards.
    pub(crate) keep: Option<PathBuf>,
}

impl Size {
    /// What the arguments say; cargo's own are passed over.
    pub(crate) fn of(arguments: &[String]) -> Self {
        let named = |name: &str| {
            let place = arguments.iter().position(|one| one == name)?;
            arguments.get(place + 1).map(String::as_str)
        };
        let number = |name: &str, usual: usize| named(name).map_or(usual, |number| number.parse().unwrap());
        let full = arguments.iter().any(|one| one == "--full");
        let of = |usual: usize, all: usize| if full { all } else { usual };
        let components = number("--components", of(100, 500));
        let products = number("--products", of(40, 1000));
        let database = named("--database").unwrap_or("both");
        Self {
            products,
            releases: number("--releases", of(5, 20)),
            components,
            findings: number("--findings", components).min(components),
            lists: products.min(of(10, 50)),
            load: Duration::from_secs(number("--seconds", of(20, 120)) as u64),
            rate: u32::try_from(number("--rate", 50)).unwrap(),
            sqlite: database != "postgres",
            postgres: database != "sqlite",
            keep: named("--keep").map(PathBuf::from),
        }
    }

    /// How many rows of components.
    pub(crate) fn component_rows(&self) -> usize {
        self.products * self.releases * self.components
    }

    /// How many rows of findings.
    pub(crate) fn finding_rows(&self) -> usize {
        self.products * self.releases * self.findings
    }
}
