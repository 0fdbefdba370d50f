# Time stamps and witnesses of the ledger.
