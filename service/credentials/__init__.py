"""Secrets and proofs of identity: keys, tokens, passwords, handles, codes, signatures."""
