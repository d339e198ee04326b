#!/usr/bin/env python3
"""Does each file include the standard headers that it uses? python3 includes.py

Compilers do not see it, as the headers that most files include are precompiled (AWAITSCOPE_PCH) and so there for all.
A header counts for whoever includes one of ours that includes it. Prints what is missing where, and ends with
`N passed, N failed`, in files; the exit status is 1 if any failed.
"""
import functools
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ("engine", "ui", "web", "tests")

# What is only in that header, of what is precompiled (CMakeLists.txt).
NAMES = {
    "algorithm": r"std::(?:all_of|any_of|none_of|find|find_if|find_if_not|count_if|equal|fill_n|transform|remove_if|"
                 r"reverse|rotate|unique|lower_bound|upper_bound|equal_range|binary_search|sort|stable_sort|nth_element|"
                 r"partial_sort|partition|stable_partition|min_element|max_element|minmax_element|clamp|replace|is_sorted|"
                 r"lexicographical_compare|set_difference|set_intersection|copy_if|copy_n|for_each)\b",
    "array": r"std::array\b",
    "cmath": r"std::(?:ceil|floor|fabs|fmod|isfinite|isinf|isnan|ldexp|frexp|log|log2|log10|exp|pow|round|sqrt|trunc|"
             r"signbit|copysign|hypot|nextafter|sin|cos|tan|lround)\(",
    "cstdint": r"\bu?int(?:8|16|32|64|ptr)_t\b",
    "cstdio": r"\bstd::(?:FILE|f?printf|snprintf|fopen|fclose|fread|fwrite|fputs|puts|fgetc|sscanf|rename)\b",
    "cstdlib": r"\bstd::(?:malloc|calloc|realloc|free|getenv|strtod|strtoll?|strtoull?|exit|abort|_Exit|atoi|atoll)\b",
    "cstring": r"\bstd::(?:mem(?:cpy|cmp|move|set|chr)|str(?:len|n?cmp|chr|rchr|str))\b",
    "memory": r"std::(?:unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared|enable_shared_from_this)\b",
    "optional": r"std::(?:optional|nullopt)\b",
    "span": r"std::span\b",
    "string": r"std::(?:string|u32string|to_string|stoul|stoull|stoi|stod)\b",
    "string_view": r"std::(?:u32)?string_view\b",
    "unordered_map": r"std::unordered_map\b",
    "utility": r"std::(?:move|forward|exchange|pair|make_pair|swap)\b",
    "vector": r"std::vector\b",
}
NAMES = {header: re.compile(pattern) for header, pattern in NAMES.items()}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def read(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


@functools.cache
def headers_of(path: str) -> frozenset[str]:
    """The standard headers that come with it."""
    headers = set()
    for kind, name in INCLUDE.findall(read(path)):
        if kind == "<":
            headers.add(name)
            continue
        for ours in (name, os.path.join(os.path.dirname(path), name)):
            if os.path.exists(os.path.join(ROOT, ours)):
                headers |= headers_of(ours)
    return frozenset(headers)


def missing(path: str) -> list[str]:
    code = COMMENT_OR_TEXT.sub(" ", read(path))
    return [f"<{header}> for {found.group()}" for header, pattern in NAMES.items()
            if header not in headers_of(path) and (found := pattern.search(code))]


def main() -> int:
    paths = [os.path.relpath(os.path.join(folder, name), ROOT)
             for top in FOLDERS for folder, _, names in os.walk(os.path.join(ROOT, top))
             for name in names if name.endswith((".cpp", ".h")) and "node_modules" not in folder]
    faults = {path: missing(path) for path in sorted(paths)}
    for path, words in faults.items():
        for word in words:
            print(f"{path}: {word}")
    failed = sum(bool(words) for words in faults.values())
    print(f"{len(faults) - failed} passed, {failed} failed")
    return 1 if failed or not faults else 0


if __name__ == "__main__":
    sys.exit(main())
