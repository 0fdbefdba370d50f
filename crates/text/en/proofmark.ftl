## What the room `proofmark` says. A key begins with `proofmark-`; an attribute `.hint` says what the reader can do.
