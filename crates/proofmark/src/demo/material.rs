//! What a demonstration shows: the files of the examples, in the program itself.

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{DOSSIER, HandedFile, Submission, operator_of, subject};

/// Product, path and bytes of each file: written by the build script.
const FILES: &[(&str, &str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/examples.rs"));

/// The gateway: held back at its gate, with an earlier release and a vulnerability that is being exploited.
pub(super) const GATEWAY: Example =
    Example { folder: "edge-gateway", operator: "Kvistmark Feltnet A/S", sbom: "sbom.cdx.json" };

/// The password manager: it passes its gate.
pub(super) const PASSWORD_MANAGER: Example =
    Example { folder: "password-manager", operator: "Dohlennest Software GmbH", sbom: "sbom.spdx.json" };

/// The gateway's release before the one its dossier is about.
pub(super) const EARLIER_RELEASE: &str = "1.9.0";

/// What the earlier release held instead: older builds of two packages.
const EARLIER_COMPONENTS: [(&str, &str); 4] = [
    ("\"version\": \"2.0.0\"", "\"version\": \"1.9.0\""),
    ("3.0.17-1~deb12u2", "3.0.15-1~deb12u1"),
    ("9.2p1-2+deb12u3", "9.2p1-2+deb12u2"),
    ("9.2p1-2%2Bdeb12u3", "9.2p1-2%2Bdeb12u2"),
];

/// An example product.
pub(super) struct Example {
    folder: &'static str,
    /// Its maker, as the dossier names them.
    pub(super) operator: &'static str,
    sbom: &'static str,
}

impl Example {
    /// The id the record gives its maker.
    pub(super) fn operator_id(&self) -> String {
        operator_of(&subject(self.operator, "")).to_owned()
    }

    /// Its whole folder, handed in as it lies there.
    pub(super) fn submission(&self) -> Submission {
        let mut submission = Submission::default();
        for (_, path, bytes) in FILES.iter().filter(|(folder, _, _)| *folder == self.folder) {
            match *path {
                DOSSIER => submission.dossier = Some(bytes.to_vec()),
                path => submission.files.push(HandedFile { path: path.to_owned(), bytes: bytes.to_vec() }),
            }
        }
        submission
    }

    /// The same as it was one release earlier.
    pub(super) fn earlier(&self) -> Submission {
        let mut submission = self.submission();
        submission.release = Some(EARLIER_RELEASE.to_owned());
        if let Some(list) = submission.files.iter_mut().find(|file| file.path == self.sbom) {
            let text = String::from_utf8_lossy(&list.bytes).into_owned();
            let older = EARLIER_COMPONENTS.iter().fold(text, |text, (is, was)| text.replacen(is, was, 8));
            list.bytes = older.into_bytes();
        }
        submission.sbom = submission
            .files
            .iter()
            .position(|file| file.path == self.sbom)
            .map(|at| submission.files.remove(at));
        submission
    }

    /// The same with a vulnerability that became known some hours ago, so that its clocks run (Article 14(2)).
    pub(super) fn with_a_case(&self, now: Timestamp) -> Submission {
        let ago =
            |hours| (now - SignedDuration::from_hours(hours)).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let case = format!(
            r#"
[[cases]]
name = "Modem interface takes commands without a session"
stream = "vulnerability"

[cases.known]
exploited_in_our_product = true
reliable_evidence = true
malicious_actor = true
without_owner_permission = true

[cases.awareness]
signal_at = {}
assessment_started_at = {}

[[cases.rulings]]
aware_at = {}
because = "A customer's logs show the exploit at work."
decided_by = "Sven Lund"
"#,
            ago(9),
            ago(8),
            ago(7)
        );
        let mut submission = self.submission();
        if let Some(dossier) = &mut submission.dossier {
            dossier.extend_from_slice(case.as_bytes());
        }
        submission
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_an_example_is_in_the_program_and_the_earlier_list_is_another() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        for example in [&GATEWAY, &PASSWORD_MANAGER] {
            let submission = example.submission();
            let dossier = std::fs::read(folder.join(example.folder).join(DOSSIER)).unwrap();
            assert_eq!(submission.dossier, Some(dossier));
            assert!(submission.files.iter().any(|file| file.path == example.sbom));
            assert!(submission.files.iter().any(|file| file.path == "advisories/ORIGIN.md"));
        }
        let now = GATEWAY.submission().files.into_iter().find(|file| file.path == GATEWAY.sbom).unwrap();
        let then = GATEWAY.earlier().sbom.unwrap();
        assert_ne!(now.bytes, then.bytes);
        for (_, was) in &EARLIER_COMPONENTS {
            assert!(String::from_utf8_lossy(&then.bytes).contains(was), "{was}");
        }
    }
}
