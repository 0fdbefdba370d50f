//! Every test fails where it is broken, and passes where it is not.
