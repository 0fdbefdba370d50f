## Was der Raum `law` sagt. Ein Schlüssel beginnt mit `law-`; das Attribut `.hint` sagt, was man tun kann.
