# Das Tor: die Regel der Verordnung, die des Herstellers, und was für eine Weile durchgelassen wird.

# --- der Befehl ---
gate-cli = sagen, ob eine Freigabe hinausdarf: nach der Regel der Verordnung und denen des Herstellers, für eine Pipeline; nichts wird aufbewahrt
gate-cli-policy = die Regeln des Herstellers, statt `gate.toml` neben dem Dossier
gate-cli-output = wohin das Urteil als JSON geht
gate-cli-report = ein Bericht: `sarif`, `junit`, `markdown` oder `json`, auf die Standardausgabe oder in eine Datei; mehrfach möglich
gate-cli-report-kind = Berichte sind `sarif`, `junit`, `markdown` und `json`
gate-cli-report-file = nach `=` steht keine Datei
gate-cli-two-reports = zwei Berichte können nicht beide auf die Standardausgabe
    .hint = Nennen Sie für alle bis auf einen eine Datei: `--report sarif=gate.sarif`.
gate-cli-all = jeden Treffer zeigen

# --- die Datei der Regeln ---
gate-file-too-large = die Regeln sind größer als { $most } MiB
    .hint = Teilen Sie nach Produkten, oder nennen Sie Komponenten nach ihrem Anfang.
gate-not-utf8 = die Regeln sind kein UTF-8: das Byte an Stelle { $offset } passt zu keinem Zeichen
    .hint = Speichern Sie die Datei als UTF-8.
gate-format-unknown = diese Version des Formats der Regeln ist nicht bekannt; bekannt ist `{ $known }`
    .hint = Schreiben Sie `gate = { $known }`, oder nehmen Sie ein neueres Proofmark, wenn die Datei dafür gemacht wurde.
gate-waiver-one-person = `{ $person }` hat entschieden und zugestimmt: eine Ausnahme braucht zwei Personen
    .hint = Lassen Sie jemand anderen zustimmen; die Durchsicht der Datei zeigt, dass es geschah.
gate-waiver-ends-before = die Ausnahme endet, bevor sie entschieden wurde
    .hint = Schreiben Sie den letzten Tag, an dem sie gilt.
gate-waiver-too-long = die Ausnahme dauert länger als ein Jahr
    .hint = Wählen Sie einen früheren Tag; ist er vorbei, entscheiden Sie neu.
gate-waiver-of-the-law = was die Regel der Verordnung sperrt, lässt keine Ausnahme durch
    .hint = `{ $rule }` wird durch Entscheidungen erfüllt: schreiben Sie `[[vulnerability_decisions]]` oder `[[checked_otherwise]]` ins Dossier.
gate-waiver-rule-unknown = keine Regel dieser Datei heißt `{ $rule }`
    .hint = Schreiben Sie die `id` einer Regel dieser Datei.
gate-rule-asks-nothing = diese Regel fragt nach nichts
    .hint = Nennen Sie wenigstens eine Bedingung.
gate-rule-name = der Name einer Regel besteht aus kleinen Buchstaben, Ziffern und `-`, höchstens 80
    .hint = Schreiben Sie einen wie `no-critical`.
gate-rule-of-the-law = `{ $id }`: Namen, die mit `annex-` oder `article-` beginnen, gehören dem Gesetz
    .hint = Wählen Sie einen anderen Namen. Die Regel der Verordnung steht immer; keine Datei ändert sie.
gate-rule-twice = eine Regel `{ $id }` steht schon darüber
    .hint = Geben Sie jeder Regel einen eigenen Namen: Ausnahmen und Berichte nennen sie danach.
gate-above-hundred = eine Wertung ist höchstens 100
    .hint = Schreiben Sie eine Zahl von 0 bis 100.
gate-signature-without-keys = Signaturen sollen geprüft werden, und kein Schlüssel ist genannt
    .hint = Nennen Sie die OpenPGP-Zertifikate, die signieren dürfen: `keys = ["keys/release.asc"]`.
gate-guideline-unknown = `{ $written }` ist keine Richtlinie
    .hint = Schreiben Sie `regulation`, `ntia`, `cisa` oder `bsi`.
gate-check-unknown = die Richtlinie hat keine Prüfung `{ $written }`
    .hint = Ihre Prüfungen sind { $known }.
gate-not-a-licence = `{ $written }` ist keine Lizenz der SPDX-Liste
    .hint = Schreiben Sie eine SPDX-Kennung (`MIT`), eine mit ihrer Ausnahme (`GPL-2.0-only WITH Classpath-exception-2.0`), `LicenseRef-…`, oder einen Anfang mit `*`.
gate-licence-unreadable = `{ $written }` ist kein SPDX-Lizenzausdruck
gate-end-of-life-none = keine Daten über das Ende der Unterstützung sind genannt
    .hint = Speichern Sie, was `https://endoflife.date/api/v1/products/openssl/` antwortet, neben dem Dossier, und nennen Sie es in `[[end_of_life]]`.
gate-end-of-life-not-there = neben dem Dossier liegt keine Datei `{ $file }`
    .hint = Speichern Sie dort, was endoflife.date über das Produkt sagt.
gate-end-of-life-unreadable = die Datei ist nicht, was endoflife.date antwortet
    .hint = Speichern Sie die Antwort von `/api/v1/products/NAME/` oder `/api/NAME.json`, wie sie ist.
gate-end-of-life-too-large = die Datei ist größer als { $most } MiB
    .hint = Speichern Sie die Antwort für ein Produkt.

# --- was eine Regel trifft ---
gate-law-because = Produkte werden ohne bekannte ausnutzbare Schwachstellen bereitgestellt.
gate-hit-finding = { $vulnerability } in { $component }: { $rating }, { $state }, { $fix }
    .hint = Bringen Sie die Komponente auf einen neueren Stand, oder entscheiden Sie im Dossier mit Gründen.
gate-fix-in = behoben in { $version }
gate-fix-none = keine Behebung bekannt
gate-rated-unknown = nicht eingestuft
gate-rated-none = ohne Schweregrad
gate-rated-low = niedrig
gate-rated-medium = mittel
gate-rated-high = hoch
gate-rated-critical = kritisch
gate-state-undecided = nicht entschieden
gate-state-under-investigation = wird untersucht
gate-state-affected = betroffen
gate-state-risk-accepted = Risiko hingenommen
gate-state-fix-declared = als behoben erklärt, aber noch gelistet
gate-state-not-affected = nicht betroffen
gate-state-wrong-match = falsche Zuordnung
gate-state-closed-by-facts = durch Tatsachen der Freigabe geschlossen
gate-state-expired = die Entscheidung ist abgelaufen
gate-hit-decision-expired = die Entscheidung zu { $vulnerability } in { $component } galt bis { $on }
    .hint = Sehen Sie sie neu an, und schreiben Sie einen neuen letzten Tag oder eine andere Entscheidung.
gate-hit-decision-expires = die Entscheidung zu { $vulnerability } in { $component } gilt nur bis { $on }
    .hint = Sehen Sie sie vor diesem Tag neu an.
gate-hit-decision-endless = die Entscheidung zu { $vulnerability } in { $component } hat keinen letzten Tag
    .hint = Schreiben Sie `expires_on`.
gate-hit-decision-nobody = die Entscheidung zu { $vulnerability } in { $component } nennt niemanden, der entschied
    .hint = Schreiben Sie `decided_by`.
gate-hit-decision-old = die Entscheidung zu { $vulnerability } in { $component } ist alt oder ohne Tag
    .hint = Sehen Sie sie neu an, und schreiben Sie `decided_on`.
gate-hit-no-sbom = es gibt keine Stückliste zu beurteilen
    .hint = Schreiben Sie eine als CycloneDX oder SPDX neben das Dossier.
gate-hit-check = { $check }: { $asks }; fehlt oder nicht gesagt bei { $lacking } von { $of }
    .hint = `proofmark sbom check` zeigt, wo, und wer es ändern kann.
gate-hit-score = { $score } von 100 nach { $guideline }, gefragt sind { $least }
    .hint = `proofmark sbom check` zeigt, was fehlt.
gate-hit-sbom-unsigned = die Stückliste trägt keine Signatur
    .hint = Signieren Sie sie, wenn sie geschrieben wird.
gate-hit-key-unusable = `{ $file }` ist kein brauchbares OpenPGP-Zertifikat
    .hint = Legen Sie den öffentlichen Schlüssel dorthin: `gpg --armor --export KEY`.
gate-hit-file-not-there = neben dem Dossier liegt keine Datei `{ $file }`
    .hint = Legen Sie sie dorthin, bevor das Tor gefragt wird.
gate-hit-signature-missing = neben `{ $file }` liegt keine Signatur
    .hint = Signieren Sie die Datei: `gpg --armor --detach-sign FILE` schreibt `FILE.asc`.
gate-hit-signature-invalid = die Signatur von `{ $file }` hält der Prüfung nicht stand: { $why }
    .hint = Signieren Sie die Datei, wie sie ist, mit einem der Schlüssel, die die Regel nennt.
gate-hit-component = { $component } soll nicht verwendet werden
    .hint = Ersetzen Sie sie.
gate-hit-unsupported = { $component } wird nicht mehr unterstützt
    .hint = Ersetzen Sie sie, oder sagen Sie im Dossier, was dagegen getan wird.
gate-hit-unsupported-since = { $component } ist seit { $on } ohne Unterstützung
    .hint = Ersetzen Sie sie, oder sagen Sie im Dossier, was dagegen getan wird.
gate-hit-end-of-life-past = { $component } ist seit { $on } ohne Unterstützung
    .hint = Wechseln Sie auf eine Version, die unterstützt wird.
gate-hit-end-of-life-near = { $component } wird nur bis { $on } unterstützt
    .hint = Planen Sie den Wechsel auf eine Version, die länger unterstützt wird.
gate-hit-end-of-life-unknown = die Daten kennen die Version von { $component } nicht
    .hint = Holen Sie neuere Daten, oder berichtigen Sie die Version in der Stückliste.
gate-hit-licence = { $component } steht unter { $licence }; die Regeln erlauben das nicht
    .hint = Ersetzen Sie sie, oder lassen Sie die Lizenz ansehen.
gate-hit-licence-unstated = von { $component } ist keine Lizenz genannt
    .hint = Nennen Sie sie in der Stückliste als SPDX-Ausdruck.
gate-hit-licence-unreadable = die Lizenz von { $component } ist kein SPDX-Ausdruck: { $licence }
    .hint = Nennen Sie sie in der Stückliste als SPDX-Ausdruck.
gate-hit-data-old = { $what }: vom { $on }, erlaubt sind höchstens { $most } Tage
    .hint = Bringen Sie die Daten auf den Stand, und fragen Sie neu.
gate-hit-data-undated = { $what }: es gibt keine, oder niemand sagt, von welchem Tag sie sind
    .hint = Bringen Sie die Daten auf den Stand, und fragen Sie neu.
gate-data-advisories = Daten über Schwachstellen
gate-data-sbom = die Stückliste
gate-data-file = Daten über das Ende der Unterstützung in { $file }

# --- das Urteil ---
gate-outcome-passed = bestanden
gate-outcome-waived = ausgenommen
gate-outcome-warned = Warnung
gate-outcome-blocked = gesperrt
gate-outcome-not-asked = von der Verordnung nicht gefragt
gate-report-passed = Das Tor ist offen für { $product } { $release }.
gate-report-blocked = Das Tor ist zu für { $product } { $release }.
gate-report-counts = Sperrend: { $blocking }. Warnungen: { $warnings }. Ausgenommen: { $waived }.
gate-report-rule = Regel
gate-report-outcome = Ergebnis
gate-report-hits = Treffer
gate-report-left-out = { $count ->
        [one] einer mehr steht im Urteil
       *[other] { $count } mehr stehen im Urteil
    }
gate-report-waived = Ausgenommen bis { $until }: { $because }
gate-report-waiver-expired = Die Ausnahme dafür lief nach dem { $on } ab.
gate-report-waiver-lapsed = Eine Ausnahme von { $rule } lief nach dem { $on } ab.
gate-report-waiver-unused = Eine Ausnahme von { $rule } lässt nichts durch: sie kann weg.
gate-report-waiver-not-yet = Eine Ausnahme von { $rule } gilt erst ab { $on }.
gate-report-rests-on = Worauf das Urteil beruht
gate-report-undated = ohne Tag
gate-policy-no-file = `{ $path }` ist da und keine Datei, die gelesen werden kann; deshalb gibt es kein Urteil
    .hint = Nehmen Sie sie weg, oder nennen Sie die Richtlinie mit --policy.
