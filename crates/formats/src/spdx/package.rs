//! Packages (SPDX 2.3 section 7).

use proofmark_facts::{Component, ComponentKind, Place, Purl, Revision};
use proofmark_text::Text;
use serde::Deserialize;

use crate::gathered::Gathered;
use crate::json::{List, Words};

/// A package as written.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct Package<'a> {
    #[serde(rename = "SPDXID", borrow)]
    pub(super) id: Option<Words<'a>>,
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    version_info: Option<Words<'a>>,
    #[serde(borrow)]
    primary_package_purpose: Option<Words<'a>>,
    #[serde(borrow)]
    license_concluded: Option<Words<'a>>,
    #[serde(borrow)]
    license_declared: Option<Words<'a>>,
    #[serde(borrow)]
    supplier: Option<Words<'a>>,
    #[serde(borrow)]
    originator: Option<Words<'a>>,
    #[serde(borrow)]
    download_location: Option<Words<'a>>,
    #[serde(default, borrow)]
    checksums: List<Checksum<'a>>,
    #[serde(default, borrow)]
    external_refs: List<ExternalRef<'a>>,
    #[serde(borrow)]
    pub(super) source_info: Option<Words<'a>>,
    #[serde(default, borrow)]
    annotations: List<Annotation<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Checksum<'a> {
    #[serde(borrow)]
    pub(super) algorithm: Option<Words<'a>>,
    #[serde(borrow)]
    pub(super) checksum_value: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Annotation<'a> {
    #[serde(borrow)]
    comment: Option<Words<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ExternalRef<'a> {
    #[serde(borrow)]
    reference_type: Option<Words<'a>>,
    #[serde(borrow)]
    reference_locator: Option<Words<'a>>,
}

impl<'a> Package<'a> {
    /// Puts the package among the components; `place` is its own JSON pointer.
    pub(super) fn gather(
        mut self,
        gathered: &mut Gathered<'a>,
        place: &dyn Fn() -> String,
    ) -> Result<(), Text> {
        let ((component, also), id) = (self.component(gathered, place), self.id.take());
        let index = gathered.add(component, || Place::at(place()))?;
        gathered.also_called(index, also);
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            gathered.refer(&id, index, || Place::at(format!("{}/SPDXID", place())));
        }
        Ok(())
    }

    /// The package as a component, and its further package URLs; what is wrong with it is told.
    pub(super) fn component(
        &self,
        gathered: &mut Gathered<'_>,
        place: &dyn Fn() -> String,
    ) -> (Component, Vec<Purl>) {
        let member = |name: &str| Place::at(format!("{}/{name}", place()));
        gathered.check_name(self.name.as_deref(), || Place::at(place()));
        let mut purls: Vec<Purl> = Vec::new();
        for written in self.all_located("purl") {
            let read = gathered.purl(written, || member("externalRefs"));
            purls.extend(read.filter(|purl| !purls.contains(purl)));
        }
        let mut purls = purls.into_iter();
        let mut cpes = self.cpes(gathered, &|| member("externalRefs")).into_iter();
        let mut digests = Vec::new();
        for checksum in &self.checksums.0 {
            let algorithm = checksum.algorithm.as_deref().unwrap_or_default();
            let value = checksum.checksum_value.as_deref().unwrap_or_default();
            digests.extend(gathered.digest(algorithm, value, || member("checksums")));
        }
        let licence = stated(self.license_concluded.as_ref()).or(stated(self.license_declared.as_ref()));
        let supplier = stated(self.supplier.as_ref()).or(stated(self.originator.as_ref()));
        let component = Component {
            reference: self.id.as_deref().unwrap_or_default().to_owned(),
            kind: self.primary_package_purpose.as_deref().map(kind_of).unwrap_or_default(),
            group: None,
            name: self.name.as_deref().unwrap_or_default().to_owned(),
            version: stated(self.version_info.as_ref()).map(str::to_owned),
            purl: purls.next(),
            cpe: cpes.next(),
            more_cpes: cpes.collect(),
            licences: licence.map(str::to_owned).into_iter().collect(),
            digests,
            revisions: self.download_location.as_deref().and_then(Revision::of_address).into_iter().collect(),
            supplier: supplier.map(|supplier| without_role(supplier).to_owned()),
            own: false,
            doubt: None,
            particulars: None,
        };
        (component, purls.collect())
    }

    /// Whether it is built for the machine that builds (Yocto annotates its recipes so).
    pub(super) fn is_native(&self) -> bool {
        self.annotations.0.iter().any(|annotation| annotation.comment.as_deref() == Some("isNative"))
    }

    /// One line of the tag-value form; whether it is one that says something of a component (SPDX 2.3 section 7).
    pub(super) fn tag(&mut self, tag: &str, value: Words<'a>) -> bool {
        match tag {
            "SPDXID" => self.id = Some(value),
            "PackageVersion" => self.version_info = Some(value),
            "PrimaryPackagePurpose" => self.primary_package_purpose = Some(value),
            "PackageLicenseConcluded" => self.license_concluded = Some(value),
            "PackageLicenseDeclared" => self.license_declared = Some(value),
            "PackageSupplier" => self.supplier = Some(value),
            "PackageOriginator" => self.originator = Some(value),
            "PackageSourceInfo" => self.source_info = Some(value),
            "PackageChecksum" => {
                let (algorithm, digest) = value.split_once(':').unwrap_or_default();
                let owned = |words: &str| Some(Words(words.trim().to_owned().into()));
                self.checksums
                    .0
                    .push(Checksum { algorithm: owned(algorithm), checksum_value: owned(digest) });
            }
            "ExternalRef" => {
                let mut words = value.split_whitespace().skip(1).map(|word| Words(word.to_owned().into()));
                let (reference_type, reference_locator) = (words.next(), words.next());
                self.external_refs.0.push(ExternalRef { reference_type, reference_locator });
            }
            _ => return false,
        }
        true
    }

    /// A package of which only the name is known.
    pub(super) fn named(name: Words<'a>) -> Self {
        Self { name: Some(name), ..Self::default() }
    }

    /// Every CPE name, those of version 2.3 first; one written twice stands once.
    fn cpes(&self, gathered: &mut Gathered<'_>, place: &dyn Fn() -> Place) -> Vec<String> {
        let mut cpes: Vec<String> = Vec::new();
        for written in self.all_located("cpe23Type").chain(self.all_located("cpe22Type")) {
            if !written.is_empty() && !cpes.iter().any(|known| known == written) {
                cpes.push(gathered.cpe(written, place));
            }
        }
        cpes
    }

    /// Every locator of this reference type.
    fn all_located(&self, kind: &'static str) -> impl Iterator<Item = &str> {
        let of_kind = move |reference: &&ExternalRef<'_>| {
            let written = reference.reference_type.as_deref().unwrap_or_default();
            // Some writers spell the type as the address of its definition.
            written.strip_prefix("http://spdx.org/rdf/references/").unwrap_or(written) == kind
        };
        let referenced = self.external_refs.0.iter().filter(of_kind);
        referenced.filter_map(|reference| reference.reference_locator.as_deref())
    }
}

/// A text that states something: neither empty nor one of SPDX's two words for nothing.
fn stated<'w>(words: Option<&'w Words<'_>>) -> Option<&'w str> {
    words.map(|words| &**words).filter(|words| !matches!(*words, "" | "NOASSERTION" | "NONE"))
}

/// A person, organisation or tool without the word that says which of them it is.
pub(super) fn without_role(written: &str) -> &str {
    let roles = ["Organization:", "Person:", "Tool:"];
    roles.iter().find_map(|role| written.strip_prefix(role)).unwrap_or(written).trim()
}

/// SPDX 2.3 section 7.24.
fn kind_of(purpose: &str) -> ComponentKind {
    match purpose {
        "APPLICATION" | "INSTALL" => ComponentKind::Application,
        "FRAMEWORK" => ComponentKind::Framework,
        "CONTAINER" => ComponentKind::Container,
        "OPERATING-SYSTEM" | "OPERATING_SYSTEM" => ComponentKind::OperatingSystem,
        "DEVICE" => ComponentKind::Device,
        "FIRMWARE" => ComponentKind::Firmware,
        "FILE" | "ARCHIVE" => ComponentKind::File,
        _ => ComponentKind::Library,
    }
}
