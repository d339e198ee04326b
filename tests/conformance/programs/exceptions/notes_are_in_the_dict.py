error = ValueError("x")
print(vars(error))
error.add_note("n")
print(vars(error), error.__dict__["__notes__"] is error.__notes__)
error.more = 1
print(sorted(error.__dict__))
del error.__notes__
print(error.__dict__, hasattr(error, "__notes__"))
error.__notes__ = ["m"]
print(vars(error)["__notes__"])
error.add_note("o")
print(vars(error)["__notes__"])
