# unittest's test cases. Specified in: https://docs.python.org/3.11/library/unittest.html#test-cases
import sys

_3_12, _3_13, _3_14 = (sys.version_info >= (3, minor) for minor in (12, 13, 14))


class SkipTest(Exception):
    __module__ = "unittest.case"


def _enter(context, add):
    kind = type(context)
    try:
        enter, exit = kind.__enter__, kind.__exit__
    except AttributeError:
        words = " but it supports the asynchronous context manager protocol" if hasattr(kind, "__aenter__") else ""
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the context manager "
                        f"protocol{words}") from None
    result = enter(context)
    add(exit, context, None, None, None)
    return result


def _short(value):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text


def _cut(text, before, after):
    left = len(text) - before - after
    return text if left <= 12 else f"{text[:before]}[{left} chars]{text[len(text) - after:]}"


def _shorten(*values):
    # What long texts have in common at their begin is left out.
    texts = [_short(value) for value in values]
    longest = max(map(len, texts))
    if longest <= 80:
        return texts
    common = 0
    while all(len(text) > common for text in texts) and len({text[common] for text in texts}) == 1:
        common += 1
    room = 80 - (longest - common + 5 + 12)
    if room > 5:
        return [_cut(texts[0][:common], 5, room) + text[common:] for text in texts]
    return [_cut(texts[0][:common], 5, 5) + _cut(text[common:], 41, 5) for text in texts]


def _is_subtype(expected, base):
    if isinstance(expected, tuple):
        return all(_is_subtype(each, base) for each in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _Raises:
    _base, _base_words = BaseException, "an exception type or tuple of exception types"

    def __init__(self, expected, case, regex=None):
        self.expected, self.case, self.msg = expected, case, None
        if regex is not None:
            import re
            regex = re.compile(regex) if isinstance(regex, (str, bytes)) else regex
        self.regex = regex

    def handle(self, name, args, kwargs):
        if not _is_subtype(self.expected, self._base):
            raise TypeError(f"{name}() arg 1 must be {self._base_words}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)

    name = None

    def fail(self, words):
        raise self.case.failureException(self.case._formatMessage(self.msg, words))

    def _shown(self):
        expected = self.expected
        return getattr(expected, "__name__", None) or str(expected)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            words = f"{self._shown()} not raised"
            self.fail(words + f" by {self.name}" if self.name else words)
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.regex is not None and not self.regex.search(str(error)):
            self.fail(f'"{self.regex.pattern}" does not match "{error}"')
        return True


class _Warns(_Raises):
    _base, _base_words = Warning, "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings
        self.caught = warnings.catch_warnings(record=True)
        self.warnings = self.caught.__enter__()
        warnings.simplefilter("always", *([self.expected] if isinstance(self.expected, type) else []))
        return self

    def __exit__(self, kind, error, traceback):
        self.caught.__exit__(kind, error, traceback)
        if kind is not None:
            return
        first = None
        for each in self.warnings:
            if not isinstance(each.message, self.expected):
                continue
            first = first or each.message
            if self.regex is not None and not self.regex.search(str(each.message)):
                continue
            self.warning, self.filename, self.lineno = each.message, each.filename, each.lineno
            return
        if first is not None:
            self.fail(f'"{self.regex.pattern}" does not match "{first}"')
        words = f"{self._shown()} not triggered"
        self.fail(words + f" by {self.name}" if self.name else words)


class _Logs:
    def __init__(self, case, logger, level, none):
        import logging
        self.case, self.none = case, none
        self.level = logging.getLevelNamesMapping().get(level, level) if isinstance(level, str) else level or logging.INFO
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)

    def __enter__(self):
        import logging
        self.records, self.output = [], []
        watch, handler = self, logging.Handler()

        def emit(record):
            watch.records.append(record)
            watch.output.append(f"{record.levelname}:{record.name}:{record.getMessage()}")
        handler.emit = emit
        handler.setLevel(self.level)
        logger = self.logger
        self.before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(self.level)
        return None if self.none else self

    def __exit__(self, kind, error, traceback):
        logger = self.logger
        logger.handlers, level, logger.propagate = self.before
        logger.setLevel(level)
        if kind is not None:
            return False
        import logging
        name = logging.getLevelName(self.level)
        if self.none and self.records:
            raise self.case.failureException(f"Unexpected logs found: {self.output!r}")
        if not self.none and not self.records:
            raise self.case.failureException(f"no logs of level {name} or higher triggered on {logger.name}")


class _Outcome:
    def __init__(self, result):
        self.result, self.success, self.skipped, self.expected = result, True, False, None
        self.expecting = False

    def call(self, case, function, *args, subtest=None):
        try:
            function(*args)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success, self.skipped = False, True
            self.result.addSkip(subtest or case, str(error))
        except BaseException as error:
            info = type(error), error, error.__traceback__
            if self.expecting:
                self.expected = info
            else:
                self.success = False
                if subtest is not None:
                    self.result.addSubTest(case, subtest, info)
                elif issubclass(info[0], case.failureException):
                    self.result.addFailure(case, info)
                else:
                    self.result.addError(case, info)
        return False


class TestCase:
    __module__ = "unittest.case"
    failureException, longMessage, maxDiff = AssertionError, True, 640
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._outcome, self._subtest, self._cleanups = methodName, None, None, []
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodDoc = getattr(method, "__doc__", None)
        self._type_equal = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
                            set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equal[typeobj] = function

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def _class(self):
        return f"{type(self).__module__}.{type(self).__qualname__}"

    def id(self):
        return f"{self._class()}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{self._class()} testMethod={self._testMethodName}>"

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            from warnings import warn
            warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning,
                 stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def _begin(self):
        pass

    def _end(self):
        pass

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.call(self, lambda: self._callCleanup(function, *args, **kwargs))
        return outcome.success

    def run(self, result=None):
        alone = result is None
        if alone:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for each in (type(self), method):
                if getattr(each, "__unittest_skip__", False):
                    result.addSkip(self, each.__unittest_skip_why__)
                    return result
            expecting = any(getattr(each, "__unittest_expecting_failure__", False) for each in (self, method))
            outcome = self._outcome = _Outcome(result)
            try:
                self._begin()
                if outcome.call(self, self._callSetUp):
                    outcome.expecting = expecting
                    outcome.call(self, self._callTestMethod, method)
                    outcome.expecting = False
                    outcome.call(self, self._callTearDown)
                self.doCleanups()
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expected:
                        result.addExpectedFailure(self, outcome.expected)
                    else:
                        result.addUnexpectedSuccess(self)
            finally:
                self._end()
                self._outcome = outcome.expected = None
            return result
        finally:
            result.stopTest(self)
            if alone:
                result.stopTestRun()

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    # --- assertions ---

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _fail_if(self, wrong, msg, words):
        if wrong:
            raise self.failureException(self._formatMessage(msg, words()))

    def assertTrue(self, expr, msg=None):
        self._fail_if(not expr, msg, lambda: f"{_short(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        self._fail_if(expr, msg, lambda: f"{_short(expr)} is not false")

    def _baseAssertEqual(self, first, second, msg=None):
        self._fail_if(not first == second, msg, lambda: "{} != {}".format(*_shorten(first, second)))

    def assertEqual(self, first, second, msg=None):
        compare = self._type_equal.get(type(first)) if type(first) is type(second) else None
        if compare is None:
            return self._baseAssertEqual(first, second, msg)
        (getattr(self, compare) if isinstance(compare, str) else compare)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        self._fail_if(not first != second, msg, lambda: f"{_short(first)} == {_short(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if (first == second) == wanted and wanted:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            near, what = difference <= delta, f"{_short(delta)} delta"
        else:
            places = 7 if places is None else places
            near, what = round(difference, places) == 0, f"{places!r} places"
        if wanted:
            self._fail_if(not near, msg, lambda: f"{_short(first)} != {_short(second)} within {what} "
                                                 f"({_short(difference)} difference)")
        elif delta is not None:
            self._fail_if(first == second or near, msg, lambda: f"{_short(first)} == {_short(second)} within {what} "
                                                                f"({_short(difference)} difference)")
        else:
            self._fail_if(first == second or near, msg, lambda: f"{_short(first)} == {_short(second)} within {what}")

    def _differing(self, first, second, kind, words, msg):
        import difflib
        import pprint
        diff = "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))
        self.fail(self._formatMessage(msg, self._truncateMessage(words, diff)))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = "sequence" if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for which, each in (("First", first), ("Second", second)):
                if not isinstance(each, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: {_short(each)}")
        if first == second:
            return
        words = "{}s differ: {} != {}\n".format(name.capitalize(), *_shorten(first, second))
        size = min(len(first), len(second))
        for i in range(size):
            if first[i] != second[i]:
                words += f"\nFirst differing element {i}:\n{_shorten(first[i])[0]}\n{_shorten(second[i])[0]}\n"
                break
        for which, longer, shorter in (("First", first, second), ("Second", second, first)):
            if len(longer) > len(shorter):
                words += (f"\n{which} {name} contains {len(longer) - len(shorter)} additional elements.\n"
                          f"First extra element {size}:\n{_shorten(longer[size])[0]}\n")
        self._differing(first, second, seq_type, words, msg)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only = [("first", set1 - set2), ("second", set2 - set1)]
        if not any(items for _, items in only):
            return
        lines = []
        for which, items in only:
            if items:
                lines += [f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:",
                          *map(repr, items)]
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._differing(d1, d2, dict, "{} != {}".format(*_shorten(d1, d2)), msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        import difflib
        one, two = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(one) == 1 and first.strip("\r\n") == first:
            one, two = [first + "\n"], [second + "\n"]
        elif len(two) == 1 and second.strip("\r\n") == second:
            one, two = one, [second + "\n"]
        diff = "\n" + "".join(difflib.ndiff(one, two))
        self.fail(self._formatMessage(msg, self._truncateMessage("{} != {}".format(*_shorten(first, second)), diff)))

    def assertCountEqual(self, first, second, msg=None):
        rest, missing = list(second), []
        first = list(first)
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                missing.append(item)
        if missing or rest:
            lines = ["Element counts were not equal:"]
            done = []
            for item in missing + rest:
                if item not in done:
                    done.append(item)
                    lines.append(f"First has {first.count(item)}, Second has "
                                 f"{sum(each == item for each in list(second))}:  {item!r}")
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertLess(self, a, b, msg=None):
        self._fail_if(not a < b, msg, lambda: f"{_short(a)} not less than {_short(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._fail_if(not a <= b, msg, lambda: f"{_short(a)} not less than or equal to {_short(b)}")

    def assertGreater(self, a, b, msg=None):
        self._fail_if(not a > b, msg, lambda: f"{_short(a)} not greater than {_short(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._fail_if(not a >= b, msg, lambda: f"{_short(a)} not greater than or equal to {_short(b)}")

    def assertIs(self, expr1, expr2, msg=None):
        self._fail_if(expr1 is not expr2, msg, lambda: f"{_short(expr1)} is not {_short(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._fail_if(expr1 is expr2, msg, lambda: f"unexpectedly identical: {_short(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self._fail_if(obj is not None, msg, lambda: f"{_short(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._fail_if(obj is None, msg, lambda: "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._fail_if(member not in container, msg, lambda: f"{_short(member)} not found in {_short(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._fail_if(member in container, msg,
                      lambda: f"{_short(member)} unexpectedly found in {_short(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        def words():
            if isinstance(cls, tuple) and _3_14:
                return f"{_short(obj)} is not an instance of any of {cls!r}"
            return f"{_short(obj)} is not an instance of {cls!r}"
        self._fail_if(not isinstance(obj, cls), msg, words)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._fail_if(isinstance(obj, cls), msg, lambda: f"{_short(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        regex = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        self._fail_if(not regex.search(text), msg,
                      lambda: f"Regex didn't match: {regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        match = re.compile(unexpected_regex).search(text)
        self._fail_if(match, msg, lambda: f"Regex matched: {match.group()!r} matches {match.re.pattern!r} in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    if _3_14:
        def assertHasAttr(self, obj, name, msg=None):
            self._fail_if(not hasattr(obj, name), msg,
                          lambda: f"{type(obj).__name__!r} object has no attribute {name!r}")

        def assertNotHasAttr(self, obj, name, msg=None):
            self._fail_if(hasattr(obj, name), msg,
                          lambda: f"{type(obj).__name__!r} object has unexpected attribute {name!r}")

        def assertIsSubclass(self, cls, superclass, msg=None):
            self._class_only(cls, msg)
            self._fail_if(not issubclass(cls, superclass), msg, lambda: f"{cls!r} is not a subclass of {superclass!r}")

        def assertNotIsSubclass(self, cls, superclass, msg=None):
            self._class_only(cls, msg)
            if not issubclass(cls, superclass):
                return
            for each in superclass if isinstance(superclass, tuple) else ():
                self._fail_if(issubclass(cls, each), msg, lambda: f"{cls!r} is a subclass of {each!r}")
            self._fail_if(True, msg, lambda: f"{cls!r} is a subclass of {superclass!r}")

        def _class_only(self, cls, msg):
            self._fail_if(not isinstance(cls, type), msg, lambda: f"{cls!r} is not a class")

        # For the four that follow: is it text, and of one kind with what it is to begin or end with?
        def _text_only(self, s, affixes, msg):
            kind = bytes if isinstance(s, (bytes, bytearray)) else str
            self._fail_if(not isinstance(s, (str, bytes, bytearray)), msg, lambda: f"Expected str, not {type(s).__name__}")
            first = affixes[0] if isinstance(affixes, tuple) and affixes else affixes
            if isinstance(first, (str, bytes, bytearray)):
                wanted = str if isinstance(first, str) else bytes
                self._fail_if(wanted is not kind, msg, lambda: f"Expected {wanted.__name__}, not {type(s).__name__}")

        def _has_affix(self, s, affix, msg, wanted, ask, words):
            self._text_only(s, affix, msg)
            if ask(affix) == wanted:
                return
            if wanted:
                several = "any of " * isinstance(affix, tuple)
                self._fail_if(True, msg, lambda: f"{_short(s)} doesn't {words} with {several}{_short(affix)}")
            for each in affix if isinstance(affix, tuple) else (affix,):
                self._fail_if(ask(each), msg, lambda: f"{_short(s)} {words}s with {_short(each)}")

        def assertStartsWith(self, s, prefix, msg=None):
            self._has_affix(s, prefix, msg, True, lambda each: s.startswith(each), "start")

        def assertNotStartsWith(self, s, prefix, msg=None):
            self._has_affix(s, prefix, msg, False, lambda each: s.startswith(each), "start")

        def assertEndsWith(self, s, suffix, msg=None):
            self._has_affix(s, suffix, msg, True, lambda each: s.endswith(each), "end")

        def assertNotEndsWith(self, s, suffix, msg=None):
            self._has_affix(s, suffix, msg, False, lambda each: s.endswith(each), "end")

    if not _3_12:
        failUnlessEqual = assertEquals = assertEqual
        failUnless = assert_ = assertTrue
        assertNotEquals, assertAlmostEquals, assertRegexpMatches = assertNotEqual, assertAlmostEqual, assertRegex
        assertRaisesRegexp = assertRaisesRegex


class FunctionTestCase(TestCase):
    __module__ = "unittest.case"

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions, self._description = (setUp, testFunc, tearDown), description

    def setUp(self):
        if self._functions[0]:
            self._functions[0]()

    def tearDown(self):
        if self._functions[2]:
            self._functions[2]()

    def runTest(self):
        self._functions[1]()

    def id(self):
        return self._functions[1].__name__

    def __str__(self):
        return f"{self._class()} ({self.id()})"

    def shortDescription(self):
        return self._description


class _SubTest(TestCase):
    __module__ = "unittest.case"

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _shown(self):
        parts = [] if self._message is None else [f"[{self._message}]"]
        if self.params:
            parts.append(f"({', '.join(f'{name}={value!r}' for name, value in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._shown()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._shown()}"


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        case = self.case
        self.outer = case._subtest
        params = {**(self.outer.params if self.outer else {}), **self.params}
        case._subtest = _SubTest(case, self.message, params)

    def __exit__(self, kind, error, traceback):
        case = self.case
        subtest, case._subtest = case._subtest, self.outer
        if case._outcome is None or kind is not None and issubclass(kind, KeyboardInterrupt):
            return False

        def again():
            if error is not None:
                raise error
        if case._outcome.call(case, again, subtest=subtest):
            case._outcome.result.addSubTest(case, subtest, None)
        return True


class IsolatedAsyncioTestCase(TestCase):
    __module__ = "unittest.async_case"
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        kind = type(cm)
        try:
            enter, exit = kind.__aenter__, kind.__aexit__
        except AttributeError:
            words = " but it supports the context manager protocol" if hasattr(kind, "__enter__") and _3_14 else ""
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous context "
                            f"manager protocol{words}") from None
        result = await enter(cm)
        self.addAsyncCleanup(exit, cm, None, None, None)
        return result

    def _call(self, function, *args, **kwargs):
        from inspect import iscoroutinefunction
        if not iscoroutinefunction(function):
            return self._context.run(function, *args, **kwargs)
        return self._runner.run(function(*args, **kwargs), context=self._context)

    def _callSetUp(self):
        self._runner.get_loop()
        self._context.run(self.setUp)
        self._call(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._call(method) is not None:
            from warnings import warn
            warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning,
                 stacklevel=4)

    def _callTearDown(self):
        self._call(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def _begin(self):
        import asyncio
        from contextvars import copy_context
        self._context = copy_context()
        self._runner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _end(self):
        runner, self._runner = self._runner, None
        runner.close()

    def debug(self):
        self._begin()
        super().debug()
        self._end()

    def __del__(self):
        if self._runner is not None:  # debug() has raised
            self._end()
