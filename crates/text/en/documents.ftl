## What the room `documents` says. A key begins with `documents-`; an attribute `.hint` says what the reader can do.

# Words every paper shares.
documents-page = Page { $page } of { $pages }
documents-skip = Skip to the content
documents-contents = Contents
documents-note = Note
documents-missing = Missing
documents-warning = Warning
documents-number = Document
documents-date = Date
documents-author = Issued by
documents-subject = Product
documents-status = Status
documents-table-empty = No entries.
documents-place-and-date = Place and date of issue
documents-name = Name
documents-function = Function
documents-signature = Signature

# When a paper cannot be rendered.
documents-pdf-refused = the PDF/A rules refuse this document: { $reasons }
    .hint = This is a fault in Proofmark, not in your data. Report it with the document's JSON form; the HTML form can still be used.
documents-pdf-too-long = the document would have more than { $limit } pages
    .hint = Split it, or hand the long tables over as a machine-readable file.
