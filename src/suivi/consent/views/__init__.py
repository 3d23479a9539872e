"""The pages of deciding: the list of decisions, one motion, putting it, and ending it."""
