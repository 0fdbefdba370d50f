//! What strangers send: too much, malformed, of the wrong kind, leading elsewhere. Each is refused by name, none is a fault
//! of ours.

use axum::body::Body;
use axum::http::StatusCode;

use crate::browser::Browser;
use crate::test_house::TestHouse;

async fn anna() -> Browser {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    browser
}

#[tokio::test]
async fn too_much_is_refused_before_and_while_it_is_read() {
    let mut browser = anna().await;
    for declared in [true, false] {
        let body = Body::from(vec![b'a'; 300 * 1024]);
        let mut request = browser
            .request("POST", "/preferences")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
            .unwrap();
        if declared {
            request.headers_mut().insert("content-length", "307200".parse().unwrap());
        }
        assert_eq!(browser.send(request).await.status, StatusCode::PAYLOAD_TOO_LARGE, "{declared}");
    }
}

#[tokio::test]
async fn the_wrong_kind_of_body_is_refused() {
    let mut browser = anna().await;
    for (path, media) in [
        ("/preferences", "application/json"),
        ("/preferences", ""),
        ("/o/maker/products", "application/x-www-form-urlencoded"),
        ("/o/maker/products", "multipart/mixed; boundary=x"),
    ] {
        let request = browser.request("POST", path).header("content-type", media).body(Body::from("a=1"));
        let status = browser.send(request.unwrap()).await.status;
        assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {media}");
    }
}

#[tokio::test]
async fn a_malformed_form_with_files_is_refused() {
    let mut browser = anna().await;
    for (media, body) in [
        ("multipart/form-data", "--x\r\n"),
        ("multipart/form-data; boundary=x", "no boundary at all"),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\ncut",
        ),
    ] {
        let request = browser.request("POST", "/o/maker/products").header("content-type", media);
        let status = browser.send(request.body(Body::from(body)).unwrap()).await.status;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{media} {body:?}");
    }
}

#[tokio::test]
async fn a_file_name_that_leads_elsewhere_is_refused() {
    let mut browser = anna().await;
    for name in ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\\\x", "a\\\\..\\\\b"] {
        let seen = browser.send_files("/o/maker/products", &[("files", name, "x")]).await;
        assert_eq!(seen.status, StatusCode::BAD_REQUEST, "{name}: {}", seen.body);
        assert_eq!(seen.code(), "web-bad-file-name", "{name}");
    }
}

#[tokio::test]
async fn a_dossier_with_mistakes_is_refused_with_all_of_them_in_place() {
    let mut browser = anna().await;
    let dossier = "produkt = 1\n[release]\nversion = 3\n";
    let seen = browser.send_files("/o/maker/products", &[("files", "proofmark.toml", dossier)]).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", seen.body);
    let problem: serde_json::Value = serde_json::from_str(&seen.body).unwrap();
    assert_eq!(seen.header("content-type"), "application/problem+json");
    assert!(problem["problems"].as_array().is_some_and(|problems| problems.len() > 1), "{problem:#}");
}

#[tokio::test]
async fn queries_and_paths_of_any_kind_are_refused_and_no_fault_of_ours() {
    let mut browser = anna().await;
    for path in [
        "/o/maker?gate=nonsense",
        "/o/maker?limit=-1",
        "/o/maker?limit=99999999999999999999",
        "/o/maker/findings?score_from=abc",
        "/o/maker/findings?after=nonsense",
        "/o/maker/products/%00",
        "/o/maker/products/..%2F..",
        "/o/maker/ledger?before=99999999999999999999",
        "/o/maker/ledger/18446744073709551615/proof",
        "/ledger/tile/0/x999/x999/x999/999.p/255",
        "/ledger/tile/entries/000",
        "/api/v1/ledger/consistency?from=5&to=2",
        "/o/maker/search?q=%F0%9F%92%A9%22%3E%3Cscript%3E",
        "/assets/..%2F..%2Fetc%2Fpasswd",
    ] {
        let seen = browser.get(path).await;
        assert!(seen.status.as_u16() < 500, "{path}: {} {}", seen.status, seen.body);
        assert!(!seen.body.contains("<script>"), "{path}");
    }
}

#[tokio::test]
async fn html_in_a_name_stays_a_name() {
    let mut browser = anna().await;
    let seen = browser.get("/o/maker/people").await;
    assert_eq!(seen.status, StatusCode::OK);
    assert!(seen.body.contains("Anna &lt;b&gt;Virtanen&lt;/b&gt;") && !seen.body.contains("<b>Virtanen"));
}
