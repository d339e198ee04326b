import difflib, random
random.seed(4)
def show(a, b):
    print("\n".join(difflib.ndiff(a, b))); print("\n".join(difflib.unified_diff(a, b, "x", "y", lineterm=""))); print("\n".join(difflib.context_diff(a, b, "x", "y", lineterm="")))
show("one\ntwo\nthree\nfour".split("\n"), "ore\ntree\nemu\nfour".split("\n"))
words = "alpha beta gamma delta epsilon zeta".split()
for _ in range(6):
    a = [random.choice(words) + random.choice(["", " x", "1"]) for _ in range(random.randrange(12))]
    b = [random.choice(words) + random.choice(["", " x", "1"]) if random.random() < .4 else (random.choice(a) if a else "q") for _ in range(random.randrange(12))]
    show(a, b)
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
