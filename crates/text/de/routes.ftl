## Was der Raum `routes` sagt. Ein Schlüssel beginnt mit `routes-`; das Attribut `.hint` sagt, was man tun kann.
