"""Microsoft Teams: activities in, the gateway's replies out as cards. No dialogue is decided here.

The person behind an activity is known only by a pseudonym that dies within a day. No text, name or
identifier of a person or a conversation may reach a log, a metric or a file from here.
"""
