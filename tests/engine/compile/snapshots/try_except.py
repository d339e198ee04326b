def handled():
    try:
        first()
    except ValueError:
        second()
    except (TypeError, KeyError) as error:
        return error
    except:
        raise
    else:
        third()


def cleaned():
    for item in items:
        try:
            if item:
                continue
            if not item:
                break
            return item
        finally:
            cleanup()


def nested():
    try:
        try:
            inner()
        finally:
            raise Error() from None
    except Error as error:
        print(error)
