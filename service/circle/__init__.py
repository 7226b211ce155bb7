"""The circle: what a person sees, searches and is suggested."""
