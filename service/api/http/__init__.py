"""What every route shares: sign-in, access, limits, paging, headers."""
