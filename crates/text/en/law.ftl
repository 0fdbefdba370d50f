## What the room `law` says. A key begins with `law-`; an attribute `.hint` says what the reader can do.
