//! `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3
//! (<https://docs.npmjs.com/cli/configuring-npm/package-lock-json>).

mod document;
mod entry;
mod tree;

pub use document::read_package_lock;

#[cfg(test)]
mod tests;
