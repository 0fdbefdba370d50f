//! A component's CPE name as it is asked about: the name, and the version it speaks of.

use proofmark_facts::{Component, Cpe, CpeAttribute, CpeText, CpeValue, NotACpe};

/// A name a component is asked about by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AskedName {
    /// The name.
    pub(crate) name: Cpe,
    /// The version; the component's own where the name leaves it open.
    pub(crate) version: AskedVersion,
}

/// Which version a name speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AskedVersion {
    /// This one.
    Of {
        /// As a version is written.
        plain: String,
        /// As a name holds it; `None` where it cannot stand in one.
        text: Option<CpeText>,
    },
    /// Nobody says which.
    Missing,
    /// The name has wildcards there, so it is no single one.
    Several,
}

impl AskedName {
    /// A name as the component writes it.
    pub(crate) fn of(written: &str, component: &Component) -> Result<Self, NotACpe> {
        let name: Cpe = written.trim().parse()?;
        let version = match name.get(CpeAttribute::Version) {
            CpeValue::Text(text) => match text.plain() {
                Some(plain) => AskedVersion::Of { plain, text: Some(text.clone()) },
                None => AskedVersion::Several,
            },
            CpeValue::Any | CpeValue::Na => version_of(component),
        };
        Ok(Self { name, version })
    }

    /// The component's bare name, where it could be the name of a product.
    pub(crate) fn of_bare(component: &Component) -> Option<Self> {
        let product = CpeText::literal(&component.name.trim().replace(' ', "_"))?;
        Some(Self { name: Cpe::of_product(product), version: version_of(component) })
    }

    /// The product's key; where the name leaves the part open, those of all three.
    pub(crate) fn keys(&self) -> Vec<String> {
        if let Some(key) = self.name.product_key() {
            return vec![key];
        }
        let said = |attribute| self.name.get(attribute).text().filter(|text| !text.has_wildcards());
        let (Some(vendor), Some(product)) = (said(CpeAttribute::Vendor), said(CpeAttribute::Product)) else {
            return Vec::new();
        };
        if *self.name.get(CpeAttribute::Part) != CpeValue::Any {
            return Vec::new();
        }
        ["a", "o", "h"].iter().map(|part| format!("{part}:{vendor}:{product}")).collect()
    }

    /// The product alone, where the name says it.
    pub(crate) fn product(&self) -> Option<&CpeText> {
        self.name.get(CpeAttribute::Product).text().filter(|text| !text.has_wildcards())
    }
}

/// The component's own version; a `v` before a number is no part of it.
fn version_of(component: &Component) -> AskedVersion {
    let purl = component.purl.as_ref().and_then(|purl| purl.version.as_deref());
    let written = component.version.as_deref().or(purl).unwrap_or_default().trim();
    let plain = match written.strip_prefix(['v', 'V']) {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_digit()) => rest,
        _ => written,
    };
    if plain.is_empty() {
        return AskedVersion::Missing;
    }
    AskedVersion::Of { plain: plain.to_owned(), text: CpeText::literal(plain) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_version_takes_the_components() {
        let component = Component { version: Some(" v1.2 ".into()), ..Component::default() };
        let version = |written: &str| AskedName::of(written, &component).unwrap().version;
        let plain = |version: AskedVersion| match version {
            AskedVersion::Of { plain, .. } => plain,
            other => format!("{other:?}"),
        };
        assert_eq!(plain(version("cpe:/a:v:p")), "1.2");
        assert_eq!(plain(version("cpe:/a:v:p:-")), "1.2");
        assert_eq!(plain(version("cpe:/a:v:p:3.0")), "3.0");
        assert_eq!(version("cpe:2.3:a:v:p:3.*:*:*:*:*:*:*:*"), AskedVersion::Several);
        let bare = AskedName::of("cpe:/a:v:p", &Component::default()).unwrap();
        assert_eq!(bare.version, AskedVersion::Missing);
        assert_eq!(bare.keys(), ["a:v:p"]);
        assert_eq!(AskedName::of("cpe:/:v:p", &component).unwrap().keys(), ["a:v:p", "o:v:p", "h:v:p"]);
        assert_eq!(AskedName::of("cpe:/a::p", &component).unwrap().keys(), [""; 0]);
    }

    #[test]
    fn a_bare_name_is_spelt_as_products_are() {
        let named = |name: &str| AskedName::of_bare(&Component { name: name.into(), ..Component::default() });
        assert_eq!(named("Mbed TLS").unwrap().product().unwrap().as_quoted(), "mbed_tls");
        assert_eq!(named("Über"), None);
    }
}
