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

# Publishers and where their documents are.
csaf-provider-role = `{ $role }` ist keine Rolle eines Herausgebers von CSAF-Dokumenten
csaf-provider-name = die Metadaten sagen nicht, wer herausgibt
csaf-provider-address = `{ $written }` ist keine Adresse im Web
csaf-provider-fingerprint = `{ $written }` ist kein Fingerabdruck eines Schlüssels
csaf-provider-too-many = die Metadaten nennen mehr als { $most } Orte oder Schlüssel
csaf-aggregator-empty = es führt keinen Herausgeber auf
csaf-provider-not-found = nichts bei `{ $domain }` sagt, wo die CSAF-Dokumente liegen
    .hint = gesucht wird an der festgelegten Adresse, in den Zeilen `CSAF:` der `security.txt` und mit `csaf.data.security.` vor der Domäne; nennen Sie die Adresse der `provider-metadata.json`
csaf-provider-not-there = bei `{ $url }` liegt nichts
csaf-provider-plain = `{ $origin }` wird nicht über TLS erreicht: was ein Herausgeber von sich sagt, wird über eine offene Leitung nicht geglaubt
csaf-provider-nothing-open = keiner der Feeds und Ordner ist für alle bestimmt (TLP:WHITE oder TLP:CLEAR)
csaf-provider-feed-name = `{ $name }` kann nicht der Name des Feeds eines Herausgebers sein: `csaf-`, Kleinbuchstaben, Ziffern und Bindestriche, und kein Name des Registers
csaf-provider-needs-name = aus `{ $url }` lässt sich kein Name für einen Feed bilden
    .hint = geben Sie ihm einen mit `--name csaf-…`
csaf-provider-taken = `{ $feed }` ist schon ein anderer Herausgeber
    .hint = geben Sie diesem mit `--name csaf-…` einen anderen Namen
csaf-provider-mirror = die Dokumente eines Herausgebers liegen, wo seine Metadaten es sagen; einen Spiegel davon gibt es nicht
csaf-provider-removed = `{ $feed }` und die Kopie seiner Dokumente sind fort; beim nächsten Einlesen oder Holen wird die Datenbank ohne sie gebaut
csaf-provider-keys = { $count ->
    [0] Er unterschreibt mit keinem Schlüssel
    [one] Er unterschreibt mit diesem Schlüssel
   *[other] Er unterschreibt mit diesen Schlüsseln
 }
csaf-provider-compare = Vergleichen Sie die Fingerabdrücke mit dem, was der Herausgeber anderswo sagt: von nun an wird nur diesen geglaubt.
csaf-provider-next = Holen Sie die Dokumente mit `proofmark feeds sync --only { $feed }`.
csaf-signatures = geprüfte Unterschriften: { $verified }; ohne: { $unsigned }

# Keys and signatures.
csaf-key-unfit = der Schlüssel bei `{ $url }` kann nicht genommen werden: { $why }
csaf-key-other = der Schlüssel bei `{ $url }` hat den Fingerabdruck { $fingerprint }, nicht den, den die Metadaten nennen
csaf-key-changed = die Schlüssel des Herausgebers haben sich geändert: er hat { $found }, angenommen ist { $accepted }
    .hint = fragen Sie den Herausgeber, ob er seine Schlüssel gewechselt hat; `proofmark feeds provider accept-keys { $feed }` glaubt denen, die er jetzt hat
csaf-signature-bad = die Unterschrift hält nicht: { $why }

# The command line.
csaf-cli = Herausgeber von CSAF-Dokumenten nach dem, was sie von sich sagen: hinzufügen, auflisten, Schlüssel annehmen, entfernen
csaf-cli-add = die Metadaten eines Herausgebers finden, seine Schlüssel behalten und einen Feed daraus machen
csaf-cli-where = seine Domäne oder die Adresse seiner `provider-metadata.json`
csaf-cli-name = wie sein Feed heißt: `csaf-` und Kleinbuchstaben, Ziffern und Bindestriche; sonst heißt er nach seinem Host
csaf-cli-list = die Herausgeber auflisten, die ein Aggregator nennt, um daraus zu wählen
csaf-cli-aggregator = die Adresse einer `aggregator.json`
csaf-cli-accept = den Schlüsseln glauben, die ein Herausgeber jetzt hat
csaf-cli-remove = einen Herausgeber und die Kopie seiner Dokumente vergessen
csaf-cli-feed = der Name seines Feeds
