# http: the numbers and names of statuses and methods. Specified in: https://docs.python.org/3.11/library/http.html
import sys as _sys
from enum import IntEnum, StrEnum

__all__ = ["HTTPStatus", "HTTPMethod"]
_statuses = """100 Continue/101 Switching Protocols/102 Processing/103 Early Hints/200 OK/201 Created/202 Accepted/
203 Non-Authoritative Information/204 No Content/205 Reset Content/206 Partial Content/207 Multi-Status/
208 Already Reported/226 IM Used/300 Multiple Choices/301 Moved Permanently/302 Found/303 See Other/304 Not Modified/
305 Use Proxy/307 Temporary Redirect/308 Permanent Redirect/400 Bad Request/401 Unauthorized/402 Payment Required/
403 Forbidden/404 Not Found/405 Method Not Allowed/406 Not Acceptable/407 Proxy Authentication Required/
408 Request Timeout/409 Conflict/410 Gone/411 Length Required/412 Precondition Failed/413 Content Too Large/
414 URI Too Long/415 Unsupported Media Type/416 Range Not Satisfiable/417 Expectation Failed/418 I'm a Teapot/
421 Misdirected Request/422 Unprocessable Content/423 Locked/424 Failed Dependency/425 Too Early/426 Upgrade Required/
428 Precondition Required/429 Too Many Requests/431 Request Header Fields Too Large/451 Unavailable For Legal Reasons/
500 Internal Server Error/501 Not Implemented/502 Bad Gateway/503 Service Unavailable/504 Gateway Timeout/
505 HTTP Version Not Supported/506 Variant Also Negotiates/507 Insufficient Storage/508 Loop Detected/510 Not Extended/
511 Network Authentication Required""".replace("\n", "")
_before_3_13 = {413: "Request Entity Too Large", 414: "Request-URI Too Long", 416: "Requested Range Not Satisfiable",
                422: "Unprocessable Entity"}


class HTTPStatus(IntEnum):
    def __new__(cls, value, phrase, description=""):
        self = int.__new__(cls, value)
        self._value_, self.phrase, self.description = value, phrase, description
        return self

    _ignore_ = "each value phrase _"
    for each in _statuses.split("/"):
        value, _, phrase = each.partition(" ")
        value = int(value)
        if _sys.version_info < (3, 13):
            phrase = _before_3_13.get(value, phrase)
        vars()[phrase.upper().replace("'", "").replace(" ", "_").replace("-", "_")] = value, phrase
    if _sys.version_info >= (3, 13):
        REQUEST_ENTITY_TOO_LARGE, REQUEST_URI_TOO_LONG = CONTENT_TOO_LARGE, URI_TOO_LONG
        REQUESTED_RANGE_NOT_SATISFIABLE, UNPROCESSABLE_ENTITY = RANGE_NOT_SATISFIABLE, UNPROCESSABLE_CONTENT

    if _sys.version_info >= (3, 12):
        @property
        def is_informational(self):
            return 100 <= self <= 199

        @property
        def is_success(self):
            return 200 <= self <= 299

        @property
        def is_redirection(self):
            return 300 <= self <= 399

        @property
        def is_client_error(self):
            return 400 <= self <= 499

        @property
        def is_server_error(self):
            return 500 <= self <= 599


class HTTPMethod(StrEnum):
    _ignore_ = "each"
    for each in "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE".split():
        vars()[each] = each

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}>"
