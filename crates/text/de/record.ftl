## Was der Raum `record` sagt: Produkte und ihre Dateien, Releases, Entscheidungen, Sperren. Ein Schlüssel beginnt mit `record-`; das Attribut `.hint` sagt, was man tun kann.
record-unreadable = der aufbewahrte Datensatz `{ $id }` ({ $kind }) kann nicht gelesen werden: { $error }
    .hint = führen Sie `proofmark ledger verify` aus; stellen Sie die letzte Sicherung wieder her
record-no-name-left = jede Kennung für das Produkt „{ $name }“ ist schon an ein anderes Produkt vergeben
    .hint = führen Sie `proofmark ledger verify` aus: dazu dürfte es nicht kommen
record-decision-overruled = die Entscheidung von { $by } zu { $vulnerability } in { $component } bleibt außer Betracht: das Dossier sagt etwas anderes, und das Dossier geht vor
    .hint = nehmen Sie die Entscheidung aus dem Dossier heraus oder die aufbewahrte zurück
record-product-came = jemand anderes hat im selben Moment das Produkt „{ $product }“ angelegt
    .hint = versuchen Sie es noch einmal
record-no-such-product = es gibt kein Produkt `{ $id }`
    .hint = die Kennung ist der Name des Produkts als ein Wort; die Liste der Produkte zeigt sie
record-no-such-release = dieses Produkt hat kein Release `{ $version }`
record-no-such-revision = das Dossier dieses Produkts war nie das mit SHA-256 { $digest }
record-no-such-decision = zu { $vulnerability } in { $component } ist keine Entscheidung aufbewahrt
record-no-such-hold = es gibt keine Aufbewahrungssperre `{ $name }`
    .hint = `proofmark hold list` zeigt die geltenden
record-job-unreadable = der Auftrag `{ $id }` kann nicht gelesen werden: { $error }
record-path-refused = unter dem Pfad `{ $path }` kann nichts aufbewahrt werden
    .hint = ein Pfad führt vom Dossier abwärts, mit `/` zwischen den Schritten, wie `documents/risk-assessment.md`
record-path-too-long = der Pfad hat mehr als { $most } Bytes
record-file-too-large = `{ $path }` hat mehr als { $most } MiB
    .hint = nennen Sie große Artefakte stattdessen mit Prüfsumme
record-file-twice = `{ $path }` wurde zweimal eingereicht
record-too-many-files = das Produkt hätte mehr als { $most } Dateien
record-too-many-artefacts = es wurden mehr als { $most } Artefakte eingereicht
record-too-many-statements = das VEX-Dokument macht mehr als { $most } Aussagen
record-version-refused = die Version eines Release hat 1 bis { $most } Bytes, keine Steuerzeichen und keine, die die Schreibrichtung wenden, und ist weder „.“ noch „..“
record-list-of-another = mit dem Release { $version } kam keine Komponentenliste, und die vorhandene gehört zu einem anderen Release
    .hint = Reichen Sie die Liste dieses Release mit ein (`sbom`), auch wenn sie gleich ist.
record-dossier-of-another-operator = das Dossier nennt den Wirtschaftsakteur „{ $name }“, eingereicht wurde es für „{ $own }“
    .hint = Stellt „{ $own }“ das Produkt her, schreiben Sie in `proofmark.toml` unter `[operator]` die Zeile `name = "{ $own }"` und reichen Sie es erneut ein. Ist „{ $name }“ ein eigener Wirtschaftsakteur, fügt ihn wer die Installation verwaltet auf der Seite Wirtschaftsakteure (`/installation/operators`) hinzu; reichen Sie das Dossier dann dort ein.
record-dossier-of-another-product = das Dossier betrifft „{ $found }“, nicht „{ $expected }“
    .hint = ein Produkt mit anderem Namen ist ein anderes Produkt; reichen Sie das Dossier als neues ein
record-key-added = `{ $path }` ist neu: `{ $is }`
record-key-removed = `{ $path }` ist nicht mehr angegeben; es war `{ $was }`
record-key-changed = `{ $path }` war `{ $was }` und ist jetzt `{ $is }`
record-second-person-needed = eine Entscheidung, die einen Befund verwirft, braucht eine zweite Person
    .hint = beantragen Sie sie; wer freigeben darf, leistet die zweite Unterschrift
record-second-person-same = wer entscheidet, kann nicht zugleich die zweite Person sein
    .hint = jemand anderes muss die Entscheidung freigeben
record-decision-count = eine Entscheidung betrifft mindestens einen und höchstens { $most } Befunde
record-decision-reason = eine Entscheidung nennt ihren Grund, in höchstens { $most } Bytes
record-decision-risk = nur bei `affected` kann ein Risiko akzeptiert werden
record-decision-justification = nur `not_affected` wird mit einem der Wörter von VEX begründet
record-decision-expired = die Entscheidung wäre schon abgelaufen
record-finding-not-open = { $vulnerability } in { $component } ist kein offener Befund dieses Produkts
    .hint = die Liste der Befunde nennt beide so, wie sie hier geschrieben werden
record-hold-name = der Name einer Aufbewahrungssperre hat höchstens { $most } Bytes: ein Aktenzeichen, eine Sache
record-hold-reason = eine Aufbewahrungssperre nennt ihren Grund, in höchstens { $most } Bytes
record-hold-there = eine Aufbewahrungssperre `{ $name }` gibt es schon
record-kept-by-hold = die Aufbewahrungssperre `{ $name }` steht entgegen: { $because }
    .hint = `proofmark hold release` hebt die Sperre auf
record-kept-by-law = das Recht verlangt die Aufbewahrung bis einschließlich { $on }
record-kept-unknown = wie lange das Recht die Aufbewahrung verlangt, lässt sich nicht sagen, solange das nicht angegeben ist: { $missing }
    .hint = geben Sie es im Dossier an
record-kept-by-another = ein anderes Produkt braucht es noch
record-chain-broken = Eintrag { $index } ändert einen Datensatz, der nicht so war, wie der Eintrag sagt: { $record }
record-changed = ein Datensatz wurde am Register vorbei geändert: { $record }
    .hint = stellen Sie die letzte Sicherung wieder her; was er enthielt, ergibt sich aus der Beurteilung oder dem Eintrag, mit dem er entstand
record-added = ein Datensatz wurde hinzugefügt, von dem kein Registereintrag weiß: { $record }
record-removed = ein Datensatz wurde entfernt, den das Register noch führt: { $record }
    .hint = stellen Sie die letzte Sicherung wieder her
record-components-changed = die Komponentenzeilen von { $product } { $release } sind nicht die versiegelten: { $expected } Zeilen wurden aufbewahrt, { $found } sind vorhanden
    .hint = beurteilen Sie das Release erneut, sobald der Datensatz wiederhergestellt ist: seine Komponentenliste ist noch aufbewahrt
record-findings-changed = die Befundzeilen von { $product } { $release } sind nicht die versiegelten: { $expected } Zeilen wurden aufbewahrt, { $found } sind vorhanden
    .hint = stellen Sie die letzte Sicherung wieder her: die Zeilen enthalten, seit wann ein Befund offen ist
record-advisories-not-kept = die Sicherheitshinweise `{ $name }` gehören nicht zu den Dateien des Produkts
    .hint = reichen Sie sie mit dem Dossier ein, oder nehmen Sie sie aus `advisories` heraus
record-too-many-advisories = das Dossier nennt mehr als { $most } Sicherheitshinweise
    .hint = importieren Sie sie mit `proofmark feeds import` für die ganze Installation
record-export-line = Eintrag { $index } des Registers kann nicht exportiert werden: er ist nicht so, wie ein Eintrag geschrieben wird
    .hint = führen Sie `proofmark ledger verify` aus; stellen Sie die letzte Sicherung wieder her
record-export-document = das Dokument { $digest } ist als aufbewahrt genannt, aber nicht vorhanden
    .hint = führen Sie `proofmark ledger verify` aus; stellen Sie die letzte Sicherung wieder her
record-import-missing = `{ $path }` fehlt
    .hint = ein Export ist nur mit jeder Datei vollständig, die sein Manifest nennt
record-import-changed = `{ $path }` ist nicht das, was das Manifest sagt
    .hint = die Datei wurde nach dem Export abgeschnitten oder geändert
record-import-format = der Export hat das Format { $found }; dieses Programm liest { $known }
record-import-unreadable = `{ $path }` kann nicht gelesen werden: { $error }
record-import-head = die Wurzel des Registers müsste { $expected } sein, ist aber { $found }
record-import-kind = ein Datensatz ist von einer Art, die dieses Programm nicht kennt: `{ $kind }`
    .hint = verwenden Sie das Proofmark, mit dem der Export erstellt wurde, oder ein neueres
record-import-stopped = der Import wurde abgebrochen: { $error }
record-import-not-empty = hier ist schon etwas aufbewahrt
    .hint = importiert wird nur in eine leere Ablage; nennen Sie ein anderes Arbeitsverzeichnis oder eine andere Datenbank
record-cli-database = die Datenbank: `postgres://user:password@host/database` oder eine SQLite-Datei [Vorgabe: `store.db` im Arbeitsverzeichnis; Umgebungsvariable: PROOFMARK_DATABASE]
record-cli-blobs = wo Dokumente liegen: `s3://bucket/prefix` oder ein Ordner [Vorgabe: `documents` im Arbeitsverzeichnis; Umgebungsvariable: PROOFMARK_BLOBS]
record-cli-backup = alles sichern, während andere weiterarbeiten, und das Geschriebene prüfen
record-cli-backup-dir = ein Ordner, neu oder leer
record-cli-with-key = auch den geheimen Schlüssel sichern, mit dem das Register signiert wird: verwahren Sie eine solche Sicherung, wo niemand sonst sie lesen kann
record-cli-restore = eine Sicherung in ein leeres Arbeitsverzeichnis oder eine leere Datenbank zurückspielen und die Unversehrtheit beweisen
record-cli-restore-dir = der Ordner einer Sicherung
record-cli-key = der Schlüssel, mit dem das Register signiert sein muss, wie `proofmark ledger key` ihn ausgibt [Vorgabe: der im Ordner genannte]
record-cli-export = den vollständigen Bestand als JSON und Dateien exportieren, lesbar ohne Proofmark
record-cli-export-dir = ein Ordner, neu oder leer
record-cli-import = einen Export in ein leeres Arbeitsverzeichnis oder eine leere Datenbank importieren und die Unversehrtheit beweisen
record-cli-import-dir = der Ordner eines Exports
record-cli-doctor = alles durchsehen, was die Installation braucht, und sagen, wie sich beheben lässt, was nicht in Ordnung ist
record-cli-doctor-full = auch das ganze Register, jeden Datensatz, jede Zeile und jedes Dokument beweisen
record-cli-purge = bereinigen: entfernen, was weder das Recht noch eine Sperre festhält, und bei allem anderen sagen, warum es bleibt
record-cli-purge-dry-run = nur sagen, was entfernt würde und was bliebe
record-cli-operator = die Kennung des Wirtschaftsakteurs; nicht nötig, wenn es nur einen gibt
record-cli-product = die Kennung des Produkts
record-cli-hold = Aufbewahrungssperren: was ihnen unterliegt, wird nicht bereinigt
record-cli-hold-place = eine Aufbewahrungssperre setzen
record-cli-hold-release = eine Aufbewahrungssperre aufheben
record-cli-hold-list = die geltenden Aufbewahrungssperren zeigen
record-cli-hold-name = wie die Sperre heißt: ein Aktenzeichen, eine Sache
record-cli-hold-because = warum
record-folder-not-empty = in `{ $path }` liegt schon etwas
    .hint = nennen Sie einen neuen Ordner: nie wird etwas überschrieben
record-import-too-long = `{ $path }` enthält mehr als { $most } Bytes, erwartet wurde weniger
record-import-other-key = unter `{ $path }` liegt ein anderer Schlüssel als in der Sicherung
    .hint = spielen Sie sie in ein noch nicht verwendetes Arbeitsverzeichnis zurück
record-import-without-key = der Schlüssel des Registers liegt nicht im Ordner: kopieren Sie ihn nach `{ $path }`, bevor Weiteres aufbewahrt wird
record-backup-without-key = der Schlüssel des Registers ist nicht in der Sicherung: verwahren Sie eine Kopie von `{ $path }` an anderer Stelle
record-key-unreadable = der Schlüssel kann nicht gelesen werden
    .hint = `proofmark ledger key` gibt ihn aus
record-which-operator = welcher Wirtschaftsakteur ist gemeint: { $operators }
    .hint = nennen Sie ihn mit `--operator`
record-no-operator = es gibt noch keinen Wirtschaftsakteur, denn hier wurde noch nichts aufbewahrt
    .hint = bewerten Sie ein Release mit `proofmark assess`: damit wird der Wirtschaftsakteur angelegt, den das Dossier nennt. Oder legen Sie im Fenster unter *Einstellungen*, *Wirtschaftsakteure* einen an
record-hold-placed = Aufbewahrungssperre `{ $name }` gesetzt
record-hold-released = Aufbewahrungssperre `{ $name }` aufgehoben
record-hold-on-all = alles, was zum Wirtschaftsakteur gehört
record-hold-placed-by = gesetzt von { $by } am { $at }
record-no-holds = es gilt keine Aufbewahrungssperre
record-exported = { $lines ->
        [one] ein Registereintrag
       *[other] { $lines } Registereinträge
    } und { $documents ->
        [one] ein Dokument
       *[other] { $documents } Dokumente
    } geschrieben und geprüft
record-purge-would = { $count ->
        [one] ein Dokument würde entfernt
       *[other] { $count } Dokumente würden entfernt
    }
record-purge-did = { $count ->
        [one] ein Dokument wurde entfernt
       *[other] { $count } Dokumente wurden entfernt
    }
record-purge-spared = { $count ->
        [one] ein ersetztes Dokument bleibt
       *[other] { $count } ersetzte Dokumente bleiben
    }
record-verified = { $records } Datensätze und { $rows } Zeilen sind so, wie das Register sagt
record-doctor-home = `{ $path }`, { $with }
record-doctor-home-new = in `{ $path }` wurde noch nichts aufbewahrt
record-doctor-permissions = nur der Eigentümer kann hineinsehen
record-doctor-permissions-unknown = wer sonst hineinsehen kann, lässt sich auf diesem System nicht feststellen
record-doctor-open = andere auf diesem Rechner können `{ $path }` einsehen
    .hint = `chmod go-rwx` nimmt ihnen das Recht dazu
record-doctor-disk = eine Datei von { $room } MiB ließ sich probeweise schreiben und wieder wegnehmen
record-doctor-disk-full = weitere { $room } MiB lassen sich nicht schreiben: { $error }
    .hint = schaffen Sie Platz auf dem Datenträger
record-doctor-key = { $key }
record-doctor-no-key = es gibt noch keinen Schlüssel
    .hint = er wird erzeugt, wenn zum ersten Mal etwas aufbewahrt wird
record-doctor-database = erreichbar, mit dem Schema dieses Programms
record-doctor-ledger = { $lines ->
        [one] ein Eintrag, versiegelt und noch so, wie er versiegelt wurde
       *[other] { $lines } Einträge, versiegelt und noch so, wie sie versiegelt wurden
    }
record-doctor-unsealed = { $count ->
        [one] ein Eintrag ist noch nicht versiegelt
       *[other] { $count } Einträge sind noch nicht versiegelt
    }
    .hint = der nächste Befehl, der etwas aufbewahrt, versiegelt sie, ebenso `proofmark serve`
record-doctor-documents = { $count ->
        [one] das eine Dokument, das die letzten Einträge nennen, ist vorhanden und unversehrt
       *[other] die { $count } Dokumente, die die letzten Einträge nennen, sind vorhanden und unversehrt
    }
record-doctor-clock = geht gegenüber dem letzten Eintrag nicht nach
record-doctor-clock-behind = die Uhr geht gegenüber dem letzten Eintrag nach; er wurde am { $at } geschrieben
    .hint = stellen Sie die Uhr: nach ihr werden Fristen berechnet
record-doctor-jobs = keiner ist fehlgeschlagen, keiner wartet zu lange
record-doctor-jobs-failed = { $count ->
        [one] ein Auftrag ist fehlgeschlagen
       *[other] { $count } Aufträge sind fehlgeschlagen
    }
    .hint = die Liste der Aufträge sagt, warum; sie lassen sich von Hand neu versuchen
record-doctor-jobs-stale = { $count ->
        [one] ein Auftrag wartet länger, als er sollte
       *[other] { $count } Aufträge warten länger, als sie sollten
    }
    .hint = `proofmark serve` arbeitet sie ab
record-doctor-proved = { $records } Datensätze und { $rows } Zeilen sind so, wie das Register sagt
record-doctor-unproved = es ließ sich nicht beweisen
record-doctor-well = alles ist in Ordnung
record-doctor-ill = etwas ist nicht in Ordnung
record-doctor-every-document = { $count ->
        [one] ein Dokument ist aufbewahrt und unversehrt
       *[other] alle { $count } aufbewahrten Dokumente sind unversehrt
    }
record-unapproved = das Dossier weist { $vulnerability } in `{ $component }` zurück, ohne dass eine zweite Person zugestimmt hat
    .hint = schlagen Sie die Entscheidung am Befund vor; sobald sie freigegeben ist, darf das Dossier dasselbe sagen
record-last-seal-unreadable = was vom letzten Prüfpunkt gemerkt ist, kann nicht gelesen werden: `{ $path }`
    .hint = holen Sie die Datei aus einer Sicherung von `keys/` zurück
record-checkpoint-gone = der Prüfpunkt über { $size } Einträge wurde weggenommen: Eintrag { $index } wurde geschrieben, nachdem er signiert war
    .hint = stellen Sie die letzte Sicherung wieder her
record-last-checkpoint-gone = der Prüfpunkt über { $size } Einträge wurde weggenommen: er ist neben dem Schlüssel gemerkt, und die Datenbank hat ihn nicht
    .hint = stellen Sie die letzte Sicherung wieder her; `keys/ledger.sealed` enthält ihn noch
record-unsealed-long = { $count ->
        [one] ein Eintrag, { $from }, wurde nie versiegelt
       *[other] { $count } Einträge, von { $from } an, wurden nie versiegelt
    }, obwohl der erste davon um { $at } geschrieben wurde: seither wurde kein Prüfpunkt signiert, oder die Prüfpunkte wurden weggenommen
    .hint = `proofmark serve` versiegelt jede Sekunde, und jeder Befehl, der etwas ablegt, ebenso; lief seither eines davon, stellen Sie die letzte Sicherung wieder her
record-seal-lost = { $size } Einträge wurden mit dem Schlüssel dieses Registers versiegelt, und das Register hat sie nicht so, wie sie waren
    .hint = `proofmark ledger verify` sagt mehr; stellen Sie die letzte Sicherung wieder her. Wurde absichtlich eine ältere wiederhergestellt, legen Sie `keys/ledger.sealed` beiseite
record-row-missing = der Tabelle `{ $table }` fehlt eine Zeile, die da sein muss: { $row }
    .hint = stellen Sie die letzte Sicherung wieder her
record-row-added = in der Tabelle `{ $table }` steht eine Zeile, für die nichts spricht: { $row }
    .hint = stellen Sie die letzte Sicherung wieder her, oder finden Sie heraus, wer sie hinzugefügt hat
record-row-changed = eine Zeile der Tabelle `{ $table }` wurde am Register vorbei geändert: { $row }; abweichend: { $columns }
    .hint = stellen Sie die letzte Sicherung wieder her
