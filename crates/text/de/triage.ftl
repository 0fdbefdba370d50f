# Entscheidungen zu Befunden: was erloschen ist und warum, Regeln, die entscheiden, und bis wann Befunde zu behandeln sind.

# --- Entscheidungen, die nicht mehr gelten ---
triage-lapsed-version = Die Entscheidung `{ $status }` von { $by } betraf `{ $component }`: das Release hat eine andere Version, sie ist daher erloschen.
    .hint = Zur jetzigen Version entscheiden, aus demselben Grund oder einem anderen.
triage-lapsed-rule = Die Regel `{ $rule }` von { $by } entschied bei der letzten Bewertung des Releases `{ $status }`; sie steht nicht mehr unter den Regeln, daher ist wieder offen, was sie entschied.
    .hint = Über den Fund entscheiden, oder die Regel zurückstellen, falls sie versehentlich herausgenommen wurde.
triage-lapsed-path = Die Entscheidung `{ $status }` von { $by } gilt für das, was über `{ $via }` hereinkommt; die Komponente kommt auch über { $path } herein, sie ist daher erloschen.
    .hint = Prüfen, ob der Grund auch auf diesem Weg trägt, und ihn dann in `via` nennen.

# --- zwei Personen ---
triage-one-person = `{ $person }` hat entschieden und kann nicht auch die zweite Person sein
    .hint = Jemand anderes prüft es und wird hier genannt; wo das niemand tut, den Schlüssel weglassen.

# --- das Tor ---
triage-gate-lapsed = Über `{ $vulnerability }` in `{ $component }`, wie es jetzt ist, hat niemand entschieden. { $because }
    .hint = Darüber entscheiden: nicht betroffen mit Begründung, betroffen mit angenommenem Risiko, oder behoben.
triage-gate-not-approved = Die Entscheidung, dass `{ $vulnerability }` in `{ $component }` stehen bleiben darf, braucht nach der eigenen Richtlinie eine zweite Person, und niemand sonst hat zugestimmt.
    .hint = Jemand anderes prüft sie und steht in `approved_by`; auf einem Server gibt diese Person den Vorschlag frei.
triage-gate-not-verified = Die Entscheidung zu `{ $vulnerability }` in `{ $component }` ruht auf einer Minderung, die kein Nachweis ihrer Art zeigt: `{ $needs }`.
    .hint = Eine Datei dieser Art unter `[[vulnerability_decisions.evidence]]` nennen und neben das Dossier legen.
triage-gate-wrong-match = `{ $vulnerability }` spricht von etwas anderem als `{ $component }`, wie { $by } feststellte: { $because }
triage-gate-wrong-match-by-rule = Nach der Regel `{ $rule }` (SHA-256 { $sha256 }) spricht `{ $vulnerability }` von etwas anderem als `{ $component }`: { $because }
triage-gate-wrong-match-bare = `{ $vulnerability }` soll keine Schwachstelle von `{ $component }` sein, und niemand ist genannt, der sagt warum.
    .hint = In `decided_by` nennen, wer es feststellte, und in `because`, wie.
triage-gate-by-rule = Die Regel `{ $rule }` (SHA-256 { $sha256 }) erklärt, dass `{ $vulnerability }` in `{ $component }` das Produkt nicht betrifft, mit Begründung.

# --- Entscheiden am Schalter ---
triage-decision-names = eine Entscheidung nennt höchstens { $most } Komponenten und Dateien, jede mit höchstens { $longest } Bytes

# --- was behauptet wird ---
triage-status-wrong-match = falsche Zuordnung
triage-paper-wrong-match = Falsche Zuordnungen: der Eintrag spricht von etwas anderem
triage-no-mitigation = keines genannt
triage-mitigation-update = eine andere Version
triage-mitigation-configuration = eine Einstellung
triage-mitigation-control = eine andere Maßnahme
triage-mitigation-removal = die Komponente entfällt
triage-decide-mitigation = Womit das Risiko behandelt wird
triage-decide-via = Nur, wo sie hereinkommt über
    .hint = Eine Komponente je Zeile; ein `*` am Ende steht für jede Endung. Leer: wie auch immer sie hereinkommt.
triage-decide-evidence = Was es zeigt
    .hint = Eine Datei des Produkts je Zeile, nach `reachability`, `configuration` oder `test`.
triage-evidence-line = eine Zeile mit Nachweis ist `reachability`, `configuration` oder `test`, dann eine Datei

# --- die Bedingung einer Regel ---
triage-condition-long = die Bedingung ist länger als { $most } Bytes
    .hint = Sie auf mehrere Regeln verteilen.
triage-condition-control = die Bedingung enthält ein Steuerzeichen
    .hint = Sie auf eine Zeile schreiben oder nur mit Zeilenumbrüchen.
triage-condition-no-cel = die Bedingung ist nicht als CEL zu lesen: { $says }
    .hint = Etwa so schreiben: `component.package == "pkg:npm/example" && finding.severity == "low"`.
triage-condition-parts = die Bedingung hat mehr als { $most } Teile
    .hint = Sie auf mehrere Regeln verteilen.
triage-condition-no-answer = die Bedingung antwortet weder ja noch nein
    .hint = Das Feld mit etwas vergleichen.
triage-condition-name = hier heißt nichts `{ $name }`
    .hint = Bedingungen sprechen von Feldern von `finding`, `component` und `product`.
triage-condition-field = `{ $of }` hat kein Feld `{ $name }`
    .hint = Bekannt sind `{ $known }`.
triage-condition-field-meant = `{ $of }` hat kein Feld `{ $name }`
    .hint = Ist `{ $meant }` gemeint?
triage-condition-word = `{ $written }` ist nie der Wert dieses Feldes
    .hint = Seine Wörter sind `{ $known }`.
triage-condition-kinds = was hier verglichen oder aufgerufen wird, passt nicht zusammen
    .hint = Zahlen mit Zahlen und Text mit Text vergleichen; eine Ordnung haben nur Zahlen.
triage-condition-function = `{ $name }` ist in Bedingungen nicht bekannt
    .hint = Bekannt sind Vergleiche, `in`, `&&`, `||`, `!`, `? :`, `startsWith`, `endsWith`, `contains`, `size`, sowie `exists` und `all` über eine Liste.
triage-condition-has = `has` ist nicht nötig: was niemand über einen Befund weiß, erfüllt nie eine Bedingung, die davon spricht
    .hint = Es weglassen.
triage-condition-list = eine Liste in einer Bedingung enthält Texte
    .hint = Jeden in Anführungszeichen setzen.
triage-condition-literal = ein solcher Wert ist in Bedingungen nicht bekannt
    .hint = Text, Zahlen, `true` und `false` verwenden.
triage-condition-part = ein solcher Ausdruck ist in Bedingungen nicht bekannt
    .hint = Bedingungen sprechen von Feldern von `finding`, `component` und `product`.
triage-condition-nested = ein `exists` oder `all` steht in einem anderen
    .hint = Die Regel teilen oder mit `in` fragen.

# --- die Datei mit Regeln und Fristen ---
triage-file-too-large = die Regeln sind größer als { $most } MiB
    .hint = Produkte trennen, oder Regeln schreiben, die über mehr entscheiden.
triage-not-utf8 = die Regeln sind nicht UTF-8: das Byte an Stelle { $offset } passt zu keinem Zeichen
    .hint = Die Datei als UTF-8 speichern.
triage-format-unknown = diese Version des Formats ist nicht bekannt; die bekannte ist `{ $known }`
    .hint = `triage = { $known }` schreiben, oder ein neueres Proofmark verwenden, wenn die Datei dafür gemacht ist.
triage-rule-twice = zwei Regeln haben denselben Namen
    .hint = Was eine Regel schließt, wird mit ihrem Namen gesagt: jeder einen eigenen geben.
triage-rules-many = es gibt mehr als { $most } Regeln
    .hint = Regeln schreiben, die über mehr entscheiden, oder über einzelne Befunde entscheiden.
triage-rule-not-justified = eine Regel, die `not_affected` sagt, braucht eines der Wörter von VEX für den Grund
    .hint = `justification` ergänzen.
triage-rule-justified = nur `not_affected` wird mit einem der Wörter von VEX begründet
    .hint = `justification` entfernen oder `not_affected` sagen.
triage-rule-fixed = keine Regel erklärt eine Behebung: sie wird durch die nächste SBOM bewiesen
    .hint = Sie zum Befund im Dossier erklären und die SBOM des behobenen Release abgeben.
triage-rule-no-ground = die Regel würde Befunde allein dafür schließen, wie schwer, wie wahrscheinlich oder wie alt sie sind
    .hint = Nach etwas fragen, das die Schwachstelle von diesem Produkt fernhält: einer Komponente, was sie hereinzieht, wie zugeordnet wurde, ihren Dateien.
triage-rule-ends-before = die Regel endet, bevor sie entschieden wurde
    .hint = Einen der beiden Tage berichtigen.
triage-rule-too-long = die Regel gilt länger als ein Jahr
    .hint = Sie innerhalb eines Jahres wieder ansehen.
triage-target-no-days = die Frist nennt keine Zahl von Tagen
    .hint = `triage_days`, `remediate_days` oder beides angeben.
triage-target-long = eine Frist ist höchstens { $most } Tage lang
    .hint = Die Zahl der Tage berichtigen.

# --- Regeln bei der Arbeit ---
triage-file-not-there = die Datei mit Regeln und Fristen `{ $file }` ist nicht da
    .hint = Sie neben das Dossier legen oder `triage` entfernen.
triage-rule-failed = die Regel `{ $rule }` konnte zu einem Befund nicht gefragt werden: { $says }
    .hint = Sie entschied dort nichts; ihre Bedingung anders schreiben.
triage-rule-not-yet = die Regel `{ $rule }` entscheidet nichts vor { $on }
triage-rule-expired = die Regel `{ $rule }` ist nach { $on } erloschen: was sie schloss, ist wieder offen
    .hint = Prüfen, ob ihr Grund noch trägt, und neu zustimmen lassen.
triage-rule-not-approved = die Regel `{ $rule }` entscheidet nichts: niemand sonst hat ihr zugestimmt
    .hint = Jemand anderes liest sie und steht in `approved_by`, mit `approved_sha256 = "{ $sha256 }"`.
triage-rule-changed = die Regel `{ $rule }` wurde geändert, seit { $by } ihr zustimmte, sie ist daher erloschen: was sie schloss, ist wieder offen
    .hint = { $by } oder jemand anderes liest sie, wie sie jetzt ist; dann `approved_sha256 = "{ $sha256 }"`.
triage-rule-unapproved = die Regel `{ $rule }` schließt Befunde, und eine Datei, die eine Person abgibt, zeigt nicht, dass zwei zugestimmt haben
    .hint = Über die Befunde am Schalter entscheiden, wo eine zweite Person freigibt; oder Regeln auf der Maschine selbst übernehmen lassen.

# --- das Kommando ---
triage-cli = Regeln, die über Befunde entscheiden, und bis wann Befunde zu behandeln sind; nichts wird behalten
triage-cli-preview = sagen, was jede Regel schließen, ändern oder lassen würde, bevor sie wirkt
triage-cli-due = sagen, welche Befunde überfällig sind und welche es werden; die Antwort ist nein, wo einer überfällig ist
triage-cli-defaults = die Fristen schreiben, die gelten, wo keine angegeben sind, jede mit ihrer Herkunft, zum Ändern
triage-cli-within = wie viele Tage vorausgeblickt wird
triage-show-no-rules = Das Dossier nennt keine Datei mit Regeln (`triage`), oder es stehen keine darin.
triage-show-digest = SHA-256 { $sha256 }
triage-show-counts = schließt { $closes } und ändert { $changes } von { $findings } Befunden
triage-show-holds = entscheidet
triage-show-not-yet = noch nicht
triage-show-expired = abgelaufen
triage-show-not-approved = niemand sonst hat zugestimmt
triage-show-changed = seit der Zustimmung geändert
triage-show-closes = geschlossen
triage-show-changes = der Status ändert sich, und er bleibt offen
triage-show-left-decided = gelassen: jemand hat darüber entschieden
triage-show-left-facts = gelassen: Tatsachen des Release sagen, wie er steht
triage-show-left-exploited = gelassen: sie wird irgendwo ausgenutzt, und ein Mensch sieht sie an
triage-show-left-rule = gelassen: die Regel `{ $rule }` entscheidet
triage-show-lacks = gelassen: niemand weiß `{ $field }`
triage-show-failed = konnte nicht gefragt werden: { $says }
triage-show-due = { $breached } überfällig, { $soon } fällig binnen { $days } Tagen, { $open } offen
triage-show-targets-of = Fristen aus `{ $file }`.
triage-show-targets-default = Die Fristen, die gelten, wo keine angegeben sind (`proofmark triage defaults`).
triage-show-late = überfällig seit { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    }
triage-show-left = { $days ->
        [0] heute ist der letzte Tag
        [one] noch ein Tag
       *[other] noch { $days } Tage
    }
triage-show-undated = ohne Tag: niemand hat sie datiert, oder keine Frist ist dafür da
triage-show-days = { $target }: entscheiden bis { $triage }, behandeln bis { $remediate } (bekannt { $known })
triage-by-rule = Durch die Regel `{ $rule }` (SHA-256 { $sha256 }).
