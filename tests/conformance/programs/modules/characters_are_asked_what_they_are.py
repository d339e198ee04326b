import unicodedata as u


def attempt(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


attempt(u.name, '\x00')
attempt(u.name, '\x00', 'd')
attempt(u.name, 'ab')
attempt(u.name, 5)
attempt(u.name, '')
attempt(u.digit, 'x')
attempt(u.digit, 'x', -1)
attempt(u.decimal, '²')
attempt(u.decimal, '٣')
attempt(u.digit, '²')
attempt(u.numeric, '½')
attempt(u.numeric, 'x')
attempt(u.numeric, 'x', None)
attempt(u.lookup, 'nope')
attempt(u.lookup, 'greek small letter alpha')
attempt(u.lookup, 'LATIN SMALL LETTER E WITH ACUTE')
attempt(u.normalize, 'NFX', 'a')
attempt(u.normalize, 'NFC', 5)
attempt(u.category, 'ab')
attempt(u.category, 5)
attempt(u.combining, 'ab')
attempt(u.is_normalized, 'NFC', 'é')
attempt(u.is_normalized, 'NFD', 'é')
attempt(u.name, '中')
attempt(u.name, '한')
attempt(u.lookup, 'CJK UNIFIED IDEOGRAPH-4E2D')
attempt(u.lookup, 'HANGUL SYLLABLE HAN')
attempt(u.name, '\ue000')
import sys
text = 'Café ﬁ ½ ² Å ạ̈ é ẛ̣ 한글 각 한 ㎏ ｱ ガ ̈́ Ω בּ क़ ạ̇ ạ̇ q̣̇ 가 ℌ ①'

for f in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    x = u.normalize(f, text)
    print(ascii(x), u.is_normalized(f, text), u.is_normalized(f, x))
print(u.normalize('NFKD', 'Ünïcödé façade').encode('ascii', 'ignore').decode())
print(''.join((c for c in u.normalize('NFD', 'crème brûlée') if not u.combining(c))))

for c in 'aA1 é½²中한!+$€́\n😀ﬁ٣Ⅷ(一':
    print(repr(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c), u.decomposition(c), u.numeric(c, None), u.digit(c, None), u.decimal(c, None))
