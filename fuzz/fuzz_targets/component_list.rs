//! Whatever the bytes, the readers of the lists that builds of devices write answer: archives of SPDX documents, SPDX 3, the tag-value
//! form, manifests. What they say was folded is folded into a component that is there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_actions::ScannedList;
use proofmark_formats::{
    Limits, read_component_list, read_spdx_3, read_spdx_archive, read_spdx_tag_value,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = ScannedList::read("bom.json", bytes);
    let all = [
        read_component_list("image.manifest", bytes, &limits),
        read_spdx_archive(bytes, &limits),
        read_spdx_tag_value(bytes, &limits),
        read_spdx_3(bytes, &limits),
    ];
    for listed in all.into_iter().filter_map(|read| read.value) {
        let count = listed.sbom.components.len();
        assert!(listed.folded.iter().all(|built| built.component < count));
        assert!(listed.sbom.dependencies.iter().all(|(from, to)| (*from as usize) < count && (*to as usize) < count));
    }
});
