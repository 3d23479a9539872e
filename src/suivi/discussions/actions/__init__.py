"""Everything that people do in discussions: write, propose, word otherwise, merge, follow."""
