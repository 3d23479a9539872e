"""From a UN document to the record: drop, check, confirm."""
