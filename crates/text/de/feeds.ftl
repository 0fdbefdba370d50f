## Was über Datenquellen gesagt wird: wie sie geholt, geprüft, aufbewahrt und weitergetragen werden.

feeds-cli = Datenquellen zu Schwachstellen: holen, importieren, exportieren, und die Datenbank daraus
feeds-cli-sync = Kopien der Datenquellen auf den neuesten Stand bringen und die Datenbank daraus neu erstellen
feeds-cli-only = nur diese Datenquelle (wiederholbar); ohne Angabe jede, von der es eine Kopie gibt
feeds-cli-all = jede Datenquelle, ob es eine Kopie gibt oder nicht
feeds-cli-mirror = diese Datenquelle stattdessen aus dem Ordner unter dieser Adresse holen, jetzt und künftig; `FEED=` nimmt es zurück (wiederholbar)
feeds-cli-accept-shrunk = eine Kopie nehmen, obwohl sie weniger Datensätze hat, als sie haben sollte
feeds-cli-import = ein signiertes Bündel, oder Dateien mit Sicherheitshinweisen an der Stelle der zuvor importierten, ins Arbeitsverzeichnis nehmen und die Datenbank neu erstellen
feeds-cli-import-path = ein Bündel von `feeds export`; oder Ordner, ZIP- oder tar-Archive (auch mit gzip) oder einzelne Dateien mit OSV-Datensätzen; ein Katalog bekannt ausgenutzter Schwachstellen und EPSS-Werte werden erkannt
feeds-cli-key = einem Bündel mit der Signatur dieses Schlüssels glauben, jetzt und künftig: die Zeile, die `ledger key` dort ausgibt, wo es entstand, oder eine Datei damit
feeds-cli-older = Kopien nehmen, obwohl sie älter sind als die vorhandenen
feeds-cli-export = die Kopien der Datenquellen in eine signierte Datei schreiben, für eine Installation, die nichts holt
feeds-cli-export-file = wohin das Bündel kommt
feeds-cli-export-only = nur diese Datenquelle (wiederholbar)
feeds-cli-status = sagen, was die Datenbank enthält, wie alt jede Datenquelle ist und worum sich jemand kümmern muss
feeds-cli-list = alle Datenquellen mit Herausgeber und Lizenz auflisten
feeds-cli-serve = Die vorhandenen Kopien der Datenquellen auf dem neuesten Stand halten, jede in ihrem Rhythmus. Ohne diese Option wird nichts ungefragt geholt

feeds-unknown = es gibt keine Datenquelle `{ $feed }`
    .hint = `proofmark feeds list` nennt alle
feeds-mirror-form = ein Spiegel wird als FEED=URL geschrieben
feeds-mirror-idle = für `{ $feed }` ist ein Spiegel genannt, die Datenquelle wird aber nicht abgefragt
    .hint = nennen Sie die Datenquelle auch mit `--only`
feeds-none-held = hier gibt es noch von keiner Datenquelle eine Kopie, also nichts auf den neuesten Stand zu bringen
    .hint = nennen Sie Datenquellen mit `--only`, oder nehmen Sie `--all`; `proofmark feeds list` nennt alle
feeds-busy = ein anderer Prozess ändert gerade die Kopien der Datenquellen
    .hint = warten Sie, bis er beendet ist
feeds-earlier-import = Was früher in die Datenbank importiert wurde, ist nicht unter den Kopien und fällt weg, wenn die Datenbank neu erstellt wird. Importieren Sie diese Dateien noch einmal mit `proofmark feeds import`.
feeds-import-replaced = was zuvor von Hand importiert war ({ $before ->
    [one] ein Datensatz
   *[other] { $before } Datensätze
 }), gilt nicht mehr: an seiner Stelle { $records ->
    [one] steht ein Datensatz
   *[other] stehen { $records } Datensätze
 }
    .hint = Nennen Sie alles, was gelten soll, in einem `feeds import`; was Datenquellen geholt haben, bleibt daneben.
feeds-state-damaged = `{ $path }` kann nicht gelesen werden: { $error }
    .hint = entfernen Sie den Ordner, in dem die Datei liegt, und holen oder importieren Sie die Datenquelle neu
feeds-no-copy = hier gibt es keine Kopie von `{ $feed }`
    .hint = holen Sie sie mit `proofmark feeds sync --only { $feed }`
feeds-nothing-to-export = hier gibt es von keiner Datenquelle eine Kopie, also nichts zu exportieren
    .hint = holen Sie Datenquellen mit `proofmark feeds sync`; was von Hand importiert wurde, wird nicht exportiert

feeds-other-length = { $origin } hat eine andere Anzahl Bytes gesendet als angekündigt
feeds-stopped = das Holen wurde angehalten
feeds-unfit = was geholt wurde, ist nicht, was diese Datenquelle veröffentlicht
feeds-list-too-long = die Liste der Änderungen ist länger als { $bytes } Bytes
feeds-list-cut = die Liste der Änderungen endet mitten in einer Zeile
feeds-list-line = `{ $line }` ist keine Zeile aus Zeitpunkt und Kennung
feeds-list-too-many = die Liste der Änderungen nennt mehr als { $most } Datensätze
feeds-unreadable = { $count ->
    [one] ein Datensatz kann nicht gelesen werden
   *[other] { $count } Datensätze können nicht gelesen werden
 }, mehr als bei dieser Datenquelle zulässig: { $first }
feeds-empty = es ist kein einziger Datensatz darin
feeds-shrunk = sie hat { $records } Datensätze und hatte { $before }; weniger als { $least } werden nicht stillschweigend übernommen
    .hint = sehen Sie nach, ob der Herausgeber einen Grund nennt; `--accept-shrunk` übernimmt sie
feeds-short = sie hat { $records } Datensätze; eine erste Kopie dieser Datenquelle hat mindestens { $least }
    .hint = wenn sie nur einen Teil enthalten soll, übernimmt `--accept-shrunk` sie
feeds-incomplete = im Archiv fehlen { $missing } der { $listed } aufgelisteten Datensätze
feeds-page-too-long = die Seite hat mehr als { $most } Datensätze
feeds-window-too-long = um den { $day } wurden { $count } Datensätze geändert; mehr als { $most } werden nicht auf einmal gelesen
feeds-window-moves = was vom { $from } bis zum { $until } geändert wurde, änderte sich jedes der { $tries } Male, die es gelesen wurde
    .hint = Fragen Sie später noch einmal; was davor gelesen wurde, wartet hier
feeds-search-lacks = in den Zeiträumen der Suche fehlen { $missing } der insgesamt { $listed } Datensätze
feeds-other-record = was an der Stelle von `{ $id }` liegt, ist nicht dieser Datensatz
feeds-archive-damaged = `{ $path }` ist beschädigt: { $error }

feeds-bundle-unsigned = das Bündel kann nicht signiert werden: { $error }
feeds-bundle-unreadable = das ist kein Bündel von Datenquellen: { $error }
feeds-bundle-unknown = das Bündel ist signiert, aber mit keinem Schlüssel, dem hier geglaubt wird: { $error }
    .hint = lassen Sie sich von dort, wo es entstand, die Zeile geben, die `proofmark ledger key` ausgibt, und nennen Sie sie mit `--key`
feeds-bundle-forged = die Signatur des Bündels ist nicht echt: { $error }
    .hint = verwenden Sie es nicht; lassen Sie es neu erstellen und noch einmal hierherbringen
feeds-bundle-format = das Bündel hat die Form { $found }; dieses Programm kennt die Form { $known }
    .hint = nehmen Sie ein neueres Programm
feeds-bundle-older = die Kopie von `{ $feed }` im Bündel ist von { $at }; die vorhandene ist von { $held }
    .hint = `--older` übernimmt sie trotzdem
feeds-bundle-torn = das Bündel kann nicht bis zum Ende gelesen werden: { $error }
feeds-bundle-stranger = das Bündel enthält `{ $name }`, was sein Verzeichnis nicht nennt
feeds-bundle-changed = `{ $name }` im Bündel ist nicht so, wie sein Verzeichnis sagt
feeds-bundle-missing = im Bündel fehlt `{ $name }`, was sein Verzeichnis nennt
feeds-bundle-alone = ein Bündel wird für sich importiert, nicht zusammen mit anderen Dateien
feeds-bundle-key = Geprüft wird es mit dem Schlüssel
feeds-imported = { $copies ->
    [one] eine Kopie wurde
   *[other] { $copies } Kopien wurden
 } aus einem Bündel vom { $made } übernommen

feeds-progress-bytes = { $feed }: { $mebibytes } MiB
feeds-progress-records = { $feed }: { $count } Datensätze gelesen
feeds-progress-changed = { $feed }: geänderter Datensatz { $done } von { $of }
feeds-unchanged = auf dem neuesten Stand, { $count ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
 }
feeds-changed = { $count ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
 }, vorher { $before }
feeds-hindered = nicht geholt; es gilt die vorige Kopie
feeds-refused = abgelehnt; es gilt die vorige Kopie
feeds-waiting = nicht abgefragt: ihr Server will bis { $at } in Ruhe gelassen werden
feeds-not-before = sie wird nicht vor { $at } erneut abgefragt
feeds-rebuilt = die Datenbank wurde neu erstellt
feeds-left-out = { $count ->
    [one] ein Datensatz der Kopien konnte nicht gelesen werden und fehlt
   *[other] { $count } Datensätze der Kopien konnten nicht gelesen werden und fehlen
 }
feeds-records = { $count ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
 }
feeds-publisher-licence = { $publisher }; { $licence }

feeds-heading = Datenquellen
feeds-alarm-stale = sie ist veraltet: seit { $hours } Stunden wurde nicht festgestellt, dass sie dem Veröffentlichten entspricht
feeds-alarm-never = sie wurde abgefragt und ist nie angekommen
feeds-alarm-shrunk = was jetzt veröffentlicht ist, hat zu wenige Datensätze; es gilt die vorige Kopie
feeds-alarm-refused = was jetzt veröffentlicht ist, kann nicht verwendet werden; es gilt die vorige Kopie
feeds-alarm-short = sie hat weniger als die { $expected } Datensätze, die sie haben sollte
feeds-some-alarmed = { $count ->
    [one] Um eine Datenquelle muss sich jemand kümmern: Was bekannt ist, kann veraltet oder unvollständig sein.
   *[other] Um { $count } Datenquellen muss sich jemand kümmern: Was bekannt ist, kann veraltet oder unvollständig sein.
 }
feeds-column-feed = Datenquelle
feeds-column-state = Stand
feeds-column-checked = Letzter Erfolg
feeds-column-licence = Lizenz
feeds-fine = aktuell
feeds-word-stale = veraltet
feeds-word-shrunk = geschrumpft
feeds-word-refused = abgelehnt
feeds-word-short = zu wenige Datensätze
feeds-before = vorher { $count }
feeds-every = { $hours ->
    [one] jede Stunde
   *[other] alle { $hours } Stunden
 }
