# unittest. Specified in: https://docs.python.org/3.11/library/unittest.html
import sys

from _unittest_case import FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, _enter, _SubTest

_3_12, _3_14 = sys.version_info >= (3, 12), sys.version_info >= (3, 14)
__all__ = ["IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader",
           "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless",
           "expectedFailure", "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler",
           "addModuleCleanup", "doModuleCleanups", "enterModuleContext"]


def skip(reason):
    def decorated(item):
        if not isinstance(item, type):
            import functools
            function = item

            @functools.wraps(function)
            def item(*args, **kwargs):
                raise SkipTest(reason)
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    if callable(reason) and hasattr(reason, "__name__"):
        function, reason = reason, ""
        return decorated(function)
    return decorated


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


# --- results ---

class TestResult:
    __module__ = "unittest.result"

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped, self.expectedFailures = [], [], [], []
        self.unexpectedSuccesses, self.collectedDurations, self.testsRun = [], [], 0
        self.shouldStop = self.failfast = self.buffer = self.tb_locals = False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def _text(self, err, test):
        from traceback import format_exception
        return "".join(format_exception(*err))

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._text(err, test)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} "
                f"failures={len(self.failures)}>")


class _Stream:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def writeln(self, text=""):
        self.stream.write(text + "\n")


class TextTestResult(TestResult):
    __module__ = "unittest.runner"
    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._newline = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
            self._newline = False

    def _said(self, word, dot, test=None):
        if self.showAll:
            if test is not None and isinstance(test, _SubTest) or self._newline and test is not None:
                if not self._newline:
                    self.stream.writeln()
                self.stream.write(("  " if isinstance(test, _SubTest) else "") + self.getDescription(test) + " ... ")
            self.stream.writeln(word)
            self._newline = True
        elif self.dots:
            self.stream.write(dot)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._said("FAIL" if failed else "ERROR", "F" if failed else "E", subtest)
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._said("ok", ".", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._said("ERROR", "E", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._said("FAIL", "F", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._said(f"skipped {reason!r}", "s", test)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._said("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._said("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


class TextTestRunner:
    __module__ = "unittest.runner"
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream, self.descriptions, self.verbosity = _Stream(stream or sys.stderr), descriptions, verbosity
        self.failfast, self.buffer, self.warnings, self.durations = failfast, buffer, warnings, durations
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        from time import perf_counter
        from warnings import catch_warnings, simplefilter
        result = self._makeResult()
        result.failfast, result.buffer = self.failfast, self.buffer
        with catch_warnings():
            if self.warnings:
                simplefilter(self.warnings)
            start = perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            taken = perf_counter() - start
        if hasattr(result, "printErrors"):
            result.printErrors()
        write = self.stream.writeln
        if hasattr(result, "separator2"):
            write(result.separator2)
        run = result.testsRun
        write(f"Ran {run} test{'s' if run != 1 else ''} in {taken:.3f}s")
        write()
        counts = [f"{name}={len(each)}" for name, each in (
            ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
            ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)) if each]
        word = "FAILED" if not result.wasSuccessful() else "NO TESTS RAN" if (
            _3_12 and run == 0 and not result.skipped) else "OK"
        write(word + (f" ({', '.join(counts)})" if counts else ""))
        self.stream.flush()
        return result


# --- suites ---

class BaseTestSuite:
    __module__ = "unittest.suite"

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)


class _Place:
    # What stands in for a test where setUpClass() and the like fail.
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    __module__ = "unittest.suite"

    def run(self, result, debug=False):
        top = not getattr(result, "_running", False)
        if top:
            result._running, result._class, result._class_failed = True, None, False
            result._module, result._module_failed = None, False
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                if not self._enter(test, result):
                    continue
            test(result)
        if top:
            self._leave(None, result)
            result._running = False
        return result

    def _hook(self, owner, name, result, shown):
        hook = getattr(owner, name, None)
        if hook is None:
            return True
        try:
            hook()
        except Exception as error:
            place = _Place(f"{name} ({shown})")
            if isinstance(error, SkipTest):
                result.addSkip(place, str(error))
            else:
                result.addError(place, (type(error), error, error.__traceback__))
            return False
        return True

    def _leave(self, following, result):
        last = result._class
        if last is not None and last is not following and not result._class_failed and not getattr(
                last, "__unittest_skip__", False):
            shown = f"{last.__module__}.{last.__qualname__}"
            self._hook(last, "tearDownClass", result, shown)
            cleanups = getattr(last, "_class_cleanups", ())
            while cleanups:
                function, args, kwargs = cleanups.pop()
                self._hook(type("", (), {"tearDownClass": lambda: function(*args, **kwargs)}), "tearDownClass", result,
                           shown)
        module = None if following is None else following.__module__
        if result._module is not None and module != result._module and not result._module_failed:
            self._hook(sys.modules.get(result._module), "tearDownModule", result, result._module)
        return module

    def _enter(self, test, result):
        own = type(test)
        if result._class is not own:
            module = self._leave(own, result)
            if module != result._module:
                result._module = module
                result._module_failed = not self._hook(sys.modules.get(module), "setUpModule", result, module)
            result._class, result._class_failed = own, False
            if not result._module_failed and not getattr(own, "__unittest_skip__", False):
                own._class_cleanups = []
                result._class_failed = not self._hook(own, "setUpClass", result, f"{own.__module__}.{own.__qualname__}")
        return not (result._class_failed or result._module_failed)


class TestLoader:
    __module__ = "unittest.loader"
    testMethodPrefix, testNamePatterns, suiteClass = "test", None, TestSuite
    errors = ()

    @staticmethod
    def sortTestMethodsUsing(a, b):
        return (a > b) - (a < b)

    def getTestCaseNames(self, testCaseClass):
        from functools import cmp_to_key
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.sortTestMethodsUsing:
            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = [self.loadTestsFromTestCase(value) for name, value in sorted(vars(module).items())
                 if isinstance(value, type) and issubclass(value, TestCase)
                 and value not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase)]
        made, load = self.suiteClass(tests), getattr(module, "load_tests", None)
        return made if load is None else load(self, made, pattern)

    def loadTestsFromName(self, name, module=None):
        found = module or sys.modules["__main__"]
        for part in name.split("."):
            if found is sys.modules.get(part):
                continue
            parent, found = found, getattr(found, part)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(part)])
        return found()

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        return self.suiteClass()


defaultTestLoader = TestLoader()


class TestProgram:
    __module__ = "unittest.main"

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                 durations=None):
        self.module = sys.modules[module] if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        names = [each for each in argv[1:] if each[:1] != "-"]
        self.verbosity = 2 if {"-v", "--verbose"} & set(argv[1:]) else 0 if {"-q", "--quiet"} & set(argv[1:]) else verbosity
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = (testLoader.loadTestsFromNames(names, self.module) if names else
                     testLoader.loadTestsFromModule(self.module))
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            if warnings is None:
                warnings = "default"
            testRunner = testRunner(verbosity=self.verbosity, failfast=bool(failfast), buffer=bool(buffer),
                                    warnings=warnings)
        self.result = testRunner.run(self.test)
        if exit:
            if _3_12 and self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram


def installHandler():
    pass


def registerResult(result):
    pass


removeResult = registerResult


def removeHandler(method=None):
    return method


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)
