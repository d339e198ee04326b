import warnings
for i in range(2):
    eval("1 is 1")
    exec("'\\d'")
    c = compile("[1](2)", "x.py", "eval")
exec("assert (1, 'x')\nx = 'a\\d'\n1 is 2")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    eval("'\\d'")
    eval("1 is 3")
    print([(w.filename, w.lineno, str(w.message), w.category) for w in log])
for text in ("1 is 1", "'\\d'", "x =\\\n()()"):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            exec(text)
        except SyntaxError as e:
            print(e, e.lineno)
