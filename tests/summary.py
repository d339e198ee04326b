"""summary.py RESULT.xml...: count the test cases in what ctest wrote (--output-junit).

A test program says how many cases it had: doctest in its own words, the others in a line "N passed, N failed". One
that says nothing counts as one case. A result that is not there (nothing was built) is one failure. Prints what
failed and, last, "N passed, N failed"; the exit status is 1 if anything failed.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

DOCTEST = re.compile(r"^\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed", re.MULTILINE)
PLAIN = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def count(case: ElementTree.Element) -> tuple[int, int]:
    """The cases of one ctest test that passed and that failed."""
    output = COLOURS.sub("", case.findtext("system-out") or "")
    said = DOCTEST.findall(output) or PLAIN.findall(output)[-1:]
    passed = sum(int(each[0]) for each in said)
    failed = sum(int(each[1]) for each in said)
    if case.get("status") == "run":
        return (passed, failed) if said else (1, 0)
    return passed, max(failed, 1)  # it may have ended before it could count


def main(paths: list[str]) -> int:
    passed = failed = 0
    for path in paths:
        try:
            cases = ElementTree.parse(path).getroot().findall("testcase")
        except (OSError, ElementTree.ParseError):
            cases = []
        if not cases:
            print(f"no results: {path}")
            failed += 1
        for case in cases:
            case_passed, case_failed = count(case)
            passed += case_passed
            failed += case_failed
            if case_failed:
                print(f"failed: {case.get('name')} ({case_failed}; {path})")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
