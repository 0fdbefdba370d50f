## Was über Geräte gesagt wird: über den Linux-Kernel, die Dateien und Commits, aus denen er gebaut ist, und was daraus folgt.

# What follows for a finding from the release's facts.
embedded-not-compiled = Keine der Quelldateien, die der Eintrag nennt ({ $files }), ist in den Kernel des Release übersetzt, wie { $evidence } zeigt.
embedded-options-off = Die Quelldateien, die der Eintrag nennt ({ $files }), werden nur mit { $options } übersetzt; der Kernel des Release ist ohne gebaut, wie { $evidence } zeigen.
embedded-fix-in-tree = Die Behebung ist im Quellbaum des Kernels: Commit { $commit } steht in { $evidence }.
embedded-fix-carried = Die Behebung ist im Quellbaum des Kernels: Commit { $by } ist aus { $commit } übernommen, wie { $evidence } zeigt.
embedded-compiled = Von den Quelldateien, die der Eintrag nennt, ist { $files } in den Kernel des Release übersetzt, wie { $evidence } zeigt.
embedded-perhaps-compiled = Ob { $files }, vom Eintrag genannt, in den Kernel des Release übersetzt ist, lässt sich mit { $evidence } nicht sagen.
    .hint = Eine Liste mit den eingebundenen Headern sagt mehr: Andere Quelldateien können diese einbinden.
embedded-not-whole = Die Quelldateien des Eintrags stehen nicht in { $evidence }, aber auch nicht { $files }, was jeder Kernel übersetzt: Die Liste ist nicht vollständig, und aus dem, was fehlt, folgt nichts.
    .hint = Erzeugen Sie die Liste neu in dem Bau, aus dem das Abbild entsteht, für den ganzen Kernel mit seinen Modulen.
embedded-fix-perhaps-taken-back = Commit { $by } aus { $evidence } enthält die Behebung, doch nimmt dort ein anderer einen Commit zurück und nennt nur dessen Titel: Ob die Behebung noch im Quellbaum ist, lässt sich nicht sagen.
    .hint = Sehen Sie im Quellbaum nach, und halten Sie die Entscheidung fest.
embedded-no-files = Der Eintrag nennt keine Quelldateien; was übersetzt wurde, sagt daher nichts über ihn.
embedded-fix-not-found = Kein Commit, den der Eintrag als Behebung nennt, steht in { $evidence }.
embedded-vendor-tree = Der Kernel ist aus dem Quellbaum `{ $tree }` eines Anbieters gebaut: Seine Versionsnummer allein zeigt nicht, welche Behebungen darin sind.
embedded-vendor-tree-base = Der Kernel ist aus dem Quellbaum `{ $tree }` eines Anbieters gebaut; gesucht wurde er als { $base }, die Version, aus der dieser Baum entstand.
embedded-base = Der Kernel wurde als { $base } gesucht, die Version, aus der sein Quellbaum entstand.
embedded-soc-other = { $because } Das Dossier nennt den Chip (SoC) `{ $soc }`, der diesem Namen nach keiner davon ist. Das schließt nichts aus: ein Chip kann mehrere Namen haben.
    .hint = Nennen Sie `release.soc` mit dem CPE-Namen des Chips oder mit Hersteller und Bauteil, wie die Einträge sie schreiben, wenn er einer davon ist; sonst geben Sie an, wie die Komponente anders geprüft wurde.
embedded-soc = Er läuft auf `{ $soc }`.

# How a finding stands by them.
embedded-triage = Nach den Angaben zum Release
embedded-evidence = Nachweis
embedded-follows-not-affected = nicht betroffen, nach den Angaben zum Release
embedded-follows-fixed = behoben, nach den Angaben zum Release
embedded-nobody-decided = Das hat niemand entschieden: Es folgt aus den Dateien, mit denen das Release eingereicht wurde, und aus denselben Dateien immer wieder.
embedded-gate-not-affected = { $component } ist von { $vulnerability } nicht betroffen: { $because }
embedded-gate-fixed = { $vulnerability } ist in { $component } behoben: { $because }
embedded-same-source = { $count ->
    [one] ein Paket aus demselben Quellcode zählt als { $component }
   *[other] { $count } Pakete aus demselben Quellcode zählen als { $component }
}
embedded-files-named = Quelldateien: { $files }
embedded-commits-named = Behoben durch die Commits { $commits }

# What is wrong with the files of a kernel.
embedded-file-not-there = die Datei `{ $name }` ist nicht da
    .hint = Legen Sie sie neben das Dossier, oder nehmen Sie den Schlüssel heraus.
embedded-compiled-empty = hier sind keine übersetzten Quelldateien aufgeführt
    .hint = Reichen Sie einen Pfad je Zeile ein, `compile_commands.json`, die `.cmd`-Dateien des Kernel-Baus hintereinander oder ein SPDX-Dokument mit den übersetzten Quellen.
embedded-compiled-no-kernel = das ist keine Liste der Quelldateien eines Linux-Kernels: `init/main.c`, das jeder Kernel übersetzt, fehlt
    .hint = Führen Sie Quelldateien (`.c`) auf, keine Objektdateien, und zwar des ganzen Kernels mit seinen Modulen.
embedded-compiled-not-whole = in dieser Liste fehlt { $files }, was jeder Kernel übersetzt: Sie zeigt, was übersetzt wurde, doch aus dem, was fehlt, folgt nichts
    .hint = Führen Sie die Quelldateien des ganzen Kernels mit seinen Modulen auf, aus dem Bau, aus dem das Abbild entsteht.
embedded-compiled-cut = die Liste endet mitten in einer Zeile: `{ $line }`
    .hint = Sie wurde unterwegs abgeschnitten. Reichen Sie die ganze Liste ein, mit einem Zeilenende am Schluss.
embedded-compiled-too-many = es sind mehr als { $most } Dateien aufgeführt
    .hint = Reichen Sie die übersetzten Dateien ein, nicht alle Dateien des Quellbaums.
embedded-compiled-long = ein Pfad ist länger als { $most } Bytes und wird übergangen
    .hint = Ein Pfad im Quellbaum des Kernels ist kürzer; prüfen Sie, woraus die Liste gemacht ist.
embedded-too-long = die Datei ist länger als { $limit } Bytes
    .hint = Reichen Sie die Liste allein ein, ohne Protokolle darum herum.
embedded-commits-empty = hier ist kein Commit mit seinen 40 hexadezimalen Ziffern genannt
    .hint = Erzeugen Sie die Liste mit `git log --format='%H%n%B'`, oder mit `git log --format=%H`, wo nur die Commits selbst zählen.
embedded-commits-too-many = es sind mehr als { $most } Commits genannt
    .hint = Führen Sie die Commits seit der Version auf, aus der der Quellbaum entstand: `git log v6.1.22..`.
embedded-vendor-without-base = der Kernel ist aus dem Quellbaum `{ $tree }` eines Anbieters gebaut, und was nach seiner Versionsnummer als behoben gilt, muss darin nicht behoben sein
    .hint = Geben Sie in `release.kernel_tree` die `base_version` an, aus der der Baum entstand, und führen Sie seine `commits` auf.
embedded-config-empty = das ist keine Konfiguration eines Linux-Kernels: Keine Option ist darin gesetzt
    .hint = Reichen Sie die `.config` ein, mit der der Kernel gebaut ist.
embedded-config-line = `{ $line }` ist keine Zeile einer Kernel-Konfiguration
    .hint = Die Zeile wird übergangen.
embedded-rules-empty = hier ist keine Quelldatei mit den Optionen genannt, unter denen sie übersetzt wird
    .hint = Schreiben Sie je Datei eine Zeile: ihren Pfad, dann jede Option, die an sein muss, wie `drivers/net/can/vcan.c CONFIG_CAN_VCAN`.
embedded-rules-line = `{ $line }` ist kein Pfad einer Quelldatei, auf den Optionen folgen
    .hint = Die Zeile wird übergangen, und über ihre Datei wird nichts gefolgert.
embedded-config-alone = `kernel_config` und `kernel_build_rules` sagen nur zusammen etwas
    .hint = Reichen Sie beide ein, oder führen Sie die übersetzten Dateien auf: `compiled_files`.
embedded-of-another-version = was das Dossier über Kernel und Build angibt, gilt für ein anderes Release: Für { $version } folgt daraus nichts
    .hint = Geben Sie `release.version` und die Dateien des Kernels zusammen im Dossier an, und reichen Sie beides ein.

# Was erklärt, wer das Release gebaut hat.
embedded-builder-package = in `{ $package }`
embedded-builder-some-package = in einem Paket, das nicht genannt wird
embedded-origin-cve-check = Yoctos Bericht über Schwachstellen
embedded-origin-source-info = das SPDX-Dokument des Rezepts
embedded-origin-spdx-vex = eine VEX-Beziehung des SPDX-Dokuments
embedded-origin-ignored-cves = Buildroots eigene Prüfung
embedded-origin-analysis = die Analyse im CycloneDX-Dokument
embedded-origin-patch = ein Patch
embedded-builder-fixed = Als behoben erklärt { $about } durch: { $origin }, { $evidence }; nicht bewiesen.
embedded-builder-not-affected = Als nicht zutreffend erklärt { $about } durch: { $origin }, { $evidence }; nicht bewiesen.
embedded-builder-false-positive = Als falsch zugeordnet erklärt { $about } durch: { $origin }, { $evidence }; nicht bewiesen.
embedded-builder-ignored = Übergangen { $about } durch: { $origin }, { $evidence }. Das allein sagt nicht, ob sie zutrifft.
embedded-builder-affected = Als offen erklärt { $about } durch: { $origin }, { $evidence }.
embedded-builder-investigating = Als in Untersuchung erklärt { $about } durch: { $origin }, { $evidence }.
embedded-builder-patch = Genannt wird der Patch `{ $patch }`.
embedded-builder-reason = Angegebener Grund: `{ $reason }`.
embedded-builder-because = In den Worten des Builds: { $because }
embedded-declared = Vom Build erklärt
embedded-declared-hint = Das schließt nichts ab. Es ist das Wort dessen, der das Release gebaut hat: Entscheiden Sie, und sagen Sie, was Sie geprüft haben.
embedded-proposes = Vorgeschlagene Entscheidung: { $status }. Noch hat sie niemand getroffen.
embedded-proposal-taken = Das Formular beginnt mit dem, was der Build erklärt. Prüfen Sie es, bevor Sie entscheiden.

# Was ein Build über seine Pakete schreibt.
embedded-archive-broken = dieses Archiv endet oder bricht ab nach { $files ->
    [one] einer Datei
   *[other] { $files } Dateien
}
    .hint = Reichen Sie das Archiv so ein, wie der Build es geschrieben hat.
embedded-archive-too-large = dieses Archiv enthält mehr als { $files } Dateien oder { $bytes } Byte
    .hint = Lassen Sie die Quelltexte weg (`SPDX_ARCHIVE_SOURCES`, `SPDX_INCLUDE_SOURCES`), oder reichen Sie nur die Dokumente des Images ein.
embedded-archive-without-documents = dieses Archiv enthält kein SPDX-Dokument
    .hint = Yocto schreibt `.spdx.tar.zst` neben das Image, Zephyrs `west spdx` einen Ordner `spdx`.
embedded-spdx-elsewhere = { $count ->
    [one] ein Paket ist in einem anderen Dokument beschrieben, das nicht vorliegt
   *[other] { $count } Pakete sind in anderen Dokumenten beschrieben, die nicht vorliegen
}
    .hint = Reichen Sie alle Dokumente zusammen ein: das `.spdx.tar.zst` neben dem Image oder ein `tar` aus ihnen.
embedded-spdx-document-differs = das sind nicht die Bytes, auf die `{ $by }` verweist: angegeben ist { $algorithm } `{ $stated }`, hier ergibt sich `{ $found }`
    .hint = Reichen Sie das Archiv so ein, wie der Build es geschrieben hat, oder erzeugen Sie die Dokumente des Images gemeinsam neu. Bis dahin ist nicht geprüft, was dieses Dokument beschreibt.
embedded-spdx-document-not-compared = die Prüfsumme, die dieses Dokument von `{ $document }` angibt, nach { $algorithm }, wird nicht verglichen
    .hint = Dokumente werden an Prüfsummen nach SHA-1 und SHA-256 gemessen.
embedded-spdx-doubted = Was von ihr angegeben ist, steht im Dokument `{ $document }`, und das ist nicht das, auf das andere verweisen: Seine Prüfsumme weicht ab.
embedded-spdx-lacking = Kein Dokument hier beschreibt sie: `{ $document }` liegt nicht vor oder enthält sie nicht. Weder ihre Version noch ihre anderen Namen sind bekannt.
embedded-spdx-no-version = vor `SPDXVersion` stehen hier schon Pakete
    .hint = Ein Dokument in Tag-Value-Form beginnt mit `SPDXVersion: SPDX-2.3`.
embedded-spdx-3-version = SPDX `{ $version }` ist nicht 3.0, die hier bekannte Version
    .hint = Es wird als 3.0 gelesen.
embedded-line-unread = `{ $line }` ist keine Zeile einer solchen Liste
    .hint = Die Zeile bleibt weg.
embedded-not-a-list = das hat ein Build über seine Pakete geschrieben; es ist keine Liste dessen, was im Produkt ist
    .hint = Nennen Sie die Datei in `release.build_files`, und reichen Sie die Liste selbst als SBOM ein.
embedded-build-file-unknown = das ist nichts, was ein Build bekanntermaßen über seine Pakete schreibt
    .hint = Gelesen werden Berichte von `cve-check` und `vex`, `show-info` und `pkg-stats`, Paketverzeichnisse, `license.manifest`, `profiles.json`, SPDX und CycloneDX, Patches und Listen von Patches.
embedded-build-file-silent = das sagt nichts über eine Schwachstelle oder ein Paket
    .hint = Ein Patch nennt, was er behebt, in seinem Dateinamen oder in einer Zeile `CVE: CVE-2024-1234` über der Änderung.
embedded-report-no-cve = `{ $id }` ist keine CVE-Kennung
    .hint = Was der Bericht dazu sagt, bleibt weg.
embedded-report-status = `{ $status }` ist kein Status dieses Berichts
    .hint = Bekannt sind `Patched`, `Unpatched` und `Ignored`; was so gesagt ist, bleibt weg.
embedded-too-many-statements = hier stehen mehr als { $most } Aussagen
    .hint = Reichen Sie den Bericht des Images ein, nicht den über alles, was gebaut werden kann.
embedded-buildroot-type = `{ $kind }` ist keine Art von Paket
    .hint = Bekannt sind `target`, `host` und `rootfs`; das Paket bleibt weg.
embedded-buildroot-host = das listet, was auf dem bauenden Rechner läuft, nicht, was im Produkt ist
    .hint = Reichen Sie `manifest.csv` ein, die daneben liegt.
embedded-west-not-frozen = `{ $name }` steht auf `{ $revision }`, was kein Commit ist
    .hint = Schreiben Sie das Manifest mit `west manifest --freeze`: Ein Branch ist morgen ein anderer.
embedded-west-empty = dieses Manifest nennt keine Projekte
    .hint = Schreiben Sie es mit `west manifest --freeze`.
embedded-kernel-differs = das Image wurde mit dem Kernel { $version } gebaut, die Liste nennt { $listed }
    .hint = Reichen Sie beides aus demselben Build ein.
