//! Feeds and jobs: how old what we know is, and what is being worked on.

use maud::{Markup, html};
use proofmark_access::{Right, may};
use proofmark_facts::{Job, JobState, Lane};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::house::Feeds;
use crate::link;
use crate::look::{Icon, Place, Reader, Shown, Tone, badge, empty, hidden, page};
use crate::refusal::Refusal;

/// Jobs that are shown.
const SHOWN: usize = 100;

/// The page.
pub(crate) fn feeds(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let known = call.house.feeds()?;
    let actor = call.actor();
    let sees_jobs = may(&actor, Right::SeeJobs, call.operator(), None).is_ok();
    let jobs = if sees_jobs { Some(call.store.jobs(call.operator(), None, SHOWN)?) } else { None };
    let may_retry = may(&actor, Right::RetryJobs, call.operator(), None).is_ok();
    Ok(Answer::page(shown(&reader_of(call), known.as_ref(), jobs.as_deref(), may_retry)))
}

fn shown(reader: &Reader, known: Option<&Feeds>, jobs: Option<&[Job]>, may_retry: bool) -> Markup {
    let title = reader.say(&text!("web-place-feeds"));
    let Some(desk) = &reader.desk else { return html! {} };
    let body = html! {
        div .head { h1 { (title) } }
        @match known {
            None => {
                @let command = html! { pre { "proofmark db import osv/all.zip known_exploited_vulnerabilities.json" } };
                (empty(reader, Icon::Feeds, &text!("web-no-feeds"), &command))
            }
            Some(known) => { (sources(reader, known)) }
        }
        @if let Some(jobs) = jobs {
            section .panel aria-labelledby="jobs" {
                header { h2 #jobs { (reader.say(&text!("web-jobs"))) } }
                @if jobs.is_empty() { p .quiet { (reader.say(&text!("web-no-jobs"))) } }
                @else { (job_table(reader, &Place::Feeds.path(desk), jobs, may_retry)) }
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

fn job_table(reader: &Reader, path: &str, jobs: &[Job], may_retry: bool) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="jobs" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-column-job"))) }
                    th scope="col" { (reader.say(&text!("web-column-lane"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                    th scope="col" { (reader.say(&text!("web-column-due"))) }
                    th scope="col" { (reader.say(&text!("web-column-attempts"))) }
                } }
                tbody { @for job in jobs { (row(reader, path, job, may_retry)) } }
            }
        }
    }
}

fn row(reader: &Reader, path: &str, job: &Job, may_retry: bool) -> Markup {
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
                    form method="post" action=(format!("{path}{}", link::path(&["jobs", &job.id, "retry"]))) {
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

/// Has a failed job tried again.
pub(crate) fn retry_job(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (operator, job) = (call.operator().to_owned(), call.name("job").to_owned());
    if !call.store.retry_job(&operator, &job, call.now)? {
        return Err(Refusal::new(404, text!("web-no-such-thing")));
    }
    Ok(Answer::see(link::path(&["o", &operator, "feeds"])))
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
        let known = Feeds { records: 1_000, built_at: None, sources: vec![feed] };
        for reader in readers() {
            assert_sound(&shown(&reader, Some(&known), Some(&samples::jobs()), true));
            assert_sound(&shown(&reader, None, Some(&[]), false));
            assert_sound(&shown(&reader, None, None, false));
        }
    }
}
