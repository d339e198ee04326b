import typing
from typing import Optional, TypeVar, Union, get_args, get_origin

T = TypeVar("T")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: Union[int, str])
attempt(lambda: Optional[int])
attempt(lambda: Union[int, None, str, int])
attempt(lambda: Union[int])
attempt(lambda: int | None)
attempt(lambda: Union[int, str] == (int | str))
attempt(lambda: Union[int, str] == Union[str, int])
attempt(lambda: len({Union[int, str], int | str, Union[str, int]}))
attempt(lambda: type(int | str))
attempt(lambda: isinstance(5, Union[int, str]))
attempt(lambda: isinstance(5, Optional[str]))
attempt(lambda: get_args(Optional[int]))
attempt(lambda: get_origin(Union[int, str]) is Union)
attempt(lambda: get_origin(int | str) is Union)
attempt(lambda: Union[list[int], dict[str, int]])
attempt(lambda: typing.List[Optional[int]])
attempt(lambda: Optional["Node"])
attempt(lambda: Union[T, int])
attempt(lambda: Union[T, int][str])
attempt(lambda: Optional[Union[int, str]])
attempt(lambda: Union[int, str][bool])
attempt(lambda: Union[()])
attempt(lambda: Union)
attempt(lambda: typing.Callable[[int], Optional[str]])
attempt(lambda: typing.Literal["a", 1])


def parse(text: Union[str, bytes], limit: Optional[int] = None) -> "int | None":
    return limit


attempt(lambda: typing.get_type_hints(parse))
