"""Problems: all errors in one shape and two languages."""
