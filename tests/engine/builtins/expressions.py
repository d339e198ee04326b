#!/usr/bin/env python3
"""Write what this CPython makes of every expression in the list of expressions_test.cpp.

    python3.11 expressions.py && python3.14 expressions.py && python3.15 expressions.py

A line of expressions.txt is an expression, " -> " and its repr, or the type and text of its exception, in 3.11.
Lines that begin with # are comments. What is in expressions.3.14.txt is where 3.14 says something else, in
expressions.3.15.txt where 3.15 says something else than 3.14: each is written by the Python of its name.
"""
import os
import sys
import warnings

VERSIONS = ("3.11", "3.14", "3.15")  # oldest first
FOLDER = os.path.dirname(os.path.abspath(__file__))


def path_of(version):
    return os.path.join(FOLDER, "expressions.txt" if version == VERSIONS[0] else f"expressions.{version}.txt")


def lines_of(version):
    with open(path_of(version), encoding="utf-8") as file:
        return file.read().splitlines()


def outcome(expression):
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    return ascii(result)[1:-1] if "\n" in result or not result.isprintable() else result


def main():
    version = ".".join(map(str, sys.version_info[:2]))
    if version not in VERSIONS:
        sys.exit(f"{version} is no version that is compared: {', '.join(VERSIONS)}")
    warnings.simplefilter("ignore")
    older = VERSIONS[:VERSIONS.index(version)]
    known = dict(line.split(" -> ", 1) for each in older for line in lines_of(each) if line and line[0] != "#")
    lines = []
    for line in lines_of(VERSIONS[0]):
        if line.startswith("#") or not line:
            if not older:
                lines.append(line)
            continue
        expression = line.split(" -> ")[0]
        result = outcome(expression)
        if known.get(expression) != result:
            lines.append(f"{expression} -> {result}")
    with open(path_of(version), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print(f"{version}: {len(lines)} lines")


main()
