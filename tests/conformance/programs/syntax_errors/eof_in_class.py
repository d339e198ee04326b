class A:

    def f(self):
        # only a comment
