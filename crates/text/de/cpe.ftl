## Was über CPE-Namen gesagt wird, über die Einträge, die Produkte so nennen, und darüber, wie sicher ein Treffer ist.

# Was an einem Namen falsch ist, und wo.
cpe-unreadable = `{ $cpe }` ist kein CPE-Name: { $why }
    .hint = Ein Name sieht so aus: `cpe:2.3:a:haxx:curl:8.4.0:*:*:*:*:*:*:*` oder `cpe:/a:haxx:curl:8.4.0`. Berichtigen Sie ihn dort, wo das Dokument entsteht.
cpe-fault-beginning = Er beginnt weder mit `cpe:2.3:` noch mit `cpe:/`.
cpe-fault-length = Er ist länger als { $most } Byte.
cpe-fault-attributes = Er hat { $found } Attribute; eine formatierte Zeichenkette hat elf, ein URI höchstens sieben.
cpe-fault-part = Der Teil in Spalte { $column } ist weder `a` noch `o` noch `h`.
cpe-fault-empty = `{ $attribute }` in Spalte { $column } ist leer; `*` hieße, dass alles passt.
cpe-fault-character = `{ $attribute }` hat in Spalte { $column } ein Zeichen, das in keinem Namen stehen kann.
cpe-fault-wildcard = `{ $attribute }` hat in Spalte { $column } einen Platzhalter; Platzhalter stehen am Anfang oder am Ende, und ein `\` davor macht sie zu gewöhnlichen Zeichen.
cpe-fault-hyphen = `{ $attribute }` in Spalte { $column } ist ein maskierter Bindestrich allein.
cpe-fault-escape = `{ $attribute }` endet in Spalte { $column } mit einem `\`, das nichts maskiert.
cpe-fault-percent = `{ $attribute }` hat in Spalte { $column } ein Prozentzeichen, das kein Zeichen kodiert.
cpe-fault-packed = Die Edition in Spalte { $column } hat { $found } durch Tilden eingeleitete Teile und nicht fünf.

# Was keine Seite der National Vulnerability Database ist.
cpe-nvd-other = Das ist nicht das JSON der National Vulnerability Database
    .hint = Reichen Sie Seiten ihrer Schnittstelle oder ihre Jahresdateien in der Version 2.0 ein.
cpe-nvd-version = Die Version `{ $version }` des JSON der National Vulnerability Database wird nicht gelesen
    .hint = Holen Sie die Version 2.0; die Dateien der Version 1.1 werden nicht mehr erstellt.
cpe-nvd-without-id = Dieser Eintrag hat keine `id` und wird ausgelassen
cpe-kind-nvd = eine Seite der National Vulnerability Database

# Warum eine Komponente nicht geprüft werden kann.
cpe-no-data = Die Komponente hat einen CPE-Namen, aber keine Package-URL, und die Datenbank enthält keine Einträge mit CPE-Namen.
    .hint = Importieren Sie die Dateien der National Vulnerability Database und prüfen Sie erneut.
cpe-stated-unreadable = Der CPE-Name `{ $cpe }` der Komponente ist nicht lesbar: { $why }
    .hint = Berichtigen Sie den Namen in der SBOM oder geben Sie an, wie die Komponente anders geprüft wurde.
cpe-vendor-or-product-open = Der CPE-Name `{ $cpe }` der Komponente lässt Hersteller oder Produkt offen; von keinem Eintrag kann gesagt werden, dass er sie meint.
    .hint = Lassen Sie das Werkzeug, das die SBOM schreibt, Hersteller und Produkt nennen, oder geben Sie an, wie die Komponente anders geprüft wurde.
cpe-product-unknown = Kein Eintrag der Datenbank spricht vom Produkt `{ $cpe }`. Vielleicht ist nichts darüber bekannt, vielleicht nennen die Einträge es anders.
    .hint = Schlagen Sie das Produkt im CPE-Wörterbuch nach und berichtigen Sie die SBOM oder geben Sie an, wie die Komponente anders geprüft wurde.
cpe-version-missing = Die Komponente hat keine Version, die mit den betroffenen Versionen von { $advisories } verglichen werden könnte.
    .hint = Geben Sie die Version in der SBOM an.
cpe-version-unreadable = Die Version der Komponente kann nicht mit den betroffenen Versionen von { $advisories } verglichen werden.
    .hint = Berichtigen Sie die Version in der SBOM, oder lesen Sie die Einträge und geben Sie an, wie die Komponente anders geprüft wurde.
cpe-name-of-several = Der CPE-Name der Komponente hat Platzhalter; ob { $advisories } sie betrifft, kann nicht gesagt werden.
    .hint = Lassen Sie das Werkzeug, das die SBOM schreibt, ein einziges Produkt in einer einzigen Version nennen.
cpe-bounds-unreadable = Die betroffenen Versionen von { $advisories } können nicht mit anderen verglichen werden.
    .hint = Lesen Sie die Einträge und geben Sie an, wie die Komponente anders geprüft wurde.
cpe-needs-platform = Ob { $advisories } die Komponente betrifft, kann nicht gesagt werden: Dafür muss eines von { $platforms } daneben stehen, und die SBOM nennt keines davon.
    .hint = Führen Sie die Plattform mit ihrem CPE-Namen in der SBOM auf, wenn das Produkt sie hat, oder geben Sie an, wie die Komponente anders geprüft wurde.
cpe-needs-something = Ob { $advisories } die Komponente betrifft, kann nicht gesagt werden: Die Einträge verlangen daneben etwas, das sie nicht lesbar nennen.
    .hint = Lesen Sie die Einträge und geben Sie an, wie die Komponente anders geprüft wurde.
cpe-commits-undecided = Ob { $advisories } den Commit oder das Tag der Komponente betrifft, kann nicht gesagt werden: Die Einträge nennen andere Commits, und welche vor welchen kommen, ist hier nicht bekannt.
    .hint = Nennen Sie die Historie des Repositorys im Dossier (`[[release.repositories]]`), vollständig und mit ihren Tags, oder schlagen Sie die Commits nach und geben Sie an, wie die Komponente anders geprüft wurde.
cpe-repository-unknown = Kein Eintrag der Datenbank spricht vom Repository `{ $repository }` oder von diesem Commit. Vielleicht ist nichts darüber bekannt; vielleicht nennen Einträge es anders.
    .hint = Geben Sie der Komponente die Package-URL oder den CPE-Namen, unter dem Einträge sie kennen, oder geben Sie an, wie sie anders geprüft wurde.
cpe-and-also = { $first } { $also }

# Wodurch eine Komponente gefunden wurde, und wie sicher das ist.
cpe-by-range = CPE-Name, Version im Bereich
cpe-by-exact-name = CPE-Name, genaue Version
cpe-by-name-alone = nur Name und Version
cpe-by-commit = Repository und Commit oder Tag
cpe-by-digest = Prüfsumme der Datei
cpe-by-hardware = CPE-Name der Hardware, auf der die Firmware läuft
cpe-confidence = Wie sicher
cpe-certain = sicher
cpe-likely = wahrscheinlich
cpe-weak = schwach
cpe-finding-likely = wahrscheinlich: über den CPE-Namen gefunden
cpe-finding-package = wahrscheinlich: über den Namen des Pakets gefunden
cpe-finding-digest = wahrscheinlich: über eine Prüfsumme der Datei gefunden, zu der sich andere Dateien passend machen lassen
cpe-finding-commit = { $sure }: über Repository und Commit oder Tag `{ $at }` gefunden, betroffen ist dort `{ $range }`
cpe-beside = nur auf bestimmter Hardware: auf `{ $soc }`, dem Chip (SoC), den das Dossier nennt
cpe-finding-weak = schwach: Nur der Name ist derselbe, oder der Eintrag ist genauer als die Komponente

# Was keine Historie eines Repositorys ist.
cpe-history-line = `{ $line }` ist weder ein Commit mit seinen Vorgängern noch ein Tag, und sagt nicht, ob der Klon flach ist
    .hint = Schreiben Sie die Datei mit `git rev-list --parents --all` und fügen Sie an, was `git show-ref --tags -d` und `git rev-parse --is-shallow-repository` schreiben.
cpe-history-contradicts = `{ $line }` widerspricht einer anderen Zeile dieser Historie
    .hint = Schreiben Sie die Datei neu, aus einem einzigen vollständigen Klon; was aus zweien stammt, passt nicht zusammen.
cpe-history-circle = der Commit `{ $commit }` steht vor sich selbst
    .hint = Kein Repository hat eine solche Historie; schreiben Sie die Datei neu.
cpe-history-shallow = diese Historie stammt aus einem flachen Klon: Wo sie abgeschnitten ist, stehen Commits da, als hätten sie keine Vorgänger
    .hint = Holen Sie die ganze Historie (`git fetch --unshallow`) und schreiben Sie die Datei neu; was ihr fehlt, kann bis dahin nicht gesagt werden.
cpe-history-unstated = diese Historie hat { $count } Commits ohne Vorgänger, und nichts in ihr sagt, ob sie dort abgeschnitten ist
    .hint = Fügen Sie an, was `git rev-parse --is-shallow-repository` schreibt; bis dahin gilt nur, was sie zeigt, und was sie nicht zeigt, bleibt offen.
cpe-history-twice = die Historie des Repositorys `{ $address }` ist zweimal genannt, das erste Mal als `{ $first }`
    .hint = Lassen Sie eine davon stehen: Alle Adressen eines Repositorys sind eine.
# Was allein eine Historie geschlossen hat. Die Einträge stehen mit den Anfängen von Commits.
cpe-history-fixed = Nach der Historie `{ $file }` (SHA-256 { $digest }…) { $count ->
        [one] betrifft ein Eintrag
       *[other] betreffen { $count } Einträge
    } `{ $component }` nicht: Die Behebung steht vor ihrem Commit `{ $commit }`. { $records }
cpe-history-not-begun = Nach der Historie `{ $file }` (SHA-256 { $digest }…) { $count ->
        [one] betrifft ein Eintrag
       *[other] betreffen { $count } Einträge
    } `{ $component }` nicht: Was die Schwachstelle hereinbrachte, steht nicht vor ihrem Commit `{ $commit }`, oder eine Grenze des Eintrags steht davor. { $records }
cpe-history-empty = diese Datei nennt keinen Commit
    .hint = Schreiben Sie sie mit `git rev-list --parents --all` in einem vollständigen Klon des Repositorys.
cpe-history-too-many = diese Historie ist länger, als gelesen wird; gelesen werden höchstens { $most } Commits
    .hint = Lassen Sie Zweige weg, aus denen keine Komponente stammt.
cpe-history-cut = diese Historie ist abgeschnitten: Sie nennt Vorgänger, die nicht in ihr stehen
    .hint = Holen Sie die ganze Historie (`git fetch --unshallow`) und schreiben Sie die Datei neu; was ihr fehlt, kann bis dahin nicht gesagt werden.
cpe-history-missing = die Historie `{ $path }` ist nicht vorhanden
    .hint = Schreiben Sie sie mit `git rev-list --parents --all`, oder nehmen Sie den Eintrag heraus.
cpe-history-address = `{ $address }` ist keine Adresse eines Repositorys
    .hint = Nennen Sie es als `https://host/pfad`, wie es Sicherheitshinweise und SBOM tun.

# Versionen und Bereiche von Versionen, auf der Kommandozeile verglichen.
cpe-versions-cli = Versionen vergleichen und gegen Bereiche halten
cpe-versions-cli-compare = sagen, wie zwei Versionen zueinander stehen
cpe-versions-cli-test = sagen, welche Versionen ein Bereich enthält
cpe-versions-cli-type = der Typ, dessen Ordnung gilt: npm, pypi, maven, nuget, gem, golang, cargo, composer, deb, rpm, apk, …
cpe-versions-cli-one = eine Version
cpe-versions-cli-other = die Version, mit der sie verglichen wird
cpe-versions-cli-is = fragen, ob die erste vor (lt), nicht nach (le), gleich (eq), ungleich (ne), nicht vor (ge) oder nach (gt) der zweiten liegt; die Antwort ist der Exit-Code
cpe-versions-cli-range = `vers:npm/>=1.0.0|<2.0.0`; mit --type in der Schreibweise des Paketmanagers, `^1.2`, `[1.0,2.0)`
cpe-versions-cli-versions = die Versionen, die dagegen gehalten werden
cpe-versions-cli-native = der Paketmanager, in dessen Schreibweise der Bereich steht
cpe-versions-type = `{ $kind }` ist kein Typ, für dessen Versionen hier eine Ordnung bekannt ist
    .hint = Nennen Sie einen Typ von Package-URLs: npm, pypi, maven, nuget, gem, golang, cargo, composer, deb, rpm, apk.
cpe-versions-version = die Version `{ $version }` hat in der Ordnung dieses Typs keinen Platz
    .hint = Schreiben Sie sie, wie es der Paketmanager tut, ohne Leerzeichen.
cpe-versions-part = `{ $part }` ist kein Teil eines Bereichs in dieser Schreibweise
    .hint = Schreiben Sie ihn, wie es der Paketmanager tut, oder als `vers:typ/>=1.0|<2.0`.
cpe-versions-recommends = `{ $version }` allein empfiehlt eine Version und begrenzt nichts
    .hint = Schreiben Sie `[{ $version }]` für diese Version allein oder `[{ $version },)` für sie und alle späteren.
cpe-versions-backwards = der Bereich endet mit `{ $to }`, bevor er mit `{ $from }` beginnt
    .hint = Schreiben Sie die frühere Version zuerst.
cpe-versions-unordered = Für Versionen des Typs `{ $kind }` ist keine Ordnung bekannt: Erkannt wird nur genau dieselbe Version.
cpe-versions-too-long = dieser Bereich ist länger, als gelesen wird; gelesen werden { $most } Bytes
    .hint = Geben Sie ihn in Teilen an.
cpe-versions-unsaid = Wie { $version } und { $other } zueinander stehen, kann nicht gesagt werden.
cpe-versions-inside = { $version }: im Bereich
cpe-versions-outside = { $version }: außerhalb
cpe-versions-undecided = { $version }: kann nicht gesagt werden
