## What is said where a bill of materials is read whole, written, converted, merged and redacted. A key begins with `bill-`; an
## attribute `.hint` says what the reader can do.

# What a written document cannot say.
bill-own-words = only the format it was read from has a place for this
bill-no-place = CycloneDX has no place for this
bill-later-version = this came with CycloneDX 1.7, and 1.6 is written
bill-signature-broken = the signature covers the document as it was read, and would not hold of the one that is written
bill-expression-as-name = until CycloneDX 1.6 an expression stands alone, so that beside other licences it is written as a name
bill-no-such-algorithm = this version of the format has no digests by { $algorithm }
bill-reference-as-other = this version of CycloneDX has no references of the kind `{ $kind }`, so that it is written as `other`
bill-parts-as-dependencies = that a component contains another is written as that it depends on it

# What is said of a document that is read whole.
bill-signed = the document is signed; the signature is kept as it is and was not verified
