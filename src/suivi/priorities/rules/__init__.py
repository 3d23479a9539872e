"""The words of prioritising, the criteria on offer, and how scores become figures that show their spread."""
