"""The outcome as pictures: what is counted, the table, and the sheet that is printed or sent."""
