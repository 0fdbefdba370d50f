#!/bin/sh
# Hands a release's component list (and VEX) in to a Proofmark server and ends with its verdict.
#
# Exit codes: 0 the gate is open or not asked of this product; 1 it is closed; 2 something is not set; 3 refused, the
# answer says why; 4 the server could not be reached or could not answer; 6 no verdict can be given yet.
#
#   PROOFMARK_URL        https://proofmark.example.eu
#   PROOFMARK_OPERATOR   the operator's id, as in the address of its pages
#   PROOFMARK_PRODUCT    the product's id, as in the address of its page
#   PROOFMARK_RELEASE    the release's version; empty: the one the dossier names
#   PROOFMARK_SBOM       the component list: CycloneDX, SPDX, Cargo.lock or package-lock.json
#   PROOFMARK_VEX        statements on vulnerabilities in OpenVEX; may be empty
#   PROOFMARK_TOKEN      a token; may be empty on GitHub and GitLab, where the workload's own identity is shown
#   PROOFMARK_ID_TOKEN   an identity token somebody else has fetched
#   PROOFMARK_ANSWER     where the answer is kept; else proofmark-verdict.json
set -eu

say() { printf '%s\n' "proofmark: $*" >&2; }

# What stands under this name in the answer, a text or a word. Enough for our own JSON: no tool needs installing.
value() {
    awk -v name="\"$1\"" '
        { all = all $0 }
        END {
            while ((at = index(all, name)) > 0) {
                all = substr(all, at + length(name))
                if (sub(/^[ \t]*:[ \t]*/, "", all)) break
            }
            if (at == 0) exit
            if (sub(/^"/, "", all)) match(all, /^([^"\\]|\\.)*/)
            else match(all, /^[^],} \t]*/)
            text = substr(all, 1, RLENGTH)
            gsub(/\\"/, "\"", text)
            print text
        }' "$answer"
}

for name in PROOFMARK_URL PROOFMARK_OPERATOR PROOFMARK_PRODUCT PROOFMARK_SBOM; do
    eval "is=\${$name:-}"
    if [ -z "$is" ]; then
        say "$name is not set"
        exit 2
    fi
done
for file in "$PROOFMARK_SBOM" "${PROOFMARK_VEX:-}"; do
    if [ -n "$file" ] && [ ! -r "$file" ]; then
        say "$file cannot be read"
        exit 2
    fi
done
url=${PROOFMARK_URL%/}
answer=${PROOFMARK_ANSWER:-proofmark-verdict.json}

# Who hands it in: a token, an identity token, or what GitHub says this workload is.
bearer=${PROOFMARK_TOKEN:-${PROOFMARK_ID_TOKEN:-}}
if [ -z "$bearer" ] && [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
    printf 'Authorization: Bearer %s\n' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" |
        curl -sS --fail --max-time 30 -H @- -o "$answer" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=$url" || exit 4
    bearer=$(value value)
    rm -f "$answer"
fi
if [ -z "$bearer" ]; then
    say "neither PROOFMARK_TOKEN nor an identity token is there"
    exit 2
fi

# Asked again after a lost answer, the server gives the same answer and does nothing twice.
once="$(cat "$PROOFMARK_SBOM" ${PROOFMARK_VEX:+"$PROOFMARK_VEX"} | cksum | tr ' ' -)-$$-$(date +%s)"

set -- -F "sbom=@$PROOFMARK_SBOM"
if [ -n "${PROOFMARK_VEX:-}" ]; then set -- "$@" -F "vex=@$PROOFMARK_VEX"; fi
if [ -n "${PROOFMARK_RELEASE:-}" ]; then set -- "$@" --form-string "release=$PROOFMARK_RELEASE"; fi

# The secret goes in by standard input: what stands on a command line can be read by every process of the machine.
status=$(printf 'Authorization: Bearer %s\n' "$bearer" |
    curl -sS -H @- -H "Idempotency-Key: $once" -H 'Accept: application/json' "$@" \
        --max-time 300 --retry 3 --retry-connrefused -o "$answer" -w '%{http_code}' \
        "$url/api/v1/operators/$PROOFMARK_OPERATOR/products/$PROOFMARK_PRODUCT/submissions") || {
    say "$url could not be reached"
    exit 4
}

case $status in
2??) ;;
408 | 425 | 429 | 5??)
    say "the server answered $status: $(value detail)"
    exit 4
    ;;
*)
    say "refused ($status): $(value detail)"
    hint=$(value hint)
    if [ -n "$hint" ]; then say "hint: $hint"; fi
    exit 3
    ;;
esac

gate=$(value gate)
evidence=$(value evidence)
printf 'gate: %s\nevidence: %s\n' "$gate" "$evidence"
if [ -n "${GITHUB_OUTPUT:-}" ]; then printf 'gate=%s\nevidence=%s\n' "$gate" "$evidence" >>"$GITHUB_OUTPUT"; fi
case $gate in
open | not-asked) exit 0 ;;
closed) exit 1 ;;
*) exit 6 ;;
esac
