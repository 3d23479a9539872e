"""The pages of clusters: the board, one cluster, gathering, suggestions."""
