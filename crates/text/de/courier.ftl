## Was der Raum `courier` sagt. Ein Schlüssel beginnt mit `courier-`; das Attribut `.hint` sagt, was man tun kann.
## Kein Satz enthält von einer URL mehr als Schema, Host und Port: der Rest kann Geheimnisse enthalten.

# Wohin gesendet und wo abgerufen werden darf.
courier-url-unreadable = das ist keine verwendbare URL
    .hint = schreiben Sie sie vollständig, mit `https://` am Anfang, ohne Leerzeichen und mit höchstens 2048 Zeichen
courier-url-scheme = von URLs, die mit `{ $scheme }:` beginnen, wird nichts abgerufen, und dorthin wird nichts gesendet
    .hint = nur `https` und `http` sind zulässig
courier-url-credentials = eine URL darf weder Namen noch Passwort enthalten
    .hint = nehmen Sie `name:password@` aus der URL heraus; verlangt der Empfänger eine Anmeldung, verwenden Sie ein Token oder eine Kopfzeile
courier-url-port = auf Port { $port } wird kein HTTP erwartet
    .hint = verwenden Sie Port 443, 80 oder einen über 1023, den kein anderer bekannter Dienst nutzt
courier-barred = `{ $host }` darf nicht erreicht werden: { $why }
    .hint = ist es so gewollt, kann, wer die Installation betreibt, das Netz in die Liste der erlaubten Netze aufnehmen
courier-network-this-machine = das ist dieser Rechner selbst
courier-network-private = die Adresse liegt in einem privaten Netz
courier-network-link-local = die Adresse ist verbindungslokal; dort geben Clouds Zugangsdaten aus
courier-network-metadata = das ist der Metadatendienst einer Cloud
courier-network-multicast = das ist eine Multicast-Adresse
courier-network-reserved = die Adresse ist reserviert und gehört niemandem
courier-network-wrapped = das ist eine als IPv6 getarnte IPv4-Adresse
courier-network-unreadable = `{ $network }` ist kein Netz
    .hint = schreiben Sie es als `10.20.0.0/16`, `fd12:3456::/32` oder als einzelne Adresse
courier-redirect-unreadable = { $origin } leitet zu etwas weiter, das keine URL ist
courier-redirect-to-plain = { $origin } leitet von `https` zu `http` weiter; dem wird nicht gefolgt
    .hint = verwenden Sie die Zieladresse mit `https`
courier-redirects = { $origin } leitet öfter als { $most ->
    [one] einmal
   *[other] { $most }-mal
 } weiter
    .hint = verwenden Sie die Adresse, zu der es am Ende führt
courier-header = die Kopfzeile `{ $header }` enthält etwas, das keine Kopfzeile enthalten darf

# Was unterwegs geschah.
courier-unready = von hier kann nichts gesendet werden: { $error }
    .hint = prüfen Sie die Zertifikate des Systems und die Datei der weiteren Zertifizierungsstellen
courier-proxy = die Adresse des Proxys ist nicht verwendbar
    .hint = schreiben Sie sie als `http://proxy.example:3128`
courier-authorities = die Datei der weiteren Zertifizierungsstellen enthält kein lesbares Zertifikat
    .hint = sie muss PEM sein: Blöcke mit `-----BEGIN CERTIFICATE-----`
courier-unreachable = { $origin } war nicht erreichbar: { $error }
courier-certificate = { $origin } konnte sich nicht ausweisen: { $error }
    .hint = stammt das Zertifikat von einer eigenen Zertifizierungsstelle, nennen Sie deren Zertifikat in den Einstellungen
courier-slow = { $origin } hat nicht innerhalb { $seconds ->
    [one] einer Sekunde
   *[other] von { $seconds } Sekunden
 } zu Ende geantwortet
courier-cut-off = die Antwort von { $origin } brach ab oder kann nicht gelesen werden: { $error }
courier-too-large = die Antwort von { $origin } ist größer als { $bytes } Bytes
courier-status = { $origin } antwortete mit Status { $status }
courier-not-kept = was ankam, konnte nicht aufbewahrt werden: { $error }
courier-not-read = Was gesendet werden sollte, konnte nicht gelesen werden: { $error }
courier-media-type = { $origin } antwortete mit `{ $found }` statt mit `{ $asked }`

# Webhooks, E-Mail, Zeugen, Identitätsanbieter.
courier-webhook-secret = mit diesem Geheimnis lassen sich Webhooks nicht signieren
    .hint = es beginnt mit `whsec_` oder `whsk_` und enthält 24 bis 64 Bytes in Base64
courier-mail-address = `{ $address }` ist keine Adresse, von der oder an die eine E-Mail gesendet werden kann
courier-mail-unsecured = E-Mails an `{ $host }` gingen ungeschützt über das Netz
    .hint = wählen Sie STARTTLS oder TLS; ohne beides wird nur ein Mailserver auf diesem Rechner verwendet
courier-mail-too-large = eine E-Mail darf höchstens { $bytes } Bytes haben
courier-mail-tls = die Zertifikate für die Verbindung zu `{ $host }` können nicht gelesen werden
courier-mail-slow = der Mailserver `{ $host }` hat die E-Mail nicht innerhalb von { $seconds } Sekunden angenommen
courier-mail-unreachable = der Mailserver `{ $host }` konnte die E-Mail nicht annehmen: { $error }
courier-mail-refused = der Mailserver `{ $host }` hat die E-Mail abgelehnt: { $error }
    .hint = prüfen Sie Absenderadresse, Namen und Passwort in den Einstellungen
courier-witness = die Antwort des Zeugen unter { $origin } ist nicht verwendbar: { $error }
courier-openid-json = die Antwort von { $origin } ist nicht das, was ein Anbieter antwortet (Zeile { $line }, Spalte { $column })

# Ereignisse.
courier-event-assessment-kept = ein Produkt wurde beurteilt
courier-event-gate-closed = die Freigabe eines Release ist jetzt gesperrt
courier-event-gate-opened = die Freigabe eines Release ist jetzt möglich
courier-event-findings-new = es gibt neue Befunde
courier-event-decision-made = über Befunde wurde entschieden
courier-event-proposal-waiting = etwas wartet auf eine zweite Person
courier-event-people-changed = wer was darf, hat sich geändert
courier-event-settings-changed = eine Einstellung hat sich geändert
courier-event-ledger-sealed = das Register wurde versiegelt
courier-event-webhook-disabled = ein Webhook schlug zu lange fehl und ist deaktiviert

# Webhooks und Einstellungen.
courier-unsealed = das Geheimnis konnte nicht verschlüsselt werden; nichts wurde aufbewahrt
    .hint = das System liefert keinen Zufall; versuchen Sie es noch einmal
courier-secret-unopened = das Geheimnis für `{ $purpose }` lässt sich mit dem Schlüssel dieser Installation nicht entschlüsseln
    .hint = es wurde mit einem anderen Registerschlüssel verschlüsselt; erneuern Sie das Geheimnis, oder geben Sie das Passwort neu ein
courier-webhook-name = ein Webhook braucht einen Namen von höchstens { $most } Bytes in einer Zeile
courier-webhook-no-events = ein Webhook braucht mindestens ein Ereignis
    .hint = wählen Sie, worüber er unterrichtet werden soll
courier-webhook-too-many = es darf höchstens { $most } Webhooks geben
    .hint = entfernen Sie einen, der nicht mehr gebraucht wird
courier-no-such-webhook = es gibt keinen Webhook `{ $id }`
courier-webhook-is-disabled = dieser Webhook ist deaktiviert: dorthin wird nichts gesendet
    .hint = aktivieren Sie ihn zuerst
courier-no-such-delivery = es gibt keine Zustellung `{ $id }`, oder nicht mehr
    .hint = Zustellungen werden einen Monat lang aufbewahrt
courier-delivery-status = der Empfänger antwortete mit Status { $status }
courier-mail-host = das ist nicht der Name eines Mailservers
courier-wish-of-another = E-Mails kann nur die Person bestellen, an die sie gehen

# E-Mails.
courier-letter-subject = { $operator }: was geschehen ist { $closed ->
    [0] {""}
    [one] (ein Release ist gesperrt)
   *[other] ({ $closed } Releases sind gesperrt)
 }
courier-letter-subject-quiet = { $operator }: nichts Neues
courier-letter-greeting = Das ist seit der letzten E-Mail bei { $operator } geschehen.
courier-letter-nothing-new = Nichts Neues. Proofmark arbeitet und wacht; diese E-Mail sagt es, damit ein Ausfall nie wie „nichts Neues“ aussieht.
courier-letter-done = - { $what }{ $count ->
    [one] {""}
   *[other] , { $count }-mal
 }
courier-letter-more = … und { $count } weitere.
courier-letter-standing = Jetzt: { $products } Produkte, { $closed } gesperrte Releases, { $findings } offene Befunde, davon { $undecided } nicht entschieden, { $late } überfällige Pflichten.
courier-letter-urgent-subject = { $operator }: { $what }
courier-letter-urgent = Bei { $operator }: { $what }. Es geht um `{ $about }`. Öffnen Sie Proofmark, um zu sehen, was zu tun ist.
courier-letter-why = Sie erhalten diese E-Mail, weil Sie sie bestellt haben; ändern können Sie das unter Ihren Benachrichtigungen.

# Die Bearbeitung von Aufträgen.
courier-job-unknown = hier kann nichts einen Auftrag der Art `{ $kind }` ausführen
    .hint = eine neuere Version des Programms hat ihn vielleicht erteilt; bringen Sie alle Knoten auf dieselbe Version
courier-job-broke = der Auftrag brach durch einen Fehler des Programms ab
    .hint = bitte melden Sie das, mit dem, was das Protokoll zu dieser Zeit sagt
courier-worker-not-started = die Bearbeitung der Aufträge konnte nicht gestartet werden: { $error }
