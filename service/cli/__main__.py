"""`python -m service.cli` is `circle`."""

from service.cli import main

main()
