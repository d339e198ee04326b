"""3.14: what traceback prints of a SyntaxError proposes the keyword that was meant."""
import traceback

for text in ("imoprt os", "frm os import path", "whle True: pass", "dfe f(): pass", "retrun 5", "for x im y: pass",
             "if x:\n    pass\nesle:\n    pass", "clas A: pass", "x = 1\nimport os, sys\ndel x y", "a b", "pas s",
             "def f():\n    retrn 1", "wiht open(x) as f:\n    pass", "async def f():\n    awiat g()"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
        print("".join(traceback.format_exception_only(error)))
