# Wie gut eine Stückliste ist, und wie sie verbessert wird.

# --- der Befehl ---
quality-cli = Stücklisten selbst: erzeugen, umwandeln, beurteilen, vergleichen
quality-cli-check = sagen, wie gut eine Stückliste ist: gemessen am Minimum der Verordnung, an den Mindestelementen von NTIA und CISA und an BSI TR-03183-2
quality-cli-file = die Stückliste, oder eine Lockdatei
quality-cli-against = für wessen Anforderungen der Rückgabewert antwortet
quality-cli-all = auch zeigen, was da ist, und jede Stelle, an der etwas fehlt
quality-components = { $count ->
        [one] eine Komponente
       *[other] { $count } Komponenten
    }
quality-score = { $there } von { $asked } Pflichtangaben, { $score } von 100
quality-secondary = hier nur aus zweiter Hand bekannt; kein Recht
quality-lacking = fehlt bei { $lacking } von { $asked }
quality-undecided = { $asked ->
        [one] das Dokument sagt nicht, ob es so etwas gibt
       *[other] bei { $undecided } von { $asked } nicht angegeben; das Dokument sagt nicht, ob es so etwas gibt
    }
quality-more-met = { $count ->
        [one] eine weitere ist da (--all zeigt sie)
       *[other] { $count } weitere sind da (--all zeigt sie)
    }
quality-more-optional = { $count ->
        [one] eine freiwillige ist nicht da (--all zeigt sie)
       *[other] { $count } freiwillige sind nicht da (--all zeigt sie)
    }
quality-by-tool = Das Werkzeug kann es beheben.
quality-by-maker = Jemand muss es angeben.

# --- zwei Listen nebeneinander ---
quality-cli-diff = sagen, was aus Komponenten und dem über sie Bekannten von einer Liste zur nächsten wurde
quality-cli-earlier = die frühere Liste
quality-cli-newer = die neuere Liste
quality-cli-notes = Markdown für Versionshinweise schreiben
quality-cli-diff-all = jeden Eintrag zeigen
quality-diff-counts = { $before } Komponenten vorher, { $now } jetzt
quality-diff-appeared = neu bekannte Schwachstellen
quality-diff-disappeared = nicht mehr vorhandene Schwachstellen
quality-diff-exploited = irgendwo ausgenutzt
quality-diff-fixed-in = behoben in { $versions }
quality-diff-loose = die Liste sagt nicht, wie sie hineinkam
quality-diff-steps = { $count } Schritte vom Produkt
quality-diff-nothing = Nichts hat sich geändert.
quality-diff-not-asked = Keine Schwachstellendatenbank wurde gefragt: Was aus Schwachstellen wurde, ist nicht gesagt.
quality-diff-no-database = es gibt keine Schwachstellendatenbank, also werden nur die Listen verglichen
    .hint = `proofmark feeds sync` oder `proofmark feeds import` legen eine an; --db nennt eine andere
quality-diff-asked = Nach beiden Listen wurde in derselben Datenbank gefragt, mit Einträgen bis { $as_of }: Was seither veröffentlicht wurde, zählt für beide. { $stayed } in beiden bekannt; { $unchecked } Komponenten jetzt, über die etwas nicht gesagt werden kann.
quality-notes-title = Was sich an den Komponenten geändert hat
quality-notes-more = und { $count } weitere

# --- woran sie gemessen wird ---
quality-regulation = Verordnung (EU) 2024/2847, Anhang I Teil II Nummer 1
quality-ntia = NTIA-Mindestelemente, 2021
quality-cisa = CISA-Mindestelemente, Version 2.1 von 2026
quality-bsi = BSI TR-03183-2, Version 2.1.0

# --- was verlangt wird ---
quality-asks-common-format = Ein gängiges, maschinenlesbares Format
    .hint = Als CycloneDX oder SPDX schreiben.
quality-asks-top-level = Mindestens die Abhängigkeiten des Produkts selbst
    .hint = Das Produkt als Gegenstand des Dokuments nennen und auflisten, wovon es unmittelbar abhängt; hängt es von nichts ab, eine leere Liste angeben.
quality-asks-newer-format = CycloneDX ab 1.6 oder SPDX ab 3.0.1
    .hint = Das Werkzeug eine neuere Version seines Formats schreiben lassen.
quality-asks-timestamp = Wann das Dokument entstand
    .hint = Das Werkzeug den Zeitpunkt schreiben lassen: `metadata.timestamp` in CycloneDX, `created` in SPDX.
quality-asks-author = Eine Person oder Organisation, die das Dokument erstellt hat
    .hint = Sich nennen: `metadata.manufacturer` oder `metadata.authors` in CycloneDX, in SPDX ein Ersteller, der kein Werkzeug ist.
quality-asks-creator = Wer das Dokument erstellt hat, mit E-Mail-Adresse oder Adresse einer Seite
    .hint = `metadata.manufacturer` einen Kontakt mit `email` oder eine `url` geben; in SPDX einem Ersteller.
quality-asks-tool-name = Das Werkzeug, das das Dokument erstellt hat
    .hint = Das Werkzeug seinen Namen in `metadata.tools` schreiben lassen, in SPDX als Ersteller `Tool:`.
quality-asks-tool-version = Die Version des Werkzeugs, das das Dokument erstellt hat
    .hint = Das Werkzeug seine Version neben seinen Namen schreiben lassen.
quality-asks-signature = Eine Signatur dessen, der das Dokument erstellt hat
    .hint = Signieren. Gesehen wird nur eine Signatur im Dokument; eine Datei daneben wird hier nicht gesehen.
quality-asks-edition = Die Ausgabe des Dokuments
    .hint = Ausgaben zählen: `version` in CycloneDX. SPDX 2 hat dafür keinen Platz.
quality-asks-generation-context = In welcher Phase das Produkt betrachtet wurde
    .hint = Das Werkzeug soll es sagen: `metadata.lifecycles` in CycloneDX, `software_sbomType` in SPDX 3.
quality-asks-own-address = Eine eigene Adresse oder Nummer des Dokuments
    .hint = Eine `serialNumber` oder einen Namensraum vergeben.
quality-asks-no-vulnerabilities = Keine Schwachstellen darin
    .hint = `vulnerabilities` herausnehmen und als CSAF oder VEX veröffentlichen: Sie ändern sich, während die Komponenten bleiben.
quality-asks-name = Der Name der Komponente
    .hint = So nennen, wie ihr Hersteller es tut.
quality-asks-version = Die Version der Komponente
    .hint = Die Version so angeben, wie ihr Hersteller es tut.
quality-asks-version-or-date = Die Version der Komponente; gibt es keine, das Datum ihrer Datei
    .hint = Die Version so angeben, wie ihr Hersteller es tut, sonst das Datum der Datei.
quality-asks-supplier = Wer die Komponente liefert
    .hint = In `supplier` angeben.
quality-asks-producer = Wer die Komponente herstellt
    .hint = In `manufacturer` oder `supplier` angeben; in SPDX in `originator` oder `supplier`.
quality-asks-component-creator = Wer die Komponente hergestellt hat, mit E-Mail-Adresse oder Adresse einer Seite
    .hint = In `manufacturer` mit `email` eines Kontakts oder `url` angeben; in SPDX 3 in `originatedBy`.
quality-asks-identifier = Eine Kennung, unter der Datenbanken die Komponente kennen
    .hint = Ihr eine Paket-URL geben, sonst einen CPE-Namen oder ein SWID-Tag.
quality-asks-digest = Ein Hashwert der Komponente
    .hint = Das Werkzeug, das die Dateien sieht, ihn schreiben lassen, wo der Build sie kennt.
quality-asks-licence = Eine Lizenz
    .hint = Als SPDX-Ausdruck angeben.
quality-asks-relation = Wie die Komponente in das Produkt kam
    .hint = Sie unter dem aufführen, wovon eine andere Komponente oder das Produkt abhängt.
quality-asks-file-name = Der Name der Datei, als die die Komponente geliefert wird
    .hint = CycloneDX: Eigenschaft `bsi:component:filename`.
quality-asks-dependencies = Wovon die Komponente abhängt, und sei es nichts
    .hint = Jeder Komponente einen Eintrag in `dependencies` geben, einen leeren, wo sie von nichts abhängt.
quality-asks-completeness = Wie vollständig die Abhängigkeiten der Komponente aufgeführt sind
    .hint = CycloneDX: sie in `compositions` mit `complete`, `incomplete` oder `unknown` nennen.
quality-asks-distribution-licence = Die Lizenzen, unter denen die Komponente weitergegeben werden darf, als SPDX-Kennungen
    .hint = CycloneDX: eine Lizenz mit `acknowledgement` `concluded`; SPDX: `hasConcludedLicense`.
quality-asks-original-licence = Die Lizenzen, die ihr Hersteller der Komponente gab, soweit es sie gibt, als SPDX-Kennungen
    .hint = CycloneDX: eine Lizenz mit `acknowledgement` `declared`; SPDX: `hasDeclaredLicense`.
quality-asks-deployed-digest = Der SHA-512-Hashwert der Form, in der die Komponente geliefert wird
    .hint = CycloneDX: unter `hashes` einer externen Referenz `distribution`.
quality-asks-properties = Ob die Komponente ausführbar, ein Archiv und strukturiert ist
    .hint = CycloneDX: Eigenschaften `bsi:component:executable`, `bsi:component:archive`, `bsi:component:structured`.
quality-asks-source-address = Wo der Quelltext der Komponente liegt, falls er irgendwo liegt
    .hint = CycloneDX: eine externe Referenz `source-distribution` oder `vcs`.
quality-asks-deployed-address = Wo die gelieferte Form der Komponente liegt, falls sie irgendwo liegt
    .hint = CycloneDX: eine externe Referenz `distribution`.
quality-asks-source-digest = Der Hashwert des Quelltextes der Komponente
    .hint = CycloneDX: unter `hashes` einer externen Referenz `source-distribution`.
quality-asks-security-txt = Wo die security.txt der Komponente liegt
    .hint = CycloneDX: eine externe Referenz `rfc-9116`.

# --- was stattdessen dasteht ---
quality-no-sbom = { $format } wird hier gelesen, ist aber kein Format für Stücklisten.
quality-no-product = Das Dokument sagt nicht, welche Komponente das Produkt ist; so kann niemand sagen, was seine oberste Ebene ist.
quality-top-level-in-part = Das Dokument sagt selbst, dass die Abhängigkeiten des Produkts nur teilweise aufgeführt sind.
quality-format-older = Es ist als { $format } geschrieben.
quality-author-only-tool = Genannt ist nur ein Werkzeug: { $tool }.
quality-creator-without-address = { $name } ist genannt, ohne Adresse.
quality-licence-by-name = `{ $licence }` ist ein Name, keine SPDX-Kennung.
quality-licence-other-sense = `{ $licence }` ist angegeben, aber nicht als festgestellt.
quality-digest-elsewhere = Die Komponente hat einen SHA-512-Hashwert, aber nicht an der Stelle, an der steht, wovon er ist.
quality-digest-other = Es gibt nur einen Hashwert nach { $algorithm }.
quality-schema-unknown-member = Das amtliche Schema kennt hier kein solches Feld: { $members }
    .hint = Streichen Sie es, oder sagen Sie es in einer Eigenschaft (`property`).
quality-schema-lacks = Hier fehlt `{ $member }`, das das amtliche Schema verlangt.
    .hint = Lassen Sie es das Werkzeug ergänzen, das das Dokument geschrieben hat.
quality-schema-unknown-word = `{ $value }` gehört nicht zu den Wörtern, die das amtliche Schema hier kennt.
    .hint = Verwenden Sie ein Wort der Spezifikation; eine Lizenz, die sie nicht führt, gehört in `name`.
quality-schema-form = `{ $value }` hat nicht die Form, die das amtliche Schema verlangt: { $form }
    .hint = Schreiben Sie es in dieser Form.
quality-schema-format = `{ $value }` hat nicht die Form `{ $format }`, die das amtliche Schema verlangt.
    .hint = Schreiben Sie es in dieser Form.
quality-schema-type = Das amtliche Schema verlangt hier eine andere Art von Wert: { $kind }.
    .hint = Schreiben Sie es in dieser Art.
quality-schema-twice = Das amtliche Schema erlaubt hier jeden Eintrag einmal, und einer steht zweimal.
    .hint = Behalten Sie einen davon.
quality-schema-several-forms = Dies hat mehrere der Formen, von denen das amtliche Schema eine erlaubt.
    .hint = Entscheiden Sie sich für eine.
quality-schema-no-form = Dies hat keine der Formen, die das amtliche Schema hier erlaubt.
    .hint = Die Formen stehen in der Spezifikation; oft ist ein Wort falsch geschrieben oder ein Feld zu viel.
quality-schema-rule = Dies bricht die Regel `{ $rule }` des amtlichen Schemas.
    .hint = Sehen Sie im Schema der Version nach.
quality-schema-met = Hält das amtliche Schema von { $schema } ein
quality-schema-broken = { $count ->
    [one] Bricht das amtliche Schema von { $schema } an einer Stelle
   *[other] Bricht das amtliche Schema von { $schema } an { $count } Stellen
}
quality-schema-broken-more = Bricht das amtliche Schema von { $schema } an mehr als { $count } Stellen
quality-nothing-listed = es ist nichts aufgeführt
quality-cli-strict = Auch mit Nein antworten, wenn das Dokument das amtliche Schema seiner Version bricht
