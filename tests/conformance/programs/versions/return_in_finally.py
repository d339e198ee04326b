def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def loop():
    for number in range(3):
        try:
            1 / number
        except ZeroDivisionError:
            pass
        finally:
            if number == 1:
                break
            continue
    return number


print(swallow(), loop())
