import base64
import binascii
import errno
import http
import keyword
import zlib


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


print(errno.ENOENT, errno.errorcode[2], errno.ECONNREFUSED, errno.EAGAIN, keyword.iskeyword("if"), keyword.kwlist)
for d in [b"", b"a", b"ab", b"abc", b"hello world" * 9, bytes(range(256))]:
    print(base64.b64encode(d), base64.b32encode(d), base64.b16encode(d), base64.b85encode(d), base64.a85encode(d), base64.urlsafe_b64encode(d), base64.encodebytes(d), zlib.crc32(d), zlib.adler32(d), binascii.crc_hqx(d, 0), binascii.hexlify(d))
    assert base64.b64decode(base64.b64encode(d)) == d == base64.b32decode(base64.b32encode(d)) == base64.b85decode(base64.b85encode(d)) == base64.a85decode(base64.a85encode(d)) == base64.b16decode(base64.b16encode(d))
for s in ["a", "ab", "abc", "ab==", "a===", "YWJj!", "é", 3]: show(lambda: base64.b64decode(s)); show(lambda: base64.b64decode(s, validate=True))
show(lambda: binascii.unhexlify("abc")); show(lambda: binascii.unhexlify("zz")); show(lambda: base64.b64encode("x")); show(lambda: base64.b32decode("x")); show(lambda: binascii.hexlify(b"abc", "-")); show(lambda: base64.b16decode("zz"))
for s in http.HTTPStatus: print(s.value, s.name, s.phrase, s, repr(s))
show(lambda: http.HTTPStatus(404).is_client_error); show(lambda: http.HTTPStatus(999)); print(list(http.HTTPMethod), http.HTTPMethod.GET, http.HTTPStatus.OK == 200, http.HTTPStatus.UNPROCESSABLE_ENTITY)
