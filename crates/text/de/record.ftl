## Was das Verzeichnis sagt: Produkte und ihre Dateien, Releases, Entscheidungen, Sperren. Ein Schlüssel beginnt mit `record-`; das Attribut `.hint` sagt, was man tun kann.
