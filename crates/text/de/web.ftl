## Was der Raum `web` sagt. Ein Schlüssel beginnt mit `web-`; das Attribut `.hint` sagt, was man tun kann.

# Ablehnungen
web-refused = in Ihrer Eingabe { $count ->
    [one] wurde ein Problem
   *[other] wurden { $count } Probleme
} gefunden
    .hint = nichts wurde aufbewahrt; jedes Problem ist mit seiner Stelle aufgeführt
web-not-found = hier gibt es nichts, oder nichts, was Sie sehen dürfen
    .hint = prüfen Sie die Adresse, oder fragen Sie, wer Ihnen den Link gegeben hat
web-no-such-thing = das gibt es hier nicht
    .hint = es wurde vielleicht entfernt, oder die Adresse ist vertippt
web-not-this-way = auf `{ $method }` antwortet hier nichts
    .hint = die Beschreibung der API unter `/api/v1/openapi.json` sagt, was jede Adresse annimmt
web-sign-in-first = melden Sie sich zuerst an
    .hint = Personen melden sich unter `/sign-in` an; Programme senden `Authorization: Bearer` mit ihrem Token
web-other-site = das kam von der Seite einer anderen Website und wurde deshalb nicht ausgeführt
    .hint = öffnen Sie die Seite hier, und senden Sie das Formular von dort
web-stale-form = dieses Formular gehört zu einer beendeten Sitzung
    .hint = laden Sie die Seite neu, und senden Sie das Formular noch einmal
web-wrong-host = diese Installation antwortet nicht auf den Namen `{ $host }`
    .hint = starten Sie sie mit `--host` und dem Namen, unter dem sie erreichbar ist
web-too-often = das war zu oft
    .hint = versuchen Sie es { $seconds ->
        [one] in einer Sekunde
       *[other] in { $seconds } Sekunden
    } noch einmal
web-too-large = das sind mehr als die { $most } Bytes, die hier angenommen werden
    .hint = senden Sie weniger, oder teilen Sie es auf
web-too-many-parts = ein Formular darf höchstens { $most } Teile haben
web-too-slow = die Übertragung dauerte zu lange
    .hint = versuchen Sie es mit einer besseren Verbindung noch einmal
web-body-cut-off = die Übertragung brach vor dem Ende ab
web-wrong-media = hier wird nur `{ $wanted }` angenommen
    .hint = setzen Sie die Kopfzeile `Content-Type` darauf
web-bad-form = das Formular konnte nicht gelesen werden
web-bad-path = die Adresse konnte nicht gelesen werden
web-bad-file-name = ein Dateiname muss ein einfacher relativer Pfad ohne `..`, umgekehrte Schrägstriche, Doppelpunkte und Steuerzeichen sein
web-bad-json = das JSON konnte nicht gelesen werden: { $error }
    .hint = die Beschreibung der API unter `/api/v1/openapi.json` sagt, wie es aussehen muss
web-no-body = die Anfrage hatte keinen Inhalt
web-no-room = eine eingereichte Datei konnte nicht auf den Datenträger geschrieben werden: { $error }
web-bad-once-key = ein Idempotenzschlüssel hat 1 bis { $most } druckbare ASCII-Zeichen
web-once-at-work = dieselbe Anfrage wird gerade bearbeitet
    .hint = fragen Sie gleich noch einmal; sie wird nicht zweimal ausgeführt
web-once-for-something-else = dieser Idempotenzschlüssel wurde schon für eine andere Anfrage verwendet
    .hint = verwenden Sie für jede Änderung einen neuen Schlüssel
web-busy = zu viele Anfragen warten
    .hint = versuchen Sie es gleich noch einmal
web-fault = das ist fehlgeschlagen, und der Fehler liegt bei uns
    .hint = nichts wurde aufbewahrt; bitte melden Sie den Fehler mit der Nummer unten
web-no-checkpoint = das Register hat noch keinen signierten Prüfpunkt
    .hint = nach der ersten Änderung gibt es einen
web-exposed = ohne TLS auf { $address } zu lauschen, würde Passwörter unverschlüsselt über das Netz senden
    .hint = geben Sie mit `--tls-cert` und `--tls-key` ein Zertifikat an, oder `--behind-tls-proxy`, wenn etwas davor TLS spricht
web-cannot-listen = auf { $address } konnte nicht gelauscht werden: { $error }
    .hint = wählen Sie mit `--listen` eine andere Adresse
web-tls-unreadable = `{ $path }` ist für TLS nicht verwendbar: { $error }
    .hint = es muss PEM sein: die Zertifikatskette in einer Datei, ihr privater Schlüssel in der anderen

# Was jede Route tut
web-route-health = Sagt, ob die Installation antworten kann.
web-route-asset = Stil, Skript und Symbol der Seiten.
web-route-checkpoint = Der letzte signierte Prüfpunkt des Registers.
web-route-ledger-key = Der Schlüssel, mit dem die Prüfpunkte des Registers geprüft werden.
web-route-entries = Ein Bündel von Registereinträgen.
web-route-tile = Eine Kachel mit Hashes des Registers.
web-route-front = Führt dorthin, wo die Arbeit des Besuchers liegt.
web-route-sign-in = Die Anmeldeseite.
web-route-preferences = Merkt sich Sprache und Darstellung.
web-route-openapi = Beschreibt diese API.

# Die Beschreibung der API
web-api-description = Alles, was auch die Seiten tun. In Listen wird mit `after` geblättert; sein Wert ist `next` der vorigen Seite. Ablehnungen sind Problemdokumente (RFC 9457) mit einem festen `code`; Antworten tragen ein `ETag`.
web-api-token = Ein unter „Personen und Tokens“ erstelltes Token oder das Identitätstoken einer vertrauenswürdigen Arbeitslast (CI-Kennung).
web-api-once = Derselbe Schlüssel erhält dieselbe Antwort; die Änderung geschieht einmal.
web-api-if-match = Die Fassung, die geändert werden soll, wie ihr `ETag` sie nannte; ohne sie wird die Änderung abgelehnt (428), an Stelle einer anderen Fassung ebenso (412).

# Der Rahmen der Seiten
web-skip = Zum Inhalt springen
web-navigation = Hauptnavigation
web-crumbs = Sie sind hier
web-place-portfolio = Portfolio
web-place-findings = Befunde
web-place-ledger = Register
web-place-feeds = Datenquellen und Aufträge
web-place-people = Personen und Tokens
web-place-settings = Einstellungen
web-search-label = Suche
web-search-hint = Komponente, CVE, Release, Produkt, Fall …
web-account = Ihr Konto
web-sign-out = Abmelden
web-language = Sprache
web-theme = Darstellung
web-theme-system = Wie das System
web-theme-light = Hell
web-theme-dark = Dunkel
web-no-legal-advice = Proofmark hilft beim Entscheiden; es ist keine Rechtsberatung.
web-pager = Seiten
web-pager-first = Zum Anfang
web-pager-next = Weiter
web-to-front = Zur Startseite
web-request-id = Anfrage { $id }
web-title-forbidden = Nicht erlaubt
web-title-not-found = Nicht gefunden
web-title-too-often = Zu viele Anfragen
web-title-fault = Etwas ist fehlgeschlagen
web-title-refused = Nicht ausgeführt

# Anmelden
web-sign-in = Anmelden
web-sign-in-name = Name
web-sign-in-password = Passwort
web-sign-in-lost = Passwort oder zweiten Faktor verloren? Die Administration Ihres Wirtschaftsakteurs kann Ihnen einen Link senden.

# Weitere Ablehnungen
web-bad-query = die Abfrage konnte nicht gelesen werden: { $error }
    .hint = die Beschreibung der API unter `/api/v1/openapi.json` sagt, welche Parameter es gibt
web-record-unreadable = ein aufbewahrter Datensatz der Art `{ $kind }` kann nicht gelesen werden
    .hint = er wurde von einem neueren Proofmark geschrieben oder ist beschädigt; `proofmark ledger verify` sagt, was davon zutrifft
web-nothing-chosen = kein Befund ist ausgewählt
    .hint = haken Sie die Befunde an, um die es bei der Entscheidung geht

# Was jede Route tut
web-route-portfolio = Was die Produkte eines Wirtschaftsakteurs zusammen ergeben.
web-route-products = Listet Produkte auf.
web-route-product = Zeigt ein Produkt.
web-route-submit = Nimmt Komponentenliste, VEX, Dossier und Dateien zu einem Release an und gibt die Bewertung.
web-route-assess = Beurteilt ein Produkt anhand seiner aufbewahrten Dateien neu und bewahrt das Ergebnis auf.
web-route-assessment = Zeigt die Beurteilung, wie sie jetzt ausfiele; nichts wird aufbewahrt.
web-route-file = Gibt eine Datei eines Produkts aus.
web-route-revision = Zeigt, was eine Revision eines Dossiers geändert hat.
web-route-release = Zeigt ein Release.
web-route-releases = Listet die Releases eines Produkts auf, das neueste zuerst.
web-route-document = Gibt ein Dokument aus, das das Register zu einem Produkt nennt.
web-route-findings = Listet Befunde auf.
web-route-components = Listet Komponenten auf.
web-route-decide = Entscheidet über Befunde.
web-route-ledger = Listet die Registereinträge des Wirtschaftsakteurs auf, die neuesten zuerst.
web-route-proof = Beweist, dass ein Eintrag unter dem letzten signierten Prüfpunkt liegt.
web-route-consistency = Beweist, dass das Register zwischen zwei Größen nur gewachsen ist.
web-route-feeds = Sagt, was über veröffentlichte Schwachstellen bekannt ist.
web-route-jobs = Listet Aufträge auf.
web-route-retry = Lässt einen fehlgeschlagenen Auftrag neu versuchen.
web-route-settings = Zeigt, wie sich die Installation verhält.
web-route-search = Durchsucht Produkte, Befunde und Komponenten.
web-route-me = Sagt, wer fragt und welche Aufgaben ihm erteilt sind.

# Wörter vieler Seiten
web-any = Alle
web-copy = Kopieren
web-open = offen
web-closed = geschlossen
web-undecided = nicht entschieden
web-unresolved = zu klären
web-resolved = geklärt
web-exploited = irgendwo ausgenutzt
web-exploited-count = { $count } irgendwo ausgenutzt
web-no-match = Nichts entspricht diesen Filtern.
web-and-more = … und { $count } weitere
web-products = Produkte
web-releases = Releases
web-components = Komponenten
web-files = Dateien
web-archived = archiviert
web-upload = Einreichen
web-choose = Auswählen
web-choose-this = { $vulnerability } in { $component } auswählen
web-filter-named = Name
web-filter-gate = Freigabeprüfung
web-filter-order = Reihenfolge
web-filter-state = Zustand
web-filter-resolved = Klärung
web-filter-exploited = Ausnutzung
web-filter-score = Punktzahl
web-filter-apply = Filtern
web-order-urgency = Dringendstes zuerst
web-order-name = Nach Name
web-order-support-end = Nächstes Ende der Unterstützung zuerst
web-order-severity = Schwerstes zuerst
web-order-epss = Wahrscheinlichste Ausnutzung zuerst
web-order-newest = Neuestes zuerst
web-rating-critical = kritisch
web-rating-high = hoch
web-rating-medium = mittel
web-rating-low = niedrig
web-rating-unrated = nicht eingestuft
web-from-high = hoch und darüber
web-from-medium = mittel und darüber
web-gate-open = Freigabe möglich
web-gate-closed = gesperrt
web-gate-not-asked = nicht verlangt
web-gate-unknown = nicht beurteilt
web-status-not-affected = nicht betroffen
web-status-affected = betroffen
web-status-fixed = als behoben angegeben
web-status-under-investigation = in Untersuchung
web-standing-met = erfüllt
web-standing-open = offen
web-standing-late = überfällig
web-standing-not-applicable = nicht anwendbar
web-column-product = Produkt
web-column-release = Release
web-column-gate = Freigabeprüfung
web-column-findings = Offene Befunde
web-column-obligations = Pflichten
web-column-support-end = Ende der Unterstützung
web-column-deadline = Nächste Frist
web-column-law = Recht
web-column-asks = Was verlangt ist
web-column-standing = Stand
web-column-shown-by = Belegt durch, oder fehlt
web-column-revision = Revision
web-column-when = Wann
web-column-who = Wer
web-column-what = Was
web-column-about = Betrifft
web-column-changes = Änderungen
web-column-component = Komponente
web-column-version = Version
web-column-licences = Lizenzen
web-column-named-by = Genannt durch
web-column-vulnerability = Schwachstelle
web-column-score = Punktzahl
web-column-epss = EPSS
web-column-decision = Entscheidung
web-column-since = Seit
web-column-line = Eintrag
web-column-documents = Dokumente und Datensätze
web-column-source = Quelle
web-column-records = Datensätze
web-column-newest = Neuester Datensatz
web-column-job = Auftrag
web-column-lane = Vorrang
web-column-state = Zustand
web-column-due = Fällig
web-column-attempts = Versuche
web-column-key = Schlüssel
web-column-was = Vorher
web-column-is = Jetzt

# Portfolio
web-figure-products = { $count ->
    [one] Produkt
   *[other] Produkte
}
web-figure-gates-closed = { $count ->
    [one] Freigabe gesperrt
   *[other] Freigaben gesperrt
}
web-figure-exploited = { $count ->
    [one] Befund irgendwo ausgenutzt
   *[other] Befunde irgendwo ausgenutzt
}
web-figure-undecided = { $count ->
    [one] Befund nicht entschieden
   *[other] Befunde nicht entschieden
}
web-figure-late = { $count ->
    [one] Pflicht überfällig
   *[other] Pflichten überfällig
}
web-figure-unassessed = { $count ->
    [one] Produkt nie beurteilt
   *[other] Produkte nie beurteilt
}
web-figure-components = { $count ->
    [one] Komponente
   *[other] Komponenten
}
web-figure-open = { $count ->
    [one] offener Befund
   *[other] offene Befunde
}
web-figure-severe = kritisch oder hoch
web-release-of = Release { $version }
web-obligations-met = { $met } von { $all } erfüllt
web-late-count = { $count } überfällig
web-first-product = Noch kein Produkt
    .hint = Ein Produkt ist eine lesbare Datei, `proofmark.toml`: was es ist, wozu es dient und wer es herstellt. `proofmark init` stellt die Fragen und schreibt sie. Reichen Sie sie hier mit der Komponentenliste ein, die sie nennt; die Bewertung folgt sogleich.
web-first-product-ci = Stattdessen aus einer Pipeline
web-add-product = Produkt hinzufügen
web-upload-files = Dossier und Dateien
    .hint = `proofmark.toml`, die darin genannte Komponentenliste und die Nachweise daneben.
web-upload-folder = Oder den ganzen Ordner, in dem das Dossier liegt

# Produkt
web-assess-again = Neu beurteilen
web-assessed = Release { $version }, beurteilt am { $at }.
web-never-assessed = Noch nie beurteilt.
web-no-releases = Es wurde noch kein Release eingereicht.
web-hand-in = Release einreichen
web-hand-in-release = Version
    .hint = Bleibt das Feld leer, gilt die im Dossier genannte.
web-hand-in-sbom = Komponentenliste (CycloneDX oder SPDX)
web-hand-in-vex = Aussagen zu Schwachstellen (OpenVEX)
web-hand-in-files = Dossier und weitere Dateien
web-readiness = Stand der Pflichten nach Bereich
web-see-open = Offenes ansehen
web-obligations = Pflichten
web-days = Stichtage
web-no-days = Kein Stichtag der Verordnung gilt hier.
web-binds-already = gilt
web-binds-later = wird gelten
web-binds-if-modified = nur bei wesentlicher Änderung
web-binds-not = gilt für Sie nicht
web-binds-open = noch nicht zu sagen
web-support = Unterstützungszeitraum
web-support-from = beginnt
web-support-floor = frühestes Ende nach dem Recht
web-support-required = Ende nach erwarteter Nutzung
web-support-declared = angegebenes Ende
web-support-enough = lang genug
web-support-shorter-than-use = kürzer als die erwartete Nutzung
web-support-too-short = zu kurz
web-support-not-asked = nicht verlangt
web-support-open = noch nicht zu sagen
web-support-alternative = Der Unterstützungszeitraum auf einer Linie von { $from } bis { $to }, mit dem heutigen Tag.
web-dossier-history = Geschichte des Dossiers
web-show-changes = Was sich geändert hat
web-revision = Revision { $number } des Dossiers
web-no-changes = Kein Schlüssel hat sich geändert.
web-whole-dossier = Das ganze Dossier
web-key-added = hinzugefügt
web-key-removed = entfernt
web-key-changed = geändert
web-received = { $at }, von { $by }

# Release
web-in-the-way = Was der Freigabe im Weg steht
web-dependency-path = Wie sie in das Produkt kam
web-open-findings = Offene Befunde
web-over-time = Offene Befunde im Zeitverlauf
web-over-time-alternative = Offene Befunde von { $from } bis { $to }; jetzt offen: { $count }.
web-ages = Alter offener Befunde
web-age-week = weniger als eine Woche
web-age-month = eine Woche bis ein Monat
web-age-quarter = ein bis drei Monate
web-age-year = drei Monate bis ein Jahr
web-age-older = mehr als ein Jahr
web-fixed-in = behoben in { $versions }
web-named-by-product = das Produkt selbst
web-sboms = Komponentenlisten
web-no-sbom = Es wurde keine Komponentenliste eingereicht.
web-sbom-counts = maßgeblich
web-sbom-superseded = ersetzt

# Befunde
web-findings-lead = Jede bekannte Schwachstelle in jedem Produkt; zuerst, was Sie am dringendsten braucht.
web-no-findings = Kein Befund gefunden
    .hint = Zu den Komponenten Ihrer Releases ist nichts bekannt, oder die Filter lassen nichts übrig. Ein offener Befund erscheint hier, sobald eine Komponentenliste oder neue Schwachstellendaten ihn ergeben.
web-decide = Entscheiden
web-decide-hint = Haken Sie oben Befunde an, und entscheiden Sie über alle zugleich. Die Entscheidung gilt für jedes Release mit derselben Komponentenversion.
web-decide-status = Status
web-decide-justification = Warum nicht betroffen
web-decide-because = Begründung
web-decide-expires = Gilt bis
web-any-justification = keine Angabe
web-because-component-not-present = die Komponente ist nicht im Produkt
web-because-code-not-present = der anfällige Code ist nicht enthalten
web-because-not-executed = der anfällige Code wird nie ausgeführt
web-because-not-controlled = ein Angreifer kann ihn nicht erreichen
web-because-mitigated = eingebaute Schutzmaßnahmen verhindern die Ausnutzung
web-decided = { $count ->
    [one] Die Entscheidung über einen Befund ist aufbewahrt. Sein Release wird neu beurteilt.
   *[other] Die Entscheidung über { $count } Befunde ist aufbewahrt. Ihre Releases werden neu beurteilt.
}
web-decided-in-dossier = Über diesen Befund entscheidet das Dossier, und was darin steht, gilt. Ändern Sie es dort und reichen Sie es erneut ein.

# Register
web-ledger-lead = Jede Änderung der Aufzeichnungen, in der Reihenfolge, in der sie geschah. Bewiesen ist, wer wann was festgehalten hat, nicht, dass Erklärtes wahr ist.
web-ledger-empty = Noch ist nichts geschehen
    .hint = Jede Änderung schreibt einen Eintrag: wer, wann, was, woran, mit den Prüfsummen davor und danach.
web-ledger-standing = Stand des Registers
web-ledger-sealed = alles versiegelt
web-ledger-unsealed = { $count } noch nicht versiegelt
web-ledger-lines = Einträge der ganzen Installation
web-ledger-key = Schlüssel
web-ledger-checkpoint = Signierter Prüfpunkt
web-ledger-follow = Von außen verfolgen

# Datenquellen und Aufträge
web-no-feeds = Noch keine Schwachstellendaten
    .hint = Ohne sie ist keine Freigabe möglich: niemand hat nachgesehen. Importieren Sie OSV-Datensätze und den Katalog ausgenutzter Schwachstellen.
web-sources = Schwachstellendaten
web-records = { $count ->
    [one] ein Datensatz
   *[other] { $count } Datensätze
}
web-jobs = Aufträge
web-no-jobs = Nichts wartet.
web-lane-waited = jemand wartet
web-lane-soon = bald
web-lane-bulk = wenn Zeit ist
web-job-waiting = wartet
web-job-working = in Arbeit
web-job-done = erledigt
web-job-failed = fehlgeschlagen
web-job-retry = Neu versuchen

# Suche
web-nothing-found = Nichts gefunden
    .hint = Suchen Sie nach dem Namen eines Produkts, einem Teil eines Komponentennamens oder einer ganzen Kennung wie CVE-2026-1234.

# Einstellungen
web-installation = Diese Installation
web-program = Programm
web-state-of-the-law = Rechtsstand
web-operator = Wirtschaftsakteur
web-api = API
    .hint = Alles, was auch die Seiten tun, für Programme. Erstellen Sie unter „Personen und Tokens“ ein Token.
web-ci = Aus einer Pipeline einreichen
    .hint = Ein Aufruf: Die Bewertung kommt sofort zurück, mit der Prüfsumme, unter der sich die Nachweise finden.

# Anmelden, einrichten, das eigene Konto
web-route-do-sign-in = Meldet mit Name und Passwort an.
web-route-sign-in-code = Schließt eine Anmeldung mit einem Einmalcode ab.
web-route-passkey = Meldet mit einem Passkey an.
web-route-passkey-register = Registriert einen Passkey.
web-route-passkey-remove = Entfernt einen Passkey.
web-route-sign-out = Beendet Sitzungen.
web-route-set-up = Richtet über einen einmal gültigen Link die erste Administration ein.
web-route-invitation = Nimmt eine Einladung an.
web-route-reset = Wählt über einen einmal gültigen Link ein neues Passwort.
web-route-account = Das eigene Konto.
web-route-password = Ändert das eigene Passwort.
web-route-codes = Richtet Einmalcodes ein.
web-route-approvals = Zeigt, was auf eine zweite Person wartet.
web-route-approve = Gibt einen Antrag frei und führt ihn aus.
web-route-refuse = Lehnt einen Antrag ab.
web-route-withdraw = Zieht den eigenen Antrag zurück.
web-route-people = Zeigt Personen und Tokens.
web-route-invite = Lädt eine Person ein.
web-route-reset-link = Erstellt einen Link, über den ein neues Passwort gewählt wird.
web-route-make-token = Erstellt ein Token.
web-route-revoke-token = Widerruft ein Token.
web-sign-in-passkey = Mit Passkey anmelden
web-sign-in-second = Noch ein Schritt
web-sign-in-code = Einmalcode oder Wiederherstellungscode
web-set-up = Proofmark einrichten
    .hint = Dieser Link gilt einmal. Sie übernehmen als Erste oder Erster die Administration; andere laden Sie ein.
web-set-up-operator = Wirtschaftsakteur
    .hint = Der Name des Herstellers, Einführers oder anderen Wirtschaftsakteurs, wie er in den Dossiers steht.
web-set-up-display-name = Name
web-set-up-account = Anmeldename
    .hint = Kleinbuchstaben, Ziffern, Punkte, Bindestriche. Das Register nennt die Person so.
web-set-up-email = E-Mail
web-new-password = Neues Passwort
    .hint = Mindestens zwölf Zeichen; am besten ein Satz.
web-old-password = Bisheriges Passwort
web-keep = Speichern
web-remove = Entfernen
web-invitation = Willkommen
web-reset = Neues Passwort wählen
web-you-sign-in-as = Sie melden sich künftig als { $account } an.
web-change-password = Passwort
web-codes = Einmalcodes
    .hint = Ein zweiter Faktor aus einer App auf Ihrem Telefon, zusätzlich zum Passwort.
web-codes-enrol = Einmalcodes einrichten
    .hint = Scannen Sie das Bild mit der App, oder tippen Sie die Buchstaben ab; geben Sie dann den ersten Code ein.
web-codes-picture = Ein Bild für die App auf Ihrem Telefon
web-codes-enrolled = Einmalcodes sind eingerichtet. Verwahren Sie diese Wiederherstellungscodes bei Ihren wichtigen Unterlagen; jeder gilt einmal, und sie werden nur dieses eine Mal gezeigt
web-passkeys = Passkeys
    .hint = Melden Sie sich mit Fingerabdruck, Gesicht oder Sicherheitsschlüssel an. Niemand kann das erraten oder mit einer gefälschten Seite stehlen.
web-passkey-add = Passkey hinzufügen
web-sessions = Sitzungen
    .hint = Beendet alle Ihre Sitzungen, auf jedem Gerät, auch diese.
web-sign-out-everywhere = Überall abmelden

# Personen und Tokens
web-people = Personen
web-no-people = Sie dürfen nicht sehen, wer sonst hier ist.
web-no-duty = noch keine Aufgabe
web-no-second-factor = kein zweiter Faktor
web-account-active = aktiv
web-account-invited = eingeladen
web-account-disabled = deaktiviert
web-column-person = Person
web-column-duties = Aufgaben
web-column-token = Token
web-column-expires = Läuft ab
web-invite = Person einladen
web-invite-again = Neuer Link
web-make-reset = Link für ein neues Passwort
web-link-made = Dieser Link ist nur für { $account }. Er gilt einmal und wird nur dieses eine Mal gezeigt
web-tokens = Tokens
web-no-tokens = Noch kein Token
    .hint = Mit einem Token handelt ein Programm an Ihrer Stelle, mit einigen Ihrer Aufgaben, für eine Weile.
web-token-made = Das Token { $name } ist erstellt. Es wird nur dieses eine Mal gezeigt
web-token-stands = gültig
web-token-make = Token erstellen
web-token-name = Wofür es ist
web-token-days = Gültigkeit in Tagen
web-token-products = Produkte
    .hint = Ihre Kennungen, durch Leerzeichen getrennt; bleibt das Feld leer, alle.
web-token-revoke = Widerrufen

# Anträge
web-place-approvals = Anträge
web-approvals-lead = Was zwei Personen braucht. Niemand gibt frei, was er selbst beantragt hat.
web-no-approvals = Nichts wartet auf eine zweite Person
    .hint = Einen Befund verwerfen, Aufgaben ändern, einer Arbeitslast vertrauen: das wartet hier, bis jemand anderes es freigibt.
web-approvals-decided = Entschieden
web-waits-until = bis { $at }
web-proposed = beantragt von { $by }, { $at }
web-approve = Freigeben
web-refuse = Ablehnen
web-withdraw = Zurückziehen
web-not-your-own = Sie haben das beantragt; jemand anderes muss es freigeben.
web-proposal-expired = abgelaufen
web-proposal-done = freigegeben von { $by }, { $at }
web-proposal-refused = abgelehnt von { $by }, { $at }
web-proposal-withdrawn = zurückgezogen { $at }

# Die Befehlszeile
web-cli-serve = die Webanwendung und die API bereitstellen
web-cli-listen = wo gelauscht wird; über diesen Rechner hinaus nur mit TLS
web-cli-tls-cert = die Zertifikatskette, PEM; bei Änderung wird sie neu gelesen
web-cli-tls-key = ihr privater Schlüssel, PEM
web-cli-behind-tls-proxy = etwas davor spricht TLS
web-cli-host = ein Name, unter dem die Installation erreichbar ist; mehrfach möglich
web-cli-trusted-proxy = ein Proxy, dessen `X-Forwarded-For` geglaubt wird; mehrfach möglich
web-cli-stores = höchstens so viele Verbindungen zur Datenbank
web-cli-requests-a-minute = Anfragen je Minute, die eine Adresse oder ein Token stellen darf
web-cli-open-ledger = jeden die Registereinträge lesen lassen; sie nennen Wirtschaftsakteure, Produkte und Personen
web-cli-log = wie das Protokoll geschrieben wird
web-findings-go-on = Sehr viele Befunde wurden durchgesehen, und nur wenige passen. Die nächste Seite fährt dort fort.
