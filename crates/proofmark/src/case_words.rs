//! The words of the command line for kinds of events, answers, sources, measures, stages and Member States.

use clap::ValueEnum;
use jiff::Timestamp;
use proofmark_facts::{Country, MeasureKind, SignalSource, Stage, Stream};
use proofmark_text::text;

/// The events that have clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportedStream {
    /// An actively exploited vulnerability.
    Vulnerability,
    /// A severe incident.
    Incident,
}

impl From<ReportedStream> for Stream {
    fn from(stream: ReportedStream) -> Self {
        match stream {
            ReportedStream::Vulnerability => Self::Vulnerability,
            ReportedStream::Incident => Self::Incident,
        }
    }
}

/// An answer to a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Answered {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Nobody knows yet.
    Unknown,
}

/// Where a signal came from, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Source {
    /// See [`SignalSource::ExploitedCatalogue`].
    ExploitedCatalogue,
    /// See [`SignalSource::Telemetry`].
    Telemetry,
    /// See [`SignalSource::Customer`].
    Customer,
    /// See [`SignalSource::Researcher`].
    Researcher,
    /// See [`SignalSource::Supplier`].
    Supplier,
    /// See [`SignalSource::Authority`].
    Authority,
    /// See [`SignalSource::Press`].
    Press,
    /// See [`SignalSource::Own`].
    Own,
}

/// A kind of measure, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// See [`MeasureKind::Patch`].
    Patch,
    /// See [`MeasureKind::Workaround`].
    Workaround,
    /// See [`MeasureKind::Partial`].
    Partial,
    /// See [`MeasureKind::Staged`].
    Staged,
}

/// A stage that has a form, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NamedStage {
    /// See [`Stage::EarlyWarning`].
    EarlyWarning,
    /// See [`Stage::Notification`].
    Notification,
    /// See [`Stage::FinalReport`].
    FinalReport,
    /// See [`Stage::IntermediateReport`].
    IntermediateReport,
}

impl Answered {
    /// As facts hold it.
    pub(crate) fn answer(self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::Unknown => None,
        }
    }
}

impl From<Source> for SignalSource {
    fn from(source: Source) -> Self {
        match source {
            Source::ExploitedCatalogue => Self::ExploitedCatalogue,
            Source::Telemetry => Self::Telemetry,
            Source::Customer => Self::Customer,
            Source::Researcher => Self::Researcher,
            Source::Supplier => Self::Supplier,
            Source::Authority => Self::Authority,
            Source::Press => Self::Press,
            Source::Own => Self::Own,
        }
    }
}

impl From<Kind> for MeasureKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Patch => Self::Patch,
            Kind::Workaround => Self::Workaround,
            Kind::Partial => Self::Partial,
            Kind::Staged => Self::Staged,
        }
    }
}

impl From<NamedStage> for Stage {
    fn from(stage: NamedStage) -> Self {
        match stage {
            NamedStage::EarlyWarning => Self::EarlyWarning,
            NamedStage::Notification => Self::Notification,
            NamedStage::FinalReport => Self::FinalReport,
            NamedStage::IntermediateReport => Self::IntermediateReport,
        }
    }
}

/// A Member State by its two letters.
pub(crate) fn member_state(written: &str) -> Result<Country, String> {
    let country = written.parse().ok().filter(|country: &Country| country.is_member_state());
    country.ok_or_else(|| text!("reporting-cli-not-a-member-state").to_string())
}

/// An instant as the command line takes it: in UTC or with an offset.
pub(crate) fn instant(written: &str) -> Result<Timestamp, String> {
    written.parse().map_err(|_| text!("reporting-cli-not-an-instant").to_string())
}
