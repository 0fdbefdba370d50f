## What the room `actions` says. A key begins with `actions-`; an attribute `.hint` says what the reader can do.
