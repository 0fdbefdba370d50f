//! An exhibit as a command prints it, here and for whoever asks a server: in words or as JSON.

use proofmark_web::Exhibit;

use super::page::Page;
use super::{
    assessment, attestations, database, declaration, explanations, gate_on, holds, ledger, maturity,
    modification, purge, supplier_check,
};
use super::{desk, desk_draft};

/// The result in words, this many columns wide.
pub(crate) fn in_words(exhibit: &Exhibit<'_>, columns: usize) -> String {
    let mut page = Page::of_width(columns);
    match exhibit {
        Exhibit::Assessment(result, all) => assessment(&mut page, result, *all),
        Exhibit::SupplierCheck(result) => supplier_check(&mut page, result),
        Exhibit::Modification(review) => modification(&mut page, review),
        Exhibit::Maturity(report, all) => maturity(&mut page, report, *all),
        Exhibit::Gate(verdict, all) => gate_on(&mut page, verdict, *all),
        Exhibit::Explanations(found, product) => explanations(&mut page, found, *product),
        Exhibit::Ledger(report) => ledger(&mut page, report),
        Exhibit::Database(status) => database(&mut page, status),
        Exhibit::Holds(in_force) => holds(&mut page, in_force),
        Exhibit::Purge(report, only_looked) => purge(&mut page, report, *only_looked),
        Exhibit::Attestations(list) => attestations(&mut page, list),
        Exhibit::Declaration(standing) => declaration(&mut page, standing),
        Exhibit::Cases(list, now) => desk::list(&mut page, list, *now),
        Exhibit::Case(view, all) => desk::case(&mut page, view, *all),
        Exhibit::CaseEntered(case) => desk::entered(&mut page, case),
        Exhibit::Draft(draft) => desk_draft::draft(&mut page, draft),
    }
    page.to_string()
}

/// The result as indented JSON, with a newline at its end.
pub(crate) fn in_json(exhibit: &Exhibit<'_>) -> String {
    let written = match exhibit {
        Exhibit::Assessment(result, _) => serde_json::to_string_pretty(result),
        Exhibit::SupplierCheck(result) => serde_json::to_string_pretty(result),
        Exhibit::Modification(review) => serde_json::to_string_pretty(review),
        Exhibit::Maturity(report, _) => serde_json::to_string_pretty(report),
        Exhibit::Gate(verdict, _) => serde_json::to_string_pretty(verdict),
        Exhibit::Explanations(found, _) => serde_json::to_string_pretty(found),
        Exhibit::Ledger(report) => serde_json::to_string_pretty(report),
        Exhibit::Database(status) => serde_json::to_string_pretty(status),
        Exhibit::Holds(in_force) => serde_json::to_string_pretty(in_force),
        Exhibit::Purge(report, _) => serde_json::to_string_pretty(report),
        Exhibit::Attestations(list) => serde_json::to_string_pretty(list),
        Exhibit::Declaration(standing) => serde_json::to_string_pretty(standing),
        Exhibit::Cases(list, _) => serde_json::to_string_pretty(list),
        Exhibit::Case(view, _) => serde_json::to_string_pretty(view),
        Exhibit::CaseEntered(case) => serde_json::to_string_pretty(case),
        Exhibit::Draft(draft) => serde_json::to_string_pretty(draft),
    };
    let mut text = written.expect("results become JSON");
    text.push('\n');
    text
}
