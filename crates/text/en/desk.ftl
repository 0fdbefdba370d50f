# What administrators and approvers work with.
