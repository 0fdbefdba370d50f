# Zeitstempel und Zeugen des Registers.

# Was abgelehnt wird, und was misslang.
stamps-minutes = der Abstand liegt zwischen { $least } und { $most } Minuten
stamps-roots = die Wurzelzertifikate sind nicht brauchbar: { $error }
    .hint = geben Sie die Wurzel des Zeitstempeldienstes als PEM an: `-----BEGIN CERTIFICATE-----` …
stamps-policy = die Richtlinie ist nicht brauchbar: { $error }
stamps-witness-key = der Prüfschlüssel des Zeugen ist nicht brauchbar: { $error }
    .hint = er ist eine Zeile, die der Zeuge veröffentlicht: `name+id+base64`
stamps-witnesses-too-many = höchstens { $most } Zeugen werden gefragt
stamps-witness-twice = zwei der Zeugen haben denselben Namen
stamps-url = das ist keine Adresse, an die Anfragen gehen können
    .hint = sie beginnt mit `https://`, hat keine Leerzeichen und enthält weder Namen noch Passwort
stamps-no-authority = es ist kein Zeitstempeldienst eingestellt
    .hint = `proofmark ledger authority set URL --roots FILE` stellt einen ein
stamps-no-such-witness = es ist kein Zeuge `{ $witness }` eingestellt
    .hint = `proofmark ledger witness add KEY URL` fügt einen hinzu
stamps-answer-useless = was `{ $authority }` antwortete, ist kein Zeitstempel, der aufbewahrt wird: { $error }
stamps-witness-useless = was der Zeuge `{ $witness }` antwortete, ist keine Mitzeichnung, die aufbewahrt wird: { $error }
stamps-witness-refused = der Zeuge `{ $witness }` lehnte ab: { $error }
stamps-witness-ahead = der Zeuge `{ $witness }` hat { $size } Einträge dieses Registers mitgezeichnet, hier sind nur { $ours } versiegelt
    .hint = es fehlen Einträge, die andere gesehen haben: finden Sie die Sicherung mit ihnen, bevor etwas Weiteres geschrieben wird
stamps-no-stamp = zum Prüfpunkt der Größe { $size } gibt es keinen Zeitstempel
stamps-no-checkpoint = es gibt keinen Prüfpunkt der Größe { $size }
stamps-of-no-checkpoint = die Größe { $size } ist bezeugt, aber ihr Prüfpunkt fehlt
stamps-stamp-broken = der Zeitstempel der Größe { $size } von `{ $authority }` hält nicht stand: { $error }
stamps-cosignature-broken = die Mitzeichnung der Größe { $size } durch `{ $witness }` hält nicht stand
stamps-pack-broken = `{ $path }` hält nicht stand: { $error }
stamps-pack-other = `{ $path }` handelt nicht von dem Register, aus dem dieses Paket stammt
stamps-pack-foreign = das ist kein Nachweispaket dieses Registers

# Die Befehlszeile.
stamps-cli-authority = den Zeitstempeldienst einstellen oder entfernen
stamps-cli-authority-set = einstellen, wer Prüfpunkte mit Zeitstempeln versieht (RFC 3161)
stamps-cli-authority-remove = keinen Zeitstempeldienst mehr fragen
stamps-cli-authority-url = wohin Anfragen gehen
stamps-cli-roots = die Wurzelzertifikate des Dienstes, PEM
stamps-cli-policy = die verlangte Richtlinie, etwa `1.2.3.4`
stamps-cli-every = wie oft höchstens gefragt wird, in Minuten
stamps-cli-witness = einen Zeugen hinzufügen oder entfernen
stamps-cli-witness-add = einen Zeugen hinzufügen, der Prüfpunkte mitzeichnet (C2SP tlog-witness)
stamps-cli-witness-remove = diesen Zeugen nicht mehr fragen
stamps-cli-witness-key = sein Prüfschlüssel: `name+id+base64`
stamps-cli-witness-url = die Adresse, unter der er Prüfpunkte annimmt
stamps-cli-witness-name = sein Name
stamps-cli-stamp = den letzten Prüfpunkt mit einem Zeitstempel versehen lassen
stamps-cli-cosign = den letzten Prüfpunkt von jedem Zeugen mitzeichnen lassen
stamps-cli-attestations = auflisten, was andere über das Register aussagen
stamps-cli-attest = in ein Nachweispaket aufnehmen, was andere seither ausgesagt haben
stamps-cli-attest-pack = das Paket; es wird neu geschrieben
stamps-cli-verify-roots = Wurzelzertifikate (PEM) von Zeitstempeldiensten, denen Sie vertrauen
stamps-cli-verify-witness = Prüfschlüssel eines Zeugen, dem Sie vertrauen; mehrfach möglich

# Was getan wurde, und wie es steht.
stamps-authority-kept = Prüfpunkte erhalten von nun an Zeitstempel von `{ $url }`
stamps-authority-removed = es wird kein Zeitstempeldienst mehr gefragt
stamps-witness-kept = der Zeuge `{ $witness }` wird von nun an gefragt
stamps-witness-removed = der Zeuge `{ $witness }` wird nicht mehr gefragt
stamps-stamped = die ersten { $size } Einträge lagen um { $at } vor, sagt der Zeitstempeldienst
stamps-cosigned = `{ $witness }` hat die ersten { $size } Einträge um { $at } mitgezeichnet
stamps-nothing-new = seither wurde nichts geschrieben, das nicht schon bezeugt ist
stamps-nobody = niemand wird gebeten, dieses Register zu bezeugen
stamps-pack-attested = { $sizes ->
    [one] was über einen Prüfpunkt ausgesagt wurde, liegt jetzt in `{ $path }`
   *[other] was über { $sizes } Prüfpunkte ausgesagt wurde, liegt jetzt in `{ $path }`
}
stamps-pack-nothing = noch hat niemand einen Prüfpunkt bezeugt, der `{ $path }` abdeckt
stamps-pack-stamp = Zeitstempel von { $at }, mit { $size } Einträgen im Register
stamps-pack-stamp-unverified = ein Zeitstempel liegt bei, mit { $size } Einträgen im Register: vorhanden heißt nicht geprüft
    .hint = geben Sie `--tsa-roots FILE` an, um ihn zu prüfen
stamps-pack-cosignature = mitgezeichnet von `{ $who }` um { $at }, mit { $size } Einträgen im Register
stamps-pack-cosignature-unverified = eine Mitzeichnung von `{ $who }` liegt bei, mit { $size } Einträgen im Register: vorhanden heißt nicht geprüft
    .hint = geben Sie `--witness KEY` an, um sie zu prüfen
stamps-ledger-verified = { $stamps } Zeitstempel und { $cosignatures } Mitzeichnungen von Zeugen halten stand
stamps-standing = { $who }: { $size } Einträge, um { $at }
stamps-standing-never = { $who }: noch nichts bezeugt
stamps-behind = { $behind ->
    [0] bezeugt alles Versiegelte
    [one] einen Eintrag zurück
   *[other] { $behind } Einträge zurück
}

# Seiten und Wege.
stamps-title = Zeitstempel und Zeugen
    .hint = Andere sagen, wann ein Prüfpunkt vorlag und dass das Register nur gewachsen ist.
stamps-column-who = Wer
stamps-column-size = Bezeugte Einträge
stamps-column-at = Wann, nach eigener Uhr
stamps-column-behind = Rückstand
stamps-authority = Zeitstempeldienst
stamps-witness = Zeuge
stamps-token = Zeitstempel
stamps-checkpoint = Prüfpunkt
stamps-change = Ändern, wer gefragt wird
stamps-lead = Wen diese Installation bittet, ihr Register zu bezeugen. Was sie aussagen, wird mit dem Register aufbewahrt und kommt in Nachweispakete.
stamps-field-url = Adresse des Zeitstempeldienstes
    .hint = Leer lassen, um keinen zu fragen.
stamps-field-roots = Seine Wurzelzertifikate
    .hint = PEM. Antworten, die nicht zu ihnen führen, werden nicht aufbewahrt.
stamps-field-policy = Richtlinie
    .hint = Zahlen mit Punkten; leer: die eigene des Dienstes.
stamps-field-witnesses = Zeugen
    .hint = Einer je Zeile: Prüfschlüssel, ein Leerzeichen, Adresse.
stamps-field-every = Minuten zwischen zwei Anfragen
stamps-save = Speichern
stamps-saved = Gespeichert.
stamps-route-checkpoint = Der signierte Prüfpunkt einer Größe, mit den Mitzeichnungen der Zeugen.
stamps-route-timestamp = Der Zeitstempel des Prüfpunkts einer Größe: ein Token nach RFC 3161, DER.
stamps-route-attestations = Was Zeitstempeldienste und Zeugen über das Register aussagen, und wie weit jeder zurück ist.
stamps-route-attestors = Wen die Installation bittet, ihr Register zu bezeugen.
stamps-route-change = Ändern, wen die Installation bittet, ihr Register zu bezeugen.
stamps-route-page = Zeitstempel und Zeugen: wer gefragt wird, und wie sie stehen.
