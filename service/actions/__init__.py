"""What people, platforms and moderators do: several queries in one transaction, a word a file."""
