# What needs somebody today.
