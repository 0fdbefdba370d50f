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
    let Some((version, lines)) = build_info(info, &file) else {
        let why = text!("generate-go-build-info-cut").to_string();
        let says = text!("generate-malformed", format = "Go build information", why = why);
        return Some(gathered.refuse(Problem::error(Place::default(), says)));
    };
    let graph = list_build_info(&version, &lines, &mut gathered);
    Some(graph.finish(gathered, format!("Go build information ({})", excerpt(&version))))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use proofmark_facts::Component;

    use super::*;

    /// A program (ELF, 64 bits, little endian) of one section.
    fn program(name: &str, data: &[u8]) -> Vec<u8> {
        let names = format!("\0{name}\0.shstrtab\0");
        let data_at = 64_u64;
        let names_at = data_at + data.len() as u64;
        let table_at = names_at + names.len() as u64;
        let mut bytes = b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec();
        for half in [2_u16, 62] {
            bytes.extend(half.to_le_bytes());
        }
        bytes.extend(1_u32.to_le_bytes());
        for word in [0, 0, table_at] {
            bytes.extend(word.to_le_bytes());
        }
        bytes.extend(0_u32.to_le_bytes());
        for half in [64_u16, 56, 0, 64, 3, 2] {
            bytes.extend(half.to_le_bytes());
        }
        bytes.extend(data);
        bytes.extend(names.as_bytes());
        let second = u32::try_from(name.len() + 2).unwrap();
        let sections =
            [(0, 0, 0, 0), (1, 1, data_at, data.len() as u64), (second, 3, names_at, names.len() as u64)];
        for (name, kind, at, length) in sections {
            bytes.extend([name, kind].map(u32::to_le_bytes).concat());
            // Flags, address, place, length, link and information, alignment, length of an entry.
            bytes.extend([0, 0, at, length, 0, 1, 0].map(u64::to_le_bytes).concat());
        }
        bytes
    }

    fn listed(program: &[u8]) -> (String, Vec<String>) {
        let sbom = read_program(program, &Limits::default()).unwrap().value.unwrap();
        let called = |it: &Component| format!("{} {}", it.called(), it.own);
        (sbom.origin.format.clone(), sbom.components.iter().map(called).collect())
    }

    fn go(modules: &str) -> Vec<u8> {
        let mut info = b"\xff Go buildinf:\x08\x02".to_vec();
        info.resize(32, 0);
        let framed = format!("0123456789abcdef{modules}0123456789abcdef");
        for text in ["go1.22.1", &framed] {
            let length = text.len();
            info.extend([u8::try_from(length & 0x7f).unwrap() | 0x80, u8::try_from(length >> 7).unwrap()]);
            info.extend(text.as_bytes());
        }
        info
    }

    #[test]
    fn modules_of_go_are_listed_with_its_library() {
        let modules = "path\texample.com/app/cmd\nmod\texample.com/app\t(devel)\t\ndep\tgolang.org/x/sys\tv0.5.0\th1:x=\n\
            dep\tgithub.com/a/b\tv1.0.0\n=>\tgithub.com/fork/b\tv1.0.1\th1:y=\ndep\texample.com/lib\tv0.0.0\n=>\t../lib\t(devel)\t\nbuild\t-compiler=gc\n";
        let (format, called) = listed(&program(".go.buildinfo", &go(modules)));
        assert_eq!(format, "Go build information (go1.22.1)");
        insta::assert_snapshot!(called.join("\n"), @r"
        pkg:golang/example.com/app true
        pkg:golang/stdlib@1.22.1 false
        pkg:golang/golang.org/x/sys@v0.5.0 false
        pkg:golang/github.com/fork/b@v1.0.1 false
        pkg:golang/example.com/lib@v0.0.0 true
        ");
    }

    #[test]
    fn what_cargo_auditable_lists_is_read_without_what_only_the_build_needed() {
        let json = br#"{"packages": [
            {"name": "app", "version": "0.1.0", "source": "local", "dependencies": [1, 2], "root": true},
            {"name": "log", "version": "0.4.1", "source": "crates.io"},
            {"name": "cc", "version": "1.0.0", "source": "crates.io", "kind": "build"}]}"#;
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
        packed.write_all(json).unwrap();
        let (format, called) = listed(&program(".dep-v0", &packed.finish().unwrap()));
        assert_eq!(
            (format.as_str(), called.join("; ").as_str()),
            ("cargo auditable", "pkg:cargo/app@0.1.0 true; pkg:cargo/log@0.4.1 false")
        );
        let mut bomb = ZlibEncoder::new(Vec::new(), Compression::best());
        bomb.write_all(&vec![b' '; 32 * 1024 * 1024]).unwrap();
        let bomb = program(".dep-v0", &bomb.finish().unwrap());
        assert_eq!(read_program(&bomb, &Limits::default()).unwrap().value, None);
    }

    #[test]
    fn a_program_that_says_nothing_is_none_and_one_cut_off_says_so() {
        let limits = Limits::default();
        assert_eq!(read_program(&program(".text", b"x"), &limits), None);
        assert_eq!(read_program(b"\x7fELF", &limits), None);
        let whole = program(".go.buildinfo", &go("mod\ta\tv1\n")[..40]);
        assert_eq!(read_program(&whole, &limits).unwrap().value, None);
        for length in 0..whole.len() {
            let _ = read_program(&whole[..length], &limits);
        }
    }
}
