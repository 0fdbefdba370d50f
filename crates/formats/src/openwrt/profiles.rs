//! `profiles.json`: for which target an image was made, and with which kernel.

use proofmark_facts::Read;
use serde::Deserialize;

use crate::Limits;
use crate::json::{MaybeWords, Words, read_value};

#[derive(Deserialize)]
struct Profiles<'a> {
    #[serde(default, borrow)]
    target: MaybeWords<'a>,
    #[serde(default, borrow)]
    linux_kernel: Option<Kernel<'a>>,
}

#[derive(Deserialize)]
struct Kernel<'a> {
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
}

/// Reads the target and the kernel's version.
pub(crate) fn read_profiles(bytes: &[u8], limits: &Limits) -> Read<(Option<String>, Option<String>)> {
    let profiles: Profiles<'_> = match read_value(bytes, limits.bytes, limits.depth, "OpenWrt profiles.json")
    {
        Ok(profiles) => profiles,
        Err(problem) => return Read::refused(*problem),
    };
    let stated = |words: MaybeWords<'_>| words.0.map(Words::into_string).filter(|words| !words.is_empty());
    Read::clean((stated(profiles.target), profiles.linux_kernel.and_then(|kernel| stated(kernel.version))))
}
