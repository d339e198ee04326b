def match_all(subject):
    match subject:
        case 0 | -1 | "text":
            return "literal"
        case None | True:
            return "singleton"
        case names.CONSTANT:
            return "value"
        case [first, *_, last] if first < last:
            return first, last
        case [x, [y, 1], *rest]:
            return x, y, rest
        case {"key": value, **others}:
            return value, others
        case {}:
            return "mapping"
        case Point(0, y=position) | Point(position, 0):
            return position
        case (str() | bytes()) as text:
            return text
        case _:
            return "anything"


def one_case(subject):
    match subject:
        case (a, b) | [b, a, _]:
            print(a, b)
    return None
