"""Sentences for people, in both languages."""
