# Decisions on findings: what lapsed and why, rules that decide, and by when findings are to be dealt with.

# --- decisions that do not hold any more ---
triage-lapsed-version = The decision `{ $status }` of { $by } was about `{ $component }`: the release has another version, so it lapsed.
    .hint = Decide on the version of now, for the same reason or another.
triage-lapsed-rule = The rule `{ $rule }` of { $by } decided `{ $status }` when the release was last assessed; it is among the rules no more, so what it decided is open again.
    .hint = Decide on the finding, or put the rule back if it was taken out by mistake.
triage-lapsed-path = The decision `{ $status }` of { $by } covers what comes in by `{ $via }`; the component comes in by { $path } as well, so it lapsed.
    .hint = Look whether the reason holds on that path too, and name it in `via` if it does.

# --- two persons ---
triage-one-person = `{ $person }` decided and cannot be the second person as well
    .hint = Somebody else looks at it and is named here; leave the key out where nobody does.

# --- the gate ---
triage-gate-lapsed = Nobody has decided on `{ $vulnerability }` in `{ $component }` as it is now. { $because }
    .hint = Decide on it: not affected with a justification, affected with the risk accepted, or fixed.
triage-gate-not-approved = The decision that `{ $vulnerability }` in `{ $component }` may stand needs a second person by the makers' own policy, and nobody else agreed.
    .hint = Somebody else looks at it and is named in `approved_by`; on a server they approve the proposal.
triage-gate-not-verified = The decision on `{ $vulnerability }` in `{ $component }` rests on a mitigation that no evidence of its kind shows: `{ $needs }`.
    .hint = Name a file of that kind under `[[vulnerability_decisions.evidence]]` and put it beside the dossier.
triage-gate-wrong-match = `{ $vulnerability }` speaks of something else than `{ $component }`, as { $by } found: { $because }
triage-gate-wrong-match-by-rule = By the rule `{ $rule }` (SHA-256 { $sha256 }), `{ $vulnerability }` speaks of something else than `{ $component }`: { $because }
triage-gate-wrong-match-bare = `{ $vulnerability }` is said to be no vulnerability of `{ $component }`, and nobody is named who says why.
    .hint = Name who found it in `decided_by`, and how in `because`.
triage-gate-by-rule = The rule `{ $rule }` (SHA-256 { $sha256 }) declares that `{ $vulnerability }` in `{ $component }` does not affect the product, with a justification.

# --- deciding at the window ---
triage-decision-names = a decision names up to { $most } components and files, each of up to { $longest } bytes

# --- what is claimed ---
triage-status-wrong-match = wrong match
triage-paper-wrong-match = Matches that are wrong: the record speaks of something else
triage-no-mitigation = none named
triage-mitigation-update = another version
triage-mitigation-configuration = a setting
triage-mitigation-control = another control
triage-mitigation-removal = the component goes
triage-decide-mitigation = By what the risk is dealt with
triage-decide-via = Only where it comes in by
    .hint = One component a line; a trailing `*` stands for any ending. Empty: however it comes in.
triage-decide-evidence = What shows it
    .hint = One file of the product a line, after `reachability`, `configuration` or `test`.
triage-evidence-line = a line of evidence is `reachability`, `configuration` or `test`, then a file

# --- the condition of a rule ---
triage-condition-long = the condition is longer than { $most } bytes
    .hint = Divide it into several rules.
triage-condition-control = the condition holds a control character
    .hint = Write it on one line, or with line breaks alone.
triage-condition-no-cel = the condition cannot be read as CEL: { $says }
    .hint = Write it like `component.package == "pkg:npm/example" && finding.severity == "low"`.
triage-condition-parts = the condition has more than { $most } parts
    .hint = Divide it into several rules.
triage-condition-no-answer = the condition answers neither yes nor no
    .hint = Compare the field with something.
triage-condition-name = nothing is called `{ $name }` here
    .hint = Conditions speak of fields of `finding`, `component` and `product`.
triage-condition-field = `{ $of }` has no field `{ $name }`
    .hint = The known ones are `{ $known }`.
triage-condition-field-meant = `{ $of }` has no field `{ $name }`
    .hint = Did you mean `{ $meant }`?
triage-condition-word = `{ $written }` is never the value of that field
    .hint = Its words are `{ $known }`.
triage-condition-kinds = what is compared or called here does not fit together
    .hint = Compare numbers with numbers and text with text; only numbers have an order.
triage-condition-function = `{ $name }` is not known in conditions
    .hint = Known are comparisons, `in`, `&&`, `||`, `!`, `? :`, `startsWith`, `endsWith`, `contains`, `size`, and `exists` and `all` over a list.
triage-condition-has = `has` is not needed: what nobody knows of a finding never meets a condition that speaks of it
    .hint = Leave it out.
triage-condition-list = a list in a condition holds texts
    .hint = Put each in quotation marks.
triage-condition-literal = such a value is not known in conditions
    .hint = Use text, numbers, `true` and `false`.
triage-condition-part = such an expression is not known in conditions
    .hint = Conditions speak of fields of `finding`, `component` and `product`.
triage-condition-nested = one `exists` or `all` stands inside another
    .hint = Divide the rule, or ask with `in`.

# --- the file of rules and targets ---
triage-file-too-large = the rules are larger than { $most } MiB
    .hint = Divide products, or write rules that decide on more.
triage-not-utf8 = the rules are not UTF-8: the byte at offset { $offset } fits no character
    .hint = Save the file as UTF-8.
triage-format-unknown = this version of the format is not known; the known one is `{ $known }`
    .hint = Write `triage = { $known }`, or use a newer Proofmark if the file was made for one.
triage-rule-twice = two rules have the same name
    .hint = Closures are told by the rule's name: give each its own.
triage-rules-many = there are more than { $most } rules
    .hint = Write rules that decide on more, or decide on single findings.
triage-rule-not-justified = a rule that says `not_affected` needs one of the words of VEX for why
    .hint = Add `justification`.
triage-rule-justified = only `not_affected` is justified with one of the words of VEX
    .hint = Take `justification` out, or say `not_affected`.
triage-rule-fixed = no rule declares a fix: a fix is proven by the next SBOM
    .hint = Declare it for the finding in the dossier, and hand in the SBOM of the fixed release.
triage-rule-no-ground = the rule would close findings for how bad, how likely or how old they are alone
    .hint = Ask for something that keeps the vulnerability from this product: a component, what pulls it in, how it was matched, its files.
triage-rule-ends-before = the rule ends before it was decided
    .hint = Correct one of the two days.
triage-rule-too-long = the rule holds for more than a year
    .hint = Look at it again within a year.
triage-target-no-days = the target says no number of days
    .hint = Give `triage_days`, `remediate_days` or both.
triage-target-long = a target is at most { $most } days
    .hint = Correct the number of days.

# --- rules at work ---
triage-file-not-there = the file of rules and targets `{ $file }` is not there
    .hint = Put it beside the dossier, or take `triage` out.
triage-rule-failed = the rule `{ $rule }` could not be asked of a finding: { $says }
    .hint = It decided nothing there; write its condition otherwise.
triage-rule-not-yet = the rule `{ $rule }` decides nothing before { $on }
triage-rule-expired = the rule `{ $rule }` lapsed after { $on }: what it closed is open again
    .hint = Look whether its reason still holds, and have it agreed to anew.
triage-rule-not-approved = the rule `{ $rule }` decides nothing: nobody else agreed to it
    .hint = Somebody else reads it and is named in `approved_by`, with `approved_sha256 = "{ $sha256 }"`.
triage-rule-changed = the rule `{ $rule }` was changed since { $by } agreed to it, so it lapsed: what it closed is open again
    .hint = { $by } or somebody else reads it as it is now; then `approved_sha256 = "{ $sha256 }"`.
triage-rule-unapproved = the rule `{ $rule }` dismisses findings, and a file that one person hands in does not show that two agreed
    .hint = Decide on the findings at the window, where a second person approves; or have rules taken over on the machine itself.

# --- the command ---
triage-cli = rules that decide on findings, and by when findings are to be dealt with; nothing is kept
triage-cli-preview = say what each rule would close, change or leave, before it acts
triage-cli-due = say which findings are late and which will be; the answer is no where one is late
triage-cli-defaults = write the targets that hold where none are stated, each with where it is from, to be changed
triage-cli-within = how many days ahead to look
triage-show-no-rules = The dossier names no file with rules (`triage`), or there are none in it.
triage-show-digest = SHA-256 { $sha256 }
triage-show-counts = closes { $closes } and changes { $changes } of { $findings } findings
triage-show-holds = decides
triage-show-not-yet = not yet
triage-show-expired = expired
triage-show-not-approved = nobody else agreed
triage-show-changed = changed since it was agreed to
triage-show-closes = closed
triage-show-changes = its status is changed, and it stays open
triage-show-left-decided = left: somebody decided on it
triage-show-left-facts = left: facts of the release say how it stands
triage-show-left-exploited = left: it is exploited somewhere, and a person looks at it
triage-show-left-rule = left: the rule `{ $rule }` decides
triage-show-lacks = left: nobody knows `{ $field }`
triage-show-failed = could not be asked: { $says }
triage-show-due = { $breached } late, { $soon } due within { $days } days, { $open } open
triage-show-targets-of = Targets of `{ $file }`.
triage-show-targets-default = The targets that hold where none are stated (`proofmark triage defaults`).
triage-show-late = late since { $days ->
        [one] one day
       *[other] { $days } days
    }
triage-show-left = { $days ->
        [0] the last day is today
        [one] one day left
       *[other] { $days } days left
    }
triage-show-undated = without a day: nobody dated it, or no target is for it
triage-show-days = { $target }: decide by { $triage }, deal with it by { $remediate } (known { $known })
triage-by-rule = By the rule `{ $rule }` (SHA-256 { $sha256 }).
