## Was der Raum `facts` sagt. Ein Schlüssel beginnt mit `facts-`; das Attribut `.hint` sagt, was man tun kann.
