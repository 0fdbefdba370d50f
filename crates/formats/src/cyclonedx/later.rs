//! What CycloneDX 1.7 can say and 1.6 cannot: taken out of what is written as 1.6.

use serde_json::Value;

/// Members that came with 1.7 under a name nothing had before.
const MEMBERS: [&str; 19] = [
    "citations",
    "patents",
    "distributionConstraints",
    "versionRange",
    "isExternal",
    "patentAssertions",
    "expressionDetails",
    "algorithmFamily",
    "ellipticCurve",
    "certificateFileExtension",
    "fingerprint",
    "certificateState",
    "deactivationDate",
    "revocationDate",
    "destructionDate",
    "certificateExtensions",
    "relatedCryptographicAssets",
    "tlsGroups",
    "tlsSignatureSchemes",
];

/// Members that came with 1.7 to an object of this name, while others had them before.
const MEMBERS_OF: [(&str, &[&str]); 3] = [
    ("externalReferences", &["properties"]),
    ("certificateProperties", &["serialNumber", "creationDate", "activationDate"]),
    ("licenses", &["licensing", "properties"]),
];

/// Words that came with 1.7, by the member whose value they are.
const WORDS: [(&str, &str, &[&str]); 3] = [
    ("externalReferences", "type", &["patent", "patent-family", "patent-assertion", "citation"]),
    ("algorithmProperties", "primitive", &["key-wrap"]),
    ("protocolProperties", "type", &["dtls", "quic", "eap-aka", "eap-aka-prime", "prins", "5g-aka"]),
];

/// Whether a member of a component, of `metadata` or of the document came with 1.7.
pub(super) fn is_later(member: &str) -> bool {
    MEMBERS.contains(&member)
}

/// Takes out of the value of a member what 1.6 cannot say, and gives what that was, each with the way to it.
pub(super) fn take_out_later(member: &str, value: &mut Value) -> Vec<String> {
    let mut taken = Vec::new();
    walk(member, member, value, &mut taken);
    taken
}

fn walk(way: &str, inside: &str, value: &mut Value, taken: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            if inside == "hashes" {
                let before = items.len();
                items.retain(|hash| !hash["alg"].as_str().is_some_and(|alg| alg.starts_with("Streebog")));
                if items.len() != before {
                    taken.push(format!("{way}/alg"));
                }
            }
            for (index, item) in items.iter_mut().enumerate() {
                walk(&format!("{way}/{index}"), inside, item, taken);
            }
        }
        Value::Object(members) => {
            let of_expression = members.contains_key("expression");
            members.retain(|name, inner| {
                let later_here = MEMBERS_OF.iter().any(|(object, names)| {
                    let fits = *object == inside && (inside != "licenses" || of_expression);
                    fits && names.contains(&name.as_str())
                });
                // Until 1.6 these were lists of references.
                let of_objects =
                    |inner: &Value| inner.as_array().is_some_and(|all| all.iter().any(Value::is_object));
                let goes =
                    is_later(name) || later_here || (inside == "ikev2TransformTypes" && of_objects(inner));
                if goes {
                    taken.push(format!("{way}/{name}"));
                }
                !goes
            });
            for (name, inner) in members.iter_mut() {
                let later = WORDS.iter().any(|(object, member, words)| {
                    *object == inside
                        && member == name
                        && inner.as_str().is_some_and(|word| words.contains(&word))
                });
                let way = format!("{way}/{name}");
                if later {
                    *inner = Value::from("other");
                    taken.push(way);
                } else {
                    walk(&way, name, inner, taken);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::take_out_later;

    #[test]
    fn what_came_with_1_7_goes_and_what_was_there_before_stays() {
        let mut references =
            json!([{"type": "patent", "url": "u", "properties": []}, {"type": "vcs", "url": "v"}]);
        let taken = take_out_later("externalReferences", &mut references);
        assert_eq!(taken, ["externalReferences/0/properties", "externalReferences/0/type"]);
        assert_eq!(references, json!([{"type": "other", "url": "u"}, {"type": "vcs", "url": "v"}]));

        let mut licences =
            json!([{"license": {"id": "MIT", "properties": [1]}}, {"expression": "A", "properties": []}]);
        assert_eq!(take_out_later("licenses", &mut licences), ["licenses/1/properties"]);
        let mut properties = json!([{"name": "a"}]);
        assert_eq!(take_out_later("properties", &mut properties), Vec::<String>::new());
        let mut evidence = json!({"x": {"hashes": [{"alg": "MD5"}, {"alg": "Streebog-256"}]}});
        assert_eq!(take_out_later("evidence", &mut evidence), ["evidence/x/hashes/alg"]);
        assert_eq!(evidence, json!({"x": {"hashes": [{"alg": "MD5"}]}}));
    }
}
