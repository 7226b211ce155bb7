"""Questions of analysts, and their answers as files and pictures."""
