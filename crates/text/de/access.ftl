## What the room `access` says in German; the English file is the reference.
