# Anderes Unionsrecht neben der Verordnung, und was Normen zu den Anforderungen von Anhang I sagen.

# --- eine Zeile je Rechtsakt: höchstens 76 Zeichen, damit sie neben ihre Marke passt ---
neighbours-radio-equipment = RED: Delegierte VO 2022/30 verlangt Cybersicherheit von Funkanlagen.
neighbours-machinery = Maschinen: ab 2027-01-20 gelten beide Rechtsakte und beide Verfahren.
neighbours-artificial-intelligence = KI-Verordnung: Anhang I, laut Angabe erfüllt, erfüllt auch ihren Artikel 15.
neighbours-health-data = EHDS: ab 2027-03-26 gilt für EHR-Systeme dessen Verfahren.
neighbours-network-security-own = NIS2: Eigene Meldepflichten können neben denen aus Artikel 14 bestehen.
neighbours-network-security-users = NIS2: Ein konformes Produkt hilft Nutzern bei der Lieferkettensicherheit.
neighbours-financial-resilience = DORA: gilt daneben, wo Finanzunternehmen das Produkt nutzen.
neighbours-data-access = Datenverordnung: Datenzugang der Nutzer ist eigene Pflicht; sicher gewähren.
neighbours-personal-data = DSGVO: gilt eigenständig, auch ihre Pflicht zur Meldung von Datenpannen.
neighbours-identity-wallets = eIDAS: Brieftaschen müssen auch Artikel 5a der VO 910/2014 erfüllen.
neighbours-common-criteria = EUCC: Ohne delegierten Rechtsakt begründet ein Zertifikat keine Vermutung.
neighbours-toys = Spielzeug: Spielzeugrecht gilt auch; Anhang III übernimmt dessen Begriff.
neighbours-general-product-safety = GPSR: regelt die Risiken des Produkts außerhalb der Cybersicherheit.
neighbours-product-liability = Produkthaftung: Fehlende Sicherheitsaktualisierung kann ein Fehler sein.

# --- Tage ---
neighbours-applies-from = { $act } gilt ab { $on }.
neighbours-applies-since = { $act } gilt seit { $on }.
neighbours-radio-equipment-repeal = Sie gilt für Funkanlagen, die seit dem 1. August 2025 in Verkehr gebracht werden. Die Kommission will sie ab dem 11. Dezember 2027 aufheben; Zertifikate bleiben für die erfassten Risiken bis zum 11. Juni 2028 verwendbar.
neighbours-radio-equipment-repealed = Die Kommission wollte sie ab dem 11. Dezember 2027 aufheben: Sehen Sie nach, ob sie es getan hat. Zertifikate bleiben für die erfassten Risiken bis zum 11. Juni 2028 verwendbar.
neighbours-health-data-from = Das dortige Konformitätsverfahren ersetzt ab { $on } das nach Artikel 32.
neighbours-health-data-since = Das dortige Konformitätsverfahren ersetzt seit { $on } das nach Artikel 32.
neighbours-product-liability-from = Die Mitgliedstaaten müssen die Richtlinie bis { $on } umsetzen.
neighbours-product-liability-since = Die Mitgliedstaaten mussten die Richtlinie bis { $on } umsetzen.

# --- rechtliche Prüfung ---
neighbours-review-not-binding = Bekannt aus Leitlinien oder FAQ, die niemanden binden; der andere Rechtsakt wurde nicht gelesen. Lassen Sie das rechtlich prüfen.
neighbours-review-intention = Das ist eine Absicht, kein geltendes Recht. Lassen Sie rechtlich prüfen, was erlassen wurde.

# --- Normen ---
neighbours-no-presumption = `{ $reference }` behandelt Anforderungen von Anhang I, aber die Fundstelle ist nicht zu dieser Verordnung im Amtsblatt veröffentlicht: Die Anwendung begründet keine Konformitätsvermutung.
neighbours-standards-heading = Angegebene Normen und die Anforderungen, die sie behandeln

# --- die Seite einer Bewertung ---
neighbours-heading = Anderes Unionsrecht
neighbours-remark = von Angaben berührt
neighbours-not-stated = Anderes Unionsrecht, das noch niemand ausschließen kann
neighbours-not-stated-act = { $name } ({ $act }): nicht angegeben: { $missing }.

# --- proofmark law map ---
neighbours-map-command = Ausgeben, welche Abschnitte von Normen die Anforderungen von Anhang I behandeln
neighbours-map-requirement-help = Eine Anforderung, etwa I.2.c oder II.5; ohne Angabe alle
neighbours-map-standard-help = Eine Norm, etwa „EN 18031-1“ oder „EN 18031“; ohne Angabe alle
neighbours-map-title = Normen und Anhang I
neighbours-map-caution = Nichts davon begründet eine Konformitätsvermutung: Das tut nur eine zu dieser Verordnung im Amtsblatt veröffentlichte Fundstelle (Artikel 27 Absatz 1). Die Zeilen helfen, Nachweise zu finden.
neighbours-map-standard = Norm
neighbours-map-relation = Bezug
neighbours-map-confidence = Verlass
neighbours-map-origin = Zuordnung von
neighbours-map-clauses = Abschnitte
neighbours-map-editions = Ausgaben
neighbours-map-origins = Von wem die Zuordnung ist
neighbours-map-no-requirement = `{ $written }` ist keine Anforderung von Anhang I.
    .hint = Teil I ist I.1 und I.2.a bis I.2.m, Teil II ist II.1 bis II.8.
neighbours-map-no-standard = Die Zuordnung kennt `{ $written }` nicht.
    .hint = Sie kennt: { $known }.

# --- Widersprüche ---
neighbours-contradiction-radio = Laut Angabe verlangt die Delegierte Verordnung (EU) 2022/30 Cybersicherheit des Produkts, das laut Angabe keine Funkanlage ist.
    .hint = Sie betrifft nur Funkanlagen: Berichtigen Sie `scope.also.radio_equipment` oder `scope.also.radio_cybersecurity`.
neighbours-contradiction-personal-data = Laut Angabe werden keine personenbezogenen Daten verarbeitet, doch ihre Preisgabe ist laut Angabe Bedingung der Nutzung.
    .hint = Wer personenbezogene Daten verlangt, verarbeitet sie: Berichtigen Sie diese Angabe oder `scope.supply.personal_data_as_condition`.
neighbours-contradiction-source-code = Das Produkt ist zugleich als reiner Quellcode und als Hardware angegeben.
    .hint = Berichtigen Sie diese Angabe oder `product.kind`.
neighbours-contradiction-toy = Ein Spielzeug ist laut Angabe kein Verbraucherprodukt.
    .hint = Spielzeug ist für Kinder bestimmt: Geben Sie an, ob Verbraucher es wahrscheinlich nutzen.
