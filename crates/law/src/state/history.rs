//! Every state of the law this program knows, oldest first; no earlier one is ever taken out.

use std::sync::LazyLock;

use crate::state::state_of_the_law::StateOfTheLaw;

/// The files, oldest first; the last is the one in use unless a newer signed one is.
pub(crate) const FILES: &[&str] = &[include_str!("../../data/states/2026-11-21.toml")];

static HISTORY: LazyLock<Vec<StateOfTheLaw>> = LazyLock::new(|| {
    let read = |file: &&str| {
        StateOfTheLaw::parse(file).expect("the embedded states are parsed by a test of this room")
    };
    FILES.iter().map(read).collect()
});

impl StateOfTheLaw {
    /// Every state this program was built with, oldest first.
    pub fn history() -> &'static [Self] {
        &HISTORY
    }

    /// The newest state this program was built with.
    pub fn embedded() -> &'static Self {
        HISTORY.last().expect("the history holds at least the state it began with")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_history_is_in_order_and_every_file_is_named_by_its_day() {
        let days: Vec<_> = StateOfTheLaw::history().iter().map(|state| state.as_of).collect();
        assert!(days.is_sorted_by(|one, next| one < next), "{days:?}");
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/states");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let named: Vec<String> = days.iter().map(|day| format!("{day}.toml")).collect();
        assert_eq!(files, named, "no state is left out");
    }
}
