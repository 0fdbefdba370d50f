//! The GitLab template: a job that holds the shell recipe, since a pipeline that includes a template gets one file.

/// The recipe it holds.
const RECIPE: &str = include_str!("../../ci-templates/shell/proofmark-submit.sh");

/// What stands before it. GitLab fills `PROOFMARK_ID_TOKEN` with the job's own identity, made out to the server alone.
const HEAD: &str = "\
# Hands a release's component list in to a Proofmark server and fails when the gate is closed. Generated from
# ci-templates/shell/proofmark-submit.sh by `cargo xtask codegen`; what the variables mean stands below.
#
#   include:
#     - remote: https://…/proofmark.gitlab-ci.yml
#   verdict:
#     extends: .proofmark
#     variables:
#       PROOFMARK_URL: https://proofmark.example.eu
#       PROOFMARK_OPERATOR: example-gmbh
#       PROOFMARK_PRODUCT: example-gateway
#       PROOFMARK_SBOM: sbom.cdx.json
#
# The job's image needs a POSIX shell and curl.
.proofmark:
  id_tokens:
    PROOFMARK_ID_TOKEN:
      aud: $PROOFMARK_URL
  variables:
    PROOFMARK_ANSWER: proofmark-verdict.json
  artifacts:
    when: always
    paths: [proofmark-verdict.json]
  script:
    - |
      cat >\"${TMPDIR:-/tmp}/proofmark-submit.sh\" <<'PROOFMARK_RECIPE'
";

/// What stands behind it.
const FOOT: &str = "      PROOFMARK_RECIPE
    - sh \"${TMPDIR:-/tmp}/proofmark-submit.sh\"
";

/// The whole template.
pub(crate) fn gitlab() -> String {
    let mut page = HEAD.to_owned();
    for line in RECIPE.lines() {
        if !line.is_empty() {
            page.push_str("      ");
            page.push_str(line);
        }
        page.push('\n');
    }
    page.push_str(FOOT);
    page
}
