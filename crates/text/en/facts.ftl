## What the room `facts` says. A key begins with `facts-`; an attribute `.hint` says what the reader can do.
