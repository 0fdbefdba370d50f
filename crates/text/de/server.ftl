# Die Befehlszeile gegenüber einem Server.
server-cli-server = Statt des Arbeitsverzeichnisses den Server unter dieser Adresse fragen: `https://proofmark.example.eu`. Auch PROOFMARK_SERVER; das Token kommt aus PROOFMARK_TOKEN oder --token-file.
server-cli-operator = Mit --server: welcher seiner Wirtschaftsakteure, nach Kennung, wenn das Token mehr als einen erreicht. Auch PROOFMARK_OPERATOR.
server-cli-token-file = Mit --server: die Datei, in der das Token liegt; sonst wird es aus PROOFMARK_TOKEN genommen.
server-cli-ca = Mit --server: Zertifikate (PEM) von Stellen, denen neben denen des Systems vertraut wird.

# Fehler auf der Befehlszeile.
server-usage-error = Fehler:
server-and-home = `--server` fragt einen Server, `--home`, `--database` und `--blobs` nennen eine Ablage hier
    .hint = Geben Sie eines von beidem an
server-option-without = `{ $option }` sagt ohne `--server` nichts
    .hint = Geben Sie auch `--server URL` an oder setzen Sie `PROOFMARK_SERVER`
server-address-with-path = Die Adresse eines Servers endet mit Name und Port
    .hint = Schreiben Sie `{ $origin }`
server-address-unprotected = Das Token würde unverschlüsselt zu { $origin } übertragen
    .hint = Verwenden Sie `https`; ohne wird nur diese Maschine gefragt
server-only-at-home = `proofmark { $command }` arbeitet an der Ablage selbst, deshalb wird kein Server darum gebeten
    .hint = Führen Sie es auf der Maschine aus, auf der die Ablage liegt, ohne `--server` und `PROOFMARK_SERVER` oder mit `--home`
server-decides-database = Welche Schwachstellendatenbank gefragt wird, entscheidet der Server; `--db` kann deshalb nicht zusammen mit `--server` angegeben werden
    .hint = Lassen Sie es weg; `proofmark feeds status` sagt, was die Datenbank des Servers enthält
server-decides-who = Wer fragt, weiß der Server durch das Token; `--by` kann deshalb nicht zusammen mit `--server` angegeben werden
    .hint = Lassen Sie es weg

# Bevor etwas eingereicht wird.
server-no-token = Es gibt kein Token, mit dem { $origin } gefragt werden kann
    .hint = Setzen Sie `PROOFMARK_TOKEN` oder nennen Sie mit `--token-file` eine Datei; ein Token wird in der Webanwendung unter Personen und Tokens angelegt
server-token-file = `{ $path }` enthält kein Token
    .hint = Die Datei enthält nur das Token, so wie es beim Anlegen gezeigt wurde
server-no-operator = Das Token erreicht keinen Wirtschaftsakteur
    .hint = Es wurde widerrufen, oder wer es angelegt hat, hat die Aufgaben nicht mehr; lassen Sie ein neues anlegen
server-which-operator = Das Token erreicht mehr als einen Wirtschaftsakteur: `{ $operators }`
    .hint = Nennen Sie einen mit `--operator` oder `PROOFMARK_OPERATOR`
server-too-old = Der Server unter { $origin } ist { $theirs } und beantwortet noch keine Befehle; dies ist { $ours }
    .hint = Bringen Sie den Server mindestens auf diese Version oder verwenden Sie ein Programm seiner Version
server-file-name = Eine Datei mit dem Namen `{ $name }` kann nicht eingereicht werden
    .hint = Verwenden Sie einen Namen ohne Anführungszeichen und Steuerzeichen
server-too-much = Diese Dateien haben zusammen { $found } MiB, auf einmal werden { $most } MiB angenommen
    .hint = Lassen Sie weg, was das Dossier nicht braucht, oder bewahren Sie große Nachweise anderswo auf und nennen Sie ihren Digest

# Unterwegs.
server-handing-in = Reiche { $files ->
    [one] eine Datei
   *[other] { $files } Dateien
 } ein, { $kibibytes } KiB
server-redirects = { $origin } verweist auf eine andere Adresse; dem wird nicht gefolgt, denn das Token ist nur für diesen Server bestimmt
    .hint = Geben Sie die Adresse an, zu der es führen soll
server-not-understood = { $origin } hat mit Status { $status } geantwortet, aber nicht wie ein Proofmark-Server
    .hint = Prüfen Sie die Adresse; etwas zwischen hier und dem Server kann an seiner Stelle geantwortet haben
server-answer-unknown = In der Antwort des Servers fehlt etwas, das dieses Programm braucht
    .hint = Server und Programm haben verschiedene Versionen; bringen Sie beide auf dieselbe
server-document-differs = Das Dokument `{ $digest }` kam nicht so an, wie es aufbewahrt wurde
    .hint = Fragen Sie noch einmal; geschieht es wieder, führen Sie `proofmark doctor` dort aus, wo die Ablage liegt
server-verifying = Das Register wird bereits geprüft
    .hint = Es läuft immer nur eine Prüfung; fragen Sie in einer halben Minute noch einmal

# Was die API antwortet.
server-route-check = Prüft ein geliefertes Produkt anhand von Dossier und Nachweisen, hält die Prüfung fest und gibt die Antwort.
server-route-review = Beurteilt die Änderung zwischen zwei Fassungen in den Ordnern `earlier` und `newer` und bewahrt die Beurteilung auf.
server-route-gate = Das Urteil des Gates über das Release, dessen Dateien vorgelegt werden, mit allem, worauf es beruht, und den Berichten dazu; nichts wird aufbewahrt.
server-route-maturity = Wo ein Produkt steht, was zuerst kommt, was wiederkehrt, mit den Papieren, die es sagen; nichts wird aufbewahrt.
server-route-explain = Erklärt etwas aus dem Recht und wo es auf ein Produkt zutrifft; nichts wird aufbewahrt.
server-route-verify = Prüft die Ablage gegen ihr Register: jeden Eintrag, Prüfpunkt, jedes Dokument, jeden Datensatz und jede Zeile.
server-route-database = Was die Schwachstellendatenbank der Installation enthält.

# Die Uhr wurde zurückgestellt.
server-set-back = bei Eintrag { $line } gehen die Zeiten um { $back } zurück: er nennt { $at }, der Eintrag davor { $before }
    .hint = die Reihenfolge der Einträge zählt und ist signiert, also ist das kein Fehler: eine Uhr wurde zurückgestellt, ein Vorgang dauerte so lange, oder die Uhren zweier Knoten weichen voneinander ab; stellen Sie die Uhr über NTP, und lassen Sie das Register mit Zeitstempeln versehen (`proofmark ledger stamp`), damit die Uhr eines anderen sagt, wann seine Einträge da waren
server-set-back-more = und { $count ->
    [one] eine weitere Stelle
   *[other] { $count } weitere Stellen
}, an denen die Zeiten zurückgehen

# Änderungen, um die noch einmal gebeten wird.
server-mark-taken = dieselbe Änderung wird gerade für jemand anderen vorgenommen, der unter demselben Schlüssel darum gebeten hat
    .hint = fragen Sie gleich noch einmal; sie wird nicht zweimal ausgeführt
server-taken-back = das Geschriebene wurde zurückgenommen, bevor alles festgehalten war
    .hint = nichts wurde festgehalten; versuchen Sie es noch einmal
server-once-not-kept = das ist schon geschehen, und die Antwort gehört nicht zu denen, die für erneute Anfragen aufbewahrt werden
    .hint = fragen Sie nach dem, was entstanden ist
server-once-not-kept-at = das ist schon geschehen, und die Antwort gehört nicht zu denen, die für erneute Anfragen aufbewahrt werden
    .hint = was entstanden ist, liegt unter `{ $location }`

# Einen Bestand übernehmen, und was andere davon sehen.
server-cli-without-key = den Bestand auch übernehmen, wenn der geheime Schlüssel des Registers weder im Ordner noch im Arbeitsverzeichnis liegt: er lässt sich dann lesen, Weiteres wird nicht aufbewahrt
server-import-without-key = der geheime Schlüssel des Registers liegt weder im Ordner noch unter `{ $path }`, deshalb könnte in diesem Register nichts Weiteres aufbewahrt werden
    .hint = kopieren Sie den Schlüssel zuerst dorthin, oder geben Sie `--without-key` an, um den Bestand zum Lesen zu übernehmen; geschrieben wurde nichts
server-home-open = andere auf diesem Rechner können in `{ $path }` hineinsehen: `chmod go-rwx` nimmt ihnen das

# Speicher für große Releases.
server-cli-work-memory = MiB Speicher, die die Arbeit an großen Releases zusammen belegen darf, für Anfragen wie für Aufträge: Was mehr braucht, als frei ist, wartet, bis es an der Reihe ist; was mehr braucht als alles, arbeitet allein
server-much-at-once = von großen Releases wird gerade so viel gelesen und beurteilt, dass hierfür kein Platz ist
    .hint = versuchen Sie es gleich noch einmal; geschieht es oft, geben Sie dem Server mehr Speicher dafür (`--work-memory`)
