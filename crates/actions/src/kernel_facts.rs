//! What the dossier says of the release's Linux kernel, read once, and what follows from it for a finding.

use proofmark_facts::{
    AffectedCode, BuildRules, CommitList, Compiled, CompiledFiles, Component, Cpe, KernelConfig,
    KnownVulnerability, MatchConfidence, Place, Problem, Read, Release, Sha256, Triage, TriageEvidence,
    TriageRule,
};
use proofmark_formats::{
    Limits, read_build_rules, read_commit_list, read_compiled_files, read_kernel_config,
};
use proofmark_text::text;

use crate::named_files::NamedFiles;

/// A file that was read, and what it said.
type Stated<T> = Option<(TriageEvidence, T)>;

/// What is stated of the kernel.
#[derive(Debug, Default)]
pub(crate) struct KernelFacts {
    compiled: Stated<CompiledFiles>,
    config: Stated<KernelConfig>,
    rules: Stated<BuildRules>,
    commits: Stated<CommitList>,
    vendor_tree: Option<String>,
    base_version: Option<String>,
    soc: Option<String>,
}

impl KernelFacts {
    /// Reads the files the release names; what is wrong with them is told with everything else.
    pub(crate) fn read(release: &Release, files: &NamedFiles, problems: &mut Vec<Problem>) -> Self {
        let mut from = Reading { files, problems };
        let tree = &release.kernel_tree;
        let facts = Self {
            compiled: from.file(
                "release.compiled_files",
                release.compiled_files.as_ref(),
                read_compiled_files,
            ),
            config: from.file("release.kernel_config", release.kernel_config.as_ref(), read_kernel_config),
            rules: from.file(
                "release.kernel_build_rules",
                release.kernel_build_rules.as_ref(),
                read_build_rules,
            ),
            commits: from.file("release.kernel_tree.commits", tree.commits.as_ref(), read_commit_list),
            vendor_tree: tree.vendor.clone(),
            base_version: tree.base_version.clone(),
            soc: release.soc.clone(),
        };
        if release.kernel_config.is_some() != release.kernel_build_rules.is_some() {
            let at = if release.kernel_config.is_some() { "kernel_config" } else { "kernel_build_rules" };
            problems
                .push(Problem::warning(Place::at(format!("release.{at}")), text!("embedded-config-alone")));
        }
        if let (Some(tree), None) = (&facts.vendor_tree, &facts.base_version) {
            let says = text!("embedded-vendor-without-base", tree = tree);
            problems.push(Problem::warning(Place::at("release.kernel_tree"), says));
        }
        facts
    }

    /// The kernel as it is looked up: in the version its tree was made from, where that is stated.
    pub(crate) fn asked_as(&self, kernel: &Component) -> Option<Component> {
        let base = self.base_version.as_deref()?;
        let cpe = format!("cpe:2.3:o:linux:linux_kernel:{base}:*:*:*:*:*:*:*");
        Some(Component {
            name: kernel.name.clone(),
            version: Some(base.to_owned()),
            purl: format!("pkg:generic/linux@{base}").parse().ok(),
            cpe: cpe.parse::<Cpe>().is_ok().then_some(cpe),
            revisions: kernel.revisions.clone(),
            ..Component::default()
        })
    }

    /// Where nothing says what a vendor's tree was made from, its version is a weaker word.
    pub(crate) fn weigh(&self, known: &mut KnownVulnerability) {
        if self.vendor_tree.is_some() && self.base_version.is_none() {
            for matched in &mut known.matched_by {
                matched.confidence = matched.confidence.min(MatchConfidence::Likely);
            }
        }
    }

    /// What follows for a vulnerability of the kernel; `None` where nothing is stated of it.
    pub(crate) fn triage(&self, known: &KnownVulnerability) -> Option<Triage> {
        let nothing = AffectedCode::default();
        let code = known.code.as_ref().unwrap_or(&nothing);
        let by_files = self.by_files(code);
        // What is seen to be compiled was compiled, whatever a configuration says.
        let is_seen =
            |triage: &Triage| matches!(triage.rule, TriageRule::Compiled | TriageRule::PerhapsCompiled);
        // What a list that was cut short leaves out, a configuration may still say.
        let by_options = self.by_options(code).filter(|_| !by_files.as_ref().is_some_and(is_seen));
        let says = [by_files, by_options, self.by_commits(code)];
        let closes = |triage: &Triage| triage.status().is_some();
        let mut says: Vec<Triage> = says.into_iter().flatten().collect();
        let place = says.iter().position(closes).unwrap_or_default();
        let is_stated = self.vendor_tree.is_some() || self.base_version.is_some() || self.soc.is_some();
        if says.is_empty() {
            return is_stated.then(|| self.of(TriageRule::Stated, &[]));
        }
        Some(says.swap_remove(place))
    }

    /// A file that is compiled weighs most, then one of which it cannot be said; only where none is either is none there.
    fn by_files(&self, code: &AffectedCode) -> Option<Triage> {
        let (evidence, list) = self.compiled.as_ref()?;
        let of = |rule, files: Vec<String>| Triage { files, ..self.of(rule, &[evidence]) };
        if code.program_files.is_empty() {
            return Some(of(TriageRule::NoFilesNamed, Vec::new()));
        }
        let files_that = |says: Compiled| {
            let files = code.program_files.iter().filter(|file| list.says(file) == says);
            files.cloned().collect::<Vec<String>>()
        };
        for (says, rule) in
            [(Compiled::Yes, TriageRule::Compiled), (Compiled::Unsure, TriageRule::PerhapsCompiled)]
        {
            let files = files_that(says);
            if files.is_empty() {
                continue;
            }
            let missing: Vec<String> = list.missing().iter().map(|file| (*file).to_owned()).collect();
            let is_cut = says == Compiled::Unsure && !missing.is_empty();
            return Some(if is_cut { of(TriageRule::ListNotWhole, missing) } else { of(rule, files) });
        }
        Some(of(TriageRule::NotCompiled, code.program_files.clone()))
    }

    fn by_options(&self, code: &AffectedCode) -> Option<Triage> {
        let ((configured, config), (described, rules)) = (self.config.as_ref()?, self.rules.as_ref()?);
        if code.program_files.is_empty() {
            return Some(self.of(TriageRule::NoFilesNamed, &[configured, described]));
        }
        let off: Option<Vec<Vec<String>>> =
            code.program_files.iter().map(|file| rules.options_off(file, config)).collect();
        let mut options = off?.concat();
        options.sort_unstable();
        options.dedup();
        let files = code.program_files.clone();
        Some(Triage { files, options, ..self.of(TriageRule::OptionsOff, &[configured, described]) })
    }

    fn by_commits(&self, code: &AffectedCode) -> Option<Triage> {
        let (evidence, list) = self.commits.as_ref()?;
        let carrier = |fix: &String| Some((fix.clone(), list.carrier_of(fix)?.to_string()));
        let doubtful = |fix: &String| Some((fix.clone(), list.doubtful_carrier_of(fix)?.to_string()));
        let fixes = &code.fix_commits;
        let in_tree = fixes.iter().find_map(carrier).map(|found| (TriageRule::FixInTree, found));
        let perhaps =
            || fixes.iter().find_map(doubtful).map(|found| (TriageRule::FixPerhapsTakenBack, found));
        let Some((rule, (fix, by))) = in_tree.or_else(perhaps) else {
            return Some(self.of(TriageRule::FixNotFound, &[evidence]));
        };
        Some(Triage { fix_commit: Some(fix), carried_by: Some(by), ..self.of(rule, &[evidence]) })
    }

    fn of(&self, rule: TriageRule, evidence: &[&TriageEvidence]) -> Triage {
        Triage {
            rule,
            files: Vec::new(),
            options: Vec::new(),
            fix_commit: None,
            carried_by: None,
            evidence: evidence.iter().map(|one| (*one).clone()).collect(),
            vendor_tree: self.vendor_tree.clone(),
            base_version: self.base_version.clone(),
            soc: self.soc.clone(),
        }
    }
}

/// Takes away what is stated of a kernel and of the build, as it is of another release; whether there was anything.
pub(crate) fn forget_kernel(release: &mut Release) -> bool {
    let files = [&mut release.compiled_files, &mut release.kernel_config, &mut release.kernel_build_rules];
    let mut had = !std::mem::take(&mut release.kernel_tree).is_unstated();
    for file in files {
        had |= file.take().is_some();
    }
    had |= !std::mem::take(&mut release.build_files).is_empty();
    had
}

/// Files on their way to what they say.
struct Reading<'a> {
    files: &'a NamedFiles,
    problems: &'a mut Vec<Problem>,
}

impl Reading<'_> {
    fn file<T>(
        &mut self,
        key: &str,
        path: Option<&String>,
        read: fn(&[u8], &Limits) -> Read<T>,
    ) -> Stated<T> {
        let path = path?;
        let Some(file) = self.files.get(path).and_then(Option::as_ref) else {
            let says = text!("embedded-file-not-there", name = path);
            self.problems.push(Problem::error(Place::at(key), says));
            return None;
        };
        let read = read(&file.bytes, &Limits::default()).in_file(path);
        self.problems.extend(read.problems);
        let sha256: Sha256 = file.sha256;
        Some((TriageEvidence { file: path.clone(), sha256 }, read.value?))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proofmark_facts::{CommitName, KERNEL_CORE, KERNEL_CORE_HEADERS, VexStatus};

    use super::*;

    fn evidence(file: &str) -> TriageEvidence {
        TriageEvidence { file: file.into(), sha256: Sha256::of(file.as_bytes()) }
    }

    #[expect(clippy::unnecessary_wraps, reason = "as it is held")]
    fn compiled(files: &[&str]) -> Stated<CompiledFiles> {
        let core = KERNEL_CORE.iter().chain(&KERNEL_CORE_HEADERS).chain(&["arch/arm64/kernel/setup.c"]);
        let files = files.iter().chain(core);
        Some((evidence("compiled.txt"), CompiledFiles::of(files.map(|file| (*file).to_owned())).unwrap()))
    }

    #[expect(clippy::unnecessary_wraps, reason = "as it is held")]
    fn commits(names: &[&str]) -> Stated<CommitList> {
        let names = names.iter().map(|name| CommitName::parse(name).unwrap());
        Some((
            evidence("commits.txt"),
            CommitList::of(names.map(|name| (name, name)).collect(), BTreeSet::new()),
        ))
    }

    fn known(paths: &[&str], fixes: &[&str]) -> KnownVulnerability {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        KnownVulnerability {
            id: "CVE-2026-1".into(),
            code: Some(AffectedCode { program_files: words(paths), fix_commits: words(fixes) }),
            ..KnownVulnerability::default()
        }
    }

    fn rule(facts: &KernelFacts, known: &KnownVulnerability) -> Option<TriageRule> {
        facts.triage(known).map(|triage| triage.rule)
    }

    #[test]
    fn one_file_that_is_or_may_be_compiled_keeps_a_finding_open() {
        let facts = KernelFacts { compiled: compiled(&["net/can/raw.c"]), ..KernelFacts::default() };
        for (files, expected) in [
            (&["net/can/bcm.c"][..], TriageRule::NotCompiled),
            (&["net/can/bcm.c", "net/can/raw.c"], TriageRule::Compiled),
            (&["net/can/bcm.c", "net/can/Kconfig"], TriageRule::PerhapsCompiled),
            (&["net/can/Kconfig", "net/can/raw.c"], TriageRule::Compiled),
            (&[], TriageRule::NoFilesNamed),
        ] {
            assert_eq!(rule(&facts, &known(files, &[])), Some(expected), "{files:?}");
        }
        let without_code = KnownVulnerability { code: None, ..known(&[], &[]) };
        assert_eq!(rule(&facts, &without_code), Some(TriageRule::NoFilesNamed));
        assert_eq!(rule(&KernelFacts::default(), &known(&["net/can/bcm.c"], &[])), None);
    }

    #[test]
    fn a_list_cut_short_opens_and_explains_and_closes_nothing() {
        let cut = |files: &[&str]| {
            let files = CompiledFiles::of(files.iter().map(|file| (*file).to_owned())).unwrap();
            KernelFacts { compiled: Some((evidence("compiled.txt"), files)), ..KernelFacts::default() }
        };
        let absent = known(&["net/can/bcm.c"], &[]);
        for list in
            [&["init/main.c"][..], &["init/main.c", "include/linux/types.h"], &["init/main.c", "fs/namei.c"]]
        {
            let triage = cut(list).triage(&absent).unwrap();
            assert_eq!((triage.rule, triage.status()), (TriageRule::ListNotWhole, None), "{list:?}");
            assert!(triage.says()[0].to_string().contains("`drivers/base/bus.c`"), "{:?}", triage.says());
        }
        let seen = cut(&["init/main.c", "net/can/bcm.c"]);
        assert_eq!(rule(&seen, &absent), Some(TriageRule::Compiled), "what it lists was compiled");
    }

    #[test]
    fn a_fix_that_may_have_been_taken_back_closes_nothing() {
        let fix = "ab".repeat(20);
        let (evidence, list) = commits(&[&fix]).unwrap();
        let doubtful = BTreeSet::from([CommitName::parse(&fix).unwrap()]);
        let facts =
            KernelFacts { commits: Some((evidence, list.doubting(doubtful))), ..KernelFacts::default() };
        let triage = facts.triage(&known(&[], &[&fix])).unwrap();
        assert_eq!((triage.rule, triage.status()), (TriageRule::FixPerhapsTakenBack, None));
        assert!(triage.says()[0].to_string().contains(&fix), "{:?}", triage.says());
    }

    #[test]
    fn a_fix_in_the_tree_closes_what_is_compiled() {
        let (fix, other) = ("ab".repeat(20), "cd".repeat(20));
        let facts = KernelFacts {
            compiled: compiled(&["net/can/raw.c"]),
            commits: commits(&[&fix]),
            vendor_tree: Some("linux-imx".into()),
            base_version: Some("6.1.22".into()),
            ..KernelFacts::default()
        };
        let triage = facts.triage(&known(&["net/can/raw.c"], &[&other, &fix])).unwrap();
        assert_eq!((triage.rule, triage.status()), (TriageRule::FixInTree, Some(VexStatus::Fixed)));
        assert_eq!((triage.fix_commit.as_ref(), triage.carried_by.as_ref()), (Some(&fix), Some(&fix)));
        assert_eq!(triage.evidence, [evidence("commits.txt")]);
        let open = facts.triage(&known(&["net/can/raw.c"], &[&other])).unwrap();
        assert_eq!((open.rule, open.status()), (TriageRule::Compiled, None));
        let asked = facts.asked_as(&Component::default()).unwrap();
        assert_eq!(asked.called(), "pkg:generic/linux@6.1.22");
    }

    #[test]
    fn options_only_close_what_their_table_names() {
        let rules = [("net/can/bcm.c".to_owned(), vec![vec!["CONFIG_CAN_BCM".to_owned()]])];
        let facts = KernelFacts {
            config: Some((evidence("config"), KernelConfig::of(BTreeSet::from(["CONFIG_CAN".to_owned()])))),
            rules: Some((evidence("rules"), BuildRules::of(BTreeMap::from(rules)))),
            ..KernelFacts::default()
        };
        let triage = facts.triage(&known(&["net/can/bcm.c"], &[])).unwrap();
        assert_eq!(
            (triage.rule, triage.options.len(), triage.evidence.len()),
            (TriageRule::OptionsOff, 1, 2)
        );
        assert_eq!(rule(&facts, &known(&["net/can/bcm.c", "net/can/raw.c"], &[])), None);
    }

    #[test]
    fn the_version_of_a_vendors_tree_is_a_weaker_word() {
        use proofmark_facts::{MatchRule, MatchedBy};
        let matched = MatchedBy {
            advisory: "CVE-2026-1".into(),
            rule: MatchRule::PackageRange,
            range: String::new(),
            source: "CVE".into(),
            criteria: None,
            confidence: MatchConfidence::Certain,
            beside: None,
        };
        let mut one = KnownVulnerability { matched_by: vec![matched], ..known(&[], &[]) };
        let vendor = KernelFacts { vendor_tree: Some("linux-imx".into()), ..KernelFacts::default() };
        KernelFacts { base_version: Some("6.1".into()), ..KernelFacts::default() }.weigh(&mut one);
        assert_eq!(one.confidence(), MatchConfidence::Certain);
        vendor.weigh(&mut one);
        assert_eq!(one.confidence(), MatchConfidence::Likely);
        assert_eq!(rule(&vendor, &one), Some(TriageRule::Stated));
    }
}
