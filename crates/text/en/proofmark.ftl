## What the room `proofmark` says. A key begins with `proofmark-`; an attribute `.hint` says what the reader can do.

# The command line
proofmark-cli-about = Meets the EU Cyber Resilience Act for a product's whole life, and proves it.
proofmark-cli-after = Exit codes: 0 yes, 1 no, 2 usage, 3 input refused, 4 hindered from outside, 5 stored data damaged, 70 a fault of Proofmark. Results go to standard output, everything else to standard error. Not legal advice: every verdict names the fact and the article it rests on.
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
proofmark-cli-assess-as-of = the day to answer for [default: today, UTC]
proofmark-cli-assess-db = use this vulnerability database instead of the one in the home
proofmark-cli-assess-all = show every obligation and every reason
proofmark-cli-verify = verify an evidence pack offline
proofmark-cli-verify-pack = the pack, a ZIP file
proofmark-cli-verify-key = the maker's ledger key, or a file that holds it; without it the pack is held against the key it names itself
proofmark-cli-db = the local vulnerability database
proofmark-cli-db-import = build the database from OSV records, replacing the one in the home
proofmark-cli-db-import-path = directories, ZIP or tar archives or single files of OSV records; a catalogue of known exploited vulnerabilities is recognised
proofmark-cli-db-status = say what the database holds and how old it is
proofmark-cli-ledger = the append-only ledger of what was done
proofmark-cli-ledger-verify = prove every line of the store against the tree and the last signed checkpoint
proofmark-cli-ledger-key = print the key with which others verify packs and checkpoints
proofmark-cli-ledger-publish = write the ledger as static files (C2SP tlog-tiles) that anyone can follow
proofmark-cli-ledger-publish-dir = the directory to write to
proofmark-cli-init = start a dossier: write a commented `proofmark.toml`
proofmark-cli-init-dir = the directory to write it to
proofmark-cli-init-product = the product's name
proofmark-cli-init-operator = the manufacturer's name
proofmark-cli-schema = print the JSON Schema of an output
proofmark-cli-schema-name = of which output

# What hinders
proofmark-disk-full = `{ $path }` could not be written: the disk is full
    .hint = free some room and run the command again
proofmark-file-not-there = `{ $path }` is not there
    .hint = check the path
proofmark-file-error = `{ $path }`: { $error }
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
proofmark-ledger-not-sound = the ledger is not sound: { $count ->
        [one] one fault
       *[other] { $count } faults
    }
proofmark-ledger-root = root hash { $root }
proofmark-ledger-sealed = signed checkpoint over the first { $size } lines
proofmark-ledger-signed-by = signed by { $key }
