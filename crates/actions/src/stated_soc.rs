//! The system on a chip a dossier states, as what stands beside the components of its list: records of software that is vulnerable
//! only on some hardware hold where the dossier's chip is that hardware.
//!
//! Another chip than a record names closes nothing. The NVD names one chip by several names, so that a name the dossier does not
//! have is no sign that the chip is another: what hung on it stays open, and the reason says what the dossier states.

use proofmark_facts::{Component, Cpe, CpeAttribute, CpeText};
use proofmark_text::text;
use proofmark_vulndb::Histories;

use crate::vulnerability_source::{Answer, VulnerabilitySource, ask};

/// The most words of the stated chip that may be its vendor's.
const MOST_VENDOR_WORDS: usize = 3;

/// How a name of hardware begins, in reasons as in records.
const HARDWARE: &str = "cpe:2.3:h:";

/// Asks as [`ask`] does, for a release on the chip its dossier states.
pub(crate) fn ask_on(
    soc: Option<&str>,
    sources: &[VulnerabilitySource],
    components: &[&Component],
    list: &[Component],
    histories: &Histories,
) -> Vec<Answer> {
    let alone = ask(sources, components, list, histories);
    let Some(soc) = soc else { return alone };
    let Some(chip) = chip(soc) else {
        return alone.into_iter().map(|answer| of_other(answer, soc)).collect();
    };
    let beside: Vec<Component> = list.iter().cloned().chain([chip]).collect();
    let together = ask(sources, components, &beside, histories);
    alone
        .into_iter()
        .zip(together)
        .map(|(alone, together)| of_other(added(alone, together, soc), soc))
        .collect()
}

/// The chip as a component, by every name its words may be; `None` where they are none.
fn chip(stated: &str) -> Option<Component> {
    let names = names(stated);
    (!names.is_empty()).then(|| Component {
        name: stated.to_owned(),
        more_cpes: names,
        ..Component::default()
    })
}

/// The CPE names the words may mean: the one they are, or vendor and part in the spelling of the NVD, wherever the vendor ends. Of
/// the name only part, vendor and product are taken: by a revision nothing is left out.
fn names(stated: &str) -> Vec<String> {
    if let Ok(name) = stated.trim().parse::<Cpe>() {
        let plain = |attribute| name.get(attribute).plain();
        let (part, vendor, product) =
            (plain(CpeAttribute::Part), plain(CpeAttribute::Vendor), plain(CpeAttribute::Product));
        let hardware = part.as_deref() == Some("h");
        return vendor
            .zip(product)
            .filter(|_| hardware)
            .and_then(|(v, p)| name_of(&v, &p))
            .into_iter()
            .collect();
    }
    let words: Vec<&str> = stated.split_whitespace().collect();
    let ends = 1..words.len().min(MOST_VENDOR_WORDS + 1);
    ends.filter_map(|end| name_of(&words[..end].join("_"), &words[end..].join("_"))).collect()
}

fn name_of(vendor: &str, product: &str) -> Option<String> {
    let (vendor, product) = (CpeText::literal(vendor)?, CpeText::literal(product)?);
    Some(format!("{HARDWARE}{}:{}:*:*:*:*:*:*:*:*", vendor.as_quoted(), product.as_quoted()))
}

/// What is known without the chip, and what only holds on it, which says so.
fn added(mut alone: Answer, together: Answer, soc: &str) -> Answer {
    let mut is_found = false;
    for mut vulnerability in together.known {
        let known = alone.known.iter_mut().find(|known| known.id == vulnerability.id);
        let already = known.as_ref().map(|known| known.matched_by.clone()).unwrap_or_default();
        vulnerability.matched_by.retain(|matched| !already.contains(matched));
        for matched in &mut vulnerability.matched_by {
            matched.beside = Some(soc.to_owned());
        }
        is_found |= !vulnerability.matched_by.is_empty();
        if let Some(known) = known {
            known.matched_by.append(&mut vulnerability.matched_by);
        } else {
            alone.known.push(vulnerability);
        }
    }
    // What was left open is settled by what was found on the chip; that something only fell silent settles nothing.
    if is_found || together.unchecked.is_some() {
        alone.unchecked = together.unchecked;
    }
    alone
}

/// Where hardware is asked for that the stated chip is not by its name, that it is stated is said, and that nothing follows.
fn of_other(mut answer: Answer, soc: &str) -> Answer {
    answer.unchecked = answer.unchecked.map(|because| {
        if because.to_string().contains(HARDWARE) {
            text!("embedded-soc-other", because = because, soc = soc)
        } else {
            because
        }
    });
    answer
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{CpeConfiguration, CpeMatch, CpeNode, CpeOperator};
    use proofmark_vulndb::{Builder, Index};

    use super::*;

    const SDX55: &str = "cpe:2.3:h:qualcomm:sdx55:-:*:*:*:*:*:*:*";

    /// Firmware that is vulnerable on this hardware.
    fn database(hardware: &str) -> VulnerabilitySource {
        let node = |vulnerable, criteria: &str| CpeNode {
            operator: CpeOperator::Or,
            negate: false,
            matches: vec![CpeMatch { vulnerable, criteria: criteria.parse().unwrap(), from: None, to: None }],
        };
        let configuration = CpeConfiguration {
            operator: CpeOperator::And,
            negate: false,
            nodes: vec![
                node(true, "cpe:2.3:o:qualcomm:modem_firmware:2.0:*:*:*:*:*:*:*"),
                node(false, hardware),
            ],
        };
        let advisory = proofmark_facts::Advisory { id: "CVE-2026-1".into(), ..Default::default() };
        let mut builder = Builder::new();
        builder.add_with_configurations(&advisory, &[configuration], "NVD").unwrap();
        VulnerabilitySource {
            name: "nvd".into(),
            index: Index::from_bytes(builder.finish().unwrap()).unwrap(),
        }
    }

    fn on(soc: Option<&str>, hardware: &str) -> Answer {
        let firmware = Component {
            name: "modem".into(),
            version: Some("2.0".into()),
            cpe: Some("cpe:2.3:o:qualcomm:modem_firmware:2.0:*:*:*:*:*:*:*".into()),
            ..Component::default()
        };
        let list = [firmware];
        ask_on(soc, &[database(hardware)], &[&list[0]], &list, &Histories::default()).remove(0)
    }

    #[test]
    fn a_record_about_the_stated_chip_holds_and_names_it() {
        for soc in [SDX55, "cpe:/h:qualcomm:sdx55", "Qualcomm SDX55", "qualcomm sdx55"] {
            let answer = on(Some(soc), SDX55);
            assert_eq!(answer.known.len(), 1, "{soc}");
            assert_eq!(answer.known[0].matched_by[0].beside.as_deref(), Some(soc));
            assert_eq!(answer.unchecked, None, "{soc}");
        }
        let plus = on(Some("NXP i.MX 8M Plus"), "cpe:2.3:h:nxp:i.mx_8m_plus:-:*:*:*:*:*:*:*");
        assert_eq!(plus.known.len(), 1);
        let ti = on(Some("Texas Instruments AM6254"), "cpe:2.3:h:texas_instruments:am6254:-:*:*:*:*:*:*:*");
        assert_eq!(ti.known.len(), 1);
    }

    #[test]
    fn another_chip_closes_nothing_and_is_said() {
        // Another part, another revision of the name, no hardware, one word, a broken name.
        let of_revision = "cpe:2.3:h:qualcomm:sdx55:1.0:*:*:*:*:*:*:*";
        for (soc, hardware) in [
            ("Qualcomm SDX65", SDX55),
            ("cpe:2.3:h:qualcomm:sdx55:2.0:*:*:*:*:*:*:*", of_revision),
            ("cpe:2.3:o:qualcomm:sdx55:-:*:*:*:*:*:*:*", SDX55),
            ("SDX55", SDX55),
            ("cpe:2.3:h:qualcomm", SDX55),
        ] {
            let answer = on(Some(soc), hardware);
            assert_eq!(answer.known, [], "{soc}");
            let because = answer.unchecked.unwrap();
            assert_eq!(because.id(), "embedded-soc-other", "{soc}");
            assert!(because.to_string().contains(hardware) && because.to_string().contains(soc), "{because}");
        }
        assert_eq!(on(None, SDX55).unchecked.unwrap().id(), "cpe-needs-platform");
    }
}
