//! What records say of a piece of hardware by the firmware that runs on it.
//!
//! The NVD writes of a device that its firmware is vulnerable (`o:acme:gateway_firmware`) where it runs on the hardware
//! (`h:acme:gateway`). Where a list names both, the firmware is found, and the hardware is what it needs beside it. Where it
//! names the hardware alone, whoever wrote it may mean the device with all that is in it: the record then speaks of it, in the
//! version the component has.

use proofmark_facts::{Cpe, CpeAttribute};

use crate::cpe_asked::{AskedName, AskedVersion};

/// What the NVD puts behind the name of a device for its firmware.
const FIRMWARE: &str = "_firmware";

/// Whether a name is one of hardware.
pub(crate) fn is_hardware(name: &Cpe) -> bool {
    name.get(CpeAttribute::Part).plain().as_deref() == Some("h")
}

/// Whether the second is the firmware of the first, by their names alone: an operating system that only runs on it is not.
pub(crate) fn is_firmware_of(hardware: &Cpe, other: &Cpe) -> bool {
    let plain = |name: &Cpe, attribute| name.get(attribute).plain();
    let (Some(device), Some(firmware)) =
        (plain(hardware, CpeAttribute::Product), plain(other, CpeAttribute::Product))
    else {
        return false;
    };
    plain(other, CpeAttribute::Part).as_deref() == Some("o")
        && plain(hardware, CpeAttribute::Vendor) == plain(other, CpeAttribute::Vendor)
        && firmware.strip_suffix(FIRMWARE).unwrap_or(&firmware) == device
}

/// The name the firmware would be asked about by, in the version the component of the hardware has. A version in the
/// hardware's own name is one of the hardware.
pub(crate) fn as_firmware(hardware: &AskedName, firmware: &Cpe) -> AskedName {
    let says_its_own = hardware.name.get(CpeAttribute::Version).text().is_some();
    let version = if says_its_own { AskedVersion::Missing } else { hardware.version.clone() };
    AskedName { name: firmware.clone().of_any_version(), version }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firmware_is_known_by_its_name() {
        let name = |written: &str| written.parse::<Cpe>().unwrap();
        let gateway = name("cpe:2.3:h:acme:gateway:-:*:*:*:*:*:*:*");
        assert!(is_hardware(&gateway) && !is_hardware(&name("cpe:/o:acme:gateway")));
        for (other, expected) in [
            ("cpe:/o:acme:gateway_firmware:1.0", true),
            ("cpe:/o:acme:gateway", true),
            ("cpe:/a:acme:gateway_firmware", false),
            ("cpe:/o:other:gateway_firmware", false),
            ("cpe:/o:acme:other_firmware", false),
            ("cpe:/o:microsoft:windows_10", false),
        ] {
            assert_eq!(is_firmware_of(&gateway, &name(other)), expected, "{other}");
        }
    }
}
