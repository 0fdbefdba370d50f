# Zeitstempel und Zeugen des Registers.
