"""What every script of this folder does: read the question, time the answers, print them."""

import json
import sys
import time
from importlib.metadata import version


def answer(package, readers, whole=None):
    """Answer with readers by property, and time the whole texts where there is a function for them."""
    asked = json.load(sys.stdin)
    results, seconds = {}, {}
    for name, read in readers.items():
        quotes = asked["quotes"][name]
        tried(read, quotes[0])
        began = time.process_time()
        results[name] = [tried(read, quote) for quote in quotes]
        seconds[name] = time.process_time() - began
    if whole:
        began = time.process_time()
        for text in asked["texts"]:
            tried(whole, text)
        seconds["texts"] = time.process_time() - began
    json.dump({"version": version(package), "results": results, "seconds": seconds}, sys.stdout)


def tried(read, text):
    """Return what is read, or nothing where the library raises."""
    try:
        return read(text)
    except Exception:  # noqa: BLE001 - whatever another library raises is a value not found
        return None
