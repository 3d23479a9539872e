"""What comes through the gate, and what is confined."""
