## Was der Raum `proofmark` sagt. Ein Schlüssel beginnt mit `proofmark-`; das Attribut `.hint` sagt, was man tun kann.

# Die Befehlszeile
proofmark-cli-about = Erfüllt die Cyberresilienz-Verordnung der EU über die gesamte Lebensdauer eines Produkts und weist es nach.
proofmark-cli-after = Rückgabewerte: 0 ja, 1 nein, 2 falscher Aufruf, 3 Eingabe abgelehnt, 4 von außen verhindert, 5 aufbewahrte Daten beschädigt, 6 noch keine Antwort, 70 ein Fehler in Proofmark. Ergebnisse gehen an die Standardausgabe, alles andere an die Standardfehlerausgabe. Keine Rechtsberatung: Jede Bewertung nennt die Tatsache und den Artikel, auf denen sie beruht.
proofmark-cli-home = wo Ablage, Registerschlüssel und Schwachstellendatenbank liegen [Vorgabe: $PROOFMARK_HOME, sonst das Datenverzeichnis des Benutzers]
proofmark-cli-format = wie Ergebnisse auf die Standardausgabe geschrieben werden
proofmark-cli-format-text = für Menschen
proofmark-cli-format-json = für Programme; beschrieben durch `proofmark schema`
proofmark-cli-colour = wann Farbe verwendet wird; NO_COLOR wird beachtet
proofmark-cli-colour-auto = in einem Terminal
proofmark-cli-colour-always = immer
proofmark-cli-colour-never = nie
proofmark-cli-quiet = Fortschritt nicht anzeigen
proofmark-cli-by = wer fragt, wie es im Register steht [Vorgabe: der Anmeldename des Benutzers]
proofmark-cli-assess = ein Release beurteilen: Bewertung, bekannte Schwachstellen, Freigabeprüfung, Stand der Pflichten, Dokumente und Nachweispaket
proofmark-cli-assess-dir = das Verzeichnis, in dem `proofmark.toml` liegt
proofmark-cli-assess-out = Dokumente, Ergebnisse und das Nachweispaket in dieses Verzeichnis schreiben
proofmark-cli-assess-as-of = der Tag, für den geantwortet wird; Meldefristen werden zu seinem Ende in UTC beurteilt, am heutigen Tag zum jetzigen Zeitpunkt [Vorgabe: heute, UTC]
proofmark-cli-assess-db = diese Schwachstellendatenbank statt derjenigen im Arbeitsverzeichnis verwenden
proofmark-cli-assess-all = jede Pflicht und jede Begründung zeigen
proofmark-cli-verify = ein Nachweispaket offline prüfen
proofmark-cli-verify-pack = das Paket, eine ZIP-Datei
proofmark-cli-verify-key = der Registerschlüssel des Erstellers oder eine Datei, die ihn enthält; ohne ihn wird das Paket gegen den Schlüssel geprüft, den es selbst nennt
proofmark-cli-db-skip-unreadable = unlesbare Datensätze auslassen, statt alle abzulehnen
proofmark-cli-ledger = das nur fortschreibbare Register dessen, was getan wurde
proofmark-cli-law = das Recht selbst: der verwendete Rechtsstand, was ein neuerer ändert, Normen, Fälle
proofmark-cli-law-try = die Tatsachen von Falldateien am Recht messen und sagen, wo die Bewertung von der erwarteten abweicht
proofmark-cli-law-try-path = Falldateien (`*.toml`) oder Verzeichnisse mit solchen
proofmark-case-failed = { $file }: { $says }
proofmark-case-unreadable = { $file }: dieser Fall kann nicht gelesen werden
proofmark-case-mismatch = `{ $at }`: erwartet { $expected }, gefunden { $found }
proofmark-cases-held = { $count } Fälle, alle wie erwartet
proofmark-cases-failed = { $failed } von { $count } Fällen sind nicht wie erwartet
proofmark-cases-none = unter `{ $path }` gibt es keine Falldatei
    .hint = Falldateien enden auf `.toml`.
proofmark-cli-ledger-verify = jeden Eintrag der Ablage gegen den Baum und den letzten signierten Prüfpunkt beweisen
proofmark-cli-ledger-key = den Schlüssel ausgeben, mit dem andere Pakete und Prüfpunkte prüfen, wie jedes `--key` ihn nimmt
proofmark-cli-ledger-key-pem = ihn stattdessen in PEM ausgeben, wie andere Werkzeuge ihn lesen
proofmark-cli-ledger-publish = das Register als statische Dateien schreiben (C2SP tlog-tiles), denen jeder folgen kann
proofmark-cli-ledger-publish-dir = das Verzeichnis, in das geschrieben wird
proofmark-cli-init = ein Dossier beginnen: das Wichtige erfragen und eine kommentierte `proofmark.toml` schreiben
proofmark-cli-init-dir = das Verzeichnis, in das sie geschrieben wird
proofmark-cli-init-product = der Name des Produkts; zusammen mit --operator werden keine Fragen gestellt
proofmark-cli-init-operator = der Name des Herstellers
proofmark-cli-init-release = die Version des Release [Vorgabe ohne Fragen: 0.1.0]
proofmark-cli-init-kind = welche Art von Gegenstand das Produkt ist [Vorgabe ohne Fragen: software]
proofmark-cli-schema = das JSON-Schema einer Ausgabe ausgeben
proofmark-cli-schema-name = von welcher Ausgabe

# Was hindert
proofmark-disk-full = `{ $path }` konnte nicht geschrieben werden: der Datenträger ist voll
    .hint = schaffen Sie Platz und führen Sie den Befehl erneut aus
proofmark-file-not-there = `{ $path }` ist nicht vorhanden
    .hint = prüfen Sie den Pfad
proofmark-file-error = `{ $path }`: { $error }
proofmark-output-is-read = `{ $path }` wird hier gelesen: an ihre Stelle wird nichts geschrieben
    .hint = Nennen Sie eine andere Datei für die Ausgabe.
proofmark-no-ordinary-file = `{ $path }` ist keine gewöhnliche Datei: an ihre Stelle wird nichts geschrieben
    .hint = Nennen Sie eine Datei, die es noch nicht gibt, oder eine gewöhnliche, die ersetzt werden soll.
proofmark-file-too-large = `{ $path }` hat { $found } MiB; gelesen werden Dateien bis { $most } MiB
    .hint = ist es die richtige Datei? große Artefakte werden mit Prüfsumme genannt, nicht gelesen
proofmark-not-a-file = `{ $path }` ist keine gewöhnliche Datei
proofmark-not-a-directory = `{ $path }` ist kein Verzeichnis
    .hint = nennen Sie das Verzeichnis, in dem `proofmark.toml` liegt
proofmark-leads-outside = `{ $path }` führt aus dem Verzeichnis des Dossiers hinaus
    .hint = Nachweise müssen neben dem Dossier liegen; kopieren Sie die Datei dorthin
proofmark-no-home = es gibt keinen Ort für die Daten von Proofmark: kein Benutzerverzeichnis ist bekannt
    .hint = setzen Sie PROOFMARK_HOME oder geben Sie --home DIR an
proofmark-key-damaged = der Schlüssel des Registers in `{ $path }` kann nicht gelesen werden: { $error }
    .hint = stellen Sie ihn aus einer Sicherung wieder her; damit signierte Pakete lassen sich weiterhin prüfen
proofmark-output-cut-off = das Ergebnis konnte nicht vollständig auf die Standardausgabe geschrieben werden: { $error }
    .hint = Aufbewahrtes bleibt aufbewahrt; schaffen Sie Platz und führen Sie den Befehl erneut aus
proofmark-key-gone = das Register wurde mit einem Schlüssel versiegelt, der nicht mehr da ist: `{ $path }`
    .hint = stellen Sie den Schlüssel aus einer Sicherung wieder her; um neu zu beginnen, nehmen Sie ein anderes Arbeitsverzeichnis
proofmark-no-randomness = das System lieferte keinen Zufall für einen Schlüssel: { $error }
proofmark-error = Fehler
proofmark-warning = Warnung
proofmark-hint = Hinweis:
proofmark-problems = { $errors ->
        [0] keine Fehler
        [one] ein Fehler
       *[other] { $errors } Fehler
    }, { $warnings ->
        [0] keine Warnungen
        [one] eine Warnung
       *[other] { $warnings } Warnungen
    }

# Was gefunden wurde
proofmark-pack-intact = das Paket ist unversehrt: jedes Byte ist so, wie es versiegelt wurde
proofmark-pack-not-intact = das Paket ist nicht unversehrt: { $count ->
        [one] ein Fehler
       *[other] { $count } Fehler
    }
proofmark-signer-trusted = signiert mit dem Schlüssel, dem Sie vertrauen: { $key }
proofmark-signer-unvouched = signiert mit dem Schlüssel, den das Paket selbst nennt: { $key }
    .hint = jeder kann ein Paket mit einem eigenen Schlüssel erstellen: vergleichen Sie diesen mit dem, den der Ersteller veröffentlicht, oder geben Sie ihn mit --key an
proofmark-signer-unknown = von keinem Schlüssel ließ sich zeigen, dass er signiert hat
proofmark-pack-holds = { $files ->
        [one] eine Datei
       *[other] { $files } Dateien
    } und { $lines ->
        [one] ein Registereintrag
       *[other] { $lines } Registereinträge
    }, erstellt am { $made_at } mit { $made_with }
proofmark-pack-history = Was getan wurde
proofmark-ledger-sound = das Register ist in Ordnung: { $lines ->
        [0] es hat noch keine Einträge
        [one] sein einziger Eintrag ist so, wie er geschrieben wurde
       *[other] alle { $lines } Einträge sind so, wie sie geschrieben wurden
    }
proofmark-ledger-sound-so-far = das Register ist in Ordnung, soweit es versiegelt ist: { $lines ->
        [one] ein Eintrag ist so, wie er versiegelt wurde
       *[other] { $lines } Einträge sind so, wie sie versiegelt wurden
    }
proofmark-ledger-not-sound = das Register ist nicht in Ordnung: { $count ->
        [one] ein Fehler
       *[other] { $count } Fehler
    }
proofmark-ledger-root = Wurzelhash { $root }
proofmark-ledger-sealed = der letzte signierte Prüfpunkt umfasst die ersten { $size } Einträge
proofmark-ledger-unsealed = { $count ->
        [one] der letzte Eintrag ist
       *[other] die letzten { $count } Einträge sind
    } noch nicht versiegelt: bewiesen ist nur, was versiegelt ist
proofmark-ledger-signed-by = signiert mit { $key }

# Eine Beurteilung
proofmark-verdict = Bewertung
proofmark-state-of-the-law = nach dem Rechtsstand vom { $as_of }
proofmark-legal-review = rechtliche Prüfung:
proofmark-no-legal-advice = Keine Rechtsberatung: Jede Zeile nennt die angegebene Tatsache und das Recht, auf denen sie beruht; maßgeblich ist der Wortlaut im Amtsblatt.
proofmark-scope-in = Im Anwendungsbereich der Verordnung (EU) 2024/2847
proofmark-scope-part = Im Anwendungsbereich nur als Teil eines anderen Produkts desselben Herstellers
proofmark-scope-out = Nicht im Anwendungsbereich der Verordnung (EU) 2024/2847
proofmark-scope-not-on-the-market = Nicht von Ihnen auf dem Markt bereitgestellt: keine Pflichten als Wirtschaftsakteur
proofmark-scope-allowed = Darf unter Bedingungen ohne Konformität gezeigt oder getestet werden
proofmark-scope-open = Der Anwendungsbereich lässt sich nicht entscheiden: nicht angegeben: { $missing }
proofmark-role-manufacturer = Ihre Rolle: Hersteller
proofmark-role-importer = Ihre Rolle: Einführer
proofmark-role-distributor = Ihre Rolle: Händler
proofmark-role-representative = Ihre Rolle: Bevollmächtigter
proofmark-role-steward = Ihre Rolle: Verwalter quelloffener Software
proofmark-role-none = Ihre Rolle: keine nach dieser Verordnung
proofmark-role-open = Die Rolle lässt sich nicht entscheiden: nicht angegeben: { $missing }
proofmark-class-default = Klasse: Standard (weder in Anhang III noch in Anhang IV)
proofmark-class-important-one = Klasse: wichtig, Klasse I: { $number } { $title }
proofmark-class-important-two = Klasse: wichtig, Klasse II: { $number } { $title }
proofmark-class-critical = Klasse: kritisch: { $number } { $title }
proofmark-class-open = Die Klasse lässt sich nicht entscheiden: nicht angegeben: { $missing }
proofmark-route-open = Heute offen: { $procedure }
proofmark-route-would-open = Heute nicht offen, könnte es werden: { $procedure }
proofmark-route-closed = Nicht offen: { $procedure }
proofmark-remote = Ferndienst { $service }
proofmark-boundary = Die Grenze des Produkts
proofmark-module = Modul { $module }
proofmark-variant = Variante { $variant }
proofmark-edition-paid = Die kostenpflichtige Ausgabe
proofmark-edition-free = Die kostenlose Ausgabe
proofmark-tailor-made = Maßgeschneiderte Bedingungen
proofmark-date-already = Gilt seit { $on }: { $what }
proofmark-date-later = Gilt ab { $on }: { $what }
proofmark-date-unless-modified = { $on }: { $what }: gilt nur bei einer wesentlichen Änderung des Produkts
proofmark-date-not = { $on }: { $what }: gilt für Sie nicht
proofmark-date-open = { $on }: { $what }: lässt sich noch nicht entscheiden
proofmark-findings = Bekannte Schwachstellen
proofmark-findings-count = { $findings ->
        [0] keine
        [one] eine
       *[other] { $findings }
    }, davon { $exploited } irgendwo ausgenutzt; { $components ->
        [one] eine Komponente ist
       *[other] { $components } Komponenten sind
    } aufgeführt
proofmark-findings-not-looked = nicht geprüft: es gab keine Schwachstellendaten, die befragt werden konnten
proofmark-findings-no-sbom = es gibt keine Komponentenliste, die durchgesehen werden könnte
proofmark-no-vulnerability-data = es gab keine Schwachstellendaten, die befragt werden konnten
    .hint = `proofmark feeds import PATH` erstellt die Datenbank; oder nennen Sie Sicherheitshinweise neben dem Dossier in `advisories`
proofmark-vulnerability-data = befragt: { $name }, { $records } Datensätze, der neueste vom { $as_of }
proofmark-exploit-likely = EPSS { $share } %
proofmark-exploited-somewhere = irgendwo ausgenutzt ({ $catalogue })
proofmark-finding-also = auch { $aliases }
proofmark-finding-no-fix = keine Version mit Behebung bekannt
proofmark-finding-fixed = behoben in { $versions }
proofmark-finding-path = über { $path }
proofmark-finding-decision = { $by }: { $because }
proofmark-rating-unknown = nicht eingestuft
proofmark-rating-none = ohne
proofmark-rating-low = niedrig
proofmark-rating-medium = mittel
proofmark-rating-high = hoch
proofmark-rating-critical = kritisch
proofmark-unchecked = Nicht prüfbar
proofmark-unchecked-count = { $count ->
        [one] eine Komponente
       *[other] { $count } Komponenten
    }
proofmark-gate = Freigabeprüfung
proofmark-gate-cites = Anhang I Teil I Nummer 2 Buchstabe a: keine bekannten ausnutzbaren Schwachstellen
proofmark-gate-open = Freigabe möglich: das Release darf in Verkehr gebracht werden, soweit es auf diesen Punkt ankommt
proofmark-gate-closed = gesperrt: das Release darf nicht in Verkehr gebracht werden: { $count ->
        [one] ein Grund
       *[other] { $count } Gründe
    }
proofmark-gate-would-be-closed = nicht verlangt: bei einem Produkt im Anwendungsbereich { $count ->
        [one] stünde ein Punkt
       *[other] stünden { $count } Punkte
    } im Weg
proofmark-gate-scope-open = ob die Verordnung das verlangt, lässt sich erst entscheiden, wenn der Anwendungsbereich feststeht
proofmark-gate-asked-anyway = die Verordnung verlangt das nicht von einem Produkt, das nicht in ihrem Anwendungsbereich oder nicht auf ihrem Markt ist; die Antwort wird trotzdem gegeben
proofmark-gate-cleared = { $count ->
        [one] einer ist entschieden und steht nicht im Weg
       *[other] { $count } sind entschieden und stehen nicht im Weg
    }
proofmark-more = und { $count } weitere (--all zeigt sie)
proofmark-readiness = Stand der Pflichten
proofmark-readiness-count = { $met } erfüllt, { $open } offen, { $late } überfällig, { $not_applicable } nicht anwendbar
proofmark-readiness-conditional = vor dem 2027-12-11 in Verkehr gebracht: abgesehen von den Meldungen nach Artikel 14 gilt keine davon, solange das Produkt nicht wesentlich geändert wird (Artikel 69 Absatz 2); gezeigt werden sie, wie sie dann stünden
proofmark-standing-met = erfüllt:
proofmark-standing-open = offen:
proofmark-standing-late = überfällig seit { $since }:
proofmark-standing-not-applicable = nicht anwendbar:
proofmark-next-steps = Nächste Schritte
proofmark-step-late = überfällig:
proofmark-step-closes = { $count ->
        [one] eine Pflicht
       *[other] { $count } Pflichten
    }, fällig bis { $by }

# Dateien und Datenbanken
proofmark-archive-refused = das Archiv kann nicht gelesen werden: { $error }
proofmark-advisories-not-there = die Sicherheitshinweise `{ $name }` sind nicht vorhanden
    .hint = `advisories` nennt Dateien oder Ordner neben dem Dossier
proofmark-db-holds = { $records } Datensätze zu { $packages } Paketen; { $vulnerabilities } Schwachstellen, davon { $exploited } irgendwo ausgenutzt
proofmark-db-listed = { $count ->
        [one] Verzeichnisse führen eine Schwachstelle als irgendwo ausgenutzt, ob ein Datensatz von ihr spricht oder nicht
       *[other] Verzeichnisse führen { $count } Schwachstellen als irgendwo ausgenutzt, ob ein Datensatz von ihnen spricht oder nicht
    }
proofmark-db-scored = { $count ->
        [one] eine davon ist bewertet
       *[other] { $count } davon sind bewertet
    } nach EPSS, Stand { $day }
proofmark-db-sources = Quellen
proofmark-db-changed = { $packages ->
        [one] Über ein Paket wird anderes gesagt als zuvor
       *[other] Über { $packages } Pakete wird anderes gesagt als zuvor
    }; { $releases ->
        [0] kein Release der Aufzeichnungen ist betroffen
        [one] ein Release der Aufzeichnungen wird neu bewertet
       *[other] { $releases } Releases der Aufzeichnungen werden neu bewertet
    }.
proofmark-db-covers = Deckt ab
proofmark-db-not-there = es gibt noch keine Schwachstellendatenbank
    .hint = `proofmark feeds import PATH` erstellt sie aus OSV-Datensätzen
proofmark-db-nothing-to-import = unter diesen Pfaden wurde nichts zum Importieren gefunden
    .hint = Datensätze sind `.json`-Dateien im OSV-Format oder ZIP- und tar-Archive mit solchen; EPSS-Werte sind `.csv` oder `.csv.gz`
proofmark-db-unreadable = { $count ->
        [one] ein Datensatz hat ein Problem
       *[other] { $count } Datensätze haben Probleme
    }; die Datenbank wurde nicht ersetzt
    .hint = geben Sie --skip-unreadable an, um Unlesbares auszulassen
proofmark-more-problems = und { $count } weitere Probleme mit Datensätzen
proofmark-progress-records = { $count } Datensätze gelesen
proofmark-wrote = { $path } geschrieben
proofmark-nothing-to-verify = hier gibt es noch kein Register: in `{ $path }` wurde nie etwas aufbewahrt
proofmark-already-there = `{ $path }` ist schon vorhanden und wurde so belassen
proofmark-initialised = `{ $path }` geschrieben: tragen Sie ein, was Sie wissen, und führen Sie dann `proofmark assess { $directory }` aus
proofmark-key-not-a-key = `{ $key }` ist weder ein Registerschlüssel noch eine Datei, die einen enthält: { $error }
    .hint = ein Schlüssel sieht aus wie `proofmark-ledger-1a2b3c4d+0011aabb+AQ…`; `proofmark ledger key` gibt ihn aus
proofmark-key-of-another-form = `{ $path }` enthält einen Schlüssel in der Form { $form }, die `--key` nicht nimmt
    .hint = geben Sie die Zeile an, die `proofmark ledger key` ohne `--pem` und `--format json` ausgibt: sie nennt den Namen des Schlüssels, den der Prüfpunkt tragen muss
proofmark-key-made = es gab noch keinen Registerschlüssel: in `{ $path }` wurde ein neuer erzeugt
proofmark-published = { $lines } Einträge nach { $directory } veröffentlicht
proofmark-bug = ein Fehler in Proofmark: { $message }
    .hint = bitte melden Sie ihn, mit dieser Meldung und dem, was Sie getan haben
proofmark-procedure-a = interne Kontrolle (Modul A)
proofmark-procedure-bc = EU-Baumusterprüfung und Konformität mit der Bauart (Module B und C)
proofmark-procedure-h = umfassende Qualitätssicherung (Modul H)
proofmark-procedure-certification = europäische Cybersicherheitszertifizierung
proofmark-status-not-affected = entschieden: nicht betroffen
proofmark-status-affected = entschieden: betroffen
proofmark-status-fixed = als behoben angegeben
proofmark-status-under-investigation = in Untersuchung

proofmark-cli-allow-network = Ein nicht öffentliches Netz, das dennoch angefragt werden darf: `10.1.0.0/16`, `127.0.0.1` (mehrfach)
proofmark-cli-proxy = Der Proxy, über den jede ausgehende Anfrage geht
proofmark-cli-authorities = Eine Datei mit Zertifikaten (PEM) von Stellen, denen außer denen des Systems vertraut wird
proofmark-cli-workers = Threads, die jeden Auftrag annehmen; zwei weitere bedienen, wer wartet
proofmark-serving = Proofmark antwortet unter { $origin }
proofmark-set-up-link = Noch ist niemand eingerichtet. Öffnen Sie diesen Link einmal, um die erste Administration zu übernehmen: { $link }
    .hint = ein anderer Knoten mit neuerer Version kann ihn vielleicht ausführen
