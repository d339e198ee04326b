text = "  The quick brown fox  "
print(text.strip(), text.lstrip() + "|", text.rstrip() + "|", text.upper(), text.lower(), text.title(), text.swapcase())
print(text.split(), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a\nb\r\nc".splitlines(), "a\nb".splitlines(True))
print("-".join("abc"), "abc".replace("b", "X"), "aaa".replace("a", "b", 2), "abcabc".count("bc"), "abcabc".find("c"), "abcabc".rfind("c"), "x".find("y"))
print("abc".startswith("ab"), "abc".endswith(("x", "c")), "abc".startswith("b", 1), "abc" in "xabcx", "abc" < "abd", "B" < "a", "abc" == "abc")
print("42".zfill(5), "-42".zfill(5), "x".center(7, "*"), "x".ljust(4) + "|", "x".rjust(4), "a\tb".expandtabs(4), "Hello"[1:4], "Hello"[::-1], "Hello"[-3:])
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "ABC".isupper(), "abc".islower(), "a b".isidentifier(), "name".isidentifier(), "".isalpha())
print("key=value".partition("="), "none".partition("="), "a=b=c".rpartition("="), "hello".capitalize(), "ß".casefold(), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"))
print("abc".index("b"), "%".join(["a", "b"]), "abc" * 2, 3 * "-", "a" "b" 'c', len("naïve"), "é".encode(), "日本".encode("utf-8"), b"caf\xc3\xa9".decode())
print("hello world".translate(str.maketrans("lo", "01")), "hello".translate(str.maketrans({"l": None, "h": "J"})), "abc".maketrans("a", "b"))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t newline\n back\\ \x00 \x7f é \u200b 日"), ascii("é日😀"), repr("😀"))
print(ord("a"), chr(97), chr(8364), ord("€"), "a".encode().hex(), "\u0041\x42\103", r"raw\n", "line\
continued")
print(sorted("banana"), set("aa"), list("abc"), tuple("ab"), max("abc"), "".join(reversed("abc")), "".join(sorted("hello")))
words = "the cat sat on the mat with the hat".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3], max(words, key=len), sorted(set(words), key=words.index))
print(" ".join(w.capitalize() for w in words[:3]), [w[0] for w in words], "".join(c for c in "a1b2" if c.isdigit()))
is_palindrome = lambda s: (t := [c.lower() for c in s if c.isalnum()]) == t[::-1]
print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("nope"))
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.isalpha() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("hello, world", 3), -3))
print("""triple
  quoted "text" """, '''single''', "a" if "" else "b", "x" or "y", "" and "z")
print("{:>8}".format("right"), "mixed %s and {}".format(1) % 2, "tab\tsep", "null:", "\0" in "a\0b", "A" "\N{BULLET}")
print("abcdef"[1:5:2], "abcdef"[:-2], "abcdef"[10:], "abcdef"[-100:2], "abc"[slice(0, 2)], "a,b;c".replace(";", ",").split(","))
print("one two".split(" "), " a  b ".split(" "), "".split(), "".split(","), "a b c".split(maxsplit=1), "abc".split("abc"))
print("Straße".upper(), "İ".lower(), "ǆ".title(), "ﬁ".upper(), "Σας".lower(), "a-b_c d".title(), "they're".title())
