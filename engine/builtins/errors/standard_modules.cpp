#include "engine/builtins/errors/standard_modules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/compat/deferred_data.h"
#include "engine/unicode/nearest_name.h"

namespace awaitscope {

// 3.14's that are not private, in order; each ends with a blank.
AWAITSCOPE_DEFERRED static const char kNames[] =
    "abc annotationlib antigravity argparse array ast asyncio atexit base64 bdb binascii "
    "bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys "
    "compileall compression concurrent configparser contextlib contextvars copy copyreg csv "
    "ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings "
    "ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib "
    "functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq "
    "hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword "
    "linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt "
    "multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib "
    "pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile "
    "pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re "
    "readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex "
    "shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants "
    "sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig "
    "syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter "
    "token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing "
    "unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound "
    "wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ";

static std::vector<std::string_view> split(std::string_view text, char end) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    parts.push_back(text.substr(0, text.find(end)));
    text.remove_prefix(std::min(text.size(), parts.back().size() + 1));
  }
  return parts;
}

std::vector<std::string_view> standard_modules() {
  need_deferred_data();
  return split(kNames, ' ');
}

bool is_standard_module(std::string_view name) {
  std::vector<std::string_view> names = standard_modules();
  return std::binary_search(names.begin(), names.end(), name);
}

// Those that are part of the interpreter, which 3.15 does not propose: it looks at what lies in
// folders.
AWAITSCOPE_DEFERRED static const char kBuiltIn[] =
    "array atexit binascii builtins cmath errno faulthandler fcntl gc grp itertools marshal math "
    "posix pwd pyexpat select sys syslog time unicodedata zlib ";

// Packages, a line each: the name, and the modules in it.
AWAITSCOPE_DEFERRED static const char kPackages[] =
    "asyncio base_events base_futures base_subprocess base_tasks constants coroutines events "
    "exceptions "
    "format_helpers futures graph locks log mixins proactor_events protocols queues runners "
    "selector_events sslproto staggered streams subprocess taskgroups tasks threads timeouts tools "
    "transports trsock unix_events windows_events windows_utils\n"
    "concurrent futures interpreters\n"
    "email base64mime charset contentmanager encoders errors feedparser generator header "
    "headerregistry iterators message mime parser policy quoprimime utils\n"
    "html entities parser\n"
    "http client cookiejar cookies server\n"
    "importlib abc machinery metadata readers resources simple util\n"
    "json decoder encoder scanner tool\n"
    "logging config handlers\n"
    "multiprocessing connection context dummy forkserver heap managers pool popen_fork "
    "popen_forkserver popen_spawn_posix popen_spawn_win32 process queues reduction resource_sharer "
    "resource_tracker shared_memory sharedctypes spawn synchronize util\n"
    "pathlib types\n"
    "string templatelib\n"
    "unittest async_case case loader main mock result runner signals suite util\n"
    "urllib error parse request response robotparser\n"
    "wsgiref handlers headers simple_server types util validate\n"
    "xml dom etree parsers sax utils\n";

std::string nearest_standard_module(std::string_view name) {
  need_deferred_data();
  std::vector<std::string> names;
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) {
    const std::vector<std::string_view> built_in = split(kBuiltIn, ' ');
    for (std::string_view each : standard_modules()) {
      if (std::find(built_in.begin(), built_in.end(), each) == built_in.end())
        names.emplace_back(each);
    }
  } else {
    for (std::string_view line : split(kPackages, '\n')) {
      const std::vector<std::string_view> words = split(line, ' ');
      if (words[0] != name.substr(0, dot)) continue;
      for (size_t i = 1; i < words.size(); ++i)
        names.push_back(std::string(words[0]) + "." + std::string(words[i]));
    }
  }
  return std::string(nearest_name(name, {names.begin(), names.end()}));
}

// A line each: why, a colon, the names, each between blanks.
AWAITSCOPE_DEFERRED static const char kAbsent[] =
    "there are no processes here: multiprocessing joblib celery pty fcntl resource pwd grp "
    "psutil \n"
    "there is no network here: urllib.request http.client http.server socketserver smtplib "
    "ftplib poplib imaplib xmlrpc wsgiref "
    "webbrowser \n"
    "there are no files here: tempfile fileinput sqlite3 zipfile tarfile gzip bz2 lzma mmap "
    "shelve dbm tomllib plistlib zipimport \n"
    "this module of the standard library is not here: email xml "
    "gettext dis tokenize pkgutil pdb profile cProfile "
    "pstats doctest ctypes optparse "
    "mimetypes faulthandler code cmd bdb curses stringprep symtable sysconfig "
    "token trace tkinter tty termios turtle wave zipapp runpy site quopri readline "
    "compileall filecmp netrc pydoc codeop opcode marshal \n"
    "it is not part of Python, and there is no network here, so asyncio.sleep() can stand in for a "
    "request: aiohttp httpx requests urllib3 httplib2 pycurl treq niquests aiodns boto3 botocore "
    "aiobotocore openai anthropic discord telegram aiogram telethon tweepy selenium playwright "
    "scrapy bs4 lxml \n"
    "it is not part of Python, and nothing here can serve; call the handlers from main(): fastapi "
    "starlette flask django quart sanic tornado uvicorn hypercorn gunicorn bottle twisted channels "
    "litestar falcon jinja2 \n"
    "it is not part of Python, and there is no database here, so a dict and asyncio.sleep() can "
    "stand in for one: redis aioredis asyncpg aiomysql pymysql aiopg psycopg psycopg2 motor "
    "pymongo sqlalchemy aiosqlite databases tortoise peewee cassandra elasticsearch \n"
    "it is not part of Python, and there is no network here, so asyncio.Queue can stand in for a "
    "connection: websockets websocket socketio aiokafka kafka aio_pika pika paho aiomqtt nats zmq "
    "grpc asyncssh paramiko serial serial_asyncio bleak \n"
    "it is not part of Python, and asyncio's own event loop runs here: uvloop winloop quamash "
    "qasync nest_asyncio gevent eventlet greenlet \n"
    "it is not part of Python, and only asyncio runs here; asyncio.TaskGroup can stand in for a "
    "nursery: trio anyio curio sniffio outcome \n"
    "it is not part of Python, and asyncio.timeout() can stand in for it: async_timeout \n"
    "it is not part of Python, and there are no files here, so io.StringIO can stand in: aiofiles "
    "aiofile watchfiles watchdog \n"
    "it is not part of Python, and dataclasses can stand in for it: attr attrs pydantic msgspec "
    "marshmallow \n"
    "it is not part of Python, and unittest can stand in for it: pytest pytest_asyncio hypothesis "
    "nose asynctest \n"
    "it is not part of Python, and lists, math and statistics can stand in for it: numpy pandas "
    "scipy matplotlib sklearn torch tensorflow polars cv2 PIL \n"
    "it is not part of Python, and typing can stand in for it: typing_extensions mypy_extensions \n"
    "it is not part of Python, and print() can stand in for it: tqdm rich loguru structlog click "
    "typer tabulate \n"
    "it is not part of Python, and is not here: tenacity backoff dotenv yaml toml dateutil pytz "
    "cachetools async_lru janus aiostream aiojobs exceptiongroup orjson ujson simplejson "
    "cryptography cython numba wrapt decorator toolz more_itertools sortedcontainers \n";

std::string_view why_absent(std::string_view name) {
  need_deferred_data();
  std::string wanted = " ";
  wanted += name;
  wanted += ' ';
  std::string_view rest = kAbsent;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    if (line.find(wanted) == std::string_view::npos) continue;
    std::string_view why = line.substr(0, line.find(':'));
    if (line.find(wanted) >= why.size()) return why;
  }
  return {};
}

}  // namespace awaitscope
