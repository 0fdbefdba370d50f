//! What the overviews show and say: what needs somebody today, how old the data is, findings over time, cases.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_access::{Right, may, seen};
use proofmark_actions::{
    CurveWeek, FEED_STALE_AFTER_DAYS, FindingAge, curve_from, finding_ages, finding_curve, is_stale,
    needs_today,
};
use proofmark_facts::{AnnexPart, CaseQuery, JobState, Needs, ObligationTally, Page, PlacedCase, Portfolio};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::limit::{Limit, limit};
use crate::refusal::Refusal;

/// Failed jobs are counted up to this.
const MOST_JOBS: usize = 100;

/// What all products add up to, and what needs somebody today.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Overview {
    /// Sums over the products.
    #[serde(flatten)]
    pub(crate) sums: Portfolio,
    /// What needs somebody.
    pub(crate) needs: Needs,
    /// The sources of vulnerability data; `None`: there is no database at all.
    pub(crate) feeds: Option<Vec<FeedAge>>,
    /// Whether the installation's vulnerability database holds a catalogue of exploited vulnerabilities.
    pub(crate) exploitation_asked: bool,
    /// A source is stale when its newest record is older than so many days.
    pub(crate) feed_stale_after_days: i64,
    /// Jobs that were tried as often as they may be, at most 100 of them; `None`: the asker may not see jobs.
    pub(crate) failed_jobs: Option<u64>,
    /// How many obligations of all products stand how, by the annex that asks them.
    pub(crate) readiness: BTreeMap<AnnexPart, ObligationTally>,
    /// Findings of every release, week by week, for a year.
    pub(crate) finding_weeks: Vec<CurveWeek>,
    /// How old the open ones are.
    pub(crate) finding_ages: Vec<FindingAge>,
}

/// How old a source of vulnerability data is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct FeedAge {
    /// The source's name.
    pub(crate) name: String,
    /// Its newest record.
    pub(crate) newest: Option<Timestamp>,
    /// Whether it is too old to rely on.
    pub(crate) stale: bool,
}

/// Which cases.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CasesAsked {
    /// One product's, by its id.
    pub(crate) product: Option<String>,
    /// Words the name, a CVE or an EUVD identifier must hold.
    pub(crate) named: Option<String>,
    /// Those somebody has to act on (`true`), or the others.
    pub(crate) open: Option<bool>,
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<Limit>,
}

/// Everything the overview shows, over the products that may be seen.
pub(crate) fn overview(call: &Call<'_>) -> Result<Overview, Refusal> {
    let (actor, operator) = (call.actor(), call.operator());
    let seen = seen(&actor, operator);
    let today = call.today();
    let history = call.store.finding_history(operator, &seen, curve_from(today))?;
    let known = call.house.feeds()?;
    let exploitation_asked = known.as_ref().is_some_and(|feeds| feeds.exploited > 0);
    let feeds = known.map(|feeds| {
        let age = |feed: crate::house::Feed| FeedAge {
            stale: is_stale(feed.newest, call.now),
            name: feed.name,
            newest: feed.newest,
        };
        // A feed that must be looked after says so beside the sources, whatever the age of its newest record.
        let copy = |feed: proofmark_actions::FeedStanding| FeedAge {
            stale: true,
            newest: feed.checked_at,
            name: feed.name,
        };
        let alarmed = feeds.standings.into_iter().filter(|feed| !feed.alarms.is_empty()).map(copy);
        alarmed.chain(feeds.sources.into_iter().map(age)).collect()
    });
    let sees_jobs = may(&actor, Right::SeeJobs, operator, None).is_ok();
    let failed = || call.store.jobs(operator, Some(JobState::Failed), MOST_JOBS);
    Ok(Overview {
        sums: call.store.portfolio(operator, &seen)?,
        needs: needs_today(&*call.store, operator, &seen, call.now)?,
        feeds,
        exploitation_asked,
        feed_stale_after_days: FEED_STALE_AFTER_DAYS,
        failed_jobs: if sees_jobs { Some(failed()?.len() as u64) } else { None },
        readiness: call.store.readiness(operator, &seen)?,
        finding_weeks: finding_curve(&history, today),
        finding_ages: finding_ages(&history, today).to_vec(),
    })
}

/// A page of the cases of products that may be seen.
pub(crate) fn cases(call: &Call<'_>, asked: &CasesAsked) -> Result<Page<PlacedCase>, Refusal> {
    let seen = seen(&call.actor(), call.operator());
    let query = CaseQuery {
        operator: call.operator(),
        seen: &seen,
        product: asked.product.as_deref(),
        named: asked.named.as_deref(),
        open: asked.open,
        after: asked.after.as_deref(),
        limit: limit(asked.limit),
    };
    Ok(call.store.cases(&query)?)
}

/// The case the path names. One of a product that may not be seen is not there.
pub(crate) fn case(call: &Call<'_>) -> Result<PlacedCase, Refusal> {
    let found = call.store.case(call.operator(), call.name("case"))?;
    let actor = call.actor();
    let seen =
        |case: &PlacedCase| may(&actor, Right::SeeProduct, call.operator(), Some(&case.product)).is_ok();
    found.filter(seen).ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))
}
