# What the traceback module says of what is no exception.
import traceback

CALLS = """
print_exception(42) format_exception(42) format_exception_only(42) format_exception_only(None) format_exception(None) print_exception(None)
format_exception(ValueError,42,None) format_exception(ValueError,None,None) format_exception(42,ValueError(1),None) format_exception(ValueError(1),2)
format_exception_only(42,43) format_exception_only(ValueError,43) format_exception_only(None,ValueError(3)) format_exception('x')
format_exception(ValueError) TracebackException.from_exception(42) format_tb(None) format_exception() print_exception()
""".split()
for call in CALLS:
    try:
        print(call, "->", eval("traceback." + call))
    except BaseException as error:
        print(call, "->", type(error).__name__, error)
