## Was der Raum `vulndb` sagt. Ein Schlüssel beginnt mit `vulndb-`; das Attribut `.hint` sagt, was man tun kann.
