//! How we say it: the papers a manufacturer hands to authorities and users, content first, then one
//! renderer each for PDF/A, HTML and JSON.
//!
//! This room must never decide what is true or what is asked, and it touches no network, disk or clock:
//! content and dates are handed in, and the same content gives the same bytes. Start reading at
//! [`Document`], then follow it into [`render_html`] (the shortest renderer) and [`render_pdf`].

mod content;
mod html;
mod json;
mod legible;
mod papers;
mod pdf;

pub use content::{
    Align, Block, Callout, CalloutKind, Column, Document, Inline, Item, KeyValue, KeyValues, List, Quotation,
    Run, Section, Signature, Table,
};
pub use html::render_html;
pub use json::{FORMAT, json_schema, read_json, render_json};
pub use papers::{
    AdvisorySource, DeclarationLack, DeclarationToIssue, GateSummary, IssuedPaper, Paper, PaperInputs,
    SbomSummary, VulnerabilityData, assessment_report, declaration, declaration_to_issue, findings_report,
    maturity_report, papers, simplified_declaration, technical_documentation, user_information,
};
pub use pdf::{PDF_CONFORMANCE, Pdf, RenderError, render_pdf};
