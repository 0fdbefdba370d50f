## What the room `proofmark` says. A key begins with `proofmark-`; an attribute `.hint` says what the reader can do.

# The command line
proofmark-cli-about = Meets the EU Cyber Resilience Act for a product's whole life, and proves it.
proofmark-cli-after = Exit codes: 0 yes, 1 no, 2 usage, 3 input refused, 4 hindered from outside, 5 stored data damaged, 6 no answer yet, 70 a fault of Proofmark. Results go to standard output, everything else to standard error. Not legal advice: every verdict names the fact and the article it rests on.
proofmark-cli-home = where store, ledger key and vulnerability database lie [default: $PROOFMARK_HOME, else the user's data directory]
proofmark-cli-format = how results are written to standard output
proofmark-cli-format-text = for people
proofmark-cli-format-json = for programs; described by `proofmark schema`
proofmark-cli-colour = when to use colour; NO_COLOR is respected
proofmark-cli-colour-auto = in a terminal
proofmark-cli-colour-always = always
proofmark-cli-colour-never = never
proofmark-cli-quiet = leave progress out
proofmark-cli-by = who asks, as the ledger records it [default: the user's login name]
proofmark-cli-assess = assess a release: verdict, known vulnerabilities, gate, readiness, papers and evidence pack
proofmark-cli-assess-dir = the directory that holds `proofmark.toml`
proofmark-cli-assess-out = write papers, results and the evidence pack into this directory
proofmark-cli-assess-as-of = the day to answer for, with reporting clocks judged at its end in UTC; today they are judged now [default: today, UTC]
proofmark-cli-assess-db = use this vulnerability database instead of the one in the home
proofmark-cli-assess-all = show every obligation and every reason
proofmark-cli-verify = verify an evidence pack offline
proofmark-cli-verify-pack = the pack, a ZIP file
proofmark-cli-verify-key = the maker's ledger key, or a file that holds it; without it the pack is held against the key it names itself
proofmark-cli-db-skip-unreadable = leave out records that cannot be read instead of refusing all of them
proofmark-cli-ledger = the append-only ledger of what was done
proofmark-cli-law = the law itself: its state in use, what a newer one changes, standards, cases
proofmark-cli-law-try = lay the facts of case files against the law, and say where the verdict differs from what they expect
proofmark-cli-law-try-path = case files (`*.toml`), or directories of them
proofmark-case-failed = { $file }: { $says }
proofmark-case-unreadable = { $file }: this case cannot be read
proofmark-case-mismatch = `{ $at }`: expected { $expected }, found { $found }
proofmark-cases-held = { $count } cases, every one as expected
proofmark-cases-failed = { $failed } of { $count } cases are not as expected
proofmark-cases-none = there is no case file below `{ $path }`
    .hint = Case files end in `.toml`.
proofmark-cli-ledger-verify = prove every line of the store against the tree and the last signed checkpoint
proofmark-cli-ledger-key = print the key with which others verify packs and checkpoints, as every `--key` takes it
proofmark-cli-ledger-key-pem = print it in PEM, as other tools read it, instead
proofmark-cli-ledger-publish = write the ledger as static files (C2SP tlog-tiles) that anyone can follow
proofmark-cli-ledger-publish-dir = the directory to write to
proofmark-cli-init = start a dossier: ask what matters and write a commented `proofmark.toml`
proofmark-cli-init-dir = the directory to write it to
proofmark-cli-init-product = the product's name; with --operator no questions are asked
proofmark-cli-init-operator = the manufacturer's name
proofmark-cli-init-release = the release's version [default without questions: 0.1.0]
proofmark-cli-init-kind = what kind of object the product is [default without questions: software]
proofmark-cli-schema = print the JSON Schema of an output
proofmark-cli-schema-name = of which output

# What hinders
proofmark-disk-full = `{ $path }` could not be written: the disk is full
    .hint = free some room and run the command again
proofmark-file-not-there = `{ $path }` is not there
    .hint = check the path
proofmark-file-error = `{ $path }`: { $error }
proofmark-output-is-read = `{ $path }` is read here: nothing is written in its place
    .hint = Name another file for the output.
proofmark-no-ordinary-file = `{ $path }` is no ordinary file: nothing is written in its place
    .hint = Name a file that is to be made, or an ordinary one that is to be replaced.
proofmark-file-too-large = `{ $path }` has { $found } MiB; files of up to { $most } MiB are read
    .hint = is it the right file? large artefacts are named by digest, not read
proofmark-not-a-file = `{ $path }` is not a plain file
proofmark-not-a-directory = `{ $path }` is not a directory
    .hint = name the directory that holds `proofmark.toml`
proofmark-leads-outside = `{ $path }` leads out of the dossier's directory
    .hint = evidence must lie beside the dossier; copy the file there
proofmark-no-home = there is no place for Proofmark's data: no home directory is known
    .hint = set PROOFMARK_HOME or give --home DIR
proofmark-key-damaged = the ledger's key in `{ $path }` cannot be read: { $error }
    .hint = restore it from a backup; packs signed with it can still be verified
proofmark-output-cut-off = the result could not be written to standard output to its end: { $error }
    .hint = what was kept stays kept; make room and run the command again
proofmark-key-gone = the ledger was sealed with a key that is gone: `{ $path }`
    .hint = restore the key from a backup; to begin anew, use another home
proofmark-no-randomness = the system gave no randomness for a key: { $error }
proofmark-error = error
proofmark-warning = warning
proofmark-hint = hint:
proofmark-problems = { $errors ->
        [0] no errors
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] one warning
       *[other] { $warnings } warnings
    }

# What was found
proofmark-pack-intact = the pack is intact: every byte is as it was sealed
proofmark-pack-not-intact = the pack is not intact: { $count ->
        [one] one fault
       *[other] { $count } faults
    }
proofmark-signer-trusted = signed by the key you trust: { $key }
proofmark-signer-unvouched = signed by the key the pack itself names: { $key }
    .hint = anyone can make a pack with a key of their own: compare this one with the key the maker publishes, or give it with --key
proofmark-signer-unknown = no key could be shown to have signed
proofmark-pack-holds = { $files ->
        [one] one file
       *[other] { $files } files
    } and { $lines ->
        [one] one line
       *[other] { $lines } lines
    } of the ledger, made { $made_at } with { $made_with }
proofmark-pack-history = What was done
proofmark-ledger-sound = the ledger is sound: { $lines ->
        [0] it has no lines yet
        [one] its one line is what was written
       *[other] all { $lines } lines are what was written
    }
proofmark-ledger-sound-so-far = the ledger is sound as far as it is sealed: { $lines ->
        [one] one line is what was sealed
       *[other] { $lines } lines are what was sealed
    }
proofmark-ledger-not-sound = the ledger is not sound: { $count ->
        [one] one fault
       *[other] { $count } faults
    }
proofmark-ledger-root = root hash { $root }
proofmark-ledger-sealed = the last signed checkpoint is over the first { $size } lines
proofmark-ledger-unsealed = the last { $count ->
        [one] line is
       *[other] { $count } lines are
    } not sealed yet: only what is sealed is proven
proofmark-ledger-signed-by = signed by { $key }

# An assessment
proofmark-verdict = Verdict
proofmark-state-of-the-law = under the state of the law of { $as_of }
proofmark-legal-review = legal review:
proofmark-no-legal-advice = No legal advice: every line names the declared fact and the law it rests on; the text in the Official Journal governs.
proofmark-scope-in = In scope of Regulation (EU) 2024/2847
proofmark-scope-part = In scope only as part of another product of the same manufacturer
proofmark-scope-out = Not in scope of Regulation (EU) 2024/2847
proofmark-scope-not-on-the-market = Not made available on the market by you: no operator's duties
proofmark-scope-allowed = May be shown or tested without conformity, under conditions
proofmark-scope-open = Scope cannot be decided: not stated: { $missing }
proofmark-role-manufacturer = Your role: manufacturer
proofmark-role-importer = Your role: importer
proofmark-role-distributor = Your role: distributor
proofmark-role-representative = Your role: authorised representative
proofmark-role-steward = Your role: open-source software steward
proofmark-role-none = Your role: none under this Regulation
proofmark-role-open = Role cannot be decided: not stated: { $missing }
proofmark-class-default = Class: default (in neither Annex III nor Annex IV)
proofmark-class-important-one = Class: important, class I: { $number } { $title }
proofmark-class-important-two = Class: important, class II: { $number } { $title }
proofmark-class-critical = Class: critical: { $number } { $title }
proofmark-class-open = Class cannot be decided: not stated: { $missing }
proofmark-route-open = Open today: { $procedure }
proofmark-route-would-open = Closed today, could open: { $procedure }
proofmark-route-closed = Closed: { $procedure }
proofmark-remote = Remote service { $service }
proofmark-boundary = The product's boundary
proofmark-module = Module { $module }
proofmark-variant = Variant { $variant }
proofmark-edition-paid = The paid edition
proofmark-edition-free = The free edition
proofmark-tailor-made = Tailor-made terms
proofmark-date-already = Binds since { $on }: { $what }
proofmark-date-later = Binds from { $on }: { $what }
proofmark-date-unless-modified = { $on }: { $what }: binds only if the product is substantially modified
proofmark-date-not = { $on }: { $what }: does not bind you
proofmark-date-open = { $on }: { $what }: cannot be decided yet
proofmark-findings = Known vulnerabilities
proofmark-findings-count = { $findings ->
        [0] none
        [one] one
       *[other] { $findings }
    }, { $exploited } exploited somewhere; { $components ->
        [one] one component is
       *[other] { $components } components are
    } listed
proofmark-findings-not-looked = not checked: there was no vulnerability data to ask
proofmark-findings-no-sbom = there is no component list to look at
proofmark-no-vulnerability-data = no vulnerability data was there to ask
    .hint = `proofmark feeds import PATH` builds the database; or name advisories beside the dossier in `advisories`
proofmark-vulnerability-data = asked: { $name }, { $records } records, newest of { $as_of }
proofmark-exploit-likely = EPSS { $share } %
proofmark-exploited-somewhere = exploited somewhere ({ $catalogue })
proofmark-finding-also = also { $aliases }
proofmark-finding-no-fix = no fixed version is known
proofmark-finding-fixed = fixed in { $versions }
proofmark-finding-path = by way of { $path }
proofmark-finding-decision = { $by }: { $because }
proofmark-rating-unknown = not rated
proofmark-rating-none = none
proofmark-rating-low = low
proofmark-rating-medium = medium
proofmark-rating-high = high
proofmark-rating-critical = critical
proofmark-unchecked = Cannot be checked
proofmark-unchecked-count = { $count ->
        [one] one component
       *[other] { $count } components
    }
proofmark-gate = Release gate
proofmark-gate-cites = Annex I, Part I, point (2)(a): no known exploitable vulnerabilities
proofmark-gate-open = open: the release may be placed on the market as far as this point goes
proofmark-gate-closed = closed: the release may not be placed on the market: { $count ->
        [one] one reason
       *[other] { $count } reasons
    }
proofmark-gate-would-be-closed = not asked: in a product in scope { $count ->
        [one] one thing
       *[other] { $count } things
    } would stand in the way
proofmark-gate-scope-open = whether the Regulation asks this cannot be decided until the scope is
proofmark-gate-asked-anyway = the Regulation does not ask this of a product that is not in its scope or on its market; the answer is given all the same
proofmark-gate-cleared = { $count ->
        [one] one is decided and does not stand in the way
       *[other] { $count } are decided and do not stand in the way
    }
proofmark-more = and { $count } more (--all shows them)
proofmark-readiness = Readiness
proofmark-readiness-count = { $met } met, { $open } open, { $late } late, { $not_applicable } not applicable
proofmark-readiness-conditional = placed on the market before 2027-12-11: apart from reporting under Article 14, none of these binds unless the product is substantially modified (Article 69(2)); they are shown as they would stand then
proofmark-standing-met = met:
proofmark-standing-open = open:
proofmark-standing-late = late since { $since }:
proofmark-standing-not-applicable = not applicable:
proofmark-next-steps = Next steps
proofmark-step-late = late:
proofmark-step-closes = { $count ->
        [one] one obligation
       *[other] { $count } obligations
    }, due { $by }

# Files and databases
proofmark-archive-refused = the archive cannot be read: { $error }
proofmark-advisories-not-there = the advisories `{ $name }` are not there
    .hint = `advisories` names files or folders beside the dossier
proofmark-db-holds = { $records } records about { $packages } packages; { $vulnerabilities } vulnerabilities, { $exploited } of them exploited somewhere
proofmark-db-listed = { $count ->
        [one] catalogues list one vulnerability as exploited somewhere, whether or not a record speaks of it
       *[other] catalogues list { $count } vulnerabilities as exploited somewhere, whether or not a record speaks of them
    }
proofmark-db-scored = { $count ->
        [one] one of them is scored
       *[other] { $count } of them are scored
    } by EPSS as of { $day }
proofmark-db-sources = Sources
proofmark-db-changed = { $packages ->
        [one] One package is spoken of otherwise than before
       *[other] { $packages } packages are spoken of otherwise than before
    }; { $releases ->
        [0] no release of the record is concerned
        [one] one release of the record is assessed anew
       *[other] { $releases } releases of the record are assessed anew
    }.
proofmark-db-covers = Covers
proofmark-db-not-there = there is no vulnerability database yet
    .hint = `proofmark feeds import PATH` builds it from OSV records
proofmark-db-nothing-to-import = nothing to import was found below these paths
    .hint = records are `.json` files in OSV form, or ZIP and tar archives of them; EPSS scores are `.csv` or `.csv.gz`
proofmark-db-unreadable = { $count ->
        [one] one record has a problem
       *[other] { $count } records have problems
    }; the database was not replaced
    .hint = give --skip-unreadable to leave out what cannot be read
proofmark-more-problems = and { $count } more problems of records
proofmark-progress-records = { $count } records read
proofmark-wrote = wrote { $path }
proofmark-nothing-to-verify = there is no ledger here yet: nothing was ever kept in `{ $path }`
proofmark-already-there = `{ $path }` is there already and was left as it is
proofmark-initialised = wrote `{ $path }`: fill in what you know, then run `proofmark assess { $directory }`
proofmark-key-not-a-key = `{ $key }` is neither a ledger key nor a file that holds one: { $error }
    .hint = a key looks like `proofmark-ledger-1a2b3c4d+0011aabb+AQ…`; `proofmark ledger key` prints it
proofmark-key-of-another-form = `{ $path }` holds a key in the form of { $form }, which `--key` does not take
    .hint = give the line that `proofmark ledger key` prints without `--pem` and `--format json`: it names the key, and the checkpoint must bear that name
proofmark-key-made = there was no ledger key yet: a new one was made in `{ $path }`
proofmark-published = published { $lines } lines to { $directory }
proofmark-bug = a fault of Proofmark: { $message }
    .hint = please report it, with this message and what you did
proofmark-procedure-a = internal control (module A)
proofmark-procedure-bc = EU-type examination and conformity to type (modules B and C)
proofmark-procedure-h = full quality assurance (module H)
proofmark-procedure-certification = European cybersecurity certification
proofmark-status-not-affected = decided: not affected
proofmark-status-affected = decided: affected
proofmark-status-fixed = declared fixed
proofmark-status-under-investigation = under investigation
proofmark-serving = Proofmark answers at { $origin }
proofmark-set-up-link = Nobody is set up yet. Open this link once to become the first administrator: { $link }
    .hint = another node of a newer version may do it

proofmark-cli-allow-network = A network that is not public and yet may be asked: `10.1.0.0/16`, `127.0.0.1` (repeat)
proofmark-cli-proxy = The proxy every outgoing request goes through
proofmark-cli-authorities = A file of certificates (PEM) of authorities that are trusted besides the system's
proofmark-cli-workers = Threads that take any job; two more serve who waits
