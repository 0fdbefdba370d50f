## Was der Raum `formats` sagt. Ein Schlüssel beginnt mit `formats-`; das Attribut `.hint` sagt, was man tun kann.

# Was jeder Leser zu seiner Eingabe sagen kann.
formats-empty = diese Datei ist leer
    .hint = Das Werkzeug, das sie geschrieben hat, ist vielleicht gescheitert; führen Sie es erneut aus und lesen Sie seine Meldungen.
formats-too-long = diese Datei hat { $bytes } Bytes, mehr als die { $most } Bytes, die gelesen werden
    .hint = Reichen Sie je Produkt ein Dokument ein, oder lassen Sie Dateilisten und Lizenztexte weg.
formats-packed = diese Datei ist gepackt ({ $kind })
    .hint = Entpacken Sie sie und reichen Sie das enthaltene Dokument ein.
formats-pdf = diese Datei ist ein PDF; daraus kann kein Programm eine Stückliste lesen
    .hint = Bitten Sie den Ersteller um das CycloneDX- oder SPDX-JSON-Dokument, aus dem sie entstand.
formats-utf16 = diese Datei ist in UTF-16 geschrieben
    .hint = Speichern Sie sie als UTF-8. In PowerShell beenden Sie den Befehl mit `| Out-File -Encoding utf8 bom.json` statt mit `> bom.json`.
formats-not-utf8 = das Byte an Position { $offset } ist kein UTF-8
    .hint = Speichern Sie die Datei als UTF-8.
formats-too-deep = Objekte und Listen stehen hier mehr als { $most } Ebenen tief ineinander
    .hint = Lassen Sie das Werkzeug, das das Dokument schrieb, Komponenten flach auflisten.
formats-json-ends-early = das Dokument endet mittendrin
    .hint = Es wurde unterwegs abgeschnitten; reichen Sie es erneut ein, oder führen Sie das Werkzeug erneut aus, das es schrieb.
formats-json-malformed = das ist kein JSON: { $why }
    .hint = Reichen Sie die Datei so ein, wie das Werkzeug sie schrieb; eine Protokollzeile vor oder nach dem Dokument macht sie unlesbar.
formats-xml-ends-early = das Dokument endet mittendrin
    .hint = Es wurde auf dem Weg hierher abgeschnitten; noch einmal einreichen oder das Werkzeug noch einmal laufen lassen.
formats-xml-malformed = das ist kein XML: { $why }
    .hint = Die Datei so einreichen, wie das Werkzeug sie geschrieben hat; eine Protokollzeile davor oder dahinter verdirbt sie.
formats-xml-outside = hier steht etwas außerhalb des einen Elements des Dokuments
    .hint = Die Datei so einreichen, wie das Werkzeug sie geschrieben hat; eine Protokollzeile davor oder dahinter verdirbt sie.
formats-xml-doctype = das Dokument bringt einen eigenen Dokumenttyp mit, und der wird nicht gelesen
    .hint = `<!DOCTYPE …>` weglassen: keine Stückliste braucht ihn.
formats-xml-entity = `&{ $name };` steht für nichts, was XML von selbst kennt
    .hint = Das Zeichen selbst schreiben, oder seine Nummer wie in `&#233;`.
formats-xml-attributes = dieses Element hat mehr als { $most } Attribute
    .hint = Das Werkzeug, das das Dokument geschrieben hat, schreiben lassen, was sein Format kennt.
formats-xml-prefix = das Präfix `{ $prefix }` steht hier für keinen Namensraum
    .hint = Auf diesem Element oder einem darum erklären: `xmlns:{ $prefix }="…"`.
formats-xml-twice = `{ $name }` steht hier ein zweites Mal
    .hint = Das Dokument mit dem Prüfprogramm seines Formats prüfen und es den Machern des Werkzeugs sagen, das es geschrieben hat.
formats-xml-not-allowed = XML erlaubt hier kein `{ $what }`
    .hint = Das Werkzeug, das das Dokument geschrieben hat, maskieren lassen, was es schreibt: `]]>` im Text ist `]]&gt;`; Steuerzeichen lassen sich in XML gar nicht schreiben.
formats-xml-too-much = was dieses Dokument sagt, hat in der Form, in der es gelesen wird, mehr als { $most } Bytes
    .hint = Reichen Sie je Produkt ein Dokument ein, oder lassen Sie Dateilisten und Lizenztexte weg.
formats-xml-passed-over = dies wird aus der XML-Form des Dokuments nicht gelesen: { $names }
    .hint = Geben Sie die Liste als CycloneDX-JSON, wo es gebraucht wird.
formats-xml-too-deep = Elemente stehen hier mehr als { $most } Ebenen tief ineinander
    .hint = Das Werkzeug, das das Dokument geschrieben hat, Komponenten flach auflisten lassen.
formats-json-unexpected = das darf in { $format } hier nicht stehen: { $why }
    .hint = Prüfen Sie das Dokument mit dem Validator seines Formats, und informieren Sie die Ersteller des Werkzeugs, das es schrieb.
formats-more-of-this-kind = { $count } weitere dieser Art: `{ $kind }`
formats-text-too-long = ein Text ist hier länger als die { $most } Bytes, die aufbewahrt werden
    .hint = Kürzen Sie ihn: Ein Name, eine Version oder eine Lizenzkennung braucht eine Zeile.

# Was Leser von Stücklisten sagen können.
formats-too-many-components = das Dokument hat mehr als die { $most } Komponenten, die gelesen werden
    .hint = Reichen Sie je Produkt ein Dokument ein.
formats-too-many-dependencies = das Dokument hat mehr als die { $most } Abhängigkeiten, die gelesen werden
    .hint = Reichen Sie je Produkt ein Dokument ein.
formats-reference-twice = die Referenz `{ $reference }` steht für zwei Komponenten
    .hint = Abhängigkeiten von ihr gelten als Abhängigkeiten von der ersten. Geben Sie jeder Komponente eine eigene Referenz.
formats-dependency-unknown = die Referenz `{ $reference }` steht für keine Komponente dieses Dokuments
    .hint = Diese Abhängigkeit wird ausgelassen. Führen Sie die Komponente auf, oder nehmen Sie die Abhängigkeit heraus.
formats-purl-unreadable = `{ $purl }` ist keine Paket-URL
    .hint = Die Komponente wird ohne sie aufbewahrt und lässt sich womöglich keinen Sicherheitshinweisen zuordnen. Eine Paket-URL sieht aus wie `pkg:npm/%40angular/core@18.2.0`.
formats-digest-unreadable = `{ $value }` ist keine Prüfsumme des Verfahrens `{ $algorithm }`
    .hint = Die Komponente wird ohne diese Prüfsumme aufbewahrt. Schreiben Sie sie hexadezimal und vollständig.
formats-dependency-without-reference = diese Abhängigkeit sagt nicht, was abhängt
    .hint = Sie wird ausgelassen. Geben Sie ihr die Referenz einer Komponente dieses Dokuments.
formats-instant-unreadable = `{ $instant }` ist keine Datums- und Zeitangabe mit Zeitzone
    .hint = Schreiben Sie sie wie `2026-11-21T10:00:00Z`.
formats-component-without-name = diese Komponente hat keinen Namen
    .hint = Eine Stückliste, die einen Namen verbirgt, beweist nichts; lassen Sie das Werkzeug, das sie schrieb, die Komponente benennen.
formats-component-name-empty = der Name dieser Komponente ist leer
    .hint = Sie wird anhand ihrer übrigen Merkmale aufbewahrt; lassen Sie das Werkzeug, das sie schrieb, die Komponente benennen.
formats-subject-without-name = das Produkt, um das es in diesem Dokument geht, hat hier keinen Namen
    .hint = Das Dokument wird gelesen; lassen Sie das Werkzeug, das es schrieb, das Produkt und seine Version nennen.
formats-component-type-unknown = `{ $word }` ist keine Art von Komponente
    .hint = Die Komponente wird als Bibliothek gelesen.
formats-component-type-missing = diese Komponente nennt ihre Art nicht
    .hint = Die Komponente wird als Bibliothek gelesen.

# Was erkannt, aber nicht gelesen wird.
formats-unknown = das ist keine Stückliste in einem Format, das gelesen wird
    .hint = CycloneDX 1.2 bis 1.7 wird als JSON und XML gelesen, SPDX 2.2, 2.3 und 3.0 als JSON, SPDX 2 auch als Tag-Value; ebenso `Cargo.lock`, `package-lock.json` und die Listen von Yocto, Buildroot, OpenWrt und Zephyr.
formats-json-unknown = das ist JSON, aber keine Stückliste in einem Format, das gelesen wird
    .hint = CycloneDX 1.2 bis 1.7 und SPDX 2.2, 2.3 oder 3.0 werden gelesen; sie beginnen mit `"bomFormat"`, `"spdxVersion"` und `"@context"`.
formats-osv-list = das ist eine Liste; ein OSV-Datensatz ist ein einzelnes Objekt
    .hint = Reichen Sie seine Datensätze einzeln ein, jeden in einer eigenen Datei.
formats-names-nothing = diese Liste nennt außer dem Produkt keine Komponente: gesucht wird nach nichts
    .hint = Lassen Sie das Werkzeug, das sie schrieb, auflisten, was im Produkt ist: in `components` (CycloneDX) oder `packages` (SPDX).
formats-json-list = das ist eine Liste; eine Stückliste ist ein einzelnes Objekt
    .hint = Reichen Sie ihre Elemente einzeln ein.
formats-not-an-sbom = keine Stückliste, sondern { $what }
    .hint = Reichen Sie ein CycloneDX-Dokument als JSON oder XML oder ein SPDX-Dokument als JSON oder RDF/XML ein.
formats-kind-syft = das JSON von Syft
formats-kind-trivy = das JSON von Trivy
formats-kind-osv = ein OSV-Datensatz
formats-kind-kev = der Katalog bekannter ausgenutzter Schwachstellen
formats-kind-csaf = ein CSAF-Dokument
formats-kind-sarif = ein SARIF-Bericht
formats-kind-package-json = eine `package.json`, die Versionen verlangt, aber nicht festlegt
formats-kind-openvex = ein OpenVEX-Dokument
formats-spdx-yaml = das ist SPDX in YAML, und es lässt sich nicht lesen: { $why }
    .hint = Lassen Sie das Werkzeug JSON schreiben, oder wandeln Sie es um: `pyspdxtools -i bom.spdx.yaml -o bom.spdx.json`.
formats-rdf-unread = `{ $name }` ist eine Form von RDF/XML, die SPDX-Dokumente nicht verwenden; sie wird nicht gelesen
    .hint = Lassen Sie das Werkzeug JSON schreiben, oder wandeln Sie es um: `pyspdxtools -i bom.spdx.rdf -o bom.spdx.json`.
formats-rdf-no-document = das ist RDF von SPDX, aber nichts darin ist ein `SpdxDocument`
    .hint = Reichen Sie das ganze Dokument ein: Es hat ein Element `spdx:SpdxDocument` mit dem Namensraum in `rdf:about`.
formats-rdf-several-documents = das ist das zweite `SpdxDocument` in einer Datei
    .hint = Reichen Sie jedes Dokument in einer eigenen Datei ein.
formats-rdf-licence-deep = hier stehen Lizenzen mehr als { $most } tief ineinander oder im Kreis
    .hint = Lassen Sie das Werkzeug, das das Dokument schrieb, die Lizenz als Ausdruck angeben.
formats-xml = das ist XML; darin wird keine Stückliste gelesen
    .hint = Reichen Sie ein CycloneDX-Dokument als JSON oder XML oder ein SPDX-Dokument als JSON oder RDF/XML ein.
formats-html = das ist eine Webseite
    .hint = Der Abruf wurde mit einer Seite beantwortet, oft zur Anmeldung; rufen Sie das Dokument selbst ab.
formats-attestation = das ist eine signierte Bescheinigung um ein Dokument herum
    .hint = Nehmen Sie das Dokument heraus: Es ist das `predicate` der Aussage, die base64-codiert in `payload` steht.
formats-wrapped = die Stückliste steht hier innerhalb von `sbom`
    .hint = Nehmen Sie sie heraus, zum Beispiel mit `jq .sbom`, und reichen Sie das Ergebnis ein.
formats-other-lockfile = `{ $name }` ist keine Lockdatei, die gelesen wird
    .hint = Lassen Sie den Paketmanager oder einen Scanner daraus ein CycloneDX-JSON-Dokument schreiben.

# CycloneDX.
formats-cyclonedx-bom-format = `bomFormat` ist `{ $found }`, nicht `CycloneDX`
    .hint = Ein CycloneDX-Dokument beginnt mit `"bomFormat": "CycloneDX"`.
formats-cyclonedx-xml-root = das äußerste Element, `{ $found }`, ist nicht das `bom` von CycloneDX: sein Name oder sein Namensraum ist ein anderer
    .hint = Ein CycloneDX-Dokument beginnt mit `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">`; gelesen werden 1.2 bis 1.7.
formats-cyclonedx-newer = CycloneDX `{ $version }` ist neuer als 1.7, die neueste hier bekannte Version
    .hint = Es wird als 1.7 gelesen; was spätere Versionen hinzufügten, bleibt unbeachtet.
formats-cyclonedx-version = `{ $version }` ist keine Version von CycloneDX, die gelesen wird
    .hint = Gelesen werden die Versionen 1.2 bis 1.7: `specVersion` in JSON, das Ende des Namensraums in XML.

# SPDX.
formats-spdx-version-near = `{ $version }` ist weder SPDX-2.2 noch SPDX-2.3
    .hint = Es wird als SPDX-2.3 gelesen; prüfen Sie, was gefunden wurde.
formats-spdx-version = `{ $version }` ist keine SPDX-Version, die gelesen wird
    .hint = Gelesen werden JSON-Dokumente in SPDX-2.2 und SPDX-2.3.
formats-spdx-files-only = das Dokument führt kein Paket auf, nur Dateien: { $files }
    .hint = Dateien werden keinen Sicherheitshinweisen zugeordnet; lassen Sie das Werkzeug, das es schrieb, die zugehörigen Pakete aufführen.
formats-spdx-several-subjects = das Dokument beschreibt { $count } Pakete; es ist nicht klar, welches davon das Produkt ist
    .hint = Lassen Sie es ein einziges Paket beschreiben, das Produkt, das die anderen enthält oder von ihnen abhängt.

# OSV-Datensätze und der Katalog bekanntermaßen ausgenutzter Schwachstellen.
formats-osv-without-id = dieser Datensatz hat keine `id`
formats-osv-version = `{ $version }` ist keine hier bekannte Version des OSV-Schemas
    .hint = Er wird als 1.7 gelesen; was spätere Versionen änderten, bleibt unbeachtet.
formats-osv-withdrawn-unreadable = dieser Datensatz sagt, dass er zurückgezogen wurde, aber nicht lesbar, wann
    .hint = Informieren Sie die Datenbank, aus der er stammt.
formats-osv-range-type = `{ $kind }` ist keine Bereichsart, die gelesen wird
    .hint = Der Bereich wird ausgelassen; gelesen werden `SEMVER`, `ECOSYSTEM` und `GIT`.
formats-kev-other = das ist nicht der Katalog bekanntermaßen ausgenutzter Schwachstellen
    .hint = Reichen Sie `known_exploited_vulnerabilities.json` ein, wie die CISA sie veröffentlicht.
formats-kev-entry = der Eintrag `{ $id }` hat keinen lesbaren Aufnahmetag (`{ $added }`)
    .hint = Der Eintrag wird ausgelassen.

# Bewertungen der Ausnutzung (EPSS).
formats-epss-other = das sind keine EPSS-Werte
    .hint = Reichen Sie `epss_scores-current.csv` ein, wie FIRST sie veröffentlicht, mit gzip gepackt oder nicht.
formats-epss-too-long = die Datei der EPSS-Werte ist länger als { $limit } Byte
    .hint = Reichen Sie die Werte eines einzigen Tages ein.
formats-epss-day = `{ $day }` ist kein Tag der Werte
    .hint = Die Werte werden ohne ihren Tag übernommen.
formats-epss-line = `{ $line }` ist keine Zeile mit einer CVE und zwei Zahlen von 0 bis 1
    .hint = Die Zeile wird ausgelassen.

# Lockdateien.
formats-cargo-lock-malformed = das ist keine `Cargo.lock`: { $why }
    .hint = Lassen Sie `cargo generate-lockfile` sie neu schreiben.
formats-cargo-lock-newer = `Cargo.lock` Version { $version } ist neuer als 4, die neueste hier bekannte Version
    .hint = Sie wird als Version 4 gelesen; prüfen Sie, was gefunden wurde.
formats-package-lock-other = das ist keine Lockdatei von npm
    .hint = Reichen Sie `package-lock.json` oder `npm-shrinkwrap.json` ein.
formats-package-lock-newer = `lockfileVersion` { $version } ist neuer als 3, die neueste hier bekannte Version
    .hint = Sie wird als Version 3 gelesen; prüfen Sie, was gefunden wurde.
formats-package-lock-path = der Pfad `{ $path }` ist zu lang oder zu tief für ein Dateisystem
formats-package-lock-not-found = die Abhängigkeit `{ $name }` liegt in keinem Ordner, in dem Node.js sie suchen würde
    .hint = Diese Abhängigkeit wird ausgelassen. Lassen Sie `npm install --package-lock-only` die Lockdatei neu schreiben.
formats-package-lock-development = Pakete, die nur die Entwicklung braucht, werden ausgelassen: { $count }
    .hint = Was nicht ausgeliefert wird, ist kein Teil des Produkts. Wird etwas davon ausgeliefert (etwa gebündelter Code), führen Sie es unter `dependencies` auf.
formats-lockfile-without-packages = diese Lockdatei führt keine Pakete auf
    .hint = Reichen Sie die Lockdatei aus dem Arbeitsbereich des Produkts ein, nach einem Build.
formats-case-no-facts = die Tatsachen dieses Falls können nicht gelesen werden
formats-case-header = die Tabelle `[case]` kann nicht gelesen werden: { $why }
    .hint = Sie enthält `says`, `rows`, `on`, `state` und `expect`, sonst nichts.
formats-openvex-other = das ist kein OpenVEX-Dokument
    .hint = ein VEX-Dokument ist JSON mit `"@context": "https://openvex.dev/ns/v0.2.0"` und einer Liste `statements`
formats-openvex-statement = diese Aussage kann nicht gelesen werden: `{ $found }`
    .hint = eine Aussage nennt eine Schwachstelle, Produkte und einen Status: not_affected, affected, fixed oder under_investigation

formats-not-carried-no-place = { $format } hat keinen Platz dafür

formats-not-carried-own-words = das sagt nur das Format, aus dem es gelesen wurde, { $format } nicht

formats-not-carried-further-dependencies = wovon Dienste abhängen und was Komponenten bereitstellen, hat in { $format } keinen Platz; wovon Komponenten abhängen, steht darin

formats-not-carried-signature = eine Signatur gilt für das unterschriebene Dokument und für kein anderes
