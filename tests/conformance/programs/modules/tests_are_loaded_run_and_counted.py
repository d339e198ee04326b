import asyncio
import io
import logging
import unittest
import warnings


class Sums(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("once for all")

    def setUp(self):
        self.addCleanup(print, "cleaned up after", self._testMethodName)

    def test_adds(self):
        """Adding works."""
        self.assertEqual(1 + 1, 2)
        self.assertIn(2, [1, 2])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])

    def test_is_wrong(self):
        self.assertEqual(1 + 1, 3, "sums")

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        print(caught.exception)
        with self.assertRaisesRegex(ValueError, "xyz"):
            raise ValueError("abc")

    def test_breaks(self):
        raise KeyError("broken")

    @unittest.skip("not today")
    def test_later(self):
        pass

    @unittest.expectedFailure
    def test_known_to_fail(self):
        self.fail("as known")

    def test_parts(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)

    def test_logs_and_warns(self):
        with self.assertLogs("app", "INFO") as logs:
            logging.getLogger("app").warning("careful")
        print(logs.output)
        with self.assertWarns(UserWarning):
            warnings.warn("hm")


class Waits(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        print("queue made")

    async def asyncTearDown(self):
        print("left in the queue:", self.queue.qsize())

    async def test_gets_what_was_put(self):
        asyncio.get_running_loop().call_later(1, self.queue.put_nowait, "item")
        self.addAsyncCleanup(asyncio.sleep, 1)
        self.assertEqual(await self.queue.get(), "item")

    async def test_times_out(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(1):
                await self.queue.get()

    async def test_fails_after_waiting(self):
        await asyncio.sleep(1)
        self.assertTrue(self.queue.empty() is None)


suite = unittest.TestSuite()
for case in (Sums, Waits):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
print(suite.countTestCases(), unittest.defaultTestLoader.getTestCaseNames(Waits))
result = unittest.TextTestRunner(stream=io.StringIO(), verbosity=2).run(suite)
print(result, result.wasSuccessful())
for kind in ("failures", "errors", "skipped", "expectedFailures", "unexpectedSuccesses"):
    for test, text in getattr(result, kind):
        print(kind, test, text.strip().splitlines()[-1])
MESSAGES = [
    lambda case: case.assertEqual([1, 2, 3], [1, 5, 3]),
    lambda case: case.assertEqual([1], [1, 2]),
    lambda case: case.assertEqual("hello world", "hello wurld"),
    lambda case: case.assertEqual("a\nb\nc\n", "a\nx\nc\n"),
    lambda case: case.assertEqual({"a": 1, "b": 2}, {"a": 1, "b": 3}),
    lambda case: case.assertEqual({1}, {2}),
    lambda case: case.assertEqual("x" * 100 + "a", "x" * 100 + "b"),
    lambda case: case.assertTrue(0),
    lambda case: case.assertIsNone(3),
    lambda case: case.assertIsInstance(3, str),
    lambda case: case.assertGreater(1, 2),
    lambda case: case.assertAlmostEqual(1.0, 1.1),
    lambda case: case.assertRegex("abc", "x+"),
    lambda case: case.assertIs(1, 2),
    lambda case: case.assertRaises(ValueError, int, "3"),
]
for message in MESSAGES:
    try:
        message(Sums("test_adds"))
    except AssertionError as error:
        print(error)
print(Sums("test_adds"), repr(Sums("test_adds")), Sums("test_adds").shortDescription())
