"""The demo: its town, its guests and its platform."""
