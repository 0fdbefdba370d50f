//! The window's own files: style, script, icon. Their addresses hold their digest, so browsers may keep them for ever.

use std::sync::LazyLock;

use proofmark_facts::Sha256;

/// A file of our own.
pub(crate) struct Asset {
    /// What it is called in the source.
    name: &'static str,
    /// Its address ends so: the name with the digest in it.
    pub(crate) address: String,
    /// Its media type.
    pub(crate) media: &'static str,
    /// Its bytes.
    pub(crate) bytes: &'static [u8],
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    vec![
        asset("proofmark.css", "text/css; charset=utf-8", include_bytes!("../assets/proofmark.css")),
        asset("proofmark.js", "text/javascript; charset=utf-8", include_bytes!("../assets/proofmark.js")),
        asset("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
    ]
});

/// The address of a file of our own.
pub(crate) fn address(name: &str) -> String {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    format!("/assets/{}", found.map_or(name, |asset| asset.address.as_str()))
}

/// The file at this address.
pub(crate) fn at(address: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.address == address)
}

fn asset(name: &'static str, media: &'static str, bytes: &'static [u8]) -> Asset {
    let digest = Sha256::of(bytes).to_string();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    Asset { name, address: format!("{stem}-{}.{ending}", &digest[..16]), media, bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_changes_with_its_content_and_leads_to_it() {
        let address = address("proofmark.css");
        let found = at(address.trim_start_matches("/assets/")).unwrap();
        assert!(address.contains(&Sha256::of(found.bytes).to_string()[..16]));
        assert!(
            at("proofmark.css").is_none(),
            "an address without its digest could be kept for ever by mistake"
        );
    }

    #[test]
    fn what_we_send_holds_nothing_inline_and_fetches_nothing_elsewhere() {
        for asset in ASSETS.iter() {
            let text = std::str::from_utf8(asset.bytes).unwrap();
            assert!(!text.contains("http:") || asset.name == "icon.svg", "{}", asset.name);
            assert!(!text.contains("@import") && !text.contains("eval("), "{}", asset.name);
        }
    }
}
