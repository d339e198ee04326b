def nothing[]():
    pass
