//! The source files a kernel was compiled from, as builds write them down: a path a line, the `.cmd` files of the kernel's own
//! build one after another, `compile_commands.json` (Clang's compilation database), or SPDX 2 or 3 in JSON with the compiled
//! sources, as Yocto writes it.

use std::collections::BTreeSet;

use proofmark_facts::{CompiledFiles, Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::text_of;
use crate::json::read_value;
use crate::problems::Problems;

/// The most files: the kernel's source tree has some ninety thousand, and each may be named several times.
const MOST_FILES: usize = 2_000_000;

/// How many missing files are named.
const MOST_NAMED: usize = 4;

/// The longest path, in bytes (Linux, `PATH_MAX`).
const LONGEST_PATH: usize = 4096;

/// Reads a list of compiled files, whichever of the forms it has.
pub fn read_compiled_files(bytes: &[u8], limits: &Limits) -> Read<CompiledFiles> {
    let mut listed = Listed {
        paths: Vec::new(),
        visited: None,
        has_too_many: false,
        problems: Problems::new(limits.problems),
    };
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let read = match first {
        Some(b'[') => listed.compile_commands(bytes, limits),
        Some(b'{') => listed.spdx(bytes, limits),
        _ => listed.lines(bytes, limits),
    };
    match read {
        Ok(()) => listed.told(),
        Err(problem) => Read::refused(*problem),
    }
}

/// One entry of a compilation database.
#[derive(Deserialize)]
struct Command {
    #[serde(default)]
    directory: String,
    file: String,
}

/// The files of an SPDX document: version 2 lists them, version 3 has them among all elements.
#[derive(Deserialize)]
struct Spdx {
    #[serde(default)]
    files: Vec<SpdxFile>,
    #[serde(default, rename = "@graph")]
    graph: Vec<SpdxElement>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SpdxFile {
    file_name: Option<String>,
}

#[derive(Deserialize)]
struct SpdxElement {
    #[serde(rename = "type")]
    kind: Option<String>,
    name: Option<String>,
}

/// What was listed so far.
struct Listed {
    paths: Vec<String>,
    /// Of a list of lines, which has no end of its own: the folders the build was in.
    visited: Option<BTreeSet<String>>,
    has_too_many: bool,
    problems: Problems,
}

impl Listed {
    fn compile_commands(&mut self, bytes: &[u8], limits: &Limits) -> Result<(), Box<Problem>> {
        let commands: Vec<Command> = read_value(bytes, limits.bytes, limits.depth, "compile_commands.json")?;
        for command in commands {
            let is_whole = command.file.starts_with('/') || command.directory.is_empty();
            let path =
                if is_whole { command.file } else { format!("{}/{}", command.directory, command.file) };
            self.add(path);
        }
        Ok(())
    }

    fn spdx(&mut self, bytes: &[u8], limits: &Limits) -> Result<(), Box<Problem>> {
        let Spdx { files, graph } = read_value(bytes, limits.bytes, limits.depth, "SPDX")?;
        for path in files.into_iter().filter_map(|file| file.file_name) {
            self.add(path);
        }
        let is_file = |element: &SpdxElement| element.kind.as_deref() == Some("software_File");
        for path in graph.into_iter().filter(is_file).filter_map(|element| element.name) {
            self.add(path);
        }
        Ok(())
    }

    /// A path a line, or the lines of `.cmd` files: `source_X := path`, then the paths X depends on, each with a backslash.
    fn lines(&mut self, bytes: &[u8], limits: &Limits) -> Result<(), Box<Problem>> {
        let text = text_of(bytes, limits.bytes)?;
        if let Some(line) = cut_off(text) {
            return Err(Box::new(Problem::error(
                Place::default(),
                text!("embedded-compiled-cut", line = excerpt(line)),
            )));
        }
        let visited = self.visited.insert(BTreeSet::new());
        for line in text.lines() {
            if let Some(folder) = visited_folder(line) {
                visited.insert(folder.to_owned());
            }
        }
        for line in text.lines() {
            let line = line.trim().trim_end_matches('\\').trim_end();
            // What make puts in is a marker of an option, not a file; and the end of a `.cmd` file names its object.
            if line.is_empty() || line.starts_with('#') || line.contains("$(") {
                continue;
            }
            match line.split_once(":=") {
                Some((key, source)) if key.trim_start().starts_with("source_") => {
                    self.add(source.trim().to_owned());
                }
                Some(_) => {}
                None => self.add(line.to_owned()),
            }
        }
        Ok(())
    }

    fn add(&mut self, path: String) {
        if path.len() > LONGEST_PATH {
            self.problems.warn(Place::default(), text!("embedded-compiled-long", most = LONGEST_PATH as u64));
        } else if self.paths.len() == MOST_FILES {
            self.has_too_many = true;
        } else if !path.is_empty() {
            self.paths.push(path);
        }
    }

    fn told(mut self) -> Read<CompiledFiles> {
        if self.has_too_many {
            let says = text!("embedded-compiled-too-many", most = MOST_FILES as u64);
            self.problems.error(Place::default(), says);
        } else if self.paths.is_empty() {
            self.problems.error(Place::default(), text!("embedded-compiled-empty"));
        } else if let Some(files) = match &self.visited {
            None => CompiledFiles::of(self.paths),
            Some(visited) => CompiledFiles::of_lines(self.paths, visited),
        } {
            if !files.missing().is_empty() {
                let shown: Vec<String> =
                    files.missing().iter().take(MOST_NAMED).map(|file| format!("`{file}`")).collect();
                let says = text!("embedded-compiled-not-whole", files = shown.join(", "));
                self.problems.warn(Place::default(), says);
            }
            return Read::with(files, self.problems.told());
        } else {
            self.problems.error(Place::default(), text!("embedded-compiled-no-kernel"));
        }
        Read { value: None, problems: self.problems.told() }
    }
}

/// The end of a text that stops in the middle of a path.
fn cut_off(text: &str) -> Option<&str> {
    let line = text.rsplit('\n').next().unwrap_or_default().trim();
    let name = line.rsplit(['/', ' ']).next().unwrap_or_default();
    (!line.is_empty() && !line.starts_with('#') && !name.contains('.')).then_some(line)
}

/// The folder whose archive the kernel's build made, though it may be empty: `cmd_sound/built-in.a := …`.
fn visited_folder(line: &str) -> Option<&str> {
    let target = line.split_once(":=").map(|(target, _)| target.trim())?;
    let target = target.strip_prefix("savedcmd_").or_else(|| target.strip_prefix("cmd_"))?;
    target
        .strip_suffix("built-in.a")
        .or_else(|| target.strip_suffix("built-in.o"))
        .filter(|folder| folder.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Compiled, KERNEL_CORE, KERNEL_CORE_HEADERS};
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Read<CompiledFiles> {
        read_compiled_files(text.as_bytes(), &Limits::default())
    }

    /// What every kernel compiles, and raw CAN sockets.
    fn compiled() -> impl Iterator<Item = &'static str> {
        KERNEL_CORE.into_iter().chain(["arch/arm64/kernel/setup.c", "net/can/raw.c"])
    }

    /// A line for each file in this tree.
    fn lines(root: &str, files: impl Iterator<Item = &'static str>) -> String {
        files.flat_map(|file| [root, file, "\n"]).collect()
    }

    /// Raw CAN sockets are compiled, Bluetooth is not.
    fn is_told(list: &str) -> CompiledFiles {
        let read = read(list);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let files = read.value.unwrap();
        assert_eq!(files.says("net/can/raw.c"), Compiled::Yes, "{list}");
        assert_eq!(files.says("net/bluetooth/l2cap_core.c"), Compiled::No, "{list}");
        files
    }

    #[test]
    fn a_list_is_read_in_each_of_its_forms() {
        let plain =
            is_told(&format!("# made by the build\r\n\r\n{}", lines("./", compiled()).replace('\n', "\r\n")));
        assert!(!plain.lists_included());
        let command = |file: &str| serde_json::json!({ "directory": "/build/out", "command": "gcc -c …", "file": format!("../linux/{file}") });
        let last = serde_json::json!({ "directory": "/build/out", "arguments": ["gcc"], "file": "/build/linux/net/can/raw.c" });
        let commands: Vec<_> = compiled().map(command).chain([last]).collect();
        let commands = is_told(&serde_json::to_string(&commands).unwrap());
        assert_eq!((commands.len(), commands.lists_included()), (KERNEL_CORE.len() + 2, false));
        let element = |file: &str| serde_json::json!({ "type": "software_File", "name": format!("/usr/src/kernel/{file}"), "software_primaryPurpose": "source" });
        let package = serde_json::json!({ "type": "software_Package", "name": "linux-yocto" });
        let graph: Vec<_> = compiled().chain(KERNEL_CORE_HEADERS).map(element).chain([package]).collect();
        let spdx3 = serde_json::json!({ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": graph });
        assert!(is_told(&spdx3.to_string()).lists_included());
        let files: Vec<_> =
            compiled().map(|file| serde_json::json!({ "fileName": format!("./{file}") })).collect();
        is_told(&serde_json::json!({ "spdxVersion": "SPDX-2.2", "files": files }).to_string());
    }

    /// `.cmd` files of these sources, each with what every one includes.
    fn of_build(files: impl Iterator<Item = &'static str>) -> String {
        let headers: String = KERNEL_CORE_HEADERS.map(|header| format!("  ../{header} \\\n")).concat();
        let one = |file: &str| {
            let object = format!("{}.o", file.split_once('.').unwrap().0);
            format!(
                "savedcmd_{object} := gcc -Wp,-MMD,x.d -c -o {object} ../{file}\n\nsource_{object} := ../{file}\n\ndeps_{object} := \\\n    \
                 $(wildcard include/config/SMP) \\\n{headers}\n{object}: $(deps_{object})\n\n$(deps_{object}):\n"
            )
        };
        files.map(one).collect::<Vec<String>>().concat()
    }

    #[test]
    fn the_files_of_a_kernel_build_say_what_was_included_and_where_it_was() {
        let files = is_told(&of_build(compiled()));
        assert!(files.lists_included());
        assert_eq!(files.len(), KERNEL_CORE.len() + 2 + KERNEL_CORE_HEADERS.len());
        assert_eq!(files.says("include/linux/types.h"), Compiled::Yes);
        assert_eq!(
            files.says("sound/core/pcm.c"),
            Compiled::Unsure,
            "it may have been cut off before it came there"
        );
        let visited = format!(
            "{}savedcmd_sound/built-in.a := rm -f sound/built-in.a; ar cDPrST sound/built-in.a\n",
            of_build(compiled())
        );
        assert_eq!(is_told(&visited).says("sound/core/pcm.c"), Compiled::No);
    }

    #[test]
    fn a_list_cut_short_is_told_and_closes_nothing() {
        let lacks = |gone: &'static str| lines("", compiled().filter(move |file| *file != gone));
        for (list, missing) in [
            (
                "init/main.c\n".to_owned(),
                "`drivers/base/bus.c`, `drivers/base/class.c`, `drivers/base/core.c`, `drivers/base/dd.c`",
            ),
            (lines("", ["init/main.c"].into_iter().chain(KERNEL_CORE_HEADERS)), "`drivers/base/bus.c`"),
            (lacks("mm/vmstat.c"), "`mm/vmstat.c`"),
            (lacks("arch/arm64/kernel/setup.c"), "`arch/`"),
        ] {
            let read = read(&list);
            assert_eq!(read.problems[0].says.id(), "embedded-compiled-not-whole");
            assert!(read.problems[0].says.to_string().contains(missing), "{:?}", read.problems);
            assert_eq!(read.value.unwrap().says("net/bluetooth/l2cap_core.c"), Compiled::Unsure, "{list}");
        }
        let whole = lines("", compiled());
        for cut in [whole.trim_end_matches(".c\n"), whole.trim_end_matches("raw.c\n")] {
            let read = read(cut);
            assert_eq!((read.value, read.problems[0].says.id()), (None, "embedded-compiled-cut"));
        }
        is_told(whole.trim_end());
    }

    #[test]
    fn what_is_no_list_of_a_kernel_is_refused_and_says_why() {
        let says = |list: &str| {
            let read = read(list);
            assert_eq!(read.value, None, "{list}");
            let says: Vec<String> = read.problems.iter().map(|problem| problem.says.to_string()).collect();
            says.join("\n")
        };
        insta::assert_snapshot!(says("# nothing\n"), @"this lists no compiled source files");
        insta::assert_snapshot!(says("[]"), @"this lists no compiled source files");
        insta::assert_snapshot!(says("src/main.c\ninit/main.o\n"), @"this is no list of the source files of a Linux kernel: `init/main.c`, which every kernel compiles, is not in it");
        assert!(says("[7]").contains("cannot stand here"));
        let long = format!("init/main.c\n{}\n", "a".repeat(LONGEST_PATH + 1));
        let read = read_compiled_files(long.as_bytes(), &Limits::default());
        assert_eq!((read.value.unwrap().len(), read.problems.len()), (1, 2));
        let limits = Limits { bytes: 8, ..Limits::default() };
        assert!(read_compiled_files(b"init/main.c\n", &limits).value.is_none());
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            for start in ["", "init/main.c\n", "[{\"file\": \"", "{\"files\": ["] {
                let _ = read_compiled_files(&[start.as_bytes(), &bytes].concat(), &Limits::default());
            }
        }

        /// The three forms of one list say the same.
        #[test]
        fn the_form_does_not_matter(files in prop::collection::btree_set("[a-z]{1,4}/[a-z]{1,4}\\.[ch]", 1..20)) {
            let mut files: Vec<String> = files.into_iter().collect();
            files.push("init/main.c".to_owned());
            let json = serde_json::to_string(&files.iter().map(|file| serde_json::json!({"file": file})).collect::<Vec<_>>()).unwrap();
            let graph: Vec<_> = files.iter().map(|file| serde_json::json!({"type": "software_File", "name": format!("/src/{file}")})).collect();
            let spdx = serde_json::json!({"@graph": graph}).to_string();
            let plain = read(&files.join("\n")).value.unwrap();
            let (json, spdx) = (read(&json).value.unwrap(), read(&spdx).value.unwrap());
            prop_assert_eq!(&json, &spdx);
            prop_assert_eq!((plain.len(), plain.missing()), (json.len(), json.missing()));
            for file in &files {
                prop_assert_eq!(plain.says(file), json.says(file), "{}", file);
            }
        }
    }
}
