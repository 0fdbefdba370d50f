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
