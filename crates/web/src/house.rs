//! The house a window is set into: everything the pages need from outside, handed in by the door.

use jiff::Timestamp;
use proofmark_actions::{
    ActionError, DatabaseStatus, FeedStanding, KeptFiles, Post, StateInUse, Strongbox, VulnerabilitySource,
};
use proofmark_facts::{Keeping, PurgeableRecord};
use proofmark_text::Text;
use proofmark_trust::SignerKey;
use schemars::JsonSchema;
use serde::Serialize;

use crate::exhibit::Exhibit;
use crate::issuers::Issuers;
use crate::refusal::Refusal;

/// What is done with a store while it is lent.
pub type StoreWork<'a> = dyn FnMut(&mut dyn PurgeableRecord) + 'a;

/// Lends stores, tells the time, draws randomness. Its stores are shared by all requests; each has one at a time.
pub trait House: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;

    /// Fills these bytes from the system's randomness.
    fn draw(&self, bytes: &mut [u8]) -> Result<(), Text>;

    /// Lends a store for as long as the work takes; waits for one where all are lent.
    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError>;

    /// Opens the vulnerability databases: the installation's, and one made of the advisories among a product's files.
    fn open_sources(
        &self,
        advisories: &[String],
        files: &KeptFiles<'_>,
    ) -> Result<Vec<VulnerabilitySource>, ActionError>;

    /// Which edition of the installation's databases [`House::open_sources`] opens, product's own advisories aside: of the
    /// same edition the same is known. `None`: it cannot be told, and nothing that was looked up is remembered.
    fn edition(&self) -> Result<Option<String>, ActionError> {
        Ok(None)
    }

    /// What the installation's vulnerability database holds, where there is one.
    fn feeds(&self) -> Result<Option<Feeds>, ActionError>;

    /// All that is said of the installation's vulnerability database; refused where there is none.
    fn database(&self) -> Result<DatabaseStatus, ActionError>;

    /// A result in words as the command line says it, this many columns wide; its only escapes are those of styles.
    fn in_words(&self, exhibit: &Exhibit<'_>, columns: u16) -> String;

    /// A result in JSON as the command line writes it.
    fn in_json(&self, exhibit: &Exhibit<'_>) -> String;

    /// The key the ledger is signed with.
    fn signer(&self) -> &SignerKey;

    /// Where secrets that must be used again are sealed and opened.
    fn strongbox(&self) -> &dyn Strongbox;

    /// The issuers of identities: what they publish, and where codes are redeemed.
    fn issuers(&self) -> &Issuers;

    /// The state of the law in use.
    fn state_in_use(&self, store: &dyn Keeping) -> Result<StateInUse, ActionError>;

    /// The program with its version, as the ledger names it.
    fn program(&self) -> &str;

    /// Whether it only demonstrates: every page then says so.
    fn is_demonstration(&self) -> bool {
        false
    }

    /// Who carries things outside, and says where nothing is carried to.
    fn post(&self) -> &dyn Post;
}

/// What the installation knows of what the world has published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Feeds {
    /// How many records in all.
    pub records: u64,
    /// How many vulnerabilities its catalogues list as exploited somewhere in the world; none: it holds no catalogue.
    pub exploited: u64,
    /// When the database was built.
    pub built_at: Option<Timestamp>,
    /// Each source.
    pub sources: Vec<Feed>,
    /// Each feed a copy is kept of, and how it stands.
    pub standings: Vec<FeedStanding>,
}

/// One source of vulnerability data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Feed {
    /// Its name.
    pub name: String,
    /// How many records came from it.
    pub records: u64,
    /// The newest change among them.
    pub newest: Option<Timestamp>,
}

/// Random bytes, as many as are wanted.
pub(crate) fn random<const N: usize>(house: &dyn House) -> Result<[u8; N], Refusal> {
    let mut bytes = [0; N];
    house.draw(&mut bytes).map_err(|says| Refusal::new(503, says))?;
    Ok(bytes)
}
