# Signing in with another provider's identity.
