#include <set>

#include "doctest/doctest.h"
#include "engine/recording/events/run_end.h"
#include "engine/recording/reading/explanation_texts.h"
#include "engine/recording/reading/reader.h"
#include "tests/engine/recording/script.h"

using namespace awaitscope;
using namespace awaitscope::testing;

TEST_SUITE_BEGIN("recording");

namespace {

Explanation last(const Script& s) {
  Reader reader(s.recording);
  return explain(reader, s.recording, reader.steps() - 1);
}

// Task-1 runs main, which is at line 4.
struct Running : Script {
  Shown hello = object("Hello", "<Hello #1>");
  uint32_t main = new_frame(coroutine("main", 3, 9)), task = new_task("Task-1", main);
  Running() {
    step(task, run(1));
    start(main);
    line(main, 4);
  }
};

}  // namespace

TEST_CASE("an explanation names the functions, objects and values of the step") {
  Running s;
  SUBCASE("async with calling __aenter__") {
    s.found(EventKind::EnterAsync, s.main, s.hello);
    const Explanation e = last(s);
    CHECK(e.text ==
          "`async with` in `main` calls `__aenter__` of `<Hello #1>`, and awaits what it returns.");
    CHECK(e.link == "https://docs.python.org/3.14/reference/datamodel.html#object.__aenter__");
    CHECK(e.instead.empty());
  }
  SUBCASE("await finding an object with __await__") {
    s.found(EventKind::AwaitMethod, s.main, s.hello);
    CHECK(last(s).text == "`<Hello #1>` is not a coroutine, so `await` calls its `__await__`.");
  }
  SUBCASE("a coroutine that starts because it is awaited") {
    s.found(EventKind::AwaitCoroutine, s.main, s.object("coroutine", "<coroutine Hello.a_method>"));
    s.call(s.coroutine("Hello.a_method", 10, 12), s.main);
    CHECK(last(s).text == "`main` awaits the coroutine `Hello.a_method`, so its body starts now.");
  }
  SUBCASE("a plain function that is called") {
    s.call(s.function("helper", 10, 12), s.main);
    CHECK(last(s).text == "`helper` starts, called from `main`.");
  }
  SUBCASE("a value returned to an await") {
    s.found(EventKind::AwaitCoroutine, s.main, s.object("coroutine", "<coroutine Hello.a_method>"));
    uint32_t inner = s.call(s.coroutine("Hello.a_method", 10, 12), s.main);
    s.returns(inner, s.hello);
    CHECK(last(s).text ==
          "`Hello.a_method` returns `<Hello #1>`, so the `await` in `main` evaluates to `<Hello "
          "#1>`.");
  }
  SUBCASE("the result of a task") {
    s.returns(s.main, Script::integer(42));
    CHECK(last(s).text == "`main` returns `42`, the result of `Task-1`.");
    s.done(s.task, Script::integer(42));
    CHECK(last(s).text == "`Task-1` is done, with result `42`.");
  }
}

TEST_CASE("suspending is told from the inside out") {
  Running s;
  uint32_t inner = s.call(s.coroutine("Hello.a_method", 10, 12), s.main);
  s.suspend(inner, s.object("Future", "<Future 1>"));
  CHECK(last(s).text.starts_with("`Hello.a_method` suspends with `<Future 1>`."));
  s.suspend(s.main, s.object("Future", "<Future 1>"));
  CHECK(last(s).text ==
        "`main` suspends too: it awaits `Hello.a_method`. Control returns to the event loop.");
}

TEST_CASE("a suspension says what the task will wait for") {
  Running s;
  uint32_t future = s.new_future();
  s.timer("set_result", 1.5);
  s.suspend(s.main, s.object("Future", "<Future>"));
  const uint32_t suspended = s.recording.last();
  s.waits(s.task, future);
  Reader reader(s.recording);
  CHECK(explain(reader, s.recording, reader.step_of(suspended))
            .text.starts_with("`main` suspends until 1.5 s."));
  CHECK(last(s).text.starts_with("`Task-1` is waiting until 1.5 s."));
}

TEST_CASE("resuming is told from the outside in") {
  Running s;
  uint32_t inner = s.call(s.coroutine("Hello.a_method", 10, 12), s.main);
  s.suspend(inner, Script::none());
  s.suspend(s.main, Script::none());
  s.step(s.task);
  s.resume(s.main);
  CHECK(last(s).text == "`Task-1` resumes `main` at line 4.");
  s.resume(inner);
  CHECK(last(s).text == "`main` resumes `Hello.a_method`, which it awaits, at line 10.");
}

TEST_CASE("a task that was cancelled is told from one whose awaited task was") {
  Running s;
  s.suspend(s.main, Script::none());
  s.handle_done(1);
  SUBCASE("cancelled itself") {
    s.add(EventKind::TaskCancel, 0, s.task);
    s.run(s.new_handle("Task-1 wakeup", s.task));
    s.step(s.task);
    s.throw_into(s.main, s.text("CancelledError()"));
    CHECK(last(s).text.starts_with(
        "`Task-1` was cancelled, so `CancelledError` is raised in `main`"));
  }
  SUBCASE("or not") {
    s.run(s.new_handle("Task-1 wakeup", s.task));
    s.step(s.task);
    s.throw_into(s.main, s.text("CancelledError()"));
    CHECK(last(s).text ==
          "What `main` awaits was cancelled, so the `await` at line 4 raises `CancelledError`.");
  }
}

TEST_CASE("a mistake says what to write instead, once, where it is raised") {
  Running s;
  const Shown error = s.text("TypeError(\"object Hello can't be used in 'await' expression\")");
  uint32_t inner = s.call(s.coroutine("inner", 10, 12), s.main);
  s.raises(inner, error);
  const Explanation first = last(s);
  CHECK(first.instead.find("`__await__`") != std::string::npos);
  CHECK(first.text.find("is raised. `await` needs an awaitable") != std::string::npos);
  s.raises(s.main, error);
  const Explanation second = last(s);
  CHECK(second.instead.empty());
  CHECK(second.text.find("leaves `main`") != std::string::npos);
}

TEST_CASE("every mistake that CPython tells of is known by its message") {
  struct {
    const char* message;
    const char* link;
  } const cases[] = {
      {"TypeError(\"object Hello can't be used in 'await' expression\")", "#await"},
      {"TypeError(\"__await__() returned non-iterator of type 'Hello'\")", "__await__"},
      {"TypeError('__await__() returned a coroutine')", "__await__"},
      {"TypeError(\"__init__() should return None, not 'coroutine'\")", "__init__"},
      {"RuntimeError('cannot reuse already awaited coroutine')", "coroutine"},
      {"RuntimeError('coroutine is being awaited already')", "coroutine"},
      {"TypeError(\"'Hello' object does not support the asynchronous context manager protocol\")",
       "async with"},
      {"TypeError(\"'Hello' object does not support the asynchronous context manager protocol "
       "(missed __aexit__ method)\")",
       "async with"},
      {"TypeError(\"'Hello' object does not support the context manager protocol\")", "with"},
      {"TypeError(\"'async with' received an object from __aenter__ that does not implement "
       "__await__: Hello\")",
       "__aenter__"},
      {"TypeError(\"'async with' received an object from __aexit__ that does not implement "
       "__await__: NoneType\")",
       "__aexit__"},
      {"TypeError(\"'async for' requires an object with __aiter__ method, got list\")",
       "async for"},
      {"main.py:24: RuntimeWarning: coroutine 'Hello.a_method' was never awaited\n",
       "never-awaited"},
      {"main.py:24: RuntimeWarning: coroutine 'Hello.__init__' was never awaited\n", "__init__"},
      {"main.py:24: RuntimeWarning: coroutine 'Hello.__await__' was never awaited\n", "__await__"},
      {"RuntimeError('yield was used instead of yield from in task <T…')", "Future"},
      {"Task exception was never retrieved\n", "never-retrieved"},
      {"RuntimeError('Task got bad yield: 1')", "__await__"},
      {"AttributeError(\"'NoneType' object has no attribute 'a_method'\")", "AttributeError"},
      {"ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('x')])", "TaskGroup"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.message);
    const Mistake* mistake = find_mistake(c.message);
    REQUIRE(mistake);
    CHECK_FALSE(mistake->instead.empty());
    const Link& link = link_of(mistake->link);
    const bool about = link.title.find(c.link) != std::string_view::npos ||
                       link.address.find(c.link) != std::string_view::npos;
    CHECK(about);
  }
  CHECK(find_mistake("CancelledError()"));
  CHECK(find_mistake("TimeoutError()"));
  CHECK_FALSE(find_mistake("ValueError('a_method failed')"));
}

TEST_CASE("a warning that something was never awaited is explained where it is printed") {
  Running s;
  s.err("main.py:24: RuntimeWarning: coroutine 'Hello.a_method' was never awaited\n");
  const Explanation e = last(s);
  CHECK(e.text.find("nothing awaited it") != std::string::npos);
  CHECK(e.instead.find("`await`") != std::string::npos);
  CHECK(e.link.find("asyncio-dev.html#detect-never-awaited-coroutines") != std::string_view::npos);
}

TEST_CASE("a mistake that has gone a long way is not explained again") {
  Running s;
  const Shown error = s.text("RuntimeError('cannot reuse already awaited coroutine')");
  s.raises(s.call(s.coroutine("inner", 10, 12), s.main), error);
  for (int i = 0; i < 50; ++i) s.out("cleaning up\n");
  s.raises(s.main, error);
  CHECK(last(s).instead.empty());
}

TEST_CASE("a report of a failed task that nobody awaited is explained before its traceback") {
  Running s;
  s.err(
      "Task exception was never retrieved\nfuture: <Task finished>\n"
      "Traceback (most recent call last):\nValueError: x\n");
  CHECK(last(s).text.starts_with("A task failed, and nothing awaited it"));
  CHECK(last(s).instead.find("TaskGroup") != std::string::npos);
}

TEST_CASE("the end of a run says whether the loop would wait for ever") {
  Script s;
  s.add(EventKind::End, 0, uint32_t(RunState::Idle), 1);
  CHECK(last(s).text.find("nothing can wake the event loop") != std::string::npos);
  CHECK(last(s).instead.find("`event.set()`") != std::string::npos);
}

TEST_CASE("callbacks of asyncio's own are told in words") {
  Running s;
  s.run(s.new_handle("_run_until_complete_cb() at <library>", 0));
  CHECK(last(s).text.starts_with("Next in the ready queue: the callback that stops the loop."));
}

TEST_CASE("every step of any run has an explanation and a link, with nothing left to fill in") {
  Script s;
  imagine(s, 6000, 8, 3);
  Reader reader(s.recording);
  std::set<std::string> wrong;
  for (size_t step = 0; step < reader.steps(); ++step) {
    const Explanation e = explain(reader, s.recording, step);
    bool fine = e.text.size() > 10 && e.text.find('{') == std::string::npos &&
                (e.text.back() == '.' || e.text.back() == '`') &&
                e.text.find("``") == std::string::npos &&
                e.link.starts_with("https://docs.python.org/3.14/") && !e.link_title.empty();
    if (!fine) wrong.insert(e.text);
  }
  CHECK(wrong.empty());
}

TEST_SUITE_END();
