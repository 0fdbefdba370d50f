//! Feeds of several files: years, packed packs, what is not there yet, and what lies on another host.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;

use crate::house::{Done, House};
use crate::mirror::{Mirror, Says, file, gzip_of, zip_of_files};

const NOT_THERE: Says = Says::Head("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

fn sync(house: &House, mirror: &Mirror, feed: &str, more: &[&str]) -> Done {
    let at = format!("{feed}={}", mirror.url(feed));
    let mut arguments =
        vec!["feeds", "sync", "--only", feed, "--mirror", &at, "--allow-network", "127.0.0.1"];
    arguments.extend(more);
    house.run(&arguments)
}

fn status(house: &House) -> Value {
    let done = house.run(&["feeds", "status", "--format", "json"]);
    assert!(matches!(done.code, Some(0 | 1)), "{done:?}");
    done.json()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program under test names these feeds' files by its own clock"
)]
fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// A page of the NVD with these records.
fn nvd(records: &[(&str, &str)]) -> Vec<u8> {
    let records: Vec<String> = records
        .iter()
        .map(|(id, modified)| {
            format!(
                r#"{{"cve":{{"id":"{id}","published":"2026-01-01T00:00:00.000","lastModified":"{modified}","vulnStatus":"Analyzed","descriptions":[{{"lang":"en","value":"of {id}"}}]}}}}"#
            )
        })
        .collect();
    let page = format!(
        r#"{{"resultsPerPage":1,"startIndex":0,"totalResults":1,"format":"NVD_CVE","version":"2.0","timestamp":"2026-01-01T00:00:00.000","vulnerabilities":[{}]}}"#,
        records.join(",")
    );
    gzip_of(page.as_bytes())
}

#[test]
fn years_and_what_changed_lately_are_one_feed() {
    let (house, mirror) = (House::new(), Mirror::open());
    let this_year = today().year();
    let path = |of: &str| format!("/nvd/nvdcve-2.0-{of}.json.gz");
    for year in 2002..=this_year {
        let id = format!("CVE-{year}-0001");
        mirror.has(&path(&year.to_string()), &nvd(&[(&id, "2026-01-01T00:00:00.000")]));
    }
    // One changed since its year was made, one is new: it is not counted twice.
    mirror.has(
        &path("modified"),
        &nvd(&[("CVE-2003-0001", "2026-01-02T00:00:00.000"), ("CVE-2026-0002", "2026-01-02T00:00:00.000")]),
    );
    let count = u64::try_from(this_year - 2002 + 2).unwrap();
    sync(&house, &mirror, "nvd", &["--accept-shrunk"]).ends(0).shows(&format!("{count} records, 0 before"));
    let told = status(&house);
    assert_eq!((&told["records"], &told["feeds"][0]["records"]), (&count.into(), &count.into()));
    let source = &told["sources"][0];
    assert_eq!(source["name"], "NVD", "{told}");

    // A year that was there and is gone, and one that is cut, leave the copy as it was.
    mirror.says(&path("2002"), &[NOT_THERE]);
    sync(&house, &mirror, "nvd", &[]).ends(1).shows("404");
    mirror
        .has(&path("2002"), &gzip_of(b"{\"format\":\"NVD_CVE\",\"version\":\"2.0\",\"vulnerabilities\":[{"));
    sync(&house, &mirror, "nvd", &[]).ends(1).shows("cannot be read");
    assert_eq!(status(&house)["records"], count);
}

#[test]
fn a_year_of_the_past_that_never_came_is_missed() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.has("/nvd/nvdcve-2.0-2002.json.gz", &nvd(&[("CVE-2002-0001", "2026-01-01T00:00:00.000")]));
    sync(&house, &mirror, "nvd", &["--accept-shrunk"]).ends(1).shows("404");
    assert!(!house.home().join("vulnerabilities.index").exists());
}

/// A CVE record of a package.
fn cve(id: &str, updated: &str, fixed: &str) -> Vec<u8> {
    format!(
        r#"{{"dataType":"CVE_RECORD","dataVersion":"5.1","cveMetadata":{{"cveId":"{id}","state":"PUBLISHED","assignerShortName":"lamps","dateUpdated":"{updated}"}},"containers":{{"cna":{{"descriptions":[{{"lang":"en","value":"a flaw"}}],"affected":[{{"collectionURL":"https://crates.io","packageName":"lamp","defaultStatus":"unaffected","versions":[{{"version":"0","status":"affected","lessThan":"{fixed}","versionType":"semver"}}]}}]}}}}}}"#
    )
    .into_bytes()
}

#[test]
fn the_cve_list_is_fetched_whole_once_a_day_and_its_changes_in_between() {
    let (house, mirror) = (House::new(), Mirror::open());
    let today = today();
    let before = today.checked_sub(1.day()).unwrap();
    let inner = zip_of_files(&[
        ("cves/2026/1xxx/CVE-2026-1001.json", &cve("CVE-2026-1001", "2026-05-01T00:00:00Z", "2.0.0")),
        ("cves/2026/1xxx/CVE-2026-1002.json", &cve("CVE-2026-1002", "2026-05-01T00:00:00Z", "2.0.0")),
        ("cves/delta.json", br#"{"fetchTime":"2026-05-01T00:00:00.000Z","numberOfChanges":0,"new":[]}"#),
    ]);
    // Midnight's file bears the day before in its name, as it does now and then.
    let all = format!("/cve-records/cve_{today}_0000Z/{before}_all_CVEs_at_midnight.zip.zip");
    let changes = format!("/cve-records/cve_{before}_at_end_of_day/{before}_delta_CVEs_at_end_of_day.zip");
    mirror.has(&all, &zip_of_files(&[("cves.zip", &inner)]));
    sync(&house, &mirror, "cve-records", &["--accept-shrunk"]).ends(0).shows("2 records, 0 before");
    assert_eq!(status(&house)["records"], 2);
    let asked = mirror.asked();
    assert!(asked.contains(&all) && asked.contains(&changes), "{asked:?}");

    let delta = zip_of_files(&[
        ("CVE-2026-1002.json", &cve("CVE-2026-1002", "2026-06-01T00:00:00Z", "0.9.0")),
        ("CVE-2026-1003.json", &cve("CVE-2026-1003", "2026-06-01T00:00:00Z", "2.0.0")),
    ]);
    mirror.has(&changes, &delta);
    sync(&house, &mirror, "cve-records", &[]).ends(0).shows("3 records, 2 before");
    assert!(!mirror.asked().contains(&all), "what never changes is not asked for again");
    sync(&house, &mirror, "cve-records", &[]).ends(0).shows("up to date, 3 records");
    let asked = mirror.asked();
    assert!(!asked.contains(&all) && !asked.contains(&changes), "{asked:?}");

    house.write(
        "product/proofmark.toml",
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Thing\"\nkind = \"software\"\n\
         [release]\nversion = \"1.0\"\nsbom = \"sbom.json\"\n",
    );
    house.write(
        "product/sbom.json",
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","bom-ref":"lamp","name":"lamp","version":"1.0.0","purl":"pkg:cargo/lamp@1.0.0"}]}"#,
    );
    let found = house.assess(&house.path("product"), &["--format", "json"]).ends(1).json();
    let findings = found["findings"].as_array().unwrap().iter();
    let mut ids: Vec<&str> =
        findings.map(|finding| finding["vulnerability"]["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["CVE-2026-1001", "CVE-2026-1003"], "of a record that changed the newer one counts");
}

#[test]
fn the_eus_list_tells_what_is_exploited() {
    let (house, mirror) = (House::new(), Mirror::open());
    let list = r#"[{"cveId":"CVE-2026-1","euvdId":"EUVD-2026-1","dateAdded":"2026-03-04","sources":["cisa_kev","eukev_kev"]},
        {"cveId":"CVE-2026-2","dateAdded":"2026-03-05","sources":["eukev_kev"]}]"#;
    mirror.has("/eu-exploited/dump", list.as_bytes());
    sync(&house, &mirror, "eu-exploited", &["--accept-shrunk"]).ends(0);
    let told = status(&house);
    assert_eq!(
        (&told["listed"], &told["feeds"][0]["records"]),
        (&2.into(), &3.into()),
        "two, one of them on two lists"
    );
    assert_eq!(told["exploited"], 0, "no record speaks of either");
    // A page that asks to sign in is no list.
    mirror.has("/eu-exploited/dump", b"<html>sign in</html>");
    sync(&house, &mirror, "eu-exploited", &[]).ends(1);
    assert_eq!(status(&house)["listed"], 2);
}

#[test]
fn what_was_interrupted_on_another_host_is_gone_on_with_there() {
    let (house, named, keeper) = (House::new(), Mirror::open(), Mirror::open());
    let list: Vec<String> = (0..200)
        .map(|number| {
            format!(r#"{{"cveId":"CVE-2026-{number:04}","dateAdded":"2026-03-04","sources":["eukev_kev"]}}"#)
        })
        .collect();
    let bytes = format!("[{}]", list.join(",")).into_bytes();
    let Says::File(_, tag) = file(&bytes) else { unreachable!() };
    keeper.says("/kept/dump", &[Says::Half(bytes.clone(), tag, 5_000), file(&bytes)]);
    let head =
        format!("HTTP/1.1 302 Found\r\nLocation: {}/kept/dump\r\nContent-Length: 0\r\n\r\n", keeper.origin());
    named.says("/eu-exploited/dump", &[Says::Head(head.leak())]);
    sync(&house, &named, "eu-exploited", &["--accept-shrunk"]).ends(0);
    assert_eq!(keeper.asked(), ["/kept/dump", "+/kept/dump"], "the rest, not all of it again");
    assert_eq!(status(&house)["listed"], 200);
}
