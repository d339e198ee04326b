"""TracebackException with the local variables, along the chain, and a stack's own summaries."""
import traceback


def inner(n, rude):
    names = ["a", "b"]
    return names[n]


def outer():
    x = 5
    try:
        inner(x, [1])
    except IndexError as e:
        raise KeyError("k") from e


def main():
    try:
        outer()
    except KeyError as e:
        te = traceback.TracebackException.from_exception(e, capture_locals=True, limit=-1)
        print("".join(te.format()))
        frame = te.__cause__.stack[-1]
        print(frame.name, frame.line, frame.locals, len(te.stack))
        print("".join(traceback.TracebackException.from_exception(e).format(chain=False)))
        summary = traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__), limit=1, capture_locals=False)
        print(summary, summary.format())
        print([(each.lineno, each.name, each.colno is None) for each in traceback.extract_tb(e.__traceback__)])


main()
