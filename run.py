#!/usr/bin/env python3
"""The door of the project: `python3 run.py run` sets everything up and starts it; `python3 run.py` tells the rest.

Needs Python 3.12 or newer and nothing else. Started with an older one, it looks for a newer one beside it.
"""

import os
import runpy
import sys

from starter.python import newer_python

if __name__ == "__main__":
    python = newer_python(sys.executable, sys.version_info[:3])
    if python == sys.executable:
        runpy.run_module("starter", run_name="__main__")
    else:
        os.execv(python, [python, *sys.argv])  # noqa: S606  the same words, said to the newer Python
