//! The register of handlers: which action does which kind of job.

use jiff::Timestamp;
use proofmark_actions::{
    ANNOUNCE, ActionError, COSIGN, CosignWork, DELIVER, DIGESTS, Delivered, LETTER, RESCAN, STAMP,
    begin_cosigning, begin_delivery, begin_letter, begin_stamp, end_cosigning, end_delivery, end_stamp,
    rescan, rescan_weight, send_digests, spread,
};
use proofmark_facts::{Job, SystemOfRecord};
use proofmark_text::Text;
use proofmark_trust::witness::WitnessAnswer;
use proofmark_web::ASSESSING_COSTS;

use crate::worker::bench::Bench;

/// How a job ended that was no error of ours.
#[derive(Debug)]
pub(crate) enum Ended {
    /// It is done.
    Done,
    /// There was no room for it, and it was not begun: it waits on, and was not tried.
    PutBack,
    /// It failed for this reason: to be tried again at that time, or given up.
    Failed(Text, Option<Timestamp>),
}

/// What does one kind of job.
pub(crate) struct Handler {
    /// The kind.
    pub(crate) kind: &'static str,
    /// Does it. It has a store only while it reads or writes: whoever is waited for outside holds none.
    pub(crate) run: fn(&Bench, &Job) -> Result<Ended, ActionError>,
}

/// Every kind of job there is, each once.
pub(crate) const HANDLERS: &[Handler] = &[
    Handler { kind: ANNOUNCE, run: do_spread },
    Handler { kind: DELIVER, run: do_deliver },
    Handler { kind: LETTER, run: do_send_letter },
    Handler { kind: DIGESTS, run: do_send_digests },
    Handler { kind: RESCAN, run: do_rescan },
    Handler { kind: STAMP, run: do_stamp },
    Handler { kind: COSIGN, run: do_cosign },
];

fn do_spread(bench: &Bench, job: &Job) -> Result<Ended, ActionError> {
    bench.with_store(|store| spread(&bench.order(), job, store)).map(|_| Ended::Done)
}

fn do_deliver(bench: &Bench, job: &Job) -> Result<Ended, ActionError> {
    let (order, strongbox) = (bench.order(), &*bench.strongbox);
    let errand = bench.with_store(|store| begin_delivery(&order, job, strongbox, store))?;
    let Some(errand) = errand else { return Ok(Ended::Done) };
    let carried = errand.carry(&*bench.post);
    let (order, chance) = (bench.order(), bench.chance());
    let ended =
        bench.with_store(|store| end_delivery(&order, job, chance, &errand, carried.clone(), store))?;
    Ok(Ended::from(ended))
}

fn do_send_letter(bench: &Bench, job: &Job) -> Result<Ended, ActionError> {
    let errand = bench.with_store(|store| begin_letter(job, &*bench.strongbox, store))?;
    let Some(errand) = errand else { return Ok(Ended::Done) };
    Ok(Ended::from(errand.carry(&bench.order(), job, bench.chance(), &*bench.post)))
}

fn do_send_digests(bench: &Bench, _: &Job) -> Result<Ended, ActionError> {
    bench.with_store(|store| send_digests(&bench.order(), store)).map(|_| Ended::Done)
}

fn do_rescan(bench: &Bench, job: &Job) -> Result<Ended, ActionError> {
    let open_sources = |advisories: &[String], files: &proofmark_actions::KeptFiles<'_>| {
        bench.house.open_sources(advisories, files)
    };
    let cost = |store: &dyn SystemOfRecord| {
        rescan_weight(&bench.order(), job, store).map(|bytes| bytes.saturating_mul(ASSESSING_COSTS))
    };
    let mut needs = bench.with_store(|store| cost(&*store))?;
    loop {
        let Some(_held) = bench.room_for(job, needs) else { return Ok(Ended::PutBack) };
        // What is to be read may have grown while the room was waited for: then it is waited for once more, for all of it.
        let grown = bench.with_store(|store| {
            let now = cost(&*store)?;
            if now > needs {
                return Ok(Some(now));
            }
            let state = bench.house.state_in_use(&*store)?.state;
            rescan(&bench.order(), job, &open_sources, &state, store).map(|_| None)
        })?;
        match grown {
            Some(now) => needs = now,
            None => return Ok(Ended::Done),
        }
    }
}

fn do_stamp(bench: &Bench, _: &Job) -> Result<Ended, ActionError> {
    let drawn = bench.draw()?;
    let errand = bench.with_store(|store| begin_stamp(&bench.order(), drawn, store))?;
    let Some(errand) = errand else { return Ok(Ended::Done) };
    let carried = errand.carry(&*bench.post)?;
    bench.with_store(|store| end_stamp(&bench.order(), &errand, &carried, store)).map(|_| Ended::Done)
}

fn do_cosign(bench: &Bench, job: &Job) -> Result<Ended, ActionError> {
    let work = CosignWork::of(job)?;
    let errand = bench.with_store(|store| begin_cosigning(&bench.order(), &work.witness, store))?;
    let Some(mut errand) = errand else { return Ok(Ended::Done) };
    let mut answer = errand.carry(&*bench.post)?;
    // It saw another size last than we remember, and says which: asked once more, with the proof from there.
    if let WitnessAnswer::Conflict { size } = answer {
        errand = bench.with_store(|store| errand.asked_from(size, store))?;
        answer = errand.carry(&*bench.post)?;
    }
    bench.with_store(|store| end_cosigning(&bench.order(), &errand, &answer, store)).map(|_| Ended::Done)
}

impl From<Delivered> for Ended {
    fn from(delivered: Delivered) -> Self {
        match delivered {
            Delivered::Done => Self::Done,
            Delivered::Failed(why, again) => Self::Failed(why, again),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HANDLERS;

    #[test]
    fn each_kind_of_job_has_one_handler() {
        for (place, handler) in HANDLERS.iter().enumerate() {
            assert!(HANDLERS[..place].iter().all(|other| other.kind != handler.kind), "{}", handler.kind);
        }
    }
}
