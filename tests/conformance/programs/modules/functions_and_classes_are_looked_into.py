import inspect as I, sys, functools, types


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


def f(a, b=2, /, c=3, *d, e, g: int=5, **h) -> str:
    """Doc of f.

    more
      deep
    """
    x = 1
    return locals()


class A:
    """Class doc."""
    attr = 1

    def m(self, y):
        """m doc"""
        return y

    @classmethod
    def cm(cls):
        pass

    @staticmethod
    def sm(q):
        pass

    @property
    def p(self):
        """prop"""
        return 1


class B(A):

    def m(self, y):
        return 2


print(I.getfullargspec(f))
print(I.getfullargspec(A.m), I.getfullargspec(A().m), I.getfullargspec(A.cm))
attempt(I.getfullargspec, 5)
attempt(I.getcallargs, f, 1, e=2)
attempt(I.getcallargs, f, 1, 2, 3, 4, 5, e=2, z=9)
attempt(I.getcallargs, f)
attempt(I.getcallargs, f, 1)
attempt(I.getcallargs, lambda a: 0, 1, 2)
attempt(I.getcallargs, lambda a: 0, a=1, b=2)
attempt(I.getcallargs, lambda a: 0, 1, a=2)
print(I.getdoc(f))
print(I.getdoc(B.m), I.getdoc(B), I.getdoc(A.p))
print(repr(I.cleandoc('  a\n    b\n      c\n\n')))
print(I.getsource(f))
print(I.getsource(A.m))
print(I.getsource(A))
print(I.getsource(lambda z: z + 1))
print(I.getsourcelines(A.cm))
attempt(I.getsource, len)
attempt(I.getsource, 5)
print(I.getsourcefile(f)[-3:], I.getfile(f)[-3:], I.getfile(A)[-3:])
attempt(I.getfile, len)
attempt(I.getfile, int)


def commented():
    pass


print(repr(I.getcomments(commented)), I.getcomments(f))


class G:
    x = 1

    def __getattr__(s, n):
        return 'dyn'

    @property
    def p(s):
        return 'called'
    __slots__ = ()


g = G()
print(type(I.getattr_static(g, 'p')).__name__, I.getattr_static(g, 'x'), I.getattr_static(g, 'zz', 'none'))
attempt(I.getattr_static, g, 'zz')
print(type(I.getattr_static(A, 'cm')).__name__, type(I.getattr_static(A, 'sm')).__name__)
print(I.getattr_static(A(), 'attr'))


def gen(n):
    loc = n * 2
    yield loc
    yield n


it = gen(3)
print(I.getgeneratorlocals(it))
next(it)
print(I.getgeneratorlocals(it))
it.close()
print(I.getgeneratorlocals(it))
attempt(I.getgeneratorlocals, 5)

async def co(q):
    w = q + 1
    await asyncio.sleep(0)
import asyncio
c = co(1)
print(I.getcoroutinelocals(c))
c.send(None)
print(I.getcoroutinelocals(c))
c.close()
print(I.getcoroutinelocals(c))
attempt(I.getcoroutinelocals, 5)
print(I.getclosurevars(f).nonlocals, sorted(I.getclosurevars(gen).globals), I.getmodulename('/a/b.py'))
print(I.getmodulename('x'))


def outer():
    v = 1

    def inner():
        return (v, len, undefined_name, g)
    return inner


cv = I.getclosurevars(outer())
print(cv.nonlocals, sorted(cv.globals), sorted(cv.builtins), cv.unbound)
print(I.isroutine(len), I.isroutine(f), I.isroutine(A), I.ismethoddescriptor(str.join), I.isdatadescriptor(A.p))
print(I.ismethoddescriptor(f), I.isgetsetdescriptor(types.FunctionType.__code__), I.ismemberdescriptor(f))
print(I.isframe(sys._getframe()), I.istraceback(None), I.isgenerator(it), I.isabstract(A), I.isbuiltin(len))
print(I.isfunction(A.m), I.ismethod(A().m), I.isroutine(A().m))
print(I.ismethodwrapper(''.__str__) if hasattr(I, 'ismethodwrapper') else '')


def where():
    fr = I.currentframe()
    return (fr.f_code.co_name, fr.f_back.f_code.co_name, I.stack()[0].function, I.stack()[1].function, I.stack()[0].lineno == fr.f_lineno, I.stack()[0].code_context[0].strip()[:10], I.stack()[0].index, type(I.stack()[0]).__name__, I.getframeinfo(fr).function, I.getframeinfo(fr).filename[-3:], len(I.getouterframes(fr)) >= 2, I.getlineno(fr) == fr.f_lineno)


print(where())


def args(a, *b, **c):
    return I.getargvalues(I.currentframe())


print(args(1, 2, z=3))
print(I.formatargvalues(*args(1, 2, z=3)))

try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(I.getframeinfo(tb).lineno == tb.tb_lineno, [x.function for x in I.getinnerframes(tb)], I.trace()[0].function)
print([n for n, v in I.getmembers(A, I.isfunction)])
print(I.getclasstree([A, B]), I.getmro(B))
print(I.indentsize('    x'), I.formatannotation(int), I.formatannotation(list[int]))
print(I.getblock(['def f():\n', '    pass\n', 'x\n']))


@functools.wraps(f)
def wr(*a, **k):
    return f(*a, **k)


print(I.unwrap(wr) is f, I.signature(wr) == I.signature(f), I.signature(f))
print(I.CO_OPTIMIZED, I.CO_NEWLOCALS, I.TPFLAGS_IS_ABSTRACT, I.Traceback._fields, I.FrameInfo._fields[:2])
print(I.Attribute._fields, I.ArgInfo._fields, I.FullArgSpec._fields, I.ClosureVars._fields)
b = I.signature(f).bind(1, e=2)
b.apply_defaults()
print(b, b.args, b.kwargs, b.arguments)
attempt(I.signature(f).bind)
s = I.signature(f)
print(s.parameters['g'], s.parameters['g'].kind.description, s.return_annotation, s.replace(return_annotation=int))
print(s.parameters['a'].replace(name='zz'), hash(s) == hash(I.signature(f)))
print(str(I.Parameter('x', I.Parameter.KEYWORD_ONLY, default=1)))
attempt(I.Parameter, '1x', I.Parameter.KEYWORD_ONLY)
attempt(I.Signature, [I.Parameter('a', 3), I.Parameter('b', 1)])
attempt(I.signature, 5)
attempt(I.Parameter, 'x', I.Parameter.VAR_POSITIONAL, default=1)
attempt(I.Signature, [I.Parameter('a', 1, default=1), I.Parameter('b', 1)])
attempt(I.Signature, [I.Parameter('a', 1), I.Parameter('a', 1)])
if sys.version_info >= (3, 14):
    print(s.format(max_width=20))
print(I.isawaitable(co), I.iscoroutinefunction(co), I.isasyncgenfunction(f), I.isgeneratorfunction(gen))
print(I.getabsfile(f)[-3:], I.getmodule(f).__name__, I.getmodule(A).__name__, I.ismodule(I))
