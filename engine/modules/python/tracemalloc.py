# tracemalloc, where memory is not traced: it can be started and stopped, and has seen nothing.
# Specified in: https://docs.python.org/3.11/library/tracemalloc.html
_limit = 0


def start(nframe=1, /):
    global _limit
    if not 1 <= nframe <= 65535:
        raise ValueError("the number of frames must be in range [1; 65535]")
    _limit = nframe


def stop():
    global _limit
    _limit = 0


def is_tracing():
    return _limit > 0


def get_traceback_limit():
    return _limit or 1


def get_traced_memory():
    return 0, 0


def get_tracemalloc_memory():
    return 0


def clear_traces():
    pass


def reset_peak():
    pass


def get_object_traceback(obj):
    return None


class Filter:
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        self.inclusive, self.filename_pattern, self.lineno = inclusive, filename_pattern, lineno
        self.all_frames, self.domain = all_frames, domain


class Snapshot:
    traces, traceback_limit = (), 1

    def filter_traces(self, filters):
        return self

    def statistics(self, key_type, cumulative=False):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        return []

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        return self.statistics(key_type)


def take_snapshot():
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot()
