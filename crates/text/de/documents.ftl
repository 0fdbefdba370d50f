## Was der Raum `documents` sagt. Ein Schlüssel beginnt mit `documents-`; das Attribut `.hint` sagt, was man tun kann.

# Wörter, die alle Dokumente gemeinsam haben.
documents-page = Seite { $page } von { $pages }
documents-skip = Zum Inhalt springen
documents-contents = Inhalt
documents-note = Hinweis
documents-missing = Fehlt
documents-warning = Warnung
documents-number = Dokument
documents-date = Datum
documents-author = Ausgestellt von
documents-subject = Produkt
documents-status = Status
documents-table-empty = Keine Einträge.
documents-place-and-date = Ort und Datum der Ausstellung
documents-name = Name
documents-function = Funktion
documents-signature = Unterschrift

# Wenn ein Dokument nicht erzeugt werden kann.
documents-pdf-refused = die PDF/A-Regeln lassen dieses Dokument nicht zu: { $reasons }
    .hint = Das ist ein Fehler in Proofmark, nicht in Ihren Daten. Melden Sie ihn mit der JSON-Fassung des Dokuments; die HTML-Fassung ist weiterhin verwendbar.
documents-pdf-too-long = das Dokument hätte mehr als { $limit } Seiten
    .hint = Teilen Sie es auf, oder geben Sie die langen Tabellen als maschinenlesbare Datei weiter.
