"""`make bench DATA=path/to/facebook_combined.txt.xz`, or `python -m bench PATH`."""

import os
import sys
from pathlib import Path

from bench import http_feed

data = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATA", ""))
if not data.is_file():
    sys.exit("Say which edge list to take: make bench DATA=.../facebook_combined.txt.xz (SNAP ego-Facebook)")
http_feed.main(data)
