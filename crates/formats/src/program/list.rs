//! A program: which of what it may hold is there.

use object::{Object as _, ObjectSection as _};
use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::audit_data::list_audit_data;
use super::go_build_info::{begins_build_info, build_info};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::golang::list_build_info;

/// Where `cargo auditable` puts its list.
const AUDIT_SECTION: &str = ".dep-v0";

/// Where Go puts its build information; on Windows it stands among the data.
const GO_SECTIONS: [&str; 3] = [".go.buildinfo", "__go_buildinfo", ".data"];

/// Reads what a program (ELF, a portable executable, Mach-O) says it was built from. `None`: it says nothing, as most do; so does what
/// only looks like a program.
pub fn read_program(bytes: &[u8], limits: &Limits) -> Option<Read<Sbom>> {
    let file = object::File::parse(bytes).ok()?;
    if let Some(packed) = file.section_by_name(AUDIT_SECTION).and_then(|section| section.data().ok()) {
        return Some(list_audit_data(packed, limits));
    }
    let info = GO_SECTIONS.iter().find_map(|name| {
        let section = file.section_by_name(name)?;
        let data = section.data().ok()?;
        begins_build_info(data)
    })?;
    let mut gathered = Gathered::new(limits);
    Some(match build_info(info, &file) {
        Some((version, lines)) => {
            let graph = list_build_info(&version, &lines, &mut gathered);
            graph.finish(gathered, format!("Go build information ({})", excerpt(&version)))
        }
        None => {
            let why = text!("generate-go-build-info-cut").to_string();
            let says = text!("generate-malformed", format = "Go build information", why = why);
            gathered.refuse(Problem::error(Place::default(), says))
        }
    })
}
