## Was der Raum `documents` sagt. Ein Schlüssel beginnt mit `documents-`; das Attribut `.hint` sagt, was man tun kann.
