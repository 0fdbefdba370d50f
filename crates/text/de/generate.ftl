## Was gesagt wird, wo eine Komponentenliste aus einem Baum von Dateien erzeugt wird.

generate-too-deep = Hier liegen Ordner mehr als { $most } tief ineinander; weiter wird nicht hineingegangen
generate-file-too-long = Die Datei hat { $bytes } Bytes, und höchstens { $most } werden gelesen
generate-out-of-time = Die Zeit ist um, und der Rest des Baums wurde nicht angesehen
    .hint = Geben Sie einen kleineren Baum an oder mehr Zeit mit `--time-limit-seconds`.
generate-too-many-files = Es sind mehr als { $most } Dateien und Ordner, und der Rest wurde nicht angesehen
    .hint = Geben Sie einen kleineren Baum an.
generate-unreadable = Das System lässt sie nicht lesen: { $error }
generate-is-link = Das ist ein Link auf `{ $to }`, und das wurde nicht gelesen: Links wird nicht gefolgt
    .hint = Legen Sie die Datei selbst dorthin, oder erzeugen Sie die Liste aus dem Ordner, in dem sie liegt.
generate-no-ordinary-file = Das ist eine Pipe, ein Gerät oder ein Socket und wird nicht geöffnet

generate-malformed = Das ist keine lesbare `{ $format }`: { $why }
    .hint = Lassen Sie sie von der Paketverwaltung neu schreiben.
generate-no-packages = Hier stehen keine Pakete
generate-too-many-bytes = In diesem Baum liegen mehr als { $most } Bytes Lockfiles und Manifeste; der Rest wird nicht gelesen
generate-not-locked = Keine Lockfile legt fest, welche Versionen dieses Manifest bekommt
    .hint = Lassen Sie die Paketverwaltung ihre Lockfile schreiben und legen Sie sie neben das Manifest.
generate-cargo-without-manifests = Ohne die `Cargo.toml` ihrer Pakete lässt sich nicht sagen, was nur die Entwicklung braucht; also ist alles aufgeführt
    .hint = Erzeugen Sie die Liste aus dem Ordner mit den Quellen.
generate-nothing-found = Hier gibt nichts Auskunft über eine Komponente
    .hint = Geben Sie den Ordner mit den Lockfiles an oder ein Wurzeldateisystem. Was gelesen wird, steht in docs/generate.md.
generate-no-version = Die Version dessen, wovon die Liste handelt, ist nirgends angegeben
    .hint = Geben Sie sie mit `--version` an.

generate-cli = eine Komponentenliste aus einem Quellbaum, dem Ergebnis eines Builds oder einem Wurzeldateisystem erzeugen; nichts wird aufbewahrt
generate-cli-path = der Ordner; keinem Link darin wird gefolgt
generate-cli-output = wohin die Liste geschrieben wird (CycloneDX 1.6 JSON); sonst auf die Standardausgabe
generate-cli-artefact = eine Datei, die ausgeliefert wird und die in der Liste mit ihrer Prüfsumme steht; darf mehrmals stehen
generate-cli-name = wovon die Liste handelt; sonst sagt es das Projekt in der Wurzel des Baums, oder der Name des Ordners
generate-cli-version = dessen Version; sonst sagt sie das Projekt in der Wurzel des Baums
generate-cli-exclude = ein Ordner oder eine Datei in dem Baum, die übergangen wird; darf mehrmals stehen
generate-cli-time-limit = wie viele Sekunden lang der Baum angesehen wird
generate-read = gelesen: { $path } ({ $format }): { $components } Komponenten
generate-told = { $subject }: { $components } Komponenten, davon { $top } auf der obersten Ebene

generate-go-without-module = sie nennt kein Modul
generate-go-before-pruning = Eine `go.mod` von vor Go 1.17 nennt nur, was das Modul selbst braucht
    .hint = Was diese wiederum brauchen, fehlt hier. Lassen Sie sie von `go mod tidy -go=1.17` neu schreiben.
generate-not-pinned = Von `{ $name }` ist keine Version festgelegt; deshalb steht es hier ohne
    .hint = Legen Sie sie mit `==` fest, wie es `pip freeze` und `pip-compile` tun.
generate-requirement-unread = `{ $line }` nennt kein Paket, das sich am Namen erkennen ließe
    .hint = Schreiben Sie es als `Name @ Adresse`.
generate-requirement-of-source = Was `{ $line }` aus Quellen installiert, ist nicht aufgeführt
    .hint = Seine eigene Lockfile oder sein Manifest sagt, was es ist.
generate-metadata-without-name = Name oder Version fehlt

generate-line-unread = Diese Zeile passt nirgendwohin
generate-not-of-yarn = Yarn schreibt eine andere erste Zeile, und Versionen
generate-newer = Version { $version } von `{ $format }` ist neuer als alles, was hier bekannt ist
    .hint = Sie wird als die neueste bekannte gelesen; prüfen Sie, was gefunden wurde.
generate-yaml-swells = Sie enthält Aliasse oder tief ineinander stehende Klammern

generate-system-without-id = Sie nennt keine Distribution (`ID`)
generate-release-unknown = Von welchem Release welcher Distribution diese Pakete sind, ist nicht gesagt
    .hint = Geben Sie das ganze Wurzeldateisystem an, mit `usr/lib/os-release`; Advisories richten sich nach dem Release.
generate-go-build-info-cut = Sie ist abgeschnitten
generate-included-not-there = `{ $by }` schließt diese Datei ein, und sie ist nicht da
generate-rpm-page = Die Seite { $page } der Datenbank von rpm fehlt oder ist in einer hier unbekannten Weise geschrieben
    .hint = Lassen Sie sie von `rpm --rebuilddb` neu schreiben.
generate-rpm-broken = Die Datenbank von rpm ist abgeschnitten oder in einer hier unbekannten Weise geschrieben
    .hint = Lassen Sie sie von `rpm --rebuilddb` neu schreiben.
generate-rpm-log = Das Protokoll neben der Datenbank von rpm ist nicht leer; was nur darin steht, wird nicht gelesen
    .hint = Lassen Sie in dem System einmal `rpm -qa` laufen oder `sqlite3 rpmdb.sqlite 'PRAGMA wal_checkpoint'`, und erzeugen Sie die Liste neu.

generate-without-element = Darin gibt es kein `{ $name }`
generate-without-section = Darin gibt es keinen Abschnitt `{ $name }`
generate-version-open = Welche Version von `{ $name }` hier verwendet wird, ist nicht gesagt; deshalb steht es hier ohne
generate-parent-elsewhere = Versionen nennt vielleicht `{ $name }`, und das liegt nicht in diesem Baum
    .hint = Legen Sie neben die `pom.xml`, was `mvn dependency:tree -DoutputFile=dependency-tree.txt` schreibt.
generate-declared = Was hier verlangt wird, ist so aufgeführt, wie es verlangt wird; was das wiederum braucht, sagt hier keine Datei
    .hint = Legen Sie die Lockfile der Paketverwaltung daneben, oder was diese aufgelöst hat. Was gelesen wird, steht in docs/generate.md.

generate-vendored-not-there = Den Ordner `{ $path }` gibt es nicht mehr
generate-go-work-elsewhere = Ihr Modul `{ $module }` liegt nicht in diesem Baum
generate-go-work-replaces = Sie setzt andere Module an die Stelle dessen, was ihre Module verlangen; aufgeführt ist, was verlangt wird
    .hint = Schreiben Sie die Ersetzungen in die `go.mod` der Module.
