## Was über Dokumente des Common Security Advisory Framework gesagt wird und über die Ordner, in denen sie veröffentlicht werden. Ein Schlüssel beginnt mit `csaf-`.

# Was an einem Dokument nicht stimmt.
csaf-version = `{ $version }` ist keine Version von CSAF, die hier gelesen werden kann
    .hint = gelesen werden Dokumente der Versionen 2.0 und 2.1
csaf-without-id = das Dokument hat keine Kennung (`/document/tracking/id`)
csaf-without-publisher = das Dokument sagt nicht, wer es veröffentlicht (`/document/publisher/name`)
csaf-product-unknown = das Produkt `{ $id }` steht nirgends im Produktbaum des Dokuments

# Ordner mit Dokumenten.
csaf-list-too-long = die Liste der Dokumente ist länger als { $bytes } Bytes
csaf-list-too-many = die Liste nennt mehr als { $most } Dokumente
csaf-list-line = `{ $line }` nennt kein Dokument unterhalb des Ordners
csaf-left-out = { $count } der { $listed } aufgeführten Dokumente liegen nicht so vor, wie sie sollten; das erste ist `{ $path }`: { $why }
csaf-not-there = es ist nicht vorhanden
csaf-digest-missing = sein Hashwert ist nicht vorhanden
csaf-digest-other = es hat nicht den Hashwert, der daneben veröffentlicht ist
