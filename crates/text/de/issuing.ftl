# Ausstellen einer EU-Konformitätserklärung: die Handlung zweier Personen, ihre Grundlage, ihr Eintrag, ihre Seiten.

issuing-act = EU-Konformitätserklärung für { $product } { $release } ausstellen

# --- was das Papier von sich selbst sagt ---
issuing-paper-issued = Ausgestellt am { $issued_on }, Fassung { $revision }
issuing-paper-waits = Nicht ausgestellt: wartet auf eine zweite Person
issuing-paper-waits-warning = Diese Erklärung wurde nicht ausgestellt. Sie wartet auf eine zweite Person, die sie liest, bevor sie zustimmt; der Tag der Zustimmung ist der Tag der Ausstellung. Bis dahin darf sie nicht herausgegeben werden.
issuing-paper-overtaken = Diese Erklärung sagt nicht mehr, was das Dossier sagt. Sie gilt, bis eine andere ausgestellt wird.
issuing-shows-issued = EU-Konformitätserklärung, ausgestellt am { $on }, Fassung { $revision }
issuing-shows-overtaken = EU-Konformitätserklärung, ausgestellt am { $on }, Fassung { $revision }; stimmt nicht mehr mit dem Dossier überein
issuing-since = Seither wurde eine Erklärung ausgestellt

# --- was dem entgegensteht ---
issuing-lacks = Das Dossier gibt `{ $path }` nicht an; verlangt wird es in { $cites }.
    .hint = Geben Sie es im Dossier an, reichen Sie es ein und schlagen Sie die Ausstellung erneut vor.
issuing-not-assessed-since = Seit das Dossier geändert wurde, ist das Release nicht bewertet worden; ob die Freigabe möglich ist, weiß daher niemand.
    .hint = Schlagen Sie die Ausstellung vor: Das Release wird dann zuerst bewertet.
issuing-legal-review = Das Verfahren stützt sich auf etwas, das zuerst rechtlich zu prüfen ist ({ $cites }): { $why }
    .hint = Geben Sie im Vorschlag an, wer es geprüft hat und mit welchem Ergebnis.
issuing-signing = Geben Sie { $field ->
    [name] den Namen der unterzeichnenden Person
    [function] die Funktion der unterzeichnenden Person
   *[place] den Ort der Ausstellung
  } an, in einer Zeile von höchstens { $most } Byte (Anhang V Nummer 8).
issuing-review-long = Die Angaben zur rechtlichen Prüfung dürfen höchstens { $most } Byte haben.
issuing-letters = Die Erklärung enthält Zeichen, die ihr PDF nicht zeigen kann: { $letters }. Was ausgestellt wird, muss in jeder Form dasselbe sagen.
    .hint = Schreiben Sie sie im Dossier anders.
issuing-too-many = Für dieses Release wurden { $most } Erklärungen ausgestellt; eine weitere gibt es nicht.
    .hint = Reichen Sie ein neues Release ein.

# --- was sich geändert hat ---
issuing-moved-release = Es geht um ein anderes Release: { $release }.
issuing-moved-dossier = Das Dossier hat sich seither geändert: Es war { $was }… und ist { $now }….
    .hint = Wer unterschreibt, muss sehen, was er unterschreibt. Schlagen Sie es neu vor.
issuing-moved-list = Die Software-Stückliste hat sich seither geändert: Sie war { $was }… und ist { $now }….
    .hint = Wer unterschreibt, muss sehen, was er unterschreibt. Schlagen Sie es neu vor.
issuing-moved-files = Dateien, die das Dossier nennt, haben sich seither geändert.
    .hint = Wer unterschreibt, muss sehen, was er unterschreibt. Schlagen Sie es neu vor.
issuing-moved-named-files = Dateien, die das Dossier nennt, haben sich seither geändert: { $paths }.
    .hint = Wer unterschreibt, muss sehen, was er unterschreibt. Schlagen Sie es neu vor.
issuing-file-of-then-gone = `{ $path }`, woraus Release { $version } bewertet wurde, ist nicht mehr vorhanden (SHA-256 { $digest }). An ihre Stelle tritt keine andere Datei.
    .hint = Reichen Sie dieselbe Datei noch einmal ein, Byte für Byte: Sie wird dann an ihrem Digest erkannt.
issuing-file-not-of-then = `{ $path }` gehört nicht zu den Dateien, aus denen Release { $version } bewertet wurde. Die seither eingereichte tritt nicht an ihre Stelle.
    .hint = Gehört sie zu diesem Release, reichen Sie das Release mit seinem Dossier und seinen Dateien neu ein.
issuing-moved-words = Was die Erklärung sagen würde, hat sich seither geändert, obwohl das Dossier gleich blieb: Die Bewertung ist eine andere.
    .hint = Sehen Sie sich die Erklärung neu an und schlagen Sie sie erneut vor.

# --- ob eine frühere rechtliche Prüfung noch zählt ---
issuing-review-untold = Was eine rechtliche Prüfung umfasste, als sie angegeben wurde, ist nicht festgehalten, oder es wurde damals keine verlangt.
    .hint = Geben Sie in einem neuen Vorschlag an, wer geprüft hat, was jetzt zu prüfen ist, und mit welchem Ergebnis.
issuing-review-asked = Rechtlich zu prüfen ist inzwischen etwas anderes: { $what }.
    .hint = Geben Sie in einem neuen Vorschlag an, wer geprüft hat, was jetzt zu prüfen ist, und mit welchem Ergebnis.
issuing-review-rests-on = Was die rechtliche Prüfung umfasste, hat sich seither geändert: { $what }.
    .hint = Geben Sie in einem neuen Vorschlag an, wer geprüft hat, was jetzt zu prüfen ist, und mit welchem Ergebnis.
issuing-review-law = Die rechtliche Prüfung galt dem Rechtsstand vom { $was }; verwendet wird der vom { $now }.
    .hint = Geben Sie in einem neuen Vorschlag an, wer sie unter dem verwendeten Rechtsstand vorgenommen hat und mit welchem Ergebnis.
issuing-review-lapsed = Die für Fassung { $revision } ({ $on }) angegebene rechtliche Prüfung zählt nicht mehr:
issuing-no-such = In dieser Form wurde für { $release } keine Fassung { $revision } dieser Erklärung ausgestellt.

# --- Wege ---
issuing-route-show = Wie es um die EU-Konformitätserklärung eines Release steht
issuing-route-propose = Vorschlagen, die EU-Konformitätserklärung eines Release auszustellen; eine zweite Person stimmt zu
issuing-route-waiting = Die Erklärung, wie sie ausgestellt würde, für die Person, die zustimmen soll
issuing-route-issued = Eine ausgestellte Erklärung, Byte für Byte

# --- Seiten ---
issuing-here = Konformitätserklärung
    .hint = Die EU-Konformitätserklärung stellt der Hersteller in alleiniger Verantwortung aus (Artikel 28). Eine Person schlägt die Ausstellung vor, eine zweite liest die Erklärung und stimmt zu; was ausgestellt wurde, bleibt, wie es ist.
issuing-title = Konformitätserklärung: { $of }
issuing-stands-draft = Entwurf, nicht ausgestellt
issuing-stands-waits = Wartet auf eine zweite Person
issuing-stands-issued = Ausgestellt
issuing-stands-differs = Stimmt nicht mehr mit dem Dossier überein
issuing-just-proposed = Vorgeschlagen. Ausgestellt ist die Erklärung, sobald eine zweite Person zustimmt.
issuing-differs = Das Dossier sagt inzwischen etwas anderes
    .hint = Die ausgestellte Erklärung bleibt, wie sie ist. Diese ihrer Punkte würden heute anders lauten:
issuing-moved = Was sich seit der Ausstellung geändert hat
issuing-waiting = Wartet auf eine zweite Person
issuing-read-it = Die Erklärung, wie sie ausgestellt wird, bis auf den Tag:
issuing-name = Name der unterzeichnenden Person
issuing-function = Funktion
issuing-place = Ort der Ausstellung
issuing-review = Rechtliche Prüfung: durch wen und mit welchem Ergebnis
issuing-because = Warum sie jetzt ausgestellt wird
issuing-issued = Ausgestellte Erklärungen
issuing-none = Es wurde keine ausgestellt.
issuing-in-force = Gültig
issuing-revision = Fassung { $revision }, ausgestellt am { $on }
issuing-by-two = Vorgeschlagen von { $proposed }, zugestimmt von { $approved } am { $at }
issuing-propose = Ausstellung vorschlagen
    .hint = Zuerst wird das Release zum heutigen Tag bewertet. Eine zweite Person, die zustimmen darf, liest dann die Erklärung und stellt sie aus. Ändern sich bis dahin das Dossier, die Software-Stückliste oder eine darin genannte Datei, so verfällt der Vorschlag.
issuing-propose-button = Vorschlagen
issuing-proposing = Wird bewertet und vorgeschlagen …
issuing-forbidden = { $count ->
    [one] Eines steht dem entgegen:
   *[other] { $count } Dinge stehen dem entgegen:
  }

# --- die Befehlszeile ---
issuing-cli = Zeigen, wie es um die EU-Konformitätserklärung eines Release steht, und sichern, was ausgestellt wurde
issuing-cli-show = Zeigen, wie es steht: von wem und wann ausgestellt, was wartet, was entgegensteht
issuing-cli-save = Eine ausgestellte Erklärung in allen ihren Formen sichern, Byte für Byte
issuing-cli-product = die Kennung des Produkts
issuing-cli-release = die Version des Release
issuing-cli-revision = welche Fassung; ohne Angabe die geltende
issuing-cli-out = der Ordner, in den die Dateien kommen
issuing-saved = { $path } gesichert (Fassung { $revision })
issuing-none-to-save = Für { $release } wurde keine Erklärung ausgestellt.
    .hint = Zum Ausstellen braucht es zwei Personen, auf der Seite „Konformitätserklärung“ des Release.
