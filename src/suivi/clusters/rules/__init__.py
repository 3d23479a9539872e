"""The words of clusters, and how recommendations move between them."""
