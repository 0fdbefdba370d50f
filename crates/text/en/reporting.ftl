# Articles 14 to 17: what has to be notified, by when, to whom, and what the notifications say.

# --- the dossier's values ---
reporting-kind-instant = a day, a time and the offset from UTC
reporting-not-an-instant = `{ $written }` is not a day with a time and an offset
    .hint = Write it as `2026-09-14T22:10:00+02:00`, or in UTC as `2026-09-14T20:10:00Z`.
reporting-instant-without-offset = `{ $written }` does not say its offset from UTC, so nobody knows which hour is meant
    .hint = Add the offset, as in `2026-09-14T22:10:00+02:00`, or `Z` for UTC.
