## What the room `dossier` says. A key begins with `dossier-`; an attribute `.hint` says what the reader can do.
