//! A state of the law as a case supposes it to be.

use crate::state::history::FILES;
use crate::state::state_of_the_law::{NotAState, StateOfTheLaw};

impl StateOfTheLaw {
    /// The newest built-in state with some of its keys replaced.
    pub fn supposing(keys: &str) -> Result<Self, NotAState> {
        let shape = |error: toml::de::Error| NotAState::Shape(error.to_string());
        let built_in = FILES.last().copied().unwrap_or_default();
        let mut file: toml::Table = toml::from_str(built_in).map_err(shape)?;
        file.extend(toml::from_str::<toml::Table>(keys).map_err(shape)?);
        Self::parse(&toml::to_string(&file).map_err(|error| NotAState::Shape(error.to_string()))?)
    }
}
