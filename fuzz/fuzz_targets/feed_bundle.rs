//! Reads any bytes as the manifest of a bundle: as they are, and under a signature that is believed. No name in what is taken
//! leads out of a folder.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_actions::read_feed_bundle;
use proofmark_trust::{Note, SignerKey, SigningKey};

fuzz_target!(|bytes: &[u8]| {
    let signer = SignerKey::new("example.eu".parse().expect("a name"), SigningKey::from_seed(&[1; 32]));
    let known = [signer.verifier_key().clone()];
    let _ = read_feed_bundle(bytes, &known);
    let text = String::from_utf8_lossy(bytes);
    let Ok(note) = Note::sign(&format!("{text}\n"), &[&signer]) else { return };
    if let Ok((manifest, key)) = read_feed_bundle(note.to_string().as_bytes(), &known) {
        assert_eq!(key, known[0]);
        for copy in &manifest.copies {
            for name in copy.files.iter().map(|file| &file.file).chain([&copy.feed]) {
                assert!(!name.contains(['/', '\\', '\0']) && !name.starts_with('.') && !name.is_empty());
            }
        }
    }
});
