# Womit Verwaltende und Freigebende arbeiten.

## Fassungen und was einmal geschieht
desk-if-match-missing = die Änderung nennt nicht die Fassung, an deren Stelle sie treten soll
    .hint = lesen Sie sie zuerst und senden Sie ihr `ETag` als `If-Match`
desk-moved = jemand anderes hat es geändert, seit es gelesen wurde
    .hint = sehen Sie neu nach und entscheiden Sie über das, was jetzt dort steht
desk-part-twice = das Formular enthält den Teil „{ $part }“ zweimal
    .hint = Reichen Sie je eine Komponentenliste, ein VEX-Dokument und ein Dossier ein; führen Sie mehrere Listen vorher zusammen.
desk-once-secret = das ist schon geschehen, und die Antwort enthielt ein Geheimnis, das nur einmal gezeigt wird
    .hint = erzeugen Sie ein neues oder tauschen Sie es aus

## Was jede Route der API tut
desk-route-list-people = Nennt die Personen des Wirtschaftsakteurs und was jede darf.
desk-route-invite-person = Lädt jemanden ein; der Link wird nur dieses eine Mal gezeigt.
desk-route-invite-person-again = Erzeugt einen neuen Einladungslink für jemanden, der noch nicht gekommen ist; er wird nur einmal gezeigt.
desk-route-reset-password-of = Erzeugt einen Link, mit dem jemand ein neues Passwort wählt; er wird nur einmal gezeigt.
desk-route-disable-person = Sperrt ein Konto sofort: Seine Sitzungen enden, seine Token gelten nicht mehr.
desk-route-enable-person = Öffnet ein Konto wieder.
desk-route-change-duties = Ändert, was jemand darf; könnte eine zweite Person unterschreiben, wird es vorgeschlagen (202).
desk-route-forget-second-factor = Nimmt einen verlorenen zweiten Faktor weg; könnte eine zweite Person unterschreiben, wird es vorgeschlagen (202).
desk-route-list-tokens = Nennt Token: alle für die, die sie verwalten, sonst die eigenen.
desk-route-issue-token = Erzeugt ein Token, das nur einmal gezeigt wird; das kann nur eine Person in einer Sitzung.
desk-route-end-token = Widerruft ein Token sofort.
desk-route-list-proposals = Nennt, was auf eine zweite Person wartet und was entschieden wurde, so wie es für die fragende Person steht.
desk-route-show-proposal = Zeigt einen Vorschlag: was jetzt gilt, was danach gälte und was der Unterschrift entgegenstünde.
desk-route-approve-proposal = Genehmigt einen Vorschlag und führt ihn aus; das kann nur eine zweite Person in einer Sitzung.
desk-route-refuse-proposal = Lehnt einen Vorschlag mit Begründung ab.
desk-route-withdraw-proposal = Nimmt den eigenen Vorschlag zurück.
desk-route-decide-proposals = Unterschreibt mehrere Vorschläge, jeden mit eigenem Registereintrag, und sagt zu jedem, was daraus wurde.
desk-route-list-operators = Nennt die Wirtschaftsakteure der fragenden Person.
desk-route-add-operator = Fügt der Installation einen Wirtschaftsakteur mit der ersten verwaltenden Person hinzu.
desk-route-list-webhooks = Nennt die Webhooks des Wirtschaftsakteurs.
desk-route-add-webhook = Fügt einen Webhook hinzu; sein Geheimnis wird nur dieses eine Mal gezeigt.
desk-route-show-webhook = Zeigt einen Webhook ohne seine Geheimnisse.
desk-route-change-webhook = Ändert den gelesenen Webhook: Name, Adresse, Ereignisse, ob gesendet wird.
desk-route-remove-webhook = Entfernt den gelesenen Webhook.
desk-route-rotate-webhook-secret = Gibt einem Webhook ein neues Geheimnis, das nur einmal gezeigt wird; einen Tag lang wird mit beiden signiert.
desk-route-list-deliveries = Nennt, was in den letzten dreißig Tagen an einen Webhook ging und wie jeder Versuch endete.
desk-route-replay-delivery = Sendet ein Ereignis noch einmal an einen Webhook, unter derselben Kennung.
desk-route-show-mail = Zeigt die Maileinstellungen ohne das Passwort.
desk-route-change-mail = Ändert die gelesenen Maileinstellungen.
desk-route-remove-mail = Nimmt die Maileinstellungen weg: keine Briefe mehr.
desk-route-send-test-letter = Sendet der fragenden Person einen Brief an die Adresse ihres Kontos.
desk-route-list-holds = Nennt die geltenden Aufbewahrungssperren.
desk-route-place-hold = Verhängt eine Aufbewahrungssperre: Was sie erfasst, wird nicht gelöscht, bis sie aufgehoben ist.
desk-route-show-hold = Zeigt eine geltende Aufbewahrungssperre.
desk-route-release-hold = Hebt die gelesene Aufbewahrungssperre auf.
desk-route-look-at-purge = Sagt, was eine Löschung wegnähme und warum alles andere bleibt, und nimmt nichts weg.
desk-route-purge = Nimmt weg, was weder Recht noch Sperre aufbewahrt, und sagt, warum alles andere bleibt.
desk-route-archive-product = Archiviert ein Produkt oder holt es unter die laufenden zurück.
desk-route-list-decisions = Nennt die Entscheidungen zu den Befunden eines Produkts und wo jede steht.
desk-route-show-decision = Zeigt die festgehaltene Entscheidung zu einem Befund.
desk-route-withdraw-decision = Zieht die gelesene Entscheidung zurück: Über den Befund kann neu entschieden werden.

## Zweite Unterschriften
desk-nothing-to-sign = es ist kein Vorschlag ausgewählt
    .hint = haken Sie an, wofür die Unterschrift gilt
desk-too-many-to-sign = mehr als { $most } Vorschläge auf einmal
    .hint = unterschreiben Sie in Teilen

## Mail
desk-mail-none = es gibt keine Maileinstellungen, die sich prüfen ließen
    .hint = geben Sie zuerst den Mailserver ein
desk-no-address = Ihr Konto hat keine Adresse, an die ein Brief gehen könnte
    .hint = ein Konto bekommt seine Adresse mit der Einladung
desk-test-subject = Proofmark: Briefe kommen an
desk-test-letter = Dieser Brief wurde gesendet, weil { $by } bei { $with } eine Prüfung angefordert hat. Wenn Sie ihn lesen, kommen Briefe von Proofmark unter dieser Adresse an.

## Freigaben in Worten
desk-what-changes = Was sich ändert
desk-now = Jetzt
desk-after = Nach der Genehmigung
desk-yes = ja
desk-no = nein
desk-no-end = ohne Ende
desk-decided-by = Entschieden von
desk-risk-accepted = Restrisiko akzeptiert
desk-duty-for = { $duty } für { $products }
desk-forgets = Die Einmalcodes und Passkeys von { $account } werden weggenommen; das Passwort bleibt, und unter dem eigenen Konto lässt sich ein neuer zweiter Faktor einrichten.
desk-trusted = Vertraut
desk-issuer = Aussteller
desk-audience = Empfänger
desk-conditions = Was seine Token sagen müssen
desk-client = Wie er diese Installation nennt
desk-in-the-way = Sie können das jetzt nicht unterschreiben:
desk-bound = Woran es gebunden ist
    .hint = Ändert sich etwas davon vor der Genehmigung, ist der Vorschlag hinfällig und muss neu gemacht werden.
desk-bound-version = Fassung { $version }
desk-bound-nothing = dort ist noch nichts
desk-several = { $count ->
        [one] Einen Vorschlag dieser Art unterschreiben
       *[other] Mehrere von { $count } Vorschlägen dieser Art unterschreiben
    }
    .hint = Jeder angehakte wird für sich unterschrieben, mit eigenem Registereintrag. Was einer ablehnt, lässt die anderen, wie sie sind.
desk-which = Welche davon
desk-reason = Begründung für alle
    .hint = Zum Ablehnen nötig; beim Genehmigen darf sie fehlen.
desk-approve-ticked = Angehakte genehmigen
desk-refuse-ticked = Angehakte ablehnen
desk-or-several = Oder haken Sie ihn oben an, zusammen mit anderen seiner Art.
desk-signed = { $done } von { $all } unterschrieben
desk-signed-this = unterschrieben
desk-not-signed = nicht unterschrieben

## Entscheidungen zu Befunden
desk-decisions = Entscheidungen
    .hint = Sprechen Dossier und Datenbestand beide von einem Befund, gilt das Dossier.
desk-no-decisions = Keine Entscheidung zu einem Befund dieses Produkts
    .hint = Entscheidungen fallen auf der Seite Befunde oder stehen im Dossier.
desk-stands-in = Steht
desk-in-dossier = im Dossier
    .hint = Hier lässt sie sich nicht zurückziehen: Ändern oder entfernen Sie sie in `proofmark.toml` und reichen Sie das Dossier ein.
desk-in-record = im Datenbestand
desk-overruled = vom Dossier verdrängt
desk-approved-by = genehmigt von { $by }
desk-holds-until = gilt bis { $on }
desk-withdraw-decision = Entscheidung zurückziehen
desk-withdraw-this = Entscheidung zu { $vulnerability } in { $component } zurückziehen

## Die Teile der Einstellungen
desk-settings-general = Allgemein
desk-webhooks = Webhooks
desk-mail = Mail
desk-retention = Sperren und Aufbewahrung

## Webhooks
desk-no-webhooks = Noch kein Webhook
    .hint = Ein Webhook sagt einem anderen Programm, was hier geschieht, sobald es geschieht: Kennungen und Zahlen, nie Inhalte.
desk-webhook-add = Webhook hinzufügen
    .hint = Nur öffentliche Adressen werden genommen, es sei denn, wer die Installation betreibt, erlaubt ein Netz.
desk-webhook-name = Name
desk-webhook-url = Adresse
desk-webhook-events = Ereignisse
desk-webhook-secret = Damit werden Zustellungen signiert. Es wird nur dieses eine Mal gezeigt.
    .hint = Geben Sie es jetzt dem Empfänger; ein verlorenes Geheimnis lässt sich nur austauschen.
desk-webhook-on = sendet
desk-webhook-off = angehalten
desk-webhook-off-by = von { $by }, { $at }
desk-webhook-failed = zu lange gescheitert
desk-webhook-failed-at = seit { $at } wird nichts gesendet
desk-webhook-added = hinzugefügt von { $by }, { $at }
desk-webhook-two-secrets = Bis { $at } wird auch mit dem alten Geheimnis signiert.
desk-webhook-pause = Anhalten
desk-webhook-resume = Wieder senden
desk-webhook-rotate = Geheimnis austauschen
    .hint = Einen Tag nach dem Austausch tragen Zustellungen zwei Signaturen, damit der Empfänger folgen kann.
desk-webhook-remove = Entfernen
desk-deliveries = Zustellungen
    .hint = Die der letzten dreißig Tage, die neuesten zuerst, mit den Antworten des Empfängers. Was nicht zugestellt werden konnte, wird etwa drei Tage lang versucht.
desk-no-deliveries = Dorthin wurde noch nichts gesendet.
desk-delivery-event = Ereignis
desk-delivered = zugestellt
desk-given-up = aufgegeben
desk-on-its-way = unterwegs, nächster Versuch { $at }
desk-no-answer = keine Antwort:
desk-replay = Noch einmal senden

## Mail, wie ihre Seite sie zeigt
desk-no-mail = Es werden keine Briefe gesendet
    .hint = Mit einem Mailserver kann sich jeder Zusammenfassungen und Dringendes schicken lassen.
desk-mail-server = Mailserver
    .hint = Für die ganze Installation. Das Passwort wird versiegelt und nie wieder gezeigt; leer gelassen bleibt das vorhandene, solange Server und Name dieselben sind.
desk-mail-host = Server
desk-mail-port = Port
desk-mail-security = Weg dorthin
desk-mail-tls = TLS vom ersten Byte an
desk-mail-start-tls = STARTTLS, ohne das nichts gesendet wird
desk-mail-plain = ungeschützt, nur für einen Server auf derselben Maschine
desk-mail-login = Name zum Anmelden
desk-mail-password = Passwort
desk-mail-from = Absenderadresse
desk-mail-remove = Keine Briefe mehr senden
    .hint = Die Einstellungen und das versiegelte Passwort werden weggenommen.
desk-test = Mir einen Prüfbrief senden
    .hint = Er geht an die Adresse Ihres eigenen Kontos. Kommen Sie wieder, um zu sehen, ob er hinausging.
desk-test-sent = Ein Prüfbrief an { $to } ist unterwegs
desk-test-went = dem Mailserver übergeben

## Sperren und Aufbewahrung
desk-holds = Aufbewahrungssperren
    .hint = Was eine Sperre erfasst, wird nicht gelöscht, wie lange seine Frist auch vorbei ist, bis jemand die Sperre aufhebt.
desk-no-holds = Es gilt keine Aufbewahrungssperre
    .hint = Verhängen Sie eine, wenn ein Verfahren, eine Prüfung oder eine Behörde etwas braucht.
desk-hold = Sperre
desk-hold-on = Erfasst
desk-hold-name = Bezeichnung
    .hint = Ein Aktenzeichen, eine Sache.
desk-hold-place = Sperre verhängen
desk-hold-release = Sperre aufheben
desk-until-lifted = bis sie aufgehoben wird
desk-product-id = Kennung des Produkts
    .hint = Leer: alles des Wirtschaftsakteurs.
desk-purge = Löschen
    .hint = Nimmt ersetzte Einreichungen weg, die weder Recht noch Sperre aufbewahrt, seit einem Monat erledigte Aufträge und Abgelaufenes. Registereinträge, Bewertungen, Nachweispakete und Prüfungen bleiben für immer.
desk-purge-look = Ansehen, was wegfiele
desk-purge-do = { $count ->
        [one] Ein Dokument wegnehmen
       *[other] { $count } Dokumente wegnehmen
    }
desk-spared = Dokumente, die bleiben
desk-document = Dokument
desk-why-it-stays = Warum es bleibt

## Eine Person
desk-route-person = Eine Person: ihr Konto, ihre Aufgaben, was zu ihr auf eine zweite Person wartet.
desk-account = Konto
desk-duties-of = Aufgaben
    .hint = Neben jeder Aufgabe stehen die Produkte, für die sie gilt; leer: für alle. Könnte eine zweite Person unterschreiben, wird die Änderung vorgeschlagen und wartet auf sie.
desk-only-products = { $duty }: nur für diese Produkte
desk-change-duties = Aufgaben ändern
desk-close-out = Konto sperren
    .hint = Das geschieht sofort: Sitzungen enden, Token gelten nicht mehr. Auf niemanden wird gewartet.
desk-let-back = Konto wieder öffnen
    .hint = Es darf dann, was es vorher durfte.
desk-forget-factor = Verlorenen zweiten Faktor vergessen
desk-person-waits = { $count ->
        [one] Eine Änderung an diesem Konto wartet auf eine zweite Person
       *[other] { $count } Änderungen an diesem Konto warten auf eine zweite Person
    }
    .hint = Bis zur Unterschrift gilt nichts davon.
desk-duties-wait = Die Aufgaben wurden vorgeschlagen und warten auf eine zweite Person
    .hint = Bis sie unter Anträge unterschrieben sind, darf das Konto nichts.

## Wirtschaftsakteure der Installation, archivierte Produkte
desk-route-operators = Die Wirtschaftsakteure der Installation und ein Formular, einen hinzuzufügen.
desk-operators = Wirtschaftsakteure
    .hint = Jeder hat eigene Produkte, Personen und Einstellungen; keiner sieht etwas von einem anderen.
desk-operators-none = Noch kein Wirtschaftsakteur
desk-operator-since = Hinzugefügt
desk-operator-add = Wirtschaftsakteur hinzufügen
desk-operator-name = Name des Wirtschaftsakteurs
    .hint = So, wie er in seinen Erklärungen steht. Aus ihm wird die Kennung in Adressen gebildet; sie bleibt.
desk-operator-administrator = Wer ihn als Erstes verwaltet
    .hint = Das Konto einer Person, die schon hier ist. Sie lädt alle anderen ein.
desk-route-archive = Archiviert ein Produkt von seiner Seite aus oder holt es zurück.
desk-archive = Produkt archivieren
    .hint = Es erscheint nicht mehr unter den laufenden Produkten. Nichts davon geht verloren, und seine Pflichten gelten weiter.
desk-unarchive = Unter die laufenden Produkte zurückholen

## Aufträge der Installation selbst
desk-installation-jobs = Aufträge der Installation
    .hint = Zeitstempel und Mitzeichnungen des Registers, Zusammenfassungen per E-Mail: was kein Wirtschaftsakteur veranlasst hat.
desk-route-installation-jobs = Nennt die Aufträge der Installation selbst.
desk-route-retry-installation-job = Lässt einen fehlgeschlagenen Auftrag der Installation selbst neu versuchen.
desk-no-such-job = hier ist kein Auftrag `{ $job }` fehlgeschlagen
    .hint = vielleicht wird er schon neu versucht oder ist erledigt

## Wessen Konto es ist
desk-one-hand = `{ $one }` und `{ $other }` gelten als eine Person: Eine von beiden oder jemand anderes hatte die Links, mit denen ihre Konten geöffnet wurden
    .hint = jemand, der keinen dieser Links hatte, bestätigt auf der Seite „Personen“, wessen Konto es ist; wo das sonst niemand könnte, endet es zwei Wochen nach der Verwendung des Links
desk-nothing-to-confirm = zu `{ $account }` gibt es nichts zu bestätigen
desk-not-yours-to-confirm = wessen Konto `{ $account }` ist, können weder sein Inhaber noch jene sagen, die den Link dazu hatten
    .hint = bitten Sie jemand anderen, der genehmigen darf
desk-route-same-person = Hält fest, dass zwei Konten derselben Person gehören: Wo zwei Personen nötig sind, sind sie eine.
desk-route-confirm-person = Bestätigt, dass ein Konto in den Händen seines Inhabers ist, wer auch immer sonst den Link dazu hatte.
desk-same-person = Eine Person mit zwei Konten
    .hint = Wo zwei Personen nötig sind, gelten die beiden Konten von da an als eine, auch für das, was schon wartet. Niemand verliert dadurch eine Aufgabe.
desk-same-person-as = Dieselbe Person wie { $other }
desk-same-person-other = Das andere Konto
desk-flag-same-person = Es ist eine Person
desk-unconfirmed = { $count ->
    [one] Bei einem Konto ist nicht bestätigt, wessen es ist
   *[other] Bei { $count } Konten ist nicht bestätigt, wessen sie sind
}
    .hint = Jemand anderes hatte den Link, mit dem der Inhaber hereinkam. Bis jemand es bestätigt, der keinen der Links hatte, unterschreiben die beiden nichts füreinander.
desk-link-held = { $by } hatte den Link, der am { $at } verwendet wurde
desk-confirm-person = Ich weiß, dass dies { $name } ist

## Worauf ein Vorschlag beruht und was daneben wartet
desk-finding-gone = der Befund `{ $vulnerability }` in `{ $component }` ist nicht mehr offen
    .hint = sehen Sie neu nach; wo nichts gefunden wird, ist nichts zu entscheiden
desk-finding-exploited = `{ $vulnerability }` wird nun bekanntermaßen ausgenutzt; als dies vorgeschlagen wurde, noch nicht
    .hint = sehen Sie neu nach und schlagen Sie es noch einmal vor, wenn es weiterhin gilt
desk-finding-not-exploited = `{ $vulnerability }` ist nicht mehr als ausgenutzt verzeichnet; als dies vorgeschlagen wurde, noch
    .hint = sehen Sie neu nach und schlagen Sie es noch einmal vor, wenn es weiterhin gilt
desk-finding-rated = `{ $vulnerability }` ist nun mit { $now } bewertet; als dies vorgeschlagen wurde, mit { $was }
    .hint = sehen Sie neu nach und schlagen Sie es noch einmal vor, wenn es weiterhin gilt
desk-finding-fixed-in = `{ $vulnerability }` ist nun in { $now } behoben; als dies vorgeschlagen wurde, in { $was }
    .hint = sehen Sie neu nach und schlagen Sie es noch einmal vor, wenn es weiterhin gilt
desk-bound-finding = bewertet mit { $score }, ausgenutzt: { $exploited }, behoben in { $fixed }
desk-proposal-lapsed = ein anderer Vorschlag zum selben wurde genehmigt: `{ $approved }`
    .hint = sehen Sie nach, was nun gilt, und schlagen Sie neu vor, wenn es anders sein soll
desk-lapsed = am { $at } erloschen: ein anderer zum selben wurde genehmigt
desk-competing = { $count ->
    [one] Ein weiterer Vorschlag zum selben wartet
   *[other] { $count } weitere Vorschläge zum selben warten
}
    .hint = Nur einer davon kann gelten: Wird einer genehmigt, erlöschen die anderen.
desk-competing-one = vorgeschlagen von { $by }
desk-justification-missing = was `not_affected` ist, braucht eines der Wörter von VEX für den Grund
    .hint = component_not_present, vulnerable_code_not_present, vulnerable_code_not_in_execute_path, vulnerable_code_cannot_be_controlled_by_adversary oder inline_mitigations_already_exist
desk-dismissal-not-justified = Die Entscheidung, dass `{ $vulnerability }` das Produkt nicht betrifft, ist nicht begründet.
    .hint = Geben Sie unter `justification` eines der Wörter von VEX an; ohne es räumt die Entscheidung nichts aus und kann nicht weitergegeben werden.
desk-dossier-decides = das Dossier entscheidet `{ $vulnerability }` in `{ $component }` bereits, an der Stelle `{ $place }`, und gilt
    .hint = ändern Sie es dort und reichen Sie das Dossier ein
desk-dossier-holds = Das Dossier entscheidet denselben Befund an der Stelle { $place } und gilt
    .hint = Was hier genehmigt wird, zählt, sobald eine Fassung des Dossiers dasselbe sagt oder ihn nicht mehr entscheidet.
desk-no-such-product = hier gibt es kein Produkt `{ $product }`
    .hint = nennen Sie Produkte mit ihrer Kennung, wie in ihren Adressen; reichen Sie das Produkt zuerst ein

## Ausgesetzte Identitätsanbieter
desk-provider-paused = von `{ $provider }` kommt derzeit niemand: der Anbieter ist ausgesetzt
    .hint = melden Sie sich anders an oder fragen Sie eine Administratorin oder einen Administrator der Installation
desk-provider-not-paused = `{ $provider }` ist nicht ausgesetzt
desk-paused = Ausgesetzt
desk-pause-provider = { $provider } aussetzen
desk-resume-provider = Wieder Personen von { $provider } annehmen
desk-route-pause-provider = Nimmt niemanden von einem Identitätsanbieter an, bis er wieder zugelassen wird.
desk-route-resume-provider = Nimmt wieder Personen von einem Identitätsanbieter an; wo eine zweite Person unterschreiben könnte, wird es vorgeschlagen (202).
