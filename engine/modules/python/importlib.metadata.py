# importlib.metadata: nothing is installed here. https://docs.python.org/3.11/library/importlib.metadata.html
__all__ = ["PackageNotFoundError", "distribution", "distributions", "entry_points", "files", "metadata", "requires",
           "version"]


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


def distribution(distribution_name):
    if not distribution_name:
        raise ValueError("A distribution name is required.")
    raise PackageNotFoundError(distribution_name)


version = metadata = requires = files = distribution


def distributions(**kwargs):
    return iter(())


def entry_points(**params):
    return ()
