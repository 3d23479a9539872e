"""Papers as files: one contents model, a writer for each form. Knows no database, no Django, no field of work."""
