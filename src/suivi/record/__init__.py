"""The record: reviews, recommendations, positions; what States were told and what they answered."""
