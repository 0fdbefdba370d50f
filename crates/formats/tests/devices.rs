//! What builds of devices write: Yocto, Buildroot, OpenWrt and Zephyr, each in the shape its tools give it.

#![expect(clippy::unwrap_used, reason = "a test may stop here")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use proofmark_facts::{BuilderSays, BuilderStatement, Read, StatementOrigin};
use proofmark_formats::{BuildFile, Limits, Listed, read_build_file, read_component_list};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Listed {
    let read = read_component_list(name, bytes.as_ref(), &Limits::default());
    assert!(read.problems.is_empty(), "{name}: {:?}", read.problems);
    read.value.unwrap()
}

/// Each component with its version, its CPE names, and what counts as it; the subject in brackets.
fn listed(listed: &Listed) -> Vec<String> {
    let sbom = &listed.sbom;
    let one = |(place, component): (usize, &proofmark_facts::Component)| {
        let folded = listed.folded.iter().filter(|it| it.component == place).flat_map(|it| &it.packages);
        let folded: Vec<&str> = folded.map(String::as_str).collect();
        let cpes: Vec<&str> = component.cpes().collect();
        let words = [
            component.name.clone(),
            component.version.clone().unwrap_or_default(),
            cpes.join(" "),
            folded.join("+"),
        ];
        let line = words.join(" ").trim_end().to_owned();
        if sbom.subject == Some(place) { format!("[{line}]") } else { line }
    };
    sbom.components.iter().enumerate().map(one).collect()
}

fn edges(listed: &Listed) -> Vec<String> {
    let name = |index: &u32| listed.sbom.components[*index as usize].name.clone();
    listed.sbom.dependencies.iter().map(|(from, to)| format!("{} {}", name(from), name(to))).collect()
}

fn said(statements: &[BuilderStatement]) -> Vec<String> {
    let one = |it: &BuilderStatement| {
        let words = |words: &Option<String>| words.clone().unwrap_or("-".into());
        let (package, version, reason) = (words(&it.package), words(&it.version), words(&it.reason));
        format!("{} {package} {version} {:?} {reason}", it.vulnerability, it.says)
    };
    statements.iter().map(one).collect()
}

fn problems<T>(read: &Read<T>) -> Vec<&str> {
    read.problems.iter().map(|problem| problem.says.id()).collect()
}

const CREATORS: [&str; 3] =
    ["Tool: OpenEmbedded Core create-spdx.bbclass", "Organization: OpenEmbedded ()", "Person: N/A ()"];

/// A document as `create-spdx-2.2` writes it, members in its order; [`with_checksums`] fills in what it states of others.
fn yocto(
    name: &str,
    elsewhere: &[(&str, &str)],
    packages: &Value,
    relations: &[(&str, &str, &str)],
) -> Value {
    let references: Vec<Value> = elsewhere
        .iter()
        .map(|(id, of)| json!({"checksum": {"algorithm": "SHA1", "checksumValue": "0".repeat(40)}, "externalDocumentId": id,
            "spdxDocument": format!("http://spdx.org/spdxdoc/{of}")}))
        .collect();
    let relations: Vec<Value> = relations
        .iter()
        .map(|(from, kind, to)| json!({"relatedSpdxElement": to, "relationshipType": kind, "spdxElementId": from}))
        .collect();
    json!({"SPDXID": "SPDXRef-DOCUMENT", "creationInfo": {"created": "2026-01-02T03:04:05Z", "creators": CREATORS},
        "dataLicense": "CC0-1.0", "documentNamespace": format!("http://spdx.org/spdxdoc/{name}"), "externalDocumentRefs": references,
        "name": name, "packages": packages, "relationships": relations, "spdxVersion": "SPDX-2.2"})
}

fn recipe(name: &str, version: &str, cpe: &str, source_info: &str) -> Value {
    let cpe = json!([{"referenceCategory": "SECURITY", "referenceType": "http://spdx.org/rdf/references/cpe23Type", "referenceLocator": cpe}]);
    json!({"SPDXID": format!("SPDXRef-Recipe-{name}"), "name": name, "versionInfo": version, "externalRefs": cpe,
        "licenseDeclared": "Apache-2.0", "sourceInfo": source_info, "supplier": "Organization: OpenEmbedded ()"})
}

/// The document of a package, with a file that is none of its recipe's.
fn built(name: &str, recipe: &str) -> Value {
    let (id, to) =
        (format!("SPDXRef-Package-{name}"), format!("DocumentRef-recipe-{recipe}:SPDXRef-Recipe-{recipe}"));
    let package = json!([{"SPDXID": id, "name": name, "versionInfo": "3.0.13"}]);
    let file = format!("SPDXRef-PackagedFile-{name}-1");
    let relations = [
        (id.as_str(), "GENERATED_FROM", to.as_str()),
        ("SPDXRef-DOCUMENT", "DESCRIBES", id.as_str()),
        (id.as_str(), "CONTAINS", file.as_str()),
        (file.as_str(), "GENERATED_FROM", "NOASSERTION"),
    ];
    let elsewhere = (format!("DocumentRef-recipe-{recipe}"), format!("recipe-{recipe}"));
    yocto(name, &[(&elsewhere.0, &elsewhere.1)], &package, &relations)
}

/// The documents of an image with two packages of one recipe and one of another; a recipe of the machine that builds beside them.
fn image() -> Vec<Value> {
    let contains =
        |name: &str| (format!("DocumentRef-{name}"), format!("DocumentRef-{name}:SPDXRef-Package-{name}"));
    let names = ["libcrypto3", "openssl", "zlib"].map(contains);
    let elsewhere: Vec<(&str, &str)> =
        names.iter().map(|(id, _)| (id.as_str(), id.trim_start_matches("DocumentRef-"))).collect();
    let relations: Vec<(&str, &str, &str)> =
        names.iter().map(|(_, to)| ("SPDXRef-Image-gateway", "CONTAINS", to.as_str())).collect();
    let native = json!([{"SPDXID": "SPDXRef-Recipe-cmake-native", "name": "cmake-native", "versionInfo": "3.28",
        "annotations": [{"annotationType": "OTHER", "annotator": "Tool: x - y", "comment": "isNative"}]}]);
    let source = json!({"SPDXID": "SPDXRef-Download-openssl-1", "name": "openssl-source-1", "downloadLocation": "https://example.org/openssl.tar.gz"});
    let openssl = recipe(
        "openssl",
        "3.0.13",
        "cpe:2.3:*:openssl:openssl:3.0.13:*:*:*:*:*:*:*",
        "CVEs fixed: CVE-2024-5535 CVE-2024-4741",
    );
    let runtime = yocto(
        "runtime-openssl",
        &[("DocumentRef-package-openssl", "openssl"), ("DocumentRef-runtime-dependency-zlib", "zlib")],
        &json!([]),
        &[(
            "DocumentRef-runtime-dependency-zlib:SPDXRef-Package-zlib",
            "RUNTIME_DEPENDENCY_OF",
            "DocumentRef-package-openssl:SPDXRef-Package-openssl",
        )],
    );
    with_checksums(vec![
        yocto(
            "gateway",
            &elsewhere,
            &json!([{"SPDXID": "SPDXRef-Image-gateway", "name": "gateway", "versionInfo": "1.0"}]),
            &relations,
        ),
        built("libcrypto3", "openssl"),
        built("openssl", "openssl"),
        built("zlib", "zlib"),
        runtime,
        yocto(
            "recipe-openssl",
            &[("DocumentRef-dependency-recipe-cmake-native", "recipe-cmake-native")],
            &json!([openssl, source]),
            &[
                ("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Recipe-openssl"),
                ("SPDXRef-Download-openssl-1", "BUILD_DEPENDENCY_OF", "SPDXRef-Recipe-openssl"),
                (
                    "DocumentRef-dependency-recipe-cmake-native:SPDXRef-Recipe-cmake-native",
                    "BUILD_DEPENDENCY_OF",
                    "SPDXRef-Recipe-openssl",
                ),
            ],
        ),
        yocto(
            "recipe-zlib",
            &[],
            &json!([recipe("zlib", "1.3.1", "cpe:2.3:*:*:zlib:1.3.1:*:*:*:*:*:*:*", "")]),
            &[],
        ),
        yocto("recipe-cmake-native", &[], &native, &[]),
    ])
}

/// Writes into each document the SHA-1 of those it refers to, of which none refers back.
fn with_checksums(mut documents: Vec<Value>) -> Vec<Value> {
    // As many rounds as there are documents reach the end of every chain.
    for _ in 0..documents.len() {
        let digests: BTreeMap<String, String> = documents
            .iter()
            .map(|it| {
                (it["documentNamespace"].as_str().unwrap().to_owned(), sha1_of(it.to_string().as_bytes()))
            })
            .collect();
        for document in &mut documents {
            for reference in document["externalDocumentRefs"].as_array_mut().unwrap() {
                if let Some(digest) = digests.get(reference["spdxDocument"].as_str().unwrap()) {
                    reference["checksum"]["checksumValue"] = json!(digest);
                }
            }
        }
    }
    documents
}

fn sha1_of(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha1::digest(bytes) {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits
}

fn tar(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, name, bytes.as_slice()).unwrap();
    }
    archive.into_inner().unwrap()
}

fn image_tar() -> Vec<u8> {
    tar_of(&image())
}

fn tar_of(documents: &[Value]) -> Vec<u8> {
    let mut files: Vec<(String, Vec<u8>)> = documents
        .iter()
        .map(|document| {
            (format!("{}.spdx.json", document["name"].as_str().unwrap()), document.to_string().into_bytes())
        })
        .collect();
    files.push(("index.json".to_owned(), b"{\"documents\": []}".to_vec()));
    tar(&files)
}

/// A Zstandard frame of raw blocks (RFC 8878): no packer is needed to write one.
fn zstd(bytes: &[u8]) -> Vec<u8> {
    // Window of 1 MiB, no content size, no checksum.
    let mut out = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50];
    let blocks: Vec<&[u8]> = bytes.chunks(100_000).collect();
    for (place, block) in blocks.iter().enumerate() {
        let header = (u32::try_from(block.len()).unwrap() << 3) | u32::from(place + 1 == blocks.len());
        out.extend_from_slice(&header.to_le_bytes()[..3]);
        out.extend_from_slice(block);
    }
    out
}

#[test]
fn the_archive_of_an_image_is_one_component_for_each_recipe() {
    let plain = image_tar();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&plain).unwrap();
    // As several threads write it together: frames behind one to be passed over, or members.
    let (one, other) = plain.split_at(plain.len() / 1024 * 512);
    let passed_over = [&[0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4][..], &zstd(one)].concat();
    let frames = [passed_over, vec![0x5f, 0x2a, 0x4d, 0x18, 0, 0, 0, 0], zstd(other)].concat();
    let member = |bytes: &[u8]| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    };
    let members = [member(one), member(other)].concat();
    let cut_short = read_component_list("x.tar.zst", &frames[..frames.len() - 5000], &Limits::default());
    assert!(cut_short.value.is_none());
    let packed = [plain.clone(), zstd(&plain), gzip.finish().unwrap(), frames, members];
    for bytes in packed {
        let image = read("gateway.spdx.tar.zst", bytes);
        assert_eq!(
            listed(&image),
            [
                "[gateway 1.0]",
                "openssl 3.0.13 cpe:2.3:*:openssl:openssl:3.0.13:*:*:*:*:*:*:* libcrypto3",
                "zlib 1.3.1 cpe:2.3:*:*:zlib:1.3.1:*:*:*:*:*:*:*",
            ]
        );
        assert_eq!(edges(&image), ["gateway openssl", "gateway zlib", "openssl zlib"]);
        assert_eq!(
            said(&image.statements),
            ["CVE-2024-5535 openssl 3.0.13 Fixed -", "CVE-2024-4741 openssl 3.0.13 Fixed -"]
        );
        assert!(image.statements.iter().all(|it| it.made_by == StatementOrigin::SpdxSourceInfo));
        assert_eq!(image.sbom.origin.format, "SPDX-2.2");
    }
}

/// What is doubted of the components of a list, by name and key of the sentence.
fn doubted(listed: &Listed) -> Vec<(&str, &str)> {
    let all = listed.sbom.components.iter();
    all.filter_map(|one| Some((one.name.as_str(), one.doubt.as_deref()?.id()))).collect()
}

#[test]
fn a_document_that_is_not_the_one_others_refer_to_is_told_and_its_recipe_doubted() {
    let mut documents = image();
    let recipe = documents.iter().position(|it| it["name"] == "recipe-openssl").unwrap();
    documents[recipe]["packages"][0]["versionInfo"] = json!("3.0.99");
    let read = read_component_list("gateway.spdx.tar", &tar_of(&documents), &Limits::default());
    assert_eq!(
        problems(&read),
        ["embedded-spdx-document-differs"; 2],
        "once for each package that refers to it"
    );
    let told = &read.problems[0];
    assert_eq!(told.place.path.as_deref(), Some("recipe-openssl"));
    let (stated, found) =
        (sha1_of(image()[recipe].to_string().as_bytes()), sha1_of(documents[recipe].to_string().as_bytes()));
    assert!(
        told.says.to_string().contains(&stated) && told.says.to_string().contains(&found),
        "{}",
        told.says
    );
    let image = read.value.unwrap();
    assert_eq!(doubted(&image), [("openssl", "embedded-spdx-doubted")]);
    assert_eq!(image.statements, [], "what it says was mended explains nothing");
    // A package's document that is another makes nobody sure of which recipe it was built from.
    let mut documents = self::image();
    documents[3]["packages"][0]["versionInfo"] = json!("9");
    let read = read_component_list("gateway.spdx.tar", &tar_of(&documents), &Limits::default());
    assert_eq!(
        problems(&read),
        ["embedded-spdx-document-differs"; 2],
        "the image refers to it, and the runtime"
    );
    assert_eq!(doubted(&read.value.unwrap()), [("zlib", "embedded-spdx-doubted")]);
    // What cannot be compared is said, and is no doubt.
    let mut documents = self::image();
    documents[0]["externalDocumentRefs"][0]["checksum"] =
        json!({"algorithm": "MD5", "checksumValue": "0".repeat(32)});
    let read = read_component_list("gateway.spdx.tar", &tar_of(&documents), &Limits::default());
    assert_eq!(problems(&read), ["embedded-spdx-document-not-compared"]);
    assert_eq!(doubted(&read.value.unwrap()), []);
}

#[test]
fn what_no_document_of_an_archive_describes_is_listed_as_what_cannot_be_checked() {
    let without = |name: &str| {
        let documents: Vec<Value> = image().into_iter().filter(|it| it["name"] != name).collect();
        let read = read_component_list("gateway.spdx.tar", &tar_of(&documents), &Limits::default());
        assert_eq!(problems(&read), ["embedded-spdx-elsewhere"], "{name}");
        assert!(read.problems[0].says.to_string().starts_with("one package is"), "{}", read.problems[0].says);
        read.value.unwrap()
    };
    let recipe = without("recipe-openssl");
    assert_eq!(doubted(&recipe), [("openssl", "embedded-spdx-lacking")]);
    let zlib = "zlib 1.3.1 cpe:2.3:*:*:zlib:1.3.1:*:*:*:*:*:*:*";
    assert_eq!(listed(&recipe), ["[gateway 1.0]", zlib, "openssl   libcrypto3"]);
    assert_eq!(edges(&recipe), ["gateway zlib", "gateway openssl", "openssl zlib"]);
    let package = without("zlib");
    assert_eq!(doubted(&package), [("zlib", "embedded-spdx-lacking")]);
    // A document that is there and has lost its package.
    let mut documents = image();
    documents[3]["packages"] = json!([]);
    let documents = with_checksums(documents);
    let read = read_component_list("gateway.spdx.tar", &tar_of(&documents), &Limits::default());
    assert_eq!(doubted(&read.value.unwrap()), [("zlib", "embedded-spdx-lacking")]);
}

#[test]
fn a_document_of_an_image_alone_is_refused_with_where_the_others_are() {
    let alone =
        read_component_list("gateway.spdx.json", image()[0].to_string().as_bytes(), &Limits::default());
    assert_eq!((alone.value.is_none(), problems(&alone)), (true, vec!["embedded-spdx-elsewhere"]));
    assert!(alone.problems[0].says.hint().unwrap().contains(".spdx.tar.zst"));
    let recipe = read("recipe-openssl.spdx.json", image()[5].to_string());
    assert_eq!(recipe.statements.len(), 2);
}

#[test]
fn what_an_archive_hides_is_bounded() {
    let cut = zstd(&image_tar()[..3000]);
    let broken = read_component_list("x.tar.zst", &cut, &Limits::default());
    assert_eq!((broken.value.is_none(), problems(&broken)), (true, vec!["embedded-archive-broken"]));
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    bomb.write_all(&tar(&[("a.spdx.json".to_owned(), vec![b' '; 40 << 20])])).unwrap();
    let refused = read_component_list("x.tar.gz", &bomb.finish().unwrap(), &Limits::default());
    assert_eq!((refused.value.is_none(), problems(&refused)), (true, vec!["embedded-archive-too-large"]));
    let empty =
        read_component_list("x.tar", &tar(&[("a.txt".to_owned(), vec![b'a'; 10])]), &Limits::default());
    assert_eq!((empty.value.is_none(), problems(&empty)), (true, vec!["embedded-archive-without-documents"]));
    let no_json = tar(&[("a.spdx.json".to_owned(), b"{\"packages\": [{\"name\": 7}]}".to_vec())]);
    let said = read_component_list("x.tar", &no_json, &Limits::default());
    assert_eq!((said.value.is_none(), said.problems[0].place.path.as_deref()), (true, Some("a.spdx.json")));
}

/// A graph as `create-spdx-3.0` writes it: a recipe with two packages of which one is in the image, and another recipe that is not.
fn graph() -> Value {
    let id = |name: &str| format!("http://spdx.org/spdxdocs/{name}");
    let element = |kind: &str, name: &str, members: Value| {
        let mut element = json!({"type": kind, "spdxId": id(name), "creationInfo": "_:CreationInfo1"});
        element.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        element
    };
    let relation = |kind: &str, from: &str, what: &str, to: &[&str], members: Value| {
        let to: Vec<String> = to.iter().map(|name| id(name)).collect();
        let mut written = json!({"from": id(from), "relationshipType": what, "to": to});
        written.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        element(kind, &format!("{from}/{what}/{}", to.len()), written)
    };
    let package = |name: &str, version: &str, cpe: &str| {
        element(
            "software_Package",
            name,
            json!({"name": name, "software_packageVersion": version, "software_primaryPurpose": "install",
            "externalIdentifier": [{"type": "ExternalIdentifier", "externalIdentifierType": "cpe23", "identifier": cpe}]}),
        )
    };
    let vulnerability = |cve: &str| {
        element(
            "security_Vulnerability",
            cve,
            json!({"externalIdentifier": [{"type": "ExternalIdentifier", "externalIdentifierType": "cve",
            "identifier": cve, "identifierLocator": [format!("https://www.cve.org/CVERecord?id={cve}")]}]}),
        )
    };
    let openssl = "cpe:2.3:*:openssl:openssl:3.0.13:*:*:*:*:*:*:*";
    let scope = json!({"scope": "build"});
    json!({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
        {"type": "CreationInfo", "@id": "_:CreationInfo1", "created": "2026-01-02T03:04:05Z", "createdBy": [id("oe")], "specVersion": "3.0.1"},
        element("Organization", "oe", json!({"name": "OpenEmbedded"})),
        element("SpdxDocument", "document", json!({"rootElement": [id("sbom")]})),
        element("software_Sbom", "sbom", json!({"rootElement": [id("image")]})),
        element("software_File", "image", json!({"name": "gateway.ext4", "software_primaryPurpose": "archive"})),
        element("software_Package", "rootfs", json!({"name": "gateway", "software_packageVersion": "1.0", "software_primaryPurpose": "container"})),
        element("build_Build", "build-openssl", json!({"name": "openssl:do_create_spdx:recipe", "build_buildType": "x"})),
        element("build_Build", "build-gcc", json!({"name": "gcc:do_create_spdx:recipe", "build_buildType": "x"})),
        package("libcrypto3", "3.0.13", openssl), package("openssl-doc", "3.0.13", openssl),
        package("libgcc1", "13.2", "cpe:2.3:*:gnu:gcc:13.2:*:*:*:*:*:*:*"),
        element("software_Package", "source-1", json!({"name": "openssl.tar.gz", "software_primaryPurpose": "source"})),
        element("software_File", "patch-1", json!({"name": "CVE-2024-2511.patch", "software_primaryPurpose": "patch"})),
        element("simplelicensing_LicenseExpression", "apache", json!({"simplelicensing_licenseExpression": "Apache-2.0"})),
        relation("LifecycleScopedRelationship", "build-openssl", "hasOutput", &["libcrypto3", "openssl-doc"], scope.clone()),
        relation("LifecycleScopedRelationship", "build-gcc", "hasOutput", &["libgcc1"], scope.clone()),
        relation("LifecycleScopedRelationship", "build-openssl", "hasInput", &["source-1", "patch-1"], scope),
        relation("Relationship", "libcrypto3", "hasConcludedLicense", &["apache"], json!({})),
        relation("Relationship", "rootfs", "contains", &["libcrypto3"], json!({})),
        vulnerability("CVE-2024-5535"), vulnerability("CVE-2024-9143"), vulnerability("CVE-2024-13176"),
        relation("security_VexFixedVulnAssessmentRelationship", "CVE-2024-5535", "fixedIn", &["libcrypto3", "openssl-doc"], json!({"security_vexVersion": "1.0.0"})),
        relation("security_VexNotAffectedVulnAssessmentRelationship", "CVE-2024-9143", "doesNotAffect", &["libcrypto3"],
            json!({"security_impactStatement": "EC over binary fields is not built", "security_justificationType": "vulnerableCodeNotPresent"})),
        relation("security_VexAffectedVulnAssessmentRelationship", "CVE-2024-13176", "affects", &["libcrypto3"], json!({})),
    ]})
}

#[test]
fn a_graph_of_spdx_3_is_one_component_for_each_recipe_in_the_image() {
    let image = read("gateway.rootfs.spdx.json", graph().to_string());
    assert_eq!(
        listed(&image),
        ["[gateway 1.0]", "openssl 3.0.13 cpe:2.3:*:openssl:openssl:3.0.13:*:*:*:*:*:*:* libcrypto3"]
    );
    assert_eq!(image.sbom.components[1].licences, ["Apache-2.0"]);
    assert_eq!(edges(&image), ["gateway openssl"]);
    assert_eq!(
        said(&image.statements),
        [
            "CVE-2024-5535 openssl 3.0.13 Fixed -",
            "CVE-2024-9143 openssl 3.0.13 NotAffected vulnerableCodeNotPresent",
            "CVE-2024-13176 openssl 3.0.13 Affected -",
            "CVE-2024-2511 openssl - Fixed -",
        ]
    );
    assert_eq!(image.statements[1].because.as_deref(), Some("EC over binary fields is not built"));
    assert_eq!(image.statements[3].patch.as_deref(), Some("CVE-2024-2511.patch"));
    assert_eq!(
        (image.sbom.origin.format.as_str(), &image.sbom.origin.created_by[..]),
        ("SPDX-3.0.1", &["OpenEmbedded".to_owned()][..])
    );
}

#[test]
fn the_manifests_of_an_image_are_lists() {
    let manifest = read(
        "gateway.manifest",
        "busybox core2_64 1.36.1-r0\nkernel-image qemux86_64 6.6.21+git0+abc-r0.3\nlibc6 core2_64 2.39+git-r0\n",
    );
    let kernel = "cpe:2.3:o:linux:linux_kernel:6.6.21:*:*:*:*:*:*:*";
    let image = format!("kernel-image 6.6.21+git0+abc {kernel}");
    assert_eq!(listed(&manifest), ["busybox 1.36.1", image.as_str(), "libc6 2.39+git"]);
    let split = "kernel-6.6.21-yocto-standard qemux86_64 6.6.21+git0+abc-r0\nkernel-image qemux86_64 6.6.21+git0+abc-r0\n\
        kernel-module-fat qemux86_64 6.6.21+git0+abc-r0\n";
    let kernels = read("gateway.manifest", split).sbom.components;
    assert_eq!(kernels.iter().map(|one| one.cpe.is_some()).collect::<Vec<_>>(), [true, false, false]);
    let entry = |package: &str, recipe: &str| {
        format!(
            "PACKAGE NAME: {package}\nPACKAGE VERSION: 3.0.13\nRECIPE NAME: {recipe}\nLICENSE: Apache-2.0\n\n"
        )
    };
    let licences = read(
        "license.manifest",
        format!("{}{}", entry("libcrypto3", "openssl"), entry("openssl", "openssl")),
    );
    assert_eq!(listed(&licences), ["openssl 3.0.13  libcrypto3"]);
    assert_eq!(licences.sbom.components[0].licences, ["Apache-2.0"]);
    let recipe = |recipe: &str| {
        format!(
            "PACKAGE NAME: kernel-image\nPACKAGE VERSION: 6.6.21+git0+abc\nRECIPE NAME: {recipe}\nLICENSE: GPL-2.0\n\n"
        )
    };
    let image = read("license.manifest", recipe("linux-yocto"));
    assert_eq!(listed(&image), [format!("linux-yocto 6.6.21+git0+abc {kernel} kernel-image")]);
    assert!(read("license.manifest", recipe("linux-libc-headers")).sbom.components[0].cpe.is_none());
}

#[test]
fn show_info_tells_target_from_host() {
    let package = |kind: &str, name: &str, more: Value| {
        let mut package = json!({"type": kind, "name": name, "virtual": false, "version": "1.36.1", "licenses": "GPL-2.0",
            "dl_dir": name, "downloads": [], "dependencies": [], "reverse_dependencies": []});
        package.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        package
    };
    let cpe = "cpe:2.3:a:busybox:busybox:1.36.1:*:*:*:*:*:*:*";
    let info = json!({
        "busybox": package("target", "busybox", json!({"cpe-id": cpe, "dependencies": ["host-cmake", "zlib", "skeleton"], "ignore_cves": ["CVE-2022-28391"]})),
        "host-cmake": package("host", "cmake", json!({})),
        "rootfs-ext2": {"type": "rootfs", "dependencies": ["busybox"]},
        "skeleton": {"type": "target", "virtual": true, "build_dir": "x", "dependencies": [], "reverse_dependencies": []},
        "zlib": package("target", "zlib", json!({"version": "1.3.1"})),
    });
    let image = read("show-info.json", info.to_string());
    assert_eq!(listed(&image), [format!("busybox 1.36.1 {cpe}"), "zlib 1.3.1".to_owned()]);
    assert_eq!(edges(&image), ["busybox zlib"]);
    assert_eq!(said(&image.statements), ["CVE-2022-28391 busybox 1.36.1 Ignored -"]);
    let heading = "\"PACKAGE\",\"VERSION\",\"LICENSE\",\"LICENSE FILES\",\"SOURCE ARCHIVE\",\"SOURCE SITE\",\"DEPENDENCIES WITH LICENSES\"\n";
    let rows = format!(
        "{heading}\"busybox\",\"1.36.1\",\"GPL-2.0, bzip2-1.0.4\",\"LICENSE\",\"b.tar\",\"https://x\",\"a [\"\"MIT\"\"]\"\n"
    );
    let csv = read("legal-info/manifest.csv", &rows);
    assert_eq!(listed(&csv), ["busybox 1.36.1"]);
    assert_eq!(csv.sbom.components[0].licences, ["GPL-2.0, bzip2-1.0.4"]);
    let linux = read(
        "legal-info/manifest.csv",
        format!("{heading}\"linux\",\"6.6.21\",\"GPL-2.0\",\"\",\"\",\"\",\"\"\n"),
    );
    assert_eq!(listed(&linux), ["linux 6.6.21 cpe:2.3:o:linux:linux_kernel:6.6.21:*:*:*:*:*:*:*"]);
    let host = read_component_list("legal-info/host-manifest.csv", rows.as_bytes(), &Limits::default());
    assert_eq!(problems(&host), ["embedded-buildroot-host"]);
}

#[test]
fn cyclonedx_of_buildroot_is_of_the_target_alone() {
    let component = |name: &str, kind: &str| json!({"bom-ref": name, "type": "library", "name": name, "version": "1", "properties": [{"name": "BR_TYPE", "value": kind}]});
    let document = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"bom-ref": "buildroot", "name": "buildroot", "type": "firmware"}},
        "components": [component("host-cmake", "host"), component("busybox", "target"), component("zlib", "target")],
        "dependencies": [{"ref": "buildroot", "dependsOn": ["busybox"]}, {"ref": "busybox", "dependsOn": ["host-cmake", "zlib"]}],
        "vulnerabilities": [{"id": "CVE-2022-28391", "analysis": {"state": "in_triage", "detail": "ignored by Buildroot"}, "affects": [{"ref": "busybox"}]},
            {"id": "CVE-2023-42366", "analysis": {"state": "resolved_with_pedigree"}, "affects": [{"ref": "busybox"}, {"ref": "gone"}]}]});
    let image = read("sbom.json", document.to_string());
    assert_eq!(listed(&image), ["busybox 1", "zlib 1", "[buildroot]"]);
    assert_eq!(edges(&image), ["busybox zlib", "buildroot busybox"]);
    assert_eq!(
        said(&image.statements),
        [
            "CVE-2022-28391 busybox 1 UnderInvestigation in_triage",
            "CVE-2023-42366 busybox 1 Fixed resolved_with_pedigree"
        ]
    );
}

#[test]
fn the_manifest_of_openwrt_has_one_kernel() {
    let apk = "base-files - 1632~a1b2c3d\nbusybox - 1.36.1-r2\nkernel - 6.6.73~5f0b7c1d8e-r1\nkmod-cfg80211 - 6.6.73.6.12.6-r1\n\
               kmod-nft-core - 6.6.73-r1\nkmod-usb-core - 6.6.73-r1\nlibubox20240329 - 2024.03.29~eb9bcb64-r1\n";
    let opkg = "busybox - 1.36.1-1\nkernel - 5.15.150-1-a8e1c6b\nkmod-nft-core - 5.15.150-1\nlibc - 1.2.4-4\nubus - 2023-06-05-f787c97b-1\n";
    let kernel =
        |version: &str| format!("kernel {version} cpe:2.3:o:linux:linux_kernel:{version}:*:*:*:*:*:*:*");
    assert_eq!(
        listed(&read("openwrt.manifest", apk)),
        [
            "base-files 1632~a1b2c3d".to_owned(),
            "busybox 1.36.1".to_owned(),
            format!("{} kmod-nft-core+kmod-usb-core", kernel("6.6.73")),
            "kmod-cfg80211 6.6.73.6.12.6".to_owned(),
            "libubox20240329 2024.03.29~eb9bcb64".to_owned(),
        ]
    );
    assert_eq!(
        listed(&read("openwrt.manifest", opkg)),
        [
            "busybox 1.36.1".to_owned(),
            format!("{} kmod-nft-core", kernel("5.15.150")),
            "libc 1.2.4".to_owned(),
            "ubus 2023-06-05-f787c97b".to_owned(),
        ]
    );
    let status = "Package: busybox\nVersion: 1.36.1-1\nStatus: install ok installed\nCPE-ID: cpe:/a:busybox:busybox\n\n\
                  Package: gone\nVersion: 1\nStatus: deinstall ok not-installed\n";
    assert_eq!(listed(&read("status", status)), ["busybox 1.36.1 cpe:/a:busybox:busybox"]);
}

const WEST: [&str; 4] = [
    "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: app-sources\nDocumentNamespace: http://x/app\n\
     Creator: Tool: Zephyr SPDX builder\nCreated: 2026-01-02T03:04:05Z\n\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app-sources\n\n\
     ##### Package: app-sources\n\nPackageName: app-sources\nSPDXID: SPDXRef-app-sources\nFilesAnalyzed: true\n\nFileName: ./main.c\nSPDXID: SPDXRef-File-main.c\n",
    "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: zephyr-sources\nDocumentNamespace: http://x/zephyr\n\
     Creator: Tool: Zephyr SPDX builder\nCreated: 2026-01-02T03:04:05Z\n\nPackageName: zephyr-sources\nSPDXID: SPDXRef-zephyr-sources\n\
     PackageVersion: 4.1.0\nExternalRef: SECURITY cpe23Type cpe:2.3:o:zephyrproject:zephyr:4.1.0:-:*:*:*:*:*:*\n\
     ExternalRef: PACKAGE_MANAGER purl pkg:github/zephyrproject-rtos/zephyr@v4.1.0\nPackageComment: <text>two\nPackageName: none\n</text>\n\n\
     PackageName: mbedtls-sources\nSPDXID: SPDXRef-mbedtls-sources\nPackageVersion: 4952e1328529ee549d412b498ea71c54f30aa3b1\nPackageLicenseConcluded: Apache-2.0\n",
    "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: build\nDocumentNamespace: http://x/build\nCreator: Tool: Zephyr SPDX builder\n\
     Created: 2026-01-02T03:04:05Z\nExternalDocumentRef: DocumentRef-zephyr http://x/zephyr SHA1: {zephyr}\n\
     Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-zephyr-final\n\nPackageName: zephyr-final\nSPDXID: SPDXRef-zephyr-final\n\n\
     PackageName: drivers--gpio\nSPDXID: SPDXRef-drivers--gpio\n\nRelationship: SPDXRef-zephyr-final HAS_PREREQUISITE SPDXRef-drivers--gpio\n",
    "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: modules-deps\nDocumentNamespace: http://x/modules\nCreator: Tool: Zephyr SPDX builder\n\
     Created: 2026-01-02T03:04:05Z\n\nPackageName: mbedtls-deps\nSPDXID: SPDXRef-mbedtls-deps\nExternalRef: SECURITY cpe23Type cpe:2.3:a:arm:mbed_tls:3.6.2:*:*:*:*:*:*:*\n\
     ExternalRef: PACKAGE_MANAGER purl pkg:github/Mbed-TLS/mbedtls@v3.6.2\n",
];

#[test]
fn what_west_writes_is_zephyr_and_its_modules() {
    let stating = |digest: &str| WEST.map(|text| text.replace("{zephyr}", digest));
    let files = |documents: [String; 4]| -> Vec<(String, Vec<u8>)> {
        let named = documents.into_iter().enumerate();
        named.map(|(place, text)| (format!("{place}.spdx"), text.into_bytes())).collect()
    };
    let documents = stating(&sha1_of(WEST[1].as_bytes()));
    let other = tar(&files(stating(&"0".repeat(40))));
    let other = read_component_list("zephyr.tar", &other, &Limits::default());
    assert_eq!(problems(&other), ["embedded-spdx-document-differs"]);
    let doubt = "embedded-spdx-doubted";
    assert_eq!(doubted(&other.value.unwrap()), [("zephyr", doubt), ("mbedtls", doubt)]);
    for bytes in [documents.concat().into_bytes(), tar(&files(documents))] {
        let image = read("zephyr.spdx", bytes);
        assert_eq!(
            listed(&image),
            [
                "zephyr 4.1.0 cpe:2.3:o:zephyrproject:zephyr:4.1.0:-:*:*:*:*:*:*",
                "mbedtls 4952e1328529ee549d412b498ea71c54f30aa3b1 cpe:2.3:a:arm:mbed_tls:3.6.2:*:*:*:*:*:*:*",
                "[zephyr-final]",
            ]
        );
        assert_eq!(
            image.sbom.components[1].purl.as_ref().unwrap().to_string(),
            "pkg:github/mbed-tls/mbedtls@v3.6.2"
        );
        assert_eq!(edges(&image), ["zephyr-final zephyr", "zephyr-final mbedtls"]);
        assert!(image.folded.is_empty());
    }
}

#[test]
fn a_frozen_manifest_of_west_names_commits() {
    let commit = "4b96cbb174678dcd3ca86e11e1f24bc5f8726da0";
    let frozen = format!(
        "# made by west\nmanifest:\n  projects:\n  - name: cmsis\n    url: https://github.com/zephyrproject-rtos/cmsis\n    revision: {commit}\n    path: modules/hal/cmsis\n\
         \x20   groups:\n    - hal\n  - name: zephyr\n    revision: '{commit}'\n    url: https://example.org/zephyr\n    submodules:\n    - path: x\n      name: inner\n  self:\n    path: app\n"
    );
    let modules = read("west.yml", frozen);
    assert_eq!(listed(&modules), [format!("cmsis {commit}"), format!("zephyr {commit}")]);
    assert_eq!(modules.sbom.components[0].called(), format!("pkg:github/zephyrproject-rtos/cmsis@{commit}"));
    let loose = "manifest:\n  defaults:\n    remote: up\n  remotes:\n    - name: up\n      url-base: https://github.com/acme\n  projects:\n    - name: hal\n      repo-path: hal_acme\n      revision: main # moves\n";
    let read = read_component_list("west.yml", loose.as_bytes(), &Limits::default());
    assert_eq!(problems(&read), ["embedded-west-not-frozen"]);
    assert_eq!(read.value.unwrap().sbom.components[0].called(), "pkg:github/acme/hal_acme@main");
}

fn build_file(name: &str, bytes: impl AsRef<[u8]>) -> BuildFile {
    let read = read_build_file(name, bytes.as_ref(), &Limits::default());
    assert!(read.problems.is_empty(), "{name}: {:?}", read.problems);
    read.value.unwrap()
}

#[test]
fn a_report_of_yocto_is_what_it_says_and_no_more() {
    let issue = |id: &str, status: &str, detail: &str| {
        json!({"id": id, "status": status, "link": "x", "detail": detail, "description": "words",
        "summary": "a flaw", "scorev3": "7.5", "vector": "NETWORK"})
    };
    let report = json!({"version": "1", "package": [{"name": "openssl", "layer": "meta", "version": "3.0.13",
        "products": [{"product": "openssl", "cvesInRecord": "Yes"}], "issue": [
            issue("CVE-2024-5535", "Patched", "backported-patch"), issue("CVE-2024-9143", "Ignored", "not-applicable-config"),
            issue("CVE-2024-0727", "Ignored", "upstream-wontfix"), issue("CVE-2024-13176", "Unpatched", "version-in-range")]}]});
    let expected = [
        "CVE-2024-5535 openssl 3.0.13 Fixed backported-patch",
        "CVE-2024-9143 openssl 3.0.13 NotAffected not-applicable-config",
        "CVE-2024-0727 openssl 3.0.13 Ignored upstream-wontfix",
        "CVE-2024-13176 openssl 3.0.13 Affected version-in-range",
    ];
    assert_eq!(said(&build_file("cve-summary.json", report.to_string()).statements), expected);
    let text = "LAYER: meta\nPACKAGE NAME: openssl\nPACKAGE VERSION: 3.0.13\nCVE: CVE-2024-5535\nCVE STATUS: Patched\nCVE SUMMARY: x\nCVSS v3 BASE SCORE: 9.1\n\n\
                LAYER: meta\nPACKAGE NAME: openssl\nPACKAGE VERSION: 3.0.13\nCVE: CVE-2024-13176\nCVE STATUS: Unpatched\n";
    assert_eq!(
        said(&build_file("openssl.cve", text).statements),
        ["CVE-2024-5535 openssl 3.0.13 Fixed -", "CVE-2024-13176 openssl 3.0.13 Affected -"]
    );
    let odd = json!({"package": [{"name": "a", "issue": [issue("x", "Patched", ""), issue("CVE-2024-5535", "Perhaps", "")]}]});
    let read = read_build_file("x.json", odd.to_string().as_bytes(), &Limits::default());
    assert_eq!(problems(&read), ["embedded-report-no-cve", "embedded-report-status"]);
}

#[test]
fn other_files_of_a_build_say_what_packages_are() {
    let stats = json!({"commit": "x", "date": "y", "package_status_checks": ["cve"], "packages": {"busybox": {"name": "busybox",
        "current_version": "1.36.1", "cves": ["CVE-2023-42366"], "ignored_cves": ["CVE-2022-28391"], "status": {"cve": ["error", "x"]}}}});
    assert_eq!(
        said(&build_file("pkg-stats.json", stats.to_string()).statements),
        ["CVE-2023-42366 busybox 1.36.1 Affected -", "CVE-2022-28391 busybox 1.36.1 Ignored -"]
    );
    let index = "Package: libopenssl3\nVersion: 3.0.15-1\nDepends: libc\nLicense: Apache-2.0\nCPE-ID: cpe:/a:openssl:openssl\nSourceName: openssl\nDescription: x\n\n\
                 Package: luci\nVersion: 1\nSource: feeds/luci/collections/luci\n";
    let facts: Vec<String> = build_file("Packages.manifest", index)
        .packages
        .iter()
        .map(|it| {
            format!(
                "{} {:?} {:?}",
                it.name,
                it.source.as_deref().unwrap_or_default(),
                it.cpe.as_deref().unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(facts, ["libopenssl3 \"openssl\" \"cpe:/a:openssl:openssl\"", "luci \"luci\" \"\""]);
    let profiles = json!({"arch_packages": "aarch64_cortex-a53", "linux_kernel": {"release": "1", "vermagic": "a", "version": "6.6.73"},
        "profiles": {}, "target": "mediatek/filogic"});
    let profiles = build_file("profiles.json", profiles.to_string());
    assert_eq!(
        (profiles.kernel_version.as_deref(), profiles.target.as_deref()),
        (Some("6.6.73"), Some("mediatek/filogic"))
    );
    let json =
        json!([{"name": "busybox", "version": "1", "cpe_id": "cpe:/a:busybox:busybox", "depends": []}]);
    assert_eq!(build_file("packages.json", json.to_string()).packages.len(), 1);
    let of_list = build_file("gateway.spdx.json", graph().to_string());
    assert!(
        of_list.statements.iter().any(|it| it.says == BuilderSays::Fixed)
            && of_list.packages.iter().any(|it| it.cpe.is_some())
    );
    for (unknown, because) in
        [("hello", "embedded-build-file-unknown"), ("{\"a\": 1}", "embedded-build-file-unknown")]
    {
        let read = read_build_file("x", unknown.as_bytes(), &Limits::default());
        assert_eq!((read.value.is_none(), problems(&read)), (true, vec![because]));
    }
    let silent = read_build_file("fix.patch", b"diff --git a/a b/a\n", &Limits::default());
    assert_eq!((silent.value.is_some(), problems(&silent)), (true, vec!["embedded-build-file-silent"]));
    let wrong_place =
        read_component_list("x.json", b"{\"version\": \"1\", \"package\": []}", &Limits::default());
    assert_eq!(problems(&wrong_place), ["embedded-not-a-list"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands behind the beginnings these readers know, they answer.
    #[test]
    fn nothing_makes_them_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let limits = Limits::default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let beginnings = [
            "", "SPDXVersion: SPDX-2.3\nPackageName: ", "{\"@graph\": [{\"type\": \"software_Package\", \"name\": \"", "manifest:\n  projects:\n  - ",
            "PACKAGE NAME: ", "\"PACKAGE\",\"VERSION\",\"LICENSE\"\n\"", "Package: a\nStatus: ", "a - ", "a b 1", "{\"a\": {\"type\": \"target\", \"dependencies\": [",
            "CVE STATUS: ", "{\"package\": [{", "diff --git ", "{\"packages\": {", "[{\"name\": \"",
        ];
        for beginning in beginnings {
            let written = format!("{beginning}{text}");
            let _ = read_component_list("x.manifest", written.as_bytes(), &limits);
            let _ = read_build_file("x.patch", written.as_bytes(), &limits);
        }
        let mut spoilt = image_tar();
        for (place, byte) in bytes.iter().enumerate() {
            let at = (place * 997 + usize::from(*byte) * 31) % spoilt.len();
            spoilt[at] = *byte;
        }
        let _ = read_component_list("x.tar", &spoilt, &limits);
        let _ = read_component_list("x.tar.zst", &zstd(&spoilt), &limits);
    }

    /// The form does not matter: a graph of packages is the same list as the tag-value form of it.
    #[test]
    fn tag_value_and_graph_say_the_same(packages in prop::collection::btree_map("[a-z]{1,8}", "[0-9]{1,3}(\\.[0-9]{1,3}){0,2}", 1..12)) {
        let mut tags = "SPDXVersion: SPDX-2.3\nDocumentName: x\nDocumentNamespace: http://x\nCreator: Tool: t\nCreated: 2026-01-02T03:04:05Z\n".to_owned();
        let mut graph = vec![json!({"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2026-01-02T03:04:05Z", "createdBy": []})];
        for (name, version) in &packages {
            let lines = [
                format!("\nPackageName: {name}\nSPDXID: SPDXRef-{name}\nPackageVersion: {version}"),
                format!("ExternalRef: PACKAGE-MANAGER purl pkg:generic/{name}@{version}\n"),
            ];
            tags += &lines.join("\n");
            graph.push(json!({"type": "software_Package", "spdxId": format!("SPDXRef-{name}"), "name": name, "software_packageVersion": version,
                "software_packageUrl": format!("pkg:generic/{name}@{version}")}));
        }
        let tags = read("x.spdx", tags);
        let graph = read("x.json", json!({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": graph}).to_string());
        prop_assert_eq!(tags.sbom.components, graph.sbom.components);
    }
}
