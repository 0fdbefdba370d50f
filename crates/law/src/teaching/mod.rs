//! Teaching: the register explained to whoever asks, what popular texts get wrong, and questions to learn from.

pub(crate) mod asked_words;
pub(crate) mod draw;
pub(crate) mod explain;
pub(crate) mod explained;
pub(crate) mod explained_entry;
pub(crate) mod explained_notions;
pub(crate) mod explained_registers;
pub(crate) mod mistake;
pub(crate) mod mistakes;
pub(crate) mod quiz;
pub(crate) mod quiz_of_register;
pub(crate) mod quiz_question;
pub(crate) mod role_notions;
