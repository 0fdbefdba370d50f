## What the room `formats` says. A key begins with `formats-`; an attribute `.hint` says what the reader can do.
