//! One thing a guideline asks of a bill of materials.

use proofmark_facts::Component;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use super::seen::Seen;

/// One thing a guideline asks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Check {
    /// Its name, as `bsi-component-file-name`.
    pub(crate) id: &'static str,
    /// How strongly it is asked for.
    pub(crate) tier: Tier,
    /// Who can mend it.
    pub(crate) mended_by: MendedBy,
    /// What is asked, with how it is mended as its hint.
    pub(crate) asks: fn() -> Text,
    /// Whether it is there.
    pub(crate) test: Test,
}

/// Of what a check asks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Test {
    /// Of the document once.
    Document(fn(&Seen<'_>) -> Found),
    /// Of every component.
    Component(fn(&Seen<'_>, u32, &Component) -> Found),
}

/// What a test found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// It is there.
    Met,
    /// It is not.
    Lacking,
    /// It is not, or not so; this is what stands there instead.
    LackingBecause(Text),
    /// The document does not say whether there is anything it would have to say.
    Undecided,
}

/// How strongly a guideline asks for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Always.
    Required,
    /// Where there is such a thing, which the document alone cannot always tell.
    IfItExists,
    /// It may be there.
    Optional,
}

/// Who can mend what is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MendedBy {
    /// The program that writes the bill of materials: what is asked can be had without asking anybody.
    Tool,
    /// The maker of the product: somebody has to say it.
    Maker,
}

impl From<bool> for Found {
    fn from(is_there: bool) -> Self {
        if is_there { Self::Met } else { Self::Lacking }
    }
}

impl Found {
    /// Met where it is there; else nobody can tell from the document whether it exists.
    pub(crate) fn if_it_exists(is_there: bool) -> Self {
        if is_there { Self::Met } else { Self::Undecided }
    }
}
