//! Reads any bytes as the manifest of an export, and as every file of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_actions::{ActionError, EXPORT_MANIFEST, Inlet, verify_export};

/// The same bytes wherever it is looked; the manifest is what stands before the first empty line.
struct Everywhere<'a>(&'a [u8]);

impl Everywhere<'_> {
    fn parts(&self) -> (&[u8], &[u8]) {
        let end = self.0.windows(2).position(|pair| pair == b"\n\n").unwrap_or(self.0.len());
        let (manifest, rest) = self.0.split_at(end);
        (manifest, rest.get(2..).unwrap_or_default())
    }
}

impl Inlet for Everywhere<'_> {
    fn read(&self, path: &str, most_bytes: usize) -> Result<Option<Vec<u8>>, ActionError> {
        let (manifest, rest) = self.parts();
        let bytes = if path == EXPORT_MANIFEST { manifest } else { rest };
        Ok((bytes.len() <= most_bytes).then(|| bytes.to_vec()))
    }

    fn lines(
        &self,
        _: &str,
        _: usize,
        see: &mut dyn FnMut(&[u8]) -> Result<(), ActionError>,
    ) -> Result<bool, ActionError> {
        self.parts().1.split_inclusive(|byte| *byte == b'\n').try_for_each(see)?;
        Ok(true)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = verify_export(&Everywhere(bytes));
});
