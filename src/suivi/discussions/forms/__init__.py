"""What people type in discussions, checked; nothing is saved here."""
