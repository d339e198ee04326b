# subprocess, where there are no processes: what programs catch and pass. https://docs.python.org/3.11/library/subprocess.html
import sys as _sys
from _engine import GenericAlias as _GenericAlias

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]
PIPE, STDOUT, DEVNULL = -1, -2, -3


def _shown(cmd):
    return repr(cmd) if _sys.version_info >= (3, 15) else f"'{cmd}'"


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return f"Command {_shown(self.cmd)} returned non-zero exit status {self.returncode}."
        import signal
        try:
            return f"Command {_shown(self.cmd)} died with {signal.Signals(-self.returncode)!r}."
        except ValueError:
            return f"Command {_shown(self.cmd)} died with unknown signal {-self.returncode}."

    stdout = property(lambda self: self.output, lambda self, value: setattr(self, "output", value))


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command {_shown(self.cmd)} timed out after {self.timeout} seconds"

    stdout = property(lambda self: self.output, lambda self, value: setattr(self, "output", value))


class CompletedProcess:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        shown = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        shown += [f"{name}={value!r}" for name, value in (("stdout", self.stdout), ("stderr", self.stderr))
                  if value is not None]
        return f"CompletedProcess({', '.join(shown)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"there are no processes here: subprocess.{name} cannot work")
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


run, call, check_call, check_output, getoutput, getstatusoutput = map(
    _refused, ("run", "call", "check_call", "check_output", "getoutput", "getstatusoutput"))


class Popen:
    __class_getitem__ = classmethod(_GenericAlias)
    __init__ = _refused("Popen")


def list2cmdline(seq):
    # As Windows' C library takes it apart.
    made = []
    for each in seq:
        text, slashes = "", 0
        for character in each:
            if character == "\\":
                slashes += 1
            else:
                text += "\\" * (2 * slashes + 1 if character == '"' else slashes) + character
                slashes = 0
        quoted = not each or " " in each or "\t" in each
        text += "\\" * (2 * slashes if quoted else slashes)
        made.append(f'"{text}"' if quoted else text)
    return " ".join(made)
