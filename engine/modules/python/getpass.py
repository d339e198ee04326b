# getpass: nobody types here, so a password is read as any input is. https://docs.python.org/3.11/library/getpass.html
__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None, **kwargs):
    return input(prompt)


def getuser():
    return "user"
