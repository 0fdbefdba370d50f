//! Who goes outside for the program, within what it was told.

use std::fs;
use std::sync::Arc;

use proofmark_actions::ActionError;
use proofmark_courier::{AllowedNetworks, Courier, Outfit};

use crate::going_out_args::GoingOutArgs;
use crate::session::WITH;
use crate::worker::Outside;
use crate::write::hindered;

/// Who carries things outside. Where it cannot be made ready, work goes on and each errand says why it did not go.
pub(crate) fn outside(args: &GoingOutArgs) -> Result<Outside, ActionError> {
    let mut outfit = Outfit::plain(&WITH.replace(' ', "/"));
    outfit.allowed = AllowedNetworks(args.allowed_networks.clone());
    outfit.proxy.clone_from(&args.proxy);
    if let Some(path) = &args.authorities {
        outfit.authorities = Some(fs::read(path).map_err(|error| hindered(path, &error))?);
    }
    Ok(match Courier::new(&outfit) {
        Ok(courier) => Outside::with(Arc::new(courier)),
        Err(error) => Outside::nobody(error.says),
    })
}
