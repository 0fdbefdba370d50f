//! Who may come in, and what they may do there: passwords, one-time codes, passkeys, sessions, tokens, identities
//! vouched for by others, roles and rights. This room must never keep anything, read a clock or draw randomness:
//! both are handed in. Start reading at `Right`.
