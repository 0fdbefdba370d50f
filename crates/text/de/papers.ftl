## Was der Raum `papers` sagt. Ein Schlüssel beginnt mit `papers-`; das Attribut `.hint` sagt, was man tun kann.
