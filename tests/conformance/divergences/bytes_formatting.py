# Cause: bytes have no % and none of splitlines() and isalpha().
# Workaround: format text, and encode() it.
print(b"%d items" % 3, b"a\nb".splitlines(), b"abc".isalpha())
