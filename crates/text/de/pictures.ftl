## Was die Seiten der Releases, Komponenten, Befunde und Dossiers sagen. Ein Schlüssel beginnt mit `pictures-`.

# Ablehnungen
pictures-list-unreadable = die aufbewahrte Komponentenliste `{ $name }` ist nicht mehr lesbar
    .hint = `proofmark ledger verify` sagt, ob sie noch so ist, wie sie eingereicht wurde
pictures-assessment-unreadable = die aufbewahrte Bewertung `{ $digest }` ist nicht lesbar
    .hint = `proofmark ledger verify` sagt, ob sie noch so ist, wie sie abgelegt wurde; eine erneute Bewertung erzeugt eine neue
pictures-same-release = `{ $release }` lässt sich nicht neben sich selbst legen
    .hint = nennen Sie mit `since` ein anderes Release
pictures-no-list = das Release kam ohne Komponentenliste
pictures-first-release = Vor diesem Release gibt es keines
    .hint = Sobald ein weiteres Release eingereicht ist, sagt diese Seite, was sich dazwischen geändert hat: Komponenten, Befunde, Freigabeprüfung und Dossier.

# Was jede Route tut
pictures-route-dossier = Zeigt das Dossier eines Produkts in Worten neben seiner Datei.
pictures-route-components = Zeigt die Komponenten eines Releases als Baum und durchsucht sie.
pictures-route-component = Zeigt eine Komponente eines Releases und die Pfade, die zu ihr führen.
pictures-route-changes = Sagt, was sich von einem früheren Release zu diesem geändert hat.
pictures-route-finding = Zeigt einen Befund: warum er da ist, was entschieden wurde, was er für die Freigabeprüfung bedeutet.

# Ein Release
pictures-views = Dieses Release
pictures-view-standing = Stand
pictures-view-changes = Was sich geändert hat
pictures-see-tree = Die ganze Komponentenliste als Baum ansehen oder durchsuchen
pictures-shipped = Was ausgeliefert wird
pictures-nothing-shipped = Niemand hat gesagt, was als dieses Release ausgeliefert wird.
    .hint = Nennen Sie die Dateien mit ihren Prüfsummen im Dossier unter `release.artefacts`: Dann kann jeder sagen, ob das, was er hat, das Bewertete ist.

# Komponenten
pictures-search-list = Diese Komponentenliste durchsuchen
    .hint = Wörter in Name, Version, Package-URL, Lizenz oder Lieferant; alle müssen vorkommen.
pictures-back-to-tree = Zurück zum Baum
pictures-tree = Vom Produkt abwärts
pictures-tree-hint = Was eine Komponente hereinzieht, steht unter ihr. Eine Komponente, die mehrere hereinziehen, ist einmal aufgefaltet, der Spitze am nächsten.
pictures-loose = Nicht mit dem Produkt verbunden
    .hint = Die Komponentenliste nennt diese, sagt aber nicht, was sie hereinzieht. Viele Werkzeuge lassen das weg: Lassen Sie Ihres die Abhängigkeiten schreiben, oder nennen Sie sie von Hand.
pictures-no-subject = Komponenten
    .hint = Die Komponentenliste sagt nicht, welche ihrer Komponenten das Produkt ist; dies ist also, was nichts anderes hereinzieht.
pictures-below = Unter { $name }
pictures-nothing-below = Sie zieht nichts herein.
pictures-more-below = { $count ->
    [one] eine weitere unter { $name }
   *[other] { $count } weitere unter { $name }
}
pictures-shown-elsewhere = an anderer Stelle aufgefaltet
pictures-circle = zieht herein, was sie selbst hereinzieht
pictures-own = eigene
pictures-findings-here = { $count ->
    [one] ein offener Befund
   *[other] { $count } offene Befunde
}
pictures-found = { $count ->
    [one] Eine Komponente gefunden
   *[other] { $count } Komponenten gefunden
}
pictures-not-attached = Die Komponentenliste sagt nicht, wie sie ins Produkt kam.
pictures-no-components = Noch keine Komponente
    .hint = Reichen Sie mit dem Release eine Komponentenliste ein (CycloneDX, SPDX oder eine Lockdatei). Diese Seite zeigt dann, woraus das Produkt besteht und was jeden Teil hereingezogen hat.
pictures-unchecked = Über diese Komponente lässt sich nichts sagen
    .hint = Keine Quelle von Schwachstellendaten spricht über sie. Prüfen Sie sie auf anderem Weg und erklären Sie das im Dossier unter `checked_otherwise`.
pictures-purl = Package-URL
pictures-cpe = CPE-Name
pictures-supplier = Lieferant
pictures-reference = In der Liste genannt
pictures-hashes = Hashwerte
pictures-not-stated = nicht angegeben
pictures-none = Keine.
pictures-neighbours = Um sie herum
pictures-pulled-in-by = Hereingezogen von
pictures-pulls-in = Zieht herein
pictures-tree-below = Baum darunter
pictures-no-finding-here = In ihr wurde nichts gefunden.
pictures-paths-alternative = { $count ->
    [one] Ein Bild des Pfads vom Produkt zur Komponente.
   *[other] Ein Bild von { $count } Pfaden vom Produkt zur Komponente.
}
pictures-paths-in-words = Die Pfade in Worten, der kürzeste zuerst
pictures-more-paths = Es gibt mehr Pfade, als gezeigt werden.
pictures-kind-application = Anwendung
pictures-kind-framework = Rahmenwerk
pictures-kind-library = Bibliothek
pictures-kind-container = Containerabbild
pictures-kind-platform = Plattform
pictures-kind-operating-system = Betriebssystem
pictures-kind-device = Gerät
pictures-kind-device-driver = Gerätetreiber
pictures-kind-firmware = Gerätesoftware
pictures-kind-file = Datei
pictures-kind-model = Modell maschinellen Lernens
pictures-kind-data = Daten
pictures-kind-cryptographic-asset = Kryptografisches Objekt

# Was sich geändert hat
pictures-since = Was sich seit { $since } geändert hat
pictures-since-order = Releases folgen einander in der Reihenfolge, in der sie zuerst eingereicht und bewertet wurden; wenn Sie kein anderes wählen, steht dieses neben dem davor.
pictures-since-choose = Seit Release
pictures-compare = Vergleichen
pictures-see-release = Release { $release } ansehen
pictures-as-known-today = Beide nach heutigem Wissen: Was inzwischen über das frühere Release veröffentlicht wurde, zählt auch für dieses.
pictures-appeared = Befunde hinzugekommen
pictures-disappeared = Befunde verschwunden
pictures-decided = Befunde entschieden
pictures-stayed = { $count ->
    [0] keiner blieb, wie er war
    [one] einer blieb, wie er war
   *[other] { $count } blieben, wie sie waren
}
pictures-added = Komponenten hinzugekommen
pictures-removed = Komponenten entfernt
pictures-moved = in anderen Versionen
pictures-upgraded = Komponenten in neuerer Version
pictures-downgraded = Komponenten in älterer Version
pictures-nearer-or-farther = Komponenten näher am Produkt oder weiter davon entfernt
pictures-relicensed = Komponenten unter anderer Lizenz
pictures-resupplied = Komponenten von anderem Lieferanten
pictures-otherwise = Komponenten in anderen Versionen
    .hint = Sie stehen neben den bisherigen Versionen, oder ihr Ökosystem kennt keine Ordnung, die sagt, welche neuer ist.
pictures-direct = vom Produkt genannt
pictures-gone-component = Die Komponente ist nicht mehr im Release.
pictures-gone-version = Die Komponente ist in einer Version da, die nicht betroffen ist.
pictures-gone-not-listed = Keine Quelle führt ihn für diese Version noch auf.
pictures-nothing-changed = Nichts hat sich geändert.
pictures-no-list-to-compare = Eines der beiden Releases kam ohne Komponentenliste, es gibt also nichts zu vergleichen.
pictures-dossier = Das Dossier
pictures-dossier-keys = Was das Dossier anders sagt
pictures-keys-differ = { $count ->
    [one] Ein Schlüssel sagt etwas anderes.
   *[other] { $count } Schlüssel sagen etwas anderes.
}

# Ein Befund
pictures-facts = Was bekannt ist
pictures-in-the-way = Er hält die Freigabe gesperrt
pictures-not-in-the-way = Er steht der Freigabe nicht im Weg
pictures-closed-since = Nicht mehr gefunden seit { $at }: { $because }
pictures-closed-component-gone = die Komponente ist in dieser Version nicht mehr im Release
pictures-closed-not-listed = keine Quelle führt ihn für diese Version noch auf; der Sicherheitshinweis wurde berichtigt oder zurückgezogen
pictures-closed-withdrawn = der Sicherheitshinweis wurde zurückgezogen
pictures-epss-means = Die Wahrscheinlichkeit, dass jemand sie binnen dreißig Tagen irgendwo ausnutzt.
pictures-exploited-means = Das sagt nichts darüber, ob sie jemand in diesem Produkt ausnutzt.
pictures-fixed-in = Behoben in
pictures-no-fix = keine behobene Version bekannt
pictures-first-found = Zuerst gefunden
pictures-was-open = davor offen von { $from } bis { $to }: { $because }
pictures-aliases = Andere Namen
pictures-see-component = Die Komponente ansehen
pictures-listed-often = Sie steht { $count }-mal in der Komponentenliste; dies sind die Pfade zur ersten.
pictures-component-not-listed = Die Komponente steht nicht in der Liste, die jetzt zählt.
pictures-why = Warum er hier steht
pictures-why-hint = Jeder dieser Sicherheitshinweise sagt, dass diese Version der Komponente betroffen ist.
pictures-why-gone = Kein Sicherheitshinweis passt jetzt auf ihn.
pictures-advisory = Sicherheitshinweis
pictures-affected-versions = Betroffene Versionen
pictures-matched-by = Passt durch
pictures-by-range = Paket und eine Version in diesem Bereich
pictures-by-version = Paket und diese Version mit Namen
pictures-withdrawn = zurückgezogen
pictures-withdrawn-means = Die Quelle hat diesen Sicherheitshinweis zurückgezogen: Allein ergibt er keinen Befund
pictures-advisory-text = Der Text von { $id }
pictures-published = veröffentlicht
pictures-modified = geändert
pictures-decisions = Entscheidungen
pictures-holds-now = Gilt jetzt
pictures-expired = abgelaufen
pictures-no-decisions = In dieser Installation hat noch niemand etwas darüber entschieden.
pictures-ledger-line = Registereintrag { $line }
pictures-step-decided = Entschieden
pictures-step-withdrawn = Entscheidung zurückgenommen
pictures-step-proposed = Vorgeschlagen, zur Genehmigung durch eine zweite Person
pictures-step-approved = Genehmigt
pictures-step-refused = Abgelehnt
pictures-step-taken-back = Vorschlag zurückgezogen
pictures-step-handed-in = Als Aussage eingereicht

# Die Liste der Befunde
pictures-filter-words = Komponente oder CVE
pictures-filter-fixable = Behebung
pictures-filter-age = Alter
pictures-filter-none = Zurücksetzen
pictures-fixable = eine behobene Version ist bekannt
pictures-not-fixable = keine behobene Version bekannt
pictures-older-week = älter als eine Woche
pictures-older-month = älter als ein Monat
pictures-older-quarter = älter als drei Monate
pictures-older-year = älter als ein Jahr
pictures-because-alone = Begründung nur für diesen
pictures-decide-hint = Die Entscheidung gilt für jedes Release mit derselben Komponentenversion.
pictures-keys = Tasten
pictures-keys-on = Tasten bewirken dies
pictures-key-down = nächster Befund
pictures-key-up = vorheriger Befund
pictures-key-open = Befund öffnen
pictures-key-why = warum er hier steht
pictures-key-search = suchen
pictures-key-help = diese Tasten zeigen
pictures-key-choose = auswählen oder nicht
pictures-key-all = alle auf dieser Seite auswählen oder keinen
pictures-key-decide = weiter zur Entscheidung

# Ein Produkt
pictures-roles = Wer dahintersteht
pictures-representative = Bevollmächtigter
pictures-no-representative = Keiner ist angegeben. Ein Hersteller kann schriftlich einen bevollmächtigen.
pictures-contact = Wie man ihn erreicht
pictures-name = Bezeichnung
pictures-trademark = Marke
pictures-address = Postanschrift
pictures-established-in = Niedergelassen in
pictures-website = Internetseite
pictures-for-other-products = Für andere Produkte
pictures-mandate = Vollmacht
pictures-single-point = Zentrale Anlaufstelle
pictures-vulnerability-reports = Schwachstellen melden an
pictures-disclosure-policy = Strategie für die Offenlegung
pictures-advisories-at = Sicherheitshinweise unter
pictures-timeline-alternative = { $count ->
    [one] Ein Tag auf einer Linie, mit heute, { $today }; er steht darunter in Worten.
   *[other] { $count } Tage auf einer Linie, mit heute, { $today }, dazwischen; jeder steht darunter in Worten.
}
pictures-dossier-lead = Was die Hersteller angeben, in Worten und als die Datei, die sie führen. Jeder Schlüssel führt zu seiner Zeile.
pictures-in-words = In Worten
pictures-no-dossier = Kein Dossier ist abgelegt
    .hint = Reichen Sie `proofmark.toml` ein: Es sagt, was das Produkt ist, wozu es dient und wer es herstellt.
