import configparser as c


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


T = '\n# comment\n[DEFAULT]\nbase = /srv\nTimeout: 30\n[web]\nhost = example.org   \nport=8080\ndebug = yes\npath = %(base)s/web\nmulti = one\n    two\n\n    three\n; c\nempty =\nurl = http://%(host)s:%(port)s/\n[db "x"]\nname=a=b\npct = 50%%\nfloat = 1.5\nbad = %(nope)s\nflag = maybe\n'
p = c.ConfigParser()
p.read_string(T)
print(p.sections(), p.defaults(), dict(p['web']), p.options('web'), p.has_section('web'))
print(p.has_option('web', 'HOST'), 'web' in p, list(p), len(p))
w = p['web']
print(w['host'], w.getint('port'), w.getboolean('debug'), w['path'], w['multi'], repr(w['empty']), w['url'])
print(w.get('nope'), w.get('nope', 'd'), w.name, w.parser is p, w, w.getfloat('timeout'))
print(w.getint('zz', fallback=3), w.getint('zz'))
d = p['db "x"']
print(d['name'], d['pct'], d.getfloat('float'), p.get('db "x"', 'pct', raw=True), p.get('web', 'zzz', fallback='F'))
print(p.get('web', 'host', vars={'host': 'V'}), p.items('web'), p.items('db "x"', raw=True))
attempt(lambda: d['bad'])
attempt(d.getboolean, 'flag')
attempt(p.get, 'nope', 'x')
attempt(p.get, 'web', 'nope')
attempt(lambda: p['nope'])
attempt(lambda: w['nope'])
attempt(p.getint, 'web', 'host')
attempt(p.items, 'zz')
attempt(p.options, 'zz')
p.add_section('new')
p.set('new', 'k', 'v')
p['new']['z'] = '1'
p['dict'] = {'a': 1, 'B': 'x'}
print(p.items('new'), dict(p['dict']))
attempt(p.add_section, 'new')
attempt(p.add_section, 'DEFAULT')
attempt(p.add_section, 1)
attempt(p.set, 'new', 'x', 5)
attempt(p.set, 'nosec', 'x', '5')
attempt(p.set, 'new', 'x', '50%')
attempt(lambda: p['new'].__setitem__('q', 4))
print(p.remove_option('new', 'k'), p.remove_option('new', 'k'), p.remove_section('new'), p.remove_section('new'))
attempt(p.remove_option, 'zz', 'a')
import io
f = io.StringIO()
p.write(f)
print(f.getvalue())
f = io.StringIO()
p.write(f, space_around_delimiters=False)
print(f.getvalue())

for bad in ['x=1', '[a]\nb', '[a]\n[a]', '[a]\nb=1\nb=2', '[a]\n=1', '[a]\nx=%(y', '[', '[a', '[a]\n  \n zz']:

    def go():
        q = c.ConfigParser()
        q.read_string(bad)
        return [dict(q[s]) for s in q]
    attempt(go)
q = c.ConfigParser(allow_no_value=True, delimiters=('=',), comment_prefixes=('#',), inline_comment_prefixes=(';',), interpolation=None, strict=False, default_section='common', empty_lines_in_values=False, defaults={'z': '1'})
q.read_string('[a]\nkey\nb = 1 ; comm\nc = 5%\n[a]\nd=2\n[common]\ne=3\n')
print({s: dict(q[s]) for s in q})
q = c.ConfigParser(interpolation=c.ExtendedInterpolation())
q.read_dict({'paths': {'home': '/h', 'my': '${home}/x'}, 'o': {'p': '${paths:my}/y', 'd': '$$5'}})
print(q['o']['p'], q['o']['d'])
q.read_string('[e]\nx=${nope}\ny=${a:b:c}\nz=${q')
attempt(lambda: q['e']['x'])
attempt(lambda: q['e']['y'])
attempt(lambda: q['e']['z'])
r = c.RawConfigParser()
r.read_string('[a]\nb=%(x)s')
print(r['a']['b'])
r.set('a', 'n', None)
print(r.get('a', 'n'))
q = c.ConfigParser()
q.optionxform = str
q.read_string('[A]\nKeY=1')
print(dict(q['A']), q.read('nope.ini'), q.read(['a', 'b']))
q.clear() if hasattr(q, 'clear') else None
print(q.sections())
q.read_dict({'s': {'a': 1, 'b': None}}) if 0 else q.read_dict({'s': {'a': 1}})
print(q['s']['a'])
attempt(q.read_dict, {'t': {'a': 1, 'A': 2}})
x = c.ConfigParser()
x.read_string('[a]\nb=%(b)s\n')
attempt(lambda: x['a']['b'])
q.read_file(['[zz]', 'k=1'])
print(q['zz']['k'], 'k' in q['zz'], len(q['zz']), list(q['zz'].items()))
del q['zz']['k']
attempt(lambda: q['zz'].__delitem__('k'))
del q['zz']
attempt(lambda: q.__delitem__('zz'))
attempt(lambda: q.__delitem__('DEFAULT'))
print(c.ConfigParser.BOOLEAN_STATES, q.popitem()[0], q == {}, c.DEFAULTSECT)

for E in [
    c.NoSectionError('s'),
    c.NoOptionError('o', 's'),
    c.DuplicateSectionError('s'),
    c.DuplicateOptionError('s', 'o'),
    c.ParsingError('f'),
    c.MissingSectionHeaderError('f', 3, 'l'),
    c.InterpolationError('o', 's', 'm'),
    c.InterpolationDepthError('o', 's', 'r'),
    c.InterpolationMissingOptionError('o', 's', 'r', 'ref'),
    c.InterpolationSyntaxError('o', 's', 'm'),
]:
    print(repr(E), E.args, isinstance(E, c.Error), E.message)
b = c.ConfigParser(converters={'list': lambda v: v.split(',')})
b.read_string('[a]\nx=1,2\n')
print(b.getlist('a', 'x'), b['a'].getlist('x'), b['a'].getlist('q', []))
