## Was gesagt wird, wo eine Stückliste ganz gelesen, geschrieben, umgewandelt, zusammengeführt und geschwärzt wird. Ein Schlüssel
## beginnt mit `bill-`; das Attribut `.hint` sagt, was man tun kann.

# Was ein geschriebenes Dokument nicht sagen kann.
bill-own-words = dafür hat nur das Format einen Platz, aus dem es gelesen wurde
bill-no-place = dafür hat CycloneDX keinen Platz
bill-program-as-author = CycloneDX nennt Personen als Urheber einer Komponente, und `{ $program }` ist ein Programm
bill-later-version = das kam mit CycloneDX 1.7, und geschrieben wird 1.6
bill-signature-broken = die Signatur gilt dem gelesenen Dokument und träfe auf das geschriebene nicht zu
bill-expression-as-name = bis CycloneDX 1.6 steht ein Ausdruck allein, so dass er neben anderen Lizenzen als Name geschrieben wird
bill-no-such-algorithm = diese Version des Formats kennt keine Prüfsummen nach { $algorithm }
bill-reference-as-other = diese Version von CycloneDX kennt keine Verweise der Art `{ $kind }`, so dass er als `other` geschrieben wird
bill-parts-as-dependencies = dass eine Komponente eine andere enthält, wird als Abhängigkeit geschrieben

# Was von einem ganz gelesenen Dokument gesagt wird.
bill-in-part = von einer Liste in dieser Form wird nur gelesen, woran Schwachstellen gefunden werden; was sie sonst sagt, steht nicht im geschriebenen Dokument
    .hint = Geben Sie die Liste als CycloneDX-JSON.
bill-signed = das Dokument ist signiert; die Signatur bleibt, wie sie ist, und wurde nicht geprüft

# Die Listen von Teilen mit der eines Produkts zusammenführen.
bill-merge-signature = die zusammengeführte Liste ist ein anderes Dokument als das signierte
bill-merge-digests = die Listen nennen zu dieser Paket-URL verschiedene Prüfsummen, so dass beide in der zusammengeführten Liste stehen
bill-merge-differs = die Listen nennen verschiedenes als `{ $member }`; es gilt, was die Liste des Produkts oder der zuvor genannte Teil sagt
bill-merge-not-listed = die Liste des Produkts hat diesen Teil nicht, so dass das Produkt als von ihm abhängig eingetragen wird
bill-merge-of-part = das gilt der Liste { $part } selbst, nicht dem, was sie aufführt

# Die Befehle.
bill-cli-convert = eine Komponentenliste in einem anderen Format schreiben und aufführen, was nicht übernommen werden konnte; nichts wird behalten
bill-cli-file = die Komponentenliste, in einem der Formate, die gelesen werden
bill-cli-to = das Format, in dem sie geschrieben wird
bill-cli-output = wohin das Dokument kommt; ohne diese Angabe auf die Standardausgabe. Mit `--format json` wird dann ausgegeben, was nicht übernommen wurde
bill-cli-merge = die Komponentenlisten von Teilen in die des Produkts zusammenführen; nichts wird behalten
bill-cli-product = die Komponentenliste des Produkts
bill-cli-parts = die Komponentenlisten der Teile
bill-lost = nicht übernommen: { $of }, `{ $member }`: { $why }
bill-conflict = { $part }: { $component }: { $says }
bill-converted = { $from } nach { $to }: { $components ->
        [one] eine Komponente
       *[other] { $components } Komponenten
    }, { $lost } nicht übernommen
bill-merged = { $components ->
        [one] eine Komponente
       *[other] { $components } Komponenten
    }, { $unified } aus Teilen waren schon da
bill-the-document = das Dokument
