//! The quick look-up: kinds of products people ask about, with their class and the mistake often made.

use schemars::JsonSchema;
use serde::Serialize;

use crate::classes::category::Class;
use crate::classes::category::Class::{Critical, Default, ImportantI, ImportantII};

/// A kind of product and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindOfProduct {
    /// The kind, as people call it.
    pub kind: &'static str,
    /// The category of Annex III or IV; `None`: none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<&'static str>,
    /// The class.
    pub class: Class,
    /// The mistake often made about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mistake: Option<&'static str>,
}

const fn listed(kind: &'static str, category: &'static str, class: Class) -> KindOfProduct {
    KindOfProduct { kind, category: Some(category), class, mistake: None }
}

const fn unlisted(kind: &'static str) -> KindOfProduct {
    KindOfProduct { kind, category: None, class: Default, mistake: None }
}

const fn but(kind: KindOfProduct, mistake: &'static str) -> KindOfProduct {
    KindOfProduct { mistake: Some(mistake), ..kind }
}

const INDUSTRIAL: &str = "No category names industrial automation and control systems.";

/// The table, in the annexes' order, what is in neither last.
const KINDS: &[KindOfProduct] = &[
    listed(
        "identity or privileged-access management, single sign-on, multi-factor app",
        "III.I.1",
        ImportantI,
    ),
    listed("biometric reader", "III.I.1", ImportantI),
    listed("browser", "III.I.2", ImportantI),
    listed("password manager", "III.I.3", ImportantI),
    listed("software against malicious code", "III.I.4", ImportantI),
    listed("virtual private network", "III.I.5", ImportantI),
    listed("network management system", "III.I.6", ImportantI),
    listed("security information and event management", "III.I.7", ImportantI),
    listed("boot loader", "III.I.8", ImportantI),
    listed("UEFI firmware", "III.I.8", ImportantI),
    but(listed("public key infrastructure software", "III.I.9", ImportantI), "It is class I, not class II."),
    listed("network card, virtual network interface", "III.I.10", ImportantI),
    but(
        listed("operating system, whether server, desktop, mobile or real-time", "III.I.11", ImportantI),
        "It is class I, not class II.",
    ),
    but(
        listed("router, modem or switch, industrial ones too", "III.I.12", ImportantI),
        "There is no class II for industrial ones.",
    ),
    listed("microprocessor with security functions", "III.I.13", ImportantI),
    listed("microcontroller with security functions", "III.I.14", ImportantI),
    listed("ASIC or FPGA with security functions", "III.I.15", ImportantI),
    listed("voice assistant for the home", "III.I.16", ImportantI),
    listed("smart lock, home camera, baby monitor, home alarm, or their hub", "III.I.17", ImportantI),
    listed("hypervisor, container runtime", "III.II.1", ImportantII),
    listed(
        "firewall, intrusion detection or prevention, industrial and web application ones too",
        "III.II.2",
        ImportantII,
    ),
    listed("tamper-resistant microprocessor, AVA_VAN level 2 or 3", "III.II.3", ImportantII),
    listed("tamper-resistant microcontroller, AVA_VAN level 2 or 3", "III.II.4", ImportantII),
    listed("hardware security module, payment terminal, tachograph", "IV.1", Critical),
    but(listed("smart meter gateway", "IV.2", Critical), "A plain smart meter is in neither annex."),
    listed("secure element, trusted platform module, smartcard, AVA_VAN level 4 or higher", "IV.3", Critical),
    unlisted("circuit without security functions"),
    but(unlisted("plain smart meter"), "Only the gateway is critical, not every smart meter."),
    but(unlisted("industrial automation and control system"), INDUSTRIAL),
    but(unlisted("programmable logic controller"), INDUSTRIAL),
    but(unlisted("industrial robot"), INDUSTRIAL),
    unlisted("office software"),
    unlisted("game"),
    unlisted("most apps"),
];

/// The quick look-up (reference section 5.5), for explaining and asking; it decides nothing.
pub fn product_kinds() -> &'static [KindOfProduct] {
    KINDS
}
