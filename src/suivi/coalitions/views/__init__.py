"""The pages of people: the first start, the members of a coalition, invitations, oneself."""
