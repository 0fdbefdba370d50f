## Was der Raum `store` sagt. Ein Schlüssel beginnt mit `store-`; das Attribut `.hint` sagt, was man tun kann.
