"""Tests of reading Working Group reports, with invented reports of Orvana."""
