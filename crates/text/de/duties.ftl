# Die Pflichten aller Rollen und die Prüfung von Lieferanten.

duties-applies-on-order = Die Pflicht beginnt mit der Anordnung einer Marktüberwachungsbehörde; keine ist angegeben.
duties-applies-no-intermediate-report = Das als Koordinator benannte CSIRT hat keinen Zwischenbericht verlangt.
duties-applies-on-event = Die Pflicht beginnt mit einer ausgenutzten Schwachstelle oder einem schwerwiegenden Sicherheitsvorfall; nichts Meldepflichtiges ist angegeben.
duties-applies-no-high-risk-ai = Das Produkt ist nicht als Hochrisiko-KI-System angegeben.
duties-applies-no-other-acts = Es ist kein anderer Rechtsakt der Union angegeben, den dieselbe Erklärung abdeckt.
duties-applies-other-class = Die Pflicht gilt für Produkte einer anderen Klasse.
duties-applies-no-simplified-form = Die Kommission hat nach diesem Rechtsstand kein Formular für die vereinfachte Dokumentation festgelegt.
duties-applies-no-representative = Es ist kein Bevollmächtigter angegeben.
duties-applies-no-other-operator = Laut Angabe hat kein anderer Wirtschaftsakteur das Produkt geliefert oder erhalten.
duties-applies-no-doubt = Laut Angabe gibt es keinen Grund, an der Konformität zu zweifeln, und kein erhebliches Risiko ist bekannt.
duties-applies-not-placed-yet = Die Pflicht beginnt, sobald das Produkt auf dem Markt ist; ein solcher Tag ist noch nicht gekommen.
duties-applies-nothing-to-correct = Laut Angabe ist weder eine Schwachstelle noch eine Nichtkonformität noch ein erhebliches Risiko bekannt.
duties-applies-other-support = Laut Angabe unterstützt der Verwalter die Software nicht so, wie es diese Pflicht voraussetzt.
duties-applies-not-ceased = Es ist nicht angegeben, dass der Hersteller seine Tätigkeit eingestellt hat.

duties-evidence-supplier-check = Lieferantenprüfung
duties-evidence-supplier-check-add = Prüfen Sie das Produkt, bevor Sie es weitergeben, und tragen Sie jeden Punkt mit `holds` und `evidence` in `[supplier_check]` ein, dazu `checked_by` und `checked_on`.
duties-evidence-warnings-given = erteilte Warnungen
duties-evidence-warnings-given-add = Unterrichten Sie, wen die Verordnung nennt, und tragen Sie die Tage in `[supplier_check]` als `manufacturer_informed_on`, `authority_informed_on` oder `users_informed_on` ein.
duties-evidence-own-contact = eigene Kontaktangaben des Einführers
duties-evidence-own-contact-add = Geben Sie Namen und Kontakt auf dem Produkt oder mit ihm an, tragen Sie sie in `operator.postal_address` und `operator.email` ein und bestätigen Sie `supplier_check.importer_contact.holds`.
duties-evidence-supply-chain-record = Aufzeichnung der Lieferkette
duties-evidence-supply-chain-record-add = Nennen Sie in `supply_chain.record`, wo Lieferanten und gewerbliche Abnehmer verzeichnet sind; gibt es keine, setzen Sie `supply_chain.supplied_by_operators` und `supply_chain.supplied_to_operators` auf `false`.
duties-evidence-mandate = schriftlicher Auftrag
duties-evidence-mandate-add = Legen Sie den Auftrag neben das Dossier, nennen Sie ihn in `operator.authorised_representative.mandate` und führen Sie in `operator.authorised_representative.tasks` auf, was er umfasst.

duties-check-conformity-procedure = Der Hersteller hat das Konformitätsbewertungsverfahren durchgeführt.
duties-check-technical-documentation = Der Hersteller hat die technische Dokumentation erstellt.
duties-check-ce-marking = Das Produkt trägt die CE-Kennzeichnung.
duties-check-declaration = Die EU-Konformitätserklärung oder die vereinfachte liegt dem Produkt bei.
duties-check-user-information = Die Informationen und Anleitungen nach Anhang II liegen dem Produkt bei.
duties-check-user-information-language = Sie sind in einer Sprache verfasst, die Nutzer und Behörden leicht verstehen.
duties-check-product-identification = Eine Typen-, Chargen- oder Seriennummer oder ein anderes Kennzeichen identifiziert das Produkt.
duties-check-manufacturer-contact = Name, Postanschrift und digitaler Kontakt des Herstellers stehen auf dem Produkt oder liegen ihm bei.
duties-check-support-period-end = Das Ende des Unterstützungszeitraums ist angegeben, mindestens mit Monat und Jahr.
duties-check-importer-contact = Name, Postanschrift und digitaler Kontakt des Einführers stehen auf dem Produkt oder liegen ihm bei.
duties-check-documents-provided = Hersteller und Einführer haben alle nötigen Unterlagen übergeben.
duties-check-not-checked = nicht geprüft, soweit angegeben: sagen Sie in `{ $path }`, ob es so ist
duties-check-no-evidence = nichts weist es nach: nennen Sie eine Datei in `{ $path }`
duties-check-not-carried-out-yet = Die Prüfung trägt das Datum { $checked_on }, das noch nicht gekommen ist: Sie wurde nicht durchgeführt.
duties-check-doubted = Es besteht Grund zu der Annahme, dass Produkt oder Verfahren nicht konform sind: Bis sie es sind, darf nichts weitergegeben werden.

duties-follows-tell-manufacturer-risk = Unterrichten Sie den Hersteller über das erhebliche Cybersicherheitsrisiko.
duties-follows-tell-authority-risk = Unterrichten Sie die Marktüberwachungsbehörden über das erhebliche Cybersicherheitsrisiko.
duties-follows-tell-authority-factors = Unterrichten Sie die Marktüberwachungsbehörden über die nichttechnischen Risikofaktoren.
duties-follows-tell-manufacturer-vulnerability = Unterrichten Sie den Hersteller unverzüglich über die Schwachstelle.
duties-follows-correct = Sorgen Sie sofort dafür, dass das Produkt korrigiert, vom Markt genommen oder zurückgerufen wird, und halten Sie das fest.
duties-follows-tell-authority-ceased = Unterrichten Sie die Marktüberwachungsbehörden, dass der Hersteller seine Tätigkeit eingestellt hat.
duties-follows-tell-users-ceased = Unterrichten Sie, soweit möglich, die Nutzer, dass der Hersteller seine Tätigkeit eingestellt hat.

duties-missing-not-met = nicht erfüllt: { $point }
duties-missing-mandated-tasks = der Auftrag nennt nicht alle drei Aufgaben nach Artikel 18 Absatz 3

duties-contradiction-excluded-task = ein Auftrag kann nicht umfassen, was Artikel { $paragraph } verlangt (Artikel 18 Absatz 2)
  .hint = das erledigt der Hersteller selbst; nehmen Sie die Aufgabe aus dem Auftrag und aus dieser Liste
duties-excluded-design = 13 Absatz 1
duties-excluded-risk = 13 Absätze 2 bis 4 und 7
duties-excluded-components = 13 Absätze 5 und 6
duties-excluded-vulnerabilities = 13 Absatz 8
duties-excluded-updates = 13 Absätze 9 bis 11
duties-excluded-documentation = 13 Absatz 12 Unterabsatz 1
duties-excluded-series = 13 Absatz 14
duties-contradiction-missing-task = der Auftrag nennt `{ $task }` nicht, was jeder Auftrag muss (Artikel 18 Absatz 3)
  .hint = lassen Sie den Auftrag erweitern, oder führen Sie die Aufgabe auf, wenn der Auftrag sie nennt
duties-contradiction-checked-after-placing = die Prüfung trägt das Datum { $checked_on }, nach dem Inverkehrbringen des Produkts am { $placed_on }
  .hint = geprüft wird vor dem Inverkehrbringen oder der Bereitstellung; gab es eine frühere Prüfung, geben Sie deren Tag an
duties-contradiction-check-of-other-role = eine Lieferantenprüfung ist angegeben, aber dieser Akteur ist weder Einführer noch Händler
  .hint = entfernen Sie `[supplier_check]`, oder berichtigen Sie `operator.activity`

duties-cli-check = ein geliefertes Produkt vor der Weitergabe prüfen, für Einführer und Händler, und das Ergebnis festhalten
duties-cli-check-dir = das Verzeichnis mit `proofmark.toml`
duties-cli-check-on = der Tag, für den die Antwort gilt; ohne Angabe heute
duties-show-check = Lieferantenprüfung
duties-show-of = Artikel 19 und 20
duties-show-may = Nach dieser Prüfung darf das Produkt in Verkehr gebracht oder auf dem Markt bereitgestellt werden.
duties-show-must-not = Das Produkt darf nicht in Verkehr gebracht oder auf dem Markt bereitgestellt werden.
duties-show-open = Das lässt sich nicht entscheiden, weil dies nicht angegeben ist: { $missing }
duties-show-points-open = Das lässt sich nicht entscheiden, weil unten als offen Markiertes nicht angegeben oder nicht nachgewiesen ist.
duties-show-not-asked = Die Verordnung verlangt von diesem Akteur für dieses Produkt keine solche Prüfung; nichts wurde festgehalten.
duties-show-not-yet = Die Verordnung verlangt diese Prüfung ab { $from }; bis dahin ist sie Vorbereitung.
duties-show-checked = geprüft von { $by } am { $on }: { $covers }
duties-show-points = Punkte
duties-show-met = erfüllt:
duties-show-not-met = nicht erfüllt:
duties-show-point-open = offen:
duties-show-not-applicable = nicht anwendbar:
duties-show-must-follow = Was folgen muss
duties-show-done = erledigt am { $on }
duties-show-not-done = nicht erledigt; sobald es erledigt ist, tragen Sie es in `{ $at }` ein
duties-show-recorded = Das Ergebnis wurde im Register festgehalten.

duties-shown-answered = der Behörde wurde am { $on } geantwortet
duties-missing-answer = eine Behörde wartet auf Antwort: `{ $path }` ist nicht angegeben oder noch nicht gekommen
duties-contradiction-answered-before-asked = am { $answered_on } beantwortet, vor dem Eingang am { $received_on }
  .hint = berichtigen Sie einen der beiden Tage
duties-shown-by-submission = Der angegebene Fall nennt als Zeitpunkt der Einreichung { $at }; was eingereicht wurde, ist hier nicht zu sehen.
