"""Everything that changes an import, and what an import changes in the record."""
