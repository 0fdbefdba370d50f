## Was der Raum `duties` sagt. Ein Schlüssel beginnt mit `duties-`; das Attribut `.hint` sagt, was man tun kann.
