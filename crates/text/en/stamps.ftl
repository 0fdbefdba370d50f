# Time stamps and witnesses of the ledger.

# What is refused, and what went wrong.
stamps-minutes = how often is between { $least } and { $most } minutes
stamps-roots = the root certificates cannot be used: { $error }
    .hint = hand in the authority's root as PEM: `-----BEGIN CERTIFICATE-----` …
stamps-policy = the policy cannot be used: { $error }
stamps-witness-key = the witness's verifier key cannot be used: { $error }
    .hint = it is one line the witness publishes: `name+id+base64`
stamps-witnesses-too-many = at most { $most } witnesses are asked
stamps-witness-twice = two of the witnesses have the same name
stamps-url = this is no address requests can be sent to
    .hint = it begins with `https://`, has no spaces, and no name or password in it
stamps-no-authority = no time-stamping authority is set
    .hint = `proofmark ledger authority set URL --roots FILE` sets one
stamps-no-such-witness = no witness `{ $witness }` is set
    .hint = `proofmark ledger witness add KEY URL` adds one
stamps-answer-useless = what `{ $authority }` answered is no time stamp to keep: { $error }
stamps-witness-useless = what the witness `{ $witness }` answered is no cosignature to keep: { $error }
stamps-witness-refused = the witness `{ $witness }` refused: { $error }
stamps-witness-ahead = the witness `{ $witness }` has cosigned { $size } lines of this ledger, and here are only { $ours } sealed
    .hint = lines were lost that others have seen: find the backup they are in before anything else is written
stamps-no-stamp = there is no time stamp of the checkpoint of size { $size }
stamps-no-checkpoint = there is no checkpoint of size { $size }
stamps-of-no-checkpoint = size { $size } is attested, but its checkpoint is gone
stamps-stamp-broken = the time stamp of size { $size } by `{ $authority }` does not hold: { $error }
stamps-cosignature-broken = the cosignature of size { $size } by `{ $witness }` does not hold
stamps-pack-broken = `{ $path }` does not hold: { $error }
stamps-pack-other = `{ $path }` is not about the ledger this pack is from
stamps-pack-foreign = this is no evidence pack of this ledger

# The command line.
stamps-cli-authority = set the time-stamping authority, or remove it
stamps-cli-authority-set = set whom checkpoints are time-stamped by (RFC 3161)
stamps-cli-authority-remove = ask no time-stamping authority any more
stamps-cli-authority-url = where requests are sent
stamps-cli-roots = the authority's root certificates, PEM
stamps-cli-policy = the policy to ask for, such as `1.2.3.4`
stamps-cli-every = how often each is asked at most, in minutes
stamps-cli-witness = add a witness, or remove one
stamps-cli-witness-add = add a witness that cosigns checkpoints (C2SP tlog-witness)
stamps-cli-witness-remove = ask this witness no more
stamps-cli-witness-key = its verifier key: `name+id+base64`
stamps-cli-witness-url = the address below which it takes checkpoints
stamps-cli-witness-name = its name
stamps-cli-stamp = have the last checkpoint time-stamped
stamps-cli-cosign = have the last checkpoint cosigned by every witness
stamps-cli-attestations = list what others said about the ledger
stamps-cli-attest = put into an evidence pack what others said since it was made
stamps-cli-attest-pack = the pack; it is written anew
stamps-cli-verify-roots = root certificates (PEM) of time-stamping authorities you trust
stamps-cli-verify-witness = the verifier key of a witness you trust; may be repeated

# What was done, and what stands.
stamps-authority-kept = checkpoints are time-stamped by `{ $url }` from now on
stamps-authority-removed = no time-stamping authority is asked any more
stamps-witness-kept = the witness `{ $witness }` is asked from now on
stamps-witness-removed = the witness `{ $witness }` is asked no more
stamps-stamped = the first { $size } lines were there at { $at }, says the time-stamping authority
stamps-cosigned = `{ $witness }` cosigned the first { $size } lines at { $at }
stamps-nothing-new = nothing was written since that is not attested already
stamps-nobody = nobody is asked to attest this ledger
stamps-pack-attested = { $sizes ->
    [one] what was said about one checkpoint is in `{ $path }` now
   *[other] what was said about { $sizes } checkpoints is in `{ $path }` now
}
stamps-pack-nothing = nobody has attested a checkpoint that covers `{ $path }` yet
stamps-pack-stamp = time-stamped at { $at }, with { $size } lines in the ledger
stamps-pack-stamp-unverified = there is a time stamp, with { $size } lines in the ledger: present is not verified
    .hint = give `--tsa-roots FILE` to verify it
stamps-pack-cosignature = cosigned by `{ $who }` at { $at }, with { $size } lines in the ledger
stamps-pack-cosignature-unverified = there is a cosignature by `{ $who }`, with { $size } lines in the ledger: present is not verified
    .hint = give `--witness KEY` to verify it
stamps-ledger-verified = { $stamps } time stamps and { $cosignatures } cosignatures of witnesses hold
stamps-standing = { $who }: { $size } lines, at { $at }
stamps-standing-never = { $who }: nothing attested yet
stamps-behind = { $behind ->
    [0] attests everything sealed
    [one] one line behind
   *[other] { $behind } lines behind
}

# Pages and routes.
stamps-title = Time stamps and witnesses
    .hint = Others say when a checkpoint was there, and that the ledger only grew.
stamps-column-who = Who
stamps-column-size = Lines attested
stamps-column-at = When, by its clock
stamps-column-behind = Behind
stamps-authority = Time-stamping authority
stamps-witness = Witness
stamps-token = time stamp
stamps-checkpoint = checkpoint
stamps-change = Change whom to ask
stamps-lead = Whom this installation asks to attest its ledger. What they say is kept with the ledger and goes into evidence packs.
stamps-field-url = Address of the time-stamping authority
    .hint = Leave it empty to ask none.
stamps-field-roots = Its root certificates
    .hint = PEM. Answers that do not lead to them are not kept.
stamps-field-policy = Policy
    .hint = Numbers with dots; empty: the authority's own.
stamps-field-witnesses = Witnesses
    .hint = One a line: verifier key, a space, address.
stamps-field-every = Minutes between two requests
stamps-save = Save
stamps-saved = Saved.
stamps-route-checkpoint = The signed checkpoint of one size, with the cosignatures of witnesses.
stamps-route-timestamp = The time stamp of the checkpoint of one size: an RFC 3161 token, DER.
stamps-route-attestations = What time-stamping authorities and witnesses said about the ledger, and how far behind each is.
stamps-route-attestors = Whom the installation asks to attest its ledger.
stamps-route-change = Change whom the installation asks to attest its ledger.
stamps-route-page = Time stamps and witnesses: who is asked, and how they stand.
