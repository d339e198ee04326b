# __future__: what can be asked for. https://docs.python.org/3.11/library/__future__.html

all_feature_names = ["nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                     "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"]


class _Feature:
    def __init__(self, optional, mandatory):
        self.optional, self.mandatory = optional, mandatory


_old = (2, 1, 0, "beta", 1), (2, 2, 0, "alpha", 0)
nested_scopes = generators = division = absolute_import = with_statement = print_function = _Feature(*_old)
unicode_literals = barry_as_FLUFL = generator_stop = _Feature(*_old)
annotations = _Feature((3, 7, 0, "beta", 1), None)
