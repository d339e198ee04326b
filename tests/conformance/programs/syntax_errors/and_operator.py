if x && y:
    pass
