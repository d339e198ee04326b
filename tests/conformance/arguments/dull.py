# Values that a function is not given, since python3 itself would never end.
HUGE = ["2**63-1", "2**70", "-2**63", "-2**70", "1e200"]
DULL = [
    (r".*\b(__(r|i)?pow__|pow|__r?lshift__|lshift|__ilshift__|ilshift|ipow)", HUGE),
    (r"math\.(comb|perm|factorial|ldexp)", HUGE),
    (r"itertools\..*|.*\.itertools\..*", ["2**63-1"]),
    (r"builtins\.(pow|sum)", HUGE),
    (r"1\.int\.__r(pow|lshift)__", ["3", "-1"]),
    (r".*(gamma|beta)variate", [*HUGE, "nan", "inf"]),
]
