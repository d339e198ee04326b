# platform: where a program runs, as one would see it on a machine. https://docs.python.org/3.11/library/platform.html
import sys as _sys
from collections import namedtuple as _namedtuple

uname_result = _namedtuple("uname_result", "system node release version machine processor")


def python_version():
    return _sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def python_compiler():
    return _sys.version.partition("[")[2].rstrip("]")


def python_build():
    return "main", ""


def python_branch():
    return ""


def python_revision():
    return ""


def uname():
    return uname_result("Linux", node(), "", "", "x86_64", "")


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return ""


def version():
    return ""


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    return "Linux-x86_64"


def system_alias(system, release, version):
    return system, release, version


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def freedesktop_os_release():
    raise OSError(2, "Unable to read files /etc/os-release, /usr/lib/os-release")
