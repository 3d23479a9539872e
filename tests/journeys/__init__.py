"""Stories told in a real browser, one for each kind of person."""
