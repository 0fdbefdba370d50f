//! Reads any bytes as a form with files (RFC 7578), as an upload sends one: it is read within its limits, or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_web::{Taken, Takes, read_body};

const MEDIA: &str = "multipart/form-data; boundary=x";

fuzz_target!(|bytes: &[u8]| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let read = runtime.block_on(read_body(Takes::Files(1 << 16), MEDIA, bytes.to_vec()));
    if let Ok(Taken::Files { files, .. }) = read {
        assert!(
            files.iter().all(|file| !file.name.split('/').any(|step| step == "..")),
            "a name leads nowhere"
        );
    }
    let media = "application/x-www-form-urlencoded";
    let _ = runtime.block_on(read_body(Takes::Form(1 << 16), media, bytes.to_vec()));
});
