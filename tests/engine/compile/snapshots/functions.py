@outer(1)
@inner
def every_kind(only, /, both: int, default=1, *args, kw, kwd: str = "x", **kwargs) -> None:
    """Says what it does."""
    return only


def closure_maker(cell_parameter):
    local = cell_parameter

    def closure():
        nonlocal local
        local += cell_parameter
        return lambda: local

    return closure


def implicit_return(flag):
    if flag:
        return 1
    else:
        call()


add = lambda a, b=2, *c: a + b
