"""Every benchmark, or those named: python -m tests.benchmarks [article process ...]."""

import sys
from importlib import import_module

ALL = ("ranking", "article", "memory", "process", "many")


def main(names):
    """Run them one after the other; each prints its own table."""
    unknown = [name for name in names if name not in ALL]
    if unknown:
        sys.exit(f"no benchmark is called {unknown[0]}; they are {', '.join(ALL)}")
    for name in names or ALL:
        print(f"\n== {name}", flush=True)
        import_module(f"tests.benchmarks.bench_{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
