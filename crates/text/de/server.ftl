# Die Befehlszeile gegenüber einem Server.
