//! How a kernel was configured, and under which options its source files are compiled: its `.config` (Kbuild), and a table of
//! files and options that whoever knows the build hands in. Makefiles are not read: what they do can only be known by running them.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{BuildRules, KernelConfig, Place, Read, is_kernel_path, plain_path, tree_root};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::text_of;
use crate::problems::Problems;

/// The rules of each file: of a rule all options must be on, of the rules one must hold.
type Rules = BTreeMap<String, Vec<Vec<String>>>;

/// What every option of the kernel begins with.
const OPTION: &str = "CONFIG_";

/// The most options, and the most lines of a table.
const MOST_LINES: usize = 1_000_000;

/// Reads a `.config`: the options that are on, built in (`=y`) or as a module (`=m`). Every other one is off: Kbuild leaves an
/// option out that is not even visible.
pub fn read_kernel_config(bytes: &[u8], limits: &Limits) -> Read<KernelConfig> {
    let written = match text_of(bytes, limits.advisory_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut problems = Problems::new(limits.problems);
    let mut on = BTreeSet::new();
    for (number, line) in (1..).zip(written.lines().take(MOST_LINES)) {
        let line = line.trim();
        if let Some((option, value)) = line
            .split_once('=')
            .map(|(option, value)| (option.trim(), value))
            .filter(|(option, _)| option.starts_with(OPTION))
        {
            if value.trim() != "n" {
                on.insert(option.to_owned());
            }
        } else if !line.is_empty() && !line.starts_with('#') {
            problems.warn(at_line(number), text!("embedded-config-line", line = excerpt(line)));
        }
    }
    if on.is_empty() {
        problems.error(Place::default(), text!("embedded-config-empty"));
        return Read { value: None, problems: problems.told() };
    }
    Read::with(KernelConfig::of(on), problems.told())
}

/// Reads a table: a line for each file, its path and every option that must be on. A file on several lines is compiled under
/// each of them.
pub fn read_build_rules(bytes: &[u8], limits: &Limits) -> Read<BuildRules> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut problems = Problems::new(limits.problems);
    let mut rules = Rules::new();
    let mut unread: BTreeSet<String> = BTreeSet::new();
    for (number, line) in (1..).zip(written.lines().take(MOST_LINES)) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut words = line.split_whitespace();
        let file = plain_path(words.next().unwrap_or_default());
        let options: Vec<String> = words.map(str::to_owned).collect();
        let is_rule = !options.is_empty() && options.iter().all(|option| option.starts_with(OPTION));
        if is_rule {
            rules.entry(file).or_default().push(options);
        } else {
            problems.warn(at_line(number), text!("embedded-rules-line", line = excerpt(line)));
            unread.insert(file);
        }
    }
    let (mut rules, unread) = in_tree(rules, &unread, &mut problems);
    // Of a file with a line that cannot be read, the others are not the whole.
    rules.retain(|file, _| !unread.contains(file));
    if rules.is_empty() {
        problems.error(Place::default(), text!("embedded-rules-empty"));
        return Read { value: None, problems: problems.told() };
    }
    Read::with(BuildRules::of(rules), problems.told())
}

/// The same by paths in the source tree, wherever it lies; what is no source file of it is told and left out.
fn in_tree(rules: Rules, unread: &BTreeSet<String>, problems: &mut Problems) -> (Rules, BTreeSet<String>) {
    let elsewhere = rules.keys().chain(unread).filter(|path| !is_kernel_path(path));
    let root = tree_root(elsewhere.filter(|path| path.contains('/')).map(String::as_str));
    let placed = |path: &str| match root.as_deref().and_then(|root| path.strip_prefix(root)) {
        Some(below) if !is_kernel_path(path) => below.to_owned(),
        _ => path.to_owned(),
    };
    let (mut placed_rules, mut left_out) = (Rules::new(), BTreeSet::new());
    for (path, rule) in rules {
        let file = placed(&path);
        // What an object is made of is not said by its name.
        let object = file.strip_suffix(".o");
        if object.is_some() || !is_kernel_path(&file) || file.ends_with('/') {
            problems.warn(Place::default(), text!("embedded-rules-line", line = excerpt(&path)));
            left_out.extend(object.map(|stem| format!("{stem}.c")));
            continue;
        }
        placed_rules.entry(file).or_default().extend(rule);
    }
    left_out.extend(unread.iter().map(|path| placed(path)));
    (placed_rules, left_out)
}

fn at_line(number: usize) -> Place {
    Place { line_and_column: Some((number, 1)), ..Place::default() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CONFIG: &str = "#\n# Automatically generated file; DO NOT EDIT.\n#\nCONFIG_CAN=y\nCONFIG_CAN_RAW=m\n# CONFIG_CAN_VCAN is not set\n\
        CONFIG_CMDLINE=\"quiet\"\nCONFIG_BT=n\n";

    #[test]
    fn a_file_is_off_where_an_option_of_each_of_its_rules_is() {
        let config = read_kernel_config(CONFIG.as_bytes(), &Limits::default());
        assert!(config.problems.is_empty(), "{:?}", config.problems);
        let config = config.value.unwrap();
        let rules = read_build_rules(
            b"# of 6.6\n./net/can/raw.c CONFIG_CAN CONFIG_CAN_RAW\ndrivers/net/can/vcan.c CONFIG_CAN CONFIG_CAN_VCAN\n\
              net/x.c CONFIG_BT\nnet/x.c CONFIG_CAN\nnet/odd.c\nnet/odd.c CONFIG_BT\n",
            &Limits::default(),
        );
        assert_eq!(rules.problems.len(), 1, "{:?}", rules.problems);
        let rules = rules.value.unwrap();
        assert_eq!(rules.options_off("net/can/raw.c", &config), None);
        assert_eq!(
            rules.options_off("drivers/net/can/vcan.c", &config),
            Some(vec!["CONFIG_CAN_VCAN".to_owned()])
        );
        assert_eq!(rules.options_off("net/x.c", &config), None, "one of its rules holds");
        assert_eq!(rules.options_off("net/odd.c", &config), None, "not all of its rules could be read");
        assert_eq!(rules.options_off("fs/unlisted.c", &config), None, "nothing is guessed");
    }

    #[test]
    fn a_path_counts_in_whichever_spelling_it_stands() {
        let config = read_kernel_config(CONFIG.as_bytes(), &Limits::default()).value.unwrap();
        let off = |rules: &str, file: &str| {
            let read = read_build_rules(rules.as_bytes(), &Limits::default());
            (read.value.unwrap().options_off(file, &config).is_some(), read.problems.len())
        };
        for path in
            ["./net/x.c", "net//x.c", "net/can/../x.c", "net/./x.c", ".//net/can/.././x.c", "net\\x.c"]
        {
            assert_eq!(off(&format!("{path} CONFIG_BT\n"), "net/x.c"), (true, 0), "{path}");
            // One of the rules holds, however the lines spell the file.
            assert_eq!(
                off(&format!("{path} CONFIG_BT\nnet/x.c CONFIG_CAN\n"), "net/x.c"),
                (false, 0),
                "{path}"
            );
        }
        for root in ["/usr/src/linux/", "../linux/", "/home/a/net/linux-6.6/"] {
            let rules = format!("{root}net/x.c CONFIG_BT\n{root}fs/./y.c CONFIG_BT\n");
            assert_eq!(off(&rules, "net/x.c"), (true, 0), "{root}");
            assert_eq!(off(&format!("{rules}net/x.c CONFIG_CAN\n"), "net/x.c"), (false, 0), "{root}");
        }
        // Objects, and paths that may lie below either of two trees, say nothing of a file.
        assert_eq!(
            off("/src/net/x.o CONFIG_BT\n/src/fs/y.c CONFIG_BT\nnet/x.c CONFIG_BT\n", "net/x.c"),
            (false, 1)
        );
        assert_eq!(
            off("/a/net/x.c CONFIG_BT\n/b/net/x.c CONFIG_CAN\nfs/y.c CONFIG_BT\n", "net/x.c"),
            (false, 2)
        );
    }

    #[test]
    fn what_is_neither_is_refused() {
        let config = read_kernel_config(b"hello\n", &Limits::default());
        assert_eq!((config.value, config.problems.len()), (None, 2));
        let rules = read_build_rules(b"net/can/raw.c y\n", &Limits::default());
        assert_eq!((rules.value, rules.problems.len()), (None, 2));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_kernel_config(&bytes, &Limits::default());
            let _ = read_build_rules(&bytes, &Limits::default());
            let _ = read_kernel_config(&[CONFIG.as_bytes(), &bytes].concat(), &Limits::default());
        }
    }
}
