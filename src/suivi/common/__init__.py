"""The ground floor: rendering of pages, decisions, files, the look of the site. Knows nothing of the field."""
