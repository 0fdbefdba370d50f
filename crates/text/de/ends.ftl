# Was das System der Aufzeichnungen abschließt: wer eine Person ist, was beschädigt ist, was schon entschieden ist, Wörter zu Kürzeln.

## Eine Person mit zwei Konten
ends-act-flag-same-person = festhalten, dass `{ $account }` und `{ $other }` eine Person sind
ends-act-part-same-person = festhalten, dass `{ $account }` nicht dieselbe Person ist wie { $others }
ends-not-same-person = von `{ $account }` ist nicht festgehalten, dieselbe Person zu sein wie jemand anderes
    .hint = sehen Sie auf der Seite der Person nach: Vielleicht hat es schon jemand zurückgenommen
ends-same-person-moved = welche Konten dieselbe Person sind wie `{ $account }`, hat sich geändert, seit dies vorgeschlagen wurde
    .hint = sehen Sie neu nach und schlagen Sie es noch einmal vor, wenn es weiterhin gilt
ends-route-part-same-person = Nimmt zurück, dass ein Konto derselben Person gehört wie andere; könnte eine zweite Person unterschreiben, wird es vorgeschlagen (202).
ends-flags = `{ $account }` und `{ $other }` sind von da an eine Person: Keines unterschreibt, was das andere vorgeschlagen hat. Niemand verliert dadurch eine Aufgabe.
ends-parts = `{ $account }` gilt von da an als andere Person als { $others }: Jedes darf unterschreiben, was das andere vorgeschlagen hat.
ends-part-same-person = Es ist eine andere Person
    .hint = Was festgehalten war, wird zurückgenommen: Das Konto gilt wieder als eigene Person. Keines der Konten, um die es geht, kann das unterschreiben.

## Zugänge zu einem Konto, die dazukamen, während jemand anderes einen Link hatte
ends-ways-in = Zugänge zum Konto, die seitdem dazugekommen sind
    .hint = Fragen Sie { $name }, welche davon die eigenen sind, und kreuzen Sie diese an. Alle anderen verschwinden mit der Bestätigung, und alle Sitzungen enden.
ends-way-in-passkey = Passkey
ends-way-in-one-time-codes = Einmalcodes einer Authentifizierungs-App
ends-way-in-identity = Identität bei einem Anbieter
ends-way-in-token = Token für Programme
ends-way-in-added = dazugekommen am { $at }
ends-way-in-undated = wann das dazukam, weiß niemand
ends-way-in-unknown = einen Zugang zum Konto `{ $id }`, der seitdem dazugekommen ist, gibt es nicht
    .hint = nennen Sie die Zugänge mit der `id`, die sie jetzt unter `ways_in` der Person haben
ends-no-way-in-left = es bliebe nichts übrig, womit sich der Inhaber von `{ $account }` anmelden könnte
    .hint = nennen Sie, was dem Inhaber gehört; gehört ihm nichts davon, erstellen Sie zuerst einen neuen Link
ends-confirms-elsewhere = Zugänge zu `{ $account }` nimmt nur weg, wer überall dort Personen bestätigen darf, wo das Konto dazugehört
    .hint = nennen Sie alle als behalten, oder bitten Sie jemanden, der bei jedem seiner Wirtschaftsakteure Personen genehmigen darf

## Was beschädigt ist
ends-table-gone = die Datenbank hat verloren, worin das Programm aufbewahrt: { $tables }
    .hint = Beenden Sie das Programm und spielen Sie eine Sicherung zurück; was dort aufbewahrt war, ist fort.
ends-schema-broken = die Datenbank ist nicht, wie das Programm sie angelegt hat: { $error }
    .hint = `proofmark ledger verify` nennt, was anders ist; spielen Sie eine Sicherung zurück
ends-schema-missing = { $kind } `{ $name }` von `{ $table }` fehlt
    .hint = Das hat jemand am Programm vorbei entfernt. Spielen Sie eine Sicherung zurück, oder exportieren Sie die Aufzeichnungen in ein neues Arbeitsverzeichnis.
ends-schema-changed = { $kind } `{ $name }` von `{ $table }` ist nicht, wie das Programm es angelegt hat, oder ist abgeschaltet
    .hint = Das hat jemand am Programm vorbei geändert. Spielen Sie eine Sicherung zurück, oder exportieren Sie die Aufzeichnungen in ein neues Arbeitsverzeichnis.
ends-schema-added = jemand hat `{ $table }` etwas hinzugefügt, das von selbst handelt: { $kind } `{ $name }`
    .hint = Finden Sie heraus, was es mit dem Aufbewahrten getan hat, und entfernen Sie es.
ends-schema-unseen = ob Tabellen, Indizes und Trigger so sind, wie das Programm sie angelegt hat, ließ sich nicht feststellen: { $error }
    .hint = Bei PostgreSQL braucht der Benutzer des Programms das Recht, temporäre Tabellen anzulegen.
ends-kind-table = Tabelle
ends-kind-constraint = Bedingung
ends-kind-index = Index
ends-kind-trigger = Trigger
ends-kind-rule = Regel
ends-kind-function = Funktion
ends-last-seal-gone = `keys/ledger.sealed`, worin der letzte Prüfpunkt außerhalb der Datenbank festgehalten ist, fehlt
    .hint = Ohne diese Datei bemerkt niemand, wenn die letzten Einträge samt ihren Prüfpunkten entfernt werden. Holen Sie sie aus einer Sicherung zurück; der nächste Prüfpunkt schreibt sie neu.
ends-ledger-node-changed = der Knoten auf Ebene { $level }, Index { $index } im Baum des Registers (`ledger_node`) wurde geändert: Die Einträge darunter ergeben einen anderen
    .hint = Nicht die Einträge selbst wurden geändert. Spielen Sie eine Sicherung zurück.

## Fälle, die nicht mehr angegeben sind
ends-case-gone = nicht mehr angegeben seit { $at }
    .hint = Das Dossier nennt diesen Fall nicht mehr. Was er verlangte, verlangt er weiterhin: Geben Sie ihn wieder an, mit dem, was daraus geworden ist.
ends-case-gone-revision = Fassung { $number } des Dossiers ist die erste ohne ihn

## Listen
ends-limit = `limit` ist eine ganze Zahl von 1 bis { $most }
    .hint = fragen Sie mit dem `next` dieser Seite nach der nächsten

## Eine Vorführung
ends-demo-again = Diese Vorführung wurde behalten: Sie geht dort weiter, wo sie endete. Jeder Link unten wählt ein neues Passwort.

## Was „doctor“ prüft
ends-doctor-about-home = Arbeitsverzeichnis
ends-doctor-about-permissions = Berechtigungen
ends-doctor-about-disk = Datenträger
ends-doctor-about-key = Schlüssel
ends-doctor-about-database = Datenbank
ends-doctor-about-schema = Schema
ends-doctor-about-clock = Uhr
ends-doctor-about-ledger = Register
ends-doctor-about-documents = Dokumente
ends-doctor-about-proof = Nachprüfung
ends-doctor-about-jobs = Aufträge
ends-doctor-schema = jede Tabelle, jeder Index und jeder Trigger ist, wie das Programm sie angelegt hat

## Wörter, die jemand im Interview tippen kann, durch Kommas getrennt
ends-words-yes = j, ja
ends-words-no = nein
ends-words-none = keine, keiner, keines, kein, nein
ends-words-unknown = unbekannt, weiß nicht, weiss nicht
ends-words-stop = halt
ends-words-back = zurück
ends-interview-class = Klasse: { $class }, { $category } ({ $title }).

## Was nach den Registereinträgen getan wurde
ends-action-accept-invitation = Einladung angenommen
ends-action-add-identity-provider = Identitätsanbieter hinzugefügt
ends-action-add-operator = Wirtschaftsakteur hinzugefügt
ends-action-add-webhook = Webhook hinzugefügt
ends-action-approve = Vorschlag genehmigt
ends-action-archive-product = Produkt archiviert
ends-action-assemble-pack = Nachweispaket zusammengestellt
ends-action-assess = Produkt bewertet
ends-action-change-attestors = geändert, wer das Register bezeugt
ends-action-change-grants = Aufgaben einer Person geändert
ends-action-change-mail-settings = E-Mail-Einstellungen geändert
ends-action-change-password = Passwort geändert
ends-action-change-webhook = Webhook geändert
ends-action-check-supplier = Produkt eines Lieferanten geprüft
ends-action-confirm-person = bestätigt, wessen Konto es ist
ends-action-cosign-checkpoint = Prüfpunkt mitzeichnen lassen
ends-action-decide-finding = über einen Befund entschieden
ends-action-decide-findings = über Befunde entschieden
ends-action-determine-modification = festgestellt, ob eine Änderung wesentlich ist
ends-action-disable-account = Konto geschlossen
ends-action-disable-webhook = Webhook abgeschaltet
ends-action-enable-account = Konto wieder geöffnet
ends-action-end-other-sessions = die anderen eigenen Sitzungen beendet
ends-action-end-session = eine eigene Sitzung beendet
ends-action-end-sessions = alle Sitzungen eines Kontos beendet
ends-action-enrol-one-time-codes = Einmalcodes eingerichtet
ends-action-enter-in-case = in einen Fall eingetragen
ends-action-flag-same-person = festgehalten, dass zwei Konten einer Person gehören
ends-action-forget-identity = Identität vergessen
ends-action-forget-second-factor = verlorenen zweiten Faktor gelöscht
ends-action-import-advisories = Sicherheitshinweise eingelesen
ends-action-invite = Person eingeladen
ends-action-invite-again = neuen Einladungslink erstellt
ends-action-keep-client-secret = Geheimnis eines Identitätsanbieters hinterlegt
ends-action-keep-files = Dateien eingereicht
ends-action-make-reset-link = Link für ein neues Passwort erstellt
ends-action-make-token = Token erstellt
ends-action-open-case = einen Fall eröffnet
ends-action-part-same-person = zurückgenommen, dass Konten einer Person gehören
ends-action-pause-identity-provider = Identitätsanbieter ausgesetzt
ends-action-place-hold = Aufbewahrungssperre gesetzt
ends-action-propose = etwas für eine zweite Person vorgeschlagen
ends-action-propose-modification = vorgeschlagen, wie eine Änderung zu beurteilen ist
ends-action-purge = Dokumente gelöscht
ends-action-refuse = Vorschlag abgelehnt
ends-action-register-passkey = Passkey registriert
ends-action-release-hold = Aufbewahrungssperre aufgehoben
ends-action-remove-identity-provider = Identitätsanbieter entfernt
ends-action-remove-mail-settings = E-Mail-Einstellungen entfernt
ends-action-remove-passkey = Passkey entfernt
ends-action-remove-webhook = Webhook entfernt
ends-action-replay-delivery = Ereignis erneut an einen Webhook gesendet
ends-action-reset-password = neues Passwort über einen Link gewählt
ends-action-resume-identity-provider = Identitätsanbieter wieder zugelassen
ends-action-revoke-token = Token widerrufen
ends-action-revoke-workload = einer Arbeitslast das Vertrauen entzogen
ends-action-rotate-webhook-secret = neues Geheimnis für einen Webhook erzeugt
ends-action-seal-credentials = Anmeldegeheimnisse versiegelt
ends-action-send-test-letter = Probebrief gesendet
ends-action-set-up = Installation eingerichtet
ends-action-sign-in = Anmeldung
ends-action-sign-in-throttled = Anmeldung nach zu vielen Versuchen abgewiesen
ends-action-sign-out = abgemeldet
ends-action-sign-out-everywhere = überall abgemeldet
ends-action-sign-state-of-the-law = Rechtsstand unterschrieben
ends-action-stamp-checkpoint = Prüfpunkt mit Zeitstempel versehen lassen
ends-action-trust-workload = einer Arbeitslast vertraut
ends-action-unarchive-product = Produkt aus dem Archiv zurückgeholt
ends-action-use-state-of-the-law = Rechtsstand in Gebrauch genommen
ends-action-use-token-first = Token zum ersten Mal verwendet
ends-action-wish-letters = gewählt, welche Briefe kommen
ends-action-withdraw = Vorschlag zurückgezogen
ends-action-withdraw-decision = Entscheidung zurückgenommen

## Was die Schnittstelle kennt, nimmt und antwortet
ends-unknown-parameter = den Parameter `{ $name }` gibt es hier nicht
    .hint = gefragt werden kann nach: { $known }
ends-no-parameters = den Parameter `{ $name }` gibt es hier nicht: außer dem Pfad lässt sich nichts angeben
ends-parameter-empty = der Parameter `{ $name }` hat keinen Wert
    .hint = lassen Sie weg, was nicht gemeint ist
ends-parameter-twice = der Parameter `{ $name }` kommt zweimal vor
ends-parameter-whole = `{ $name }` ist eine ganze Zahl von { $least } bis { $most }, nur in Ziffern
ends-parameter-number = `{ $name }` ist eine Zahl von { $least } bis { $most }, zum Beispiel `7.5`
ends-parameter-truth = `{ $name }` ist `true` oder `false`
ends-parameter-day = `{ $name }` ist ein Tag, zum Beispiel `2027-12-11`
ends-parameter-digest = `{ $name }` ist ein SHA-256-Wert: 64 Ziffern von `0` bis `f`, in Kleinbuchstaben
ends-parameter-one-of = `{ $name }` ist eines von { $known }
ends-unknown-part = den Teil `{ $name }` gibt es in diesem Formular nicht
    .hint = seine Teile sind: { $known }
ends-body-unwanted = hier wird kein Inhalt angenommen
    .hint = was gebraucht wird, steht im Pfad und in der Abfrage; senden Sie die Anfrage ohne Inhalt
ends-no-object = das JSON ist kein Objekt: es müssen Felder mit ihren Werten sein, in `{"{"} {"}"}`
ends-score = kein CVSS-Wert von 0.0 bis 10.0
ends-status-304 = Es ist so, wie die fragende Stelle es schon hat.
ends-status-400 = Die Anfrage war nicht lesbar: ihr Pfad, ihr Schlüssel, ihr Formular oder ihr JSON.
ends-status-401 = Niemand ist angemeldet, oder das Token gilt nicht.
ends-status-403 = Wer fragt, darf dies nicht.
ends-status-404 = Das gibt es nicht, oder wer fragt, darf nichts davon wissen.
ends-status-408 = Der Inhalt kam zu langsam an.
ends-status-409 = So wie die Dinge stehen, geht es nicht: Es ist schon geschehen, geschieht gerade oder hat sich geändert.
ends-status-412 = Es ist nicht mehr die in `If-Match` genannte Fassung.
ends-status-413 = Der Inhalt oder ein Teil davon ist zu groß.
ends-status-414 = Der Pfad mit seiner Abfrage ist zu lang.
ends-status-415 = Der Inhalt hat einen anderen Medientyp, als hier angenommen wird.
ends-status-421 = Die Installation antwortet nicht auf den Namen, unter dem sie gefragt wurde.
ends-status-422 = Die Anfrage war lesbar und ist nicht möglich; jedes Problem ist mit seinem Ort genannt.
ends-status-428 = Die zu ändernde Fassung wurde nicht in `If-Match` genannt.
ends-status-429 = Es waren zu viele Anfragen; `Retry-After` sagt, wann ein neuer Versuch lohnt.
ends-status-5xx = Die Installation ist verhindert oder hat einen Fehler; das Erbetene wurde nicht getan.

## Die Schnittstelle des eigenen Kontos und dessen, was für die Installation wartet
ends-route-account = Womit man in das eigene Konto kommt: Passkeys und Identitäten. Für eine angemeldete Person.
ends-route-own-password = Ändert das eigene Passwort und beendet alle Sitzungen. Für eine angemeldete Person.
ends-route-begin-codes = Erzeugt ein Geheimnis für Einmalcodes, das nur jetzt gezeigt wird. Für eine angemeldete Person.
ends-route-prove-codes = Belegt mit dem ersten Code, dass das Geheimnis ankam; gibt Wiederherstellungscodes, die nur jetzt gezeigt werden.
ends-route-remove-passkey = Entfernt einen eigenen Passkey. Für eine angemeldete Person.
ends-route-forget-identity = Löst die Identität bei einem Anbieter vom eigenen Konto. Für eine angemeldete Person.
ends-route-end-sessions = Beendet alle eigenen Sitzungen, auch diese.
ends-route-installation-proposals = Was in der Installation selbst auf eine zweite Person wartet, das Neueste zuerst.
