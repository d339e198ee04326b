#!/usr/bin/env python3
"""Write what CPython 3.11 makes of every expression in expressions_test.cpp's list.

    python3 expressions.py < expressions.txt > new.txt

A line of expressions.txt is an expression, " -> " and its repr, or the type and text of its exception.
Lines that begin with # are comments. The results on the way in are ignored.
"""
import sys
import warnings

warnings.simplefilter("ignore")
sys.stdin.reconfigure(encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8")
for line in sys.stdin:
    line = line.rstrip("\n")
    if line.startswith("#") or not line:
        print(line)
        continue
    expression = line.split(" -> ")[0]
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "->", ascii(result)[1:-1] if "\n" in result or not result.isprintable() else result)
