#include "engine/builtins/errors/standard_modules.h"

#include <algorithm>
#include <vector>

#include "engine/unicode/nearest_name.h"

namespace awaitscope {

// 3.14's that are not private, in order; each ends with a blank.
static constexpr std::string_view kNames =
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

static std::vector<std::string_view> standard_modules() {
  std::vector<std::string_view> names;
  for (size_t at = 0; at < kNames.size();) {
    size_t end = kNames.find(' ', at);
    names.push_back(kNames.substr(at, end - at));
    at = end + 1;
  }
  return names;
}

bool is_standard_module(std::string_view name) {
  std::vector<std::string_view> names = standard_modules();
  return std::binary_search(names.begin(), names.end(), name);
}

std::string_view nearest_standard_module(std::string_view name) {
  return nearest_name(name, standard_modules());
}

}  // namespace awaitscope
