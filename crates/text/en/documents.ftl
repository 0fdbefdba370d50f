## What the room `documents` says. A key begins with `documents-`; an attribute `.hint` says what the reader can do.
