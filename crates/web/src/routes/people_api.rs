//! The API of people, tokens, proposals and operators.

use proofmark_access::{OperatorRecord, Right, TokenRecord};
use proofmark_actions::people::{Member, ProposalView};
use proofmark_facts::Page;
use proofmark_text::text;

use crate::route::Wall::{Installation, Operator, SignedIn};
use crate::route::{JSON, Method, Route, Takes, schema_of};
use crate::{api, desk};

/// The API of people, tokens, proposals and operators.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/people",
        "list-people",
        Operator(Right::SeePeople),
        schema_of::<Page<Member>>,
        || text!("desk-route-list-people"),
        api::list_people,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/people",
        "invite-person",
        Operator(Right::ManagePeople),
        schema_of::<api::LinkAnswer>,
        || text!("desk-route-invite-person"),
        api::invite_a_person,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::InvitationAsked>))
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/invitation",
        "invite-person-again",
        Operator(Right::ManagePeople),
        schema_of::<api::LinkAnswer>,
        || text!("desk-route-invite-person-again"),
        api::invite_a_person_again,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/reset-link",
        "reset-password-of",
        Operator(Right::ManagePeople),
        schema_of::<api::LinkAnswer>,
        || text!("desk-route-reset-password-of"),
        api::reset_a_password,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/disable",
        "disable-person",
        Operator(Right::ManagePeople),
        schema_of::<Member>,
        || text!("desk-route-disable-person"),
        api::disable_a_person,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/enable",
        "enable-person",
        Operator(Right::ManagePeople),
        schema_of::<Member>,
        || text!("desk-route-enable-person"),
        api::enable_a_person,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/duties",
        "change-duties",
        Operator(Right::ManagePeople),
        schema_of::<api::DoneOrProposed>,
        || text!("desk-route-change-duties"),
        api::change_duties,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::DutiesAsked>))
    .done_with(&[200, 202]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/second-factor/forget",
        "forget-second-factor",
        Operator(Right::ManagePeople),
        schema_of::<api::DoneOrProposed>,
        || text!("desk-route-forget-second-factor"),
        api::forget_second_factor,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::Because>))
    .done_with(&[200, 202]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/same-person",
        "say-same-person",
        Operator(Right::ManagePeople),
        schema_of::<api::DoneOrProposed>,
        || text!("desk-route-same-person"),
        api::say_same_person,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::SamePersonAsked>))
    .done_with(&[200, 202]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/same-person/revoke",
        "take-same-person-back",
        Operator(Right::ManagePeople),
        schema_of::<api::DoneOrProposed>,
        || text!("ends-route-part-same-person"),
        api::take_same_person_back,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::Because>))
    .done_with(&[200, 202]),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/confirm",
        "confirm-account",
        Operator(Right::ApprovePeople),
        schema_of::<Member>,
        || text!("desk-route-confirm-person"),
        api::confirm_account,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::ConfirmationAsked>)),
    Route::read(
        "/api/v1/operators/{operator}/tokens",
        "list-tokens",
        Operator(Right::MakeTokens),
        schema_of::<Page<TokenRecord>>,
        || text!("desk-route-list-tokens"),
        api::list_tokens,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/tokens",
        "issue-token",
        Operator(Right::MakeTokens),
        schema_of::<api::TokenAnswer>,
        || text!("desk-route-issue-token"),
        api::issue_token,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::TokenAsked>))
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/tokens/{token}/revoke",
        "end-token",
        Operator(Right::MakeTokens),
        schema_of::<Option<TokenRecord>>,
        || text!("desk-route-end-token"),
        api::end_token,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/proposals",
        "list-proposals",
        Operator(Right::SeeFeeds),
        schema_of::<Page<ProposalView>>,
        || text!("desk-route-list-proposals"),
        api::list_proposals,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/proposals/{proposal}",
        "show-proposal",
        Operator(Right::SeeFeeds),
        schema_of::<ProposalView>,
        || text!("desk-route-show-proposal"),
        api::show_proposal,
    ),
    Route::read(
        "/api/v1/operators/{operator}/proposals/{proposal}/approve",
        "approve-proposal",
        Operator(Right::SeeFeeds),
        schema_of::<ProposalView>,
        || text!("desk-route-approve-proposal"),
        api::approve_proposal,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::SignatureAsked>)),
    Route::read(
        "/api/v1/operators/{operator}/proposals/{proposal}/refuse",
        "refuse-proposal",
        Operator(Right::SeeFeeds),
        schema_of::<ProposalView>,
        || text!("desk-route-refuse-proposal"),
        api::refuse_proposal,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::SignatureAsked>)),
    Route::read(
        "/api/v1/operators/{operator}/proposals/{proposal}/withdraw",
        "withdraw-proposal",
        Operator(Right::SeeFeeds),
        schema_of::<ProposalView>,
        || text!("desk-route-withdraw-proposal"),
        api::take_proposal_back,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/signatures",
        "decide-proposals",
        Operator(Right::SeeFeeds),
        schema_of::<api::SignaturesAnswer>,
        || text!("desk-route-decide-proposals"),
        api::decide_proposals,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::SignaturesAsked>)),
    Route::read(
        "/api/v1/proposals",
        "list-installation-proposals",
        Installation(Right::SeePeople),
        schema_of::<Page<ProposalView>>,
        || text!("ends-route-installation-proposals"),
        api::list_proposals,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/proposals/{proposal}",
        "show-installation-proposal",
        Installation(Right::SeePeople),
        schema_of::<ProposalView>,
        || text!("desk-route-show-proposal"),
        api::show_proposal,
    ),
    Route::read(
        "/api/v1/proposals/{proposal}/approve",
        "approve-installation-proposal",
        Installation(Right::ApprovePeople),
        schema_of::<ProposalView>,
        || text!("desk-route-approve-proposal"),
        api::approve_proposal,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::SignatureAsked>)),
    Route::read(
        "/api/v1/proposals/{proposal}/refuse",
        "refuse-installation-proposal",
        Installation(Right::ApprovePeople),
        schema_of::<ProposalView>,
        || text!("desk-route-refuse-proposal"),
        api::refuse_proposal,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::SignatureAsked>)),
    Route::read(
        "/api/v1/proposals/{proposal}/withdraw",
        "withdraw-installation-proposal",
        Installation(Right::ManagePeople),
        schema_of::<ProposalView>,
        || text!("desk-route-withdraw-proposal"),
        api::take_proposal_back,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators",
        "list-operators",
        SignedIn,
        schema_of::<Page<OperatorRecord>>,
        || text!("desk-route-list-operators"),
        api::list_operators,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators",
        "add-operator",
        Installation(Right::ManageOperators),
        schema_of::<OperatorRecord>,
        || text!("desk-route-add-operator"),
        api::add_operator,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::OperatorAsked>))
    .done_with(&[201]),
];
