"""`python -m indicatietool`."""

import sys

from indicatietool.app import main

if __name__ == "__main__":
    sys.exit(main())
