## Was gesagt wird, wo eine Komponentenliste zur Veröffentlichung bereinigt wird. Ein Schlüssel beginnt mit `redact-`; ein Attribut
## `.hint` sagt, was zu tun ist.

# Was an den Regeln nicht stimmt.
redact-file-too-large = die Regeln sind größer als { $most } MiB
    .hint = Nennen Sie Komponenten nach ihrem Anfang.
redact-not-utf8 = die Regeln sind kein UTF-8: das Byte an Stelle { $offset } passt zu keinem Zeichen
    .hint = Speichern Sie die Datei als UTF-8.
redact-format-unknown = diese Version des Formats der Regeln ist nicht bekannt; bekannt ist `{ $known }`
    .hint = Schreiben Sie `redaction = { $known }`, oder nehmen Sie ein neueres Proofmark, wenn die Datei dafür gemacht wurde.
redact-secret-short = das Geheimnis hat weniger als { $least } Zeichen und ließe sich durchprobieren
    .hint = Nehmen Sie 32 zufällige hexadezimale Ziffern, und halten Sie die Datei von denen fern, die das Dokument bekommen.
redact-entry-says-nothing = es ist nicht gesagt, welche Komponenten gemeint sind
    .hint = Nennen Sie `names`, `groups`, `packages` oder `property`.
redact-entries-many = es sind mehr als { $most } Einträge
    .hint = Nennen Sie Komponenten nach ihrem Anfang.

# Warum etwas herausgenommen wurde.
redact-withheld = die Regeln halten es zurück; an seiner Stelle steht ein Platzhalter
redact-telling = es ist eine Datei, oder sein Name ist eine interne Adresse; an seiner Stelle steht ein Platzhalter
redact-below = nur Zurückgehaltenes hängt davon ab, und die Regeln schneiden das ab
redact-not-kept = die Regeln behalten das nicht
redact-names-withheld = es nennt etwas, das zurückgehalten wird
redact-of-withheld = es gilt nur Zurückgehaltenem
redact-address = die Adresse ist nicht für jeden erreichbar, oder sie ist intern
redact-person = es gibt Auskunft über Personen
redact-purl = Teile der Paket-URL sagen, wo es liegt

# Was im Dokument steht.
redact-stand-in = zurückgehaltene Komponente
redact-document = bereinigte Komponentenliste
redact-says = Zur Veröffentlichung bereinigt. Komponenten namens „zurückgehaltene Komponente“ stehen für andere. Der SHA-256-Wert des Originals ist { $digest }.

# Die Befehlszeile.
redact-cli = eine Komponentenliste zur Veröffentlichung bereinigen und aufführen, was herausgenommen wurde; nichts wird behalten
redact-cli-file = die interne Komponentenliste
redact-cli-policy = was herausgenommen wird (TOML); ohne diese Angabe, was über das Haus, seine Leute und Rechner Auskunft gibt
redact-cli-output = wohin das Dokument kommt; ohne diese Angabe auf die Standardausgabe. Mit `--format json` wird dann ausgegeben, was herausgenommen wurde
redact-removed = herausgenommen: { $of }, `{ $member }`: { $why }
redact-removed-whole = herausgenommen: { $of }: { $why }
redact-done = { $components ->
        [one] eine Komponente
       *[other] { $components } Komponenten
    } in { $to }, davon { $withheld } zurückgehalten; { $removed ->
        [one] eine Angabe herausgenommen
       *[other] { $removed } Angaben herausgenommen
    }
