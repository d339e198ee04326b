def check(n):
    if n > 3
        return True
    return False
