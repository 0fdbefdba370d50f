## Was der Raum `interview` sagt. Ein Schlüssel beginnt mit `interview-`; das Attribut `.hint` sagt, was man tun kann.
