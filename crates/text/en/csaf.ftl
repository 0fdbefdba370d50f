## What is said of documents of the Common Security Advisory Framework, and of the folders they are published in. A key begins with `csaf-`.

# What is wrong with a document.
csaf-version = `{ $version }` is no version of CSAF that can be read here
    .hint = documents of version 2.0 and 2.1 can
csaf-without-id = the document has no identifier (`/document/tracking/id`)
csaf-without-publisher = the document does not say who publishes it (`/document/publisher/name`)
csaf-product-unknown = the product `{ $id }` stands nowhere in the document's product tree

# Folders of documents.
csaf-list-too-long = the list of documents is longer than { $bytes } bytes
csaf-list-too-many = the list names more than { $most } documents
csaf-list-line = `{ $line }` names no document below the folder
csaf-left-out = { $count } of the { $listed } documents that are listed are not there as they should be; the first is `{ $path }`: { $why }
csaf-not-there = it is not there
csaf-digest-missing = its digest is not there
csaf-digest-other = it does not have the digest that is published beside it
