"""What an opinion map holds, what is shown next to whom, and what came out."""
