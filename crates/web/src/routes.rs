//! The register of routes: every one there is, once. Router, `OpenAPI` document and the authorisation matrix come of it.

use proofmark_access::Right;
use proofmark_actions::Assessment;
use proofmark_facts::{ComponentRow, FindingRow, Job, Page, Placed, Portfolio, ProductRecord, ReleaseRecord};
use proofmark_text::text;

use crate::house::Feeds;
use crate::route::Wall::{Guessable, OpenLedger, Operator, Product, Public, SignedIn};
use crate::route::{Method, Route, Takes, schema_of};
use crate::{api, desk, pages};

/// A file, or several with fields.
const FILES: Takes = Takes::Files(Takes::LARGE);
/// A little JSON.
const JSON: Takes = Takes::Json(Takes::SMALL);

/// Every route, in the order of a product's life after those that anybody needs.
pub static ROUTES: &[Route] = &[
    Route::file("/healthz", "health", Public, || text!("web-route-health"), api::health),
    Route::file("/assets/{name}", "asset", Public, || text!("web-route-asset"), pages::asset),
    Route::file(
        "/ledger/checkpoint",
        "checkpoint",
        Public,
        || text!("web-route-checkpoint"),
        api::checkpoint,
    ),
    Route::file("/ledger/key", "ledger-key", Public, || text!("web-route-ledger-key"), api::ledger_key),
    Route::file(
        "/ledger/tile/entries/{*place}",
        "ledger-entries",
        OpenLedger(Right::SeeLedger),
        || text!("web-route-entries"),
        api::entries,
    ),
    Route::file("/ledger/tile/{*place}", "ledger-tile", Public, || text!("web-route-tile"), api::tile),
    Route::page("/", "front", Public, || text!("web-route-front"), pages::front),
    Route::page("/sign-in", "sign-in", Public, || text!("web-route-sign-in"), pages::sign_in_page),
    Route::form("/preferences", "preferences", Public, || text!("web-route-preferences"), pages::preferences),
    Route::form("/sign-in", "do-sign-in", Guessable, || text!("web-route-do-sign-in"), pages::sign_in),
    Route::form(
        "/sign-in/code",
        "sign-in-code",
        Guessable,
        || text!("web-route-sign-in-code"),
        pages::sign_in_code,
    ),
    Route::form(
        "/sign-in/passkey/challenge",
        "passkey-challenge",
        Guessable,
        || text!("web-route-passkey"),
        pages::passkey_challenge,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::form(
        "/sign-in/passkey",
        "passkey-sign-in",
        Guessable,
        || text!("web-route-passkey"),
        pages::passkey_sign_in,
    )
    .changing(Method::Post, JSON, None),
    Route::form("/sign-out", "sign-out", SignedIn, || text!("web-route-sign-out"), pages::sign_out),
    Route::page("/set-up/{link}", "set-up", Guessable, || text!("web-route-set-up"), pages::set_up_page),
    Route::form("/set-up/{link}", "do-set-up", Guessable, || text!("web-route-set-up"), pages::set_up),
    Route::page(
        "/invitation/{link}",
        "invitation",
        Guessable,
        || text!("web-route-invitation"),
        pages::invitation_page,
    ),
    Route::form(
        "/invitation/{link}",
        "accept-invitation",
        Guessable,
        || text!("web-route-invitation"),
        pages::accept,
    ),
    Route::page("/reset/{link}", "reset", Guessable, || text!("web-route-reset"), pages::reset_page),
    Route::form("/reset/{link}", "do-reset", Guessable, || text!("web-route-reset"), pages::reset),
    Route::page("/account", "account", SignedIn, || text!("web-route-account"), pages::account),
    Route::form(
        "/account/password",
        "change-password",
        SignedIn,
        || text!("web-route-password"),
        pages::new_password,
    ),
    Route::form("/account/codes", "enrol-codes", SignedIn, || text!("web-route-codes"), pages::enrol_codes),
    Route::form(
        "/account/codes/prove",
        "prove-codes",
        SignedIn,
        || text!("web-route-codes"),
        pages::prove_codes,
    ),
    Route::form(
        "/account/passkeys/challenge",
        "registration-challenge",
        SignedIn,
        || text!("web-route-passkey-register"),
        pages::registration_challenge,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::form(
        "/account/passkeys",
        "register-passkey",
        SignedIn,
        || text!("web-route-passkey-register"),
        pages::register,
    )
    .changing(Method::Post, JSON, None),
    Route::form(
        "/account/passkeys/remove",
        "remove-passkey",
        SignedIn,
        || text!("web-route-passkey-remove"),
        pages::forget_passkey,
    ),
    Route::form(
        "/account/sign-out-everywhere",
        "sign-out-everywhere",
        SignedIn,
        || text!("web-route-sign-out"),
        pages::end_everywhere,
    ),
    // Pages.
    Route::page(
        "/o/{operator}",
        "portfolio",
        Operator(Right::SeePortfolio),
        || text!("web-route-portfolio"),
        pages::portfolio,
    ),
    Route::form(
        "/o/{operator}/products",
        "add-product",
        Operator(Right::KeepDossier),
        || text!("web-route-submit"),
        pages::hand_in,
    )
    .changing(Method::Post, FILES, None),
    Route::page(
        "/o/{operator}/products/{product}",
        "product",
        Product(Right::SeeProduct),
        || text!("web-route-product"),
        pages::product,
    ),
    Route::form(
        "/o/{operator}/products/{product}/submissions",
        "hand-in",
        Product(Right::HandIn),
        || text!("web-route-submit"),
        pages::hand_in,
    )
    .changing(Method::Post, FILES, None),
    Route::form(
        "/o/{operator}/products/{product}/assessments",
        "assess-again",
        Product(Right::Assess),
        || text!("web-route-assess"),
        pages::assess_again,
    ),
    Route::page(
        "/o/{operator}/products/{product}/files",
        "file",
        Product(Right::SeeProduct),
        || text!("web-route-file"),
        pages::file,
    ),
    Route::page(
        "/o/{operator}/products/{product}/dossier/{revision}",
        "revision",
        Product(Right::SeeProduct),
        || text!("web-route-revision"),
        pages::revision,
    ),
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}",
        "release",
        Product(Right::SeeProduct),
        || text!("web-route-release"),
        pages::release,
    ),
    Route::page(
        "/o/{operator}/findings",
        "findings",
        Operator(Right::SeePortfolio),
        || text!("web-route-findings"),
        pages::findings,
    ),
    Route::form(
        "/o/{operator}/findings/decisions",
        "decide",
        Operator(Right::SeePortfolio),
        || text!("web-route-decide"),
        pages::decide,
    ),
    Route::page(
        "/o/{operator}/ledger",
        "ledger",
        Operator(Right::SeeLedger),
        || text!("web-route-ledger"),
        pages::ledger,
    ),
    Route::page(
        "/o/{operator}/ledger/{line}/proof",
        "line-proof",
        Operator(Right::SeeLedger),
        || text!("web-route-proof"),
        pages::proof,
    ),
    Route::page(
        "/o/{operator}/feeds",
        "feeds",
        Operator(Right::SeeFeeds),
        || text!("web-route-feeds"),
        pages::feeds,
    ),
    Route::form(
        "/o/{operator}/feeds/jobs/{job}/retry",
        "retry",
        Operator(Right::RetryJobs),
        || text!("web-route-retry"),
        pages::retry_job,
    ),
    Route::page(
        "/o/{operator}/approvals",
        "approvals",
        Operator(Right::SeePortfolio),
        || text!("web-route-approvals"),
        pages::approvals,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/approve",
        "approve",
        Operator(Right::SeePortfolio),
        || text!("web-route-approve"),
        pages::approve,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/refuse",
        "refuse",
        Operator(Right::SeePortfolio),
        || text!("web-route-refuse"),
        pages::refuse,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/withdraw",
        "withdraw",
        Operator(Right::SeePortfolio),
        || text!("web-route-withdraw"),
        pages::withdraw,
    ),
    Route::page(
        "/o/{operator}/people",
        "people",
        // The page shows each what they may see: an engineer their tokens, an auditor the people.
        Operator(Right::SeeFeeds),
        || text!("web-route-people"),
        pages::people,
    ),
    Route::form(
        "/o/{operator}/people",
        "invite",
        Operator(Right::ManagePeople),
        || text!("web-route-invite"),
        pages::invite_person,
    ),
    Route::form(
        "/o/{operator}/people/{account}/invite-again",
        "invite-again",
        Operator(Right::ManagePeople),
        || text!("web-route-invite"),
        pages::invite_person_again,
    ),
    Route::form(
        "/o/{operator}/people/{account}/reset",
        "reset-link",
        Operator(Right::ManagePeople),
        || text!("web-route-reset-link"),
        pages::reset_link,
    ),
    Route::form(
        "/o/{operator}/tokens",
        "make-token",
        Operator(Right::MakeTokens),
        || text!("web-route-make-token"),
        pages::make_a_token,
    ),
    Route::form(
        "/o/{operator}/tokens/{token}/revoke",
        "revoke-token",
        Operator(Right::MakeTokens),
        || text!("web-route-revoke-token"),
        pages::revoke,
    ),
    Route::page(
        "/o/{operator}/settings",
        "settings",
        Operator(Right::SeeFeeds),
        || text!("web-route-settings"),
        pages::settings,
    ),
    Route::page(
        "/o/{operator}/search",
        "search",
        Operator(Right::SeePortfolio),
        || text!("web-route-search"),
        pages::search,
    ),
    // The API.
    Route::read(
        "/api/v1/openapi.json",
        "openapi",
        Public,
        schema_of::<serde_json::Value>,
        || text!("web-route-openapi"),
        api::openapi,
    ),
    Route::read("/api/v1/me", "me", SignedIn, schema_of::<api::Me>, || text!("web-route-me"), api::me),
    Route::read(
        "/api/v1/ledger/consistency",
        "ledger-consistency",
        Public,
        schema_of::<api::Growth>,
        || text!("web-route-consistency"),
        api::consistency,
    )
    .asking(schema_of::<api::GrowthAsked>),
    Route::read(
        "/api/v1/operators/{operator}/portfolio",
        "show-portfolio",
        Operator(Right::SeePortfolio),
        schema_of::<Portfolio>,
        || text!("web-route-portfolio"),
        api::show_portfolio,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products",
        "list-products",
        Operator(Right::SeePortfolio),
        schema_of::<Page<ProductRecord>>,
        || text!("web-route-products"),
        api::list_products,
    )
    .asking(schema_of::<desk::ProductsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/submissions",
        "submit-product",
        Operator(Right::HandIn),
        schema_of::<api::SubmissionAnswer>,
        || text!("web-route-submit"),
        api::submit_files,
    )
    .changing(Method::Post, FILES, None),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}",
        "show-product",
        Product(Right::SeeProduct),
        schema_of::<ProductRecord>,
        || text!("web-route-product"),
        api::show_product,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/assessment",
        "show-assessment",
        Product(Right::SeeProduct),
        schema_of::<Assessment>,
        || text!("web-route-assessment"),
        api::show_assessment,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/assessments",
        "assess-product",
        Product(Right::Assess),
        schema_of::<Assessment>,
        || text!("web-route-assess"),
        api::assess_product,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/submissions",
        "submit-release",
        Product(Right::HandIn),
        schema_of::<api::SubmissionAnswer>,
        || text!("web-route-submit"),
        api::submit_files,
    )
    .changing(Method::Post, FILES, None),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases",
        "list-releases",
        Product(Right::SeeProduct),
        schema_of::<Page<ReleaseRecord>>,
        || text!("web-route-releases"),
        api::list_releases,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}",
        "show-release",
        Product(Right::SeeProduct),
        schema_of::<ReleaseRecord>,
        || text!("web-route-release"),
        api::show_release,
    ),
    Route::file(
        "/api/v1/operators/{operator}/products/{product}/documents/{digest}",
        "show-document",
        Product(Right::SeeProduct),
        || text!("web-route-document"),
        api::document,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/decisions",
        "decide-findings",
        Product(Right::ProposeDecision),
        schema_of::<api::Decided>,
        || text!("web-route-decide"),
        api::decide,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::DecisionAsked>)),
    Route::read(
        "/api/v1/operators/{operator}/findings",
        "list-findings",
        Operator(Right::SeePortfolio),
        schema_of::<Page<Placed<FindingRow>>>,
        || text!("web-route-findings"),
        api::list_findings,
    )
    .asking(schema_of::<desk::FindingsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/components",
        "list-components",
        Operator(Right::SeePortfolio),
        schema_of::<Page<Placed<ComponentRow>>>,
        || text!("web-route-components"),
        api::list_components,
    )
    .asking(schema_of::<desk::ComponentsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/ledger/lines",
        "list-lines",
        Operator(Right::SeeLedger),
        schema_of::<api::LinesShown>,
        || text!("web-route-ledger"),
        api::lines,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/ledger/lines/{line}/proof",
        "prove-line",
        Operator(Right::SeeLedger),
        schema_of::<String>,
        || text!("web-route-proof"),
        api::proof,
    ),
    Route::read(
        "/api/v1/operators/{operator}/jobs",
        "list-jobs",
        Operator(Right::SeeJobs),
        schema_of::<Vec<Job>>,
        || text!("web-route-jobs"),
        api::list_jobs,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/jobs/{job}/retry",
        "retry-job",
        Operator(Right::RetryJobs),
        schema_of::<bool>,
        || text!("web-route-retry"),
        api::retry_job,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/feeds",
        "show-feeds",
        Operator(Right::SeeFeeds),
        schema_of::<Option<Feeds>>,
        || text!("web-route-feeds"),
        api::show_feeds,
    ),
];
