"""What happens to people and coalitions: founding, inviting, changing, ending. Every write of this floor is here."""
