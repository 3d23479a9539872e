"""Pages of the import: the drop, the check, what a person says, pictures of pages."""
