//! `gradle.lockfile`, `buildscript-gradle.lockfile` and `settings-gradle.lockfile`
//! (<https://docs.gradle.org/current/userguide/dependency_locking.html>).

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::coordinates::Coordinates;
use super::verification_metadata::GradleDigests;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::lock_graph::LockGraph;

/// Configurations of tools that look at a build and go into nothing it makes.
const OF_TOOLS: [&str; 9] = [
    "annotationProcessor",
    "checkstyle",
    "codenarc",
    "detekt",
    "jacocoAgent",
    "jacocoAnt",
    "ktlint",
    "pmd",
    "spotbugs",
];

/// Reads a `gradle.lockfile`, with the digests its build verifies where it does. What only configurations of tests and of tools need is left
/// out; of a build script's own lockfile that is everything. Which package needs which the file does not say.
pub fn read_gradle_lock(
    bytes: &[u8],
    is_of_build_script: bool,
    digests: Option<&GradleDigests>,
    limits: &Limits,
) -> Read<Sbom> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut is_lockfile = false;
    for (at, line) in written.lines().enumerate() {
        let place = || Place { line_and_column: Some((at + 1, 1)), ..Place::default() };
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with("empty=") {
            is_lockfile = true;
            continue;
        }
        let (package, configurations) = line.split_once('=').unwrap_or((line, ""));
        let parts: Vec<&str> = package.split(':').collect();
        let [group, artifact, version] = parts[..] else {
            let says = text!("generate-malformed", format = "gradle.lockfile", why = excerpt(line));
            return gathered.refuse(Problem::error(place(), says));
        };
        let coordinates = Coordinates { group, artifact, version, ..Coordinates::default() };
        let mut component = coordinates.component(&mut gathered, &place);
        if let Some(digests) = digests {
            component.digests = digests.of(group, artifact, version);
        }
        let mut configurations = configurations.split(',').filter(|it| !it.is_empty()).peekable();
        let is_named = configurations.peek().is_some();
        let develops = is_of_build_script || is_named && configurations.all(is_for_development);
        graph.package(component, format!("line {}", at + 1), develops);
        is_lockfile = true;
    }
    if !is_lockfile {
        let why = text!("generate-no-packages").to_string();
        let says = text!("generate-malformed", format = "gradle.lockfile", why = why);
        return gathered.refuse(Problem::error(Place::default(), says));
    }
    graph.finish(
        gathered,
        if is_of_build_script { "buildscript-gradle.lockfile" } else { "gradle.lockfile" }.to_owned(),
    )
}

/// Whether a configuration is of tests (`testCompileClasspath`, `debugUnitTestRuntimeClasspath`), or of a tool.
fn is_for_development(configuration: &str) -> bool {
    let of_tests = configuration.starts_with("test") && !configuration.starts_with("testFixtures")
        || configuration.contains("Test") && !configuration.contains("TestFixtures");
    of_tests || OF_TOOLS.iter().any(|tool| configuration.starts_with(tool))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jvm::read_verification_metadata;

    const LOCK: &str = "# This is a Gradle generated file for dependency locking.\n# Manual edits can break the build and are not advised.\n\
        com.google.guava:guava:32.1.2-jre=compileClasspath,runtimeClasspath,testRuntimeClasspath\n\
        junit:junit:4.13.2=testCompileClasspath,debugUnitTestRuntimeClasspath\norg.checker:checker:1.0=checkstyle\nempty=annotationProcessor\n";

    #[test]
    fn tests_and_tools_are_left_out_and_digests_come_from_what_is_verified() {
        let limits = Limits::default();
        let verified = format!(
            "<verification-metadata xmlns=\"https://schema.gradle.org/dependency-verification\"><configuration/><components>\
             <component group=\"com.google.guava\" name=\"guava\" version=\"32.1.2-jre\"><artifact name=\"guava-32.1.2-jre.jar\">\
             <sha256 value=\"{}\" origin=\"x\"/></artifact><artifact name=\"guava-32.1.2-jre.pom\"><sha256 value=\"{}\"/></artifact></component></components></verification-metadata>",
            "ab".repeat(32),
            "cd".repeat(32)
        );
        let digests = read_verification_metadata(verified.as_bytes(), &limits).value.unwrap();
        let read = read_gradle_lock(LOCK.as_bytes(), false, Some(&digests), &limits);
        assert_eq!(read.problems[0].says.to_string(), "packages that only development needs are left out: 2");
        let sbom = read.value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(called, ["pkg:maven/com.google.guava/guava@32.1.2-jre"]);
        assert_eq!(sbom.components[0].digests, [("SHA-256".to_owned(), "ab".repeat(32))]);
        let of_build = read_gradle_lock(LOCK.as_bytes(), true, None, &limits).value.unwrap();
        assert!(of_build.components.is_empty());
    }

    #[test]
    fn what_is_no_lockfile_is_refused() {
        let refused = |written: &str| {
            read_gradle_lock(written.as_bytes(), false, None, &Limits::default()).value.is_none()
        };
        assert!(refused("hello\n") && refused("# comment\n") && refused("a:b=c\n"));
        assert!(!refused("empty=\n"));
    }
}
