"""The circle of a person: its shares in order, search in it, and suggestions for it."""
