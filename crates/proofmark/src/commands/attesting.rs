//! `proofmark ledger authority|witness|stamp|cosign|attestations|attest`: what others say about the ledger.

use std::path::Path;

use proofmark_actions::{
    ActionError, ChangeOrder, attest_pack, attestations, attestors, change_attestors, cosign_checkpoint,
    seal_batch, stamp_checkpoint, with_witness, without_witness,
};
use proofmark_facts::{Actor, AttestorSettings, LedgerWitness, StampAuthority};
use proofmark_store::Store;
use proofmark_text::{Text, text};
use proofmark_web::Exhibit;

use crate::attesting_cli::{AttestingCommand, AuthorityCommand, WitnessCommand};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::going_out::outside;
use crate::going_out_args::GoingOutArgs;
use crate::session::{Session, WITH, user, uuid};
use crate::write::write_whole;

/// What is listed of what others said: as much as anybody reads; the API gives all of it.
pub(crate) const LISTED: usize = 200;

/// Does what is asked.
pub(crate) fn attesting(command: &AttestingCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        AttestingCommand::Authority(command) => authority(command, session),
        AttestingCommand::Witness(command) => witness(command, session),
        AttestingCommand::Stamp(going_out) => stamp(going_out, session),
        AttestingCommand::Cosign(going_out) => cosign(going_out, session),
        AttestingCommand::Attestations => list(session),
        AttestingCommand::Attest { pack } => attest(pack, session),
    }
}

fn authority(command: &AuthorityCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        AuthorityCommand::Remove => {
            change(session, |settings| AttestorSettings { authority: None, ..settings })?;
            session.say(&text!("stamps-authority-removed"));
        }
        AuthorityCommand::Set { url, roots, policy, every_minutes } => {
            let roots = String::from_utf8_lossy(&read_file(roots)?).into_owned();
            let authority = StampAuthority { url: url.clone(), roots, policy: policy.clone() };
            change(session, |settings| AttestorSettings {
                authority: Some(authority),
                every_minutes: every_minutes.unwrap_or(settings.every_minutes),
                ..settings
            })?;
            session.say(&text!("stamps-authority-kept", url = url));
        }
    }
    Ok(Exit::Yes)
}

fn witness(command: &WitnessCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        WitnessCommand::Add { key, url } => {
            let added = LedgerWitness { key: key.clone(), url: url.clone() };
            change(session, |settings| with_witness(&settings, added))?;
            let name = key.split('+').next().unwrap_or_default();
            session.say(&text!("stamps-witness-kept", witness = name));
        }
        WitnessCommand::Remove { name } => {
            let changed = change(session, |settings| without_witness(&settings, name))?;
            if !changed {
                return Err(ActionError::NotFound(text!("stamps-no-such-witness", witness = name)));
            }
            session.say(&text!("stamps-witness-removed", witness = name));
        }
    }
    Ok(Exit::Yes)
}

/// Changes the settings; says whether anything changed.
fn change(
    session: &Session,
    changed: impl FnOnce(AttestorSettings) -> AttestorSettings,
) -> Result<bool, ActionError> {
    let mut store = session.home()?.store()?;
    let before = attestors(&store)?;
    let by = Actor::local(&user());
    let order = ChangeOrder { by: &by, with: WITH, at: session.now };
    let after = change_attestors(&order, changed(before.clone()), &mut store)?;
    Ok(after != before)
}

/// The store, with everything sealed that was written: only what is sealed can be attested.
fn sealed_store(session: &Session) -> Result<Store, ActionError> {
    let home = session.home()?;
    let mut store = home.store()?;
    seal_batch(&mut store, &home.signer()?)?;
    Ok(store)
}

fn stamp(going_out: &GoingOutArgs, session: &Session) -> Result<Exit, ActionError> {
    let mut store = sealed_store(session)?;
    let by = Actor::local(&user());
    let order = ChangeOrder { by: &by, with: WITH, at: session.now };
    let stamped = stamp_checkpoint(&order, uuid()?, &outside(going_out)?, &mut store)?;
    seal_batch(&mut store, &session.home()?.signer()?)?;
    session.say(&match stamped {
        Some(stamped) => text!("stamps-stamped", size = stamped.size, at = stamped.at.to_string()),
        None => text!("stamps-nothing-new"),
    });
    Ok(Exit::Yes)
}

/// Every witness is asked, whatever the others answer; the first that failed decides how it ends.
fn cosign(going_out: &GoingOutArgs, session: &Session) -> Result<Exit, ActionError> {
    let mut store = sealed_store(session)?;
    let outside = outside(going_out)?;
    let settings = attestors(&store)?;
    if settings.witnesses.is_empty() {
        return Err(ActionError::NotFound(text!("stamps-nobody")));
    }
    let by = Actor::local(&user());
    let order = ChangeOrder { by: &by, with: WITH, at: session.now };
    let mut failed = None;
    for witness in &settings.witnesses {
        let name = witness.key.split('+').next().unwrap_or_default();
        match cosign_checkpoint(&order, name, &outside, &mut store) {
            Ok(Some(done)) => {
                let (size, at) = (done.size, done.at.to_string());
                session.say(&text!("stamps-cosigned", witness = done.witness, size = size, at = at));
            }
            Ok(None) => session.say(&text!("stamps-nothing-new")),
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    seal_batch(&mut store, &session.home()?.signer()?)?;
    failed.map_or(Ok(Exit::Yes), Err)
}

fn list(session: &Session) -> Result<Exit, ActionError> {
    let list = attestations(&session.home()?.store()?, 0, LISTED)?;
    Ok(session.show(&Exhibit::Attestations(&list)))
}

fn attest(pack: &Path, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let bytes = read_file(pack)?;
    let (attested, sizes) = attest_pack(&bytes, home.signer()?.verifier_key(), &home.store()?)?;
    let path = pack.display().to_string();
    let says: Text = if sizes == 0 {
        text!("stamps-pack-nothing", path = path)
    } else {
        write_whole(pack, &attested)?;
        text!("stamps-pack-attested", path = path, sizes = sizes)
    };
    session.say(&says);
    Ok(Exit::Yes)
}
