## Was der Raum `dossier` sagt. Ein Schlüssel beginnt mit `dossier-`; das Attribut `.hint` sagt, was man tun kann.
