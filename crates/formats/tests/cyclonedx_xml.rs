//! CycloneDX XML says what CycloneDX JSON says, and nothing in it costs more than its length.

use std::fmt::Write as _;

use proofmark_facts::{Read, Sbom};
use proofmark_formats::{Limits, read_component_list, read_cyclonedx, read_sbom};

fn read(xml: &str) -> Read<Sbom> {
    read_sbom("bom.xml", xml.as_bytes(), &Limits::default())
}

/// What is told, each with its place.
fn told(xml: &str) -> Vec<String> {
    let of = |limits| read_sbom("bom.xml", xml.as_bytes(), limits);
    let problems = of(&Limits::default()).problems;
    problems
        .iter()
        .map(|problem| {
            let (line, column) = problem.place.line_and_column.unwrap_or_default();
            let path = problem.place.path.as_deref().unwrap_or_default();
            format!("{} {path} {line}:{column}", problem.says.id())
        })
        .collect()
}

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- of a build -->
<bom xmlns="http://cyclonedx.org/schema/bom/1.5" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79" version="1"
     xmlns:ext="https://example.org/ext">
  <metadata>
    <timestamp>2026-11-01T10:00:00Z</timestamp>
    <tools><tool><vendor>Acme</vendor><name>lister</name><version>9.1</version></tool></tools>
    <authors><author><name>Ada &amp; Söhne</name></author></authors>
    <component type="application" bom-ref="app"><name>gateway</name><version>2.0</version></component>
    <supplier><name>Gateway &lt;Works&gt;</name><url>https://example.org</url></supplier>
  </metadata>
  <components>
    <component type="library" bom-ref="left">
      <ext:name>not this one</ext:name>
      <group>@scope</group>
      <name>left<![CDATA[-]]>p&#97;d</name>
      <version>
        1.3.0
      </version>
      <hashes><hash alg="SHA-256">
        f498a8ff2dd007e29c2074f5e4b01a9a01775c3ff3aeaf6906ea503bc5791b7b</hash></hashes>
      <licenses><license><id>MIT</id><text>long</text></license></licenses>
      <purl>pkg:npm/%40scope/left-pad@1.3.0?a=b&amp;c=d</purl>
      <pedigree><commits><commit><uid>21767c654d31d2dccdde4330529775c6c5fd5389</uid></commit></commits></pedigree>
      <externalReferences><reference type="vcs"><url>https://host/x.git#21767c654d31d2dccdde4330529775c6c5fd5389</url></reference></externalReferences>
      <properties><property name="proofmark:own">true</property></properties>
      <components><component type="file"><name>inside</name></component></components>
    </component>
    <component type="library" bom-ref="right"><name>right</name><licenses><expression>MIT OR Apache-2.0</expression></licenses></component>
  </components>
  <services><service bom-ref="cloud"><name>cloud</name></service></services>
  <dependencies>
    <dependency ref="app"><dependency ref="left"><dependency ref="right"/></dependency></dependency>
    <dependency ref="left"><dependency ref="cloud"/></dependency>
    <dependency ref="right"/>
  </dependencies>
  <vulnerabilities><vulnerability><id>CVE-2026-1111</id>
    <analysis><state>not_affected</state><justification>code_not_present</justification><detail>left out</detail></analysis>
    <affects><target><ref>left</ref></target></affects></vulnerability></vulnerabilities>
  <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><components>never read</components></Signature>
</bom>
"#;

const JSON: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  "metadata": {"timestamp": "2026-11-01T10:00:00Z", "tools": [{"vendor": "Acme", "name": "lister", "version": "9.1"}],
    "authors": [{"name": "Ada & Söhne"}], "component": {"type": "application", "bom-ref": "app", "name": "gateway", "version": "2.0"},
    "supplier": {"name": "Gateway <Works>"}},
  "components": [
    {"type": "library", "bom-ref": "left", "group": "@scope", "name": "left-pad", "version": "1.3.0",
     "hashes": [{"alg": "SHA-256", "content": "f498a8ff2dd007e29c2074f5e4b01a9a01775c3ff3aeaf6906ea503bc5791b7b"}],
     "licenses": [{"license": {"id": "MIT"}}], "purl": "pkg:npm/%40scope/left-pad@1.3.0?a=b&c=d",
     "pedigree": {"commits": [{"uid": "21767c654d31d2dccdde4330529775c6c5fd5389"}]},
     "externalReferences": [{"type": "vcs", "url": "https://host/x.git#21767c654d31d2dccdde4330529775c6c5fd5389"}],
     "properties": [{"name": "proofmark:own", "value": "true"}], "components": [{"type": "file", "name": "inside"}]},
    {"type": "library", "bom-ref": "right", "name": "right", "licenses": [{"expression": "MIT OR Apache-2.0"}]}],
  "services": [{"bom-ref": "cloud", "name": "cloud"}],
  "dependencies": [{"ref": "app", "dependsOn": ["left"]}, {"ref": "left", "dependsOn": ["cloud"]}, {"ref": "right", "dependsOn": []},
    {"ref": "left", "dependsOn": ["right"]}],
  "vulnerabilities": [{"id": "CVE-2026-1111", "analysis": {"state": "not_affected", "justification": "code_not_present", "detail": "left out"},
    "affects": [{"ref": "left"}]}]}"#;

#[test]
fn a_document_says_the_same_in_both_forms() {
    let json = read_cyclonedx(JSON.as_bytes(), &Limits::default());
    assert_eq!(json.problems, []);
    assert_eq!(read(XML), json);
    let sbom = json.value.unwrap();
    assert_eq!((sbom.components.len(), sbom.dependencies.len()), (4, 3));
    let listed = read_component_list("bom.xml", XML.as_bytes(), &Limits::default()).value.unwrap();
    let of_json = read_component_list("bom.json", JSON.as_bytes(), &Limits::default()).value.unwrap();
    assert_eq!(listed.statements, of_json.statements);
    assert_eq!(listed.statements.len(), 1);
    let prefixed = XML
        .replace("<ext:name>not this one</ext:name>", "")
        .replace("xmlns=\"http://cyclonedx", "xmlns:b=\"http://cyclonedx")
        .replace("<Signature xmlns", "<!-- xmlns")
        .replace("</Signature>", " -->");
    let mut words = String::new();
    for (place, part) in prefixed.split('<').enumerate() {
        let own = part.starts_with(|sign: char| sign.is_ascii_lowercase());
        let end = part.strip_prefix('/').filter(|_| place > 0);
        match end {
            Some(end) if !end.is_empty() => write!(words, "</b:{end}").unwrap(),
            _ if place == 0 => words.push_str(part),
            _ if own => write!(words, "<b:{part}").unwrap(),
            _ => write!(words, "<{part}").unwrap(),
        }
    }
    assert_eq!(read(&words).value, Some(sbom), "{words}");
}

#[test]
fn a_prefix_means_what_the_nearest_element_says() {
    const NS: &str = "http://cyclonedx.org/schema/bom/1.6";
    let names = |xml: &str| {
        let read = read(xml);
        let components = read.value.map(|sbom| sbom.components).unwrap_or_default();
        components.into_iter().map(|component| component.name).collect::<Vec<_>>()
    };
    let component = "<component type='library'><name>a</name></component>";
    let inner = format!(
        "<c:components xmlns:c='{NS}'><c:component type='library'><c:name>b</c:name></c:component></c:components>"
    );
    let mixed = component.replace("</component>", &format!("{inner}</component>"));
    assert_eq!(
        names(&format!("<bom xmlns='{NS}'><components>{mixed}{component}</components></bom>")),
        ["a", "b", "a"]
    );
    let again = format!("<c:bom xmlns:c='{NS}'><components xmlns='{NS}'>{component}</components></c:bom>");
    assert_eq!(names(&again), ["a"]);
    let foreign = format!("<c:bom xmlns:c='{NS}' xmlns='urn:x'><components>{component}</components></c:bom>");
    assert_eq!(names(&foreign), Vec::<String>::new());
    let taken =
        format!("<bom xmlns='{NS}'><components xmlns='urn:x'><component xmlns='{NS}'/></components></bom>");
    assert_eq!(names(&taken), Vec::<String>::new());
    let behind =
        format!("<bom xmlns='{NS}'><x:y xmlns:x='urn:x'/><components>{component}</components><x:z/></bom>");
    assert!(told(&behind)[0].starts_with("formats-xml-prefix  1:"), "{:?}", told(&behind));
}

#[test]
fn what_is_wrong_is_told_where_it_stands_in_the_xml() {
    let bom = |inside: &str| format!("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>\n{inside}\n</bom>");
    let list = |inside: &str| bom(&format!("<components>{inside}</components>"));
    let component = |inside: &str| list(&format!("<component type='library'>{inside}</component>"));
    let cases = [
        (component("<name>a</name><purl>left-pad</purl>"), "formats-purl-unreadable /bom/components/component[1]/purl 0:0"),
        (component("<version>1</version>"), "formats-component-without-name /bom/components/component[1] 0:0"),
        (component("<name>a</name><name>b</name>"), "formats-xml-twice  2:59"),
        (bom("<dependencies><dependency ref='a'/></dependencies>"), "formats-dependency-unknown /bom/dependencies/dependency[1] 0:0"),
        (component("<name>a\u{1}b</name>"), "formats-xml-not-allowed  2:46"),
        (component("<name>a&#1;b</name>"), "formats-xml-not-allowed  2:"),
        (component("<name x='&#x1f;'>a</name>"), "formats-xml-not-allowed  2:"),
        (component("<name>a\u{ffff}</name>"), "formats-xml-not-allowed  2:"),
        (component("<name>a]]>b</name>"), "formats-xml-not-allowed  2:"),
        (bom("<!-- a -- b -->"), "formats-xml-malformed  2:"),
        (bom("<!-- a --->"), "formats-xml-malformed  2:"),
        (component("<name>a&nbsp;b</name>"), "formats-xml-entity  2:52"),
        (component("<name>a</nome>"), "formats-xml-malformed  2:"),
        (component("<name x='1' x='2'>a</name>"), "formats-xml-malformed  2:"),
        (bom("<components>"), "formats-xml-malformed  3:"),
        ("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'><components><component".to_owned(), "formats-xml-ends-early  1:"),
        ("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>".to_owned(), "formats-xml-ends-early  1:"),
        ("<bom/>".to_owned(), "formats-cyclonedx-xml-root  1:"),
        ("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'/> and more".to_owned(), "formats-xml-outside  1:"),
        ("<bom xmlns='http://cyclonedx.org/schema/bom/1.1'/>".to_owned(), "formats-cyclonedx-version /bom 0:0"),
        ("<!DOCTYPE bom [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;'>]><bom xmlns='http://cyclonedx.org/schema/bom/1.6'>&b;</bom>".to_owned(),
         "formats-xml-doctype  1:"),
    ];
    for (xml, expected) in cases {
        let all = told(&xml);
        assert!(all.iter().any(|one| one.starts_with(expected)), "{expected}: {all:?}\n{xml}");
    }
}

#[test]
fn what_xml_allows_is_read() {
    let bom = |inside: &str| format!("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>{inside}</bom>");
    let name = "<!-- a - b ]]> --><name>a]]&gt;b]] ><![CDATA[ > ]] &#1; ]]>\u{85}\u{fffd}\t&#9;c</name>";
    let read = read(&bom(&format!("<components><component type='library'>{name}</component></components>")));
    let sbom = read.value.unwrap_or_else(|| panic!("{:?}", read.problems));
    assert_eq!(sbom.components[0].name, "a]]>b]] > > ]] &#1; \u{85}\u{fffd}\t\tc");
}

#[test]
fn a_dependency_inside_another_is_told_once_and_where_it_stands() {
    let inside = "<components><component type='library' bom-ref='a'><name>a</name></component></components>
        <dependencies xmlns:x='urn:x'>
            <dependency ref='a'>
                <x:dependency ref='passed over'/>
                <dependency/>
                <dependency ref='no'><dependency ref='a'/><dependency ref='nor'/></dependency>
            </dependency>
            <dependency ref='neither'/>
        </dependencies>";
    let places = |id: &str| {
        let all = told(&format!("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>{inside}</bom>"));
        all.into_iter().filter(|one| one.starts_with(id)).collect::<Vec<_>>()
    };
    let mut unknown = places("formats-dependency-unknown");
    unknown.sort();
    assert_eq!(
        unknown,
        [
            "formats-dependency-unknown /bom/dependencies/dependency[1]/dependency[2] 0:0",
            "formats-dependency-unknown /bom/dependencies/dependency[1]/dependency[2]/dependency[2] 0:0",
            "formats-dependency-unknown /bom/dependencies/dependency[2] 0:0",
        ]
    );
}

#[test]
fn what_is_unknown_among_tools_and_dependencies_is_told_by_its_name() {
    let bom = |version: &str, inside: &str| {
        let xml = format!(
            "<bom xmlns='http://cyclonedx.org/schema/bom/{version}' xmlns:x='https://x.example'>{inside}</bom>"
        );
        let limits = Limits { particulars: true, ..Limits::default() };
        let read = read_sbom("bom.xml", xml.as_bytes(), &limits);
        assert!(read.value.is_some());
        let told = read.problems.iter().find(|problem| problem.says.id() == "formats-xml-passed-over");
        told.map(|problem| problem.says.to_string()).unwrap_or_default()
    };
    let tools = |inside: &str| format!("<metadata><tools>{inside}</tools></metadata>");
    let tool = "<tool><name>t</name></tool>";
    assert!(bom("1.4", &tools(&format!("{tool}<gadget/>{tool}"))).contains("gadget"));
    let dependencies = "<dependencies><dependency ref='a'><dependency ref='b'/><offers/></dependency><needs/><x:y/></dependencies>";
    let told = bom("1.6", dependencies);
    assert!(told.contains(": needs, offers"), "{told}");
    assert_eq!(bom("1.6", &dependencies.replace("<offers/>", "").replace("<needs/>", "")), "");
}

#[test]
fn a_document_behind_a_long_comment_is_known_for_what_it_is() {
    let comment = format!("<?xml version='1.0'?>\n<!-- {} -->\n", "licence ".repeat(10_000));
    let bom = "<c:bom xmlns:c='http://cyclonedx.org/schema/bom/1.6'><c:components><c:component type='library'>\
        <c:name>a</c:name></c:component></c:components></c:bom>";
    assert_eq!(read(&format!("{comment}<?style x?><!---->{bom}")).value.unwrap().components.len(), 1);
    assert_eq!(
        read_sbom("x", format!("{comment}<html/>").as_bytes(), &Limits::default()).problems[0].says.id(),
        "formats-html"
    );
    // What only a comment says is not what the document is.
    let of_comment = format!("<!-- cyclonedx.org -->{}<feed/>", comment.replace("<?xml version='1.0'?>", ""));
    assert_eq!(told(&of_comment)[0], "formats-xml  0:0");
    assert!(
        told(&format!("<!-- {bom}"))[0].starts_with("formats-xml-ends-early"),
        "{:?}",
        told(&format!("<!-- {bom}"))
    );
}

#[test]
fn what_is_too_long_in_the_form_it_is_read_in_is_told_as_that() {
    // Each quotation mark is two signs there.
    let name = "&#34;".repeat(10) + &"\"".repeat(2_000);
    let xml = format!(
        "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'><components><component type='library'><name>{name}</name></component></components></bom>"
    );
    let limits = Limits { bytes: xml.len() + 100, ..Limits::default() };
    let problems = read_sbom("bom.xml", xml.as_bytes(), &limits).problems;
    assert_eq!(problems[0].says.id(), "formats-xml-too-much");
    assert!(read_sbom("bom.xml", xml.as_bytes(), &Limits { bytes: 3 * xml.len(), ..limits }).value.is_some());
}

#[test]
fn a_hostile_document_is_refused_within_bounds() {
    let bom = |inside: &str| format!("<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>{inside}</bom>");
    let deep = |name: &str, times: usize| {
        bom(&format!("{}{}", format!("<{name}>").repeat(times), format!("</{name}>").repeat(times)))
    };
    assert!(told(&deep("x", 100_000))[0].starts_with("formats-xml-too-deep"));
    let nested = "<components><component type='library'><name>a</name>".repeat(50_000);
    assert!(told(&bom(&nested))[0].starts_with("formats-xml-too-deep"));
    let within = "<dependency ref='a'>".repeat(50_000);
    assert!(told(&bom(&format!("<dependencies>{within}")))[0].starts_with("formats-xml-too-deep"));
    let mut many = String::new();
    for number in 0..200_000 {
        write!(many, " a{number}=''").unwrap();
    }
    let started = std::time::Instant::now();
    assert!(told(&bom(&format!("<components{many}/>")))[0].starts_with("formats-xml-attributes"));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    let limits = Limits { components: 3, ..Limits::default() };
    let four = "<component type='library'><name>a</name></component>".repeat(4);
    let read = read_sbom("bom.xml", bom(&format!("<components>{four}</components>")).as_bytes(), &limits);
    assert_eq!(read.problems[0].says.id(), "formats-too-many-components");
    assert!(read.value.is_none());
}
