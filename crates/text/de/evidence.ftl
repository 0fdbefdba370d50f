# Unterlagen und Nachweispakete im Fenster, und die Beispiele.
