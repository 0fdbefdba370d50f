//! Articles 3(12) to (17), 18, 21, 22 and 24: who is which economic operator.

pub(crate) mod role;
