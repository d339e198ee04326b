plain(1, 2)
plain(a, key=b)
plain(*args)
plain(1, *args, 2, key=3, **kwargs)
plain(**first, key=1, **second)
thing.method(1)
thing.method(1, key=2)
thing.method(*args)
(
    thing
    .first()
    .second(
        argument,
    )
)
print(
    "several",
    lines,
)
