"""Analysts' questions, and their answers as files and pictures."""
