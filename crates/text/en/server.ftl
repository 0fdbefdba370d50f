# The command line against a server.
server-cli-server = Ask the server at this address instead of the home: `https://proofmark.example.eu`. Also PROOFMARK_SERVER; the token comes from PROOFMARK_TOKEN or --token-file.
server-cli-operator = With --server: which of its operators, by id, where the token reaches more than one. Also PROOFMARK_OPERATOR.
server-cli-token-file = With --server: the file the token lies in, else it is taken from PROOFMARK_TOKEN.
server-cli-ca = With --server: certificates (PEM) of authorities to trust besides the system's.

# Mistakes on the command line.
server-usage-error = error:
server-and-home = `--server` asks a server, and `--home`, `--database` and `--blobs` name a store here
    .hint = give one of them
server-option-without = `{ $option }` says nothing without `--server`
    .hint = give `--server URL` too, or set `PROOFMARK_SERVER`
server-address-with-path = the address of a server ends with its name and port
    .hint = write `{ $origin }`
server-address-unprotected = the token would travel to { $origin } in the clear
    .hint = use `https`; without it only this machine is asked
server-only-at-home = `proofmark { $command }` works on the store itself, so a server is not asked to do it
    .hint = run it on the machine the store lies on, without `--server` and `PROOFMARK_SERVER`, or with `--home`
server-decides-database = which vulnerability database is asked is decided at the server, so `--db` cannot be given with `--server`
    .hint = leave it out; `proofmark feeds status` says what the server's database holds
server-decides-who = who asks is known to the server by the token, so `--by` cannot be given with `--server`
    .hint = leave it out

# Before anything is handed in.
server-no-token = there is no token to ask { $origin } with
    .hint = set `PROOFMARK_TOKEN` or name a file with `--token-file`; a token is made in the web application under people and tokens
server-token-file = `{ $path }` holds no token
    .hint = the file holds the token alone, as it was shown when it was made
server-no-operator = the token reaches no operator
    .hint = it was revoked, or whoever made it has lost their duties; have a new one made
server-which-operator = the token reaches more than one operator: `{ $operators }`
    .hint = name one with `--operator` or `PROOFMARK_OPERATOR`
server-too-old = the server at { $origin } is { $theirs }, which does not answer commands yet; this is { $ours }
    .hint = bring the server to at least this version, or use a program of its version
server-file-name = a file named `{ $name }` cannot be handed in
    .hint = use a name without quotation marks and control characters
server-too-much = these files come to { $found } MiB, and { $most } MiB are taken at once
    .hint = leave out what the dossier does not need, or keep large evidence elsewhere and name its digest

# On the way.
server-handing-in = handing in { $files ->
    [one] one file
   *[other] { $files } files
 }, { $kibibytes } KiB
server-redirects = { $origin } sends on to another address, which is not followed: the token is meant for this server alone
    .hint = give the address it should lead to
server-not-understood = { $origin } answered with status { $status }, but not as a Proofmark server does
    .hint = check the address; something between here and the server may have answered in its place
server-answer-unknown = the server's answer lacks something this program needs
    .hint = server and program differ in version; bring both to the same one
server-document-differs = the document `{ $digest }` did not arrive as it was kept
    .hint = ask again; if it happens again, run `proofmark doctor` where the store lies
server-verifying = the ledger is being verified already
    .hint = one verification goes on at a time; ask again in half a minute

# What the API answers.
server-route-check = Checks a supplied product from its dossier and evidence, records the check and gives the answer.
server-route-review = Reviews the modification between two revisions, in the folders `earlier` and `newer`, and keeps the review.
server-route-gate = The gate's verdict on the release whose files are handed over, with everything it rests on and the reports on it; nothing is kept.
server-route-maturity = Where a product stands, what comes first, what recurs, with the papers that say so; nothing is kept.
server-route-explain = Explains something of the law and where it applies to a product; nothing is kept.
server-route-verify = Proves the store against its ledger: every line, checkpoint, document, record and row.
server-route-database = What the installation's vulnerability database holds.

# The clock set back.
server-set-back = at line { $line } the times go back by { $back }: it says { $at }, the line before it { $before }
    .hint = the order of the lines counts and is signed, so this is no fault: a clock was set back, an action took that long, or the clocks of two nodes differ; keep the clock by NTP, and have the ledger time-stamped (`proofmark ledger stamp`), so that somebody else's clock says when its lines were there
server-set-back-more = and { $count ->
    [one] one more place
   *[other] { $count } more places
} where the times go back

# Changes that are asked for again.
server-mark-taken = the same change is being made for somebody else who asked for it under the same key
    .hint = ask again in a moment; it is not done twice
server-taken-back = what was written was taken back before all of it was kept
    .hint = nothing was kept; try again
server-once-not-kept = this was done already, and its answer is none that is kept for who asks again
    .hint = ask for what was made
server-once-not-kept-at = this was done already, and its answer is none that is kept for who asks again
    .hint = what was made is at `{ $location }`

# Taking a record in, and what others can see of it.
server-cli-without-key = take it in though the ledger's secret key is neither in the folder nor in the home: it can be read then, and nothing more kept
server-import-without-key = the ledger's secret key is neither in the folder nor at `{ $path }`, so nothing more could be kept in this ledger
    .hint = copy the key there first, or say `--without-key` to take the record in for reading; nothing was written
server-home-open = others on this machine can look at `{ $path }`: `chmod go-rwx` takes that from them

# Memory for large releases.
server-cli-work-memory = MiB of memory that work on large releases may take together, of requests and of jobs: what needs more than is left waits its turn, and what needs more than all of it works alone
server-much-at-once = so much is being read and assessed of large releases that there is no room for this now
    .hint = try again in a moment; if it happens often, give the server more memory for it (`--work-memory`)
