## Was der Raum `teaching` sagt. Ein Schlüssel beginnt mit `teaching-`; das Attribut `.hint` sagt, was man tun kann.
