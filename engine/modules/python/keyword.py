# keyword. Specified in: https://docs.python.org/3.11/library/keyword.html
import sys as _sys

__all__ = ["iskeyword", "issoftkeyword", "kwlist", "softkwlist"]
kwlist = ("False None True and as assert async await break class continue def del elif else except finally for from "
          "global if import in is lambda nonlocal not or pass raise return try while with yield").split()
softkwlist = ["_", "case", "match"]
if _sys.version_info >= (3, 12):
    softkwlist.append("type")
if _sys.version_info >= (3, 15):
    softkwlist.insert(2, "lazy")
iskeyword = frozenset(kwlist).__contains__
issoftkeyword = frozenset(softkwlist).__contains__
