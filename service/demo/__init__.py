"""The demo: its town loaded once, its guests and its platform."""
