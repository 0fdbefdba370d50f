# Was das Recht lehrt: Erklärungen, Quiz, Reifegrad.

# --- Quiz ---
teaching-quiz-statement = Richtig oder falsch? „{ $statement }“
teaching-quiz-true = richtig
teaching-quiz-false = falsch
teaching-quiz-who = Wessen Pflicht ist das? „{ $asks }“
teaching-quiz-when = Ab welchem Tag verlangt die Verordnung das überhaupt? „{ $asks }“
teaching-quiz-where = Wo steht das? „{ $asks }“
teaching-quiz-shown = Was davon hilft, dies nachzuweisen? „{ $asks }“
teaching-quiz-class = Welche Klasse hat ein Produkt mit dieser Kernfunktionalität: { $title }?
teaching-quiz-because = Verpflichtet ab { $from }: { $role }. { $asks }

# --- Reifegrad ---
teaching-area-scope = Anwendungsbereich, Rolle und Klasse
teaching-area-risk = Risikobewertung
teaching-area-properties = Produkteigenschaften (Anhang I Teil I)
teaching-area-vulnerabilities = Behandlung von Schwachstellen
teaching-area-reporting = Meldebereitschaft
teaching-area-documents = Unterlagen und Erklärung
teaching-area-support = Unterstützung und Aktualisierungen
teaching-rhythm-release = Je Release
teaching-rhythm-weekly = Wöchentlich
teaching-rhythm-monthly = Monatlich
teaching-rhythm-yearly = Jährlich
teaching-rhythm-event = Bei Bedarf
teaching-waits-for = nicht angegeben: { $missing }
teaching-decided = entschieden
teaching-first-reporting = Machen Sie sich meldebereit: Die Pflicht aus Artikel 14 gilt schon, was immer sonst gilt.
teaching-maturity-title = Erster Blick: drei Schritte
teaching-maturity-lead = Wo das Produkt steht, was zuerst kommt und wie es so bleibt. Die Zahlen beruhen auf dem, was das Dossier angibt und was daneben liegt; sie messen Nachweise, nicht Qualität.
teaching-stands = Wo Sie stehen
teaching-stands-lead = Jeder Bereich mit den Pflichten, die für dieses Produkt und diesen Akteur gelten.
teaching-first = Was zuerst
teaching-first-lead = Was schon gilt, kommt vor dem Überfälligen, dieses vor dem, was das Release vom Markt fernhält, der Rest nach seinem gesetzlichen Tag; am selben Tag zuerst, worauf anderes beruht, dann, was mehr Pflichten erfüllt.
teaching-first-nothing = Nichts: Kein Schritt ist offen.
teaching-first-by = Bis { $by }.
teaching-first-more = { $count ->
        [one] Ein weiterer Schritt steht im Stand der Pflichten der Bewertung.
       *[other] { $count } weitere Schritte stehen im Stand der Pflichten der Bewertung.
    }
teaching-embed = Wie Sie es verankern
teaching-embed-lead = Wiederkehrende Arbeit, die das Erreichte erhält. Wie oft, ist ein Vorschlag; dass sie getan wird, verlangt die Verordnung.
teaching-embed-nothing = Nichts kehrt wieder: Die Verordnung verlangt für dieses Produkt von diesem Akteur nichts.
teaching-column-area = Bereich
teaching-column-stands = Stand
teaching-column-missing = Was zuerst fehlt
teaching-counts = { $met } von { $all } erfüllt
teaching-counts-late = { $met } von { $all } erfüllt, { $late } überfällig
teaching-nothing-asked = nichts verlangt
teaching-urgency-binds = Gilt schon:
teaching-urgency-late = Überfällig:
teaching-urgency-blocks = Sperrt das Release:
teaching-urgency-due = Als Nächstes:
teaching-serves = dient { $ids }
teaching-nothing-kept = Nur gelesen: Nichts wurde aufbewahrt und kein Registereintrag geschrieben.

# --- erklären ---
teaching-cli-explain = etwas aus dem Recht erklären: eine Kennung, einen Artikel, einen Punkt der Anhänge, eine Rolle, ein Verfahren, einen Schlüssel des Dossiers, eine Schwachstelle
teaching-cli-explain-what = was erklärt werden soll: `I.2.c`, `13(8)`, `Annex II point 8`, `module H`, `importer`, `ERR-08`, `support_period.ends_on`, `CVE-2021-44228`
teaching-cli-explain-dir = ein Verzeichnis mit einem Dossier: auch sagen, wo es dieses Produkt betrifft
teaching-cli-quiz = das Recht mit Fragen lernen, jede Antwort mit Fundstelle
teaching-cli-quiz-count = wie viele Fragen
teaching-cli-quiz-seed = dieselben Fragen noch einmal ziehen; ein Quiz nennt am Ende seinen Startwert
teaching-cli-maturity = sagen, wo ein Produkt steht, was zuerst kommt und was wiederkehrt
teaching-cli-maturity-out = den Bericht als maturity.html, maturity.pdf und maturity.json in dieses Verzeichnis schreiben
teaching-not-known = unter dem Namen `{ $asked }` ist nichts bekannt
    .hint = fragen Sie nach einer Kennung, einem Artikel wie `13(8)`, einem Punkt der Anhänge wie `Annex II point 8`, einer Rolle, einem Verfahren oder einem Schlüssel des Dossiers
teaching-not-known-near = unter dem Namen `{ $asked }` ist nichts bekannt; ähnlich sind `{ $near }`
    .hint = fragen Sie nach einer Kennung, einem Artikel wie `13(8)`, einem Punkt der Anhänge wie `Annex II point 8`, einer Rolle, einem Verfahren oder einem Schlüssel des Dossiers
teaching-says-examples = Genannte Beispiele: { $names }.
teaching-says-draft = Nur aus einem Entwurf bekannt: { $parts }.
teaching-says-body = Die notifizierte Stelle: { $duty }
teaching-says-documents = Danach liegt vor: { $names }.
teaching-says-claim = Oft gesagt und falsch: { $claim }
teaching-says-mistake = ein verbreiteter Irrtum
teaching-says-procedure = Konformitätsbewertungsverfahren { $name }
teaching-says-row = Eine Zeile aus Abschnitt { $section } der Referenz, geprüft { $codes }.
teaching-key = ein Schlüssel des Dossiers
teaching-key-takes = Inhalt: { $takes }.
teaching-key-example = Beispiel: { $example }
teaching-key-below = Schlüssel darin: { $names }.
teaching-found-several = { $count } Einträge:
teaching-owed-by = Verpflichtet: { $role }
teaching-from = Ab: { $from }
teaching-shown-by = Nachweis { $name }: { $add }
teaching-cites = Steht in: { $cites }
teaching-verified = Zeile { $rows } der Referenz, geprüft { $codes }
teaching-legal-review = Rechtliche Prüfung: { $why }
teaching-see-also = Siehe auch: { $ids }
teaching-here = Bei { $product }
teaching-here-nothing = Keine Antwort zu diesem Produkt beruht darauf.
teaching-here-category = Die Kernfunktionalität fällt laut Angabe darunter.
teaching-here-other-category = Die Kernfunktionalität fällt laut Angabe unter `{ $category }`, nicht unter diese Kategorie.
teaching-here-no-category = Die Kernfunktionalität fällt laut Angabe unter keine Kategorie.
teaching-here-class-open = Über die Klasse ist noch nicht entschieden.
teaching-here-route-open = Dieses Verfahren ist offen.
teaching-here-route-would-open = Dieses Verfahren ist nicht offen; etwas würde es öffnen.
teaching-here-route-closed = Dieses Verfahren ist nicht offen.
teaching-here-route-none = Für dieses Produkt hat dieser Akteur kein Verfahren zu wählen.
teaching-here-role = Das ist die Rolle des Akteurs, der die Angaben macht, für dieses Produkt.
teaching-here-other-role = Rolle des Akteurs, der die Angaben macht: { $role }.
teaching-here-no-role = Der Akteur, der die Angaben macht, hat für dieses Produkt keine Rolle.
teaching-here-role-open = Über die Rolle des Akteurs, der die Angaben macht, ist noch nicht entschieden.
teaching-here-stated = Das Dossier gibt an: { $value }
teaching-here-not-stated = Das Dossier gibt es nicht an.
teaching-standing-met = Erfüllt.
teaching-standing-open = Offen, fällig { $due }.
teaching-standing-late = Überfällig seit { $since }.
teaching-standing-not-applicable = Nicht anwendbar: { $because }

# --- das Quiz im Terminal ---
teaching-quiz-number = Frage { $number } von { $count }
teaching-quiz-choose = Antworten Sie mit einer Nummer; `überspringen` zeigt die Antwort, `halt` beendet.
teaching-quiz-not-a-choice = `{ $typed }` ist keine der Nummern.
teaching-quiz-right = Richtig.
teaching-quiz-wrong = Nicht richtig. Die Antwort lautet: { $answer }
teaching-quiz-skipped = Die Antwort lautet: { $answer }
teaching-quiz-score = { $right } von { $asked } richtig. Dieselben Fragen noch einmal: `proofmark quiz --count { $count } --seed { $seed }`
teaching-says-class = Die Klasse entscheidet über das Konformitätsbewertungsverfahren und sonst über nichts: Jede andere Pflicht ist dieselbe.
teaching-says-kind = Einstufung: { $class }; Kategorie { $category }. Es zählt die Kernfunktionalität, nicht der Name.
teaching-conditional = Vor dem 11. Dezember 2027 in Verkehr gebracht: Abgesehen von den Meldungen nach Artikel 14 gilt nichts davon, solange das Produkt nicht wesentlich geändert wird (Artikel 69 Absatz 2); gezeigt wird, wie es dann stünde.
