//! Who goes outside for the program, within what it was told.

use std::env;
use std::fs;
use std::sync::Arc;

use proofmark_actions::ActionError;
use proofmark_courier::{AllowedNetworks, Courier, DirectHosts, Outfit};

use crate::going_out_args::GoingOutArgs;
use crate::session::WITH;
use crate::worker::Outside;
use crate::write::hindered;

/// Who fetches feeds. What the environment says of a proxy (`HTTPS_PROXY`, else `ALL_PROXY`) counts where no option names one, and
/// what it says of hosts that are reached past it (`NO_PROXY`) in either case.
pub(crate) fn courier_for_feeds(args: &GoingOutArgs) -> Result<Courier, ActionError> {
    let mut outfit = outfit(args)?;
    let set = |names: [&str; 2]| {
        names.into_iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
    };
    let asked = || set(["HTTPS_PROXY", "https_proxy"]).or_else(|| set(["ALL_PROXY", "all_proxy"]));
    outfit.proxy = outfit.proxy.or_else(asked);
    outfit.direct = DirectHosts::of(&set(["NO_PROXY", "no_proxy"]).unwrap_or_default());
    Courier::new(&outfit).map_err(|error| ActionError::Hindered(error.says))
}

/// Who carries things outside. Where it cannot be made ready, work goes on and each errand says why it did not go.
pub(crate) fn outside(args: &GoingOutArgs) -> Result<Outside, ActionError> {
    Ok(match Courier::new(&outfit(args)?) {
        Ok(courier) => Outside::with(Arc::new(courier)),
        Err(error) => Outside::nobody(error.says),
    })
}

fn outfit(args: &GoingOutArgs) -> Result<Outfit, ActionError> {
    let mut outfit = Outfit::plain(&WITH.replace(' ', "/"));
    outfit.allowed = AllowedNetworks(args.allowed_networks.clone());
    outfit.proxy.clone_from(&args.proxy);
    if let Some(path) = &args.authorities {
        outfit.authorities = Some(fs::read(path).map_err(|error| hindered(path, &error))?);
    }
    Ok(outfit)
}
