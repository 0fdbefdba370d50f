## What the room `vulndb` says. A key begins with `vulndb-`; an attribute `.hint` says what the reader can do.
