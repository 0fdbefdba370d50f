//! Remote services a product uses: the facts the remote data processing test turns on (Article 3(2)).

use schemars::JsonSchema;
use serde::Serialize;

/// One remote service. `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct RemoteService {
    /// Its name.
    pub name: String,
    /// What it does for the product.
    pub does: Option<String>,
    /// What sort of thing it is.
    pub is: Option<RemoteKind>,
    /// Data is processed at a distance from the product (Article 3(2)).
    pub at_a_distance: Option<bool>,
    /// The software was designed and developed by the manufacturer or under its responsibility.
    pub developed_under_own_responsibility: Option<bool>,
    /// Where its software comes from (guidance point 195).
    pub origin: Option<RemoteOrigin>,
    /// Without it the product could not perform one of its functions.
    pub function_depends_on_it: Option<bool>,
    /// The function it serves (guidance points 189 to 191).
    pub serves: Option<ServedFunction>,
    /// People could do by hand what it does; that changes nothing (guidance point 191).
    pub manual_alternative: Option<bool>,
    /// It only collects statistics or telemetry (guidance points 192 and 193).
    pub telemetry_only: Option<bool>,
    /// It interacts with the product itself and is no back end behind what does (guidance points 205 and 206).
    pub interacts_directly: Option<bool>,
    /// It only carries data: mobile network, cable, Wi-Fi, router.
    pub pure_connectivity: bool,
    /// Who operates or hosts it.
    pub operated_by: Option<String>,
    /// Where it runs; that changes nothing (guidance points 187 and 196).
    pub hosting: Option<RemoteHosting>,
    /// The technical documentation says the product relies on it and describes it (guidance point 204).
    pub described_in_documentation: Option<bool>,
    /// Other products of the manufacturer that use it too.
    pub shared_with: Vec<String>,
    /// Assurance that exists for it and can be used again (guidance point 207).
    pub assurance: Vec<RemoteAssurance>,
}

/// What sort of thing a remote service is (guidance points 182, 194 and 198 to 200).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteKind {
    /// An application that does something for the product.
    Application,
    /// A portal that issues tokens the product needs.
    AuthenticationPortal,
    /// Software a third party offers as a service.
    ThirdPartySoftware,
    /// A platform layer applications run on.
    Platform,
    /// An infrastructure layer: computing, storage, network.
    Infrastructure,
    /// The hardware a service runs on.
    HostingHardware,
    /// Web pages that inform.
    InformationalWebsite,
    /// An internal system, such as for staff or for customer relations.
    InternalSystem,
    /// A pipeline that builds and tests.
    BuildPipeline,
    /// A network that spreads finished updates from its edge.
    UpdateDistribution,
    /// Systems for penetration tests and the like.
    SecurityTesting,
    /// What only carries data.
    Connectivity,
}

/// Where a remote service's software comes from (guidance point 195).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteOrigin {
    /// The manufacturer designed and developed it.
    Own,
    /// Somebody else built it solely for the manufacturer, to the manufacturer's design or specification.
    BuiltForUs,
    /// A standard service of a third party.
    StandardService,
    /// A standard service of a third party, lightly adapted.
    AdaptedStandardService,
}

/// Where a remote service runs (guidance points 187, 196 and 198).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteHosting {
    /// On the manufacturer's or the user's own premises.
    OnPremises,
    /// In a private cloud.
    PrivateCloud,
    /// In a public cloud.
    PublicCloud,
    /// At the edge.
    Edge,
    /// On a third party's infrastructure.
    ThirdPartyInfrastructure,
    /// On a third party's platform.
    ThirdPartyPlatform,
}

/// Which of the product's functions a remote service is for (guidance points 189 to 191).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ServedFunction {
    /// The core functionality.
    Core,
    /// Commands from afar.
    Commands,
    /// Synchronising.
    Synchronisation,
    /// Bringing a unit or a user in.
    Onboarding,
    /// Configuration.
    Configuration,
    /// Automated updates.
    AutomatedUpdates,
    /// Identity.
    Identity,
    /// Another supporting function.
    Supporting,
}

/// Assurance for a remote service that can be used again (guidance point 207).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RemoteAssurance {
    /// It meets Implementing Regulation (EU) 2024/2690.
    #[serde(rename = "implementing-regulation-2024-2690")]
    ImplementingRegulation20242690,
    /// Evidence made for Regulation (EU) 2022/2554 (DORA).
    Dora,
    /// A certificate under a European cybersecurity certification scheme.
    CertificationScheme,
    /// ISO/IEC 27017.
    #[serde(rename = "iso-27017")]
    Iso27017,
    /// ISO/IEC 27001.
    #[serde(rename = "iso-27001")]
    Iso27001,
}
