//! Papers through every renderer, from outside the crate.

mod sample;

use std::path::PathBuf;

use proofmark_documents::{render_html, render_json, render_pdf};

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn the_sample_renders() {
    let document = sample::every_block();
    let pdf = render_pdf(&document).unwrap();
    keep("sample.pdf", &pdf.bytes);
    keep("sample.html", render_html(&document).as_bytes());
    keep("sample.json", render_json(&document).as_bytes());
    assert_eq!(pdf.replaced, ['字', '漢', '🎉']);
}
