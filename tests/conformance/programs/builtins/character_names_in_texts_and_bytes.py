# A character is named the same way in a text and in bytes that are decoded, in letters of either case.
print("\N{BULLET}\N{greek small letter alpha}\N{Rightwards Arrow}")
for escaped in (b"\\N{BULLET}", b"a\\N{greek small letter alpha}b", b"\\N{Rightwards Arrow}\\n"):
    print(repr(escaped.decode("unicode_escape")))
for wrong in (b"\\N", b"\\N{", b"\\N{}", b"\\NBULLET"):
    try:
        wrong.decode("unicode_escape")
    except UnicodeDecodeError as error:
        print(error)
