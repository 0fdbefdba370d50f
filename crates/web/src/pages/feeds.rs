//! Feeds and jobs: how old what we know is, and what is being worked on.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_facts::{Job, JobState, Lane};
use proofmark_text::text;

use super::feed_standings::feed_standings;
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::retry;
use crate::house::Feeds;
use crate::link;
use crate::look::{Icon, Place, Reader, Shown, Tone, badge, empty, hidden, notice, page};
use crate::refusal::Refusal;

/// Jobs that are shown.
const SHOWN: usize = 100;

/// Jobs of somebody, and whether the reader may have one that failed tried again.
struct Queue {
    jobs: Vec<Job>,
    may_retry: bool,
}

/// The page.
pub(crate) fn feeds(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let known = call.house.feeds()?;
    let (own, installation) = (queue(call, call.operator())?, queue(call, "")?);
    Ok(Answer::page(shown(&reader_of(call), known.as_ref(), own.as_ref(), installation.as_ref())))
}

/// The jobs of this operator (empty: of the installation itself), if the reader may see them.
fn queue(call: &Call<'_>, operator: &str) -> Result<Option<Queue>, Refusal> {
    let actor = call.actor();
    let allowed = |right| may(&actor, right, operator, None).is_ok();
    if !allowed(Right::SeeJobs) {
        return Ok(None);
    }
    Ok(Some(Queue { jobs: call.store.jobs(operator, None, SHOWN)?, may_retry: allowed(Right::RetryJobs) }))
}

fn shown(
    reader: &Reader,
    known: Option<&Feeds>,
    own: Option<&Queue>,
    installation: Option<&Queue>,
) -> Markup {
    let title = reader.say(&text!("web-place-feeds"));
    let Some(desk) = &reader.desk else { return html! {} };
    let body = html! {
        div .head { h1 { (title) } }
        @match known {
            None => {
                @let command = html! { pre { "proofmark feeds sync --only osv-npm --only cisa-kev\nproofmark feeds import osv/all.zip known_exploited_vulnerabilities.json" } };
                (empty(reader, Icon::Feeds, &text!("web-no-feeds"), &command))
            }
            Some(known) => {
                @if known.exploited == 0 { (notice(reader, Tone::Open, &text!("overview-no-catalogue"))) }
                @if !known.standings.is_empty() { (feed_standings(reader, &known.standings)) }
                (sources(reader, known))
            }
        }
        @if let Some(queue) = own {
            section .panel aria-labelledby="jobs" {
                header { h2 #jobs { (reader.say(&text!("web-jobs"))) } }
                (job_table(reader, "jobs", &Place::Feeds.path(desk), queue))
            }
        }
        @if let Some(queue) = installation {
            section .panel aria-labelledby="installation-jobs" {
                header { h2 #installation-jobs { (reader.say(&text!("desk-installation-jobs"))) } }
                p .hint { (reader.hint(&text!("desk-installation-jobs"))) }
                (job_table(reader, "installation-jobs", &Place::Feeds.path(desk), queue))
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Feeds), searched: "" }, &body)
}

fn sources(reader: &Reader, known: &Feeds) -> Markup {
    html! {
        section .panel aria-labelledby="sources" {
            header {
                h2 #sources { (reader.say(&text!("web-sources"))) }
                span .quiet { (reader.say(&text!("web-records", count = known.records))) }
            }
            div .wide tabindex="0" role="region" aria-labelledby="sources" {
                table {
                    thead { tr {
                        th scope="col" { (reader.say(&text!("web-column-source"))) }
                        th scope="col" .end { (reader.say(&text!("web-column-records"))) }
                        th scope="col" { (reader.say(&text!("web-column-newest"))) }
                    } }
                    tbody {
                        @for source in &known.sources {
                            tr {
                                th scope="row" { (source.name) }
                                td .end { (reader.count(source.records)) }
                                td { @if let Some(at) = source.newest { (instant(at)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The table below the heading of this id; retrying goes below `path` under the same word.
fn job_table(reader: &Reader, id: &str, path: &str, queue: &Queue) -> Markup {
    if queue.jobs.is_empty() {
        return html! { p .quiet { (reader.say(&text!("web-no-jobs"))) } };
    }
    html! {
        div .wide tabindex="0" role="region" aria-labelledby=(id) {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-column-job"))) }
                    th scope="col" { (reader.say(&text!("web-column-lane"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                    th scope="col" { (reader.say(&text!("web-column-due"))) }
                    th scope="col" { (reader.say(&text!("web-column-attempts"))) }
                } }
                tbody {
                    @for job in &queue.jobs {
                        @let retry = format!("{path}{}", link::path(&[id, &job.id, "retry"]));
                        (row(reader, &retry, job, queue.may_retry))
                    }
                }
            }
        }
    }
}

fn row(reader: &Reader, retry: &str, job: &Job, may_retry: bool) -> Markup {
    let lane = match job.lane {
        Lane::Waited => text!("web-lane-waited"),
        Lane::Soon => text!("web-lane-soon"),
        Lane::Bulk => text!("web-lane-bulk"),
    };
    let (tone, state) = match (job.state, &job.leased) {
        (JobState::Done, _) => (Tone::Good, text!("web-job-done")),
        (JobState::Failed, _) => (Tone::Bad, text!("web-job-failed")),
        (JobState::Waiting, Some(_)) => (Tone::Open, text!("web-job-working")),
        (JobState::Waiting, None) => (Tone::Plain, text!("web-job-waiting")),
    };
    html! {
        tr {
            th scope="row" { (job.kind) span .below .quiet { (job.id) } }
            td { (reader.say(&lane)) }
            td {
                (badge(tone, &reader.say(&state)))
                @if let Some(trouble) = &job.trouble { span .below { (trouble) } }
                @if may_retry && job.state == JobState::Failed {
                    form method="post" action=(retry) {
                        (hidden(reader))
                        button type="submit" { (reader.say(&text!("web-job-retry"))) }
                    }
                }
            }
            td { (instant(job.due_at)) }
            td { (job.attempts) " / " (job.most_attempts) }
        }
    }
}

/// Has a failed job of the operator tried again.
pub(crate) fn retry_job(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let operator = call.operator().to_owned();
    retry(call, &operator)?;
    Ok(back(call))
}

/// Has a failed job of the installation itself tried again.
pub(crate) fn retry_installation_job(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    retry(call, "")?;
    Ok(back(call))
}

fn back(call: &Call<'_>) -> Answer {
    Answer::see(link::path(&["o", call.operator(), "feeds"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::Feed;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_with_and_without_data() {
        let feed = Feed { name: "OSV <b>".into(), records: 1_000, newest: Some(samples::now()) };
        let known = Feeds {
            records: 1_000,
            exploited: 0,
            built_at: None,
            sources: vec![feed],
            standings: Vec::new(),
        };
        for reader in readers() {
            let busy = Queue { jobs: samples::jobs(), may_retry: true };
            let idle = Queue { jobs: Vec::new(), may_retry: false };
            assert_sound(&shown(&reader, Some(&known), Some(&busy), Some(&busy)));
            assert_sound(&shown(&reader, None, Some(&idle), Some(&idle)));
            assert_sound(&shown(&reader, None, None, None));
        }
    }
}
