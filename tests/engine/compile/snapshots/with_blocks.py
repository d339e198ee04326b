def managed():
    with first() as a, second(), third() as (b, c):
        if a:
            return b
    with fourth():
        raise Error


def in_loop():
    while True:
        with lock:
            if done():
                break
            continue
