## What is said where a bill of materials is read whole, written, converted, merged and redacted. A key begins with `bill-`; an
## attribute `.hint` says what the reader can do.

# What a written document cannot say.
bill-own-words = only the format it was read from has a place for this
bill-no-place = CycloneDX has no place for this
bill-program-as-author = CycloneDX names persons as authors of a component, and `{ $program }` is a program
bill-later-version = this came with CycloneDX 1.7, and 1.6 is written
bill-signature-broken = the signature covers the document as it was read, and would not hold of the one that is written
bill-expression-as-name = until CycloneDX 1.6 an expression stands alone, so that beside other licences it is written as a name
bill-no-such-algorithm = this version of the format has no digests by { $algorithm }
bill-reference-as-other = this version of CycloneDX has no references of the kind `{ $kind }`, so that it is written as `other`
bill-parts-as-dependencies = that a component contains another is written as that it depends on it

# What is said of a document that is read whole.
bill-in-part = of a list in this form only what vulnerabilities are found by is read, and what else it says does not stand in what is written
    .hint = Hand in the list as CycloneDX JSON.
bill-signed = the document is signed; the signature is kept as it is and was not verified

# Merging the lists of parts into that of a product.
bill-merge-signature = the merged list is another document than the one that was signed
bill-merge-digests = the lists state different digests for this package URL, so that both stand in the merged list
bill-merge-differs = the lists state another `{ $member }`; what the product's list, or the part named before, states stands
bill-merge-not-listed = the product's list does not have this part, so that the product is stated to depend on it
bill-merge-of-part = this is said of the list { $part } itself, not of what it lists

# The commands.
bill-cli-convert = write a component list in another format, and list what could not be carried; nothing is kept
bill-cli-file = the component list, in any format that is read
bill-cli-to = the format it is written in
bill-cli-output = where the document goes; without it, to standard output. With `--format json`, what was not carried is then printed
bill-cli-merge = merge the component lists of parts into that of the product; nothing is kept
bill-cli-product = the product's component list
bill-cli-parts = the component lists of the parts
bill-lost = not carried: { $of }, `{ $member }`: { $why }
bill-conflict = { $part }: { $component }: { $says }
bill-converted = { $from } to { $to }: { $components ->
        [one] one component
       *[other] { $components } components
    }, { $lost ->
        [one] one thing not carried
       *[other] { $lost } things not carried
    }
bill-merged = { $components ->
        [one] one component
       *[other] { $components } components
    }, { $unified } of parts were there already
bill-the-document = the document
