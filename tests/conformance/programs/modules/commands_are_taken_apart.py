import fnmatch, getopt, shlex, sys


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e, e.args)

for s in [
    'a b c',
    "a 'b c' d",
    'x "y \\" z" w',
    'a\\ b',
    'a#b # c',
    '\'\' ""',
    "a'b'c",
    "it's",
    'x\\',
    'é ü=1',
    'a;b|c',
    'a "b',
    'a\tb\nc',
    '',
    '  ',
    "-o 1 --foo='x y'",
    '\'a\\b\' \\"',
    'a\\\nb',
    '"a\\nb"',
    "x''y",
]:
    attempt(shlex.split, s)
    attempt(shlex.split, s, comments=True)
    attempt(shlex.split, s, posix=False)
    for k in [dict(), dict(posix=True), dict(punctuation_chars=True), dict(posix=True, punctuation_chars=True)]:
        attempt(lambda: list(shlex.shlex(s, **k)))
for s in ['', 'a b', "it's", 'ok-1', 'x;y', 'é', 'a\nb']:
    print(shlex.quote(s))
print(shlex.join(['echo', 'a b', '$x']))
attempt(shlex.quote, 5)
lx = shlex.shlex('a b\nc', posix=True)
print(lx.get_token(), lx.lineno, lx.get_token(), lx.lineno, lx.get_token(), lx.get_token(), lx.lineno)
lx.push_token('z')
print(lx.get_token())

for p in [
    '*', '*.py', 'a?c', '[abc]', '[!abc]', '[a-c]x', '[]]', '[!]]', '[', '[a', '**', 'a*b*c', '*a*', 'a*b', '[z-a]',
    '[!z-a]', '[a-', '[^a]', 'x[-a]', '[a\\]', '', 'a.b+c', '*.*', '[[a]', '[a-c-e]', '[&~|]', 'a**b', '***', '*a',
    'é*'
]:
    print(p, fnmatch.translate(p), [n for n in ['', 'a', 'b', 'abc', 'x.py', 'aXbXc', ']', '[', 'a.b+c', '-', '^', '\\', '&', 'x-'] if fnmatch.fnmatch(n, p)])
print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.fnmatchcase('A.py', 'a*'))
print(fnmatch.fnmatch(b'ab', b'a*'))


def go(a, *r):
    attempt(getopt.getopt, a.split(), *r)
    attempt(getopt.gnu_getopt, a.split(), *r)

for a in [
    '-a -b -cfoo -d bar a1 a2',
    '-abcfoo x -a',
    '--foo x --bar=3 y',
    '-z',
    '--nope',
    '-c',
    '--ba',
    '--b 1',
    '-- -a',
    '- -a',
    '--foo=3',
    'x -a --bar 2',
    '-a --',
    '--testing',
]:
    go(a, 'abc:d:', ['foo', 'bar=', 'baz', 'test', 'testing='])
attempt(getopt.getopt, ['-a', '--x', '1'], 'a', 'x=')
attempt(getopt.getopt, ['--alpha=1'], '', ['alpha'])
attempt(getopt.gnu_getopt, ['x', '-a'], '+a')

try:
    getopt.getopt(['-q'], 'a')
except getopt.GetoptError as e:
    print(e.msg, e.opt, str(e), repr(e), getopt.error is getopt.GetoptError)
