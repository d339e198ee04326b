def pair[T, T](a: T, b: T):
    return a, b
