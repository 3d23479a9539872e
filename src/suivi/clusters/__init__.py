"""The coalition's thematic groups: which recommendations each takes care of, and who convenes it."""
