## Was der Raum `dossier` sagt. Ein Schlüssel beginnt mit `dossier-`; ein Attribut `.hint` sagt, was zu tun ist.

# Die Datei im Ganzen.
dossier-file-too-large = das Dossier ist größer als { $most } MiB
    .hint = Legen Sie Dokumente als Dateien neben das Dossier und nennen Sie sie darin.
dossier-not-utf8 = das Dossier ist kein UTF-8: Das Byte an Position { $offset } passt zu keinem Zeichen
    .hint = Speichern Sie die Datei als UTF-8.
dossier-too-many-entries = die Listen des Dossiers haben zusammen mehr als { $most } Einträge; der Rest wird nicht gelesen
    .hint = Führen Sie lange Listen in eigenen Dokumenten neben dem Dossier.
dossier-more-problems = es gibt mehr als { $most } Probleme; der Rest wird nicht angezeigt
    .hint = Beheben Sie zuerst diese und prüfen Sie dann erneut.
dossier-format-unknown = diese Version des Dossierformats ist nicht bekannt; bekannt ist `{ $known }`
    .hint = Schreiben Sie `proofmark = { $known }`, oder verwenden Sie ein neueres Proofmark, wenn die Datei damit erstellt wurde.

# TOML.
dossier-not-toml = das ist kein TOML: { $fault }
    .hint = Jede Zeile ist `key = value`, ein Tabellenkopf in eckigen Klammern oder ein Kommentar, der mit `#` beginnt.
dossier-too-deep = die Werte sind zu tief verschachtelt
    .hint = Kein Wert eines Dossiers braucht mehr als eine Liste von Tabellen.
dossier-duplicate-key = `{ $key }` ist schon in Zeile { $line } gesetzt
    .hint = Behalten Sie nur eine der beiden Angaben.
dossier-duplicate-key-elsewhere = `{ $key }` ist schon an anderer Stelle gesetzt
    .hint = Behalten Sie nur eine der beiden Angaben.
dossier-quotation-mark-missing = das schließende Anführungszeichen fehlt
    .hint = Schließen Sie den Text mit `{ $mark }`; Text über mehrere Zeilen beginnt und endet mit drei davon.
dossier-value-missing = es fehlt ein Wert
    .hint = Schreiben Sie einen Wert hinter das `=`, oder lassen Sie die Zeile weg.
dossier-equals-sign-missing = nach dem Schlüssel fehlt das `=`
    .hint = Schreiben Sie `key = value`; Text steht in Anführungszeichen.
dossier-header-not-closed = der Tabellenkopf ist nicht geschlossen
    .hint = Schließen Sie ihn mit `{ $bracket }`.
dossier-comma-missing = zwischen zwei Einträgen der Liste fehlt ein Komma
    .hint = Trennen Sie Einträge mit einem Komma und schließen Sie die Liste mit `]`.
dossier-inline-table-not-closed = die einzeilige Tabelle, die hier beginnt, ist nicht geschlossen
    .hint = Schließen Sie sie mit `{"}"}`, oder schreiben Sie sie als eigene Tabelle unter einen Tabellenkopf.
dossier-text-not-closed = der Text, der hier beginnt, ist nicht geschlossen
    .hint = Schließen Sie ihn mit `{ $mark }`.
dossier-list-not-closed = die Liste, die hier beginnt, ist nicht geschlossen
    .hint = Schließen Sie sie mit `]`.
dossier-text-needs-quotes = der Text steht nicht in Anführungszeichen
    .hint = Schreiben Sie `"{ $written }"`.
dossier-month-needs-quotes = `{ $month }` ist kein Tag; ein Monat allein steht in Anführungszeichen
    .hint = Schreiben Sie einen Tag als `2033-12-31` oder einen Monat als `"2033-12"`; gemeint ist dann dessen letzter Tag.
dossier-flag-spelled = `{ $written }` schreibt man in TOML anders
    .hint = Schreiben Sie `{ $meant }`.

# Schlüssel.
dossier-missing-key = `{ $key }` fehlt in `{ $table }`
    .hint = Ergänzen Sie `{ $key } = { $example }` mit Ihrem eigenen Wert unter dem Tabellenkopf `{ $table }`.
dossier-missing-first = `{ $key }` fehlt
    .hint = Beginnen Sie die Datei mit `{ $key } = { $example }`.
dossier-unknown-key = den Schlüssel `{ $key }` gibt es hier nicht
    .hint = Die Schlüssel hier sind { $allowed }.
dossier-unknown-key-meant = den Schlüssel `{ $key }` gibt es hier nicht
    .hint = Meinten Sie `{ $meant }`?
dossier-unknown-key-elsewhere = den Schlüssel `{ $key }` gibt es hier nicht
    .hint = Er gehört in `[{ $table }]`.
dossier-unknown-key-top = den Schlüssel `{ $key }` gibt es hier nicht
    .hint = Setzen Sie ihn an den Anfang der Datei, vor den ersten Tabellenkopf: Was unter einem Tabellenkopf steht, gehört zu ihm.
dossier-key-needs-quotes = die Punkte in diesem Schlüssel teilen ihn, weil er nicht in Anführungszeichen steht
    .hint = Setzen Sie den ganzen Schlüssel in Anführungszeichen, wie in `[requirements."I.2.a"]`.

# Werte.
dossier-wrong-type = erwartet: { $expected }; gefunden: { $found }
    .hint = Schreiben Sie es wie in `{ $example }`.
dossier-unknown-word = `{ $written }` ist keines der Wörter, die hier stehen können
    .hint = Schreiben Sie eines von diesen: { $allowed }.
dossier-unknown-word-meant = `{ $written }` ist keines der Wörter, die hier stehen können
    .hint = Meinten Sie `{ $meant }`? Möglich sind { $allowed }.
dossier-flag-in-quotes = `{ $written }` in Anführungszeichen ist Text
    .hint = Schreiben Sie { $written } ohne Anführungszeichen.
dossier-years-out-of-range = die Zahl der Jahre muss zwischen 1 und 200 liegen
    .hint = Schreiben Sie ganze Jahre, etwa `8`.
dossier-text-empty = der Text ist leer
    .hint = Schreiben Sie den Text; einen Schlüssel, der nicht verlangt ist, können Sie auch weglassen, dann gilt er als nicht angegeben.
dossier-text-too-long = der Text ist länger als { $most } KiB
    .hint = Führen Sie ihn in einem Dokument neben dem Dossier.
dossier-text-line-break = der Text muss in einer Zeile stehen
    .hint = Schreiben Sie ihn zwischen zwei Anführungszeichen, ohne Zeilenumbruch.
dossier-text-control-character = der Text enthält das Steuerzeichen `{ $code }`
    .hint = Entfernen Sie es; oft gerät es mit kopiertem Text hinein.

# Daten.
dossier-date-impossible = den Tag `{ $written }` gibt es nicht
    .hint = Schreiben Sie einen Tag des Kalenders; `"2027-02"`, in Anführungszeichen, ist der letzte Tag dieses Monats.
dossier-date-with-time = hier steht eine Uhrzeit, gemeint ist nur ein Tag
    .hint = Schreiben Sie `{ $day }`.
dossier-not-a-date = `{ $written }` ist kein Datum
    .hint = Schreiben Sie das Jahr zuerst: einen Tag als `2033-12-31`, einen Monat als `"2033-12"`.
dossier-year-implausible = das Jahr `{ $year }` gilt wie geschrieben, sieht aber nach einem Versehen aus
    .hint = Berichtigen Sie es, wenn es eines ist.

# Adressen und Namen.
dossier-url-unprotected = die Adresse beginnt mit `http://`; unterwegs kann also jeder ändern, was Nutzer sehen
    .hint = Verwenden Sie `https://{ $rest }`, wenn der Server es anbietet.
dossier-not-a-url = `{ $written }` ist keine Internetadresse
    .hint = Schreiben Sie sie vollständig, beginnend mit `https://` oder `mailto:`.
dossier-not-an-email = `{ $written }` ist keine E-Mail-Adresse
    .hint = Schreiben Sie sie wie `name@example.com`.
dossier-not-a-reach = `{ $written }` ist weder eine E-Mail-Adresse noch eine Internetadresse
    .hint = Schreiben Sie `name@example.com` oder eine Adresse, die mit `https://` oder `mailto:` beginnt.
dossier-not-a-country = `{ $written }` ist kein Ländercode
    .hint = Schreiben Sie zwei Großbuchstaben, etwa `DE`.
dossier-country-meant = `{ $written }` ist kein Ländercode nach ISO 3166-1
    .hint = Meinten Sie `{ $meant }`?
dossier-not-a-language = `{ $written }` ist kein Sprachkürzel
    .hint = Schreiben Sie ein Kürzel nach BCP 47, etwa `de` oder `pt-BR`.
dossier-not-a-digest = `{ $written }` ist keine SHA-256-Prüfsumme: Die Angabe hat { $length } Zeichen
    .hint = Eine Prüfsumme hat genau 64 hexadezimale Ziffern, ohne Vorsatz; `sha256sum` gibt eine aus.
dossier-not-four-digits = `{ $written }` ist keine Nummer einer notifizierten Stelle
    .hint = Schreiben Sie ihre vier Ziffern in Anführungszeichen, etwa `"0123"`.

# Pfade.
dossier-path-leaves = der Pfad `{ $path }` führt aus dem Verzeichnis des Dossiers hinaus
    .hint = Was das Dossier nennt, gehört in sein Verzeichnis oder darunter, damit beides zusammen geprüft und aufbewahrt wird.
dossier-path-absolute = der Pfad `{ $path }` beginnt nicht im Verzeichnis des Dossiers
    .hint = Schreiben Sie ihn vom Dossier aus gesehen, etwa `evidence/report.pdf`.
dossier-path-backslash = der Pfad `{ $path }` enthält einen umgekehrten Schrägstrich
    .hint = Trennen Sie Ordner mit `/`; das gilt auf jedem System.
dossier-path-is-url = `{ $path }` ist eine Internetadresse, keine Datei neben dem Dossier
    .hint = Speichern Sie das Dokument neben dem Dossier und nennen Sie die Datei: Was im Internet steht, kann sich ändern oder verschwinden.

# Paket-URLs.
dossier-component-twice = eine Entscheidung nennt ihre Komponente einmal: mit `component` oder mit `name`
    .hint = Behalten Sie `component`, wenn die SBOM die Paket-URL hat, sonst `name` mit `version`.
dossier-component-missing = diese Entscheidung nennt keine Komponente
    .hint = Ergänzen Sie `component = "pkg:cargo/example@1.2.3"`, oder `name = "busybox"` und `version = "1.36.1"`, wenn die SBOM keine Paket-URL für sie hat.
dossier-component-version = `version` gehört zu `name`: eine Paket-URL enthält ihre Version
    .hint = Entfernen Sie die Zeile und schreiben Sie die Version hinter das `@` der Paket-URL.
dossier-component-name-is-purl = dieser Name ist eine Paket-URL
    .hint = Schreiben Sie ihn als `component` statt als `name`.
dossier-not-a-purl = `{ $written }` ist keine Paket-URL (purl)
    .hint = Kopieren Sie sie aus der SBOM; sie sieht aus wie `pkg:cargo/example@1.2.3`.
dossier-purl-without-version = die Paket-URL `{ $purl }` hat keine Version
    .hint = Ergänzen Sie die Version nach dem `@`: Eine Entscheidung gilt für eine Version der Komponente.
dossier-purl-broken = die Paket-URL `{ $purl }` ist nicht lesbar: { $part }
    .hint = Kopieren Sie sie aus der SBOM; sie sieht aus wie `pkg:cargo/example@1.2.3`.
dossier-purl-part-scheme = sie beginnt nicht mit `pkg:`
dossier-purl-part-type = ihr Typ fehlt oder enthält Zeichen, die ein Typ nicht haben darf
dossier-purl-part-name = sie hat keinen Namen oder einen, den ihr Typ nicht zulässt
dossier-purl-part-namespace = ihr Typ verlangt einen Namensraum, und es gibt keinen; oder er lässt keinen zu, und es gibt einen
dossier-purl-part-version = ihr Typ lässt diese Version nicht zu
dossier-purl-part-encoding = auf ein `%` folgen nicht zwei hexadezimale Ziffern von UTF-8
dossier-purl-part-qualifier = eine Zusatzangabe ist fehlerhaft oder steht doppelt
dossier-purl-part-length = sie ist zu lang

# Was an einem Schlüssel stehen kann, als Teil eines Satzes.
dossier-kind-format = die Nummer der Formatversion
dossier-kind-line = Text in einer Zeile
dossier-kind-text = Text
dossier-kind-url = eine Internetadresse
dossier-kind-reach = eine E-Mail-Adresse oder eine Internetadresse
dossier-kind-path = ein Pfad neben dem Dossier
dossier-kind-path-or-text = ein Pfad neben dem Dossier oder Text
dossier-kind-purl = eine Paket-URL mit Version
dossier-kind-four-digits = vier Ziffern in Anführungszeichen
dossier-kind-language = ein Sprachkürzel
dossier-kind-date = ein Datum
dossier-kind-flag = `true` oder `false`
dossier-kind-years = eine ganze Zahl von Jahren
dossier-kind-word = eines von { $words }
dossier-kind-country = ein Ländercode
dossier-kind-sha256 = eine SHA-256-Prüfsumme
dossier-kind-many = eine Liste in eckigen Klammern, jeder Eintrag { $one }
dossier-kind-table = eine Tabelle
dossier-kind-rows = eine Liste von Tabellen
dossier-kind-keyed = Tabellen, jede unter ihrem eigenen Schlüssel

# Was stattdessen gefunden wurde, als Teil eines Satzes.
dossier-found-string = Text in Anführungszeichen
dossier-found-integer = eine ganze Zahl
dossier-found-float = eine Zahl mit Dezimalpunkt
dossier-found-boolean = `true` oder `false`
dossier-found-date = ein Datum
dossier-found-time = eine Uhrzeit
dossier-found-list = eine Liste
dossier-found-table = eine Tabelle

# Die Referenz der Datei.
dossier-reference-title = Das Dossier: `proofmark.toml`
dossier-reference-introduction = Das Dossier ist eine TOML-Datei neben dem Code des Produkts. Es enthält, was die Verantwortlichen angeben; was fehlt, gilt als nicht angegeben. Pfade beginnen im Verzeichnis der Datei und führen nie hinaus. Daten sind Tage (`2033-12-31`) oder, in Anführungszeichen, Monate (`"2033-12"`); gemeint ist dann deren letzter Tag.
dossier-reference-top = Am Anfang der Datei
dossier-reference-head-key = Schlüssel
dossier-reference-head-value = Wert
dossier-reference-head-meaning = Bedeutung
dossier-reference-head-source = Quelle
dossier-reference-required = verlangt
dossier-reference-example = Zum Beispiel:

# Die Anfangsdatei.
dossier-starter-introduction = Das Dossier eines Produkts mit digitalen Elementen: was die Verantwortlichen nach der Verordnung (EU) 2024/2847 angeben. Zeilen, die mit `# ` beginnen, erklären; entfernen Sie das `#` vor einer Zeile, die einen Schlüssel setzt, und schreiben Sie Ihren eigenen Wert. Was fehlt, gilt als nicht angegeben.
