# concurrent.futures._base: it is all in concurrent.futures.
from concurrent.futures import (ALL_COMPLETED, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED, FIRST_COMPLETED,
                                FIRST_EXCEPTION, PENDING, RUNNING, BrokenExecutor, CancelledError, Executor, Future,
                                InvalidStateError, TimeoutError, as_completed, wait)
