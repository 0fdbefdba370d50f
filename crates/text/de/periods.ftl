## Was der Raum `periods` sagt. Ein Schlüssel beginnt mit `periods-`; das Attribut `.hint` sagt, was man tun kann.

# --- Lesen des Dossiers ---
periods-kind-count = eine ganze Zahl
periods-count-out-of-range = die Zahl muss zwischen 0 und { $most } liegen
    .hint = Schreiben Sie eine ganze Zahl ohne Trennzeichen und Einheit, etwa `8500000`.

# --- rechtliche Stichtage ---
periods-day-publication = Die Verordnung wird im Amtsblatt veröffentlicht.
periods-day-in-force = Die Verordnung tritt in Kraft; die Kommission darf fünf Jahre lang delegierte Rechtsakte erlassen, stillschweigend verlängerbar.
periods-day-acts-due = Tag, bis zu dem die Kommission die technischen Beschreibungen und den Rechtsakt über das Aufschieben von Meldungen erlassen sollte.
periods-day-descriptions = Die technischen Beschreibungen der Kategorien in den Anhängen III und IV sind in Kraft.
periods-day-notified-bodies = Das Kapitel über notifizierende Behörden und notifizierte Stellen gilt.
periods-day-reporting = Artikel 14 gilt für jedes Produkt im Anwendungsbereich, auch für solche, die schon auf dem Markt sind.
periods-day-enough-bodies = Tag, bis zu dem die Mitgliedstaaten genügend notifizierte Stellen anstreben.
periods-day-machinery = Die Maschinenverordnung gilt.
periods-day-health-records = Änderungen für EHR-Systeme in Artikel 13 Absatz 4, Artikel 31 Absatz 3 und Artikel 32 Absatz 5a werden wirksam.
periods-day-everything = Alles Übrige gilt: Anforderungen, Konformitätsbewertung, Verwalter, Marktüberwachung und Sanktionen.
periods-day-radio-equipment = Die Kommission will den delegierten Rechtsakt über die Cybersicherheit von Funkanlagen ab diesem Tag aufheben; entschieden ist nichts.
periods-day-certificates = Letzter Tag, an dem Cybersicherheitszertifikate nach anderen Harmonisierungsrechtsvorschriften hier gültig sind.
periods-day-platform-report = Der Bericht über die Meldeplattform ist fällig, und bis dahin der erste Trendbericht der ENISA.
periods-day-evaluation = Die erste Bewertung der Verordnung ist fällig, danach alle vier Jahre eine.

# --- Inverkehrbringen ---
periods-placed-per-unit = Jede Einheit wird für sich in Verkehr gebracht; die erste am { $on }.
periods-placed-once = Diese Version gilt als einmal in Verkehr gebracht, am { $on }: als sie vollständig war und erstmals angeboten wurde. Spätere Downloads sind kein neues Inverkehrbringen.
periods-placed-as-earlier-unnamed = Keine wesentliche Änderung einer früheren Version; daher behält sie deren Tag: { $on }.
periods-placed-as-earlier = Keine wesentliche Änderung von `{ $version }`; daher behält sie deren Tag: { $on }.
periods-placed-anew = Eine wesentliche Änderung ist ein neues Inverkehrbringen: { $on }.
periods-still-offered = Die Version kann weiterhin heruntergeladen werden: Das ist Bereitstellung, kein erneutes Inverkehrbringen.

# --- Pflichten an einem Tag ---
periods-duty-reporting = Die Meldepflicht gilt seit dem 2026-09-11 für jedes Produkt im Anwendungsbereich.
periods-duty-reporting-legacy = Produkte, die vor dem 2027-12-11 in Verkehr gebracht wurden, sind davon nicht ausgenommen.
periods-duty-reporting-wording = Der französische Wortlaut von Artikel 69 Absatz 3 soll vom englischen abweichen.
periods-duty-reporting-known-before = Eine schon vor dem 2026-09-11 bekannte Ausnutzung muss nicht gemeldet werden; eine später bekannt gewordene schon, auch bei einer zuvor bekannten Schwachstelle.
periods-duty-reporting-after-support = Der Unterstützungszeitraum endete am { $on }; die Meldepflicht besteht fort.
periods-duty-legacy-handling = Vor dem 2027-12-11 in Verkehr gebracht: Die Behandlung von Schwachstellen nach Anhang I Teil II wird nicht verlangt, die Unterrichtung der Nutzer nach Artikel 14 schon.
periods-duty-legacy = Am { $on } in Verkehr gebracht, vor dem 2027-12-11; daher gilt nur die Meldepflicht, solange das Produkt nicht ab jenem Tag wesentlich geändert wird.
periods-duty-everything = Alles, was die Verordnung verlangt, gilt ab { $from }.
periods-duty-handling-until = Schwachstellen werden behandelt, bis die Unterstützung endet, nicht vor { $on }.
periods-duty-handling-ended = Der Unterstützungszeitraum endete am { $on } und mit ihm die Behandlung von Schwachstellen; die Meldepflicht besteht fort.
periods-duty-handling-not-this-role = Die Behandlung von Schwachstellen ist Pflicht des Herstellers.
periods-duty-role = Die Pflichten dieser Rolle gelten ab { $from }.
periods-duty-steward-reporting = Verwalter melden, soweit sie beteiligt sind, erst ab dem Tag der vollständigen Geltung.
periods-duty-steward-policy = Strategie und Zusammenarbeit der Verwalter gelten ab dem Tag der vollständigen Geltung, gleich wann die Software erschien.

# --- alte Entwürfe, alte Bestände, Varianten, andere Zertifikate ---
periods-old-design-stays = Zuvor konzipiert, danach in Verkehr gebracht: Eine heutige Risikobewertung weist die Maßnahmen als angemessen aus; das Produkt muss nicht neu konzipiert werden.
periods-old-design-changes = Zuvor konzipiert, danach in Verkehr gebracht, und eine heutige Risikobewertung weist die Maßnahmen nicht als angemessen aus: Ändern Sie die Konzeption.
periods-old-design-still-due = Konformitätsbewertung, Erklärung, CE-Kennzeichnung, Dokumentation, Nutzerinformationen und die Behandlung von Schwachstellen sind trotzdem fällig; frühere Prüfungen müssen für den Nachweis nach Artikel 32 Absatz 1 nicht wiederholt werden.
periods-modified-by-another = Von jemand anderem als dem Hersteller geändert: Für diese Person gelten die Artikel 21 und 22.
periods-modified-whole = Die Änderung verschlechtert die Cybersicherheit des Ganzen; die Pflichten gelten daher für das ganze Produkt.
periods-modified-parts = Die Pflichten beschränken sich auf die geänderten Teile: { $parts }
periods-old-stock = Ein Händler muss vor dem 2027-12-11 in Verkehr gebrachte Produkte nicht konform machen, sofern er sie nicht wesentlich ändert.
periods-variant-before = Die Variante `{ $variant }` ist anders aufgebaut und daher ein eigenes Produkt, in Verkehr gebracht am { $on }, vor der vollständigen Geltung.
periods-variant-after = Die Variante `{ $variant }` ist anders aufgebaut und daher ein eigenes Produkt, in Verkehr gebracht am { $on }, mit oder nach Beginn der vollständigen Geltung.
periods-variant-own-day = Die Variante `{ $variant }` ist anders aufgebaut, daher ein eigenes Produkt, und braucht einen eigenen Tag des Inverkehrbringens.
periods-certificate-counts = Das Zertifikat `{ $name }` zählt bis { $until } für die Risiken, die es abdeckt, und für keine anderen: { $risks }. Es ersetzt nie die Risikobewertung.
periods-certificate-over = Das Zertifikat `{ $name }` zählte nur bis { $until }.

# --- Unterstützungszeitraum ---
periods-support-runs-from-unit = Er läuft ab dem Inverkehrbringen jeder Einheit; bei dieser Produktlinie zählt die letzte bekannte: { $from }.
periods-support-runs-from-version = Er läuft ab dem Inverkehrbringen der Version: { $from }.
periods-support-floor = Mindestens fünf Jahre und nicht kürzer als die erwartete Nutzung, der er entspricht: { $months } Monate.
periods-support-shorter-use = Die erwartete Nutzung von { $months } Monaten ist kürzer als fünf Jahre; der Zeitraum entspricht ihr daher.
periods-support-subscription = Software, die ihrer Art nach im Abonnement genutzt wird: Der Zeitraum entspricht dem Abonnement von { $months } Monaten.
periods-support-act = `{ $act }` setzt ein Minimum von { $years } Jahren und erfasst dieses Produkt.
periods-support-act-open = `{ $act }` setzt für manche Produkte ein Minimum von { $years } Jahren; ob dieses dazugehört, ist nicht angegeben: { $products }
periods-support-aligned = Eine geänderte Version, deren Nutzung nach denselben Faktoren beurteilt wird, übernimmt den Rest des ursprünglichen Zeitraums bis { $on }, auch wenn das weniger als fünf Jahre sind.
periods-support-reassessed = Wonach die Nutzung beurteilt wird, hat sich mit der Änderung gewandelt; die Länge wird daher neu beurteilt und beginnt nicht von selbst von vorn.
periods-support-nothing-remains = Der ursprüngliche Zeitraum endete am { $on }, bevor die geänderte Version in Verkehr gebracht wurde: Es bleibt kein Rest zu übernehmen.
periods-support-long-enough = Das angegebene Ende { $ends_on } ist spät genug.
periods-support-too-short = Das angegebene Ende { $ends_on } liegt vor { $floor }, dem frühesten rechtlich zulässigen Tag.
periods-support-shorter-than-use = Das angegebene Ende { $ends_on } liegt vor dem Ende der erwarteten Nutzung ({ $required }); fünf Jahre sind ein Minimum, kein Regelwert.
periods-support-beyond-calendar = Der Zeitraum würde nach dem Jahr 9999 enden; prüfen Sie die angegebenen Tage und Zahlen.
periods-beyond-calendar = nach dem Jahr 9999
periods-support-not-asked = In Verkehr gebracht am { $on }, vor dem 2027-12-11: Ein Unterstützungszeitraum wird nicht verlangt.
periods-support-source = Nach dem Ende kann die Freigabe des Quellcodes erwogen werden; das ist eine Anregung, keine Pflicht.
periods-component-nothing-done = Die Komponente `{ $component }` verliert ihre Unterstützung vor dem Produkt, und nichts wird unternommen: Ersetzen oder korrigieren Sie sie, oder mindern Sie das Risiko.
periods-component-remedied = Die Komponente `{ $component }` verliert ihre Unterstützung vor dem Produkt; dafür ist gesorgt.
periods-notice-at-purchase = Das Ende der Unterstützung steht, mindestens mit Monat und Jahr, dort, wo Nutzer es beim Kauf sehen.
periods-notice-at-end = Nutzer sehen einen Hinweis, wenn die Unterstützung geendet hat, soweit das technisch machbar ist.
periods-notice-not-feasible = Ein Hinweis am Ende ist laut Angabe technisch nicht machbar; daher wird keiner verlangt.
periods-notice-older-versions = Nutzer älterer Versionen sollten erfahren, dass dort nichts mehr behoben wird.
periods-latest-only = Der Wechsel auf die neue Version ist kostenlos und zwingt niemanden, Hardware zu kaufen oder Infrastruktur zu ersetzen; Behebungen dürfen daher nur in die neueste Version gehen. Arbeitszeit, Tests und übliche Aktualisierungen von Abhängigkeiten sind keine Zusatzkosten.
periods-latest-only-broken = Das verhindert, dass Behebungen nur in die neueste Version gehen: Auch in älteren Versionen im Unterstützungszeitraum ist zu beheben.
periods-latest-only-paid-support = Unterstützung für ältere Versionen darf daneben verkauft werden.

# --- Aufbewahrung ---
periods-keep-documentation = Technische Dokumentation und EU-Konformitätserklärung
periods-keep-information = Informationen und Anleitungen für die Nutzer, auch online, wo sie dort angeboten werden
periods-keep-updates = Jede Sicherheitsaktualisierung bleibt verfügbar
periods-keep-update = Sicherheitsaktualisierung `{ $update }` bleibt verfügbar
periods-keep-representative = EU-Konformitätserklärung und technische Dokumentation, für den Hersteller
periods-keep-importer = Kopie der EU-Konformitätserklärung; technische Dokumentation beschaffbar
periods-keep-suppliers = Von wem das Produkt bezogen wurde
periods-keep-supplied = An wen das Produkt abgegeben wurde
periods-keep-certificate = EU-Baumusterprüfbescheinigung mit Anhängen und Ergänzungen sowie technische Dokumentation
periods-keep-declaration = EU-Konformitätserklärung, wie das Verfahren es verlangt
periods-keep-quality = Technische Dokumentation, Qualitätssicherungssystem, genehmigte Änderungen, Entscheidungen und Berichte der notifizierten Stelle
periods-keep-ten-years = Zehn Jahre ab { $from }.
periods-keep-support-period = Der Unterstützungszeitraum endet später, am { $on }.
periods-keep-beyond-calendar = Zehn Jahre danach liegen nach dem Jahr 9999; prüfen Sie den Tag.
periods-keep-last-unit = Das Inverkehrbringen wird je Einheit beurteilt; die letzte Einheit, in Verkehr gebracht am { $on }, bestimmt das Archiv der Produktlinie.
periods-keep-this-unit = Das Inverkehrbringen wird je Einheit beurteilt; dieser Tag gilt für Einheiten, die am { $on } in Verkehr gebracht wurden. Die letzte Einheit bestimmt das Archiv der Produktlinie.

# --- Unternehmensgröße ---
periods-size-is = Nach Beschäftigten und Finanzzahlen ist das Unternehmen `{ $size }`.
periods-size-at-least = Nach seinen eigenen Zahlen ist das Unternehmen `{ $size }`; mit verbundenen und Partnerunternehmen kann es größer sein.
periods-size-declared = Das Unternehmen ist laut Angabe `{ $size }`.
periods-size-contradicted = Das Unternehmen ist laut Angabe `{ $size }`, und seine Zahlen sagen etwas anderes.

# --- Sanktionen ---
periods-fine-first = Für Verstöße gegen Anhang I und die Artikel 13 und 14.
periods-fine-legacy = In Verkehr gebracht am { $on }, vor dem 2027-12-11: Ohne wesentliche Änderung kann damit nur gegen Artikel 14 verstoßen werden.
periods-fine-second = Für Verstöße gegen die anderen in Artikel 64 Absatz 3 aufgeführten Pflichten.
periods-fine-third = Für falsche, unvollständige oder irreführende Angaben gegenüber einer notifizierten Stelle oder einer Behörde auf deren Verlangen.
periods-fine-fixed = Kein Unternehmen: Der feste Betrag ist die Obergrenze.
periods-fine-fixed-higher = Ein Unternehmen: Der feste Betrag ist höher als der Anteil am Umsatz.
periods-fine-share = Ein Unternehmen: Der Anteil am weltweiten Umsatz ist höher als der feste Betrag.
periods-fine-steward = Keine Geldbuße gegen einen Verwalter quelloffener Software, gleich für welchen Verstoß gegen diese Verordnung.
periods-fine-small = Gegen einen Hersteller der Größe `{ $size }` wird wegen Versäumens der 24-Stunden-Frist für eine Frühwarnung keine Geldbuße verhängt.
periods-fine-small-only = Das ist alles: Das Versäumen der 72-Stunden-Frist, des Abschlussberichts oder gänzliches Schweigen kann geahndet werden; die Pflicht, binnen 24 Stunden zu melden, bleibt.
periods-fine-not-small = Die Ausnahme für die 24-Stunden-Frist gilt für Hersteller, die Kleinst- oder Kleinunternehmen sind; dieser ist `{ $size }`.
periods-fine-no-other = In den ausgenommenen Fällen sollten die Mitgliedstaaten auch keine anderen finanziellen Sanktionen verhängen.
periods-fine-factors = Abgewogen werden Art, Schwere, Dauer und Folgen, für Gleiches bereits verhängte Geldbußen sowie Größe und Marktanteil.
periods-fine-public-bodies = Ob und wie weit gegen öffentliche Stellen Geldbußen verhängt werden können, entscheidet jeder Mitgliedstaat.
periods-fine-courts = In manchen Mitgliedstaaten verhängen Gerichte die Geldbußen.
periods-fine-beside-measures = Korrektur- und Beschränkungsmaßnahmen treten neben Geldbußen, nicht an ihre Stelle.
periods-fine-before = Nach dem Wortlaut zieht Artikel 71 Absatz 2 nur Artikel 14 und das Kapitel über notifizierte Stellen vor; die Artikel 15 bis 17, 52 bis 60 und 64 gelten daher ab dem 2027-12-11: Vor diesem Tag ist Artikel 64 keine Grundlage für eine Geldbuße, auch nicht für verspätete Meldungen.
periods-fine-before-national = Dass verspätete Meldungen vor diesem Tag geahndet werden, ist daher nicht sicher; das nationale Recht kann etwas vorsehen.
periods-fine-before-platform = Die Plattform und ihre Regeln sind in Gebrauch, obwohl ihre Artikel dem Wortlaut nach ab dem 2027-12-11 gelten.
periods-fine-actual = Wie hoch eine Geldbuße im Einzelfall wäre: Nur ihre Obergrenze lässt sich berechnen.
periods-fine-national = Was die nationalen Sanktionsvorschriften sagen: Sie bestimmen die tatsächliche Regelung und unterscheiden sich.
periods-fine-critical = Ob ein falsches Verfahren bei einem kritischen Produkt nach Artikel 64 Absatz 3 geahndet werden kann: Artikel 32 Absatz 4 ist dort nicht aufgeführt.

# --- Widersprüche ---
periods-contradiction-size = Das Unternehmen ist laut Angabe `{ $declared }`, nach seinen Zahlen aber `{ $found }`.
    .hint = Berichtigen Sie die Zahlen oder die Größe; verbundene und Partnerunternehmen zählen mit.
periods-contradiction-use = Die erwartete Nutzung ist mit { $years } Jahren und mit { $months } Monaten angegeben.
    .hint = Behalten Sie eine der beiden Angaben.
periods-contradiction-last-unit = Die letzte Einheit wird am { $last } in Verkehr gebracht, vor der ersten am { $first }.
    .hint = Berichtigen Sie einen der beiden Tage.
periods-contradiction-first-unit = Die erste Einheit wird am { $first } in Verkehr gebracht, das Release aber laut Angabe am { $placed }.
    .hint = Behalten Sie in beiden den Tag der ersten Einheit.
periods-contradiction-offered = Die Version ist laut Angabe am { $placed } in Verkehr gebracht, war aber erst am { $offered } vollständig und erstmals angeboten.
    .hint = Eine Version gilt als in Verkehr gebracht, wenn sie vollständig ist und erstmals angeboten wird; berichtigen Sie die Tage.
periods-contradiction-shorter-than-use = Der Unterstützungszeitraum endet am { $ends_on }, das Produkt wird aber voraussichtlich { $months } Monate genutzt. Fünf Jahre sind ein Minimum, kein Regelwert.
    .hint = Verlängern Sie ihn, oder sagen Sie in `support_period.rationale`, warum ein kürzerer Zeitraum der erwarteten Nutzung entspricht.
periods-contradiction-last-unit-support = Der Unterstützungszeitraum endet am { $ends_on }; für die letzte Einheit, in Verkehr gebracht am { $last }, darf er nicht vor { $least } enden.
    .hint = Jede Einheit hat einen eigenen Unterstützungszeitraum; verlängern Sie ihn, oder bringen Sie früher keine Einheiten mehr in Verkehr.
periods-contradiction-latest-only = Für ältere Versionen wird nichts mehr behoben, aber der Wechsel auf die neue ist nicht kostenlos oder kostet Nutzer Hardware oder Infrastruktur.
    .hint = Beheben Sie Schwachstellen auch in älteren Versionen, oder machen Sie den Wechsel frei von solchen Kosten.
periods-contradiction-update-gone = Die Sicherheitsaktualisierung `{ $update }` ist nicht mehr verfügbar; sie muss bis { $until } verfügbar bleiben.
    .hint = Stellen Sie sie wieder bereit.
periods-contradiction-component = Die Komponente `{ $component }` verliert ihre Unterstützung am { $on }, vor dem Produkt, und nichts wird unternommen.
    .hint = Ersetzen Sie sie, korrigieren Sie sie selbst, oder mindern Sie das Risiko ihrer Schwachstellen.
periods-contradiction-unknown-act = Der Rechtsstand kennt keinen durch `{ $act }` festgelegten Mindestunterstützungszeitraum.
    .hint = Schreiben Sie den Rechtsakt, wie der Rechtsstand ihn nennt, oder verwenden Sie einen neueren Rechtsstand.
periods-contradiction-subscription = Als nur im Abonnement genutzt angegeben, ohne die Länge eines Abonnements.
    .hint = Geben Sie `support_period.subscription_months` an.

# --- rechtliche Prüfung ---
periods-review-use = Die FAQ sagen, der Unterstützungszeitraum müsse der erwarteten Nutzung nicht einfach gleich sein; nach Artikel 13 Absatz 8 spiegelt er sie wider. Lassen Sie die Begründung rechtlich prüfen.
periods-review-act = Welche Produkte ein delegierter Rechtsakt erfasst, muss jemand lesen. Lassen Sie das rechtlich prüfen.
periods-review-nothing-remains = Keine Quelle sagt, was gilt, wenn vom ursprünglichen Zeitraum nichts bleibt. Lassen Sie das rechtlich prüfen.
periods-review-last-unit = Dass die letzte in Verkehr gebrachte Einheit das Archiv einer Produktlinie bestimmt, ist aus dem Text erschlossen; keine Quelle sagt es. Lassen Sie das rechtlich prüfen.
periods-review-before = Ob vor dem 2027-12-11 etwas geahndet werden kann, hängt vom nationalen Recht ab. Lassen Sie das rechtlich prüfen.

# --- im Terminal ---
periods-show-duties = Was an diesem Tag gilt
periods-show-nothing-binds = An diesem Tag gilt nichts.
periods-show-reporting = Meldepflicht (Artikel 14)
periods-show-handling = Behandlung von Schwachstellen (Anhang I Teil II)
periods-show-everything-else = Alles Übrige
periods-show-units-before = { $group }, für vor dem 2027-12-11 in Verkehr gebrachte Einheiten
periods-show-units-from = { $group }, für ab dem 2027-12-11 in Verkehr gebrachte Einheiten
periods-show-binds = { $of }: gilt
periods-show-not-before = { $of }: nicht vor { $on }
periods-show-ended = { $of }: endete am { $on }
periods-show-unless-modified = { $of }: nur bei wesentlicher Änderung verlangt
periods-show-not = { $of }: nicht für diese Rolle
periods-show-open = { $of }: nicht zu sagen; nicht angegeben: { $missing }
periods-show-support = Unterstützungszeitraum
periods-show-required = verlangt bis { $on }
periods-show-long-enough = Der angegebene Unterstützungszeitraum ist lang genug.
periods-show-shorter-than-use = Der angegebene Unterstützungszeitraum ist kürzer als die erwartete Nutzung.
periods-show-too-short = Der angegebene Unterstützungszeitraum ist zu kurz.
periods-show-support-not-asked = Ein Unterstützungszeitraum wird nicht verlangt.
periods-show-support-open = Ob der Unterstützungszeitraum lang genug ist, lässt sich nicht sagen; nicht angegeben: { $missing }
periods-show-latest-only = Behebungen dürfen nur in die neueste Version gehen.
periods-show-not-latest-only = Behebungen dürfen für ältere Versionen nicht enden.
periods-show-latest-only-open = Ob Behebungen für ältere Versionen enden dürfen, lässt sich nicht sagen.
periods-show-notice-at-purchase = Ende der Unterstützung beim Kauf angegeben, ab
periods-show-notice-at-end = Hinweis auf das Ende der Unterstützung, am
periods-show-notice-older = Hinweis an Nutzer älterer Versionen
periods-show-given = { $notice }: gegeben
periods-show-due = { $notice }: fällig
periods-show-later = { $notice }: später
periods-show-not-asked = { $notice }: nicht verlangt
periods-show-notice-open = { $notice }: nicht zu sagen
periods-show-retention = Was aufbewahrt wird und bis wann
periods-show-until = { $what }: bis { $on }
periods-show-until-at-least = { $what }: nicht vor { $on }; nicht angegeben: { $missing }
periods-show-size = Größe des Unternehmens
periods-show-penalties = Geldbußen, höchstens
periods-show-penalties-from = Artikel 64, ab { $on }
periods-show-at-most = Höchstens { $amount } EUR
periods-show-at-most-open = Höchstens { $amount } EUR oder ein höherer Anteil am Umsatz; nicht angegeben: { $missing }
periods-show-exempt = Was ausgenommen ist
periods-show-factors = Was abgewogen wird und was danebentritt
periods-show-cannot-be-said = Was sich nicht sagen lässt
periods-show-days = Rechtliche Stichtage
periods-end-not-stated-at-purchase = Das Ende des Unterstützungszeitraums wird laut Angabe beim Kauf nicht genannt.
