# traceback. Specified in: https://docs.python.org/3.11/library/traceback.html
import sys

from _engine import format_error, format_error_only, places, source_line, traceback_places

_given = object()


def _value(exc, value, tb):
    if (value is _given) != (tb is _given):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _given:
        return value
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    error = _value(exc, value, tb)
    if error is None:
        return ["NoneType: None\n"]
    error.__suppress_context__  # an error's own, whatever else may be given
    if chain and (tb is _given or tb is error.__traceback__):
        return _in_entries(format_error(error, limit).splitlines(keepends=True))
    trace = error.__traceback__ if tb is _given else tb
    head = [] if trace is None else format_tb(trace, limit)
    if head:
        head.insert(0, "Traceback (most recent call last):\n")
    return head + format_exception_only(error)


def _in_entries(lines):
    # As TracebackException.format() yields them: what belongs to a frame, or to a sentence between two, in one text.
    entries = []
    for line in lines:
        bare = line.lstrip(" |+-")
        of_frame = entries and entries[-1].lstrip(" |").startswith("File \"") and line.rstrip("\n ").startswith(
            entries[-1][:entries[-1].index("File")] + "  ")
        sentence = entries and entries[-1].strip(" |\n") == "" and bare.startswith(("The above exc", "During handling"))
        after = entries and bare == "\n" and entries[-1].rstrip().endswith(("exception occurred:", "following exception:"))
        if of_frame or sentence or after:
            entries[-1] += line
        else:
            entries.append(line)
    return entries


def _only(error, show_group=False, depth=0):
    # What a traceback ends with; with show_group also what is in a group, further in.
    if error is None:
        yield "NoneType: None\n"
        return
    lines = format_error_only(error).split("\n")
    if not depth and not isinstance(error, SyntaxError):
        notes = getattr(error, "__notes__", None)
        if isinstance(notes, str) and sys.version_info < (3, 13):
            notes = list(notes)
        of_notes = sum(str(note).count("\n") + 1 for note in notes) if isinstance(notes, (list, tuple)) else notes is not None
        yield "\n".join(lines[:len(lines) - of_notes]) + "\n"
        lines = lines[len(lines) - of_notes:]
        if sys.version_info < (3, 13) and notes is not None and not isinstance(notes, (list, tuple)):
            yield "\n".join(lines)  # without an end of the line
            return
    for line in lines:
        yield f"{'   ' * depth}{line}\n"
    if show_group and isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _only(each, True, depth + 1)


def _format_exception_only(exc, value, show_group=False):
    error = exc if value is _given else value
    if error is not None:
        error.__suppress_context__
    if not isinstance(error, NameError):
        return list(_only(error, show_group))
    # What a name may have been meant for is looked for in its frame, which is not asked for here.
    trace, error.__traceback__ = error.__traceback__, None
    try:
        return list(_only(error, show_group))
    finally:
        error.__traceback__ = trace


if sys.version_info >= (3, 13):
    def format_exception_only(exc, /, value=_given, *, show_group=False):
        return _format_exception_only(exc, value, show_group)
else:
    def format_exception_only(exc, /, value=_given):
        return _format_exception_only(exc, value)


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write("".join(format_exception(exc, value, tb, limit, chain)))


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


class FrameSummary:
    __slots__ = ("filename", "lineno", "name", "line", "locals", "end_lineno", "colno", "end_colno", "_shown")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **details):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None and sys.version_info >= (3, 13) else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self.locals = None if locals is None else {name: _shown(value) for name, value in locals.items()}
        self.line = (source_line(lineno) if filename == "main.py" else "") if line is None else line.strip()
        self._shown = f"    {self.line}\n" if self.line else ""

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, at):
        return tuple(self)[at]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format_frame_summary(self, frame_summary, **options):
        told = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        told += frame_summary._shown
        for name, value in sorted((frame_summary.locals or {}).items()):
            told += f"    {name} = {value}\n"
        return told

    def format(self):
        # The same entry more than three times in a row is counted.
        lines, last, count = [], None, 0
        for frame in self:
            told = self.format_frame_summary(frame)
            if told is None:
                continue
            here = frame.filename, frame.lineno, frame.name
            if here != last:
                lines += _repeated(count)
                last, count = here, 0
            count += 1
            if count <= 3:
                lines.append(told)
        return lines + _repeated(count)

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = _limited(list(frame_gen), limit)
        return cls(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name,
                                locals=frame.f_locals if capture_locals else None) for frame, lineno in frames)

    @classmethod
    def from_list(cls, entries):
        return cls(each if isinstance(each, FrameSummary) else FrameSummary(*each[:3], line=each[3]) for each in entries)


def _shown(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


def _repeated(count):
    return [f"  [Previous line repeated {count - 3} more time{'s' if count > 4 else ''}]\n"] if count > 3 else []


def format_list(entries):
    return StackSummary.from_list(entries).format()


def print_list(entries, file=None):
    (sys.stderr if file is None else file).write("".join(format_list(entries)))


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def _summary(file, line, name, shown, end_line, column, end_column):
    summary = FrameSummary(file, line, name, end_lineno=end_line, colno=column, end_colno=end_column)
    summary._shown = shown
    return summary


def extract_tb(tb, limit=None):
    return StackSummary(_summary(*place) for place in _limited(traceback_places(tb), limit))


def extract_stack(f=None, limit=None):
    entries = [FrameSummary(*place) for place in reversed(places())]
    return StackSummary(entries if limit is None else entries[-limit:] if limit >= 0 else entries[:-limit])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_tb(tb, limit)))


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_stack(f, limit)))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, capture_locals=False, **details):
        self._exc_type, self._error = exc_type, exc_value
        self.stack = extract_tb(exc_traceback, limit)
        self._captures = capture_locals
        if capture_locals:
            frames = _limited([frame for frame, _ in walk_tb(exc_traceback)], limit)
            for entry, frame in zip(self.stack, frames):
                entry.locals = {name: _shown(value) for name, value in frame.f_locals.items()}
        self.__cause__ = self.__context__ = None
        if exc_value is not None:
            more = {"limit": limit, "capture_locals": capture_locals}
            if exc_value.__cause__ is not None:
                self.__cause__ = TracebackException.from_exception(exc_value.__cause__, **more)
            if exc_value.__context__ is not None:
                self.__context__ = TracebackException.from_exception(exc_value.__context__, **more)
            self.__suppress_context__ = exc_value.__suppress_context__
        self._limit = limit

    @property
    def exc_type(self):
        if sys.version_info >= (3, 13):
            from warnings import warn
            warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning)
        return self._exc_type

    if sys.version_info >= (3, 13):
        @property
        def exc_type_str(self):
            if self._exc_type is None:
                return None
            module, name = self._exc_type.__module__, self._exc_type.__qualname__
            return name if module in ("__main__", "builtins") else f"{module}.{name}"

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True):
        if not self._captures:
            yield from format_exception(self._error, limit=self._limit, chain=chain)
            return
        before, words = None, ""
        if chain:
            if self.__cause__ is not None:
                before, words = self.__cause__, "The above exception was the direct cause of the following exception"
            elif self.__context__ is not None and not self.__suppress_context__:
                before, words = self.__context__, "During handling of the above exception, another exception occurred"
        if before is not None:
            yield from before.format(chain=chain)
            yield f"\n{words}:\n\n"
        yield "Traceback (most recent call last):\n"
        yield from self.stack.format()
        yield from self.format_exception_only()

    if sys.version_info >= (3, 13):
        def format_exception_only(self, *, show_group=False):
            yield from _only(self._error, show_group)
    else:
        def format_exception_only(self):
            yield from _only(self._error)

    def print(self, *, file=None, chain=True):
        (sys.stderr if file is None else file).write("".join(self.format(chain=chain)))

    def __str__(self):
        return str(self._error)


def print_last(limit=None, file=None, chain=True):
    import sys
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    error = getattr(sys, "last_exc", None) or sys.last_value
    print_exception(error, limit=limit, file=file, chain=chain)

__all__ = [name for name in """
    extract_stack extract_tb format_exception format_exception_only format_list format_stack format_tb print_exc
    format_exc print_exception print_last print_stack print_tb clear_frames FrameSummary StackSummary
    TracebackException walk_stack walk_tb print_list
""".split() if name in globals()]
