//! `[[remote_services]]`: remote services the product uses.

use proofmark_facts::{
    RemoteAssurance, RemoteHosting, RemoteKind, RemoteOrigin, RemoteService, ServedFunction,
};

use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of one `[[remote_services]]`.
pub(super) const REMOTE_SERVICE: &[Key] = &[
    Key::new("name", Kind::Line, "\"Example Cloud\"", "The service's name.", "Article 3(2)").must(),
    Key::new(
        "does",
        Kind::Text,
        "\"Stores sensor values and shows them in the app.\"",
        "What it does for the product.",
        "Article 3(2)",
    ),
    Key::new(
        "is",
        Kind::Word(words::<RemoteKind>),
        "\"application\"",
        "What sort of thing it is.",
        "Commission guidance points 182, 194 and 198 to 200",
    ),
    Key::new(
        "at_a_distance",
        Kind::Flag,
        "true",
        "Data is processed at a distance from the product.",
        "Article 3(2)",
    ),
    Key::new(
        "developed_under_own_responsibility",
        Kind::Flag,
        "true",
        "Its software was designed and developed by you or under your responsibility.",
        "Article 3(2)",
    ),
    Key::new(
        "origin",
        Kind::Word(words::<RemoteOrigin>),
        "\"own\"",
        "Where its software comes from.",
        "Commission guidance point 195",
    ),
    Key::new(
        "function_depends_on_it",
        Kind::Flag,
        "true",
        "Without it the product could not perform one of its functions.",
        "Article 3(2)",
    ),
    Key::new(
        "serves",
        Kind::Word(words::<ServedFunction>),
        "\"automated-updates\"",
        "The function it serves; supporting functions count like the core functionality.",
        "Commission guidance points 189 to 191",
    ),
    Key::new(
        "manual_alternative",
        Kind::Flag,
        "false",
        "People could do by hand what it does; that changes nothing.",
        "Commission guidance points 189 to 191",
    ),
    Key::new(
        "telemetry_only",
        Kind::Flag,
        "false",
        "It only collects statistics or telemetry.",
        "Commission guidance points 192 and 193",
    ),
    Key::new(
        "interacts_directly",
        Kind::Flag,
        "true",
        "It interacts with the product itself and is no back end behind what does.",
        "Commission guidance points 205 and 206",
    ),
    Key::new(
        "pure_connectivity",
        Kind::Flag,
        "false",
        "It only carries data: a mobile network, cable, Wi-Fi or router.",
        "Article 3(2)",
    ),
    Key::new("operated_by", Kind::Line, "\"Example Hosting AG\"", "Who operates or hosts it.", ""),
    Key::new(
        "hosting",
        Kind::Word(words::<RemoteHosting>),
        "\"public-cloud\"",
        "Where it runs; that changes nothing.",
        "Commission guidance points 187 and 196",
    ),
    Key::new(
        "described_in_documentation",
        Kind::Flag,
        "true",
        "The technical documentation names and describes it.",
        "Commission guidance point 204",
    ),
    Key::new(
        "shared_with",
        Kind::Many(&Kind::Line),
        "[\"Example Sensor\"]",
        "Other products of yours that use it too.",
        "Commission guidance point 204",
    ),
    Key::new(
        "assurance",
        Kind::Many(&Kind::Word(words::<RemoteAssurance>)),
        "[\"iso-27001\"]",
        "Assurance that exists for it and can be used again.",
        "Commission guidance point 207",
    ),
];

impl Word for RemoteKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("application", Self::Application),
        ("authentication-portal", Self::AuthenticationPortal),
        ("third-party-software", Self::ThirdPartySoftware),
        ("platform", Self::Platform),
        ("infrastructure", Self::Infrastructure),
        ("hosting-hardware", Self::HostingHardware),
        ("informational-website", Self::InformationalWebsite),
        ("internal-system", Self::InternalSystem),
        ("build-pipeline", Self::BuildPipeline),
        ("update-distribution", Self::UpdateDistribution),
        ("security-testing", Self::SecurityTesting),
        ("connectivity", Self::Connectivity),
    ];
}

impl Word for RemoteOrigin {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("own", Self::Own),
        ("built-for-us", Self::BuiltForUs),
        ("standard-service", Self::StandardService),
        ("adapted-standard-service", Self::AdaptedStandardService),
    ];
}

impl Word for RemoteHosting {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("on-premises", Self::OnPremises),
        ("private-cloud", Self::PrivateCloud),
        ("public-cloud", Self::PublicCloud),
        ("edge", Self::Edge),
        ("third-party-infrastructure", Self::ThirdPartyInfrastructure),
        ("third-party-platform", Self::ThirdPartyPlatform),
    ];
}

impl Word for ServedFunction {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("core", Self::Core),
        ("commands", Self::Commands),
        ("synchronisation", Self::Synchronisation),
        ("onboarding", Self::Onboarding),
        ("configuration", Self::Configuration),
        ("automated-updates", Self::AutomatedUpdates),
        ("identity", Self::Identity),
        ("supporting", Self::Supporting),
    ];
}

impl Word for RemoteAssurance {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("implementing-regulation-2024-2690", Self::ImplementingRegulation20242690),
        ("dora", Self::Dora),
        ("certification-scheme", Self::CertificationScheme),
        ("iso-27017", Self::Iso27017),
        ("iso-27001", Self::Iso27001),
    ];
}

pub(super) fn read_remote_service(table: &mut Table<'_>) -> RemoteService {
    RemoteService {
        name: table.must_text("name"),
        does: table.text("does"),
        is: table.word("is"),
        at_a_distance: table.flag("at_a_distance"),
        developed_under_own_responsibility: table.flag("developed_under_own_responsibility"),
        origin: table.word("origin"),
        function_depends_on_it: table.flag("function_depends_on_it"),
        serves: table.word("serves"),
        manual_alternative: table.flag("manual_alternative"),
        telemetry_only: table.flag("telemetry_only"),
        interacts_directly: table.flag("interacts_directly"),
        pure_connectivity: table.is_stated("pure_connectivity"),
        operated_by: table.text("operated_by"),
        hosting: table.word("hosting"),
        described_in_documentation: table.flag("described_in_documentation"),
        shared_with: table.texts("shared_with"),
        assurance: table.words("assurance"),
    }
}
