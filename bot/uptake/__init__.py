"""The anonymised log: counters, what may be published of them, and the reports."""
