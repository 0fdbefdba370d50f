//! The papers: all of them, in every form, saying what was declared and marking what is missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proofmark_formats::{Limits, read_sbom};

use crate::house::{House, example, files_below, json_at, skipped, text};

const PAPERS: [&str; 6] = [
    "assessment",
    "eu-declaration-of-conformity",
    "findings",
    "simplified-declaration",
    "technical-documentation",
    "user-information",
];

#[test]
fn every_paper_is_there_in_every_form_with_results_inputs_and_evidence() {
    for (name, sbom) in [("edge-gateway", "sbom.cdx.json"), ("password-manager", "sbom.spdx.json")] {
        let house = House::new();
        let out = house.papers_of(name);
        for paper in PAPERS {
            for end in ["pdf", "html", "json"] {
                let path = out.join(format!("papers/{paper}.{end}"));
                assert!(fs::metadata(&path).is_ok_and(|file| file.len() > 500), "{}", path.display());
            }
            house.assert_fits("paper", &json_at(&out.join(format!("papers/{paper}.json"))));
        }
        house.assert_fits("assessment", &json_at(&out.join("results/assessment.json")));
        for input in ["proofmark.toml", sbom] {
            let kept = fs::read(out.join("inputs").join(input)).unwrap();
            assert_eq!(kept, fs::read(example(name).join(input)).unwrap(), "{input}");
        }
        let documents = files_below(&example(name).join("documents"));
        assert!(!documents.is_empty());
        for document in documents {
            let kept = out.join("evidence/documents").join(document.file_name().unwrap());
            assert_eq!(fs::read(kept).unwrap(), fs::read(&document).unwrap(), "{}", document.display());
        }
    }
}

#[test]
fn the_papers_say_what_was_declared_and_mark_what_is_missing() {
    let house = House::new();
    let out = house.papers_of("edge-gateway");
    let Some(declaration) = words(&out, "eu-declaration-of-conformity") else { return };
    for said in [
        "Kvistmark EG-200",
        "Kvistmark Feltnet A/S",
        "sole responsibility",
        "Regulation (EU) 2024/2847",
        "Directive 2014/53/EU",
        "Draft: 5 items missing",
        "Missing: not stated in the dossier: release.artefacts[1].sha256",
        "Missing: not stated in the dossier: conformity.completed_on",
        "Missing: not stated in the dossier: conformity.notified_body.number",
    ] {
        assert!(declaration.contains(said), "no `{said}` in {declaration}");
    }
    let documentation = words(&out, "technical-documentation").unwrap();
    for number in 1..=8 {
        assert!(documentation.contains(&format!("Annex VII, point {number}")), "Annex VII, point {number}");
    }
    for number in 1..=8 {
        assert!(declaration.contains(&format!("Annex V, point {number}")), "Annex V, point {number}");
    }
    let user = words(&out, "user-information").unwrap();
    for number in 1..=8 {
        assert!(user.contains(&format!("Annex II, point {number}")), "Annex II, point {number}");
    }
    for said in ["Kvistmark EG-200", "Security updates until December 2037"] {
        assert!(user.contains(said), "no `{said}` in {user}");
    }
    let findings = words(&out, "findings").unwrap();
    for said in ["CVE-2023-44487", "GHSA-m425-mq94-257g", "lte-modem-firmware"] {
        assert!(findings.contains(said), "no `{said}` in {findings}");
    }
    let simplified = words(&out, "simplified-declaration").unwrap();
    assert!(simplified.contains("Hereby, Kvistmark Feltnet A/S declares"), "{simplified}");
    // The same marks stand in the other forms.
    let html = fs::read_to_string(out.join("papers/eu-declaration-of-conformity.html")).unwrap();
    let json = fs::read_to_string(out.join("papers/eu-declaration-of-conformity.json")).unwrap();
    for form in [html, json] {
        assert!(form.contains("conformity.notified_body.number"), "{form}");
    }
}

/// A paper's words as `pdftotext` reads them, on one line.
fn words(out: &Path, paper: &str) -> Option<String> {
    let path = out.join(format!("papers/{paper}.pdf"));
    let Ok(read) = Command::new("pdftotext").arg(&path).arg("-").output() else {
        skipped("`pdftotext` is not here");
        return None;
    };
    assert!(read.status.success(), "{read:?}");
    Some(String::from_utf8(read.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn every_pdf_says_that_it_is_made_to_be_kept() {
    let house = House::new();
    let out = house.papers_of("password-manager");
    for path in pdfs(&out) {
        let bytes = fs::read(&path).unwrap();
        let pdf = String::from_utf8_lossy(&bytes);
        assert!(pdf.starts_with("%PDF-"), "{}", path.display());
        assert!(pdf.contains("pdfaid:part") && pdf.contains("pdfaid:conformance"), "{}", path.display());
        assert!(pdf.trim_end().ends_with("%%EOF"), "{}", path.display());
    }
}

/// `page-validation` (PyPI) checks the published rules and knows nothing of the library that wrote the file.
#[test]
fn an_independent_validator_finds_no_fault_in_the_papers() {
    let house = House::new();
    let script = "import sys, page
reports = [page.validate_pdf(path, profile=it) for path in sys.argv[1:] for it in ('2a', 'ua1')]
print([(f.rule_id, f.message) for report in reports for f in report.failures])";
    let python = std::env::var("PROOFMARK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    for name in ["edge-gateway", "password-manager"] {
        let out = house.papers_of(name);
        match Command::new(&python).args(["-c", script]).args(pdfs(&out)).output() {
            Ok(output) if output.status.success() => {
                assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "[]", "{name}");
            }
            _ => println!("skipped: `{python}` has no module `page` (`pip install page-validation`)"),
        }
    }
}

fn pdfs(out: &Path) -> Vec<PathBuf> {
    let pdfs: Vec<PathBuf> = files_below(&out.join("papers"))
        .into_iter()
        .filter(|path| path.extension().unwrap() == "pdf")
        .collect();
    assert_eq!(pdfs.len(), PAPERS.len());
    pdfs
}

#[test]
fn the_sbom_we_write_is_read_back_with_nothing_lost() {
    for (name, input) in [("edge-gateway", "sbom.cdx.json"), ("password-manager", "sbom.spdx.json")] {
        let house = House::new();
        let out = house.papers_of(name);
        let read = |path: PathBuf| {
            let read = read_sbom(text(&path), &fs::read(&path).unwrap(), &Limits::default());
            assert!(read.problems.is_empty(), "{:?}", read.problems);
            read.value.unwrap()
        };
        let (came, written) = (read(example(name).join(input)), read(out.join("papers/sbom.cdx.json")));
        let purls = |sbom: &proofmark_facts::Sbom| {
            let mut purls: Vec<String> =
                sbom.components.iter().filter_map(|one| one.purl.as_ref().map(ToString::to_string)).collect();
            purls.sort();
            purls
        };
        assert_eq!(purls(&came), purls(&written), "{name}");
        assert_eq!(came.components.len(), written.components.len(), "{name}");
        assert_eq!(came.dependencies.len(), written.dependencies.len(), "{name}");
    }
}

#[test]
fn the_same_input_on_the_same_day_gives_the_same_papers() {
    let houses = [House::new(), House::new()];
    let files = houses.each_ref().map(|house| {
        let out = house.papers_of("edge-gateway");
        let files = files_below(&out).into_iter().map(|path| {
            let bytes = fs::read(&path).unwrap();
            (path.strip_prefix(&out).unwrap().to_owned(), bytes)
        });
        files.collect::<BTreeMap<_, _>>()
    });
    // These bear the moment they were made at, or a serial number.
    let stamped = ["evidence-pack.zip", "papers/sbom.cdx.json", "results/assessment.json"];
    let [first, second] = &files;
    assert!(first.keys().eq(second.keys()));
    for (path, bytes) in first {
        let may_differ = stamped.contains(&text(path));
        assert!(may_differ || second[path] == *bytes, "{} differs", path.display());
    }
    let [first, second] = houses.each_ref().map(|house| {
        let mut assessment = json_at(&house.path("out/results/assessment.json"));
        assessment["assessed_at"].take();
        assessment
    });
    assert_eq!(first, second);
}

#[test]
fn letters_no_typeface_has_are_told_and_kept_where_they_can_be_shown() {
    let house = House::new();
    let dossier = "proofmark = 1\n[operator]\nname = \"東京 GmbH\"\n[product]\nname = \"Шлюз\"\nkind = \"software\"\n[release]\nversion = \"1\"\n";
    house.write("product/proofmark.toml", dossier);
    let out = house.path("out");
    let done = house.assess(&house.path("product"), &["--out", text(&out)]).ends(1);
    done.tells("cannot show these letters:");
    assert!(done.err.contains('東') && done.err.contains('京') && !done.err.contains('Ш'), "{}", done.err);
    let html = fs::read_to_string(out.join("papers/eu-declaration-of-conformity.html")).unwrap();
    assert!(html.contains("東京 GmbH") && html.contains("Шлюз"));
}

#[test]
fn a_product_out_of_scope_is_not_told_that_it_must_not_be_released() {
    let house = House::new();
    let dossier = "proofmark = 1\n[operator]\nname = \"Maker\"\n[product]\nname = \"Pump\"\nkind = \"hardware-with-software\"\n[scope]\ndata_connection = \"direct-physical\"\nother_acts = [\"medical-devices\"]\n[release]\nversion = \"1\"\n";
    house.write("product/proofmark.toml", dossier);
    let out = house.path("out");
    let done = house.assess(&house.path("product"), &["--out", text(&out)]).ends(0);
    done.shows("Not in scope of Regulation (EU) 2024/2847");
    done.shows("not asked:");
    assert!(!done.out.contains("may not be placed on the market"), "{}", done.out);
    let findings = fs::read_to_string(out.join("papers/findings.html")).unwrap();
    assert!(findings.contains("does not ask this of the product"));
    assert!(!findings.contains("must not be placed on the market"));
}
