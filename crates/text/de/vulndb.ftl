## Was der Raum `vulndb` sagt. Ein Schlüssel beginnt mit `vulndb-`; das Attribut `.hint` sagt, was man tun kann.

# Warum eine Komponente nicht geprüft werden kann.
vulndb-no-purl = Die Komponente hat keine Paket-URL; daher kann kein Sicherheitshinweis für sie nachgeschlagen werden.
    .hint = Lassen Sie das Werkzeug, das die SBOM schreibt, eine Paket-URL ergänzen, oder geben Sie an, wie die Komponente anders geprüft wurde.
vulndb-purl-type-unknown = Paket-URLs vom Typ `{ $kind }` führen zu keiner Sammlung von Sicherheitshinweisen.
    .hint = Geben Sie an, wie die Komponente anders geprüft wurde.
vulndb-distribution-missing = Die Paket-URL vom Typ `{ $kind }` nennt ihre Distribution nicht.
    .hint = Lassen Sie das Werkzeug, das die SBOM schreibt, die Distribution als Namensraum ergänzen, wie in `pkg:deb/debian/curl`.
vulndb-distribution-unknown = Zur Distribution `{ $distribution }` (Paket-URL-Typ `{ $kind }`) sind keine Sicherheitshinweise bekannt.
    .hint = Geben Sie an, wie die Komponente anders geprüft wurde.
vulndb-ecosystem-not-covered = Die Datenbank enthält keine Sicherheitshinweise zu `{ $ecosystem }`.
    .hint = Importieren Sie die Sicherheitshinweise dieses Ökosystems und prüfen Sie erneut.
vulndb-release-not-covered = Die Datenbank enthält keine Sicherheitshinweise zu `{ $ecosystem }`, Ausgabe `{ $release }`.
    .hint = Importieren Sie die Sicherheitshinweise dieser Ausgabe und prüfen Sie erneut.
vulndb-release-untold = Sicherheitshinweise zu `{ $ecosystem }` gelten jeweils für eine Ausgabe, und die Paket-URL sagt nicht, zu welcher das Paket gehört.
    .hint = Lassen Sie das Werkzeug, das die SBOM schreibt, den Zusatz `distro` ergänzen, wie in `distro=debian-12`.
vulndb-source-package-untold = Sicherheitshinweise zu `{ $ecosystem }` richten sich nach dem Quellpaket, und die Paket-URL sagt nicht, aus welchem `{ $name }` gebaut ist.
    .hint = Lassen Sie das Werkzeug, das die SBOM schreibt, den Zusatz `upstream` ergänzen, wie in `upstream=openssl`.
vulndb-version-missing = Die Komponente hat keine Version, die sich mit den laut { $advisories } betroffenen Versionen vergleichen ließe.
    .hint = Geben Sie die Version in der SBOM an.
vulndb-version-unreadable = `{ $version }` ist keine Version von `{ $ecosystem }`, die sich mit den laut { $advisories } betroffenen Versionen vergleichen lässt.
    .hint = Berichtigen Sie die Version in der SBOM, oder geben Sie an, wie die Komponente anders geprüft wurde.
vulndb-no-exact-order = Die Reihenfolge der Versionen in `{ $ecosystem }` ist nicht genau bekannt; daher lässt sich `{ $version }` nicht mit den laut { $advisories } betroffenen Bereichen vergleichen.
    .hint = Vergleichen Sie die Version selbst mit den Bereichen und halten Sie die Entscheidung fest.
vulndb-range-undecidable = Ob Version `{ $version }` von { $advisories } betroffen ist, lässt sich nicht sagen: dort sind keine vergleichbaren Versionen genannt.
    .hint = Lesen Sie die Sicherheitshinweise und halten Sie die Entscheidung fest.
vulndb-index-damaged = Die Schwachstellendatenbank ist beschädigt; daher lässt sich über die Komponente nichts sagen.
    .hint = Prüfen Sie die Datenbank und erstellen oder beziehen Sie sie dann neu.

# Warum eine Schwachstellendatenbank nicht verwendet oder erstellt werden kann.
vulndb-not-an-index = Die Datei ist keine Schwachstellendatenbank.
    .hint = Erstellen oder beziehen Sie die Datenbank neu.
vulndb-other-version = Die Schwachstellendatenbank hat die Formatversion { $found }; dieses Programm liest Version { $reads }.
    .hint = Erstellen oder beziehen Sie die Datenbank mit dieser Programmversion neu.
vulndb-damaged = Die Schwachstellendatenbank ist beschädigt ({ $part }).
    .hint = Erstellen oder beziehen Sie die Datenbank neu.
vulndb-too-large = Es sind zu viele Sicherheitshinweise für eine Datenbank (mehr als { $limit } Bytes oder Einträge einer Art).
    .hint = Importieren Sie weniger Ökosysteme.
vulndb-not-readable = Die Schwachstellendatenbank konnte nicht gelesen oder geschrieben werden: { $reason }.

# Warum ein Archiv mit Sicherheitshinweisen nicht gelesen werden kann.
vulndb-archive-unreadable = Das Archiv kann nicht gelesen werden: { $reason }.
    .hint = Beziehen Sie das Archiv neu.
vulndb-archive-entry-too-large = `{ $name }` im Archiv ist größer als { $limit } Bytes.
    .hint = Heben Sie die Grenze an, wenn das Archiv von dort stammt, wo Sie es erwarten.
vulndb-archive-too-large = Das Archiv ergibt entpackt mehr als { $limit } Bytes.
    .hint = Heben Sie die Grenze an, wenn das Archiv von dort stammt, wo Sie es erwarten.
vulndb-archive-too-many = Das Archiv enthält mehr als { $limit } Einträge.
    .hint = Heben Sie die Grenze an, wenn das Archiv von dort stammt, wo Sie es erwarten.
vulndb-archive-bomb = `{ $name }` im Archiv ergibt entpackt mehr als das { $limit }-Fache seiner gepackten Größe.
    .hint = Keine Sammlung von Sicherheitshinweisen lässt sich so stark packen; verwenden Sie dieses Archiv nicht.
vulndb-archive-path = `{ $name }` im Archiv führt aus dem Archiv hinaus.
    .hint = Keine Sammlung von Sicherheitshinweisen enthält solche Namen; verwenden Sie dieses Archiv nicht.

# Was an einem Versionsbereich (VERS) falsch ist.
vulndb-vers-form = Das ist kein Versionsbereich: ein solcher beginnt mit `vers:`, einem Typ und einem Schrägstrich.
    .hint = Schreiben Sie ihn wie `vers:npm/>=1.0.0|<2.0.0`.
vulndb-vers-too-long = Der Versionsbereich ist länger als { $limit } Bytes.
    .hint = Teilen Sie ihn in mehrere Bereiche auf.
vulndb-vers-too-many = Der Versionsbereich hat mehr als { $limit } Bedingungen.
    .hint = Teilen Sie ihn in mehrere Bereiche auf.
vulndb-vers-whitespace = Ein Versionsbereich enthält weder Leer- noch Steuerzeichen.
    .hint = Lassen Sie sie weg; ein Leerzeichen in einer Version wird `%20` geschrieben.
vulndb-vers-type = `{ $kind }` ist kein Typ eines Versionsbereichs.
    .hint = Ein Typ beginnt mit einem Buchstaben und besteht aus Buchstaben, Ziffern, Punkten und Bindestrichen, wie in `vers:npm/1.0.0`.
vulndb-vers-type-invalid = Der Typ `invalid` kennzeichnet einen Bereich, der falsch sein soll.
    .hint = Nennen Sie den Typ des Pakets wie in seiner Paket-URL.
vulndb-vers-type-case = Der Typ `{ $kind }` wird kleingeschrieben: `{ $lower }`.
    .hint = Schreiben Sie ihn klein.
vulndb-vers-type-unknown = Die Reihenfolge der Versionen des Typs `{ $kind }` ist nicht bekannt; daher lässt sich nur dieselbe Version erkennen.
    .hint = Nennen Sie einen Typ, den Paket-URLs verwenden, wenn ein solcher gemeint ist.
vulndb-vers-asterisk-only = Ein Bereich vom Typ `{ $kind }` wird `vers:{ $kind }/*` geschrieben und nicht anders.
    .hint = Schreiben Sie nur einen Stern, oder nennen Sie den Typ des Pakets.
vulndb-vers-asterisk-alone = Der Stern steht für jede Version und kann nicht neben anderen Bedingungen stehen.
    .hint = Lassen Sie den Stern oder alles andere weg.
vulndb-vers-empty = Der Versionsbereich hat keine Bedingung.
    .hint = Schreiben Sie eine hinter den Schrägstrich, oder `*` für jede Version.
vulndb-vers-pipe = Zwischen zwei senkrechten Strichen, oder neben einem am Rand, fehlt die Bedingung.
    .hint = Lassen Sie den Strich weg, oder ergänzen Sie die Bedingung.
vulndb-vers-version-missing = Auf `{ $comparator }` folgt keine Version.
    .hint = Schreiben Sie die Version unmittelbar dahinter.
vulndb-vers-sign = `{ $sign }` gehört zu keiner Version und ist hier auch kein Vergleichszeichen.
    .hint = Gleichheit wird ohne Zeichen geschrieben; in einer Version wird das Zeichen mit Prozent kodiert.
vulndb-vers-percent = Auf ein Prozentzeichen folgen zwei hexadezimale Ziffern.
    .hint = Schreiben Sie `%25` für das Prozentzeichen selbst.
vulndb-vers-percent-case = Die Prozentkodierung wird mit Großbuchstaben geschrieben.
    .hint = Schreiben Sie die beiden Ziffern groß, wie in `%2B`.
vulndb-vers-unprintable = Eine Version enthält nur druckbare ASCII-Zeichen.
    .hint = Berichtigen Sie die Version.
vulndb-vers-datetime-colon = Die Doppelpunkte eines Zeitpunkts werden nicht mit Prozent kodiert.
    .hint = Schreiben Sie ihn wie `2026-09-11T00:00:00Z`.
vulndb-vers-unreadable = `{ $version }` hat keinen Platz in der Reihenfolge der Versionen des Typs `{ $kind }`.
    .hint = Berichtigen Sie die Version, oder nennen Sie den Typ, zu dem sie gehört.
vulndb-vers-unsorted = `{ $version }` steht hinter einer späteren Version.
    .hint = Sortieren Sie die Bedingungen nach Versionen.
vulndb-vers-duplicate = `{ $version }` ist dieselbe Version wie die davor.
    .hint = Nennen Sie jede Version einmal.
vulndb-vers-needless = Die Bedingung mit `{ $version }` kann nicht auf die davor folgen: eine der beiden fügt nichts hinzu.
    .hint = Lassen Sie weg, was nichts hinzufügt; untere und obere Grenzen wechseln sich ab.

# Eine Komponentenliste durchsehen.
vulndb-cli-scan = nachschlagen, was zu den Komponenten einer SBOM oder Lockdatei bekannt ist; festgehalten wird nichts
vulndb-cli-scan-file = die Komponentenliste: CycloneDX oder SPDX, SPDX als Tag-Value oder als Archiv von Dokumenten, `Cargo.lock`, `package-lock.json` oder was Yocto, Buildroot, OpenWrt oder west über ein Image schreiben
vulndb-cli-scan-all = jeden Befund und jede Komponente zeigen, die nicht geprüft werden konnte
vulndb-scan-asked = gefragt: { $database }, jüngster Datensatz vom { $as_of }

# Was Hinweise sagen, das keine Schwachstelle ist
vulndb-told-unmaintained = { $component } wird nicht mehr gepflegt, sagt { $advisory }. Das ist keine bekannte Schwachstelle.
vulndb-told-notice = { $advisory } gibt einen Hinweis zu { $component }. Das ist keine bekannte Schwachstelle.
