//! The page above: where somebody goes on whose request led nowhere.

use crate::link::own_path;
use crate::route::{Kind, Route};
use crate::routes::Register;

/// The nearest page above this path, as the register has it. A form's own page counts, the path asked for does not where
/// it is a page itself.
pub(crate) fn above(path: &str, changes: bool, routes: Register) -> Option<String> {
    let mut upper = own_path(path);
    // A form that is sent to a page's own path leads back to it.
    if !changes {
        upper = upper.rsplit_once('/')?.0;
    }
    while !upper.is_empty() {
        if routes.iter().any(|route| is_page_at(route, upper)) {
            return Some(upper.to_owned());
        }
        upper = upper.rsplit_once('/')?.0;
    }
    None
}

/// Whether the route is a page that is read at this path.
fn is_page_at(route: &Route, path: &str) -> bool {
    if route.kind != Kind::Page || !route.method.is_safe() {
        return false;
    }
    let (mut wanted, mut given) = (route.path.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given))
                if wanted == given || (wanted.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::above;
    use crate::routes::ROUTES;

    #[test]
    fn a_request_that_led_nowhere_goes_on_at_the_nearest_page_above() {
        for (path, changes, to) in [
            ("/o/maker/products/gateway/assessments", true, Some("/o/maker/products/gateway")),
            ("/o/maker/products/gateway", false, Some("/o/maker")),
            ("/o/maker/findings/decisions", true, Some("/o/maker/findings")),
            ("/o/maker/nowhere/at/all", false, Some("/o/maker")),
            (
                "/o/maker/products/a%2Fb/releases/1%200/nope",
                false,
                Some("/o/maker/products/a%2Fb/releases/1%200"),
            ),
            ("/nowhere", false, None),
            ("//evil.example/o/x", false, None),
        ] {
            assert_eq!(above(path, changes, ROUTES).as_deref(), to, "{path}");
        }
    }
}
