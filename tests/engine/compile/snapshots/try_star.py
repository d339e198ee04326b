def groups():
    try:
        work()
    except* ValueError as group:
        print(group)
    except* (TypeError, KeyError):
        pass
    else:
        print("none")
    finally:
        print("always")
