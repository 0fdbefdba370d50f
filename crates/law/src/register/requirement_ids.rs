//! The requirements of Annex I by the names dossiers give them, and where a dossier decides on one.

/// Part I: the product.
pub const PART_I: [&str; 14] = [
    "I.1", "I.2.a", "I.2.b", "I.2.c", "I.2.d", "I.2.e", "I.2.f", "I.2.g", "I.2.h", "I.2.i", "I.2.j", "I.2.k",
    "I.2.l", "I.2.m",
];

/// Part II: the handling of vulnerabilities.
pub const PART_II: [&str; 8] = ["II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "II.7", "II.8"];

/// The way to a decision on a requirement: `requirements."I.2.c"`; by its place where the name cannot be quoted.
pub(crate) fn requirement_path(index: usize, id: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '.' || letter == '-';
    if !id.is_empty() && id.chars().all(plain) {
        format!("requirements.\"{id}\"")
    } else {
        format!("requirements[{index}]")
    }
}
