"""Shared by all routes: sign-in, access, limits, paging, headers."""
