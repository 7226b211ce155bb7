"""Other people's data as ours: recipes that make seed files, or bodies of the API, of known formats.

A recipe reads line by line, writes what fits, and says of everything else where it stands and why.
"""
