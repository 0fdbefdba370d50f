# Was das Recht verlangt, und was sich zeigte, als die angegebenen Tatsachen daran gemessen wurden.

# --- rechtliche Prüfung ---
law-review-draft = Der endgültige Wortlaut dieser Regel (Zeile { $row }) lag nicht vollständig vor; sie beruht auf einem Entwurf. Lassen Sie das rechtlich prüfen.
law-review-unverified = Diese Regel (Zeile { $row }) wurde nicht anhand eines veröffentlichten Textes geprüft. Lassen Sie das rechtlich prüfen.
law-review-inferred = Keine Quelle nennt diese Regel (Zeile { $row }); sie wurde aus dem Text hergeleitet. Lassen Sie das rechtlich prüfen.
law-review-secondary = Diese Regel (Zeile { $row }) ist nur aus Sekundärquellen bekannt. Lassen Sie das rechtlich prüfen.
law-review-donations = Erwägungsgrund 15 wertet Spenden, die auf Gewinn zielen, als gewerblich; nach den Leitlinien zählt eine Spende in der Regel nicht. Lassen Sie das rechtlich prüfen.
law-review-test-forced = Ob Software noch allein zu Testzwecken abgegeben wird, wenn Nutzer auf sie umsteigen müssen, ist nicht geklärt. Lassen Sie das rechtlich prüfen.
law-review-distributor-changes = Artikel 3 Nummer 17 spricht von Händlern, die das Produkt lassen, wie es ist, Artikel 21 von solchen, die es wesentlich ändern; dies liegt dazwischen. Lassen Sie das rechtlich prüfen.
law-review-unknown-act = `{ $act }` wurde erlassen, nachdem dieses Verfahren geschrieben war. Lassen Sie rechtlich prüfen, ob der Rechtsakt das Produkt erfasst.
law-review-category = Ein Teil der endgültigen Beschreibung von `{ $category }` lag nicht vor ({ $parts }). Ist das Produkt von dieser Art, lassen Sie das rechtlich prüfen.
law-review-annex-amended = `{ $act }` hat die Anhänge geändert, nachdem diese Kategorien geschrieben waren. Lassen Sie die Kategorie rechtlich prüfen.
law-review-state = Die neueste Quelle hierzu stammt vom { $newest }. Sehen Sie im Amtsblatt, in der Liste der notifizierten Stellen der Kommission und bei den Zertifizierungssystemen noch einmal nach.
law-review-partly-applied = Artikel 32 Absatz 2 lässt sich so lesen, dass nur die nicht abgedeckten Anforderungen an eine notifizierte Stelle gehen; die sichere Lesart ist das ganze Produkt. Lassen Sie das rechtlich prüfen.
law-review-health-records = Der ändernde Rechtsakt wurde nicht vollständig gelesen. Lassen Sie rechtlich prüfen, welches Verfahren gilt.
law-review-artificial-intelligence = Ob die KI-Verordnung hier die interne Kontrolle zuließe, steht nicht in den angegebenen Tatsachen. Lassen Sie rechtlich prüfen, welches Verfahren für welche Anforderungen gilt.

# --- nicht angegebene Tatsachen ---
law-not-stated = `{ $path }` ist nicht angegeben; daher lässt sich diese Frage nicht beantworten.
    .hint = Geben Sie es im Dossier an.

# --- Anwendungsbereich, Artikel 2 und 4 ---
law-scope-not-electronic = Der Gegenstand ist weder Software noch Hardware, die digitale Daten verarbeitet, also kein Produkt mit digitalen Elementen.
law-scope-electronic = Angegeben als `{ $kind }`: Software oder Hardware, die digitale Daten verarbeitet.
law-scope-supplied = Angegeben als `{ $kind }`: Nutzer erhalten es selbst, es wird nicht nur als Ferndienst angeboten.
law-scope-part-of-another = Der Ferndienst `{ $service }` ist Datenfernverarbeitung eines Produkts desselben Herstellers: als Teil dieses Produkts im Anwendungsbereich, nie für sich allein.
law-scope-service-alone = Ein Dienst, der nur aus der Ferne läuft, ist kein eigenes Produkt, und kein Produkt desselben Herstellers ist angegeben, das ihn braucht. Anderes Recht wie NIS2 kann für ihn gelten.
    .hint = Kann eines Ihrer Produkte eine Funktion ohne ihn nicht ausführen, geben Sie ihn im Dossier dieses Produkts unter `remote_services` an.
law-scope-source-code = Quellcode, der einem Kunden als Produkt lizenziert wird, wird in Verkehr gebracht wie jede andere Software.
law-scope-tutorial-code = Code, der nur lehrt oder nicht fertig ist, wird nicht in Verkehr gebracht.
law-scope-belongs-to-hardware = `{ $hardware }` desselben Herstellers lässt sich ohne diese Software nicht verwenden: Sie ist Teil dieses Produkts und teilt dessen Schicksal, auch wenn sie getrennt heruntergeladen wird.
law-scope-placed-with-hardware = Als Teil von `{ $hardware }` gilt die Software mit jeder Einheit davon als in Verkehr gebracht.
law-scope-does-not-belong = Sie ist nicht Teil von `{ $hardware }`: `{ $fact }` trifft nicht zu; daher wird sie als eigenes Produkt beurteilt.
law-scope-belongs-to-not-software = Hardware ist nicht in der Weise Teil von `{ $hardware }` wie die Software, mit der es läuft; daher wird sie als eigenes Produkt beurteilt.
law-scope-connection = Eine Datenverbindung ist angegeben (`{ $how }`).
law-scope-no-connection = Weder die Zweckbestimmung noch eine vernünftigerweise vorhersehbare Verwendung schließt eine Datenverbindung mit einem Gerät oder Netz ein; daher gilt die Verordnung nicht.
law-scope-on-off-signal = Es wird nur ein Ein-Aus-Signal übertragen: Nichts wird codiert oder decodiert; daher besteht keine Datenverbindung, und die Verordnung gilt nicht.
law-scope-power-only = Es wird nur Strom übertragen, keine Daten; daher besteht keine Datenverbindung, und die Verordnung gilt nicht.
law-scope-act-not-claimed = `{ $act }` ist nicht als Grund für eine Ausnahme des Produkts angegeben.
law-scope-medical-devices = Auf das Produkt findet die Verordnung (EU) 2017/745 über Medizinprodukte Anwendung; daher gilt diese Verordnung nicht.
law-scope-in-vitro = Auf das Produkt findet die Verordnung (EU) 2017/746 über In-vitro-Diagnostika Anwendung; daher gilt diese Verordnung nicht.
law-scope-motor-vehicles = Auf das Produkt findet die Verordnung (EU) 2019/2144 über Kraftfahrzeuge Anwendung; daher gilt diese Verordnung nicht. Ein Teil zählt nur, wenn es ausschließlich für solche Fahrzeuge konstruiert und gebaut wurde.
law-scope-two-wheels-no-act = Dieser Rechtsstand kennt `{ $act }` nicht; daher nimmt nichts die Fahrzeuge der Klasse L aus.
law-scope-two-wheels = Das Produkt fällt unter die Verordnung (EU) Nr. 168/2013 und ist kein Fahrzeug der Klasse L1e mit Pedalantrieb; ein delegierter Rechtsakt nimmt es von dieser Verordnung aus.
law-scope-aviation = Das Produkt ist nach der Verordnung (EU) 2018/1139 zertifiziert; daher gilt diese Verordnung nicht. Ohne Zertifikat in diesen Bereich zu fallen, würde nicht genügen.
law-scope-marine = Das Produkt ist Schiffsausrüstung im Anwendungsbereich der Richtlinie 2014/90/EU; daher gilt diese Verordnung nicht.
law-scope-act-contradicts = Das lässt sich nicht entscheiden, weil nach `scope.other_acts` das Produkt durch { $act } ausgenommen ist und zugleich nicht.
    .hint = Fragen Sie, wer das Produkt nach diesem Rechtsakt beurteilt hat, und behalten Sie nur eines der beiden Wörter.
law-scope-not-a-medical-device = Software oder Zubehör im Umfeld eines Medizinprodukts, auf die die Verordnung (EU) 2017/745 selbst keine Anwendung findet, bleibt im Anwendungsbereich.
law-scope-not-an-in-vitro-device = Software oder Zubehör im Umfeld eines In-vitro-Diagnostikums, auf die die Verordnung (EU) 2017/746 selbst keine Anwendung findet, bleibt im Anwendungsbereich.
law-scope-part-not-exclusive = Ein Teil, das nicht ausschließlich für Fahrzeuge konstruiert und gebaut wurde, bleibt im Anwendungsbereich, auch wenn Fahrzeuge es verwenden.
law-scope-pedalled = Ein Fahrzeug der Klasse L1e, das zum Treten ausgelegt ist, bleibt im Anwendungsbereich: Der delegierte Rechtsakt nimmt es von seinem Ausschluss aus.
law-scope-uncertified-aviation = In den Bereich der Verordnung (EU) 2018/1139 zu fallen, genügt nicht: Was nicht nach ihr zertifiziert ist, bleibt im Anwendungsbereich.
law-scope-outside-marine = Eine Komponente an Bord, die nicht unter die Richtlinie 2014/90/EU fällt, bleibt im Anwendungsbereich.
law-scope-field-stays-in = Keine Bestimmung nimmt Produkte dieses Bereichs aus ({ $field ->
        [rail] Schienenverkehr
        [machinery] Maschinen
        [toys] Spielzeug
        [lifts] Aufzüge
        [energy] Energie
        [finance] Finanzwesen
       *[other] { $field }
    }): Sie bleiben im Anwendungsbereich.
law-scope-unknown-act = Der Rechtsstand führt `{ $act }` auf; dieses Verfahren stellt dazu keine Frage.
law-scope-no-other-act = Nach dem Rechtsstand vom { $as_of } nimmt kein anderer delegierter Rechtsakt Produkte aus.
law-scope-spare-part = Ein Ersatzteil, das eine identische Komponente ersetzt, nach denselben Spezifikationen hergestellt ist und zur Reparatur eines Produkts abgegeben wird, das schon auf dem Markt ist: Für es gilt diese Verordnung nicht.
law-scope-spare-part-not-claimed = Es ist nicht als Ersatzteil angegeben.
law-scope-spare-part-not-fulfilled = Als Ersatzteil angegeben, aber `{ $fact }` trifft nicht zu; alle drei Bedingungen müssen erfüllt sein: identische Komponente, dieselben Spezifikationen, zur Reparatur abgegeben.
law-scope-national-security = Ausschließlich für Zwecke der nationalen Sicherheit oder der Verteidigung entwickelt oder geändert oder für die Verarbeitung von Verschlusssachen konzipiert: Diese Verordnung gilt nicht.
law-scope-national-security-not-claimed = Es ist nicht angegeben, dass es ausschließlich der nationalen Sicherheit oder der Verteidigung dient oder für die Verarbeitung von Verschlusssachen konzipiert ist.
law-scope-dual-use = Produkte für zivile und militärische Zwecke bleiben im Anwendungsbereich: Ausgenommen ist nur, was ausschließlich der nationalen Sicherheit oder der Verteidigung dient oder für Verschlusssachen konzipiert ist.
law-scope-dual-use-contradicts = Das lässt sich nicht entscheiden, weil `{ $fact }` und `scope.dual_use` nicht beide zutreffen können.
    .hint = Fragen Sie, ob eine Fassung des Produkts für zivile Zwecke gedacht ist, und berichtigen Sie eine der beiden Angaben.
law-scope-only-shown = Nur auf einer Messe oder bei einer Vorführung gezeigt, mit einer sichtbaren Kennzeichnung, dass es nicht konform ist: Es darf vorgestellt werden und wird erst auf dem Markt bereitgestellt, wenn es konform ist.
law-scope-only-shown-not-claimed = Es ist nicht angegeben, dass es mit der Kennzeichnung, nicht konform zu sein, nur gezeigt wird.
law-scope-shown-without-sign = Es wird ohne sichtbare Kennzeichnung gezeigt, dass es nicht konform ist; daher ist es von der Erlaubnis für Messen und Vorführungen nicht gedeckt.
    .hint = Bringen Sie die Kennzeichnung an, oder stellen Sie zuerst die Konformität des Produkts her.
law-scope-not-only-shown = Es wird nicht nur gezeigt; daher ist es von der Erlaubnis für Messen und Vorführungen nicht gedeckt.
law-scope-presentation-contradicts = Das lässt sich nicht entscheiden, weil `scope.only_shown_with_sign` und `{ $fact }` einander widersprechen.
    .hint = Fragen Sie, ob es nur gezeigt wird und ob die Kennzeichnung dort steht; berichtigen Sie dann eine der beiden Angaben.
law-scope-test-version = Unfertige Software zu Testzwecken, für einen begrenzten Zeitraum und sichtbar gekennzeichnet: Sie darf ohne Konformität bereitgestellt werden.
    .hint = Bewerten Sie trotzdem ihre Risiken, halten Sie die Anforderungen so weit wie möglich ein, und zwingen Sie Nutzer nie auf sie.
law-scope-test-version-not-claimed = Es ist nicht als Testversion angegeben.
law-scope-test-version-not-fulfilled = Als Testversion angegeben, aber nicht alle Bedingungen sind erfüllt (`{ $fact }`): ein begrenzter Zeitraum, eine sichtbare Kennzeichnung und kein Sicherheitsbauteil nach anderem Recht.
law-scope-test-version-hardware = Die Erlaubnis für Testversionen gilt für unfertige Software, nicht für Hardware.
law-scope-test-version-forced = Nutzer müssen auf die Testversion umsteigen; nach den Erwägungsgründen sollten Hersteller das nicht verlangen.
law-scope-users-forced = Nutzer müssen auf eine Testversion umsteigen.
    .hint = Lassen Sie ihnen die Wahl, oder geben Sie die Version als fertige frei, die konform ist.
law-scope-own-use = Nur für den eigenen Gebrauch hergestellt; daher wird es nicht auf dem Markt bereitgestellt.
law-scope-public-administration = Eine öffentliche Verwaltung hat es ausschließlich für den eigenen Gebrauch hergestellt oder geändert; daher wird es nicht auf dem Markt bereitgestellt.
law-scope-own-use-contradicts = Das lässt sich nicht entscheiden, weil `{ $fact }` und `scope.supply.price` nicht beide zutreffen können: Was verkauft wird, bleibt nicht dem eigenen Gebrauch vorbehalten.
    .hint = Fragen Sie, wer das Produkt sonst erhält und dafür zahlt, und berichtigen Sie eine der beiden Angaben.
law-scope-own-use-not-claimed = Es ist nicht angegeben, dass es nur für den eigenen Gebrauch hergestellt wurde.
law-scope-on-union-market = Es wird zum Vertrieb oder zur Verwendung auf dem Unionsmarkt abgegeben.
law-scope-not-on-union-market = Es wird nicht zum Vertrieb oder zur Verwendung auf dem Unionsmarkt abgegeben.
law-scope-commercial = Es wird im Rahmen einer Geschäftstätigkeit abgegeben (`{ $fact }`), entgeltlich oder unentgeltlich: Die Verordnung gilt.
law-scope-not-commercial = Kein Anzeichen einer Geschäftstätigkeit ist angegeben; daher wird es nicht auf dem Markt bereitgestellt.
law-scope-public-service-at-cost = Eine öffentliche Dienstleistung, deren Preis nur ihre Kosten deckt, ist dadurch nicht gewerblich, und kein anderes Anzeichen einer Geschäftstätigkeit ist angegeben.

# --- die Grenze des Produkts ---
law-scope-module-own = Das Modul `{ $module }` wird auch allein verkauft: ein eigenes Produkt, das für sich eingestuft wird.
law-scope-module-part = Das Modul `{ $module }` gibt es nur im Produkt; es ist dessen Teil.
law-scope-variant-no-copy = `{ $variant }` unterscheidet sich in Komponenten, Konfiguration oder Funktionen: Das ist keine Kopie und wird für sich in Verkehr gebracht.
law-scope-variant-shares = `{ $variant }` teilt Architektur, Sicherheitskonzept, Zweck und Risiken: Eine Risikobewertung, eine Dokumentation, ein Verfahren und eine Erklärung, die es aufführt, dürfen es mit abdecken.
law-scope-variant-distinct = `{ $variant }` teilt Architektur, Sicherheitskonzept, Zweck und Risiken nicht mit dem Rest: ein anderes Produkt mit eigener Dokumentation.
law-scope-complex-system = Was als ein Produkt verkauft wird, ist ein Produkt, wie viele Teile es auch hat. Alte Teile und Interoperabilität sind kein Grund, etwas auszulassen: Bewerten Sie deren Risiko, und gleichen Sie es aus.
law-scope-no-remote-services = Angegeben ist, dass das Produkt keinen Ferndienst braucht; seine technische Dokumentation kann das so sagen.
law-scope-after-support = Der Unterstützungszeitraum ist am { $ends_on } abgelaufen. Schon in Verkehr gebrachte Einheiten dürfen in der Vertriebskette bleiben; jede Einheit, die ab jetzt in Verkehr gebracht wird, braucht einen eigenen Unterstützungszeitraum.

# --- maßgeschneidert, Anhang I und Erwägungsgrund 64 ---
law-scope-tailor-made = Für einen besonderen Zweck des gewerblichen Nutzers `{ $user }` hergestellt, zu Bedingungen, die beide Seiten ausdrücklich vereinbart haben: Zwei Abweichungen dürfen vereinbart werden, sonst keine.
law-scope-tailor-no-purpose = Es wurde nicht an einen besonderen Zweck angepasst; daher ist es nicht maßgeschneidert.
law-scope-tailor-no-business = Es wurde nicht für einen gewerblichen Nutzer hergestellt; daher ist es nicht maßgeschneidert: Mit einem Verbraucher darf nichts anderes vereinbart werden.
law-scope-tailor-not-agreed = Die beiden Seiten haben keine anderen Bedingungen ausdrücklich vereinbart; daher darf nichts abweichen.
law-scope-tailor-minor = Kleinere Anpassungen eines Standardprodukts machen es nicht maßgeschneidert.
law-scope-tailor-no-evidence = Die technische Dokumentation enthält keinen Nachweis, dass das Produkt maßgeschneidert ist; daher darf nichts abweichen.
law-scope-tailor-configuration = Eine Konfiguration, die nicht standardmäßig sicher ist, wurde vereinbart; das ist zulässig.
law-scope-tailor-configuration-contradicts = Eine Konfiguration, die nicht standardmäßig sicher ist, wurde vereinbart, aber das Produkt erfüllt die Bedingungen eines maßgeschneiderten nicht.
    .hint = Liefern Sie es standardmäßig sicher aus, oder weisen Sie nach, dass die Bedingungen erfüllt sind.
law-scope-tailor-updates = Sicherheitsaktualisierungen gegen Entgelt wurden vereinbart; das ist zulässig.
law-scope-tailor-updates-contradicts = Sicherheitsaktualisierungen gegen Entgelt wurden vereinbart, aber das Produkt erfüllt die Bedingungen eines maßgeschneiderten nicht.
    .hint = Stellen Sie Sicherheitsaktualisierungen kostenlos bereit, oder weisen Sie nach, dass die Bedingungen erfüllt sind.
law-scope-tailor-other-contradicts = Die Vereinbarung setzt außer Kraft, was keine Vereinbarung kann: „{ $deviation }“. Nur für die sichere Standardkonfiguration und die kostenlosen Sicherheitsaktualisierungen darf anderes vereinbart werden.
    .hint = Nehmen Sie es aus der Vereinbarung, und erfüllen Sie die Anforderung.

# --- freie und quelloffene Software ---
law-free-not-declared = Es ist nicht als freie und quelloffene Software angegeben.
law-free-not-free = Es ist keine freie und quelloffene Software: Dazu gehören eine freie Lizenz und ein Quellcode, der offen mit der Allgemeinheit geteilt wird.
law-free-is-free = Es ist freie und quelloffene Software: frei lizenziert, der Quellcode wird offen geteilt.
law-free-own-responsibility = Diese Person veröffentlicht sie und bestimmt über Entwicklung und Releases.
law-free-passes-on = Diese Person gibt freie Software weiter, die jemand anderes veröffentlicht; daher kommt es darauf an, wie sie sie abgibt.
law-free-contribution = Diese Person trägt zu Software bei, für die jemand anderes verantwortlich ist, und hat keine Pflichten für sie. Schreibrechte allein genügen dafür nicht.
law-free-only-hosts = Diese Person hostet nur Pakete oder Repositorys; damit stellt sie nichts auf dem Markt bereit.
law-free-hosts-contradicts = Das lässt sich nicht entscheiden, weil Sie laut Dossier die Software nur hosten und zugleich für sie verantwortlich sind.
    .hint = Fragen Sie, wer über Entwicklung und Releases bestimmt, und berichtigen Sie eine der beiden Angaben.
law-free-not-for-profit = Veröffentlicht von einer Organisation ohne Erwerbszweck, deren Satzung alle Einnahmen nach Abzug der Kosten gemeinnützigen Zielen widmet; daher wird die Software nicht in Verkehr gebracht.
law-free-natural-not-for-profit = Ein Mensch ist als Organisation ohne Erwerbszweck angegeben; nur eine Organisation hat eine Satzung, die ihre Einnahmen bindet.
    .hint = Geben Sie `operator.person` an, oder entfernen Sie `free_software.not_for_profit`.
law-free-price = Für sie wird ein Preis verlangt; daher bringt diese Version ein Hersteller in Verkehr.
law-free-price-of = { $what ->
        [version] Für eine Version davon
        [edition] Für eine Ausgabe davon
       *[other] Für fertig gebaute Binärdateien davon
    } wird ein Preis verlangt; daher wird das in Verkehr gebracht, und wer es verkauft, ist dafür der Hersteller.
law-free-paid-edition = Dies ist die kostenpflichtige Ausgabe neben einer kostenlosen: ein eigenes Produkt, das sein Hersteller in Verkehr bringt.
law-free-community-edition = Dies ist die kostenlose Ausgabe neben einer kostenpflichtigen: zwei Produkte. Der Preis der kostenpflichtigen zählt für diese nicht.
law-free-edition-contradicts = Das lässt sich nicht entscheiden, weil `free_software.edition` und `scope.supply.price` einander widersprechen.
    .hint = Fragen Sie, von welcher der beiden Ausgaben diese Datei handelt, und geben Sie deren Preis an.
law-free-sponsored = Sponsoren, Fördermittel und bezahlte Arbeit an Funktionen machen die Abgabe nicht gewerblich.
law-free-downstream = Was andere verdienen, die sie in ihre Produkte einbauen, ändert für sie nichts.
law-free-publisher-monetises = Eine Komponente zum Einbau durch andere, mit der ihr ursprünglicher Herausgeber Geld verdient: Sie wird in Verkehr gebracht.
law-free-publisher-does-not-monetise = Eine Komponente zum Einbau durch andere, mit der ihr ursprünglicher Herausgeber kein Geld verdient: Sie wird nicht in Verkehr gebracht.
law-free-publisher-contradicts = Das lässt sich nicht entscheiden, weil der Herausgeber laut Angabe kein Geld mit ihr verdient und `{ $fact }` etwas anderes sagt.
    .hint = Fragen Sie, wessen Preis, Dienstleistung oder Bedingung das ist, und berichtigen Sie eine der beiden Angaben.
law-free-donations-contradicts = Das lässt sich nicht entscheiden, weil Spenden laut Angabe freiwillig sind und zugleich über Zugang, Aktualisierungen, Fehlerbehebungen oder Vorteile entscheiden.
    .hint = Fragen Sie, was jemand erhält, der nichts spendet, und berichtigen Sie eine der beiden Angaben.
law-free-support-contradictory = Das lässt sich nicht entscheiden, weil die Unterstützung laut Angabe nur zu Selbstkosten geleistet und zugleich darüber hinaus bezahlt wird.
    .hint = Fragen Sie, was die Unterstützung kostet und einbringt, und berichtigen Sie eine der beiden Angaben.
law-free-services-not-separate = Bezahlte Dienstleistungen gehören zur Software und lassen sich nicht getrennt wählen; daher wird sie in Verkehr gebracht.
law-free-monetised = Über sie werden andere Waren oder Dienstleistungen zu Geld gemacht; daher wird sie in Verkehr gebracht.
law-free-personal-data = Personenbezogene Daten für andere Zwecke als Sicherheit, Kompatibilität oder Interoperabilität sind Bedingung der Nutzung; daher wird sie in Verkehr gebracht.
law-free-donations-gate = Spenden entscheiden über Zugang, Aktualisierungen, Sicherheitskorrekturen oder vertragliche Vorteile; das kommt einem Preis gleich, daher wird sie in Verkehr gebracht.
law-free-donations-for-profit = Die Spenden übersteigen die Kosten und zielen auf Gewinn; das gilt als Geschäftstätigkeit.
law-free-course-of-business = Ihre Urheber bezeichnen die Abgabe als gewerblich; daher wird sie in Verkehr gebracht.
law-free-support-at-cost = Eine natürliche Person leistet Unterstützung nur zu Selbstkosten; daher wird sie nicht in Verkehr gebracht.
law-free-separate-services = Bezahlte Dienstleistungen sind freiwillig und von der frei verfügbaren Software getrennt; daher wird die Software nicht in Verkehr gebracht.
law-free-not-commercial = Kein Preis, keine Bedingung, und nichts wird über sie zu Geld gemacht; freiwillige Spenden zählen nicht. Sie wird nicht in Verkehr gebracht.

# --- Ferndienste, Artikel 3 Nummer 2 ---
law-remote-connectivity = `{ $service }` befördert nur Daten; Konnektivität ist in dieser Prüfung keine Datenverarbeitung.
law-remote-website = `{ $service }` informiert nur; Webseiten, die informieren, sind nie Datenfernverarbeitung.
law-remote-internal = `{ $service }` ist ein System für Ihre eigene Arbeit oder verteilt, was fertig ist; solche Systeme sind keine Datenfernverarbeitung.
law-remote-infrastructure = `{ $service }` ist eine Schicht, auf der andere Software läuft, und selbst keine Datenfernverarbeitung.
law-remote-hardware = `{ $service }` ist Hardware, auf der ein Dienst läuft; Datenfernverarbeitung ist nur Software.
law-remote-not-at-a-distance = `{ $service }` verarbeitet keine Daten entfernt vom Produkt und ist daher keine Datenfernverarbeitung.
law-remote-telemetry = `{ $service }` sammelt nur Statistik oder Telemetrie, und keine Funktion fällt ohne das aus: außerhalb des Produkts; bewerten Sie das Risiko.
law-remote-back-end = `{ $service }` hat nicht selbst mit dem Produkt zu tun, sondern steht hinter dem, was mit ihm zu tun hat: außerhalb des Produkts.
law-remote-telemetry-contradicts = Das lässt sich nicht entscheiden, weil `{ $service }` laut Angabe nur Telemetrie sammelt und zugleich für eine Funktion nötig ist.
    .hint = Fragen Sie, was nicht mehr geht, wenn der Dienst abgeschaltet ist, und berichtigen Sie eine der beiden Angaben.
law-remote-manual-contradicts = Das lässt sich nicht entscheiden, weil laut Angabe keine Funktion `{ $service }` braucht und Menschen zugleich dessen Arbeit von Hand erledigen können. Ein Weg von Hand zählt nicht.
    .hint = Fragen Sie, was das Produkt selbst nicht mehr tut, wenn der Dienst abgeschaltet ist, und berichtigen Sie eine der beiden Angaben.
law-remote-is-contradicts = Das lässt sich nicht entscheiden, weil `{ $service }` laut Angabe nur Daten befördert und zugleich etwas anderes ist.
    .hint = Fragen Sie, ob der Dienst Daten verarbeitet, und berichtigen Sie eine der beiden Angaben.
law-remote-origin-contradicts = Das lässt sich nicht entscheiden, weil die Angaben dazu, wessen Software `{ $service }` ist, einander widersprechen.
    .hint = Fragen Sie, wer den Dienst konzipiert hat, für wen und nach wessen Spezifikation; berichtigen Sie dann eine der Angaben.
law-remote-denied-and-listed = Das Produkt nutzt laut Angabe keinen Ferndienst, und doch sind welche aufgeführt.
    .hint = Entfernen Sie `product.uses_remote_services` oder die Einträge von `remote_services`.
law-remote-used-and-not-listed = Das Produkt nutzt laut Angabe Ferndienste, und keiner ist aufgeführt.
    .hint = Führen Sie jeden unter `remote_services` auf.
law-remote-any-function = Für `{ $service }` zählt jede Funktion, auch unterstützende wie Aktualisierung, Identität oder Einrichtung.
law-remote-manual = Dass Menschen von Hand tun könnten, was `{ $service }` tut, ändert nichts.
law-remote-portal = Ein Portal wie `{ $service }`, das Token ausgibt, die das Produkt braucht, kann Datenfernverarbeitung sein.
law-remote-built-for-us = `{ $service }` wurde allein für den Hersteller und nach dessen Entwurf gebaut: Das ist unter seiner Verantwortung.
law-remote-standard = `{ $service }` ist ein Standarddienst eines Dritten; ihn zu lizenzieren, stellt ihn nicht unter die Verantwortung des Herstellers.
law-remote-adapted = `{ $service }` ist ein Standarddienst eines Dritten; ihn leicht anzupassen, stellt ihn nicht unter die Verantwortung des Herstellers.
law-remote-hosting = Wo `{ $service }` läuft, ändert nichts: im eigenen Haus, in einer Cloud, am Netzrand.
law-remote-layers-below = Die Schichten des Dritten unter `{ $service }` sind nicht Teil des Produkts.
law-remote-follows-boundary = Von `{ $service }` sind die Module, die der Funktion dienen und mit dem Produkt zu tun haben, und ihre Schnittstellen Teil des Produkts; was hinter ihnen steht, ist eine Abhängigkeit, die in die Risikobewertung gehört.
law-remote-follows-due-diligence = Bewerten Sie das Risiko, auf `{ $service }` angewiesen zu sein, und lassen Sie die gebotene Sorgfalt walten wie bei einer Komponente.
law-remote-follows-layer = Bewerten Sie das Risiko dessen, was auf `{ $service }` läuft; die Schicht selbst bindet keine Anforderung.
law-remote-follows-dependency = Behandeln Sie `{ $service }` in der Risikobewertung als externe Abhängigkeit.
law-remote-follows-risk = Bewerten Sie das Risiko dessen, was `{ $service }` erhält; mehr wird hierfür nicht verlangt.
law-remote-follows-describe = Nennen und beschreiben Sie `{ $service }` in der technischen Dokumentation, und geben Sie an, dass es dort steht (`described_in_documentation`).
law-remote-follows-described = Die technische Dokumentation nennt und beschreibt `{ $service }`, wie es sein muss.
law-remote-follows-not-described = Die technische Dokumentation beschreibt `{ $service }` nicht: Ergänzen Sie es.
law-remote-follows-shared = Geben Sie `{ $service }` in der technischen Dokumentation jedes Produkts an, das den Dienst mitnutzt: { $with }.
law-remote-follows-assurance = Vorhandene Prüfnachweise für `{ $service }` lassen sich als Nachweis wiederverwenden.
law-remote-not-needed = Ohne `{ $service }` fällt keine Funktion des Produkts aus; daher liegt der Dienst außerhalb des Produkts. Bewerten Sie nur das Risiko.
law-remote-part = Ohne `{ $service }` fällt eine Funktion des Produkts aus, und der Hersteller hat den Dienst entwickelt oder unter seiner Verantwortung entwickeln lassen: Er ist Teil des Produkts.
law-remote-component = Ohne `{ $service }` fällt eine Funktion des Produkts aus, aber der Dienst stammt von einem Dritten: Behandeln Sie ihn als Komponente, mit der gebotenen Sorgfalt.
law-remote-hosted = Wer `{ $service }` betreibt oder hostet, ist gleich; Infrastruktur und Plattform darunter bleiben außerhalb des Produkts.

# --- Rollen ---
law-role-contributor = Wer zu freier Software beiträgt, die nicht unter der eigenen Verantwortung steht, hat keine Rolle.
law-role-host = Wer freie Software nur hostet, hat für sie keine Rolle.
law-role-natural-person = Eine natürliche Person, die freie Software veröffentlicht, ohne sie in Verkehr zu bringen, hat keine Rolle; nur eine juristische Person kann Verwalter sein.
law-role-no-steward = Ohne systematische und nachhaltige Unterstützung von Software, die für kommerzielle Tätigkeiten bestimmt ist, ist der Herausgeber kein Verwalter und hat keine Rolle.
law-role-steward = Eine juristische Person unterstützt freie Software, die für kommerzielle Tätigkeiten bestimmt ist, systematisch und nachhaltig, ohne ihr Hersteller zu sein: Verwalter quelloffener Software; die CE-Kennzeichnung darf er nicht anbringen.
law-role-steward-no-marking = Ein Verwalter bringt die CE-Kennzeichnung nicht an.
law-role-paid-edition = Wer die kostenpflichtige Ausgabe verkauft, ist ihr Hersteller.
law-role-free-edition = Die kostenlose Ausgabe ist ein eigenes Produkt, und wer sie veröffentlicht, ist nicht ihr Hersteller.
law-role-per-product = Was Sie für andere Produkte sind, ändert hier nichts: Eine Rolle gilt für ein Produkt und kann sich mit der Zeit ändern.
law-role-manufacturer = Entwickelt das Produkt oder lässt es entwickeln und vermarktet es unter eigenem Namen oder eigener Marke: der Hersteller.
law-role-does-not-develop = Entwickelt das Produkt nicht und lässt es nicht entwickeln.
law-role-supplier-modifies = Ein Einführer oder Händler, der ein schon auf dem Markt befindliches Produkt wesentlich ändert, ist dessen Hersteller, mit den Pflichten nach den Artikeln 13 und 14.
law-role-modification-denied = Laut Angabe wird nicht wesentlich geändert, aber die angegebene Änderung gilt weiter als wesentlich und stammt nicht vom ersten Hersteller.
law-role-other-modifies = Ändert ein Produkt wesentlich und stellt es auf dem Markt bereit: dessen Hersteller für den betroffenen Teil, oder für das ganze Produkt, wenn dessen Cybersicherheit insgesamt betroffen ist.
law-role-modifies-for-itself = Ändert das Produkt wesentlich, stellt es aber nicht auf dem Markt bereit.
law-role-whole-affected = Die Änderung betrifft die Cybersicherheit des Produkts insgesamt; daher gelten die Pflichten für das ganze Produkt.
law-role-part-affected = Die Änderung lässt die Cybersicherheit des Produkts insgesamt, wie sie war; daher gelten die Pflichten für den betroffenen Teil.
law-role-more-than-intermediary = Das lässt sich nicht entscheiden, weil Sie laut Angabe nur Vermittler sind und Sie nach `{ $fact }` mehr tun.
    .hint = Fragen Sie, wer das Produkt unter welchem Namen verkauft, und berichtigen Sie eine der beiden Angaben.
law-role-unchanged-and-changed = Das lässt sich nicht entscheiden, weil Sie das Produkt laut Angabe unverändert weitergeben und es nach `{ $fact }` ändern.
    .hint = Fragen Sie, was mit dem Produkt vor der Weitergabe geschieht, und berichtigen Sie eine der beiden Angaben.
law-role-brand-contradicts = Das lässt sich nicht entscheiden, weil das Produkt laut Angabe den Namen von jemandem außerhalb der Union trägt, als dessen Niederlassung aber `{ $country }` angegeben ist.
    .hint = Fragen Sie, wo der Inhaber des Namens oder der Marke niedergelassen ist, und berichtigen Sie eine der beiden Angaben.
law-role-own-brand = Bringt das Produkt unter eigenem Namen in Verkehr: dessen Hersteller, mit den Pflichten nach den Artikeln 13 und 14.
law-role-importer = In der Union niedergelassen und bringt ein Produkt in Verkehr, das den Namen von jemandem trägt, der außerhalb der Union niedergelassen ist: der Einführer.
law-role-importer-outside = Nur eine in der Union niedergelassene Person kann Einführer sein; `{ $country }` ist kein Mitgliedstaat.
law-role-distributor = Stellt das Produkt später in der Lieferkette bereit, ohne seine Eigenschaften zu ändern: ein Händler.
law-role-distributor-changes = Gibt das Produkt mit Änderungen weiter, die nicht wesentlich sind: wird als dessen Händler behandelt.
law-role-representative = In der Union niedergelassen und handelt für den Hersteller nach schriftlichem Auftrag: dessen Bevollmächtigter.
law-role-representative-outside = Nur eine Person in der Union kann Bevollmächtigter sein; `{ $country }` ist kein Mitgliedstaat.
law-role-intermediary = Betreibt nur einen Marktplatz oder einen anderen Vermittlungsdienst und ist daher für dieses Produkt keiner der Akteure.
law-role-marketplace-sells = Wer einen Marktplatz betreibt und dort auch verkauft, ist für das, was er verkauft, Einführer oder Händler.
law-role-marketplace-own-brand = Wer einen Marktplatz betreibt und unter eigenem Namen verkauft, ist Hersteller dessen, was er verkauft.
law-role-marketplace-neutral = Einen Marktplatz zu betreiben, fügt für dieses Produkt keine Rolle hinzu.
law-role-fulfilment = Wer das Produkt für andere lagert, verpackt, adressiert oder versendet, hat dadurch hier keine Rolle und kann Fulfilment-Dienstleister nach der Verordnung (EU) 2019/1020 sein.
law-role-none = Keine Tätigkeit ist angegeben, die zum Wirtschaftsakteur macht.
law-role-representative-optional = Ein Hersteller außerhalb der Union kann einen Bevollmächtigten benennen; diese Verordnung verpflichtet ihn nicht dazu.
law-role-responsible-person = Diese Verordnung verlangt selbst keine verantwortliche Person in der Union; ein anderer Rechtsakt für dasselbe Produkt kann es.

# --- Klasse, Artikel 7 und 8 ---
law-class-none = Die Kernfunktionalität („{ $core }“) fällt laut Angabe unter keine Kategorie der Anhänge III und IV.
law-class-unknown-category = `{ $category }` ist keine Kategorie der Anhänge III und IV.
law-class-of-category = Die Kernfunktionalität ist die von `{ $category }` ({ $title }); daher ist die Klasse `{ $class }`. Ein Produkt gehört dazu, wenn Folgendes zutrifft: { $matches }
law-class-integrated-only = `{ $category }` ist nur integriert oder Nebenfunktion; das allein ändert die Klasse nie. Angegebener Grund: { $because }
law-class-exceeds = Die Kernfunktionalität geht laut Angabe wesentlich über `{ $category }` hinaus; damit liegt das Produkt außerhalb. Angegebener Grund: { $because }
law-class-falls-short = Die Kernfunktionalität bleibt laut Angabe wesentlich hinter `{ $category }` zurück; damit liegt das Produkt außerhalb. Angegebener Grund: { $because }
law-class-only-route = Die Klasse ändert nur das Konformitätsbewertungsverfahren; alle anderen Pflichten sind für jede Klasse gleich.
law-class-annex-amended = `{ $act }` hat Anhang III oder IV geändert.

# --- Verfahren, Artikel 32 ---
law-route-default = In keinem der beiden Anhänge: Die interne Kontrolle ist offen.
law-route-class-i = Wichtig, Klasse I: Die interne Kontrolle setzt eine im Amtsblatt genannte harmonisierte Norm oder gemeinsame Spezifikation voraus, vollständig angewandt.
law-route-none-cited = Für `{ $category }` zählt nach dem Rechtsstand vom { $as_of } keine harmonisierte Norm oder gemeinsame Spezifikation.
law-route-standard-in-full = `{ $reference }` ist laut Angabe vollständig angewandt; daher ist die interne Kontrolle offen. Behandeln Sie Risiken zusätzlicher Funktionen auf andere, dokumentierte Weise.
law-route-standard-in-part = `{ $reference }` ist laut Angabe nur zum Teil angewandt; daher ist die interne Kontrolle nicht offen.
law-route-standard-not-applied = Diese sind im Amtsblatt genannt und würden die interne Kontrolle öffnen, aber keine ist als angewandt angegeben: { $references }.
law-route-standard-would-open = Die interne Kontrolle wäre offen, sobald eine Norm für `{ $category }` im Amtsblatt genannt und vollständig angewandt ist.
law-route-named-standard-would-open = Die interne Kontrolle wäre offen, sobald { $references } für `{ $category }` im Amtsblatt genannt und vollständig angewandt ist.
law-route-free = Freie und quelloffene Software, deren technische Dokumentation öffentlich ist (`{ $place }`): Die interne Kontrolle ist für wichtige Produkte offen.
law-route-free-would-open = Die interne Kontrolle wäre offen, wenn die technische Dokumentation beim Inverkehrbringen öffentlich wäre.
law-route-class-ii = Wichtig, Klasse II: Die interne Kontrolle ist nicht offen, und angewandte Normen öffnen sie nie.
law-route-critical-no-internal-control = Kritisch: Die interne Kontrolle ist nicht offen.
law-route-critical-free = Die Regel für freie Software gilt nur für Anhang III, nicht für kritische Produkte.
law-route-may-be-stricter = Ein Hersteller darf immer das strengere Verfahren wählen.
law-route-class-i-third-party = Wichtig, Klasse I, ohne vollständig angewandte Norm: Eine notifizierte Stelle ist nötig.
law-route-class-ii-third-party = Wichtig, Klasse II: Eine notifizierte Stelle ist nötig.
law-route-critical-third-party = Kritisch, und kein delegierter Rechtsakt schreibt die Zertifizierung vor: Es gelten die Verfahren der Klasse II.
law-route-mandatory-certification = `{ $act }` schreibt für diese Kategorie die Zertifizierung nach `{ $scheme }` vor, mindestens auf der Stufe `{ $level }`.
law-route-scheme-designated = `{ $scheme }` ist durch `{ $act }` auf der Vertrauenswürdigkeitsstufe „mittel“ oder höher bestimmt.
law-route-no-scheme = Nach dem Rechtsstand vom { $as_of } ist für diese Verordnung kein Zertifizierungssystem bestimmt.
law-route-scheme-would-open = Die Zertifizierung wäre offen, sobald ein System der Vertrauenswürdigkeitsstufe „mittel“ oder höher für diese Verordnung bestimmt ist und das Produkt erfasst.
law-route-artificial-intelligence = Ein Hochrisiko-KI-System: Das Verfahren der KI-Verordnung tritt an die Stelle von Artikel 32, und wer Anhang I erfüllt, erfüllt auch deren Cybersicherheitsanforderungen.
law-route-artificial-intelligence-strict = Ein Hochrisiko-KI-System einer Klasse, die einen Dritten verlangt: Wo die KI-Verordnung die interne Kontrolle zuließe, gelten für die Anforderungen dieser Verordnung weiterhin ihre eigenen Verfahren.
law-route-health-records = Ein EHR-System verwendet ab dem 2027-03-26 das Verfahren der Verordnung (EU) 2025/327.
law-route-machinery = Maschinen durchlaufen auch ihr eigenes Verfahren; beide gelten.
law-route-whole-product = Gehen Sie mit dem ganzen Produkt zu einer notifizierten Stelle, für alle Anforderungen.
law-route-notified-bodies = Eine notifizierte Stelle ist nötig. Für diese Verordnung am { $checked_on } verzeichnet: { $count }.

# --- Tage, Artikel 69 bis 71 ---
law-date-reporting = Meldung aktiv ausgenutzter Schwachstellen und schwerwiegender Sicherheitsvorfälle (Artikel 14)
law-date-reporting-why = Sie gilt für jedes Produkt im Anwendungsbereich, auch für Produkte, die vor dem 2027-12-11 in Verkehr gebracht wurden.
law-date-reporting-after-support = Sie gilt auch nach dem Ende des Unterstützungszeitraums.
law-date-reporting-not-this-role = Diese Rolle meldet nicht nach Artikel 14: Sie unterrichtet den Hersteller und bei einem erheblichen Risiko die Behörden.
law-date-everything = Alles andere: Anforderungen, Konformitätsbewertung, Dokumentation, CE-Kennzeichnung, Behandlung von Schwachstellen
law-date-everything-of-the-role = Die Pflichten dieser Rolle und alles andere außer der Meldung
law-date-placed-after = In Verkehr gebracht am { $placed_on }, am Tag der vollen Geltung oder danach.
law-date-placed-before = In Verkehr gebracht am { $placed_on }, vor dem 2027-12-11: erfasst nur, wenn es ab diesem Tag wesentlich geändert wird.
law-date-new-units = Alles andere, für Einheiten, die ab diesem Tag in Verkehr gebracht werden
law-date-new-units-why = Das Inverkehrbringen wird Einheit für Einheit beurteilt: Neue Einheiten eines alten Modells müssen konform sein.
law-date-version-placed-once = Eine Version von Software wird einmal in Verkehr gebracht, wenn sie zum ersten Mal angeboten wird; spätere Downloads sind kein neues Inverkehrbringen.
law-date-iterations = Eine spätere Version behält den früheren Tag, außer sie ist eine wesentliche Änderung.
law-date-stewards = Pflichten der Verwalter quelloffener Software
law-date-stewards-why = Verwalter sind vom Tag der vollen Geltung an gebunden, auch zur Meldung; gegen sie kann keine Geldbuße verhängt werden.
law-date-health-records = Konformitätsverfahren der Verordnung (EU) 2025/327 für EHR-Systeme
law-date-health-records-why = Als EHR-System angegeben.
law-date-other-certificates = Letzter Tag, an dem Cybersicherheitszertifikate nach anderen Harmonisierungsvorschriften zählen
law-date-other-certificates-why = Sie zählen nur für die Risiken, die sie abdecken, und ersetzen nie die Risikobewertung.

# --- Nachweise: wie sie heißen und was sie schließt ---
law-evidence-scope-facts = Tatsachen zum Anwendungsbereich
law-evidence-scope-facts-add = Geben Sie die hier genannten Tatsachen unter `[scope]`, `[product]` oder `[free_software]` an, damit klar ist, ob die Verordnung gilt.
law-evidence-role-facts = Tatsachen zur Rolle
law-evidence-role-facts-add = Geben Sie die hier genannten Tatsachen unter `[operator]` und `[operator.activity]` an, damit klar ist, wer was schuldet.
law-evidence-core-functionality = Kernfunktionalität
law-evidence-core-functionality-add = Schreiben Sie `[product.core_functionality]` mit `is`, `category` (weglassen, wenn keine passt) und `because`.
law-evidence-risk-assessment = Risikobewertung
law-evidence-risk-assessment-add = Erstellen Sie die Cybersicherheitsrisikobewertung, legen Sie die Datei neben das Dossier, und nennen Sie sie in `risk_assessment.document`; ergänzen Sie `reviewed_on`.
law-evidence-risk-assessment-content = Inhalt der Risikobewertung
law-evidence-risk-assessment-content-add = Behandeln Sie in der Risikobewertung Verwendung, Einsatzbedingungen und Nutzungsdauer; setzen Sie dann `covers_use`, `covers_conditions` und `covers_time_in_use` unter `[risk_assessment]`.
law-evidence-requirement-decision = Entscheidung über eine Anforderung
law-evidence-requirement-decision-add = Fügen Sie für jede hier genannte Anforderung eine Tabelle wie `[requirements."I.2.c"]` hinzu, mit `applies`, `implemented_by` und mindestens einer vorhandenen Datei in `evidence`.
law-evidence-requirement-matrix = vollständige Anforderungsmatrix
law-evidence-requirement-matrix-add = Entscheiden Sie über jede Anforderung des Anhangs I: je eine Tabelle wie `[requirements."I.2.c"]` für `I.1`, `I.2.a` bis `I.2.m` und `II.1` bis `II.8`.
law-evidence-justifications = Begründungen
law-evidence-justifications-add = Geben Sie jeder Anforderung mit `applies = false` ein klares `not_applicable_because`.
law-evidence-sbom = Software-Stückliste
law-evidence-sbom-add = Erstellen Sie eine SBOM, die mindestens die Abhängigkeiten der obersten Ebene aufführt, und nennen Sie sie in `release.sbom`.
law-evidence-components-checked = geprüfte Komponenten
law-evidence-components-checked-add = Prüfen Sie die SBOM gegen die Daten der Sicherheitshinweise; für Komponenten, über die keine Daten etwas sagen, fügen Sie `[[checked_otherwise]]` mit `because` hinzu.
law-evidence-release-gate = bestandene Freigabeprüfung
law-evidence-release-gate-add = Entscheiden Sie in `[[vulnerability_decisions]]` über jeden Befund, der die Freigabe sperrt, oder liefern Sie eine korrigierte Version mit neuer SBOM aus.
law-evidence-findings-resolved = erledigte Befunde
law-evidence-findings-resolved-add = Treffen Sie in `[[vulnerability_decisions]]` eine Entscheidung über jeden offenen Befund.
law-evidence-record = Aufzeichnung
law-evidence-record-add = Legen Sie das Dokument neben das Dossier, und fügen Sie einen Eintrag `[[evidence]]` mit `file`, `observed_on` und dieser Pflicht in `shows` hinzu.
law-evidence-handling-process = Verfahren zur Behandlung von Schwachstellen
law-evidence-handling-process-add = Schreiben Sie auf, wie Schwachstellen entgegengenommen, beurteilt und behoben werden, und nennen Sie die Datei in `technical_documentation.vulnerability_handling`.
law-evidence-disclosure-policy = Konzept zur Offenlegung von Schwachstellen
law-evidence-disclosure-policy-add = Veröffentlichen Sie ein Konzept für die koordinierte Offenlegung von Schwachstellen, und geben Sie seine Adresse in `contact.disclosure_policy` an.
law-evidence-vulnerability-reports = Adresse für Schwachstellenmeldungen
law-evidence-vulnerability-reports-add = Richten Sie eine Adresse für Schwachstellenmeldungen ein, und geben Sie sie in `contact.vulnerability_reports` an.
law-evidence-advisories = Ort für Sicherheitshinweise
law-evidence-advisories-add = Legen Sie fest, wo Sicherheitshinweise veröffentlicht werden, und geben Sie es in `contact.advisories` an.
law-evidence-single-point-of-contact = zentrale Kontaktstelle
law-evidence-single-point-of-contact-add = Geben Sie Nutzern in `contact.single_point_of_contact` eine Adresse, unter der ein Mensch antwortet, und setzen Sie `contact.reaches_a_person = true`.
law-evidence-manufacturer-identity = Identität des Herstellers
law-evidence-manufacturer-identity-add = Geben Sie `operator.postal_address` und `operator.email` an (und `operator.website`, falls vorhanden).
law-evidence-product-identification = Identifizierung des Produkts
law-evidence-product-identification-add = Geben Sie `product.type_designation` an und in `product.identified_by`, wo die Nummer einer Einheit oder der Name einer Version zu finden ist.
law-evidence-intended-purpose = Zweckbestimmung
law-evidence-intended-purpose-add = Beschreiben Sie die Zweckbestimmung in `product.intended_purpose`.
law-evidence-security-properties = Sicherheitseigenschaften
law-evidence-security-properties-add = Beschreiben Sie `product.security_environment`, `product.essential_functionalities` und `product.security_properties`.
law-evidence-risk-circumstances = Umstände mit erheblichem Risiko
law-evidence-risk-circumstances-add = Führen Sie in `product.risk_circumstances` die Verwendungen und vorhersehbaren Fehlanwendungen auf, die zu erheblichen Cybersicherheitsrisiken führen können.
law-evidence-support-period-end = Ende des Unterstützungszeitraums
law-evidence-support-period-end-add = Geben Sie in `support_period.ends_on` den letzten Tag an.
law-evidence-support-period-length = Dauer des Unterstützungszeitraums
law-evidence-support-period-length-add = Lassen Sie `support_period.ends_on` mindestens fünf Jahre nach dem Inverkehrbringen liegen oder am Ende der voraussichtlichen Nutzung, wenn diese kürzer ist (`support_period.expected_use_years`).
law-evidence-support-period-rationale = Begründung des Unterstützungszeitraums
law-evidence-support-period-rationale-add = Geben Sie `support_period.expected_use_years` und in `support_period.rationale` die Begründung an; nennen Sie die Datei mit der Unterlage dazu in `support_period.record`.
law-evidence-support-offer = angebotene Unterstützung
law-evidence-support-offer-add = Geben Sie in `support_period.offers` an, welche technische Sicherheitsunterstützung Nutzer erhalten.
law-evidence-instructions = Anleitungen
law-evidence-instructions-add = Schreiben Sie die hier genannten Anleitungen unter `[instructions]`, als Text oder als Link.
law-evidence-instruction-languages = Sprachen der Anleitungen
law-evidence-instruction-languages-add = Führen Sie in `instructions.languages` die Sprachen auf, die Nutzer erhalten.
law-evidence-sbom-offered = SBOM für Nutzer
law-evidence-sbom-offered-add = Geben Sie in `instructions.sbom_at` an, wo Nutzer die SBOM finden.
law-evidence-update-distribution = sichere Verteilung von Aktualisierungen
law-evidence-update-distribution-add = Beschreiben Sie, wie Aktualisierungen sicher verteilt werden, und nennen Sie die Datei in `technical_documentation.update_distribution`.
law-evidence-production-process = Herstellungs- und Überwachungsverfahren
law-evidence-production-process-add = Beschreiben Sie Herstellung, Überwachung und deren Validierung, und nennen Sie die Datei in `technical_documentation.production`.
law-evidence-design = Entwurfsunterlagen
law-evidence-design-add = Beschreiben Sie Architektur und Entwurf, und nennen Sie die Dateien in `technical_documentation.design`.
law-evidence-illustrations = Fotografien oder Abbildungen
law-evidence-illustrations-add = Fügen Sie Fotografien oder Abbildungen der Außenansicht, der Kennzeichnung und des Innenaufbaus hinzu, und nennen Sie die Dateien in `product.illustrations`.
law-evidence-test-reports = Prüfberichte
law-evidence-test-reports-add = Fügen Sie mindestens einen Eintrag `[[technical_documentation.test_reports]]` mit einem vorhandenen `document` hinzu.
law-evidence-applied-standards = Normen oder Lösungen
law-evidence-applied-standards-add = Führen Sie angewandte Normen unter `[[conformity.standards]]` auf, mit `parts`, wenn nur zum Teil angewandt; oder beschreiben Sie in `implemented_by` die Lösung jeder Anforderung.
law-evidence-remote-services = Ferndienste
law-evidence-remote-services-add = Geben Sie für jeden Eintrag `[[remote_services]]` an: `developed_under_own_responsibility` und `function_depends_on_it`.
law-evidence-conformity-procedure = Konformitätsbewertung
law-evidence-conformity-procedure-add = Wählen Sie in `conformity.procedure` ein offenes Verfahren, führen Sie es durch, und geben Sie `conformity.completed_on` an.
law-evidence-notified-body = notifizierte Stelle
law-evidence-notified-body-add = Nennen Sie die notifizierte Stelle, ihre Nummer und ihre Bescheinigung unter `[conformity.notified_body]`.
law-evidence-declaration-signed = unterzeichnete Konformitätserklärung
law-evidence-declaration-signed-add = Unterzeichnen Sie die Erklärung, wenn die Konformität nachgewiesen ist, und geben Sie unter `[conformity.signatory]` `name`, `function`, `place` und `signed_on` an.
law-evidence-declaration-supplied = Erklärung für Nutzer
law-evidence-declaration-supplied-add = Veröffentlichen Sie die vollständige Erklärung, und geben Sie ihre genaue Adresse in `conformity.declaration_at` an.
law-evidence-ce-marking = CE-Kennzeichnung
law-evidence-ce-marking-add = Bringen Sie die CE-Kennzeichnung an, wenn die Konformität nachgewiesen ist, und geben Sie in `conformity.ce_marking_on` an, wo.

# --- die Freigabeprüfung, Anhang I Teil I Nummer 2 Buchstabe a ---
law-review-exploited-accepted = `{ $vulnerability }` ist als irgendwo ausgenutzt bekannt, und das Risiko ist für dieses Release akzeptiert. Lassen Sie diese Entscheidung rechtlich prüfen.
law-gate-no-sbom = Es gibt keine SBOM; daher ist über die Komponenten des Releases nichts bekannt.
law-gate-no-advisories = Es gibt keine Daten von Sicherheitshinweisen; daher ist über Schwachstellen in den Komponenten des Releases nichts bekannt.
law-gate-advisories-of = Geprüft gegen Daten von Sicherheitshinweisen vom { $as_of }.
law-gate-advisories-undated = Geprüft gegen Daten von Sicherheitshinweisen, die ihr Datum nicht nennen.
law-gate-per-placing = Nummer 2 Buchstabe a wird beim Inverkehrbringen beurteilt, bei Hardware je Einheit, bei Software je Version; was später bekannt wird, wird nach Teil II behandelt.
law-gate-exploited-somewhere = `{ $vulnerability }` steht in { $catalogue } als irgendwo ausgenutzt. Irgendwo ausgenutzt heißt nicht in unserem Produkt ausgenutzt.
law-gate-undecided = Niemand hat über `{ $vulnerability }` in `{ $component }` entschieden.
    .hint = Fügen Sie einen Eintrag `[[vulnerability_decisions]]` hinzu, oder liefern Sie eine Version ohne diese Schwachstelle aus.
law-gate-under-investigation = `{ $vulnerability }` in `{ $component }` wird noch untersucht.
    .hint = Entscheiden Sie, bevor Sie das Release in Verkehr bringen.
law-gate-fix-not-proven = `{ $vulnerability }` ist als behoben angegeben, aber die SBOM enthält weiterhin das betroffene `{ $component }`. Eine angegebene Behebung ist keine nachgewiesene.
    .hint = Reichen Sie eine SBOM ohne die betroffene Version ein.
law-gate-not-justified = `{ $vulnerability }` in `{ $component }` betrifft das Produkt laut Angabe nicht, ohne dass das begründet ist.
    .hint = Geben Sie in der Entscheidung `justification` an.
law-gate-risk-not-accepted = `{ $vulnerability }` betrifft das Produkt über `{ $component }`, und keine namentlich genannte Person hat das Risiko mit Gründen akzeptiert.
    .hint = Beheben Sie es, oder setzen Sie `risk_accepted` mit `because` und `decided_by`.
law-gate-lapsed = Die Entscheidung über `{ $vulnerability }` in `{ $component }` galt nur bis { $expires_on }.
    .hint = Sehen Sie es sich noch einmal an, und entscheiden Sie neu.
law-gate-not-affected = `{ $vulnerability }` in `{ $component }` betrifft das Produkt laut Angabe nicht; das ist begründet.
law-gate-risk-accepted = Das Risiko von `{ $vulnerability }` in `{ $component }` hat { $decided_by } akzeptiert: { $because }
law-gate-unchecked = Über `{ $component }` ist nichts bekannt: { $because }
    .hint = Prüfen Sie es auf anderem Weg, und fügen Sie einen Eintrag `[[checked_otherwise]]` hinzu.
law-gate-checked-otherwise = `{ $component }` wurde auf anderem Weg geprüft: { $because }

# --- wann eine Pflicht gilt ---
law-applies-scope-out = Die Verordnung gilt nicht für dieses Produkt.
law-applies-part-of-another = Verlangt wird es von dem Produkt, zu dem dieser Dienst gehört.
law-applies-not-on-the-market = Dieser Akteur stellt das Produkt nicht auf dem Markt bereit.
law-applies-without-conformity = Das Produkt darf ohne Konformität gezeigt oder getestet werden.
law-applies-other-role = Geschuldet in einer anderen Rolle als der, die dieser Akteur für dieses Produkt hat.
law-applies-marking-of-hardware = Bei Hardware steht die CE-Kennzeichnung auf dem Produkt selbst.
law-applies-marking-of-software = Bei Software steht die CE-Kennzeichnung statt auf dem Produkt auf der Erklärung oder der Website.
law-applies-not-module-h = Nur bei Modul H folgt der CE-Kennzeichnung die Kennnummer einer notifizierten Stelle.
law-applies-no-notified-body = An dem gewählten Verfahren ist keine notifizierte Stelle beteiligt.
law-applies-no-standards = Keine Norm, gemeinsame Spezifikation oder Zertifizierung ist als verwendet angegeben.
law-applies-sbom-not-offered = Die SBOM wird Nutzern nicht angeboten; das Recht verlangt das nicht.
law-applies-declaration-not-online = Keine Internetadresse der Erklärung ist angegeben; dem Produkt liegt die vollständige Erklärung bei.
law-applies-option-not-used = Eine Möglichkeit, die nicht als genutzt angegeben ist.
law-applies-no-sbom-act = Nach diesem Rechtsstand hat die Kommission keinen Rechtsakt über das Format von SBOMs erlassen.
law-applies-on-request = Die Pflicht beginnt mit dem Verlangen einer Marktüberwachungsbehörde; keines ist angegeben.
law-applies-on-ceasing = Die Pflicht beginnt vor der Einstellung der Tätigkeit; nichts dergleichen ist angegeben.
law-applies-no-component-vulnerability = Keine Schwachstelle in einer integrierten Komponente ist verzeichnet.
law-applies-nothing-not-conform = Nichts Verzeichnetes gibt Grund zu der Annahme, dass ein Produkt auf dem Markt nicht konform ist.

# --- wie es um eine Pflicht steht ---
law-shown-fact = `{ $path }` ist angegeben.
law-shown-file = `{ $file }` ist vorhanden.
law-shown-decision = Über `{ $requirement }` ist entschieden: { $implemented_by }
law-shown-gate = Die Freigabe ist möglich.
law-shown-findings = Kein Befund wartet auf eine Entscheidung.
law-shown-sbom = Die SBOM ({ $format }) führt Komponenten auf: { $components }.
law-shown-components = Jede Komponente wurde geprüft.
law-shown-matrix = Über jede hier verlangte Anforderung ist entschieden.
law-shown-support-length = Der Unterstützungszeitraum vom { $from } bis { $to } ist lang genug.
law-shown-procedure = Das Verfahren `{ $procedure }` ist offen und wurde am { $completed_on } abgeschlossen.
law-shown-nothing-to-declare = Das Dossier gibt nichts an, was es nötig machte.
law-missing-fact = `{ $path }` ist nicht angegeben.
law-missing-file = `{ $path }` nennt `{ $file }`; diese Datei ist nicht vorhanden.
law-missing-stale = `{ $file }` galt nur bis { $stale_after } als verlässlich und zählt nicht mehr.
law-missing-not-true = `{ $path }` ist nicht als zutreffend angegeben.
law-missing-record = Kein Dokument weist `{ $obligation }` nach: { $asks }
law-missing-decision = Über `{ $requirement }` gibt es keine Entscheidung.
law-missing-implementation = Die Entscheidung über `{ $requirement }` sagt nicht, wie die Anforderung umgesetzt ist.
law-missing-decision-evidence = Die Entscheidung über `{ $requirement }` nennt keinen Nachweis, der vorhanden ist.
law-missing-always-applies = `{ $requirement }` ist als nicht anwendbar angegeben, gilt aber immer.
law-missing-justification = `{ $requirement }` ist als nicht anwendbar angegeben, ohne Begründung.
law-missing-gate = Die Freigabeprüfung wurde nicht durchgeführt.
law-missing-gate-blocked = Die Freigabe ist gesperrt: { $count ->
        [one] ein Hindernis
       *[other] { $count } Hindernisse
    }.
law-missing-findings = { $count ->
        [one] Ein Befund wartet
       *[other] { $count } Befunde warten
    } auf eine Entscheidung.
law-missing-sbom = Es gibt keine SBOM.
law-missing-sbom-top-level = Die SBOM führt die Abhängigkeiten der obersten Ebene nicht auf.
law-missing-components = { $count ->
        [one] Eine Komponente wurde
       *[other] { $count } Komponenten wurden
    } nicht geprüft.
law-missing-support-length = Der Unterstützungszeitraum endet am { $to }, vor dem { $least }.
law-missing-procedure-closed = Das Verfahren `{ $procedure }` ist für dieses Produkt nicht offen.
law-missing-not-completed = Das Verfahren wird erst am { $completed_on } abgeschlossen.
law-missing-not-signed-yet = Die Erklärung wird erst am { $signed_on } unterzeichnet.
law-because-justified = Als nicht anwendbar angegeben: { $justification }

# --- Widersprüche ---
law-contradiction-class = Die Klasse ist als `{ $declared }` angegeben, aber nach seiner Kernfunktionalität ist das Produkt `{ $found }`.
    .hint = Berichtigen Sie `product.declared_class` oder die Kategorie der Kernfunktionalität mit dem Element, auf das sie sich stützt.
law-contradiction-unknown-category = `{ $category }` ist keine Kategorie der Anhänge III und IV.
    .hint = Schreiben Sie sie als `III.I.12`, `III.II.2` oder `IV.1`; lassen Sie sie weg, wenn keine passt.
law-contradiction-unknown-category-near = `{ $category }` ist keine Kategorie der Anhänge III und IV.
    .hint = Meinten Sie `{ $near }` ({ $title })?
law-contradiction-own-category = `{ $category }` wird hier ausgeschlossen, ist aber die Kategorie der Kernfunktionalität.
    .hint = Ein Produkt hat eine Kernfunktionalität: Nennen Sie die Kategorie nur an einer Stelle.
law-contradiction-no-category-no-reason = Für die Kernfunktionalität ist keine Kategorie angegeben und kein Grund, warum keine passt.
    .hint = Nennen Sie den Grund in `product.core_functionality.because`.
law-contradiction-tailor-made = Das Produkt ist als maßgeschneidert angegeben, aber keine Vereinbarung mit dem gewerblichen Nutzer ist genannt.
    .hint = Nennen Sie die schriftliche Vereinbarung; ohne Nachweis zählen die Abweichungen nicht.
law-contradiction-support-ends-before = Der Unterstützungszeitraum endet am { $ends_on }, bevor das Produkt am { $placed_on } in Verkehr gebracht wird.
    .hint = Berichtigen Sie einen der beiden Tage.
law-contradiction-support-too-short = Der Unterstützungszeitraum endet am { $ends_on }; er darf nicht vor dem { $least } enden.
    .hint = Er dauert mindestens fünf Jahre oder so lange wie die voraussichtliche Nutzung, wenn diese kürzer ist.
law-contradiction-support-shorter-than-use = Der Unterstützungszeitraum endet am { $ends_on }, aber das Produkt wird voraussichtlich { $years } Jahre genutzt. Fünf Jahre sind die Untergrenze, nicht der Regelfall.
    .hint = Verlängern Sie ihn, oder sagen Sie in `support_period.rationale`, warum ein kürzerer Zeitraum der voraussichtlichen Nutzung entspricht.
law-contradiction-minimum-support = `{ $act }` legt für einige Produkte einen Mindestunterstützungszeitraum von { $years } Jahren fest: { $products }
    .hint = Gehört das Produkt dazu, lassen Sie den Unterstützungszeitraum so lange dauern.
law-contradiction-unknown-requirement = `{ $requirement }` ist keine Anforderung des Anhangs I.
    .hint = Die Anforderungen sind `I.1`, `I.2.a` bis `I.2.m` und `II.1` bis `II.8`.
law-contradiction-requirement-twice = Über `{ $requirement }` gibt es mehr als eine Entscheidung.
    .hint = Behalten Sie eine.
law-contradiction-applies-and-not = `{ $requirement }` ist als anwendbar angegeben, und doch ist ein Grund genannt, warum nicht.
    .hint = Behalten Sie eines von beidem.
law-contradiction-always-applies = `{ $requirement }` ist als nicht anwendbar angegeben, gilt aber für jedes Produkt.
    .hint = Sagen Sie, wie die Anforderung umgesetzt ist.
law-contradiction-not-justified = `{ $requirement }` ist als nicht anwendbar angegeben, ohne Begründung.
    .hint = Nennen Sie in `not_applicable_because` einen klaren Grund, oder entscheiden Sie, dass die Anforderung gilt.
law-contradiction-decided-twice = Über `{ $vulnerability }` in `{ $component }` gibt es mehr als eine Entscheidung.
    .hint = Behalten Sie eine.
law-contradiction-unknown-obligation = `{ $obligation }` ist weder eine Pflicht noch eine Anforderung; daher weist dieser Nachweis nichts nach.
    .hint = Schreiben Sie es als `art13-7` oder `I.2.c`.
law-contradiction-unknown-obligation-near = `{ $obligation }` ist weder eine Pflicht noch eine Anforderung; daher weist dieser Nachweis nichts nach.
    .hint = Meinten Sie `{ $near }`?
law-contradiction-procedure-closed = Das Verfahren `{ $procedure }` ist nach dem Rechtsstand vom { $as_of } für dieses Produkt nicht offen. { $because }
    .hint = Offene Verfahren: { $open }.
law-contradiction-notified-body = An der internen Kontrolle ist keine notifizierte Stelle beteiligt, und neben der CE-Kennzeichnung steht keine Nummer.
    .hint = Entfernen Sie `conformity.notified_body`, oder wählen Sie das Verfahren, an dem sie beteiligt ist.
law-contradiction-signed-too-early = Die Erklärung wurde am { $signed_on } unterzeichnet, bevor die Konformität am { $completed_on } nachgewiesen war.
    .hint = Unterzeichnen Sie sie nach Abschluss des Verfahrens.
law-contradiction-signed-not-completed = Die Erklärung ist unterzeichnet, aber das Konformitätsbewertungsverfahren ist nicht als abgeschlossen angegeben.
    .hint = Geben Sie `conformity.completed_on` an.
law-contradiction-signed-too-late = Die Erklärung wurde am { $signed_on } unterzeichnet, nach dem Inverkehrbringen des Produkts am { $placed_on }.
    .hint = Erklärung und CE-Kennzeichnung kommen vor dem Inverkehrbringen.
law-contradiction-completed-too-late = Das Konformitätsbewertungsverfahren ist erst am { $completed_on } abgeschlossen, nach dem Inverkehrbringen des Produkts am { $placed_on }.
    .hint = Das Verfahren kommt vor dem Inverkehrbringen.
law-contradiction-not-a-member-state = `{ $country }` ist kein Mitgliedstaat der Union.
    .hint = Führen Sie nur Mitgliedstaaten auf.
law-contradiction-intermediary = Als bloßer Vermittler angegeben, aber auch andere Tätigkeiten mit dem Produkt sind angegeben.
    .hint = Wer das Produkt auch herstellt, verkauft oder ändert, ist nicht nur Vermittler.
law-contradiction-distributes-modified = Angegeben ist, dass das Produkt unverändert weitergegeben und zugleich wesentlich geändert wird.
    .hint = Wer es wesentlich ändert, wird zu seinem Hersteller.
law-contradiction-representative-outside = Der Bevollmächtigte ist in `{ $country }` niedergelassen, außerhalb der Union.
    .hint = Nur eine Person in der Union kann Bevollmächtigter sein.
law-contradiction-steward-ce = Ein Verwalter quelloffener Software darf die CE-Kennzeichnung nicht anbringen.
    .hint = Entfernen Sie `conformity.ce_marking_on`.
law-contradiction-natural-steward = Nachhaltige Unterstützung ist angegeben, aber eine natürliche Person kann nicht Verwalter quelloffener Software sein.
    .hint = Für eine natürliche Person folgt daraus keine Pflicht.
law-contradiction-support-at-cost = Angegeben ist, dass Unterstützung nur zu Selbstkosten geleistet und zugleich darüber hinaus bezahlt wird.
    .hint = Behalten Sie eines von beidem.
law-contradiction-only-automated = Nutzer erreichen an der zentralen Kontaktstelle nur automatisierte Instrumente.
    .hint = Lassen Sie dort auch einen Menschen antworten.
