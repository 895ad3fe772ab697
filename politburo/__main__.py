"""``python -m politburo`` is the command ``politburo``."""

import sys

from politburo.cli import main

if __name__ == "__main__":
    sys.exit(main())
