//! What is so: operators, products, releases, components, advisories, findings, decisions, evidence, and
//! what follows from them by arithmetic alone. This room must never ask what the law says of a fact, nor
//! read a file, a clock or a socket. Start reading at [`Dossier`], then [`Sbom`] and [`Finding`].

mod actor;
mod advisory;
mod affected_code;
mod affected_product;
mod ai_act;
mod annex_part;
mod asking;
mod attestation;
mod authority_request;
mod beside;
mod builder_statement;
mod case_fact;
mod case_record;
mod case_standing;
mod case_state;
mod case_told;
mod case_words;
mod certificate;
mod classification;
mod commit_history;
mod commit_list;
mod compiled_files;
mod component;
mod component_changes;
mod component_decision;
mod component_graph;
mod component_paths;
mod component_tree;
mod condition;
mod conformity;
mod contact;
mod country;
mod cpe;
mod cpe_configuration;
mod cpe_reading;
mod cpe_value;
mod cpe_writing;
mod decision_record;
mod declaration_ground;
mod declaration_record;
mod declared_case;
mod digest;
mod digest_stream;
mod dossier;
mod enterprise;
mod event;
mod evidence;
mod external_reference;
mod finding;
mod forgetting;
mod free_software;
mod gate_policy;
mod hold_record;
mod informational;
mod instructions;
mod job;
mod keep_error;
mod keeping;
mod kernel_build;
mod kernel_core;
mod kernel_recipe;
mod looked_for;
mod mail_settings;
mod mandate;
mod modification;
mod moving;
mod needs;
mod not_a_cpe;
mod not_carried;
mod operator;
mod other_certificate;
mod outlook;
mod own_words;
mod particulars;
mod party;
mod passing;
mod placing;
mod plain_words;
mod problem;
mod product;
mod product_need;
mod product_record;
mod proving;
mod pulled_in;
mod purl;
mod record;
mod record_claim;
mod redaction_policy;
mod release;
mod release_record;
mod remote;
mod reporting_place;
mod requirement;
mod review_ground;
mod revision;
mod risk_assessment;
mod rows;
mod sbom;
mod sbom_particulars;
mod scope;
mod security_update;
mod severity;
mod slug;
mod source_claim;
mod source_path;
mod stated_licence;
mod supplier_check;
mod supply_chain;
mod support_period;
mod system_of_record;
mod tally;
mod technical;
mod together;
mod told_vulnerability;
mod tree_file;
mod triage;
mod triage_policy;
mod version_list;
mod vex_document;
mod vex_mapping;
mod webhook_record;
mod written_schema;

pub use actor::{Actor, ActorKind, Duty, Grant};
pub use advisory::{Advisory, Affected, AffectedRange, RangeEvent, RangeKind};
pub use affected_code::AffectedCode;
pub use affected_product::{AffectedProduct, VersionClaim, VersionStatus, VersionUntil};
pub use ai_act::AiAct;
pub use annex_part::AnnexPart;
pub use asking::{
    Asking, ComponentQuery, FindingFilter, FindingOrder, FindingQuery, Page, Placed, Portfolio, ProductOrder,
    ProductQuery, Seen,
};
pub use attestation::{
    ATTESTORS, Attestation, Attested, AttestorSettings, KeptCosignature, KeptStamp, LATEST_ATTESTATIONS,
    LatestAttestations, LedgerWitness, StampAuthority,
};
pub use authority_request::AuthorityRequest;
pub use beside::{Beside, BesideError};
pub use builder_statement::{
    BuilderSays, BuilderStatement, DeclaredByBuilder, ProposedDecision, StatementOrigin,
};
pub use case_fact::CaseFact;
pub use case_record::{CaseEntry, CaseRecord};
pub use case_standing::{CaseAwareness, CaseDuty, CaseGone, CaseStanding, ClockStanding};
pub use case_state::{CaseState, NoSuchStep};
pub use case_told::{CaseFile, CaseTold, Signal, SignalSource, Submission};
pub use case_words::CaseWords;
pub use certificate::{AssuranceLevel, Certificate};
pub use classification::{AvaVan, DescribedAs};
pub use commit_history::{Ancestors, CommitHistory};
pub use commit_list::{CommitList, CommitName};
pub use compiled_files::{Compiled, CompiledFiles};
pub use component::{Component, ComponentKind};
pub use component_changes::{ComponentChanges, MajorChange, VersionChange};
pub use component_decision::{
    CheckedOtherwise, DecisionEvidence, DecisionLack, DecisionStatus, EvidenceOf, LapseReason,
    LapsedDecision, Mitigation, RuleNamed, VexJustification, VexStatus, VulnerabilityDecision, same_person,
};
pub use component_graph::ComponentGraph;
pub use component_paths::FoundPaths;
pub use component_tree::{Branch, Shown};
pub use condition::Condition;
pub use conformity::{Application, AppliedStandard, Conformity, NotifiedBody, Procedure, Signatory};
pub use contact::Contact;
pub use country::{Country, MEMBER_STATES, NotACountry};
pub use cpe::{Cpe, CpeAttribute, LONGEST_CPE_BYTES};
pub use cpe_configuration::{CpeBound, CpeConfiguration, CpeMatch, CpeNode, CpeOperator};
pub use cpe_value::{CpeSymbol, CpeText, CpeValue};
pub use decision_record::{DecisionRecord, decision_id};
pub use declaration_ground::DeclarationGround;
pub use declaration_record::{DeclarationRecord, IssuedDeclaration, IssuedDocument};
pub use declared_case::{
    AwarenessRuling, CaseContent, CaseKnowledge, DeclaredAwareness, DeclaredCase, Dissemination,
    ExceptionalCircumstance, Measure, MeasureKind, Sent, Stage, Stream,
};
pub use digest::{NotADigest, Sha256};
pub use digest_stream::DigestStream;
pub use dossier::Dossier;
pub use enterprise::Enterprise;
pub use event::{
    CountEvent, Event, EventData, EventKind, FindingsEvent, ProductEvent, RecordEvent, SealEvent,
};
pub use evidence::DeclaredEvidence;
pub use external_reference::ExternalReference;
pub use finding::{
    ExploitPrediction, Exploited, Finding, KnownVulnerability, MatchConfidence, MatchRule, MatchedBy,
    Unchecked,
};
pub use forgetting::{Forgetting, PurgeableRecord};
pub use free_software::{Edition, FreeSoftware, PricedThing, StewardSupport};
pub use gate_policy::{
    ComponentRule, DataRule, DecisionRule, EndOfLifeFile, FindingRule, FindingState, GateLevel, GatePolicy,
    GateRule, LicenceRule, SbomRule, SignatureRule, Waiver, fits_one,
};
pub use hold_record::HoldRecord;
pub use informational::Informational;
pub use instructions::Instructions;
pub use job::{Job, JobState, Jobs, Lane, NewJob};
pub use keep_error::{KeepError, KeepTrouble};
pub use keeping::{Change, Keeping, KeptLine, LinePlace};
pub use kernel_build::{BuildRules, KernelConfig};
pub use kernel_core::{KERNEL_CORE, KERNEL_CORE_HEADERS};
pub use kernel_recipe::{is_kernel_recipe, kernel_cpe};
pub use looked_for::{Known, LookedFor, Unasked, known_exploited, known_findings};
pub use mail_settings::{LETTER_WISH, LetterRhythm, LetterWish, MAIL_SETTINGS, MailSettings, MailTransport};
pub use mandate::MandatedTask;
pub use modification::{
    ChangeKind, ChangeMaker, Determination, Differing, ExplainedDifference, Foreseen, Modification,
};
pub use moving::{DocumentEntry, Filling, MovingIn, MovingOut};
pub use needs::{
    CaseQuery, FindingHistory, FindingWeek, FoundRelease, Needs, NeedsQuery, OpenSince, Overseeing,
    PlacedCase, RunningClock, SearchQuery, case_id,
};
pub use not_a_cpe::{CpeFault, NotACpe};
pub use not_carried::{NotCarried, WrittenSbom};
pub use operator::{Activity, AuthorisedRepresentative, EnterpriseSize, Operator, OtherRole, Person};
pub use other_certificate::OtherCertificate;
pub use outlook::{Outlook, SupportDays};
pub use own_words::OwnWords;
pub use particulars::{ComponentScope, Particulars};
pub use party::{Party, PartyKind, ReachedBy};
pub use passing::{Passing, PassingThings};
pub use placing::Placing;
pub use plain_words::in_plain_words;
pub use problem::{Place, Problem, Read, Weight};
pub use product::{
    BelongsTo, CategoryRelation, ConsideredCategory, CoreFunctionality, DeclaredClass, Module, Product,
    ProductKind, TailorMade, Variant,
};
pub use product_need::ProductNeed;
pub use product_record::{GateAnswer, ProductRecord, ProductStanding};
pub use proving::{
    Difference, HeldRelease, PlacedLine, Proving, RowDifference, SchemaChange, SchemaDifference, SchemaKind,
    StoredDocument, StoredRecord,
};
pub use pulled_in::PulledIn;
pub use purl::{LONGEST_PURL_BYTES, NotAPurl, Purl};
pub use record::{Noun, Record, RecordKey, RecordKind, RecordWrite};
pub use record_claim::RecordClaim;
pub use redaction_policy::{
    BelowWithheld, KeptAddresses, KeptForPublication, RedactionPolicy, WithheldComponents,
};
pub use release::{Artefact, KernelTree, Release, RepositoryHistory};
pub use release_record::{ReleaseRecord, RowSeal, SbomReceipt, release_id};
pub use remote::{RemoteAssurance, RemoteHosting, RemoteKind, RemoteOrigin, RemoteService, ServedFunction};
pub use reporting_place::{InState, ReportingPlace};
pub use requirement::RequirementDecision;
pub use review_ground::ReviewGround;
pub use revision::{Revision, RevisionKind};
pub use risk_assessment::RiskAssessment;
pub use rows::{ComponentRow, FindingRow, ReleaseRows, RowSealing};
pub use sbom::{Paths, Sbom, SbomOrigin};
pub use sbom_particulars::{Completeness, SbomParticulars, ToolUsed};
pub use scope::{
    AlsoGoverned, DataConnection, Presentation, Scope, SparePart, Supply, TestVersion, UnionAct,
};
pub use security_update::SecurityUpdate;
pub use severity::{Badness, Rating, Severity, SeverityVector};
pub use slug::slug;
pub use source_claim::{
    ClaimState, Exploitation, ExploitedStatement, SourceClaim, SsvcDecision, TechnicalImpact, contradiction,
};
pub use source_path::{is_kernel_path, plain_path, tree_root};
pub use stated_licence::{LicenceName, LicenceSense, StatedLicence};
pub use supplier_check::{CheckedPoint, SupplierCheck};
pub use supply_chain::SupplyChain;
pub use support_period::{ActMinimum, ComponentWithoutSupport, OlderVersions, Remedy, SupportPeriod};
pub use system_of_record::SystemOfRecord;
pub use tally::{FindingTally, ObligationTally};
pub use technical::{TechnicalDocumentation, TestReport};
pub use together::Together;
pub use told_vulnerability::ToldVulnerability;
pub use tree_file::{TreeFile, TreeGap, TreeVisitor, TreeWant, path_below};
pub use triage::{Triage, TriageEvidence, TriageRule};
pub use triage_policy::{ApprovalAsked, DecidingRule, TriagePolicy, TriageTarget};
pub use version_list::VersionList;
pub use vex_document::{
    CyclonedxWords, VexAction, VexActionKind, VexAuthor, VexDocument, VexItem, VexProduct, VexStatement,
    VexVulnerability, is_cve,
};
pub use vex_mapping::{FALSE_POSITIVE, JUSTIFICATION_WORDS, JustificationWords, STATUS_WORDS, StatusWords};
pub use webhook_record::{DisabledWebhook, SealedSecret, WebhookRecord};
pub use written_schema::written_schema;
