## Was gesagt wird, wo eine Stückliste ganz gelesen, geschrieben, umgewandelt, zusammengeführt und geschwärzt wird. Ein Schlüssel
## beginnt mit `bill-`; das Attribut `.hint` sagt, was man tun kann.

# Was ein geschriebenes Dokument nicht sagen kann.
bill-own-words = dafür hat nur das Format einen Platz, aus dem es gelesen wurde
bill-no-place = dafür hat CycloneDX keinen Platz
bill-later-version = das kam mit CycloneDX 1.7, und geschrieben wird 1.6
bill-signature-broken = die Signatur gilt dem gelesenen Dokument und träfe auf das geschriebene nicht zu
bill-expression-as-name = bis CycloneDX 1.6 steht ein Ausdruck allein, so dass er neben anderen Lizenzen als Name geschrieben wird
bill-no-such-algorithm = diese Version des Formats kennt keine Prüfsummen nach { $algorithm }
bill-reference-as-other = diese Version von CycloneDX kennt keine Verweise der Art `{ $kind }`, so dass er als `other` geschrieben wird
bill-parts-as-dependencies = dass eine Komponente eine andere enthält, wird als Abhängigkeit geschrieben

# Was von einem ganz gelesenen Dokument gesagt wird.
bill-signed = das Dokument ist signiert; die Signatur bleibt, wie sie ist, und wurde nicht geprüft
