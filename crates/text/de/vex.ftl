# Aussagen über Schwachstellen in Produkten (VEX): was gelesen, geschrieben und gezeigt wird.

# --- was an einem Dokument nicht stimmt ---
vex-unknown = das ist kein VEX-Dokument
    .hint = Gelesen werden OpenVEX, CSAF, CycloneDX mit Schwachstellen und das Sicherheitsprofil von SPDX 3.
vex-without-product = die Aussage nennt kein Produkt
    .hint = Benennen Sie, worum es geht: mit Package-URL, CPE-Name oder Name und Version.
vex-without-vulnerability = die Aussage nennt keine Schwachstelle
vex-bare-not-affected = `{ $name }` soll das Produkt nicht betreffen, und nirgends steht, warum
    .hint = Jedes VEX-Format verlangt dort eine Begründung oder eine Aussage zur Auswirkung.
vex-bare-affected = `{ $name }` soll das Produkt betreffen, und nirgends steht, was zu tun ist
    .hint = Schreiben Sie es hin, auch wenn nichts zu tun bleibt.
vex-justification-without-status = die Begründung zu `{ $name }` wird übergangen: nur was nicht betroffen ist, hat eine
vex-too-many = das Dokument sagt mehr als { $most } Dinge aus
vex-states-nothing-of = über `{ $name }` wird nichts ausgesagt: es hat keine `analysis` und wird ausgelassen
vex-states-nothing = das Dokument sagt über keine Schwachstelle etwas aus
vex-contradiction = `{ $name }` in `{ $item }` ist hier `{ $second }` und bei { $place } `{ $first }`
    .hint = Geben Sie beiden Aussagen eine Zeit: dann gilt die spätere. Oder nehmen Sie eine heraus.
vex-superseded = was hier über `{ $name }` in `{ $item }` steht, wird übergangen: eine spätere Aussage lautet anders
vex-not-kept = `{ $what }` wird nicht behalten
vex-versions-left-out = die Aussage über `{ $item }` wird ausgelassen: sie gilt nur für einige Versionen, und ohne diese sagte sie mehr
vex-state-unknown = `{ $word }` ist kein Wort des Standards
vex-product-twice = die Produktkennung `{ $id }` fehlt oder steht zweimal da
vex-product-unknown = der Produktbaum kennt `{ $id }` nicht
vex-csaf-lacks = ein CSAF-VEX-Dokument muss `{ $what }` haben
vex-csaf-two-flags = das Produkt `{ $id }` hat mehrere Begründungen
vex-csaf-more-remediations = das Produkt `{ $id }` hat mehrere Maßnahmen; die erste wird behalten

# --- was beim Schreiben verloren geht ---
vex-lost-member = `{ $what }` hat in diesem Format keinen Platz
vex-lost-word = `{ $word }` zu `{ $name }` ist ein Wort von CycloneDX und bleibt nur dort erhalten
vex-left-out-bare = die Aussage über `{ $name }` wird ausgelassen: sie sagt, dass das Produkt nicht betroffen ist, und nicht, warum
vex-nothing-to-write = es gibt nichts auszusagen
vex-csaf-needs-namespace = CSAF verlangt eine Kennung des Dokuments, den Namen des Autors und die Adresse, unter der er veröffentlicht
    .hint = Nennen Sie die Adresse mit --namespace; Kennung und Autor müssen im gelesenen Dokument stehen.
vex-justification-mapped = `{ $word }` wird als `{ $as }` geschrieben, was nicht dasselbe ist; das genaue Wort steht in `detail`

# --- der Befehl ---
vex-cli = Aussagen über Schwachstellen in Produkten (VEX): schreiben, umwandeln, zeigen
vex-cli-export = schreibt, was Sie über die Schwachstellen einer Version aussagen: Entscheidungen und was aus ihren Fakten folgt
vex-cli-convert = schreibt ein VEX-Dokument in einem anderen Format und sagt, was nicht mitkam
vex-cli-show = zeigt, was ein VEX-Dokument aussagt
vex-cli-file = das VEX-Dokument: OpenVEX, CSAF, CycloneDX oder SPDX 3
vex-cli-as = das Format, in dem geschrieben wird
vex-cli-output = wohin geschrieben wird; sonst auf die Standardausgabe
vex-cli-namespace = die Adresse, unter der der Autor veröffentlicht, wenn das Dokument keine nennt
vex-cli-undecided = stellt, was niemand entschieden hat, als in Untersuchung dar
vex-title = Aussagen über Schwachstellen in { $product } { $release }
vex-fix-not-proven = Als behoben erklärt; nicht bewiesen: die Komponentenliste nennt noch eine betroffene Version.
vex-edition = Ausgabe { $edition }, { $at }
vex-part-of = { $item } in { $whole }

# --- was andere aussagen, als Nachweis ---
vex-origin-supplier = ein VEX-Dokument
vex-stated-by = Ausgesagt von { $by }, { $at }.
vex-stated-within = Ausgesagt als Teil von `{ $within }`.
vex-contradicts-decision = `{ $file }` sagt `{ $stated }`, und hier gilt `{ $decided }`: sehen Sie sich beides an.
