"""Writes character_names.inc: the names of the characters that programs name with \\N{...}.

    python3 character_names.py > character_names.inc

Blocks of letters, signs, arrows, shapes and pictures; @HEX is the character that the next line names, and each line
after it names the following one.
"""
import unicodedata

BLOCKS = [(0x20, 0x17f), (0x2b0, 0x2df), (0x300, 0x30f), (0x370, 0x3ff), (0x400, 0x45f), (0x2000, 0x206f),
          (0x2070, 0x209c), (0x20a0, 0x20bf), (0x2100, 0x214f), (0x2150, 0x218b), (0x2190, 0x22ff), (0x2300, 0x23ff),
          (0x2460, 0x24ff), (0x2500, 0x27bf), (0x2b00, 0x2b55), (0x1f300, 0x1f64f), (0x1f680, 0x1f6ff),
          (0x1f900, 0x1f9ff)]


def main():
    following = None
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            name = unicodedata.name(chr(code), "")
            if not name:
                continue
            if code != following:
                print(f'"@{code:X}\\n"')
            print(f'"{name}\\n"')
            following = code + 1


main()
