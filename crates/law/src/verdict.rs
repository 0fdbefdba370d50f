//! The verdict: everything the law says of a product before anyone asks what has been done about it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_facts::Dossier;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{BindingDate, binding_dates};
use crate::classes::article_7_classification::{ClassVerdict, classification};
use crate::modification::modification_verdict::{ModificationVerdict, modification};
use crate::neighbours::near::{Neighbours, neighbours};
use crate::penalties::enterprise_size::{EnterpriseVerdict, enterprise};
use crate::penalties::exposure::{Exposure, exposure};
use crate::periods::duties::{Duties, duties};
use crate::periods::law_days::{LawDay, law_days};
use crate::periods::retention::{Retention, retention};
use crate::periods::support_period::{SupportPeriodVerdict, support_period};
use crate::reason::Reason;
use crate::reporting::case_verdict::{CaseVerdict, reporting};
use crate::roles::editions::{EditionVerdict, editions};
use crate::roles::role::{Role, RoleVerdict, role};
use crate::routes::article_32_routes::routes;
use crate::routes::route::RoutesVerdict;
use crate::scope::article_2_scope::{ScopeOutcome, ScopeVerdict, scope};
use crate::scope::article_3_remote::{RemoteVerdict, remote_services};
use crate::scope::boundary::{BoundaryVerdict, boundary};
use crate::scope::tailor_made::{TailorMadeVerdict, tailor_made};
use crate::standards_mapping::declared::{DeclaredStandard, declared_standards};
use crate::state::cautions::cautions;
use crate::state::state_of_the_law::{StateName, StateOfTheLaw};
use crate::suppliers::supplier_check::{SupplierCheckVerdict, supplier_check};

/// Scope, role, class, routes, remote services and days of one product, on one day under one state of the law.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Verdict {
    /// The state of the law it was reached under.
    pub state: StateName,
    /// The day it was reached for.
    pub on: Date,
    /// What to be careful about, where that day lies away from those the state knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Reason>,
    /// Whether the Regulation applies.
    pub scope: ScopeVerdict,
    /// Which operator the declaring person is.
    pub role: RoleVerdict,
    /// The class of the product.
    pub class: ClassVerdict,
    /// The conformity assessment procedures.
    pub routes: RoutesVerdict,
    /// What each remote service is.
    pub remote_services: Vec<RemoteVerdict>,
    /// What belongs to the product, and what is a product of its own.
    #[serde(skip_serializing_if = "BoundaryVerdict::is_empty")]
    pub boundary: BoundaryVerdict,
    /// What a product made for one business user may agree on otherwise; absent where none is declared to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tailor_made: Option<TailorMadeVerdict>,
    /// What the declaring person is for a free and a paid edition, where there are both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<EditionVerdict>,
    /// The days that bind.
    pub calendar: Vec<BindingDate>,
    /// Other Union law that the declared facts touch.
    #[serde(skip_serializing_if = "Neighbours::is_empty")]
    pub neighbours: Neighbours,
    /// Declared standards that speak to requirements of Annex I.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<DeclaredStandard>,
    /// Which groups of duties bind on the day; `None`: the Regulation does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<Duties>,
    /// How long the support period must be; `None`: it is another's to set, or nobody's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_period: Option<SupportPeriodVerdict>,
    /// What must be kept, and until when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retention: Vec<Retention>,
    /// The size of the enterprise; `None`: nothing is declared about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise: Option<EnterpriseVerdict>,
    /// How high fines can be at most; `None`: the Regulation does not apply, or the operator has no role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exposure: Option<Exposure>,
    /// Every day the law names, whoever it binds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub law_days: Vec<LawDay>,
    /// What has to be notified, case by case; nothing where no case is declared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reporting: Vec<CaseVerdict>,
    /// The checklist of an importer or a distributor, as far as it is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplier_check: Option<SupplierCheckVerdict>,
    /// Whether the change that led to this release is a substantial modification; absent where none is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modification: Option<ModificationVerdict>,
}

/// Lays the declared facts against the law. The same facts, state and day always give the same verdict.
///
/// The clocks of Article 14 are judged at the end of that day in UTC; [`assess_at`] judges them at an instant.
pub fn assess(dossier: &Dossier, state: &StateOfTheLaw, day: Date) -> Verdict {
    let end = day.at(23, 59, 59, 999_999_999).to_zoned(TimeZone::UTC);
    assess_at(dossier, state, day, end.map_or(Timestamp::MAX, |end| end.timestamp()))
}

/// The same for a day, with the clocks of Article 14 judged at this instant.
pub fn assess_at(dossier: &Dossier, state: &StateOfTheLaw, day: Date, now: Timestamp) -> Verdict {
    let scope = scope(dossier, state);
    let role = role(dossier);
    let class = classification(dossier, state);
    let concerned = matches!(scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. });
    let steward = role.role() == Some(Role::Steward);
    // Conformity is assessed by the manufacturer; while the role is open, its procedures are worth knowing.
    let assesses_conformity = matches!(role.role(), None | Some(Role::Manufacturer));
    Verdict {
        state: state.name(),
        on: day,
        cautions: cautions(state, day),
        // What is outside, or part of another product, needs no procedure of its own; stewards still have their day.
        routes: if concerned && assesses_conformity {
            routes(dossier, state, day, &class)
        } else {
            RoutesVerdict::default()
        },
        calendar: if concerned || steward { binding_dates(dossier, role.role(), day) } else { Vec::new() },
        duties: (concerned || steward).then(|| duties(dossier, state, role.role(), day)),
        support_period: (concerned && assesses_conformity).then(|| support_period(dossier, state, day)),
        retention: if concerned { retention(dossier, role.role()) } else { Vec::new() },
        enterprise: enterprise(dossier),
        exposure: if concerned || steward { exposure(dossier, role.role(), day) } else { None },
        law_days: law_days(day),
        supplier_check: role
            .role()
            .filter(|_| concerned)
            .and_then(|role| supplier_check(dossier, role, day, None)),
        remote_services: remote_services(dossier),
        neighbours: if concerned { neighbours(dossier, day) } else { Neighbours::default() },
        standards: if concerned { declared_standards(dossier, state, day) } else { Vec::new() },
        boundary: boundary(dossier, state, day),
        tailor_made: tailor_made(dossier),
        editions: editions(dossier),
        reporting: reporting(dossier, state, &scope, &role, day, now),
        modification: modification(dossier, None, &[]),
        scope,
        role,
        class,
    }
}

impl Verdict {
    /// Every line on this Regulation that asks for legal review; what neighbours ask for stands beside them.
    pub fn legal_review(&self) -> Vec<&Reason> {
        let routes =
            [&self.routes.open, &self.routes.closed, &self.routes.would_open, &self.routes.undecided];
        let of_routes = routes.into_iter().flatten().flat_map(|route| &route.reasons);
        let of_services = self.remote_services.iter().flat_map(|service| &service.reasons);
        let of_days = self.calendar.iter().flat_map(|date| &date.reasons);
        let all = self.scope.reasons.iter().chain(&self.role.reasons).chain(&self.class.reasons);
        all.chain(of_routes)
            .chain(&self.routes.beside)
            .chain(&self.routes.notes)
            .chain(of_services)
            .chain(of_days)
            .chain(self.boundary.all_reasons())
            .chain(self.reporting.iter().flat_map(CaseVerdict::reasons))
            .chain(self.modification.iter().flat_map(ModificationVerdict::all_reasons))
            .filter(|reason| reason.legal_review.is_some())
            .collect()
    }
}
