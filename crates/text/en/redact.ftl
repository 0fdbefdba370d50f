## What is said where a bill of materials is made fit for publication. A key begins with `redact-`; an attribute `.hint` says what the
## reader can do.

# What is wrong with the policy.
redact-file-too-large = the policy is larger than { $most } MiB
    .hint = Name components by their beginnings.
redact-not-utf8 = the policy is not UTF-8: the byte at offset { $offset } fits no character
    .hint = Save it as UTF-8.
redact-format-unknown = this version of the policy's format is not known; the known one is `{ $known }`
    .hint = Write `redaction = { $known }`, or use a newer Proofmark if the file was made for one.
redact-secret-short = the secret has fewer than { $least } characters, so that it could be tried out
    .hint = Take 32 random hexadecimal digits, and keep the file from those who get the document.
redact-entry-says-nothing = nothing tells which components are meant
    .hint = State `names`, `groups`, `packages` or `property`.
redact-entries-many = there are more than { $most } entries
    .hint = Name components by their beginnings.

# Why something was taken out.
redact-withheld = the policy withholds it; something stands in for it
redact-telling = it is a file, or its name is an internal address; something stands in for it
redact-below = only what is withheld pulls it in, and the policy cuts that off
redact-not-kept = the policy does not keep this
redact-names-withheld = it names something that is withheld
redact-of-withheld = it is about what is withheld alone
redact-address = the address is not one that anybody can reach, or it is internal
redact-person = it tells of persons
redact-purl = parts of the package URL tell where it lies

# What stands in the document.
redact-stand-in = withheld component
redact-document = redacted bill of materials
redact-says = Redacted for publication. Components named "withheld component" stand in for others. The SHA-256 digest of the original is { $digest }.

# The command line.
redact-cli = make a component list fit for publication and list what was taken out; nothing is kept
redact-cli-file = the internal component list
redact-cli-policy = what is taken out (TOML); without it, what tells of the house, its people and machines
redact-cli-output = where the document goes; without it, to standard output. With `--format json`, what was taken out is then printed
redact-removed = taken out: { $of }, `{ $member }`: { $why }
redact-removed-whole = taken out: { $of }: { $why }
redact-done = { $components ->
        [one] one component
       *[other] { $components } components
    } in { $to }, { $withheld } of them withheld; { $removed ->
        [one] one thing taken out
       *[other] { $removed } things taken out
    }
