## Was der Raum `neighbours` sagt. Ein Schlüssel beginnt mit `neighbours-`; das Attribut `.hint` sagt, was man tun kann.
