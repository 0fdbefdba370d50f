//! A paper with every kind of block, in several languages of the Union.

use jiff::civil::date;
use proofmark_documents::{
    Block, Callout, Document, Inline, Item, KeyValues, List, Quotation, Section, Signature, Table,
};

/// Every kind of block at least once, on a handful of pages.
pub(crate) fn every_block() -> Document {
    Document::new("DoC-2027-0042", "EU declaration of conformity", "en", date(2027, 12, 11))
        .subtitle("in accordance with Annex V to Regulation (EU) 2024/2847")
        .subject("Heat pump controller HPC-40")
        .author("Example Oy, Mannerheimintie 1, 00100 Helsinki, Finland")
        .status("Draft: 2 items are missing")
        .with_contents()
        .section(identification())
        .section(Section::new("Conformity").section(wording()).section(standards()))
        .section(languages())
        .section(components())
        .section(Section::new("An empty section"))
        .section(
            Section::new("Signature")
                .block("The undersigned declares the above under their sole responsibility.")
                .block(
                    Signature::new()
                        .on_behalf_of("Signed for and on behalf of Example Oy")
                        .at("Helsinki", date(2027, 12, 11))
                        .by("Aino Virtanen", "Head of Product Security"),
                )
                .block(Signature::new()),
        )
        .numbered()
}

fn identification() -> Section {
    Section::new("Identification")
        .anchor("identification")
        .cites("Annex V, points 1 to 3")
        .block(
            KeyValues::new()
                .asked("point 1", "Product", "Heat pump controller HPC-40, type 40-EU, batch 2027-11")
                .entry("Firmware", Inline::new().code("4.2.1+build.7781"))
                .asked("point 2", "Manufacturer", "Example Oy\nMannerheimintie 1\n00100 Helsinki\nFinland")
                .entry("Contact", Inline::new().url("mailto:psirt@example.eu").plain(" or ").link("the security page", "https://example.eu/security"))
                .entry("Authorised representative", Inline::missing("name and postal address"))
                .entry("SBOM digest", Inline::new().code("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        )
        .block(Callout::missing("The postal address of the authorised representative is not declared.").paragraph(
            "Add it under `operator.authorised_representative` in the dossier, or say that there is none.",
        ))
        .block(Callout::note("This declaration has been issued under the sole responsibility of the manufacturer."))
        .block(Callout::warning(
            Inline::from("Support ends on ").strong("2032-12-11").plain("; no security updates follow after that day."),
        ))
}

fn wording() -> Section {
    Section::new("Prescribed wording")
        .block(
            Quotation::new("The object of the declaration described above is in conformity with the relevant Union harmonisation legislation.")
                .cites("Annex V, point 5"),
        )
        .block(
            List::bullets()
                .item("Regulation (EU) 2024/2847 of the European Parliament and of the Council")
                .item(Item::with(
                    Inline::from("Directive 2014/53/EU, with ").emphasis("delegated acts").plain(":"),
                    List::numbered().item("Article 3(3)(d)").item("Article 3(3)(e)").item("Article 3(3)(f)"),
                ))
                .item("Directive 2011/65/EU"),
        )
}

fn standards() -> Section {
    Section::new("Harmonised standards and other specifications")
        .cites("Annex V, point 6")
        .block(
            Table::new()
                .caption("What the declaration refers to")
                .names("Reference", 3)
                .column("Title", 6)
                .amounts("Clauses", 2)
                .row(["EN 40000-1-2", "Cybersecurity requirements for products with digital elements – Principles for cyber resilience", "5 to 9"])
                .row(["EN 18031-1:2024", "Common security requirements for radio equipment – Internet connected radio equipment", "all"])
                .row([Inline::from("EN IEC 62443-4-1"), Inline::missing("edition"), Inline::from("1 204")]),
        )
        .block(Table::new().caption("Certificates").column("Certificate", 2).column("Body", 3))
        .section(Section::new("Third level").block("Text under a heading of the third level."))
}

fn languages() -> Section {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    Section::new("Γλώσσες, езици, języki")
        .block("Ο κατασκευαστής δηλώνει ότι το προϊόν συμμορφώνεται με τις βασικές απαιτήσεις κυβερνοασφάλειας του Κανονισμού (ΕΕ) 2024/2847.")
        .block("Производителят декларира, че продуктът съответства на съществените изисквания за киберсигурност на Регламент (ЕС) 2024/2847.")
        .block("Producent oświadcza, że produkt spełnia zasadnicze wymagania cyberbezpieczeństwa rozporządzenia (UE) 2024/2847. Zażółć gęślą jaźń.")
        .block("Ražotājs, gamintojas, výrobca, valmistaja, il-manifattur, an monaróir, gyártó, producătorul: ș ț ő ű ħ ġ ż ķ ļ ņ ų ė.")
        .block(Block::paragraph(long))
        .block(
            Inline::from("A long address: ")
                .url("https://advisories.example.eu/csaf/white/2027/example-oy-2027-0001-buffer-overflow-in-modbus-parser-of-hpc-40-firmware.json?lang=en&revision=3"),
        )
        .block(Inline::from("Unknown letters: 漢字 🎉, a hidden turn: gpj.\u{202e}exe, and ").link("a refused link", "javascript:alert(1)"))
}

fn components() -> Section {
    let mut table = Table::new()
        .caption("Components of release 4.2.1")
        .names("Component", 4)
        .column("Version", 2)
        .column("Package URL", 6)
        .amounts("Size, B", 2);
    for at in 0..60_u32 {
        table = table.row([
            Inline::from(format!("component-{at:03}")),
            Inline::from(format!("{}.{}.{}", at % 5, at % 11, at)),
            Inline::new().code(format!("pkg:cargo/component-{at:03}@{}.{}.{at}", at % 5, at % 11)),
            Inline::from(format!("{}", at * 7919 % 100_003)),
        ]);
    }
    Section::new("Components").block("All components, from the software bill of materials.").block(table)
}
