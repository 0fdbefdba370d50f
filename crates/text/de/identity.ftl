# Anmeldung mit der Identität eines anderen Anbieters.
