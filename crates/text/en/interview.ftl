# What the interview says: questions, what they mean, and what goes wrong with an answer.

# --- answers ---
interview-no-such-key = there is no key `{ $key }` in a dossier
    .hint = `proofmark explain` finds the keys there are
interview-not-yes-or-no = `{ $typed }` is neither yes nor no
    .hint = answer `yes`, `no`, or `unknown`
interview-not-a-number = `{ $typed }` is no whole number
    .hint = write it in digits, as `8`
interview-a-table = `{ $key }` is no answer here: this key holds a table
    .hint = its keys are asked one by one

# --- in the file ---
interview-file-open = OPEN: asked in the interview and not known yet.
