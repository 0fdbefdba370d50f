## What the room `trust` says. A key begins with `trust-`; an attribute `.hint` says what the reader can do.
