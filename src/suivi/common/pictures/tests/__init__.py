"""Pictures: what is drawn, where, and that it stands on its own."""
