"""Finding recommendations: words and filters are kept in one inverted index, so that a search is one intersection."""
