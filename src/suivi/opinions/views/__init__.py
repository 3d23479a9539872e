"""The pages of the opinion map: voting, results, preparing."""
