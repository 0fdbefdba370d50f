## Was der Raum `modification` sagt. Ein Schlüssel beginnt mit `modification-`; das Attribut `.hint` sagt, was man tun kann.
