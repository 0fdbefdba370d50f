## Was der Raum `proofmark` sagt. Ein Schlüssel beginnt mit `proofmark-`; das Attribut `.hint` sagt, was man tun kann.
