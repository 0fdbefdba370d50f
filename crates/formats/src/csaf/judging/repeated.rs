//! What stands once: tests 6.1.23 and 6.1.24, and 6.2.7 and 6.2.17.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use proofmark_facts::is_cve;
use proofmark_text::text;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::elements;

/// 6.1.23: a CVE stands at one vulnerability.
pub(super) fn same_cve(judged: &Judged<'_>, found: &mut Findings) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let Some(cve) = value["cve"].as_str() else { continue };
        let first = *seen.entry(cve).or_insert(vulnerability);
        if first != vulnerability {
            let says =
                || text!("csaf-judged-cve-twice", cve = cve, first = format!("/vulnerabilities/{first}"));
            found.tell(|| format!("/vulnerabilities/{vulnerability}/cve"), says);
        }
    }
}

/// 6.1.24: a party is involved once at any date. One instant may be written in several zones.
pub(super) fn involvements(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        let mut seen = HashSet::new();
        for (index, item) in elements(&value["involvements"]).iter().enumerate() {
            let (Some(party), Some(date)) = (item["party"].as_str(), item["date"].as_str()) else { continue };
            let at = date.parse::<Timestamp>().map_err(|_| date);
            if !seen.insert((party, at)) {
                let place = || format!("/vulnerabilities/{vulnerability}/involvements/{index}");
                found.tell(place, || text!("csaf-judged-involved-twice", party = party, date = date));
            }
        }
    }
}

/// 6.2.7: every involvement has a date.
pub(super) fn involvement_date(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        for (index, item) in elements(&value["involvements"]).iter().enumerate() {
            if item.get("date").is_none() {
                let place = || format!("/vulnerabilities/{vulnerability}/involvements/{index}");
                found.tell(place, || text!("csaf-judged-involvement-date"));
            }
        }
    }
}

/// 6.2.17: a CVE stands in `cve` and not among other identifiers.
pub(super) fn cve_among_ids(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        for (index, item) in elements(&value["ids"]).iter().enumerate() {
            if let Some(cve) = item["text"].as_str().filter(|text| is_cve(text)) {
                let place = || format!("/vulnerabilities/{vulnerability}/ids/{index}");
                found.tell(place, || text!("csaf-judged-cve-id", cve = cve));
            }
        }
    }
}
