"""The words of deciding, and the rule by which voices become an outcome."""
