## Ob eine Änderung ein Produkt rechtlich zu einem neuen machte: Fragen, Antworten, Unterschiede, Folgen.

# --- die Fragen ---
modification-ask-kind = Welche Art von Änderung ist es? Keine Art entscheidet allein: Eine Funktionsaktualisierung muss nicht wesentlich sein, eine Sicherheitsaktualisierung kann es sein.
    .hint = Geben Sie `modification.kind` an.
modification-ask-purpose = Ist die Zweckbestimmung nicht mehr die, für die das Produkt bewertet wurde?
modification-ask-purpose-covered = Deckt die Risikobewertung der früheren Version die neue Zweckbestimmung schon ab?
modification-ask-interfaces = Schafft oder öffnet die Änderung eine Schnittstelle?
modification-ask-channels = Schafft die Änderung einen neuen Kommunikationskanal?
modification-ask-environments = Läuft das Produkt oder ein Teil davon in einer Umgebung, in der es bisher nicht lief?
modification-ask-dependencies = Hängt es von etwas außerhalb ab, von dem es bisher nicht oder anders abhing?
modification-ask-scenarios = Macht die Änderung Angriffe möglich, die es nicht waren?
modification-ask-likelihood = Macht sie einen bekannten Angriff wahrscheinlicher: weniger Aufwand, mehr Angriffsfläche, schwächerer Schutz?
modification-ask-impact = Macht sie einen bekannten Angriff schlimmer: in Reichweite oder Schwere, schwerer zu bemerken oder zu beheben?
modification-ask-boundary = Verschiebt sie die Grenze des Produkts?
modification-ask-lowers-risk = Senkt sie das Cybersicherheitsrisiko?
modification-ask-assumptions = Gelten die Annahmen der Risikobewertung noch?
modification-ask-mitigations = Wirken die Maßnahmen noch, auf die sich die Risikobewertung stützt?
modification-ask-compliance = Berührt sie die Konformität mit den Anforderungen von Anhang I Teil I?
modification-ask-foreseen = War diese Änderung in der Risikobewertung vorgesehen, die es vor ihr gab?
modification-ask-described = Ist diese Änderung in jener Risikobewertung beschrieben?
modification-ask-assessed = Sind ihre Risiken in jener Risikobewertung bewertet?
modification-ask-mitigated = Sind ihre Risiken so gemindert, wie jene Risikobewertung es sagt?

# --- was geantwortet wurde ---
modification-purpose-changed = Die Zweckbestimmung hat sich geändert.
modification-purpose-kept = Die Zweckbestimmung ist die, für die das Produkt bewertet wurde.
modification-purpose-covered = Die Zweckbestimmung hat sich geändert, aber die Risikobewertung deckt die neue schon ab.
modification-purpose-not-covered = Die Zweckbestimmung hat sich so geändert, dass die Risikobewertung es nicht abdeckt: Das allein ist wesentlich.
modification-new-interfaces = Die Änderung schafft oder öffnet eine Schnittstelle.
modification-new-channels = Die Änderung schafft einen Kommunikationskanal.
modification-new-environments = Das Produkt läuft in einer Umgebung, in der es bisher nicht lief.
modification-new-dependencies = Das Produkt hängt von etwas außerhalb ab, wie es bisher nicht der Fall war.
modification-new-scenarios = Die Änderung macht Angriffe möglich, die es nicht waren.
modification-likelihood-raised = Die Änderung macht einen bekannten Angriff wahrscheinlicher.
modification-impact-raised = Die Änderung macht einen bekannten Angriff schlimmer.
modification-boundary-changed = Die Änderung verschiebt die Grenze des Produkts; eine Sicherheitsaktualisierung tut das nicht, ohne neu betrachtet zu werden.
modification-lowers-risk = Die Änderung senkt das Cybersicherheitsrisiko.
modification-assumptions-hold = Die Annahmen der Risikobewertung gelten noch.
modification-mitigations-hold = Die Maßnahmen, auf die sich die Risikobewertung stützt, wirken noch.
modification-affects-compliance = Die Änderung berührt die Konformität mit den Anforderungen von Anhang I Teil I: Das macht eine Änderung wesentlich.
modification-not-foreseen = Die Risikobewertung hat diese Änderung nicht vorab behandelt: Sie hätte sie vorsehen, beschreiben, bewerten und mindern müssen.
modification-foreseen = Die bestehende Risikobewertung hat die Änderung vorgesehen, beschreibt und bewertet sie und mindert ihre Risiken: nicht wesentlich, was immer sie hinzufügt.
modification-foreseen-at = Die bestehende Risikobewertung hat die Änderung vorgesehen, beschreibt und bewertet sie und mindert ihre Risiken ({ $at }): nicht wesentlich, was immer sie hinzufügt.
modification-security-update = Eine Sicherheitsaktualisierung, die das Risiko senkt und die Zweckbestimmung unberührt lässt, ist nicht wesentlich, wie groß sie auch ist.
modification-security-update-unless = Anders wäre es, wenn sie die Grenze des Produkts verschöbe, seine Abhängigkeiten änderte oder eine Schnittstelle öffnete, ohne dass es vorgesehen war. Nicht angegeben: { $facts }.
modification-security-update-beyond = Eine Sicherheitsaktualisierung, die Zweckbestimmung, Grenze oder Abhängigkeiten ändert oder eine Schnittstelle öffnet und nicht vorgesehen war, wird wie jede andere Änderung beurteilt.
modification-restoring = Eine Reparatur, eine Überholung oder ein besseres Teil, das Konformität und Zweckbestimmung unberührt lässt, ist nicht wesentlich.
modification-every-no = Kein neuer Angriffsweg, keiner wahrscheinlicher, keiner schlimmer, und was die Risikobewertung voraussetzt, gilt noch: wahrscheinlich nicht wesentlich.
modification-presumed-no-longer = Was die Risikobewertung voraussetzt, gilt nicht mehr; ihre Antworten lassen sich nicht ohne Weiteres übertragen.
modification-no-effect = Laut Angabe ist die Konformität mit Anhang I nicht berührt, und die Zweckbestimmung ist abgedeckt: Keine Hälfte der Definition ist erfüllt.
modification-review-presumed = Die Leitlinien nennen eine Änderung nur dann wahrscheinlich nicht wesentlich, wenn die Prämissen der Risikobewertung noch gelten; hier gelten sie nicht. Lassen Sie das rechtlich prüfen.
modification-before-placing = Die frühere Version war noch nicht auf dem Markt: Eine Änderung davor ist Entwicklung, keine Änderung im Sinne der Verordnung.
modification-integration = Komponenten in ein eigenes neues Produkt einzubauen ist Integration, keine Änderung dieser Komponenten.
modification-third-party = Was der Anbieter eines fremden Ferndienstes an diesem ändert, ändert Ihr Produkt nicht.
modification-large = Die Änderung ist technisch groß; ihre Größe entscheidet nichts.
modification-small = Die Änderung ist technisch klein; ihre Größe entscheidet nichts, auch eine kleine Funktion kann wesentlich sein.

# --- Widersprüche ---
modification-conflict-placed = Laut Angabe wurde die frühere Version nicht in Verkehr gebracht, und laut Angabe wurde sie es am { $placed_on }.
    .hint = Behalten Sie `modification.earlier_was_placed` oder `modification.earlier_placed_on`, je nachdem, was stimmt.
modification-conflict-foreseen-purpose = Laut Angabe hat die bestehende Risikobewertung die ganze Änderung behandelt, deckt aber die neue Zweckbestimmung nicht ab.
    .hint = Sehen Sie die Zweckbestimmung in der Risikobewertung nach, die es vor der Änderung gab; eine der beiden Angaben ist falsch.
modification-conflict-foreseen-compliance = Laut Angabe hat die bestehende Risikobewertung gemindert, was die Änderung mit sich bringt, und doch berührt diese die Konformität mit Anhang I Teil I.
    .hint = Ist die Konformität berührt, wurde nicht alles gemindert; eine der beiden Angaben ist falsch.
modification-conflict-risk = Laut Angabe senkt die Sicherheitsaktualisierung das Risiko, doch nach `{ $fact }` erhöht sie eines.
    .hint = Geben Sie an, was stimmt; eine Aktualisierung, die ein Risiko senkt und ein anderes bringt, ist eine Frage an die Risikobewertung.
modification-conflict-no-effect = Laut Angabe berührt die Änderung die Konformität mit Anhang I Teil I nicht, doch nach `{ $fact }` bringt sie ein Risiko, das niemand bewertet hat.
    .hint = Lassen Sie `modification.affects_compliance` weg, oder berichtigen Sie die andere Antwort.
modification-conflict-provider-purpose = Laut Angabe hat sich nur der Dienst eines Dritten geändert, und doch mit ihm die Zweckbestimmung des Produkts.
    .hint = Eine geänderte Zweckbestimmung ist Ihre eigene Änderung: Nennen Sie deren Art, zum Beispiel `feature-update`.
modification-conflict-provider-unknown = Laut Angabe hat sich `{ $service }` geändert, ist aber keiner der Ferndienste dieses Dossiers.
    .hint = Schreiben Sie den Namen des Dienstes so, wie er in `remote_services` steht.
modification-conflict-provider-own = Laut Angabe gehört `{ $service }` einem Dritten, ist aber Teil des Produkts: Die Software liegt in Ihrer eigenen Verantwortung.
    .hint = Eine Änderung daran ist eine Änderung des Produkts: Nennen Sie deren Art, zum Beispiel `feature-update`.
modification-conflict-provider-product = Laut Angabe hat sich nur der Dienst eines Dritten geändert, doch die Dossiers zeigen mehr: { $shown }
    .hint = Nennen Sie die Art Ihrer eigenen Änderung, oder sagen Sie unter `modification.explained`, was der Unterschied wirklich ist.
modification-conflict-denied = `{ $fact }` ist mit Nein beantwortet, doch die Dossiers zeigen es anders: { $shown }
    .hint = Berichtigen Sie die Antwort, oder sagen Sie unter `modification.explained`, was der Unterschied wirklich ist.

# --- was an der Angabe nicht stimmt ---
modification-problem-no-reason = Die Entscheidung ist nicht die, zu der die Angaben führen ({ $proposed }), und nennt keinen Grund.
    .hint = Sagen Sie in `modification.because`, warum, oder berichtigen Sie die Angaben.
modification-problem-decided-by = Eine Entscheidung ist angegeben, aber nicht, { $lacks } sie getroffen wurde.
    .hint = Eine Entscheidung zählt, weil eine Person für sie einsteht: Ergänzen Sie `decided_by` und `decided_on`.
modification-lacks-whom = von wem
modification-lacks-when = wann
modification-lacks-whom-and-when = von wem und wann
modification-problem-no-decision = Es ist angegeben, wer wann oder warum entschieden hat, aber nicht, was.
    .hint = Ergänzen Sie `determination = "substantial"` oder `determination = "not-substantial"`.
modification-problem-role-denied = Die Änderung gilt als wesentlich und stammt von einem Akteur, der das Produkt laut Angabe nicht wesentlich ändert.
    .hint = Berichtigen Sie `operator.activity.substantially_modifies` oder `modification.made_by`: Wer wesentlich ändert, ist Hersteller.
modification-problem-role-claimed = Laut Angabe ändert der Akteur das Produkt wesentlich, doch diese Änderung gilt als nicht wesentlich.
    .hint = Geben Sie `operator.activity.substantially_modifies = false` an, sofern keine frühere Änderung wesentlich war.
modification-problem-same-version = Laut Angabe geht die Änderung von Version { $version } aus; das ist dieses Release selbst.
    .hint = Nennen Sie die frühere Version in `modification.of_version`.
modification-problem-earlier-later = Laut Angabe wurde die frühere Version am { $earlier } in Verkehr gebracht, nach dieser vom { $newer }.
    .hint = Berichtigen Sie einen der beiden Tage.
modification-problem-keeps-day = Die Änderung ist nicht wesentlich; die Version behält also den früheren Tag des Inverkehrbringens, { $earlier }, angegeben ist aber { $newer }.
    .hint = Geben Sie in `release.placed_on_the_market_on` den Tag der früheren Version an.
modification-problem-other-version = Laut Angabe geht die Änderung von Version { $stated } aus, das frühere Dossier betrifft aber Version { $found }.
    .hint = Legen Sie das Dossier jener Version vor, oder berichtigen Sie `modification.of_version`.
modification-problem-other-day = Laut Angabe wurde die frühere Version am { $stated } in Verkehr gebracht, nach ihrem eigenen Dossier aber am { $found }.
    .hint = Berichtigen Sie `modification.earlier_placed_on`, oder lassen Sie es weg: Dann gilt das frühere Dossier.
modification-problem-explained-idle = `{ $difference }` ist erklärt, doch darin unterscheiden sich die beiden Dossiers nicht.
    .hint = Entfernen Sie die Erklärung; bei einem Ferndienst nennen Sie ihn in `of`; oder prüfen Sie, ob das richtige frühere Dossier vorliegt.
modification-proposed-substantial = wesentlich
modification-proposed-not-substantial = nicht wesentlich
modification-proposed-undetermined = nicht zu entscheiden

# --- Unterschiede ---
modification-differs-identity = Der Akteur oder das Produkt heißt anders als zuvor; wessen Änderung ist es, und ist es noch dasselbe Produkt?
modification-differs-purpose = Die Zweckbestimmung ist anders formuliert als zuvor.
modification-differs-purpose-stated-once = Die Zweckbestimmung ist nur in einem der beiden Dossiers angegeben.
modification-differs-category = Die Kernfunktionalität fällt unter eine andere Kategorie: zuvor { $before }, jetzt { $now }.
modification-differs-core = Die Kernfunktionalität ist anders formuliert als zuvor.
modification-differs-functionalities = Die Hauptfunktionen sind nicht dieselben.
modification-differs-kind = Das Produkt ist ein Gegenstand anderer Art als zuvor.
modification-differs-connection = Die Datenverbindung ist nicht dieselbe.
modification-differs-environment = Das Sicherheitsumfeld, das die Risikobewertung voraussetzt, ist anders formuliert.
modification-differs-properties = Eine Sicherheitseigenschaft, die angegeben war, ist nicht mehr angegeben.
modification-differs-circumstances = Umstände oder Fehlanwendungen, die zu Risiken führen können, sind hinzugekommen.
modification-differs-remote-added = Der Ferndienst `{ $service }` ist neu.
modification-differs-remote-removed = Der Ferndienst `{ $service }` ist entfallen.
modification-differs-remote-outcome = Der Ferndienst `{ $service }` ist für das Produkt etwas anderes als zuvor.
modification-differs-requirement-gone = Diese Anforderungen von Anhang I Teil I galten und gelten nicht mehr: { $requirements }.
modification-differs-requirement-come = Diese Anforderungen von Anhang I Teil I galten nicht und gelten jetzt: { $requirements }.
modification-differs-requirement-otherwise = Diese Anforderungen von Anhang I Teil I sind anders umgesetzt: { $requirements }.
modification-differs-reviewed = Die Risikobewertung wurde am { $reviewed_on } überprüft; ob die Änderung vorgesehen war, richtet sich nach ihrem Stand davor.
modification-differs-not-reviewed = Die Risikobewertung wurde seit der früheren Version nicht überprüft; gilt sie noch?
modification-differs-expected-use = Die voraussichtliche Nutzungsdauer ist nicht dieselbe.
modification-differs-support = Der Unterstützungszeitraum endet an einem anderen Tag.
modification-differs-direct-added = Das Produkt selbst hängt von { $count ->
    [one] einem Paket
   *[other] { $count } Paketen
    } ab, von { $count ->
    [one] dem
   *[other] denen
    } es bisher nicht abhing: { $names }. Eine Bibliothek ist nicht schon als solche eine externe Abhängigkeit; ist hier eine dabei?
modification-differs-components-added = { $count ->
    [one] Ein Paket ist
   *[other] { $count } Pakete sind
    } neu aufgeführt: { $names }.
modification-differs-components-removed = { $count ->
    [one] Ein Paket ist
   *[other] { $count } Pakete sind
    } nicht mehr aufgeführt: { $names }. Beruhte eine Maßnahme auf { $count ->
    [one] ihm
   *[other] einem davon
    }?
modification-differs-major-up = { $count ->
    [one] Ein Paket hat
   *[other] { $count } Pakete haben
    } eine höhere Hauptversion: { $names }. Die Zusagen können sich geändert haben.
modification-differs-major-down = { $count ->
    [one] Ein Paket hat
   *[other] { $count } Pakete haben
    } eine niedrigere Hauptversion: { $names }. Sind bekannte Schwächen wieder da?

# --- was folgt ---
modification-follows-up-to-date = Halten Sie Risikobewertung und technische Dokumentation aktuell, wie immer entschieden wurde.
modification-follows-third-party = Überarbeiten Sie die Risikobewertung im Hinblick darauf, was der Anbieter geändert hat.
modification-follows-integration = Wer das neue Produkt herstellt, ist sein Hersteller, mit allen Pflichten für das Ganze; bewerten Sie es in einem eigenen Dossier.
modification-follows-keeps-day = Die Version behält den früheren Tag des Inverkehrbringens, { $day }; eine neue Konformitätsbewertung, Erklärung oder CE-Kennzeichnung ist nicht verlangt.
modification-follows-keeps-early-day = Die Version behält den früheren Tag des Inverkehrbringens, { $day }, vor dem 11. Dezember 2027: Es gelten weiterhin nur die Meldepflichten.
modification-follows-keeps-unknown-day = Die Version behält den Tag, an dem die frühere in Verkehr gebracht wurde; welcher das ist, ist nicht angegeben.
modification-follows-by-whom = Wer die Änderung vorgenommen hat, entscheidet darüber, wer jetzt Hersteller ist; das ist nicht angegeben.
modification-follows-original = Der Hersteller bleibt Hersteller und bringt das geänderte Produkt als neues in Verkehr.
modification-follows-importer = Der Einführer, der das Produkt geändert hat, ist dessen Hersteller, mit den Pflichten aus den Artikeln 13 und 14.
modification-follows-distributor = Der Händler, der das Produkt geändert hat, ist dessen Hersteller, mit den Pflichten aus den Artikeln 13 und 14.
modification-follows-other-keeps = Wer das Produkt geändert hat, stellt es nicht bereit und wird daher nicht sein Hersteller.
modification-follows-other-open = Wer das Produkt geändert hat, wird sein Hersteller, wenn er es bereitstellt; ob er das tut, ist nicht angegeben.
modification-follows-other-extent = Wer das Produkt geändert hat, ist sein Hersteller: für den betroffenen Teil oder, wenn die Cybersicherheit des Produkts insgesamt betroffen ist, für das Ganze; das ist nicht angegeben.
modification-follows-other-whole = Wer das Produkt geändert hat, ist sein Hersteller, mit den Pflichten aus den Artikeln 13 und 14 für das ganze Produkt.
modification-follows-other-part = Wer das Produkt geändert hat, ist sein Hersteller, mit den Pflichten aus den Artikeln 13 und 14 für den betroffenen Teil.
modification-follows-not-available = Das geänderte Produkt wird nicht bereitgestellt; nichts wird also erneut in Verkehr gebracht.
modification-follows-available-open = Wird das geänderte Produkt bereitgestellt, wird es neu in Verkehr gebracht; ob das geschieht, ist nicht angegeben.
modification-follows-placing = Mit der Bereitstellung wird das geänderte Produkt als neues in Verkehr gebracht; der Tag ist nicht angegeben.
modification-follows-placing-on = Mit der Bereitstellung wird das geänderte Produkt als neues in Verkehr gebracht, am { $day }.
modification-follows-earlier-open = War die frühere Version vor dem 11. Dezember 2027 auf dem Markt, entscheidet diese Änderung, ob das Produkt gebunden ist; der Tag ist nicht angegeben.
modification-follows-earlier-when = Die frühere Version war vor dem 11. Dezember 2027 auf dem Markt: Wird das Produkt ab diesem Tag wesentlich geändert, ist es gebunden. Der Tag dieses Release ist nicht angegeben.
modification-follows-earlier-not-yet = Die frühere Version und diese vom { $day } liegen vor dem 11. Dezember 2027: Die Änderung bindet das Produkt noch an nicht mehr als die Meldepflichten.
modification-follows-earlier-bound = Die frühere Version war vor dem 11. Dezember 2027 auf dem Markt und nur an die Meldepflichten gebunden; am { $day } geändert, ist das Produkt an alles gebunden.
modification-follows-earlier-extent = Für ihr eigenes früheres Produkt schulden Hersteller dies für die geänderten Teile oder, wenn die Cybersicherheit des Ganzen leidet, für das Ganze; das ist nicht angegeben.
modification-follows-earlier-whole = Die Cybersicherheit des Produkts insgesamt ist betroffen: Die Pflichten erfassen es ganz, nicht nur die geänderten Teile.
modification-follows-earlier-part = Die Pflichten beschränken sich auf die geänderten Teile, weil die Cybersicherheit des Ganzen nicht betroffen ist.
modification-follows-earlier-distributor = Ein Händler muss frühere Produkte nicht konform machen, außer denen, die er wesentlich ändert, wie hier.
modification-follows-assessment = Lassen Sie die Konformität des geänderten Produkts in einem Verfahren bewerten, das dafür offen ist.
modification-follows-documentation = Erstellen Sie die technische Dokumentation des geänderten Produkts mit seiner Risikobewertung.
modification-follows-declaration = Stellen Sie für das geänderte Produkt eine EU-Konformitätserklärung aus und unterzeichnen Sie sie.
modification-follows-marking = Bringen Sie am geänderten Produkt die CE-Kennzeichnung an.
modification-follows-reuse = Prüfungen und Unterlagen, die etwas über nicht berührte Teile nachweisen, dürfen wiederverwendet werden.
modification-follows-support = Prüfen Sie den Unterstützungszeitraum neu: Er beginnt weder von vorn, noch verlängert er sich von selbst. Ob das, was die Nutzungsdauer bestimmt, unverändert ist, ist nicht angegeben.
modification-follows-support-units = Prüfen Sie den Unterstützungszeitraum neu: Jede Einheit hat einen eigenen, ab dem Tag ihres Inverkehrbringens.
modification-follows-support-aligned = Geben Sie für die geänderte Version einen Unterstützungszeitraum an: Bei gleicher voraussichtlicher Nutzung endet er mit dem ursprünglichen, auch wenn weniger als fünf Jahre bleiben.
modification-follows-support-anew = Legen Sie für die geänderte Version einen Unterstützungszeitraum nach den Kriterien von Artikel 13 Absatz 8 fest: Was die Nutzungsdauer bestimmt, hat sich geändert.
modification-follows-earlier-versions-open = Ob Schwachstellen nur in der neuesten Version behoben werden dürfen, hängt davon ab, was der Wechsel den Nutzern früherer Versionen abverlangt; das ist nicht angegeben.
modification-follows-earlier-versions-all = Der Wechsel auf diese Version ist nicht kostenlos oder verursacht Nutzern Zusatzkosten: Beheben Sie Schwachstellen in den früheren Versionen weiter, bis deren Unterstützung endet.
modification-follows-earlier-versions-latest = Schwachstellen dürfen allein in der neuesten Version behoben werden. Die anderen Pflichten aus Anhang I Teil II bleiben für jede Version; teilen Sie Nutzern früherer Versionen mit, dass deren Unterstützung endet.
modification-follows-earlier-versions-effort = Schwachstellen dürfen allein in der neuesten Version behoben werden: Arbeitszeit, Tests und übliche Umstellungen sind keine Zusatzkosten. Die anderen Pflichten aus Anhang I Teil II bleiben für jede Version; teilen Sie Nutzern früherer Versionen mit, dass deren Unterstützung endet.
modification-follows-earlier-versions-paid = Schwachstellen dürfen allein in der neuesten Version behoben werden; Unterstützung früherer Versionen gegen Bezahlung ist erlaubt. Die anderen Pflichten aus Anhang I Teil II bleiben für jede Version; teilen Sie Nutzern früherer Versionen mit, dass deren Unterstützung endet.
modification-follows-certificate-open = Deckt das Zertifikat einer notifizierten Stelle die frühere Version ab, ist sie unter Umständen zu unterrichten; ob es eines gibt, ist nicht angegeben.
modification-follows-quality-system = Unterrichten Sie die notifizierte Stelle, die das Qualitätssicherungssystem zugelassen hat, über die beabsichtigte Änderung.
modification-follows-new-examination = Unterrichten Sie die notifizierte Stelle, die das Zertifikat ausgestellt hat: Das geänderte Produkt muss neu geprüft werden, von ihr oder einer anderen.
modification-follows-addition = Unterrichten Sie die notifizierte Stelle, die das Zertifikat ausgestellt hat: Sie genehmigt die Änderung durch eine Ergänzung dazu.
modification-follows-no-reassessment = Die Änderung berührt weder die Konformität noch die Bedingungen des Zertifikats: Die notifizierte Stelle muss sie nicht prüfen.
modification-follows-may-affect = Änderungen, die Konformität oder Bedingungen des Zertifikats berühren können, gehen an die notifizierte Stelle; ob diese es kann, ist nicht angegeben.

# --- der Befehl ---
modification-cli-about = sagen, ob die Änderungen seit einer früheren Version eine wesentliche Änderung sind und was folgt
modification-cli-earlier = das Verzeichnis mit `proofmark.toml` der früheren Version
modification-cli-newer = das Verzeichnis mit `proofmark.toml` der neueren Version und ihrer Tabelle `[modification]`
modification-show-versions = { $product } { $earlier } → { $newer }
modification-show-proposal = Vorschlag
modification-show-substantial = eine wesentliche Änderung
modification-show-not-substantial = keine wesentliche Änderung
modification-show-undetermined = nicht zu entscheiden: { $count ->
    [one] eine Angabe fehlt
   *[other] { $count } Angaben fehlen
    }
modification-show-contradictory = nicht zu entscheiden: Die Angaben widersprechen sich oder den Dossiers
modification-show-seen = gesehen: { $difference }
modification-show-decision = Entscheidung
modification-show-decided = entschieden von { $by } am { $on }:
modification-show-departs = Das ist nicht der Vorschlag; es gilt trotzdem.
modification-show-differences = Unterschiede
modification-show-differences-count = { $count }; die mit `·` markierten sind nur Anzeichen
modification-show-explained = erklärt: { $because }
modification-show-no-components = Die Komponenten ließen sich nicht vergleichen: Eine der beiden Versionen hat keine Komponentenliste.
modification-show-follows = Was folgt
modification-show-state = Nicht angegeben: { $missing }
modification-show-open = nicht zu entscheiden
modification-show-line-decided = Änderung: { $says }, laut Entscheidung
modification-show-line-proposed = Änderung: { $says }, laut Vorschlag
modification-show-line-more = `proofmark modification OLD_DIR NEW_DIR` vergleicht mit der früheren Version; `--all` zeigt, was folgt.
