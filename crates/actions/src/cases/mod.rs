//! The response desk: cases from the first signal to their end, what the law says of each, and what is handed in.

mod case_order;
mod draft_stage;
mod enter_in_case;
mod look_at_cases;
mod open_case;
mod told_checks;

pub use case_order::CaseOrder;
pub use draft_stage::{Draft, DraftField, DraftOrder, draft_stage};
pub use enter_in_case::{HandedProof, Told, enter_in_case};
pub use look_at_cases::{CaseInList, CaseInProduct, CaseView, look_at_case, look_at_cases};
pub use open_case::{OpenOrder, open_case};
