//! Reads any bytes as the body of a witness's success and of its conflict, and the first two as another status.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::witness::WitnessAnswer;

fuzz_target!(|bytes: &[u8]| {
    let status = bytes.first_chunk::<2>().map_or(500, |status| u16::from_be_bytes(*status));
    for status in [200, 409, status] {
        match WitnessAnswer::read(status, Some("text/x.tlog.size"), bytes) {
            Ok(WitnessAnswer::Cosigned(lines)) => {
                let printed: String = lines.iter().flat_map(|line| [line.to_string(), "\n".to_owned()]).collect();
                assert_eq!(printed.as_bytes(), bytes);
            }
            Ok(WitnessAnswer::Conflict { size }) => assert_eq!(format!("{size}\n").as_bytes(), bytes),
            Ok(WitnessAnswer::Refused(refusal)) => assert!(!refusal.to_string().is_empty()),
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
});
