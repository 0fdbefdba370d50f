# Was heute jemanden braucht.

# Routes
overview-route-cases = Fälle, die Dossiers erklären; die dringendsten zuerst.
overview-route-case = Ein Fall mit seinen Fristen, dem Eingereichten und dem Fehlenden.

# Figures
overview-figure-clocks-late = { $count ->
    [one] Frist überschritten
   *[other] Fristen überschritten
}
overview-figure-clocks-running = { $count ->
    [one] Frist läuft
   *[other] Fristen laufen
}
overview-figure-late-next = { $count ->
    [one] Pflicht überfällig; die nächste bindet ab { $on }
   *[other] Pflichten überfällig; die nächste bindet ab { $on }
}
overview-figure-support-ended = { $count ->
    [one] Unterstützungszeitraum beendet
   *[other] Unterstützungszeiträume beendet
}
overview-figure-support-ending = { $count ->
    [one] Unterstützungszeitraum endet binnen 12 Monaten
   *[other] Unterstützungszeiträume enden binnen 12 Monaten
}
overview-figure-failed-jobs = { $count ->
    [one] Auftrag fehlgeschlagen
   *[other] Aufträge fehlgeschlagen
}

# What a list is filtered by
overview-filter-needs = Braucht
overview-need-triage = Entscheidung über einen Befund
overview-need-late = überfällige Pflicht
overview-need-clock = laufende Frist
overview-need-support-ending = Unterstützung endet binnen 12 Monaten
overview-need-support-ended = Unterstützung beendet
overview-need-assessment = erste Bewertung
overview-need-assess-again = neue Bewertung

# Notices
overview-assess-again = { $count ->
    [one] ein Produkt wurde bewertet, bevor Fälle, Tage und Anhänge festgehalten wurden; sie sind hier nicht mitgezählt
   *[other] { $count } Produkte wurden bewertet, bevor Fälle, Tage und Anhänge festgehalten wurden; sie sind hier nicht mitgezählt
}
    .hint = bewerten Sie sie neu; auch die nächtliche Prüfung tut das
overview-no-database = es gibt keine Schwachstellendatenbank; über Komponenten ist nur bekannt, was die Sicherheitshinweise neben den Dossiers sagen
    .hint = importieren Sie eine mit `proofmark feeds import`; die Seite Datenquellen zeigt, wie
overview-stale-feeds = { $count ->
    [one] Eine Quelle von Schwachstellendaten ist veraltet
   *[other] { $count } Quellen von Schwachstellendaten sind veraltet
}
overview-newest = neuester Datensatz { $at }
overview-no-records = keine Datensätze
overview-stale-means = Eine Quelle ist veraltet, wenn ihr neuester Datensatz älter als { $days } Tage ist. Importieren Sie neuere Daten und prüfen Sie, warum keine mehr kamen.

# Cases
overview-place-cases = Fälle
overview-cases-lead = Schwachstellen und Sicherheitsvorfälle, die Dossiers erklären, mit den Fristen des Artikels 14.
overview-no-cases = Kein Fall ist erklärt
    .hint = ein Fall wird im Dossier seines Produkts unter `[[cases]]` erklärt; reichen Sie das Dossier neu ein, und seine Fristen laufen hier
overview-how-declared = So wird ein Fall erklärt
overview-clocks-command = Wenn es eilt, nennt die Kommandozeile die Fristen, bevor etwas erklärt ist:
overview-cases-open = wartet auf jemanden
overview-cases-quiet = wartet auf niemanden
overview-clocks = Laufende Fristen
overview-all-cases = Alle offenen Fälle
overview-more-clocks = { $count ->
    [one] Eine weitere Frist läuft.
   *[other] { $count } weitere Fristen laufen.
}
overview-column-case = Fall
overview-column-duty = Meldung
overview-column-awareness = Kenntnis
overview-column-submitted = Eingereicht
overview-column-due = Fällig
overview-column-stage = Stufe
overview-column-from = Ab
overview-nothing-submitted = noch nichts
overview-stream-vulnerability = Schwachstelle
overview-stream-incident = Sicherheitsvorfall
overview-stream-near-miss = Beinahe-Vorfall
overview-stream-cyber-threat = Cyberbedrohung
overview-duty-mandatory = verpflichtend
overview-duty-voluntary = freiwillig
overview-duty-not-reportable = nicht zu melden
overview-duty-undetermined = noch nicht zu sagen
overview-awareness-no-signal = noch kein Hinweis
overview-awareness-not-assessed = ein Hinweis, den noch niemand bewertet
overview-awareness-under-assessment = wird bewertet
overview-awareness-aware = Kenntnis seit { $at }
overview-awareness-undetermined = nicht geklärt; vorsorglich ab { $at } gerechnet
overview-clock-met = eingereicht { $at }
overview-clock-met-late = verspätet eingereicht, { $at }
overview-clock-given-before = mit einer früheren Stufe mitgeteilt
overview-clock-without-delay = unverzüglich geschuldet
overview-clock-not-started = nicht begonnen
overview-clock-late = seit { $time } überschritten
overview-clock-left = noch { $time }
overview-minutes = { $minutes } Min.
overview-hours = { $hours } Std. { $minutes } Min.
overview-days = { $days } T. { $hours } Std.

# One case
overview-clocks-of-case = Fristen
overview-as-of = Stand { $at }
overview-no-clocks = Keine Frist läuft: Die Meldung ist nicht verpflichtend.
overview-awareness = Wann der Wirtschaftsakteur Kenntnis erlangte
overview-ruling-stands = gilt
overview-ruled-by = entschieden von { $by }
overview-confirmed-by = bestätigt von { $by }
overview-content-of = Verlangter Inhalt: { $stage }
overview-content-given = { $given } von { $all } angegeben
overview-given = angegeben
overview-missing = fehlt
overview-why = Ob und an wen zu melden ist
overview-case-not-judged = der Fall lässt sich so, wie er jetzt ist, nicht beurteilen
    .hint = gezeigt wird, was die letzte Bewertung sah; öffnen Sie das Produkt, um zu sehen, was an seinem Dossier nicht stimmt
overview-declared-in = Wo er erklärt ist
overview-change-in-dossier = Was über einen Fall bekannt ist, wann jemand Kenntnis erlangte und was eingereicht wurde, steht im Dossier. Ändern Sie es dort und reichen Sie es neu ein.

# Pictures
overview-readiness = Stand der Pflichten nach Anhang
overview-part-annex-i-i = Anhang I Teil I: Eigenschaften
overview-part-annex-i-ii = Anhang I Teil II: Schwachstellen
overview-part-annex-ii = Anhang II: Nutzerinformation
overview-part-annex-v-vi = Anhänge V und VI: Erklärung
overview-part-annex-vii = Anhang VII: Dokumentation
overview-part-reporting = Artikel 14: Meldepflichten
overview-part-articles = übrige Artikel
overview-nothing-to-draw = Noch nichts zu zeichnen: Bewerten Sie ein Produkt.
overview-ages = Alter offener Befunde
overview-all-findings = Alle offenen Befunde
overview-column-age = Offen seit
overview-age-this-week = dieser Woche
overview-age-weeks = { $from } bis { $to } Wochen
overview-age-older = { $from } Wochen oder länger
overview-ages-note = Befunde aller festgehaltenen Releases in ganzen Wochen, die montags beginnen, eingestuft nach ihrem Score.
overview-over-time = Befunde im Zeitverlauf
overview-open-at-end = Offen am Ende der Woche
overview-opened = Zuerst gefunden
overview-closed = Nicht mehr gefunden
overview-column-week = Woche ab
overview-open-alternative = Offene Befunde von { $from } bis { $to }: zuerst { $first }, jetzt { $last }. Die Zahlen stehen in der Tabelle darunter.
overview-moved-alternative = Befunde jeder Woche: insgesamt { $came } zuerst gefunden und { $went } nicht mehr gefunden. Die Zahlen stehen in der Tabelle darunter.
overview-numbers = Die Zahlen
overview-over-time-note = Befunde aller festgehaltenen Releases. Nicht mehr gefunden: Die Komponente ist weg, oder keine Quelle führt ihn mehr auf; das allein beweist keine Behebung.
overview-support-periods = Unterstützungszeiträume, die zuerst enden
overview-all-by-support-end = Alle nach Ende der Unterstützung
overview-column-floor = Frühestes Ende nach der Verordnung
overview-no-support-periods = Kein bewertetes Produkt erklärt, wann seine Unterstützung endet.
overview-support-over = Beendet
overview-support-short = Kürzer, als die Verordnung erlaubt
overview-today = heute, { $on }
overview-floor = frühestes Ende nach der Verordnung

# Was bekannt ist, und wonach niemand gefragt hat
overview-none-known = keine bekannt
overview-none-known-of-checked = { $count ->
    [one] keine bekannt; eine Komponente konnte nicht geprüft werden
   *[other] keine bekannt; { $count } Komponenten konnten nicht geprüft werden
}
overview-none-open-anywhere = In den Releases, die geprüft werden konnten, ist kein Befund offen.
overview-unasked-no-list = keine Komponentenliste: nichts wurde geprüft
overview-unasked-no-data = keine Schwachstellendatenbank: nichts wurde geprüft
overview-unasked-no-catalogue = nicht gefragt: kein Katalog ausgenutzter Schwachstellen war da
overview-unasked-not-kept = hier erst nach erneuter Bewertung bekannt
overview-not-listed-as-exploited = nicht als ausgenutzt gelistet
overview-not-known = nicht bekannt
overview-no-catalogue = es gibt keinen Katalog ausgenutzter Schwachstellen: Dass nichts als ausgenutzt gelistet ist, besagt nichts
    .hint = importieren Sie `known_exploited_vulnerabilities.json` mit `proofmark feeds import`; die Seite „Datenquellen und Aufträge“ zeigt, wie
overview-no-likelihood = zu diesen Befunden ist keine Ausnutzungswahrscheinlichkeit (EPSS) bekannt: Ihre Reihenfolge besagt nichts
    .hint = ordnen Sie stattdessen nach dem Schweregrad
overview-figure-unchecked = { $count ->
    [one] nicht geprüfte Komponente
   *[other] nicht geprüfte Komponenten
}
overview-standing-undecided = ungeklärt
overview-standing-undecided-line = ungeklärt:
overview-undecided-count = { $count } ungeklärt

# Ablehnungen
overview-refused-sign-in = Bitte zuerst anmelden
overview-refused-changed = Der Stand ist inzwischen ein anderer
overview-refused-unreadable = Das ließ sich nicht lesen
overview-refused-not-now = Im Augenblick nicht möglich
overview-refused-back = Zurück zur Seite darüber
overview-refused-at = Wo:

# Ein Produkt und seine Seiten
overview-route-obligations = Wie jede Pflicht eines Produkts steht, und was sie belegt oder fehlt.
overview-product-views = Seiten dieses Produkts
overview-on-this-page = Auf dieser Seite
overview-all-revisions = Alle { $count } Fassungen
overview-files-kept = { $count ->
    [one] Eine Datei ist aufbewahrt
   *[other] { $count } Dateien sind aufbewahrt
}
overview-in-releases = in { $count } Releases
overview-one-decision = Eine Entscheidung gilt dem Befund in seinem Produkt, also für jedes Release, das seine Zeile nennt.
