#!/usr/bin/env python3
"""Try the command line: python3 test_cli.py AWAITSCOPE"""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ENGINE = sys.argv.pop(1) if len(sys.argv) > 1 else "awaitscope"

SLEEPER = """\
import asyncio


async def main():
    print("a")
    await asyncio.sleep(3600)
    print("b")


asyncio.run(main())
"""
IDLE = SLEEPER.replace("asyncio.sleep(3600)", "asyncio.get_running_loop().create_future()")


def call(*words: str, source: str | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([ENGINE, *words], input=source, capture_output=True, text=True, timeout=60)


class Run(unittest.TestCase):
    def test_it_prints_what_the_program_prints_and_takes_no_time_to_sleep(self):
        done = call("run", "-", source=SLEEPER)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "a\nb\n", ""))

    def test_an_uncaught_exception_is_a_traceback_and_status_1(self):
        done = call("run", "-", source="x = 1\nx.y\n")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertTrue(done.stderr.startswith("Traceback (most recent call last):\n"), done.stderr)
        self.assertTrue(done.stderr.endswith("AttributeError: 'int' object has no attribute 'y'\n"))

    def test_system_exit_says_the_status(self):
        self.assertEqual(call("run", "-", source="raise SystemExit(7)\n").returncode, 7)
        done = call("run", "-", source="raise SystemExit('enough')\n")
        self.assertEqual((done.returncode, done.stderr), (1, "enough\n"))

    def test_an_interrupt_that_nobody_catches_is_status_130(self):
        derived = "class Own(KeyboardInterrupt): pass\nraise Own\n"
        hook = "import sys\ndef hook(*parts):\n    raise %s\nsys.excepthook = hook\nraise %s\n"
        caught = "try:\n    exec('raise KeyboardInterrupt')\nexcept KeyboardInterrupt:\n    pass\n"
        for source, in_311, since_313 in (
            ("raise KeyboardInterrupt\n", 130, 130),
            (derived, 1, 130),
            ("import asyncio\nasync def main():\n    raise KeyboardInterrupt\nasyncio.run(main())\n", 130, 130),
            ("raise BaseExceptionGroup('', [KeyboardInterrupt()])\n", 1, 1),
            ("try:\n    raise KeyboardInterrupt\nexcept KeyboardInterrupt:\n    pass\n", 0, 0),
            (caught, 130, 0),
            (caught + "exec('1')\n", 0, 0),
            (caught + "raise SystemExit(3)\n", 3, 3),
            (hook % ("SystemExit(7)", "KeyboardInterrupt"), 7, 7),
            (hook % ("SystemExit(7)", "ValueError"), 7, 7),
            (hook % ("ValueError", "KeyboardInterrupt"), 130, 130),
            (hook % ("KeyboardInterrupt", "ValueError"), 1, 130),
        ):
            for python, status in (("3.11", in_311), ("3.14", since_313), ("3.15", since_313)):
                done = call("run", "--python", python, "-", source=source)
                self.assertEqual((done.returncode, python, source), (status, python, source))

    def test_a_loop_that_waits_for_ever_is_status_3_with_a_word_why(self):
        done = call("run", "-", source=IDLE)
        self.assertEqual((done.returncode, done.stdout), (3, "a\n"))
        self.assertIn("event loop", done.stderr)

    def test_a_limit_says_which_it_is_and_how_to_raise_it(self):
        for limit, source in {
            "output=100": "for i in range(10):\n    print('x' * 20)\n",
            "memory=30000000": "x = []\nfor i in range(100):\n    x.append('x' * 1000000)\n",
            "digits=50": "x = 1\nfor i in range(70):\n    x *= 10\n",
        }.items():
            with self.subTest(limit):
                done = call("run", "--limit", limit, "-", source=source)
                self.assertEqual(done.returncode, 4, done.stderr)
                self.assertIn("--limit " + limit.split("=")[0], done.stderr)
                self.assertEqual(call("run", "-", source=source).returncode, 0)
        source = "def f(n):\n    return n and f(n - 1)\nf(2000)\n"
        self.assertIn("RecursionError", call("run", "-", source=source).stderr)
        self.assertEqual(call("run", "--limit", "recursion=3000", "-", source=source).returncode, 0)
        done = call("run", "--limit", "patience=3", "-", source="")
        self.assertEqual((done.returncode, "memory=N" in done.stderr), (2, True))

    def test_what_has_no_end_ends_at_the_limit_of_memory(self):
        for source in ("import itertools\nx = list(itertools.count())\n",
                       "x = [*iter(int, 1)]\n", "x = []\nwhile True:\n    x.append('x' * 100)\n",
                       "x = f'{1:>{10**9}}'\n", "x = '%999999999d' % 1\n", "x = 'x' * 10**9\n",
                       "x = '\\t'.expandtabs(10**9)\n", "x = bytes(10**9)\n", "x = set(range(10**9))\n",
                       "x = f'{1.5:.999999999f}'\n", "x = dict.fromkeys(range(10**9))\n"):
            with self.subTest(source):
                done = call("run", "--limit", "memory=4000000", "-", source=source)
                self.assertEqual(done.returncode, 4, done.stderr)

    def test_a_builtin_that_goes_on_for_too_long_ends_a_recorded_run(self):
        for source in ("x = max(range(10**12))\n", "x = 1 in iter(int, 1)\n"):
            with self.subTest(source):
                done = call("trace", "-", source=source)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("limit", done.stdout)

    def test_a_coroutine_that_is_too_deep_to_begin_has_been_awaited(self):
        source = ("import asyncio\nasync def f(n):\n    await f(n + 1)\n"
                  "for begin in asyncio.run, lambda coroutine: coroutine.send(None):\n"
                  "    try:\n        begin(f(0))\n    except RecursionError as error:\n        print(error)\n")
        done = call("run", "-", source=source)
        self.assertEqual((done.returncode, done.stdout, done.stderr),
                         (0, "maximum recursion depth exceeded\n" * 2, ""))

    def test_arithmetic_that_goes_on_for_too_long_ends_a_recorded_run(self):
        for expression in ("math.comb(10**6, 5 * 10**5)", "math.factorial(10**6)", "math.perm(10**18, 10**9)",
                           "math.isqrt(x)", "math.lcm(x, y)", "math.gcd(x, y)", "10**10**7", "pow(3, x, y)",
                           "x // y", "x % y", "divmod(x, y)", "x * x", "round(x, -400000)", "str(x)", "f'{x:,}'",
                           "int('9' * 10**6)"):
            source = ("import math, sys\nsys.set_int_max_str_digits(0)\nx, y = (1 << 3300000) - 1, (1 << 1650000) + 1\n"
                      f"try:\n    {expression}\nexcept Exception as error:\n    print(error)\nprint('after')\n")
            with self.subTest(expression):
                done = call("trace", "-", source=source)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(done.stdout.endswith("exit limit\n"), done.stdout[-200:])
                self.assertNotIn("after", done.stdout)

    def test_arithmetic_with_large_integers_is_done_where_it_is_quick(self):
        source = ("import math, sys\nx, n = 7**300000, math.factorial(30000)\nprint(x % 10**9, n.bit_length())\n"
                  "print(math.comb(20000, 5000) % 10**9, math.isqrt(10**5000) == 10**2500)\n"
                  "for i in range(300):\n    y = x * i\n"
                  "sys.set_int_max_str_digits(0)\nprint(str(3**30000)[:9], int('9' * 20000) % 7)\n")
        done = call("trace", "--format", "json", "-", source=source)
        self.assertEqual(json.loads(done.stdout)["exit"], 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["stdout"], "180000001 402909\n338780800 True\n434151783 1\n")

    def test_what_is_no_python_is_status_1_with_the_place(self):
        done = call("run", "-", source="print(1)\nx = = 2\n")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn('line 2', done.stderr)
        self.assertIn("SyntaxError: invalid syntax", done.stderr)

    def test_a_file_that_is_not_there_is_status_2(self):
        done = call("run", "no such file.py")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("no such file.py", done.stderr)

    def test_it_reads_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write("print('é')\n")
            self.assertEqual(call("run", path).stdout, "é\n")


class Diff(unittest.TestCase):
    def test_two_settings_part_where_one_does_something_else(self):
        done = call("diff", "context-manager", "awaits-itself")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertIn("+         await self\n", done.stdout)
        rows = done.stdout[done.stdout.index("--- here they part ---"):].splitlines()
        self.assertRegex(rows[1], r"^ +>  +8 +start Hello\.__await__$")

    def test_sides_are_toggles_lessons_or_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(call("source", "--await", "closure", "--use", "await").stdout)
            for one in (path, "awaitable", "await=closure&use=await", "#use=await&await=closure&step=3"):
                done = call("diff", one, "awaitable")
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertTrue(done.stdout.endswith("Both do the same.\n"))

    def test_what_is_wrong_is_status_2(self):
        for words in (["a"], ["init", "init", "init"], ["--what", "init"], ["await=foo", "init"],
                      ["-", "-"], ["no such file.py", "init"]):
            done = call("diff", *words, source="")
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertTrue(done.stderr, words)


class Trace(unittest.TestCase):
    def test_json_is_the_schema_of_the_conformance_tests(self):
        done = call("trace", "-", "--format", "json", source=SLEEPER)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        result = json.loads(done.stdout)
        self.assertEqual(list(result), ["python", "exit", "stdout", "stderr", "events"])
        self.assertEqual(result["exit"], 0)
        self.assertEqual(result["events"], [
            ["start", "main", 4, 1, 0.0], ["out", "a\n", 0, 1, 0.0],
            ["suspend", "main", 6, 1, 0.0], ["resume", "main", 6, 3, 3600.0],
            ["out", "b\n", 0, 3, 3600.0], ["return", "main", 7, 3, 3600.0]])

    def test_lines_are_events_too_where_asked_for(self):
        events = json.loads(call("trace", "--format", "json", "--lines", "-", source="x = 1\ny = 2\n").stdout)["events"]
        self.assertEqual(events, [["line", "<module>", 1, 0, 0.0], ["line", "<module>", 2, 0, 0.0]])

    def test_a_program_without_end_uses_up_the_budget(self):
        for source in ("while True: pass\n", "while True:\n    print(1)\n",
                       "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\n"
                       "asyncio.run(main())\n"):
            result = json.loads(call("trace", "-", "--format", "json", "--budget", "500", source=source).stdout)
            self.assertEqual(result["exit"], "budget")

    def test_a_loop_that_waits_for_ever_is_idle(self):
        self.assertEqual(json.loads(call("trace", "-", "--format", "json", source=IDLE).stdout)["exit"], "idle")

    def test_chrome_is_slices_that_nest_and_arrows_between_them(self):
        events = json.loads(call("trace", "-", "--format", "chrome", source=SLEEPER).stdout)["traceEvents"]
        depth = {}
        for event in events:
            track = event["tid"]
            depth[track] = depth.get(track, 0) + {"B": 1, "E": -1}.get(event["ph"], 0)
            self.assertGreaterEqual(depth[track], 0)
        self.assertEqual(set(depth.values()), {0})
        names = {event["args"]["name"] for event in events if event.get("name") == "thread_name"}
        self.assertEqual(names, {"program", "event loop", "Task-1"})
        begun = {event["id"] for event in events if event["ph"] == "s"}
        ended = {event["id"] for event in events if event["ph"] == "f"}
        self.assertTrue(ended and ended <= begun)
        times = [event["ts"] for event in events if event["ph"] in "BEi"]
        self.assertEqual(times, sorted(times))

    def test_text_is_for_people(self):
        text = call("trace", "-", "--lines", source=SLEEPER).stdout
        self.assertIn("await asyncio.sleep(3600)", text)
        self.assertIn("idle until 3600.0", text)
        self.assertTrue(text.endswith("exit 0\n"))

    def test_a_program_that_is_no_python_has_a_trace_too(self):
        result = json.loads(call("trace", "-", "--format", "json", source="x = = 2\n").stdout)
        self.assertEqual((result["exit"], result["events"]), (1, []))
        self.assertIn("SyntaxError", result["stderr"])


class Picture(unittest.TestCase):
    def picture(self, *words, source=SLEEPER):
        done = call("trace", "-", "--format", "svg", *words, source=source)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout, xml.etree.ElementTree.fromstring(done.stdout)

    def words(self, svg):
        return [element.text for element in svg.iter("{http://www.w3.org/2000/svg}text")]

    def test_a_picture_is_an_svg_of_who_ran_when_and_what_was_printed(self):
        text, svg = self.picture()
        for word in ("Program", "Event loop", "Task-1", "main", "idle 3600 s", "Output", "a", "b"):
            self.assertIn(word, self.words(svg))
        self.assertNotIn("<script", text)
        self.assertEqual(re.findall(r"https?://[^\"' ]+", text), ["http://www.w3.org/2000/svg"])
        self.assertEqual(text, self.picture()[0])

    def test_it_is_light_or_dark_or_as_its_reader_has_it(self):
        both, light, dark = (self.picture("--theme", theme)[0] for theme in ("auto", "light", "dark"))
        self.assertEqual(both, self.picture()[0])
        self.assertIn("prefers-color-scheme: dark", both)
        for one in (light, dark):
            self.assertNotIn("prefers-color-scheme", one)
        self.assertNotEqual(light, dark)

    def test_a_range_of_steps_is_shown_alone_and_says_so(self):
        last = int(re.search(r"steps 0 to (\d+)<", self.picture()[0]).group(1))
        text, svg = self.picture("--steps", "0-2")
        self.assertIn(f"steps 0 to 2 of 0 to {last}<", text)
        self.assertEqual([word for word in self.words(svg) if word in ("Program", "Event loop", "Task-1")], ["Program"])
        self.assertIn(f"steps {last} to {last} of", self.picture("--steps", f"{last}-{last + 1000}")[0])
        done = call("trace", "-", "--format", "svg", "--steps", f"{last + 1}-{last + 2}", source=SLEEPER)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn(f"the run has the steps 0 to {last}", done.stderr)

    def test_it_is_as_wide_as_one_says(self):
        for width in ("320", "720", "1200"):
            self.assertEqual(self.picture("--width", width)[1].get("width"), width)

    def test_a_program_that_ends_badly_has_a_picture_that_says_how(self):
        self.assertIn("SyntaxError: invalid syntax", self.words(self.picture(source="x = = 2\n")[1]))
        self.assertIn("ZeroDivisionError: division by zero", self.words(self.picture(source="print(1 / 0)\n")[1]))
        self.picture(source="")
        self.picture("--budget", "50", source="while True: pass\n")


class Source(unittest.TestCase):
    def test_toggles_are_options(self):
        self.assertIn("h = Hello()", call("source").stdout)
        self.assertIn("h = await Hello()", call("source", "--use", "await", "--await", "closure").stdout)

    def test_what_it_writes_runs(self):
        source = call("source", "--use", "await", "--await", "sleeps", "--run", "gather").stdout
        done = call("run", "--python", "3.11", "-", source=source)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_ids_that_do_not_exist_are_named_with_those_that_do(self):
        done = call("source", "--use", "sometimes")
        self.assertEqual(done.returncode, 2)
        self.assertIn("await_twice", done.stderr)

    def test_a_lesson_is_a_setting_of_the_toggles(self):
        first = "init"
        self.assertIn("\n  init\n", call("lessons").stdout)
        self.assertIn("class Hello", call("source", "--lesson", first).stdout)
        self.assertEqual(call("lessons", first).returncode, 0)

    def test_a_lesson_may_have_a_program_of_its_own(self):
        program = call("lessons", "blocking", "--program").stdout
        self.assertIn("async def resize", program)
        self.assertEqual(call("source", "--lesson", "blocking").stdout, program)
        self.assertIn("## Stops", call("lessons", "blocking", "--file").stdout)
        self.assertIn("How do you find such a deadlock?", call("lessons", "stuck").stdout)

    def test_a_lesson_is_checked_with_line_and_column(self):
        lesson = call("lessons", "blocking", "--file").stdout
        done = call("lesson", "-", source=lesson)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("stop: return of `clock`: step ", done.stdout)
        self.assertIn("[x] At 4.5 s: ", done.stdout)
        self.assertIn("goal: It ends at 3 s or before. Before: It ends at 4.5 s.", done.stdout)
        done = call("lesson", "-", source=lesson.replace("return of `clock`", "return of `clok`"))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^-:\d+:4: no function `clok` in the program\. Did you mean `clock`\?\n$")
        done = call("lesson", "-", source=lesson.replace("---", "", 1))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertTrue(done.stderr.startswith("-:1:1: a lesson begins with a line `---`"))

    def test_the_example_of_how_to_write_a_lesson_is_one(self):
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "engine", "docs", "lessons.md")
        with open(path, encoding="utf-8") as page:
            example = page.read().split("````markdown\n")[1].split("````\n")[0]
        for python in ("3.11", "3.14", "3.15"):
            done = call("lesson", "-", "--python", python, source=example)
            self.assertEqual((done.returncode, done.stderr), (0, ""))


class Features(unittest.TestCase):
    DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "engine", "docs")

    def test_the_page_of_what_is_supported_is_what_the_engine_says_of_itself(self):
        done = call("run", os.path.join(self.DOCS, "features.py"))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open(os.path.join(self.DOCS, "supported.md"), encoding="utf-8") as page:
            self.assertEqual(done.stdout, page.read(),
                             "make it anew: awaitscope run engine/docs/features.py > engine/docs/supported.md")

    def test_a_module_that_cannot_be_here_says_why(self):
        for name, why in (("multiprocessing", "processes"), ("aiohttp", "network"), ("tempfile", "files"),
                          ("socketserver", "network")):
            done = call("run", "-", source=f"x = 1\nif x:\n    import {name}\n")
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"ModuleNotFoundError: No module named '{name}' (", done.stderr)
            self.assertIn('File "main.py", line 3, in <module>', done.stderr)
            self.assertIn(why, done.stderr)

    def test_a_module_that_nobody_knows_is_only_not_found(self):
        done = call("run", "-", source="import nonsense_module\n")
        self.assertTrue(done.stderr.endswith("ModuleNotFoundError: No module named 'nonsense_module'\n"))


class Usage(unittest.TestCase):
    def test_help_and_version_are_everywhere(self):
        self.assertIn("awaitscope", call("--version").stdout)
        for words in ((), ("run",), ("trace",), ("source",), ("lesson",), ("lessons",)):
            done = call(*words, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertTrue(done.stdout.startswith("usage: awaitscope"), words)

    def test_what_is_wrong_goes_to_standard_error_with_status_2(self):
        for words in ((), ("walk",), ("run",), ("run", "a", "b"), ("run", "--fast", "a"), ("trace",),
                      ("trace", "-", "--format", "xml"), ("trace", "-", "--format"),
                      ("trace", "-", "--budget", "0"), ("trace", "-", "--budget", "many"),
                      ("trace", "-", "--steps", "1-2"), ("trace", "-", "--theme", "dark"),
                      ("trace", "-", "--format", "json", "--width", "720"),
                      *(("trace", "-", "--format", "svg", *more) for more in (
                          ("--steps",), ("--steps", "7"), ("--steps", "7-"), ("--steps", "-7"), ("--steps", "7-3"),
                          ("--steps", "a-b"), ("--theme", "blue"), ("--width", "0"), ("--width", "wide"),
                          ("--width", "99"), ("--width", "1e3"))),
                      ("source", "loud"), ("source", "--use"), ("source", "--colour", "blue"),
                      ("lessons", "a", "b"), ("lessons", "no such"), ("lessons", "init", "--loud"),
                      ("lesson",), ("lesson", "a", "b"), ("lesson", "no such file"), ("lesson", "--loud", "-")):
            done = call(*words, source="")
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertTrue(done.stderr.startswith("awaitscope"), words)


if __name__ == "__main__":
    unittest.main()
