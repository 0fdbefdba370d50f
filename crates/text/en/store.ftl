## What the room `store` says. A key begins with `store-`; an attribute `.hint` says what the reader can do.
