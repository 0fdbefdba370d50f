//! Papers through every renderer, from outside the crate.

mod sample;

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use jiff::civil::date;
use proofmark_documents::{
    Callout, Document, Inline, KeyValues, Pdf, Section, Table, render_html, render_json, render_pdf,
};

fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the directory for test files can be written to");
    path
}

fn rendered(document: &Document) -> Pdf {
    render_pdf(document).expect("the content model allows only what PDF/A allows")
}

fn occurrences(pdf: &Pdf, needle: &str) -> usize {
    pdf.bytes.windows(needle.len()).filter(|window| *window == needle.as_bytes()).count()
}

fn paper() -> Document {
    Document::new("D-1", "A paper", "en", date(2027, 12, 11))
}

fn long_table(rows: u32) -> Document {
    let mut table =
        Table::new().names("Component", 3).column("Version", 2).column("Package URL", 6).amounts("Size", 2);
    for at in 0..rows {
        table = table.row([
            Inline::from(format!("component-{at:05}")),
            Inline::from(format!("1.{at}")),
            Inline::new().code(format!("pkg:cargo/component-{at:05}@1.{at}")),
            Inline::from((at * 31).to_string()),
        ]);
    }
    paper().section(Section::new("Components").block(table))
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let document = sample::every_block();
    assert_eq!(rendered(&document), rendered(&document));
    assert_eq!(render_html(&document), render_html(&document));
    assert_eq!(render_json(&document), render_json(&document));
    keep("sample.pdf", &rendered(&document).bytes);
    keep("sample.html", render_html(&document).as_bytes());
    keep("sample.json", render_json(&document).as_bytes());
}

#[test]
fn a_pdf_says_what_it_conforms_to_and_when_it_was_made() {
    let pdf = rendered(&sample::every_block());
    for claim in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<xmp:CreateDate>2027-12-11T00:00:00+00:00</xmp:CreateDate>",
        "<rdf:li>en</rdf:li>",
    ] {
        assert_eq!(occurrences(&pdf, claim), 1, "{claim}");
    }
    assert_eq!(occurrences(&pdf, &format!("/Type/Pages/Count {}/", pdf.pages)), 1);
    assert_eq!(occurrences(&pdf, "/URI(https://example.eu/security)"), 1);
    assert_eq!(occurrences(&pdf, "javascript"), 0);
}

#[test]
fn letters_no_typeface_has_are_marked_and_reported() {
    assert_eq!(rendered(&sample::every_block()).replaced, ['字', '漢', '🎉']);
}

#[test]
fn a_paper_with_nothing_in_it_still_conforms() {
    let pdf = rendered(&Document::new("", "", "", date(2027, 12, 11)));
    assert_eq!(pdf.pages, 1);
    let pdf = rendered(&Document::new("", "", "", date(2027, 12, 11)).with_contents());
    assert_eq!(pdf.pages, 2);
    let hollow = Section::new("")
        .block("")
        .block(Inline::new())
        .block(KeyValues::new())
        .block(Table::new().row(["cells without columns"]))
        .block(Callout::missing(""))
        .section(Section::new("\u{0}\n"));
    assert_eq!(rendered(&paper().with_contents().section(hollow)).pages, 2);
}

#[test]
fn long_tables_take_time_in_proportion() {
    let started = Instant::now();
    assert_eq!(rendered(&long_table(300)).pages, 10);
    let pdf = rendered(&long_table(5_000));
    keep("long-table.pdf", &pdf.bytes);
    assert_eq!(pdf.pages, 152);
    assert!(started.elapsed() < Duration::from_mins(1), "{:?}", started.elapsed());
}

#[test]
fn words_without_end_take_time_in_proportion() {
    let started = Instant::now();
    let word = "0123456789abcdef".repeat(20_000);
    let cell = Table::new().column("a", 1).column("b", 50).row([word.as_str(), "b"]);
    let document =
        paper().section(Section::new(word.as_str()).block(word.as_str()).block(cell).cites(word.as_str()));
    // 320,000 letters in a column of one letter are more pages than anyone can handle.
    assert!(render_pdf(&document).is_err());
    assert!(rendered(&paper().lead(word.as_str())).pages > 50);
    assert!(started.elapsed() < Duration::from_mins(1), "{:?}", started.elapsed());
}

#[test]
fn the_text_comes_out_in_reading_order() {
    let path = keep("order.pdf", &rendered(&sample::every_block()).bytes);
    let Ok(output) = Command::new("pdftotext").arg(path).arg("-").output() else {
        println!("skipped: `pdftotext` (poppler-utils) is not installed");
        return;
    };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut from = 0;
    for expected in [
        "EU declaration of conformity",
        "Contents",
        "Missing: name and postal address",
        "The postal address of the authorised",
        "Ο κατασκευαστής δηλώνει",
        "Производителят декларира",
        "Zażółć gęślą jaźń",
        "component-000",
        "component-059",
        "Place and date of issue",
        "Page 6 of 6",
    ] {
        let found = text[from..].find(expected);
        from += found.unwrap_or_else(|| panic!("`{expected}` is not there, or too early, in {text}"));
    }
}

/// `page-validation` (PyPI, MIT licence, seen with 0.11.0) checks the published rules of PDF/A-2a and
/// PDF/UA-1 and knows nothing of the library that wrote the file.
#[test]
fn an_independent_validator_agrees() {
    let every_block = keep("validated.pdf", &rendered(&sample::every_block()).bytes);
    let empty = keep("validated-empty.pdf", &rendered(&Document::new("", "", "", date(2027, 12, 11))).bytes);
    let table = keep("validated-table.pdf", &rendered(&long_table(300)).bytes);
    let german = Document::new("K-1", "EU-Konformitätserklärung", "de-AT", date(2027, 12, 11)).section(
        Section::new("Hersteller")
            .block(Callout::missing("Die Anschrift fehlt."))
            .block(Table::new().column("Norm", 1))
            .block(Inline::missing("Funktion")),
    );
    let german = keep("validated-german.pdf", &rendered(&german).bytes);
    let script = "import sys, page
reports = [page.validate_pdf(path, profile=it) for path in sys.argv[1:] for it in ('2a', 'ua1')]
print([(f.rule_id, f.message) for report in reports for f in report.failures])";
    let python = std::env::var("PROOFMARK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output =
        Command::new(&python).args(["-c", script]).args([every_block, empty, table, german]).output();
    match output {
        Ok(output) if output.status.success() => {
            assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "[]");
        }
        _ => println!("skipped: `{python}` has no module `page` (`pip install page-validation`)"),
    }
}
