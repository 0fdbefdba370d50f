## What the room `dossier` says. A key begins with `dossier-`; an attribute `.hint` says what the reader can do.

# The file as a whole.
dossier-file-too-large = the dossier is larger than { $most } MiB
    .hint = Keep documents as files beside the dossier and name them in it.
dossier-not-utf8 = the dossier is not UTF-8: the byte at offset { $offset } fits no character
    .hint = Save the file as UTF-8.
dossier-too-many-entries = the lists of the dossier have more than { $most } entries together; the rest is not read
    .hint = Keep long lists in documents of their own beside the dossier.
dossier-more-problems = there are more than { $most } problems; the rest is not shown
    .hint = Correct these first and run the check again.
dossier-format-unknown = this version of the dossier format is not known; the known one is `{ $known }`
    .hint = Write `proofmark = { $known }`, or use a newer Proofmark if the file was made with one.

# TOML.
dossier-not-toml = this is not TOML: { $fault }
    .hint = Every line is `key = value`, a header in square brackets, or a comment that begins with `#`.
dossier-too-deep = the values are nested too deeply
    .hint = No value of a dossier needs more than a list of tables.
dossier-duplicate-key = `{ $key }` is already set on line { $line }
    .hint = Keep one of the two.
dossier-duplicate-key-elsewhere = `{ $key }` is already set elsewhere
    .hint = Keep one of the two.
dossier-quotation-mark-missing = the closing quotation mark is missing
    .hint = Close the text with `{ $mark }`; text over several lines begins and ends with three of them.
dossier-value-missing = there is no value
    .hint = Write a value after the `=`, or leave the line out.
dossier-equals-sign-missing = there is no `=` after the key
    .hint = Write `key = value`; text stands in quotation marks.
dossier-header-not-closed = the header is not closed
    .hint = Close it with `{ $bracket }`.
dossier-comma-missing = there is no comma between two entries of the list
    .hint = Write a comma between entries, and close the list with `]`.
dossier-inline-table-not-closed = the inline table that begins here is not closed
    .hint = Close it with `{"}"}`, or write it as a table of its own below a header.
dossier-text-not-closed = the text that begins here is not closed
    .hint = Close it with `{ $mark }`.
dossier-list-not-closed = the list that begins here is not closed
    .hint = Close it with `]`.
dossier-text-needs-quotes = the text is not in quotation marks
    .hint = Write `"{ $written }"`.
dossier-month-needs-quotes = `{ $month }` is not a day; a month alone stands in quotation marks
    .hint = Write a day as `2033-12-31`, or a month as `"2033-12"`, which is read as its last day.
dossier-flag-spelled = `{ $written }` is not how TOML spells it
    .hint = Write `{ $meant }`.

# Keys.
dossier-missing-key = `{ $key }` is missing in `{ $table }`
    .hint = Add `{ $key } = { $example }`, with your own value, below the header `{ $table }`.
dossier-missing-first = `{ $key }` is missing
    .hint = Begin the file with `{ $key } = { $example }`.
dossier-unknown-key = there is no key `{ $key }` here
    .hint = The keys here are { $allowed }.
dossier-unknown-key-meant = there is no key `{ $key }` here
    .hint = Did you mean `{ $meant }`?
dossier-unknown-key-elsewhere = there is no key `{ $key }` here
    .hint = It belongs in `[{ $table }]`.
dossier-unknown-key-top = there is no key `{ $key }` here
    .hint = Put it at the top of the file, before the first header: what stands below a header belongs to it.
dossier-key-needs-quotes = the dots in this key divide it, because it is not in quotation marks
    .hint = Put the whole key in quotation marks, as in `[requirements."I.2.a"]`.

# Values.
dossier-wrong-type = expected { $expected }, found { $found }
    .hint = Write it as in `{ $example }`.
dossier-unknown-word = `{ $written }` is not one of the words that can stand here
    .hint = Write one of { $allowed }.
dossier-unknown-word-meant = `{ $written }` is not one of the words that can stand here
    .hint = Did you mean `{ $meant }`? The words are { $allowed }.
dossier-flag-in-quotes = `{ $written }` in quotation marks is text
    .hint = Write { $written } without quotation marks.
dossier-years-out-of-range = the number of years must be between 1 and 200
    .hint = Write whole years, as `8`.
dossier-text-empty = the text is empty
    .hint = Write the text; a key that is not required can also be left out, which counts as not stated.
dossier-text-too-long = the text is longer than { $most } KiB
    .hint = Keep it in a document beside the dossier.
dossier-text-line-break = the text must stand on one line
    .hint = Write it between two quotation marks, without a line break.
dossier-text-control-character = the text contains the control character `{ $code }`
    .hint = Remove it; it often comes in with copied text.

# Dates.
dossier-date-impossible = there is no such day as `{ $written }`
    .hint = Write a day of the calendar; `"2027-02"`, in quotation marks, is the last day of that month.
dossier-date-with-time = a time stands where only a day is meant
    .hint = Write `{ $day }`.
dossier-not-a-date = `{ $written }` is not a date
    .hint = Write the year first: a day as `2033-12-31`, a month as `"2033-12"`.
dossier-year-implausible = the year `{ $year }` is read as written, but looks like a slip
    .hint = Correct it if it is one.

# Addresses and names.
dossier-url-unprotected = the address begins with `http://`, so anyone on the way can change what users see
    .hint = Use `https://{ $rest }` if the server offers it.
dossier-not-a-url = `{ $written }` is not an internet address
    .hint = Write it in full, beginning with `https://` or `mailto:`.
dossier-not-an-email = `{ $written }` is not an email address
    .hint = Write it as `name@example.com`.
dossier-not-a-reach = `{ $written }` is neither an email address nor an internet address
    .hint = Write `name@example.com`, or an address that begins with `https://` or `mailto:`.
dossier-not-a-country = `{ $written }` is not a country code
    .hint = Write two upper-case letters, as `DE`.
dossier-country-meant = `{ $written }` is not a country code of ISO 3166-1
    .hint = Did you mean `{ $meant }`?
dossier-not-a-language = `{ $written }` is not a language tag
    .hint = Write a BCP 47 tag, as `de` or `pt-BR`.
dossier-not-a-digest = `{ $written }` is not a SHA-256 digest: it has { $length } characters
    .hint = A digest is exactly 64 hexadecimal digits, without a prefix; `sha256sum` prints one.
dossier-not-four-digits = `{ $written }` is not a notified body's number
    .hint = Write its four digits in quotation marks, as `"0123"`.

# Paths.
dossier-path-leaves = the path `{ $path }` leaves the dossier's directory
    .hint = Keep what the dossier names in its own directory or below, so that the two are reviewed and kept together.
dossier-path-absolute = the path `{ $path }` does not start at the dossier's directory
    .hint = Write it as seen from the dossier, as `evidence/report.pdf`.
dossier-path-backslash = the path `{ $path }` has a backslash
    .hint = Divide folders with `/`, which works on every system.
dossier-path-is-url = `{ $path }` is an internet address, not a file beside the dossier
    .hint = Save the document beside the dossier and name the file: what stands on the internet can change or vanish.

# Package URLs.
dossier-component-twice = a decision names its component once: by `component` or by `name`
    .hint = Keep `component` where the SBOM has the package URL, else `name` with `version`.
dossier-component-missing = this decision names no component
    .hint = Add `component = "pkg:cargo/example@1.2.3"`, or `name = "busybox"` and `version = "1.36.1"` where the SBOM has no package URL for it.
dossier-component-version = `version` goes with `name`: a package URL has its version in it
    .hint = Take the line out, and write the version after the `@` of the package URL.
dossier-component-name-is-purl = this name is a package URL
    .hint = Write it as `component` instead of `name`.
dossier-not-a-purl = `{ $written }` is not a package URL
    .hint = Copy it from the SBOM; it looks like `pkg:cargo/example@1.2.3`.
dossier-purl-without-version = the package URL `{ $purl }` has no version
    .hint = Add the version after `@`: a decision holds for one version of the component.
dossier-purl-broken = the package URL `{ $purl }` cannot be read: { $part }
    .hint = Copy it from the SBOM; it looks like `pkg:cargo/example@1.2.3`.
dossier-purl-part-scheme = it does not begin with `pkg:`
dossier-purl-part-type = its type is missing or has characters a type may not have
dossier-purl-part-name = it has no name, or one its type does not allow
dossier-purl-part-namespace = its type asks for a namespace and there is none, or allows none and there is one
dossier-purl-part-version = its type does not allow this version
dossier-purl-part-encoding = a `%` is not followed by two hexadecimal digits of UTF-8
dossier-purl-part-qualifier = a qualifier is malformed or stands twice
dossier-purl-part-length = it is too long

# What may stand at a key, as part of a sentence.
dossier-kind-format = the number of the format version
dossier-kind-line = text on one line
dossier-kind-text = text
dossier-kind-url = an internet address
dossier-kind-reach = an email address or an internet address
dossier-kind-path = a path beside the dossier
dossier-kind-path-or-text = a path beside the dossier, or text
dossier-kind-purl = a package URL with a version
dossier-kind-four-digits = four digits in quotation marks
dossier-kind-language = a language tag
dossier-kind-date = a date
dossier-kind-flag = `true` or `false`
dossier-kind-years = a whole number of years
dossier-kind-word = one of { $words }
dossier-kind-country = a country code
dossier-kind-sha256 = a SHA-256 digest
dossier-kind-many = a list in square brackets, each entry { $one }
dossier-kind-table = a table
dossier-kind-rows = a list of tables
dossier-kind-keyed = tables, each under its own key

# What was found instead, as part of a sentence.
dossier-found-string = text in quotation marks
dossier-found-integer = a whole number
dossier-found-float = a number with a decimal point
dossier-found-boolean = `true` or `false`
dossier-found-date = a date
dossier-found-time = a time
dossier-found-list = a list
dossier-found-table = a table

# The reference of the file.
dossier-reference-title = The dossier: `proofmark.toml`
dossier-reference-introduction = The dossier is one TOML file beside the product's code. It holds what the makers declare; what is left out counts as not stated. Paths start at the file's own directory and never leave it. Dates are days (`2033-12-31`) or, in quotation marks, months (`"2033-12"`), which mean their last day.
dossier-reference-top = At the top of the file
dossier-reference-head-key = Key
dossier-reference-head-value = Value
dossier-reference-head-meaning = What it is
dossier-reference-head-source = Source
dossier-reference-required = required
dossier-reference-example = For example:

# The starter file.
dossier-starter-introduction = The dossier of a product with digital elements: what its makers declare under Regulation (EU) 2024/2847. Lines that begin with `# ` explain; take the `#` from a line that sets a key and write your own value. What is left out counts as not stated.
