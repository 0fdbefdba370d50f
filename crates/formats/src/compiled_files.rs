//! The source files a kernel was compiled from, as builds write them down: a path a line, the `.cmd` files of the kernel's own
//! build one after another, `compile_commands.json` (Clang's compilation database), or SPDX 2 or 3 in JSON with the compiled
//! sources, as Yocto writes it.

use proofmark_facts::{CompiledFiles, Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::input::text_of;
use crate::json::read_value;
use crate::problems::Problems;

/// The most files: the kernel's source tree has some ninety thousand, and each may be named several times.
const MOST_FILES: usize = 2_000_000;

/// The longest path, in bytes (Linux, `PATH_MAX`).
const LONGEST_PATH: usize = 4096;

/// Reads a list of compiled files, whichever of the forms it has.
pub fn read_compiled_files(bytes: &[u8], limits: &Limits) -> Read<CompiledFiles> {
    let mut listed =
        Listed { paths: Vec::new(), has_too_many: false, problems: Problems::new(limits.problems) };
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
        for line in text_of(bytes, limits.bytes)?.lines() {
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
        } else if let Some(files) = CompiledFiles::of(self.paths) {
            return Read::with(files, self.problems.told());
        } else {
            self.problems.error(Place::default(), text!("embedded-compiled-no-kernel"));
        }
        Read { value: None, problems: self.problems.told() }
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Compiled;
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Read<CompiledFiles> {
        read_compiled_files(text.as_bytes(), &Limits::default())
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
        let plain = is_told("# made by the build\r\ninit/main.c\r\n\r\nnet/can/raw.c\r\n");
        assert!(!plain.lists_included());
        let commands = is_told(
            r#"[{"directory": "/build/out", "command": "gcc -c …", "file": "../linux/init/main.c", "output": "init/main.o"},
                {"directory": "/build/out", "arguments": ["gcc"], "file": "/build/linux/net/can/raw.c"}]"#,
        );
        assert_eq!((commands.len(), commands.lists_included()), (2, false));
        let spdx3 = is_told(
            r#"{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
                {"type": "software_Package", "name": "linux-yocto"},
                {"type": "software_File", "name": "/usr/src/kernel/init/main.c", "software_primaryPurpose": "source"},
                {"type": "software_File", "name": "/usr/src/kernel/net/can/raw.c"},
                {"type": "software_File", "name": "/usr/src/kernel/include/net/sock.h"}]}"#,
        );
        assert!(spdx3.lists_included());
        is_told(
            r#"{"spdxVersion": "SPDX-2.2", "files": [{"fileName": "./init/main.c"}, {"fileName": "./net/can/raw.c"}]}"#,
        );
    }

    #[test]
    fn the_files_of_a_kernel_build_say_what_was_included() {
        let files = is_told(
            "savedcmd_init/main.o := gcc -Wp,-MMD,init/.main.o.d -c -o init/main.o ../init/main.c\n\n\
             source_init/main.o := ../init/main.c\n\ndeps_init/main.o := \\\n    $(wildcard include/config/SMP) \\\n  \
             ../include/linux/types.h \\\n\ninit/main.o: $(deps_init/main.o)\n\n$(deps_init/main.o):\n\
             cmd_net/can/raw.o := gcc\nsource_net/can/raw.o := ../net/can/raw.c\n",
        );
        assert!(files.lists_included());
        assert_eq!((files.len(), files.says("include/linux/types.h")), (3, Compiled::Yes));
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
        assert_eq!((read.value.unwrap().len(), read.problems.len()), (1, 1));
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
            prop_assert_eq!(&plain, &read(&json).value.unwrap());
            prop_assert_eq!(&plain, &read(&spdx).value.unwrap());
        }
    }
}
