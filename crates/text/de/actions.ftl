## Was der Raum `actions` sagt. Ein Schlüssel beginnt mit `actions-`; das Attribut `.hint` sagt, was man tun kann.
