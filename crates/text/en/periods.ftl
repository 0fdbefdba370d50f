# Days, periods, support, retention, size and penalties.

# --- reading the dossier ---
periods-kind-count = a whole number
periods-count-out-of-range = the number must be between 0 and { $most }
    .hint = Write a whole number without separators or a unit, as `8500000`.
