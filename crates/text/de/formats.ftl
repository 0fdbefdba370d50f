## Was der Raum `formats` sagt. Ein Schlüssel beginnt mit `formats-`; das Attribut `.hint` sagt, was man tun kann.
