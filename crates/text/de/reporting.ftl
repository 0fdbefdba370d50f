# Artikel 14 bis 17: was bis wann wem zu melden ist und was in den Meldungen steht.

# --- die Werte des Dossiers ---
reporting-kind-instant = ein Tag, eine Uhrzeit und der Abstand zu UTC
reporting-not-an-instant = `{ $written }` ist kein Tag mit Uhrzeit und Abstand zu UTC
    .hint = Schreiben Sie es wie `2026-09-14T22:10:00+02:00` oder in UTC wie `2026-09-14T20:10:00Z`.
reporting-instant-without-offset = `{ $written }` nennt keinen Abstand zu UTC; niemand weiß also, welche Stunde gemeint ist
    .hint = Ergänzen Sie den Abstand wie in `2026-09-14T22:10:00+02:00`, oder `Z` für UTC.

# --- rechtliche Prüfung ---
reporting-review-component = Nach den Leitlinien entscheidet die Ausnutzung im Produkt; die FAQ nennen nur die Ausnutzbarkeit. Lassen Sie das rechtlich prüfen.
reporting-review-test-version = Niemand hat gesagt, ob für eine ohne Konformität zulässige Version zu melden ist. Lassen Sie das rechtlich prüfen; melden ist die sichere Antwort.
reporting-review-incident-before = Die Leitlinien sagen dies nur zur Ausnutzung, nicht zu Sicherheitsvorfällen. Lassen Sie das rechtlich prüfen.
reporting-review-month = Die Verordnung zählt ab der Meldung; hier tritt die Frühwarnung an ihre Stelle. Lassen Sie das rechtlich prüfen.
reporting-review-other-coordinator = Eine Meldung an den falschen Koordinator kann unwirksam sein und ist dann zu wiederholen. Lassen Sie rechtlich prüfen, an wen zu melden ist.
reporting-review-sensitivity = Der Artikel verweist auf die Frühwarnung, doch erst die Meldung verlangt die Angabe der Sensibilität. Lassen Sie das rechtlich prüfen; geben Sie sie in beiden an.

# --- wer gebunden ist ---
reporting-not-yet = Artikel 14 gilt ab { $from }; am fraglichen Tag ist nichts zu melden.
reporting-known-before = Die Ausnutzung war vor dem 11. September 2026 bekannt und ist daher nicht zu melden. Eine neue Ausnutzung derselben Schwachstelle wäre es.
reporting-incident-known-before = Der Sicherheitsvorfall war vor dem 11. September 2026 bekannt und ist daher nicht zu melden.
reporting-facts-clash = `{ $one }` und `{ $other }` können nicht beide stimmen; keine Antwort ist also sicher.
    .hint = Berichtigen Sie eine der beiden Angaben.
reporting-part-of-product = Es ist Datenfernverarbeitung eines Produkts und wird daher für dieses Produkt gemeldet.
reporting-test-version = Die Version darf ohne Konformität bereitgestellt werden und wird hier wie jedes Produkt behandelt.
reporting-out-of-scope = Die Verordnung gilt für das Produkt nicht; nach ihr ist also nichts zu melden. Anderes Recht wie NIS2 kann es verlangen.
reporting-importer = Einführer melden selbst nichts: Unterrichten Sie unverzüglich den Hersteller und bei erheblichem Risiko die Marktüberwachungsbehörde.
reporting-distributor = Händler melden selbst nichts: Unterrichten Sie unverzüglich den Hersteller und bei erheblichem Risiko die Marktüberwachungsbehörde.
reporting-supplier-not-yet = Einführer und Händler melden selbst nichts, und ihre Pflicht, den Hersteller zu unterrichten, gilt erst ab dem 11. Dezember 2027. Unterrichten Sie ihn trotzdem.
reporting-representative = Die Pflicht trifft den Hersteller; ein Bevollmächtigter reicht in dessen Namen nur ein, was sein Auftrag umfasst.
reporting-no-role = Artikel 14 bindet Hersteller; für dieses Produkt ist der Akteur keiner.
reporting-steward-not-yet = Verwalter quelloffener Software melden ab dem 11. Dezember 2027.
reporting-steward-reached = Das Ereignis berührt, was der Verwalter für die Software tut; daher meldet er es.
reporting-steward-not-reached = Das Ereignis berührt nicht, was der Verwalter für die Software tut; daher hat er nichts zu melden.
reporting-steward-passes-on = Geben Sie die Information an diejenigen weiter, die die Software entwickeln.

# --- Schwachstellen ---
reporting-exploited-here = Ein böswilliger Akteur hat die Schwachstelle in diesem Produkt ohne Zustimmung des Eigentümers ausgenutzt, und die Belege sind zuverlässig.
reporting-not-exploited-anywhere = Von einer Ausnutzung ist nichts bekannt; es ist also keine aktiv ausgenutzte Schwachstelle.
reporting-not-exploitable = Die Schwachstelle kann in diesem Produkt nicht ausgenutzt werden.
reporting-not-exploited-here = Die Schwachstelle wurde in diesem Produkt nicht ausgenutzt. Eine Ausnutzung anderswo setzt die Frist nicht in Gang.
reporting-no-reliable-evidence = Die Belege für die Ausnutzung sind nicht zuverlässig.
reporting-no-malicious-actor = Es war kein böswilliger Akteur: Was Forschung in gutem Glauben findet, ist nicht aktiv ausgenutzt.
reporting-with-permission = Der Eigentümer des Systems hatte es erlaubt.
reporting-the-component = die Komponente
reporting-component-exploited-here = Die Schwachstelle liegt in `{ $component }` und ist in diesem Produkt ausnutzbar und ausgenutzt: Beide Hersteller melden sie.
reporting-component-elsewhere = Die Schwachstelle liegt in `{ $component }`, ist in diesem Produkt aber nicht zugleich ausnutzbar und ausgenutzt. Ihr eigener Hersteller meldet sie, wenn die Komponente auf dem Markt ist.
reporting-component-open = Die Quellen weichen voneinander ab, wenn die Schwachstelle einer Komponente in diesem Produkt ausnutzbar ist, aber nicht ausgenutzt wurde.
reporting-upstream = Melden Sie die Schwachstelle dem, der `{ $component }` herstellt oder pflegt, beheben Sie sie im Produkt und teilen Sie die Korrektur.

# --- Sicherheitsvorfälle ---
reporting-incident = Ein Sicherheitsvorfall im Sinne der Richtlinie (EU) 2022/2555 (NIS2).
reporting-incident-severe = Ein schwerwiegender Sicherheitsvorfall, der sich auf die Sicherheit des Produkts auswirkt.
reporting-incident-sensitive = Er beeinträchtigt die Fähigkeit des Produkts, sensible oder wichtige Daten oder Funktionen zu schützen, oder kann es.
reporting-incident-code = Er hat zu Schadcode in einem Produkt oder in Systemen eines Nutzers geführt oder kann dazu führen.
reporting-incident-not-severe = Es geht weder um sensible oder wichtige Daten oder Funktionen noch um Schadcode; er ist also nicht schwerwiegend.
reporting-incident-beside-the-product = Er berührt nicht, was das Produkt zum Schutz von Daten oder Funktionen tut.
reporting-near-miss = Ein Beinahe-Vorfall: Er hätte ein Sicherheitsvorfall werden können und wurde verhindert.
reporting-cyber-threat = Eine Bedrohung, die kein Sicherheitsvorfall geworden ist.

# --- was zur Pflicht gehört ---
reporting-through-the-platform = Die Meldung geht über die einheitliche Meldeplattform zugleich an den Koordinator und an die ENISA.
reporting-remote-too = Datenfernverarbeitung ist Teil des Produkts, auch bei dem, was zu melden ist.
reporting-every-size = Die Pflicht ist für Akteure jeder Größe dieselbe.
reporting-legacy = Die Pflicht gilt auch für Produkte, die vor dem 11. Dezember 2027 in Verkehr gebracht wurden.
reporting-after-support = Die Pflicht besteht nach dem Ende des Unterstützungszeitraums fort.
reporting-only-reporting = Von der Behandlung von Schwachstellen sind für ein solches Produkt nur das Melden und das Unterrichten der Nutzer geschuldet.
reporting-voluntary = Es kann freiwillig einem Koordinator oder der ENISA gemeldet werden; sonst folgt daraus nichts. Die Plattform nahm bei ihrem Start keine freiwilligen Meldungen an: Verwenden Sie die eigene Adresse des Koordinators.
reporting-voluntary-later = Wörtlich gelesen gelten die Artikel 15 bis 17 erst ab dem 11. Dezember 2027.

# --- Kenntnis ---
reporting-no-signal = Kein Hinweis ist angegeben. Die Pflicht verlangt keine bestimmten Quellen; Kunden, Forscher, Behörden, Medien oder Telemetrie können einen liefern.
reporting-assess-now = Ein Hinweis ist eingegangen: Bewerten Sie ihn sofort.
reporting-under-assessment = In Bewertung seit { $since }. Die Fristen beginnen, sobald Sie sich hinreichend sicher sind, nicht vorher.
reporting-assessment-long = { $hours ->
        [one] Seit dem ersten Hinweis ist eine Stunde vergangen. Eine Bewertung, die sich hinzieht, hält die Fristen nicht auf: Entscheiden Sie, oder schreiben Sie auf, was im Wege steht.
       *[other] Seit dem ersten Hinweis sind { $hours } Stunden vergangen. Eine Bewertung, die sich hinzieht, hält die Fristen nicht auf: Entscheiden Sie, oder schreiben Sie auf, was im Wege steht.
    }
reporting-aware = Kenntnis seit { $at }: hinreichende Sicherheit nach einer ersten Bewertung.
reporting-aware-aligned = Das ist der Begriff des Durchführungsrechtsakts zu NIS2 (Erwägungsgrund 31) und der Datenschutzleitlinien zu Datenpannen.
reporting-ruling-unexplained = Die Festlegung sagt nicht, warum oder von wem sie getroffen wurde.
    .hint = Füllen Sie `because` und `decided_by` aus, solange man sich noch erinnert.
reporting-rulings-compete = Mehrere Festlegungen nennen verschiedene Zeitpunkte, und keine gilt. Bis jemand entscheidet, richten Sie sich nach dem frühesten, { $earliest }.
    .hint = Setzen Sie `stands = true` in der, die zählt; lassen Sie die anderen, wie sie sind.
reporting-moved-later = Die geltende Festlegung verschiebt die Kenntnis von { $earliest } auf { $later }, und niemand hat sie bestätigt. Bis dahin richten Sie sich nach dem früheren Zeitpunkt.
    .hint = Lassen Sie sie von einer zweiten Person bestätigen (`confirmed_by`).
reporting-aware-before-signal = Die Kenntnis ({ $aware }) liegt laut Angabe vor dem ersten Hinweis ({ $signal }). Eine der Angaben ist falsch; richten Sie sich nach der früheren.

# --- Fristen ---
reporting-clock-not-aware = noch besteht keine Kenntnis
reporting-clock-no-measure = noch ist keine Korrektur- oder Risikominderungsmaßnahme verfügbar
reporting-clock-not-notified = die Meldung des Sicherheitsvorfalls ist noch nicht eingereicht
reporting-clock-given = die Informationen wurden mit einer früheren Stufe gegeben
reporting-asks-a1 = Frühwarnung: unverzüglich, spätestens 24 Stunden nach Kenntniserlangung.
reporting-asks-a2 = Meldung der Schwachstelle: unverzüglich, spätestens 72 Stunden nach Kenntniserlangung.
reporting-asks-a3 = Abschlussbericht: spätestens 14 Tage, nachdem eine Korrektur- oder Risikominderungsmaßnahme verfügbar ist, und sei es eine Behelfslösung.
reporting-asks-s1 = Frühwarnung: unverzüglich, spätestens 24 Stunden nach Kenntniserlangung.
reporting-asks-s2 = Meldung des Sicherheitsvorfalls: unverzüglich, spätestens 72 Stunden nach Kenntniserlangung.
reporting-asks-s3 = Abschlussbericht: innerhalb eines Monats nach Einreichung der Meldung des Sicherheitsvorfalls.
reporting-asks-x1 = Zwischenbericht: wie vom Koordinator verlangt.
reporting-asks-x2 = Nutzer: Unterrichten Sie rechtzeitig die betroffenen und gegebenenfalls alle. Die Verordnung setzt keine Stunden fest. Tun Sie es nicht, können es die Koordinatoren.
reporting-platform-counter = Der Zähler der Plattform zeigt 48 Stunden ab der Frühwarnung; das ist nicht diese Frist.
reporting-measure-not-final = Ob eine Behelfslösung, eine teilweise oder eine gestufte Maßnahme schon „verfügbar“ ist, ist offen; ab der ersten Maßnahme zu zählen ist die sichere Lesart.
reporting-measure-before-awareness = Eine Maßnahme war verfügbar, bevor Sie Kenntnis hatten. Die 14 Tage zählen ab der Kenntnis; wörtlich gelesen begannen sie früher, senden Sie also möglichst den Abschlussbericht mit der Meldung.
reporting-month-from-warning = Die Frühwarnung enthielt alles; daher zählt der Monat ab ihrer Einreichung.

# --- Fristenverordnung, Verordnung Nr. 1182/71 ---
reporting-outer-hour = vor { $end } ({ $zone })
reporting-outer-day = vor Ablauf des Tages { $day }, in { $zone }, also vor { $end }
reporting-weekday = { $weekday ->
        [Monday] Montag
        [Tuesday] Dienstag
        [Wednesday] Mittwoch
        [Thursday] Donnerstag
        [Friday] Freitag
        [Saturday] Samstag
       *[Sunday] Sonntag
    }, { $day }
reporting-period-hours = Die Stunde des Ereignisses wird nicht mitgerechnet; die Frist läuft von der nächsten vollen Stunde bis zum Ablauf ihrer letzten Stunde.
reporting-period-days = Der Tag des Ereignisses wird nicht mitgerechnet; die Frist endet mit der letzten Stunde ihres letzten Tages.
reporting-period-month = Ein Monat endet mit der letzten Stunde des Tages mit derselben Zahl oder, wo es diesen Tag nicht gibt, des letzten Tages des Monats.
reporting-period-counts = Samstage, Sonntage und Feiertage zählen mit; eine Frist in Stunden wird ihretwegen nie verschoben.
reporting-period-two-working-days = Auf die Regel, dass längere Fristen zwei Arbeitstage enthalten, wird bei 72 Stunden nicht gebaut.
reporting-period-moved = { $from } ist ein Samstag, ein Sonntag oder ein Feiertag; die Frist endet daher mit dem nächsten Arbeitstag, { $to }.
reporting-period-outer-first = Der letzte Tag endet früher als die einfache Rechnung ({ $strict }), weil Zeitumstellung oder Monatsende dazwischenliegt: Richten Sie sich nach dem früheren Zeitpunkt.
reporting-period-place = Feiertage und gesetzliche Zeit sind die von { $state } ({ $zone }), wo gemeldet wird. Regionale Feiertage zählen nicht.
reporting-period-place-several = Feiertage und gesetzliche Zeit sind die von { $state }, wo gemeldet wird, am Sitz des dortigen Koordinators ({ $zone }); in diesem Staat gelten noch andere Zeiten. Regionale Feiertage zählen nicht.
reporting-period-open = Weder diese Verordnung noch ihre Leitlinien sagen, ob hier die Verordnung Nr. 1182/71 gilt und welche gesetzliche Zeit maßgeblich ist.

# --- Koordinator ---
reporting-coordinator = Das von { $state } als Koordinator benannte CSIRT.
reporting-decisions = Die Hauptniederlassung liegt in { $state }: Entscheidungen über die Cybersicherheit der Produkte werden überwiegend dort getroffen.
reporting-decisions-lead = Daher wird an den Koordinator von { $state } gemeldet.
reporting-decisions-outside = Diese Entscheidungen werden überwiegend in { $state }, außerhalb der Union, getroffen; daher entscheiden die Niederlassungen in der Union.
reporting-decisions-distributed = Diese Entscheidungen werden in mehreren Staaten getroffen, und keiner überwiegt; daher entscheidet die Niederlassung in der Union mit den meisten Beschäftigten.
reporting-group = Mehrere Unternehmen einer Gruppe treffen die Entscheidungen gemeinsam; zuerst ist zu klären, welches davon der Hersteller ist.
reporting-employees = Die Niederlassung in der Union mit den meisten Beschäftigten liegt in { $state }.
reporting-counts-open = Zwei Staaten liegen gleichauf, oder eine Zahl fehlt.
    .hint = Geben Sie die Zahlen so an, dass eine die größte ist.
reporting-none-declared = `{ $fact }` nennt keinen Mitgliedstaat.
reporting-by-representative = Der Bevollmächtigte für die meisten der Produkte sitzt in { $state }.
reporting-by-importer = Der Einführer der meisten der Produkte sitzt in { $state }.
reporting-by-distributor = Der Händler der meisten der Produkte sitzt in { $state }.
reporting-by-users = Die meisten Nutzer sind in { $state }.
reporting-coordinator-before = Die Nutzer entscheiden, und zuerst wurde an { $state } gemeldet: Spätere Meldungen können dort bleiben.
reporting-other-coordinator = Gesendet wurde an den Koordinator von { $used }, während Artikel 14 Absatz 7 zu { $state } führt. Die Fristen laufen weiter.

# --- Inhalt ---
reporting-content-member-states = Mitgliedstaaten, in denen das Produkt bekanntermaßen bereitgestellt wurde
reporting-content-product = allgemeine Angaben zum Produkt
reporting-content-nature = allgemeine Art der Ausnutzung und der Schwachstelle oder des Sicherheitsvorfalls
reporting-content-taken = ergriffene Korrektur- oder Risikominderungsmaßnahmen
reporting-content-for-users = Korrektur- oder Risikominderungsmaßnahmen, die Nutzer ergreifen können
reporting-content-sensitivity = für wie sensibel die Informationen gehalten werden
reporting-content-severity = Beschreibung mit dem Schweregrad
reporting-content-impact = Auswirkungen
reporting-content-actor = was über den böswilligen Akteur bekannt ist
reporting-content-update = die Sicherheitsaktualisierung oder andere Korrekturmaßnahme im Einzelnen
reporting-content-suspected = ob rechtswidrige oder böswillige Handlungen vermutet werden
reporting-content-assessment = erste Bewertung
reporting-content-cause = Art der Bedrohung oder wahrscheinliche Grundursache
reporting-content-mitigation = getroffene und laufende Risikominderung
reporting-content-told = die Schwachstelle oder der Sicherheitsvorfall, den Nutzern mitgeteilt
reporting-users-how = Unterrichten Sie Nutzer gegebenenfalls in einer strukturierten, maschinenlesbaren Form, die leicht zu verarbeiten ist.
reporting-users-detail = Die Ausführlichkeit folgt dem Risiko: Einzelheiten können zuerst an betroffene Kunden gehen und an alle, sobald die Sache erledigt ist.
reporting-form-is-not-the-law = Die Plattform behandelt die ergriffenen Maßnahmen hier als freiwillige Angabe; die Verordnung verlangt sie, soweit bekannt.
reporting-form-is-not-the-law-users = Die Plattform behandelt die Maßnahmen für Nutzer hier als freiwillige Angabe; die Verordnung verlangt sie, soweit bekannt.

# --- Weitergabe und Aufschub ---
reporting-onward = Der Koordinator gibt die Meldung unverzüglich an die Koordinatoren der Mitgliedstaaten weiter, die Sie nennen.
reporting-onward-only-here = Sie nennen nur den eigenen Staat des Koordinators; die Meldung muss also nicht weitergegeben werden.
reporting-delay-asked = Ein Aufschub ist die Ausnahme des Koordinators, aus Gründen der Cybersicherheit und nur so lange wie unbedingt nötig; die Bitte darum entscheidet nichts.
reporting-sensitivity-slip = Der Artikel spricht von der in der Frühwarnung angegebenen Sensibilität.
reporting-enisa-has-it = Die ENISA erhält die Meldung auch bei einem solchen Aufschub.
reporting-market-surveillance = Die Koordinatoren geben den Marktüberwachungsbehörden, was diese brauchen.
reporting-public-after-fix = Sobald es eine Korrektur gibt, nimmt die ENISA öffentlich Bekanntes im Einvernehmen mit Ihnen in die europäische Schwachstellendatenbank auf.
reporting-no-liability = Das Melden allein erhöht Ihre Haftung nicht.
reporting-platform-down = Ist die Plattform gestört, reichen Sie ein, sobald sie wieder da ist; dem CSIRT inzwischen zu schreiben ersetzt das nicht, und die Fristen laufen weiter.
reporting-delay-mitigation = Eine wirksame Risikominderung wird binnen 72 Stunden erwartet; bleibt sie aus, gibt der Koordinator die Meldung weiter.
reporting-delay-exploit = Die Informationen reichen aus, um eine Ausnutzung zu entwickeln, bis eine Risikominderung verfügbar ist.
reporting-delay-partial = Der Koordinator kann genug in Teilen weitergeben, den Rest, sobald eine Risikominderung verfügbar ist.
reporting-delay-intermediary = Eine koordinierte Offenlegung mit dem CSIRT als vertrauenswürdigem Vermittler, bis sie nicht mehr nötig ist und die Beteiligten zustimmen.
reporting-delay-no-nature = Die Informationen selbst geben keinen Grund: Ihre Risiken müssen den Nutzen überwiegen, eine Kennzeichnung darf nicht genügen, und einer von vier Gründen muss vorliegen.
reporting-delay-recipient = Ein CSIRT, das die Meldung erhalten würde, ist kompromittiert oder kann sie nicht schützen.
reporting-delay-no-recipient = Kein CSIRT, das die Meldung erhalten würde, ist kompromittiert.
reporting-delay-platform = Die Meldeplattform ist kompromittiert.
reporting-delay-no-platform = Die Meldeplattform ist nicht kompromittiert.
reporting-exceptional-no-incident = Besonders außergewöhnliche Umstände gibt es nur bei Schwachstellen; bei einem Sicherheitsvorfall können sie nicht geltend gemacht werden.
reporting-exceptional-none = Besonders außergewöhnliche Umstände sind nicht angegeben.
reporting-exceptional-only-here = Nach Kenntnis des Herstellers wird die Schwachstelle in keinem anderen Mitgliedstaat als dem des Koordinators ausgenutzt.
reporting-exceptional-interests = Die Weitergabe würde offenlegen, was die wesentlichen Interessen dieses Staates schützen.
reporting-exceptional-risk = Die Weitergabe ist selbst ein unmittelbares hohes Risiko.
reporting-exceptional-stage = Geben Sie es in der 72-Stunden-Meldung an: Keine andere Stufe fragt danach. Die ENISA erfährt dann nur, dass es eine Meldung gibt, das Produkt, die allgemeine Art der Ausnutzung und dass dies geltend gemacht wurde.
reporting-exceptional-too-late = Es kann nur in der 72-Stunden-Meldung geltend gemacht werden, und die ist eingereicht.

# --- Widersprüche ---
reporting-contradiction-distributed = laut Angabe werden die Entscheidungen überwiegend in einem Staat getroffen und zugleich in mehreren ohne Schwerpunkt
reporting-contradiction-established = laut Angabe gibt es keine Niederlassung in der Union, wohl aber Beschäftigte dort
reporting-contradiction-somewhere = als in diesem Produkt ausgenutzt angegeben, aber auch als nirgends ausgenutzt
reporting-contradiction-exploitable = als in diesem Produkt ausgenutzt angegeben, aber darin nicht ausnutzbar
reporting-contradiction-good-faith = als nur aus Forschung in gutem Glauben bekannt angegeben, aber mit einem böswilligen Akteur
reporting-contradiction-component = eine Komponente ist genannt, aber die Schwachstelle liegt laut Angabe nicht in einer Komponente eines anderen
reporting-contradiction-assessed-before = die Bewertung beginnt laut Angabe vor dem ersten Hinweis
reporting-contradiction-aware-before = die Kenntnis liegt laut Angabe vor dem ersten Hinweis
reporting-contradiction-sent-before = laut Angabe wurde etwas vor dem ersten Hinweis eingereicht
reporting-contradiction-skipped-warning = vor der Frühwarnung kommt nichts; ihre Informationen können also nicht schon gegeben sein
    .hint = Artikel 14 Absatz 2 Buchstabe a und Absatz 4 Buchstabe a: Die Frühwarnung kann nicht entfallen.
reporting-contradiction-exceptional = besonders außergewöhnliche Umstände können nur bei Schwachstellen geltend gemacht werden
    .hint = Artikel 16 Absatz 2 Unterabsatz 3. Bei einem Sicherheitsvorfall bitten Sie stattdessen den Koordinator um Aufschub.

# --- im Terminal gezeigt ---
reporting-show = Meldungen
reporting-show-judged = Artikel 14, beurteilt zum Zeitpunkt { $at }
reporting-show-mandatory = { $case }: ist zu melden
reporting-show-voluntary = { $case }: kann freiwillig gemeldet werden
reporting-show-not-reportable = { $case }: nicht zu melden
reporting-show-undetermined = { $case }: noch nicht zu entscheiden; klären Sie { $missing }. Falls zu melden ist:
reporting-show-running = { $stage } fällig { $due }, in { $left }
reporting-show-late = { $stage } überfällig seit { $late }: war fällig { $due }
reporting-show-met = { $stage } erledigt { $at }
reporting-show-met-late = { $stage } erledigt { $at }, { $late } zu spät
reporting-show-not-started = { $stage }: Frist nicht begonnen ({ $because })
reporting-show-skippable = { $stage }: nichts weiter einzureichen ({ $because })
reporting-show-owed = { $stage }: unverzüglich seit { $since }; die Verordnung setzt keine Stunden fest
reporting-show-there = dort: { $there } ({ $zone })
reporting-show-outer = äußerste Grenze, kein Ziel: { $outer }
reporting-show-from-signal = Ab dem ersten Hinweis gezählt, endeten die 24 Stunden { $at }.
reporting-show-coordinator = Geht an den Koordinator von { $state }: { $name }
reporting-show-incidents-at = Sicherheitsvorfälle: { $at }
reporting-show-coordinator-open = An wessen Koordinator es geht, ist nicht zu entscheiden; klären Sie { $missing }
reporting-show-content = { $stage }: was darin stehen muss
reporting-show-given = angegeben
reporting-show-not-given = nicht angegeben
reporting-show-field-missing = Das Formular der Plattform braucht { $field }, { $what }.
reporting-show-field-too-long = Das Formular der Plattform fasst { $limit } Zeichen für { $field }, { $what }; es sind { $characters }.
reporting-show-ground-yes = Aufschubgrund „{ $ground }“: kommt in Betracht
reporting-show-ground-no = Aufschubgrund „{ $ground }“: nein
reporting-show-ground-open = Aufschubgrund „{ $ground }“: klären Sie { $missing }
reporting-show-onward = Was mit der Meldung geschieht
reporting-show-platform = Die einheitliche Meldeplattform, Stand { $on }
reporting-show-clocks-vulnerability = Fristen einer aktiv ausgenutzten Schwachstelle
reporting-show-clocks-incident = Fristen eines schwerwiegenden Sicherheitsvorfalls
reporting-show-aware = Kenntnis erlangt { $at }
reporting-show-no-coordinator = Nennen Sie den Staat des Koordinators (`--coordinator DE`), um die gesetzliche Zeit und die äußerste Grenze zu sehen.
reporting-stage-early-warning = Frühwarnung
reporting-stage-notification = Meldung
reporting-stage-final-report = Abschlussbericht
reporting-stage-intermediate-report = Zwischenbericht
reporting-stage-users = Unterrichtung der Nutzer
reporting-need-always = mindestens dies
reporting-need-as-available = soweit verfügbar
reporting-need-where-applicable = gegebenenfalls
reporting-ground-nature = Art der Informationen
reporting-ground-recipient = Empfänger
reporting-ground-platform = Plattform
reporting-ground-exceptional = besonders außergewöhnliche Umstände

# --- die Befehlszeile ---
reporting-cli-clocks = die Fristen aus Artikel 14 von wenigen Zeitpunkten aus berechnen
reporting-cli-stream = was geschehen ist
reporting-cli-aware = wann Sie Kenntnis erlangten, mit Abstand zu UTC: 2026-09-14T22:10:00+02:00
reporting-cli-coordinator = der Mitgliedstaat, an dessen Koordinator Sie melden
reporting-cli-measure = wann eine Korrektur- oder Risikominderungsmaßnahme verfügbar wurde
reporting-cli-early-warning = wann die Frühwarnung eingereicht wurde
reporting-cli-notification = wann die Meldung eingereicht wurde
reporting-cli-final-report = wann der Abschlussbericht eingereicht wurde
reporting-cli-at = der Zeitpunkt, zu dem die Fristen beurteilt werden [Vorgabe: jetzt]
reporting-cli-not-an-instant = schreiben Sie Tag, Uhrzeit und Abstand zu UTC, etwa 2026-09-14T22:10:00+02:00 oder 2026-09-14T20:10:00Z
reporting-cli-not-a-member-state = schreiben Sie die zwei Buchstaben eines Mitgliedstaats, etwa DE
reporting-aware-in-the-future = die Kenntnis { $aware } liegt nach dem Zeitpunkt, zu dem die Fristen beurteilt werden
    .hint = Prüfen Sie Datum und Abstand zu UTC; niemand hat Kenntnis von dem, was erst kommt.
reporting-sent-before-aware = { $option } liegt vor der Kenntnis { $aware }: Beides kann nicht sein
    .hint = Nichts kann gemeldet werden, bevor jemand davon Kenntnis hat. Welcher der beiden Zeitpunkte stimmt?
reporting-before-article-14 = Artikel 14 gilt ab { $from }: Was vor diesem Tag bekannt war, ist nicht zu melden (Leitlinien der Kommission, Nummer 217); diese Fristen sind gerechnet, als hätte er gegolten.
reporting-show-outer-review = rechtliche Prüfung: Die äußerste Grenze folgt der Verordnung (EWG, Euratom) Nr. 1182/71, deren Text hier nicht gelesen wurde; ob sie für diese Fristen gilt, ist offen.
