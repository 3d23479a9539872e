"""The pages of the record: the list, one recommendation, reviews, documents, saved views."""
