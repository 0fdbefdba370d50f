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

# Was die Prüfungen der Norm von einem Dokument sagen.
csaf-judged-no-csaf = dies ist kein CSAF-Dokument: Es sagt nicht, welcher Version es ist (`/document/csaf_version`)
csaf-judged-other-version = die Prüfungen sind die von CSAF 2.0, und dieses Dokument ist von Version `{ $version }`: keine wurde ausgeführt
    .hint = legen Sie das Dokument in Version 2.0 vor
csaf-judged-no-schema = das amtliche Schema lässt sich nicht verwenden
csaf-judged-twice = das Feld `{ $member }` steht zweimal in einem Objekt: Leser könnten zwischen beiden verschieden wählen
    .hint = behalten Sie eines davon
csaf-judged-breaks-schema = Das Dokument bricht das amtliche Schema bei `{ $place }`, sodass etwas übersehen worden sein kann.
csaf-judged-too-much = Die Produktgruppen werden so oft genannt, dass mehr als { $most } Produkte nachzuschlagen wären.
csaf-judged-no-vector = `{ $place }` hat keinen Vektor.
csaf-judged-revision = Bei `{ $place }` steht kein Datum oder keine Versionsnummer.
csaf-judged-purl-long = Die Paket-URL bei `{ $place }` ist länger als { $most } Byte.
csaf-judged-product-undefined = Das Produkt `{ $id }` ist im Produktbaum nirgends definiert.
    .hint = Definieren Sie es dort, oder verweisen Sie auf eines, das es ist.
csaf-judged-product-twice = Das Produkt `{ $id }` ist schon definiert.
    .hint = Geben Sie jedem Produkt eine eigene Kennung.
csaf-judged-product-circle = Das Produkt `{ $id }` besteht über Beziehungen aus sich selbst.
    .hint = Lassen Sie die Beziehung auf Produkte verweisen, die ohne sie definiert sind.
csaf-judged-group-undefined = Die Produktgruppe `{ $id }` ist im Produktbaum nirgends definiert.
    .hint = Definieren Sie sie unter `product_groups`, oder verweisen Sie auf eine, die es ist.
csaf-judged-group-twice = Die Produktgruppe `{ $id }` ist schon definiert.
    .hint = Geben Sie jeder Gruppe eine eigene Kennung.
csaf-judged-contradicting = `{ $status }` widerspricht `{ $before }`, das vom Produkt `{ $id }` schon gesagt ist.
    .hint = Behalten Sie, was stimmt.
csaf-judged-scored-twice = Das Produkt `{ $id }` hat schon eine Bewertung nach CVSS { $version }.
    .hint = Behalten Sie je Produkt eine Bewertung jeder Version.
csaf-judged-vector = Aus `{ $vector }` lässt sich keine Bewertung errechnen.
    .hint = Nennen Sie alle Basismetriken, und jede Metrik einmal.
csaf-judged-score = Hier steht { $given }; aus dem Vektor folgt { $right }.
    .hint = Schreiben Sie, was aus dem Vektor folgt, oder berichtigen Sie den Vektor.
csaf-judged-inconsistent = Hier steht `{ $given }`; der Vektor sagt `{ $metric }:{ $value }`.
    .hint = Schreiben Sie, was der Vektor sagt, oder lassen Sie das Feld weg.
csaf-judged-weakness-unknown = Es gibt keine Schwachstelle `{ $id }`.
    .hint = Sehen Sie in der Common Weakness Enumeration nach; Sichten und Kategorien sind keine Schwachstellen.
csaf-judged-weakness-name = So heißt `{ $id }` nicht: { $name }
    .hint = Schreiben Sie den Namen wie die Common Weakness Enumeration.
csaf-judged-language = `{ $tag }` ist keine Sprache: Ein Teil ist nicht eingetragen oder steht nicht, wo er stehen darf.
    .hint = Schreiben Sie eine Kennung nach BCP 47, etwa `en` oder `de-AT`.
csaf-judged-translator = Ein Übersetzer veröffentlicht dies, und es sagt nicht, aus welcher Sprache übersetzt wurde.
    .hint = Ergänzen Sie `source_lang`.
csaf-judged-translation = Das Dokument ist in der Sprache, aus der es übersetzt wurde, `{ $tag }`.
    .hint = Streichen Sie `source_lang`, wenn dies keine Übersetzung ist.
csaf-judged-purl = `{ $purl }` ist keine Paket-URL.
    .hint = Schreiben Sie `pkg:type/namespace/name@version`.
csaf-judged-unsorted-history = Die Fassung `{ $number }` ist jünger als `{ $before }` und hat eine kleinere Nummer.
    .hint = Lassen Sie die Nummern mit den Daten wachsen.
csaf-judged-latest = Die Version des Dokuments ist `{ $version }`, die seiner letzten Fassung `{ $last }`.
    .hint = Lassen Sie beide gleich sein.
csaf-judged-not-draft = Die Version `{ $version }` ist noch nicht freigegeben, und der Stand ist `{ $status }`.
    .hint = Setzen Sie den Stand auf `draft` oder die Version auf `1` oder `1.0.0`.
csaf-judged-zero-revision = Der Stand ist `{ $status }`, und die Fassung `{ $number }` liegt vor der ersten Freigabe.
    .hint = Lassen Sie Entwürfe in der Geschichte eines freigegebenen Dokuments weg.
csaf-judged-pre-release = Die Fassung `{ $number }` ist eine Vorabfassung.
    .hint = Lassen Sie Vorabfassungen in der Geschichte weg.
csaf-judged-released-version = Der Stand ist `{ $status }`, und die Version `{ $version }` ist eine Vorabfassung.
    .hint = Geben Sie dem Dokument die Version einer Freigabe.
csaf-judged-first-revision = Die Geschichte beginnt mit `{ $number }`, nicht mit Version 0 oder 1.
    .hint = Führen Sie jede Version von der ersten an auf.
csaf-judged-missing-revision = Zwischen `{ $before }` und `{ $number }` fehlt eine Version.
    .hint = Führen Sie jede Version auf, bei semantischen jede Hauptversion.
csaf-judged-revision-twice = Eine Fassung `{ $number }` gibt es schon.
    .hint = Geben Sie jeder Fassung eine eigene Nummer.
csaf-judged-mixed = Die Fassung `{ $number }` und die Version des Dokuments `{ $version }` sind verschieden gezählt.
    .hint = Verwenden Sie überall ganze Zahlen oder überall semantische Versionen.
csaf-judged-cve-twice = `{ $cve }` steht schon bei `{ $first }`.
    .hint = Fassen Sie beide zusammen.
csaf-judged-involved-twice = `{ $party }` ist am { $date } schon beteiligt.
    .hint = Sagen Sie einmal, was ein Beteiligter zu einer Zeit tat.
csaf-judged-algorithm-twice = Die Datei hat schon einen Hashwert nach `{ $algorithm }`.
    .hint = Geben Sie je Datei einen Hashwert jedes Verfahrens an.
csaf-judged-category = Die Kategorie `{ $category }` ähnelt dem Profil `{ $profile }` und ist es nicht.
    .hint = Schreiben Sie `{ $profile }`, wenn das Dokument dieses Profil einhält, sonst ein anderes Wort.
csaf-judged-reserved = Die Kategorie `{ $category }` beginnt mit `csaf_`, das den Profilen der Norm vorbehalten ist.
    .hint = Wählen Sie ein anderes Wort oder `csaf_base`.
csaf-judged-document-notes = Keine Anmerkung des Dokuments beschreibt, worum es geht.
    .hint = Ergänzen Sie eine Anmerkung der Kategorie `description`, `details`, `general` oder `summary`.
csaf-judged-document-references = Kein Verweis des Dokuments führt anderswohin.
    .hint = Ergänzen Sie einen Verweis der Kategorie `external`.
csaf-judged-vulnerabilities = Eine Mitteilung zur Information (`csaf_informational_advisory`) nennt keine Schwachstellen.
    .hint = Streichen Sie sie, oder wählen Sie eine andere Kategorie.
csaf-judged-no-vulnerabilities = Es gibt keine Schwachstellen.
    .hint = Ergänzen Sie eine, oder wählen Sie eine andere Kategorie.
csaf-judged-no-product-tree = Es gibt keinen Produktbaum.
    .hint = Sagen Sie, um welche Produkte es geht.
csaf-judged-no-notes = Die Schwachstelle hat keine Anmerkungen.
    .hint = Beschreiben Sie sie.
csaf-judged-no-status = Die Schwachstelle sagt nicht, welche Produkte betroffen sind.
    .hint = Ergänzen Sie `product_status`.
csaf-judged-no-vex-status = Die Schwachstelle sagt von keinem Produkt, dass es betroffen, nicht betroffen, behoben oder in Untersuchung ist.
    .hint = Sagen Sie eines davon.
csaf-judged-no-name = Die Schwachstelle hat keine Kennung.
    .hint = Ergänzen Sie `cve` oder eine andere Kennung unter `ids`.
csaf-judged-no-impact = Das Produkt `{ $id }` ist nicht betroffen, und nichts sagt, warum.
    .hint = Ergänzen Sie ein Merkmal (`flags`) oder eine Bedrohung der Kategorie `impact`.
csaf-judged-no-action = Das Produkt `{ $id }` ist betroffen, und nichts sagt, was zu tun ist.
    .hint = Ergänzen Sie eine Abhilfe; auch `no_fix_planned` und `none_available` sind welche.
csaf-judged-no-product = Hier steht nicht, für welche Produkte es gilt.
    .hint = Ergänzen Sie `product_ids` oder `group_ids`.
csaf-judged-range = `{ $name }` ist ein Bereich und nicht eine Version.
    .hint = Machen Sie daraus einen Zweig der Kategorie `product_version_range`, oder nennen Sie die Version.
csaf-judged-flagged-twice = Beim Produkt `{ $id }` steht schon ein Merkmal, das sagt, warum es nicht betroffen ist.
    .hint = Behalten Sie das, welches am besten passt.
csaf-judged-product-unused = Auf das Produkt `{ $id }` wird nirgends verwiesen.
    .hint = Sagen Sie etwas von ihm, oder streichen Sie es.
csaf-judged-no-remediation = Nichts sagt, was wegen des Produkts `{ $id }` zu tun ist.
    .hint = Ergänzen Sie eine Abhilfe; auch `no_fix_planned` und `none_available` sind welche.
csaf-judged-no-score = Nichts sagt, wie schwer das Produkt `{ $id }` betroffen ist.
    .hint = Ergänzen Sie eine Bewertung.
csaf-judged-build = Die Fassung `{ $number }` sagt, woraus sie gebaut ist.
    .hint = Lassen Sie weg, was hinter dem Plus steht.
csaf-judged-older = { $date } liegt vor der Fassung vom { $revision }.
    .hint = Berichtigen Sie das Datum.
csaf-judged-involvement-date = Die Beteiligung hat kein Datum.
    .hint = Sagen Sie, wann der Beteiligte tat, was er tat.
csaf-judged-weak-algorithm = Die Datei hat nur einen Hashwert nach `{ $algorithm }`, zu dem sich andere Dateien machen lassen.
    .hint = Ergänzen Sie einen nach SHA-256 oder einem stärkeren Verfahren.
csaf-judged-no-label = Nichts sagt, an wen das Dokument weitergegeben werden darf.
    .hint = Ergänzen Sie eine Stufe des Traffic Light Protocol: WHITE, GREEN, AMBER oder RED.
csaf-judged-no-canonical = Kein Verweis sagt, wo das Dokument liegt.
    .hint = Ergänzen Sie einen Verweis der Kategorie `self`, dessen Adresse mit `https://` beginnt und mit `{ $file }` endet.
csaf-judged-no-language = Das Dokument sagt nicht, in welcher Sprache es ist.
    .hint = Ergänzen Sie `lang`.
csaf-judged-unsorted = Dies gehört vor das, was darüber steht.
    .hint = Ordnen Sie die Felder nach ihren Namen.
csaf-judged-private-language = Ein Teil von `{ $tag }` ist für den eigenen Gebrauch, und andere wissen nicht, was er bedeutet.
    .hint = Verwenden Sie eine eingetragene Sprache.
csaf-judged-default-language = `i-default` nennt keine Sprache.
    .hint = Sagen Sie, welche Sprache es ist.
csaf-judged-no-helper = Nichts kennzeichnet das Produkt `{ $id }` für Maschinen.
    .hint = Ergänzen Sie eine Paket-URL, einen CPE-Namen oder Hashwerte.
csaf-judged-cve-id = `{ $cve }` steht unter anderen Kennungen.
    .hint = Setzen Sie es unter `cve`.
csaf-judged-no-vers = Der Bereich `{ $name }` ist nicht als `vers` geschrieben.
    .hint = Schreiben Sie ihn so: `vers:semver/>=1.0.0|<1.4.2`.
csaf-judged-fixed-scored = Das Produkt `{ $id }` ist behoben, und seine Umgebungsbewertung ist nicht 0.
    .hint = Bewerten Sie, was nach der Behebung bleibt: nichts.
csaf-judged-additional = Die Norm kennt hier kein solches Feld: { $members }
    .hint = Streichen Sie es; andere Programme lesen es nicht.

# Das Urteil als Ganzes.
csaf-check-cli = CSAF-Dokumente selbst: beurteilen
csaf-check-cli-check = CSAF-2.0-Dokumente nach dem amtlichen Schema und den Prüfungen der Norm beurteilen
csaf-check-cli-file = die Dokumente
csaf-check-cli-all = jede Prüfung und jede Stelle zeigen
csaf-check-valid = Gültig: alle { $count } Pflichtprüfungen, die gelten, sind bestanden
csaf-check-invalid = Nicht gültig
csaf-check-undecided = Nicht als gültig erkannt: manche Prüfungen ließen sich nicht entscheiden
csaf-check-schema-kept = hält das amtliche Schema ein
csaf-check-schema-broken = { $count ->
    [one] bricht das amtliche Schema an einer Stelle
   *[other] bricht das amtliche Schema an { $count } Stellen
 }
csaf-check-mandatory = Pflichtprüfungen
csaf-check-optional = Freiwillige Prüfungen
csaf-check-counted = bestanden { $passed }, nicht bestanden { $failed }, gelten nicht { $apart }, unentschieden { $undecided }
csaf-check-not-applicable = gilt für Dokumente anderer Kategorien
csaf-check-unread = { $count ->
    [one] Ein Dokument konnte nicht beurteilt werden
   *[other] { $count } Dokumente konnten nicht beurteilt werden
 }
