f(**options, *args)
