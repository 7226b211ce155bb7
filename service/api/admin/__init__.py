"""Routes for admins and moderators."""
