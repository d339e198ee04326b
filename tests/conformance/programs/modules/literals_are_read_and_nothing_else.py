import ast


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for s in ["1", "[1, 2.5, 'a', None, True]", "{'a': (1,), 'b': {1, 2}}", "(1)", "()", "1, 2", "-3", "+4", "'a' 'b'", "b'x'", "r'\\n'", "{}", "set()", " 3", "1_000", "0x1F", "1e3", "'''q\n'''", "[1,\n 2, # c\n]", "1 +", "a b"]: show(lambda: ast.literal_eval(s))
for s in ["f()", "a", "1+2", "[x for x in y]", "f'x'", "__import__('os')", "-'a'"]:
    try: print(ast.literal_eval(s))
    except ValueError as e: print("VE", str(e)[:36])
