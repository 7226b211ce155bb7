"""The processes: web workers and the job worker."""
