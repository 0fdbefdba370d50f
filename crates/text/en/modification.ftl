## Whether a change made a product a new one before the law: questions, answers, differences, what follows.

# --- the questions ---
modification-ask-kind = What kind of change is it? No kind decides alone: a feature update need not be substantial, and a security update can be.
    .hint = State `modification.kind`.
modification-ask-purpose = Is the intended purpose no longer the one the product was assessed for?
modification-ask-purpose-covered = Does the risk assessment of the earlier version already cover the new purpose?
modification-ask-interfaces = Does it add or expose an interface?
modification-ask-channels = Does it add a communication channel?
modification-ask-environments = Does the product, or a part of it, run in an environment it did not run in?
modification-ask-dependencies = Does it depend on something outside it that it did not depend on, or in another way?
modification-ask-scenarios = Does it make attacks possible that were not?
modification-ask-likelihood = Does it make a known attack more likely: less effort, more exposure, weaker safeguards?
modification-ask-impact = Does it make a known attack worse: in reach or severity, harder to notice, harder to recover from?
modification-ask-boundary = Does it move the boundary of the product?
modification-ask-lowers-risk = Does it lower the cybersecurity risk?
modification-ask-assumptions = Do the assumptions of the risk assessment still hold?
modification-ask-mitigations = Do the measures the risk assessment relies on still work?
modification-ask-compliance = Does it affect compliance with the requirements of Annex I Part I?
modification-ask-foreseen = Was this change foreseen in the risk assessment that existed before it?
modification-ask-described = Is this change described in that risk assessment?
modification-ask-assessed = Are its risks assessed in that risk assessment?
modification-ask-mitigated = Are its risks mitigated as that risk assessment says?

# --- what was answered ---
modification-purpose-changed = The intended purpose changed.
modification-purpose-kept = The intended purpose is the one the product was assessed for.
modification-purpose-covered = The intended purpose changed, but the risk assessment already covers the new one.
modification-purpose-not-covered = The intended purpose changed in a way the risk assessment does not cover: that alone is substantial.
modification-new-interfaces = It adds or exposes an interface.
modification-new-channels = It adds a communication channel.
modification-new-environments = It runs in an environment it did not run in.
modification-new-dependencies = It depends on something outside it in a way it did not.
modification-new-scenarios = It makes attacks possible that were not.
modification-likelihood-raised = It makes a known attack more likely.
modification-impact-raised = It makes a known attack worse.
modification-boundary-changed = It moves the boundary of the product, which a security update does not do without being looked at anew.
modification-lowers-risk = It lowers the cybersecurity risk.
modification-assumptions-hold = The assumptions of the risk assessment still hold.
modification-mitigations-hold = The measures the risk assessment relies on still work.
modification-affects-compliance = It affects compliance with the requirements of Annex I Part I: that is what makes a change substantial.
modification-not-foreseen = The risk assessment did not deal with this change beforehand: it would have to have foreseen, described, assessed and mitigated it.
modification-foreseen = The existing risk assessment foresaw the change, describes it, assesses it and mitigates its risks: not substantial, whatever it adds.
modification-foreseen-at = The existing risk assessment foresaw the change, describes it, assesses it and mitigates its risks ({ $at }): not substantial, whatever it adds.
modification-security-update = A security update that lowers the risk and leaves the intended purpose alone is not substantial, however large it is.
modification-security-update-unless = That would be otherwise if it moved the product's boundary, changed what it depends on or exposed an interface, and nobody had foreseen it. Not stated: { $facts }.
modification-security-update-beyond = A security update that changes purpose, boundary or dependencies, or exposes an interface, and was not foreseen, is judged like any other change.
modification-restoring = A repair, a refurbishment or a better part that leaves compliance and purpose as they were is not substantial.
modification-every-no = No new way of attack, none more likely, none worse, and what the risk assessment presumes still holds: likely not substantial.
modification-presumed-no-longer = What the risk assessment presumes no longer holds, so that its answers do not carry over by themselves.
modification-no-effect = It is stated that compliance with Annex I Part I is not affected, and the purpose is covered: neither half of the definition is met.
modification-review-presumed = The guidance calls a change likely not substantial only while the risk assessment's premises hold; here they do not. Have a lawyer check it.
modification-before-placing = The earlier version was not yet on the market: a change before that is development, not a modification.
modification-integration = Building components into a new product of one's own is integration, not a modification of them.
modification-third-party = What the provider of a remote service that is not yours changes in that service does not modify your product.
modification-large = The change is technically large; its size decides nothing.
modification-small = The change is technically small; its size decides nothing, a small feature can be substantial.

# --- conflicts ---
modification-conflict-placed = The earlier version is said not to have been placed on the market, and to have been placed there on { $placed_on }.
    .hint = Keep `modification.earlier_was_placed` or `modification.earlier_placed_on`, whichever is true.
modification-conflict-foreseen-purpose = The existing risk assessment is said to have dealt with the whole change, and not to cover the new purpose.
    .hint = Look up the purpose in the risk assessment that existed before the change; one of the two statements is wrong.
modification-conflict-foreseen-compliance = The existing risk assessment is said to have mitigated what the change brings, and the change to affect compliance with Annex I Part I.
    .hint = If compliance is affected, not everything was mitigated; one of the two statements is wrong.
modification-conflict-risk = The security update is said to lower the risk, and `{ $fact }` says it raises one.
    .hint = State which it is; an update that lowers one risk and brings another is a question for the risk assessment.
modification-conflict-no-effect = The change is said not to affect compliance with Annex I Part I, but `{ $fact }` says it brings a risk that nobody assessed.
    .hint = Leave `modification.affects_compliance` out, or correct the other answer.
modification-conflict-provider-purpose = Only a third party's service is said to have changed, and yet the purpose of the product with it.
    .hint = A changed purpose is your own change: name its kind, `feature-update` for one.
modification-conflict-provider-unknown = `{ $service }` is said to have changed, but is none of the remote services of this dossier.
    .hint = Write the service's name as it stands in `remote_services`.
modification-conflict-provider-own = `{ $service }` is said to be a third party's, but is part of the product: its software is your own responsibility.
    .hint = A change to it is a change to the product: name its kind, `feature-update` for one.
modification-conflict-provider-product = Only a third party's service is said to have changed, but the dossiers show more: { $shown }
    .hint = Name the kind of your own change, or say under `modification.explained` what the difference really is.
modification-conflict-denied = `{ $fact }` is answered with no, but the dossiers show otherwise: { $shown }
    .hint = Correct the answer, or say under `modification.explained` what the difference really is.

# --- what is wrong with the declaration ---
modification-problem-no-reason = The decision is not what the declared facts lead to ({ $proposed }), and gives no reason.
    .hint = Say why in `modification.because`, or correct the facts.
modification-problem-decided-by = A decision is declared, but not { $lacks }.
    .hint = A decision counts because a person answers for it: add `decided_by` and `decided_on`.
modification-lacks-whom = by whom
modification-lacks-when = when
modification-lacks-whom-and-when = by whom and when
modification-problem-no-decision = It is said who decided, when or why, but not what.
    .hint = Add `determination = "substantial"` or `determination = "not-substantial"`.
modification-problem-role-denied = The change stands as substantial and was made by an operator who is said not to modify the product substantially.
    .hint = Correct `operator.activity.substantially_modifies` or `modification.made_by`: who modifies substantially is its manufacturer.
modification-problem-role-claimed = The operator is said to modify the product substantially, but this change stands as not substantial.
    .hint = State `operator.activity.substantially_modifies = false` unless an earlier change was substantial.
modification-problem-same-version = The change is said to be one of version { $version }, which is this release itself.
    .hint = Name the earlier version in `modification.of_version`.
modification-problem-earlier-later = The earlier version is said to have been placed on the market on { $earlier }, after this one on { $newer }.
    .hint = Correct one of the two days.
modification-problem-keeps-day = The change is not substantial, so the version keeps the earlier day of placing on the market, { $earlier }, but { $newer } is stated.
    .hint = State the day of the earlier version in `release.placed_on_the_market_on`.
modification-problem-other-version = The change is said to be one of version { $stated }, but the earlier dossier is about version { $found }.
    .hint = Hand in the dossier of that version, or correct `modification.of_version`.
modification-problem-other-day = The earlier version is said to have been placed on the market on { $stated }, but its own dossier says { $found }.
    .hint = Correct `modification.earlier_placed_on`, or leave it out: the earlier dossier is used.
modification-problem-explained-idle = `{ $difference }` is explained, but the two dossiers do not differ in it.
    .hint = Remove the explanation; of a remote service, name it in `of`; or check that the right earlier dossier was handed in.
modification-proposed-substantial = substantial
modification-proposed-not-substantial = not substantial
modification-proposed-undetermined = cannot be decided

# --- differences ---
modification-differs-identity = The operator or the product bears another name than before; whose change is it, and is it still the same product?
modification-differs-purpose = The intended purpose is worded otherwise than before.
modification-differs-purpose-stated-once = The intended purpose is stated in one of the two dossiers only.
modification-differs-category = The core functionality falls under another category: { $before } before, { $now } now.
modification-differs-core = The core functionality is worded otherwise than before.
modification-differs-functionalities = The essential functionalities are not the same.
modification-differs-kind = The product is another kind of object than before.
modification-differs-connection = The data connection is not the same.
modification-differs-environment = The security environment the risk assessment presumes is worded otherwise.
modification-differs-properties = A security property that was declared is declared no longer.
modification-differs-circumstances = Circumstances or misuse that may lead to risks were added.
modification-differs-remote-added = The remote service `{ $service }` is new.
modification-differs-remote-removed = The remote service `{ $service }` is gone.
modification-differs-remote-outcome = The remote service `{ $service }` is something else to the product than before.
modification-differs-requirement-gone = These requirements of Annex I Part I applied and no longer do: { $requirements }.
modification-differs-requirement-come = These requirements of Annex I Part I did not apply and now do: { $requirements }.
modification-differs-requirement-otherwise = These requirements of Annex I Part I are implemented otherwise: { $requirements }.
modification-differs-reviewed = The risk assessment was reviewed on { $reviewed_on }; whether the change was foreseen is asked of it as it was before.
modification-differs-not-reviewed = The risk assessment was not reviewed since the earlier version; does it still hold?
modification-differs-expected-use = The expected time of use is not the same.
modification-differs-support = The support period ends on another day.
modification-differs-direct-added = The product itself depends on { $count ->
    [one] a package
   *[other] { $count } packages
    } it did not depend on: { $names }. A library is not by itself an external dependency; is one of these?
modification-differs-components-added = { $count ->
    [one] A package is
   *[other] { $count } packages are
    } listed that { $count ->
    [one] was
   *[other] were
    } not: { $names }.
modification-differs-components-removed = { $count ->
    [one] A package is
   *[other] { $count } packages are
    } no longer listed: { $names }. Did a measure rest on { $count ->
    [one] it
   *[other] one of them
    }?
modification-differs-major-up = { $count ->
    [one] A package
   *[other] { $count } packages
    } moved to a higher major version: { $names }. What it promises may have changed.
modification-differs-major-down = { $count ->
    [one] A package
   *[other] { $count } packages
    } moved to a lower major version: { $names }. Are known weaknesses back?

# --- what follows ---
modification-follows-up-to-date = Keep the risk assessment and the technical documentation up to date, whatever was decided.
modification-follows-third-party = Revise the risk assessment for what the provider changed.
modification-follows-integration = Whoever makes the new product is its manufacturer, with every duty for the whole of it; assess it under a dossier of its own.
modification-follows-keeps-day = The version keeps the earlier day of placing on the market, { $day }; no new conformity assessment, declaration or CE marking is asked.
modification-follows-keeps-early-day = The version keeps the earlier day of placing on the market, { $day }, before 2027-12-11: it stays bound by the reporting duties only.
modification-follows-keeps-unknown-day = The version keeps the day the earlier one was placed on the market; which day that is, is not stated.
modification-follows-by-whom = Who made the change decides who is its manufacturer now; it is not stated.
modification-follows-original = The manufacturer stays the manufacturer and places the modified product on the market as a new one.
modification-follows-importer = The importer who modified it is its manufacturer, with the duties of Articles 13 and 14.
modification-follows-distributor = The distributor who modified it is its manufacturer, with the duties of Articles 13 and 14.
modification-follows-other-keeps = Whoever modified it does not make it available, and so does not become its manufacturer.
modification-follows-other-open = Whoever modified it becomes its manufacturer if they make it available; whether they do is not stated.
modification-follows-other-extent = Whoever modified it is its manufacturer: for the part affected, or for the whole if the cybersecurity of the product as a whole is affected, which is not stated.
modification-follows-other-whole = Whoever modified it is its manufacturer, with the duties of Articles 13 and 14 for the whole product.
modification-follows-other-part = Whoever modified it is its manufacturer, with the duties of Articles 13 and 14 for the part affected.
modification-follows-not-available = It is not made available, so nothing is placed on the market anew.
modification-follows-available-open = If it is made available, it is placed on the market anew; whether it is, is not stated.
modification-follows-placing = Made available, it is placed on the market as a new product; the day is not stated.
modification-follows-placing-on = Made available, it is placed on the market as a new product, on { $day }.
modification-follows-earlier-open = If the earlier version was on the market before 2027-12-11, this change decides whether the product is bound; the day is not stated.
modification-follows-earlier-when = The earlier version was on the market before 2027-12-11: substantially modified from that day on, the product is bound. The day of this release is not stated.
modification-follows-earlier-not-yet = The earlier version and this one, of { $day }, come before 2027-12-11: the change does not yet bind the product to more than the reporting duties.
modification-follows-earlier-bound = The earlier version was on the market before 2027-12-11 and bound by the reporting duties only; modified on { $day }, the product is bound by everything.
modification-follows-earlier-extent = For their own earlier product, manufacturers owe it for the modified parts, or for the whole if the cybersecurity of the whole suffers, which is not stated.
modification-follows-earlier-whole = The cybersecurity of the product as a whole is affected: the duties cover all of it, not only the modified parts.
modification-follows-earlier-part = The duties are limited to the modified parts, because the cybersecurity of the whole is not affected.
modification-follows-earlier-distributor = A distributor need not bring earlier products into conformity, except those they modify substantially, as here.
modification-follows-assessment = Have the conformity of the modified product assessed by a procedure that is open to it.
modification-follows-documentation = Draw up the technical documentation of the modified product, with its risk assessment.
modification-follows-declaration = Draw up and sign an EU declaration of conformity for it.
modification-follows-marking = Affix the CE marking to it.
modification-follows-reuse = Tests and documents that show something of parts the change does not affect may be used again.
modification-follows-support = Examine the support period again: it is neither reset nor lengthened by itself. Whether what decides the time of use is as it was, is not stated.
modification-follows-support-units = Examine the support period again: each unit has one of its own, from the day it is placed on the market.
modification-follows-support-aligned = Declare a support period for the modified version: with the same expected use it ends when the original one does, even if less than five years are left.
modification-follows-support-anew = Set a support period for the modified version by the criteria of Article 13(8): what decides the time of use changed.
modification-follows-earlier-versions-open = Whether vulnerabilities may be remedied in the latest version only depends on what moving to it asks of users of earlier ones, which is not stated.
modification-follows-earlier-versions-all = Moving to this version is not free, or costs users extra: go on remedying vulnerabilities in the earlier versions until their support ends.
modification-follows-earlier-versions-latest = Vulnerabilities may be remedied in the latest version only. The other duties of Annex I Part II stay for every version; tell users of earlier ones that their support ends.
modification-follows-earlier-versions-effort = Vulnerabilities may be remedied in the latest version only: staff time, tests and routine upgrades are no extra cost. The other duties of Annex I Part II stay for every version; tell users of earlier ones that their support ends.
modification-follows-earlier-versions-paid = Vulnerabilities may be remedied in the latest version only; support of earlier ones against payment is allowed. The other duties of Annex I Part II stay for every version; tell users of earlier ones that their support ends.
modification-follows-certificate-open = If a notified body's certificate covers the earlier version, it may have to be told; whether one does is not stated.
modification-follows-quality-system = Tell the notified body that approved the quality system of the change you intend.
modification-follows-new-examination = Tell the notified body that issued the certificate: the modified product needs to be examined anew, by it or by another one.
modification-follows-addition = Tell the notified body that issued the certificate: it approves the change by an addition to it.
modification-follows-no-reassessment = The change does not affect conformity or the conditions of the certificate: the notified body need not examine it.
modification-follows-may-affect = Changes that may affect conformity or the conditions of the certificate go to the notified body; whether this one may is not stated.

# --- the command ---
modification-cli-about = say whether what changed since an earlier version is a substantial modification, and what follows
modification-cli-earlier = the directory that holds the earlier version's `proofmark.toml`
modification-cli-newer = the directory that holds the newer version's `proofmark.toml`, with its table `[modification]`
modification-show-versions = { $product } { $earlier } → { $newer }
modification-show-proposal = Proposal
modification-show-substantial = a substantial modification
modification-show-not-substantial = not a substantial modification
modification-show-undetermined = cannot be decided: { $count ->
    [one] one fact is
   *[other] { $count } facts are
    } not stated
modification-show-contradictory = cannot be decided: what is stated contradicts itself or the dossiers
modification-show-seen = seen: { $difference }
modification-show-decision = Decision
modification-show-decided = decided by { $by } on { $on }:
modification-show-departs = This is not what is proposed; it counts all the same.
modification-show-differences = Differences
modification-show-differences-count = { $count }; those marked `·` only hint at something
modification-show-explained = explained: { $because }
modification-show-no-components = The components could not be compared: one of the two versions has no component list.
modification-show-follows = What follows
modification-show-state = Not stated: { $missing }
modification-show-open = cannot be decided
modification-show-line-decided = modification: { $says }, as decided
modification-show-line-proposed = modification: { $says }, as proposed
modification-show-line-more = `proofmark modification OLD_DIR NEW_DIR` lays it beside the earlier version; `--all` shows what follows.
