"""Problems: every error, in one shape, in two languages."""
