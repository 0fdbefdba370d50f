//! How the world writes it down: bytes to facts and back, one file a standard. This room must never open a
//! file, a socket or a clock, never keep what it read, and never panic, whatever the bytes. Start reading
//! at [`read_sbom`], then [`read_cyclonedx`], whose shape the other readers follow.

mod advisory_kind;
mod build_file;
mod buildroot;
mod cargo_lock;
mod cargo_manifest;
mod commit_history;
mod commit_list;
mod commit_titles;
mod compiled_files;
mod composer;
mod csaf;
mod cve_name;
mod cve_record;
mod cyclonedx;
mod detect;
mod digest;
mod dossier;
mod dotnet;
mod end_of_life;
mod epss;
mod eu_exploited;
mod euvd;
mod euvd_page;
mod excerpt;
mod gathered;
mod gemfile_lock;
mod golang;
mod input;
mod instants;
mod integrity;
mod json;
mod jvm;
mod kernel_build;
mod kev;
mod law_case;
mod licence_expression;
mod limits;
mod listed;
mod lock_graph;
mod native;
mod node;
mod nvd;
mod official_schema;
mod openwrt;
mod osv;
mod osv_changes;
mod osv_to_match;
mod package_fact;
mod package_lock;
mod packaged;
mod patch;
mod problems;
mod program;
mod python;
mod spdx;
mod spdx3;
mod system;
mod vex;
mod west_manifest;
mod written_whole;
mod xml_elements;
mod xml_signs;
mod yaml_guard;
mod yocto;

pub use advisory_kind::{AdvisoryKind, advisory_kind};
pub use build_file::{BuildFile, read_build_file};
pub use cargo_lock::{CargoWorkspace, read_cargo_lock, read_cargo_lock_beside};
pub use cargo_manifest::{CargoManifest, read_cargo_manifest};
pub use commit_history::read_commit_history;
pub use commit_list::read_commit_list;
pub use compiled_files::read_compiled_files;
pub use composer::{ComposerManifest, read_composer_json, read_composer_lock};
pub use csaf::{
    CsafDocument, CsafJudgement, CsafKey, CsafListed, CsafOutcome, CsafPlace, CsafProvider, CsafTestAnswer,
    CsafTier, RolieEntry, csaf_of_security_txt, csaf_tests, judge_csaf, read_csaf, read_csaf_aggregator,
    read_csaf_changes, read_csaf_index, read_csaf_provider, read_rolie,
};
pub use cve_record::read_cve_record;
pub use cyclonedx::{
    CyclonedxHeading, CyclonedxVersion, read_cyclonedx, write_cyclonedx, write_cyclonedx_to,
};
pub use detect::{read_component_list, read_sbom};
pub use dossier::{
    Answer, Answers, ConditionFacts, ConditionFault, DossierKey, Excerpt, ExcerptLine, Fact, Met,
    PartialDossier, Places, ReadDossier, ReadGatePolicy, ReadTriagePolicy, Takes, TriageCondition,
    dossier_key, dossier_keys, dossier_reference, excerpt, filled, judge_answer, judge_yes_or_no,
    nearest_dossier_key, read_answers, read_dossier, read_gate_policy, read_partial_dossier,
    read_redaction_policy, read_triage_policy, starter,
};
pub use dotnet::{
    CentralVersions, DotnetProject, list_dotnet_project, read_central_versions, read_deps_json,
    read_dotnet_project, read_packages_config, read_packages_lock,
};
pub use end_of_life::{EndOfLife, SupportEnds, SupportedLine, read_end_of_life};
pub use epss::{ExploitScore, ExploitScores, begins_as_epss, read_epss};
pub use eu_exploited::{EuExploitedEntry, read_eu_exploited};
pub use euvd::read_euvd;
pub use euvd_page::{EuvdItem, EuvdPage, read_euvd_page};
pub use gemfile_lock::read_gemfile_lock;
pub use golang::{GoWork, read_go_mod, read_go_work};
pub use jvm::{
    GradleDigests, Pom, list_poms, read_dependency_tree, read_gradle_lock, read_java_archive, read_pom,
    read_verification_metadata,
};
pub use kernel_build::{read_build_rules, read_kernel_config};
pub use kev::{ExploitedCatalogue, ExploitedEntry, read_kev};
pub use law_case::{LawCase, read_law_case};
pub use licence_expression::{LicenceList, licence_can_be_met};
pub use limits::Limits;
pub use listed::{BuiltPackages, Listed};
pub use native::{
    Vendored, read_cmake, read_conan_lock, read_conanfile, read_vcpkg_manifest, read_vcpkg_status,
    read_vendored,
};
pub use node::{NodeManifest, read_package_json, read_pnpm_lock, read_yarn_lock};
pub use nvd::{NvdMetric, NvdPage, NvdRecord, begins_as_nvd, read_nvd};
pub use official_schema::{SchemaVerdict, held_against_schema};
pub use osv::read_osv;
pub use osv_changes::{OsvChange, read_osv_changes};
pub use osv_to_match::read_osv_to_match;
pub use package_fact::PackageFact;
pub use package_lock::read_package_lock;
pub use program::read_program;
pub use python::{
    PythonProject, Requirements, included_files, read_pdm_lock, read_pipfile, read_pipfile_lock,
    read_poetry_lock, read_pylock, read_pyproject, read_python_metadata, read_requirements, read_uv_lock,
};
pub use spdx::{
    SpdxHeading, read_spdx, read_spdx_archive, read_spdx_tag_value, write_spdx_2, write_spdx_2_to,
};
pub use spdx3::{read_spdx_3, write_spdx_3, write_spdx_3_to};
pub use system::{
    Distribution, kernel_release, read_apk_installed, read_apk_world, read_apt_marks, read_dpkg_status,
    read_os_release, read_rpm_database,
};
pub use vex::{
    VexFormat, VexHeading, WrittenVex, is_vex, read_vex, write_csaf_vex, write_cyclonedx_vex, write_openvex,
    write_spdx_vex,
};
