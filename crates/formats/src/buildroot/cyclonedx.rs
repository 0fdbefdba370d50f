//! CycloneDX as `utils/generate-cyclonedx` writes it: what runs on the machine that builds stands among the components, marked by the
//! property `BR_TYPE`.

use std::collections::HashSet;

use proofmark_facts::Sbom;
use serde::Deserialize;

use crate::Limits;
use crate::json::{List, MaybeWords, read_value};

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(default, borrow)]
    components: Vec<Component<'a>>,
}

#[derive(Deserialize)]
struct Component<'a> {
    #[serde(rename = "bom-ref", default, borrow)]
    reference: MaybeWords<'a>,
    #[serde(default, borrow)]
    properties: List<Property<'a>>,
}

#[derive(Deserialize)]
struct Property<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    value: MaybeWords<'a>,
}

/// Takes out what is marked as of the machine that builds; a list that marks nothing stays as it is.
pub(crate) fn without_host_tools(sbom: Sbom, written: &str, limits: &Limits) -> Sbom {
    if !written.contains("\"BR_TYPE\"") {
        return sbom;
    }
    let Ok(document) =
        read_value::<Document<'_>>(written.as_bytes(), limits.bytes, limits.depth, "CycloneDX")
    else {
        return sbom;
    };
    let is_host = |property: &Property<'_>| {
        property.name.0.as_deref() == Some("BR_TYPE") && property.value.0.as_deref() == Some("host")
    };
    let hosts: HashSet<&str> = document
        .components
        .iter()
        .filter(|component| component.properties.0.iter().any(is_host))
        .filter_map(|component| component.reference.0.as_deref())
        .collect();
    let stays: Vec<bool> =
        sbom.components.iter().map(|component| !hosts.contains(component.reference.as_str())).collect();
    let mut moved: Vec<Option<u32>> = Vec::with_capacity(stays.len());
    let mut next = 0;
    for stays in &stays {
        moved.push(stays.then_some(next));
        next += u32::from(*stays);
    }
    let mut keep = stays.iter();
    let Sbom { origin, subject, mut components, dependencies, mut particulars } = sbom;
    components.retain(|_| keep.next().copied().unwrap_or(true));
    let place = |index: u32| moved.get(index as usize).copied().flatten();
    if let Some(particulars) = &mut particulars {
        particulars.moved(place);
    }
    Sbom {
        origin,
        subject: subject.and_then(|index| Some(place(u32::try_from(index).ok()?)? as usize)),
        components,
        dependencies: dependencies
            .into_iter()
            .filter_map(|(from, to)| Some((place(from)?, place(to)?)))
            .collect(),
        particulars,
    }
}
