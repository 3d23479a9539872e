"""What minutes are made of: the facts that the house knows, and what the rapporteur wrote."""
