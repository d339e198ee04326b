# ssl, where there is no network: what programs name and catch. https://docs.python.org/3.11/library/ssl.html
from enum import IntEnum as _IntEnum

HAS_SNI = HAS_ALPN = HAS_TLSv1_2 = HAS_TLSv1_3 = True
OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER = "none", (0, 0, 0, 0, 0), 0


def _constants(kind, name, members):
    made = kind(name, members, module="ssl")
    globals().update(made.__members__)
    return made


_constants(_IntEnum, "VerifyMode", {"CERT_NONE": 0, "CERT_OPTIONAL": 1, "CERT_REQUIRED": 2})
_constants(_IntEnum, "_SSLMethod", {"PROTOCOL_TLS": 2, "PROTOCOL_TLS_CLIENT": 16, "PROTOCOL_TLS_SERVER": 17})
VerifyMode = type(CERT_NONE)


class TLSVersion(_IntEnum):
    MINIMUM_SUPPORTED, SSLv3, TLSv1, TLSv1_1, TLSv1_2, TLSv1_3, MAXIMUM_SUPPORTED = -2, 768, 769, 770, 771, 772, -1


class Purpose:
    SERVER_AUTH, CLIENT_AUTH = "SERVER_AUTH", "CLIENT_AUTH"


class SSLError(OSError):
    __module__ = "ssl"
    library = reason = None

    def __str__(self):
        return str(self.args[1]) if len(self.args) > 1 else str(self.args[0] if self.args else "()")


def _error(name, *bases):
    return type(name, bases or (SSLError,), {"__module__": "ssl"})


SSLZeroReturnError, SSLWantReadError, SSLWantWriteError, SSLSyscallError, SSLEOFError = map(
    _error, ("SSLZeroReturnError", "SSLWantReadError", "SSLWantWriteError", "SSLSyscallError", "SSLEOFError"))
SSLCertVerificationError = CertificateError = _error("SSLCertVerificationError", SSLError, ValueError)


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"there is no network here: ssl.{name} cannot work")
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


create_default_context, get_server_certificate = _refused("create_default_context"), _refused("get_server_certificate")


class SSLContext:
    __init__ = _refused("SSLContext")


class SSLSocket:
    __init__ = _refused("SSLSocket")


class SSLObject:
    __init__ = _refused("SSLObject")
