//! Whatever the bytes, the readers of what systems keep of their packages answer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, read_apk_installed, read_apk_world, read_apt_marks, read_dpkg_status, read_os_release, read_rpm_database,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let distribution = read_os_release(bytes, &limits).value;
    let _ = read_dpkg_status(bytes, distribution.as_ref(), &limits);
    let _ = read_apk_installed(bytes, distribution.as_ref(), &limits);
    let _ = read_rpm_database(bytes, distribution.as_ref(), &limits);
    let _ = read_apk_world(bytes, &limits);
    let _ = read_apt_marks(bytes, &limits);
});
