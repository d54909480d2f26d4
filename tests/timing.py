"""How long a call takes, and whether its time grows faster than what it is given."""

import time

TRIES = 3
"""On a busy machine a call may take long by chance, but not each time."""


def spent(work, *arguments):
    """The seconds of this process that a call takes: other processes don't count."""
    start = time.process_time()
    work(*arguments)
    return time.process_time() - start


def grows_faster(work, short, long, *, most, harmless):
    """Whether ``long`` takes over ``most`` times as long as ``short``, in each try.

    A call of fewer than ``harmless`` seconds is in order, whatever it is made of.
    """
    for _ in range(TRIES):
        after = spent(work, long)
        if after < harmless or after <= most * spent(work, short):
            return False
    return True
