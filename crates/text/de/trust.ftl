## Was der Raum `trust` sagt. Ein Schlüssel beginnt mit `trust-`; das Attribut `.hint` sagt, was man tun kann.
