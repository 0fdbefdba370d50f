## What the record says: products and their files, releases, decisions, holds. A key begins with `record-`; an attribute `.hint` says what the reader can do.
record-unreadable = the kept { $kind } `{ $id }` cannot be read: { $error }
    .hint = run `proofmark ledger verify`; restore the last backup
record-no-name-left = every identification for the product “{ $name }” is taken by another product
    .hint = run `proofmark ledger verify`: this should not come about
record-decision-overruled = the decision on { $vulnerability } in { $component } that { $by } took is set aside: the dossier says otherwise, and the dossier holds
    .hint = take the decision out of the dossier, or take the kept one back
