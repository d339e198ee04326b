import builtins
import sys

print(sys.version_info)
print(sys.version_info[:2], sys.version_info.major, sys.version_info.minor >= 11, sys.version_info.releaselevel)
print(sys.version_info > (3, 10), sys.version_info >= (3, 14), f"{sys.version_info.major}.{sys.version_info.minor}")
for name in ("PythonFinalizationError", "ExceptionGroup", "frozendict", "sentinel"):
    print(name, hasattr(builtins, name))
