"""How days are written, where the United Nations write them otherwise than Django does."""
