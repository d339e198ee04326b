import locale, stat, os


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
print(locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_ALL), locale.getlocale())
print(locale.localeconv()['decimal_point'], locale.format_string('%d %.2f', (12345, 1.5), grouping=True))
print(locale.atof('1.5'), locale.atoi('7'), locale.str(1.5), locale.strcoll('a', 'b') < 0, locale.strxfrm('x'))
attempt(locale.currency, 5)
attempt(locale.setlocale, locale.LC_ALL, 'xx_XX')
attempt(locale.setlocale, 99, 'C')
print(issubclass(locale.Error, Exception), sorted(['b', 'a'], key=locale.strxfrm), f'{1234567.5:n} {1234:n}')

for m in (33188, 16877, 41471, 35309, 17865, 17407, 32768, 0):
    print(stat.filemode(m), oct(stat.S_IMODE(m)), oct(stat.S_IFMT(m)), stat.S_ISREG(m), stat.S_ISDIR(m), stat.S_ISLNK(m))
print(stat.S_IRWXU, stat.S_IXOTH, stat.ST_SIZE, stat.S_IFMT(33188) == stat.S_IFREG)
print(os.EX_OK, os.EX_CONFIG, os.EX_SOFTWARE, os.O_RDWR | os.O_CREAT, os.fsencode('é'), os.fsdecode(b'\xc3\xa9'))
print(os.SEEK_END)
attempt(os.fsencode, 5)
attempt(os.open, '/nope/x', os.O_RDONLY)
