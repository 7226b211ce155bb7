"""Secrets, and whatever proves who somebody is: keys, tokens, passwords, handles, codes, signatures."""
