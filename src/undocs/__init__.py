"""Reads documents of the Universal Periodic Review into records. No Django, no database, no network."""
