"""Acts of people, platforms and moderators, a file per word: several queries in one transaction."""
