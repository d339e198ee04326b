import re

print(re.findall("\d+", "a1b22"), "\.", b"\q", "\400"[0:0])
print(f"\w{1}")
