"""Whether two recommendations ask the same, in whatever words and language."""
