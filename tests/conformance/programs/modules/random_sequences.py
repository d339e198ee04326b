import random

random.seed(42)
print(random.random(), random.random())
print([random.randint(1, 6) for _ in range(10)])
print(random.choice(["a", "b", "c"]), random.choices("xyz", k=5), random.choices([1, 2], weights=[1, 9], k=6))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(items, 4), random.sample(range(1000), 12))
print(random.uniform(1, 2), random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2))
print(random.getrandbits(8), random.getrandbits(100), random.randrange(0, 100, 7), random.randrange(5))
print(random.expovariate(2), random.triangular(1, 5, 2), random.betavariate(1, 2), random.gammavariate(2, 1))
print(random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.randbytes(4))
random.seed("a text seed")
print(random.random(), random.randint(0, 10 ** 12))
random.seed(b"bytes")
print(random.random())
random.seed(-123456789012345678901234567890)
print(random.random())
random.seed(3.5)
print(random.random())
own = random.Random(7)
other = random.Random(7)
print([own.randint(0, 99) for _ in range(5)] == [other.randint(0, 99) for _ in range(5)])
state = own.getstate()
first = own.random()
own.setstate(state)
print(first == own.random(), own.choices(["red", "black"], cum_weights=[18, 36], k=3))
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2),
            lambda: random.randrange(0), lambda: random.sample({1, 2}, 1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
