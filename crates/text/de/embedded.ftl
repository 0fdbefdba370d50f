## Was über Geräte gesagt wird: über den Linux-Kernel, die Dateien und Commits, aus denen er gebaut ist, und was daraus folgt.

# What follows for a finding from the release's facts.
embedded-not-compiled = Keine der Quelldateien, die der Eintrag nennt ({ $files }), ist in den Kernel des Release übersetzt, wie { $evidence } zeigt.
embedded-options-off = Die Quelldateien, die der Eintrag nennt ({ $files }), werden nur mit { $options } übersetzt; der Kernel des Release ist ohne gebaut, wie { $evidence } zeigen.
embedded-fix-in-tree = Die Behebung ist im Quellbaum des Kernels: Commit { $commit } steht in { $evidence }.
embedded-fix-carried = Die Behebung ist im Quellbaum des Kernels: Commit { $by } ist aus { $commit } übernommen, wie { $evidence } zeigt.
embedded-compiled = Von den Quelldateien, die der Eintrag nennt, ist { $files } in den Kernel des Release übersetzt, wie { $evidence } zeigt.
embedded-perhaps-compiled = Ob { $files }, vom Eintrag genannt, in den Kernel des Release übersetzt ist, lässt sich mit { $evidence } nicht sagen.
    .hint = Eine Liste mit den eingebundenen Headern sagt mehr: Andere Quelldateien können diese einbinden.
embedded-no-files = Der Eintrag nennt keine Quelldateien; was übersetzt wurde, sagt daher nichts über ihn.
embedded-fix-not-found = Kein Commit, den der Eintrag als Behebung nennt, steht in { $evidence }.
embedded-vendor-tree = Der Kernel ist aus dem Quellbaum `{ $tree }` eines Anbieters gebaut: Seine Versionsnummer allein zeigt nicht, welche Behebungen darin sind.
embedded-vendor-tree-base = Der Kernel ist aus dem Quellbaum `{ $tree }` eines Anbieters gebaut; gesucht wurde er als { $base }, die Version, aus der dieser Baum entstand.
embedded-base = Der Kernel wurde als { $base } gesucht, die Version, aus der sein Quellbaum entstand.
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
embedded-rules-line = `{ $line }` ist kein Pfad, auf den Optionen folgen
    .hint = Die Zeile wird übergangen, und über ihre Datei wird nichts gefolgert.
embedded-config-alone = `kernel_config` und `kernel_build_rules` sagen nur zusammen etwas
    .hint = Reichen Sie beide ein, oder führen Sie die übersetzten Dateien auf: `compiled_files`.
embedded-of-another-version = was das Dossier über den Kernel angibt, gilt für ein anderes Release: Für { $version } folgt daraus nichts
    .hint = Geben Sie `release.version` und die Dateien des Kernels zusammen im Dossier an, und reichen Sie beides ein.
