"""What stands in each paper: a builder reads the house and fills the contents model, in one language."""
