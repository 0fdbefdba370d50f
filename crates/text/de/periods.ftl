## Was der Raum `periods` sagt. Ein Schlüssel beginnt mit `periods-`; das Attribut `.hint` sagt, was man tun kann.
