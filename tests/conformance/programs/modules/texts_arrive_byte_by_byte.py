import codecs, io


def attempt(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


attempt(codecs.encode, 'é€')
attempt(codecs.encode, 'é', 'latin-1')
attempt(codecs.encode, 'é', 'ascii')
attempt(codecs.encode, 'é', 'ascii', 'replace')
attempt(codecs.decode, b'\xc3\xa9', 'utf8')
attempt(codecs.decode, b'\xff', 'utf8')
attempt(codecs.decode, b'\xff', 'utf8', 'ignore')
attempt(codecs.encode, 'Hello', 'rot13')
attempt(codecs.decode, 'Uryyb', 'rot_13')
attempt(codecs.encode, b'ab', 'hex')
attempt(codecs.decode, b'6162', 'hex')
attempt(codecs.encode, b'ab', 'base64')
attempt(codecs.decode, b'YWI=\n', 'base64')
attempt(codecs.encode, 'x', 'nope')

for n in [
    'utf8', 'UTF-8', 'latin1', 'ascii', 'utf_16', 'utf-32-le', 'utf-8-sig', 'unicode_escape', 'rot13', 'hex',
    'base64'
]:
    c = codecs.lookup(n)
    print(n, c.name, c._is_text_encoding, len(c), c.encode is c[0])
attempt(codecs.lookup, 'nope')
print(codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF32_BE, codecs.BOM, codecs.BOM_LE)
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([b])) for b in 'aé€😀'.encode()], d.getstate())
d.decode(b'\xe2\x82')
print(d.getstate())
attempt(d.decode, b'', True)
d.reset()
print(d.decode(b'ok', final=True))
d = codecs.getincrementaldecoder('utf-8')(errors='replace')
print([d.decode(b) for b in (b'a\xff', b'\xe2', b'\x82', b'x', b'\xc3')], d.decode(b'', True))
d = codecs.getincrementaldecoder('utf-8')()
attempt(d.decode, b'a\xffb')
d = codecs.getincrementaldecoder('utf-16')()
print([d.decode(bytes([b])) for b in 'aé😀'.encode('utf-16')])
d = codecs.getincrementaldecoder('utf-8-sig')()
print([d.decode(bytes([b])) for b in 'aé'.encode('utf-8-sig')])
e = codecs.getincrementalencoder('utf-16')()
print(e.encode('a'), e.encode('b'))
e = codecs.getincrementalencoder('utf-8')()
print(e.encode('é'), e.encode('', True))
print(list(codecs.iterencode(['a', 'é'], 'utf-8')), list(codecs.iterdecode([b'\xc3', b'\xa9', b'x'], 'utf-8')))
print(codecs.getencoder('utf-8')('é'), codecs.getdecoder('latin-1')(b'\xe9'))
r = codecs.getreader('utf-8')(io.BytesIO('é\nb\n'.encode()))
print(repr(r.read(1)), r.readlines())
w = io.BytesIO()
codecs.getwriter('latin-1')(w).write('é')
print(w.getvalue())
print([l for l in codecs.getreader('utf-8')(io.BytesIO(b'x\ny'))])

for h in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace'):
    f = codecs.lookup_error(h)
    for x in (UnicodeEncodeError('ascii', 'aé€', 1, 3, 'r'), UnicodeDecodeError('utf-8', b'a\xff\xfe', 1, 3, 'r')):
        attempt(f, x)
attempt(codecs.lookup_error, 'nope')


def search(name):
    if name == 'shout':
        return codecs.CodecInfo(lambda s, e='strict': (s.upper().encode(), len(s)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='shout')


codecs.register(search)
attempt(codecs.encode, 'hi', 'shout')
attempt(codecs.decode, b'HI', 'shout')
print(codecs.lookup('shout').name)
