"""A space to discuss and decide together: agenda, sessions, participants, phases, rooms."""
