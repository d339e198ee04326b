def main():
    return [await f(x) for x in range(3)]
