## What the room `web` says in German; the English file is the reference.
