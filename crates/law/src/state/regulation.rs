//! The Regulation's own days and numbers. They are constants here; a state file may repeat them and never change them.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar;

/// What only an amendment of the Regulation changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnFigures {
    /// When everything applies that does not apply earlier (Article 71(2)).
    pub general_application: Date,
    /// When Article 14 applies.
    pub reporting_application: Date,
    /// When Chapter IV on notified bodies applies.
    pub chapter_iv_application: Date,
    /// When stewards' duties apply.
    pub steward_obligations: Date,
    /// When penalties apply, on the literal reading of Article 71(2) (OPN-02).
    pub penalties_application: Date,
    /// The last day on which certificates under other acts count (Article 69(1)).
    pub other_certificates_until: Date,
    /// When Regulation (EU) 2025/327 amends the Regulation.
    pub health_data_amendment: Date,
    /// How many years documents are kept at least (Article 13(13)).
    pub retention_years_at_least: u32,
    /// The floor of the support period in years (Article 13(8)).
    pub support_period_years_at_least: u32,
    /// Hours for the early warning (Article 14(2)(a) and (4)(a)).
    pub early_warning_hours: u32,
    /// Hours for the notification (Article 14(2)(b) and (4)(b)).
    pub notification_hours: u32,
    /// The final report on an exploited vulnerability (Article 14(2)(c)).
    pub final_report_exploited_vulnerability: DaysFrom,
    /// The final report on a severe incident (Article 14(4)(c)).
    pub final_report_severe_incident: MonthsFrom,
    /// The tiers of fines, highest first (Article 64(2) to (4)).
    pub fine_tiers: Vec<FineTier>,
}

/// Days counted from an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DaysFrom {
    /// How many.
    pub days: u32,
    /// The event.
    pub from: String,
}

/// Months counted from an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthsFrom {
    /// How many.
    pub months: u32,
    /// The event.
    pub from: String,
}

/// A ceiling of fines: the higher of an amount and a share of worldwide annual turnover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FineTier {
    /// The amount in euro.
    pub euro: u64,
    /// The share in thousandths.
    pub per_mille_of_turnover: u32,
}

impl Default for OwnFigures {
    fn default() -> Self {
        let tier = |euro, per_mille_of_turnover| FineTier { euro, per_mille_of_turnover };
        Self {
            general_application: calendar::FULL_APPLICATION,
            reporting_application: calendar::REPORTING,
            chapter_iv_application: calendar::NOTIFIED_BODIES_CHAPTER,
            steward_obligations: calendar::FULL_APPLICATION,
            penalties_application: calendar::FULL_APPLICATION,
            other_certificates_until: calendar::OTHER_CERTIFICATES_END,
            health_data_amendment: calendar::HEALTH_DATA_AMENDMENT,
            retention_years_at_least: 10,
            support_period_years_at_least: 5,
            early_warning_hours: 24,
            notification_hours: 72,
            final_report_exploited_vulnerability: DaysFrom { days: 14, from: "measure available".to_owned() },
            final_report_severe_incident: MonthsFrom { months: 1, from: "notification submitted".to_owned() },
            fine_tiers: vec![tier(15_000_000, 25), tier(10_000_000, 20), tier(5_000_000, 10)],
        }
    }
}
