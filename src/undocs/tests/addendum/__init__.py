"""How addenda are read."""
