## Was der Raum `reporting` sagt. Ein Schlüssel beginnt mit `reporting-`; das Attribut `.hint` sagt, was man tun kann.
