## Was der Raum `routes` sagt. Ein Schlüssel beginnt mit `routes-`; das Attribut `.hint` sagt, was man tun kann.

# --- rechtliche Prüfung ---
routes-review-draft-kind = Die endgültige Beschreibung dieses Teils von `{ $category }` ({ $kind }) lag nicht vor (Zeile { $row }). Lassen Sie das rechtlich prüfen.
routes-review-less-strict = Mehrere Kategorien treffen zu, und `{ $category }` ist nicht die strengste davon. Keine Quelle sagt, dass die weniger strenge gewählt werden darf; lassen Sie das rechtlich prüfen.

# --- Einstufung ---
routes-class-matches-too = `{ $category }` trifft laut Angabe ebenfalls zu. Angegebene Begründung: { $because }
routes-class-ancillary-only = Die Funktion von `{ $category }` ist nur neben der Kernfunktionalität vorhanden. Sie ändert weder die Klasse, noch nimmt sie das Produkt aus seiner Kategorie. Angegebene Begründung: { $because }
routes-class-merely-complements = Was über `{ $category }` hinausgeht, ergänzt sie nur und ist kein Überschreiten: Die Kategorie trifft weiterhin zu. Angegebene Begründung: { $because }
routes-class-critical-component = Ein Produkt der Klasse I bleibt in Klasse I, auch wenn es eine Komponente der kritischen Kategorie `{ $category }` integriert.
routes-class-none-but-matches = Für die Kernfunktionalität ist keine Kategorie angegeben, und doch treffen diese laut Angabe zu: { $categories }. Eine davon muss die Kernfunktionalität sein.
routes-class-not-chosen = `{ $category }` und { $others } treffen zu, und die strengere wurde nicht gewählt. Ohne Gründe für die Wahl ist keine Klasse sicher.
routes-class-chosen = Von `{ $category }` und { $others }, die alle zutreffen, wurde `{ $category }` als die eine Kernfunktionalität gewählt. Angegebene Begründung: { $because }
routes-class-chosen-strictest = Von `{ $category }` und { $others }, die alle zutreffen, wurde `{ $category }` gewählt, und keine ist strenger. Die technische Dokumentation muss die eine Kernfunktionalität und die Gründe nennen.
routes-class-described-differently = Verkaufsunterlagen, Anleitungen und technische Dokumentation nennen verschiedene Kategorien. Es entscheiden die Merkmale des Produkts, nicht seine Bezeichnungen; stimmen Sie die Beschreibungen aufeinander ab.

# --- Schaltungen ---
routes-circuit-fits = Eine Schaltung mit Angriffspotenzial `{ $level }` und Manipulationsschutz `{ $tamper }` passt zu `{ $category }`.
routes-circuit-is = Eine Schaltung mit Angriffspotenzial `{ $level }` und Manipulationsschutz `{ $tamper }` gehört nicht zu `{ $category }`, sondern zu { $tier }.
routes-circuit-no-security-functions = Die Schaltung hat keine Sicherheitsfunktionen, die mehr als den Chip selbst schützen sollen; daher trifft `{ $category }` nicht zu.
routes-circuit-missing = Welche Kategorie von Schaltungen vorliegt, hängt von `{ $path }` ab, und das ist nicht angegeben.
    .hint = Geben Sie es im Dossier an.
routes-circuit-yes = ja
routes-circuit-no = nein
routes-circuit-not-stated = nicht angegeben
routes-circuit-either = { $one } oder { $other }

# --- Widersprüche der Einstufung ---
routes-contradiction-circuit = { $because }
    .hint = Berichtigen Sie `product.core_functionality.category` oder die Tatsachen zur Schaltung.
routes-contradiction-not-chosen = Mehrere Kategorien treffen zu ({ $categories }), und für die gewählte sind keine Gründe angegeben.
    .hint = Nennen Sie sie in `product.core_functionality.chosen_because`; die technische Dokumentation muss die eine Kernfunktionalität nennen.
routes-contradiction-none-but-matches = Die Kernfunktionalität fällt laut Angabe unter keine Kategorie, und doch treffen diese laut Angabe zu: { $categories }.
    .hint = Nennen Sie eine davon in `product.core_functionality.category`, oder berichtigen Sie, wie das Produkt zu ihnen steht.
routes-contradiction-described = `{ $words }` nennt `{ $named }`, eine andere Kategorie als die übrigen Beschreibungen. Das ist ein Warnzeichen.
    .hint = Bringen Sie Verkaufsunterlagen, Anleitungen und technische Dokumentation mit dem Produkt in Einklang.
routes-contradiction-described-never = Keine Beschreibung des Produkts nennt die gewählte Kategorie ({ $chosen ->
        [none] keine
       *[other] { $chosen }
    }). Ein Produkt falsch darzustellen, um seine Klasse zu ändern, ist nicht erlaubt.
    .hint = Berichtigen Sie die Kategorie oder die Beschreibungen.
routes-contradiction-unknown-kind = `{ $kind }` ist keine der bekannten Arten von `{ $category }`; daher ist nicht bekannt, ob sie auf einem Entwurf beruht. Bekannt: { $known }.

# --- Verfahren, Artikel 12, 27, 32 und 69 ---
routes-review-restrictions = Wie weit eine mit Einschränkungen veröffentlichte Fundstelle die Konformität vermuten lässt, ist für diese Verordnung nicht geprüft. Lassen Sie das rechtlich prüfen.
routes-standard-with-restrictions = `{ $reference }` ist laut Angabe vollständig angewandt. Die Fundstelle wurde mit Einschränkungen veröffentlicht, die laut Angabe anders erfüllt sind: { $restrictions }
routes-standard-does-not-cover = `{ $reference }` deckt laut Angabe nicht jedes Risiko der Kernfunktionalität ab; die interne Kontrolle ist daher nicht offen.
routes-not-known-whether-covered = Ob die interne Kontrolle offen ist, hängt von `{ $path }` ab, und das ist für `{ $reference }` nicht angegeben.
    .hint = Geben Sie es im Dossier an; planen Sie bis dahin mit einer notifizierten Stelle.
routes-certificate-covers = Ein Zertifikat des festgelegten Systems `{ $scheme }` ({ $reference }) deckt jedes Risiko der Kernfunktionalität ab; die interne Kontrolle ist daher offen.
routes-certificate-covers-part = Das Zertifikat nach `{ $scheme }` macht Dritte für die Anforderungen entbehrlich, die es abdeckt, und nur für diese.
routes-free-too-late = Die technische Dokumentation ist erst seit { $since } öffentlich, das Produkt wurde aber am { $placed_on } in Verkehr gebracht: Die Regel für freie Software hilft ihm nicht.
routes-act-would-make-mandatory = Ein delegierter Rechtsakt nach Artikel 8 Absatz 1 würde für diese Kategorie eine Zertifizierung vorschreiben und die anderen Verfahren verschließen. Nach dem verwendeten Rechtsstand ist keiner erlassen.
routes-artificial-intelligence-strict = Ein Hochrisiko-KI-System einer Klasse, die Dritte erfordert, während das Verfahren der KI-Verordnung die interne Kontrolle ist: Für die Anforderungen der vorliegenden Verordnung gelten deren eigene Verfahren.
routes-ai-deemed = Anhang I ist erfüllt, und die Erklärung weist es nach; daher gelten die Cybersicherheitsanforderungen der KI-Verordnung als erfüllt.
routes-ai-not-deemed = Die Cybersicherheitsanforderungen der KI-Verordnung gelten nicht durch diese Verordnung als erfüllt, weil `{ $path }` nicht zutrifft.
routes-ai-not-known = Ob die Cybersicherheitsanforderungen der KI-Verordnung durch diese Verordnung als erfüllt gelten, hängt von `{ $path }` ab, und das ist nicht angegeben.
routes-certificate-not-designated = `{ $scheme }` ist nach dem verwendeten Rechtsstand für diese Verordnung und dieses Produkt nicht festgelegt; sein Zertifikat eröffnet daher kein Verfahren.
routes-certificate-too-low = Die Stufe des Zertifikats ist `{ $level }`; unterhalb von `{ $least }` zählt es hier nicht.
routes-certificate-expired = Das Zertifikat war bis { $until } gültig und zählt nicht mehr.
routes-lower-fees = Notifizierte Stellen müssen ihre Gebühren für Kleinstunternehmen sowie kleine und mittlere Unternehmen entsprechend deren Interessen und Bedürfnissen senken.
routes-contradiction-certificate = Das Verfahren ist die Zertifizierung, aber das angegebene Zertifikat zählt nicht: { $because }
routes-contradiction-undecided = Angegeben ist das Verfahren `{ $procedure }`, ob es offen ist, ist aber nicht bekannt: { $because }
routes-contradiction-other-certificate = `{ $under }`: Das Zertifikat zählt für diese Verordnung längstens bis { $until } (Artikel 69 Absatz 1); das Produkt wird am { $placed_on } in Verkehr gebracht.

# --- der verwendete Rechtsstand ---
routes-caution-before = Die Antwort gilt für { $on }, vor dem Tag, den der Rechtsstand beschreibt ({ $as_of }); was damals galt, kann abweichen. Verwenden Sie einen Rechtsstand jener Zeit (`proofmark law history`).
routes-caution-long-after = Die Antwort gilt für { $on }, lange nach der neuesten Quelle des Rechtsstands ({ $newest }); was seither erlassen, veröffentlicht oder notifiziert wurde, ist hier nicht bekannt.
routes-state-not-signed = der Rechtsstand ist nicht signiert und wird daher nicht in Gebrauch genommen: { $error }
    .hint = `proofmark law sign FILE` signiert einen Rechtsstand mit dem Schlüssel dieser Installation; ein veröffentlichter kommt signiert
routes-state-signed-by-another = der Rechtsstand ist signiert, aber mit keinem Schlüssel, dem hier vertraut wird: { $error }
    .hint = nennen Sie den Schlüssel des Herausgebers mit `--key`, nachdem Sie ihn mit einem verglichen haben, den Sie auf anderem Weg von ihm erhielten
routes-state-tampered = der Rechtsstand oder seine Signatur wurde geändert: { $error }
    .hint = beziehen Sie die Datei erneut vom Herausgeber; sie wurde nicht in Gebrauch genommen
routes-state-unreadable = die Datei ist nicht als Rechtsstand verwendbar: { $error }
    .hint = `proofmark law show --format json` zeigt den verwendeten Rechtsstand; seine Datei hat dieselben Schlüssel
routes-state-older = der Rechtsstand ist vom { $as_of } und damit älter als der verwendete ({ $in_use })
    .hint = nehmen Sie ihn mit `--older` trotzdem in Gebrauch
routes-state-no-key = es ist kein Schlüssel bekannt, mit dem sich der Rechtsstand öffnen ließe
    .hint = nennen Sie den Schlüssel des Herausgebers mit `--key`
routes-state-damaged = der hier aufbewahrte Rechtsstand lässt sich nicht mehr öffnen: { $error }
    .hint = `proofmark ledger verify` sagt, ob die Ablage in Ordnung ist; `proofmark law use` nimmt wieder einen Rechtsstand in Gebrauch

# --- wie es gezeigt wird ---
routes-show-element = gestützt auf: { $element }
routes-show-against = dagegen: { $against }
routes-show-suggestion = einen Blick wert: `{ $category }` ({ $title }), denn `{ $path }` sagt „{ $words }“. Das ist ein Hinweis, keine Antwort.
routes-show-matches = trifft zu
routes-show-integrated-only = nur integriert
routes-show-ancillary-only = nur Nebenfunktion
routes-show-exceeds = wesentlich überschritten
routes-show-falls-short = das Produkt bleibt wesentlich dahinter zurück
routes-show-merely-complements = nur ergänzt, trifft also zu
routes-show-manufacturer = Hersteller
routes-show-notified-body = notifizierte Stelle
routes-show-certification-body = Zertifizierungsstelle
routes-show-output = Ergebnis: { $output }
routes-show-undecided = { $procedure }: nicht zu entscheiden

routes-law-title = Rechtsstand
routes-law-holds = Was er enthält
routes-law-built-in = in dieses Programm eingebaut
routes-law-signed = signiert mit { $key }; in Gebrauch seit { $since }, übernommen durch { $by }
routes-law-none = keine
routes-law-evidence = Neueste Quelle: { $newest }
routes-law-standards = Harmonisierte Normen mit Fundstelle zur Verordnung: { $values }
routes-law-specifications = Gemeinsame Spezifikationen: { $values }
routes-law-schemes = Nach Artikel 27 Absatz 9 festgelegte Zertifizierungssysteme: { $values }
routes-law-mandatory = Vorgeschriebene Zertifizierung nach Artikel 8 Absatz 1: { $values }
routes-law-exclusions = Ausnahmen nach Artikel 2 Absatz 5: { $values }
routes-law-amendments = Rechtsakte, die Anhang III oder IV geändert haben: { $values }
routes-law-bodies = Am { $checked_on } geführte notifizierte Stellen: { $count }
routes-law-interpretation = { $reference } vom { $dated }; nicht verbindlich
routes-law-platform = Einheitliche Meldeplattform: { $url }, Glossar { $glossary } vom { $captured_on }
routes-law-coordinators = Als Koordinatoren benannte CSIRTs: { $count }, Liste vom { $dated }
routes-law-own = Die eigenen Zahlen der Verordnung
routes-law-own-fixed = kein Rechtsstand ändert sie
routes-law-own-chapter-iv = Kapitel IV über notifizierte Stellen gilt
routes-law-own-reporting = Artikel 14 (Meldungen) gilt
routes-law-own-health = die Verordnung (EU) 2025/327 ändert die Verordnung für EHR-Systeme
routes-law-own-general = alles Übrige gilt
routes-law-own-stewards = die Pflichten der Verwalter gelten
routes-law-own-penalties = Sanktionen gelten, nach dem Wortlaut von Artikel 71 Absatz 2; offener Punkt OPN-02
routes-law-own-certificates = letzter Tag für Zertifikate nach anderen Rechtsakten (Artikel 69 Absatz 1)
routes-law-own-clocks = Meldungen: Frühwarnung binnen { $early } Stunden, Meldung binnen { $notification }; Abschlussbericht { $days } Tage nach Verfügbarkeit einer Maßnahme oder { $months } Monat nach der Meldung eines Sicherheitsvorfalls
routes-law-own-years = Unterlagen werden mindestens { $retention } Jahre aufbewahrt; der Unterstützungszeitraum beträgt mindestens { $support } Jahre, sofern das Produkt nicht kürzer verwendet wird
routes-law-own-tier = Geldbußen bis { $euro } Euro oder { $share } % des weltweiten Jahresumsatzes
routes-law-instruments = Rechtsakte
routes-law-not-used = Befugnisse, von denen niemand Gebrauch gemacht hat, und wann das nachgesehen wurde
routes-law-proposals = Vorschläge
routes-law-no-law = kein Recht; nichts wird daraus berechnet
routes-law-written = Normen, mit und ohne Fundstelle
routes-law-history = Rechtsstände
routes-law-is-in-use = in Gebrauch
routes-law-diff = Von { $was } zu { $is }
routes-law-same = Kein Unterschied.
routes-law-nothing = nichts
routes-law-was-is = war { $was }, ist { $is }
routes-law-on = { $directory }, für { $on }
routes-law-no-change = Für dieses Produkt ändert sich nichts.
routes-law-opened = wird offen: { $procedures }
routes-law-closed = ist nicht mehr offen: { $procedures }
routes-law-class = Klasse: war { $was }, ist { $is }
routes-law-scope = Anwendungsbereich: war { $was }, ist { $is }
routes-law-dates = die dafür geltenden Stichtage ändern sich
routes-law-begun = gilt nun: { $ids }
routes-law-ended = gilt nicht mehr: { $ids }
routes-law-undetermined = nicht bestimmt ({ $missing })
routes-law-in-scope = im Anwendungsbereich
routes-law-part = Teil eines anderen Produkts
routes-law-out = außerhalb
routes-law-not-on-the-market = nicht auf dem Markt
routes-law-allowed = ohne Konformität erlaubt

# --- Befehlszeile ---
routes-cli-law-show = den verwendeten Rechtsstand zeigen
routes-cli-law-show-all = auch Rechtsakte, ungenutzte Befugnisse, Vorschläge und jede Norm zeigen
routes-cli-law-history = jeden Rechtsstand auflisten, den dieses Programm oder diese Installation kennt
routes-cli-law-diff = sagen, worin sich zwei Rechtsstände unterscheiden und was das für Produkte ändert
routes-cli-law-diff-old = eine Datei, der Tag eines eingebauten Rechtsstands, `in-use` oder `built-in`
routes-cli-law-diff-new = ebenso, für den Rechtsstand, mit dem verglichen wird
routes-cli-law-diff-dir = Verzeichnisse mit Dossiers, um zu sagen, was sich für sie ändert
routes-cli-law-diff-as-of = der Tag, für den geantwortet wird; ohne Angabe heute
routes-cli-law-use = einen signierten Rechtsstand in Gebrauch nehmen
routes-cli-law-use-file = die signierte Datei
routes-cli-law-use-key = der Schlüssel, dem zu vertrauen ist, oder eine Datei, die ihn enthält; sonst der zuletzt vertraute oder der dieser Installation
routes-cli-law-use-older = ihn nehmen, obwohl er älter ist als der verwendete
routes-cli-law-use-built-in = zu dem Rechtsstand zurückkehren, mit dem dieses Programm gebaut wurde
routes-cli-law-sign = einen Rechtsstand mit dem Schlüssel dieser Installation signieren, damit andere ihn verwenden können
routes-cli-law-sign-file = der Rechtsstand, eine TOML-Datei
routes-cli-law-sign-out = die zu schreibende Datei; ohne Angabe die Standardausgabe
routes-state-of-the-future = dieser Rechtsstand beschreibt { $as_of }, einen Tag, der noch nicht gekommen ist: Bewertungen danach unterstellen, was er sagt
