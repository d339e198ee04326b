#include "engine/recording/reading/reader.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "doctest/doctest.h"
#include "tests/engine/recording/script.h"

using namespace awaitscope;
using namespace awaitscope::testing;

TEST_SUITE_BEGIN("recording");

namespace {

// main (lines 3 to 5) awaits closure (lines 7 to 9), which awaits a future that a timer ends.
struct Sleeper : Script {
  Function module_code = module(20, {"main"}), main_code = coroutine("main", 3, 5, {"h"}),
           closure_code = coroutine("Hello.__await__.<locals>.closure", 7, 9, {"self", "x"});
  uint32_t program = 0, main = 0, closure = 0, task = 0, future = 0, timer_handle = 0, armed = 0;
  Shown hello = object("Hello", "<Hello #1>");

  Sleeper() {
    program = call(module_code);
    line(program, 20);
    main = new_frame(main_code);
    task = new_task("Task-1", main);
    add(EventKind::LoopRun, 0, 0);
    turn(1);
    uint32_t ran = run(1, 4);
    step(task, ran);
    start(main);
    line(main, 4);
    closure = call(closure_code, main);
    bind(closure, "self", hello);
    line(closure, 8);
    out("await\n");
    future = new_future();
    timer_handle = timer("sleep", 1.0);
    armed = recording.last();
    suspend(closure, none());
    suspend(main, none());
    waits(task, future);
    handle_done(1);
  }

  void wake() {
    turn(2);
    jump(0, 1);
    uint32_t fired = fire(timer_handle);
    uint32_t ran = run(timer_handle, fired);
    (void)ran;
    uint32_t done = set_result(future);
    uint32_t handle = new_handle("Task-1 wakeup", task);
    uint32_t scheduled = schedule(handle, done);
    handle_done(timer_handle);
    turn(3);
    ran = run(handle, scheduled);
    step(task, ran);
    resume(main);
    resume(closure);
    bind(closure, "x", integer(7));
    line(closure, 9);
  }
};

size_t last_step(const Reader& reader) { return reader.steps() - 1; }

size_t step_with(const Reader& reader, const Recording& recording, EventKind kind, size_t nth = 1) {
  for (size_t step = 0; step < reader.steps(); ++step) {
    if (recording[reader.event_of(step)].kind() == kind && --nth == 0) return step;
  }
  FAIL("no such step");
  return 0;
}

}  // namespace

TEST_CASE("a new recording has one step, its beginning") {
  Recording recording;
  Reader reader(recording);
  CHECK(reader.steps() == 1);
  CHECK(reader.event_of(0) == 0);
  CHECK(reader.moment(0).tasks.empty());
  CHECK(reader.moment(99).step == 0);
}

TEST_CASE("details belong to the step before them") {
  Script s;
  uint32_t frame = s.call(s.function("f", 1, 3, {"a", "b"}));  // event 1
  s.bind(frame, "a", Script::integer(1));                      // 2
  s.bind(frame, "b", Script::integer(2));                      // 3
  s.line(frame, 2);                                            // 4
  Reader reader(s.recording);
  CHECK(reader.steps() == 3);
  CHECK(reader.event_of(2) == 4);
  CHECK(reader.step_of(1) == 1);
  CHECK(reader.step_of(3) == 1);
  CHECK(reader.step_of(4) == 2);
}

TEST_CASE("every step leads to its event and back, in a long recording too") {
  Script s;
  imagine(s, 20'000, 20, 1);
  Reader reader(s.recording);
  size_t step = 0;
  bool all = true;
  for (size_t event = 0; event < s.recording.size(); ++event) {
    if (!s.recording[event].is_step()) continue;
    all &= reader.event_of(step) == event && reader.step_of(event) == step;
    ++step;
  }
  CHECK(all);
  CHECK(step == reader.steps());
}

TEST_CASE("a start shows the parameters, a line what was bound before it") {
  Script s;
  uint32_t frame = s.call(s.function("f", 1, 3, {"a", "b"}));
  s.bind(frame, "a", Script::integer(1));
  s.line(frame, 2);
  s.bind(frame, "b", s.text("'two'"));
  s.line(frame, 3);
  s.unbind(frame, "a");
  s.returns(frame);
  Reader reader(s.recording);
  auto locals = [&](size_t step) {
    std::string text;
    const Moment moment = reader.moment(step);
    for (const Variable& v : moment.stack.at(0).locals) {
      text += std::string(v.name) + "=" + v.value + " ";
    }
    return text;
  };
  CHECK(locals(1) == "a=1 ");
  CHECK(locals(2) == "a=1 ");
  CHECK(locals(3) == "a=1 b='two' ");
  CHECK(reader.moment(4).stack.empty());
  CHECK(reader.moment(4).function == "f");
}

TEST_CASE("names of the module are its variables, without Python's own") {
  Script s;
  uint32_t program = s.call(s.module(3, {"__module__", "Hello", "x"}));
  s.bind(program, "__module__", s.text("'__main__'"));
  s.bind(program, "x", Script::integer(-5));
  s.line(program, 2);
  Reader reader(s.recording);
  const Moment moment = reader.moment(2);
  REQUIRE(moment.stack.size() == 1);
  REQUIRE(moment.stack[0].locals.size() == 1);
  CHECK(moment.stack[0].locals[0].name == "x");
  CHECK(moment.stack[0].locals[0].value == "-5");
}

TEST_CASE("a suspended task keeps its chain of frames and says what it waits for") {
  Sleeper s;
  Reader reader(s.recording);
  CHECK(describe(reader.moment(last_step(reader))) ==
        "step 19 event 20 in  line 0 frame 0 task 0 turn 1 time 0.000000 handle 0 out 6 err 0\n"
        "  stack\n"
        "    <module> #1 line 20 running\n"
        "  Task-1 waiting for timer at 1 s\n"
        "    main #2 line 4 suspended\n"
        "    Hello.__await__.<locals>.closure #3 line 8 suspended self=<Hello #1>\n"
        "  ready\n"
        "  timers [sleep]@1.000000\n"
        "  future 1 pending for 1\n");
}

TEST_CASE("while a task runs its chain is what it has called, and the ready queue is without it") {
  Sleeper s;
  Reader reader(s.recording);
  const Moment moment = reader.moment(step_with(reader, s.recording, EventKind::Out));
  CHECK(moment.task == 1);
  CHECK(moment.function == "Hello.__await__.<locals>.closure");
  CHECK(moment.at.line == 8);
  REQUIRE(moment.tasks.size() == 1);
  CHECK(moment.tasks[0].state == TaskState::Running);
  REQUIRE(moment.tasks[0].chain.size() == 2);
  CHECK(moment.tasks[0].chain[0].running);
  CHECK(moment.tasks[0].chain[1].running);
  CHECK(moment.ready.empty());
  CHECK(moment.stack.size() == 1);
  CHECK(moment.running_handle == 1);
}

TEST_CASE("a task is ready before its first step and when its wake-up is scheduled") {
  Sleeper s;
  s.wake();
  Reader reader(s.recording);
  const Moment before = reader.moment(step_with(reader, s.recording, EventKind::TurnBegun));
  CHECK(before.tasks[0].state == TaskState::Ready);
  CHECK(before.in_loop);
  CHECK_FALSE(reader.moment(1).in_loop);
  REQUIRE(before.ready.size() == 1);
  CHECK(before.ready[0].label == "Task-1 step");
  CHECK(before.ready[0].task == 1);
  const Moment woken = reader.moment(step_with(reader, s.recording, EventKind::TurnBegun, 3));
  CHECK(woken.tasks[0].state == TaskState::Ready);
  REQUIRE(woken.ready.size() == 1);
  CHECK(woken.ready[0].label == "Task-1 wakeup");
  CHECK(woken.futures.at(0).state == "done");
  CHECK(woken.time == 1.0);
}

TEST_CASE("a resumed chain is the same chain again") {
  Sleeper s;
  s.wake();
  Reader reader(s.recording);
  const Moment moment = reader.moment(last_step(reader));
  REQUIRE(moment.tasks.at(0).chain.size() == 2);
  CHECK(moment.tasks[0].chain[1].line == 9);
  CHECK(moment.tasks[0].chain[1].locals.back().value == "7");
  CHECK(moment.futures.empty());
  CHECK(moment.timers.empty());
}

TEST_CASE(
    "an exception thrown into a chain runs the innermost frame first; the others stay suspended") {
  Sleeper s;
  const Shown error = s.text("CancelledError()");
  s.step(s.task);
  s.throw_into(s.closure, error);
  s.line(s.closure, 9);
  SUBCASE("and if it swallows the exception and awaits again, the chain stays") {
    Reader running(s.recording);
    const Moment inner = running.moment(last_step(running));
    REQUIRE(inner.tasks.at(0).chain.size() == 2);
    CHECK_FALSE(inner.tasks[0].chain[0].running);
    CHECK(inner.tasks[0].chain[1].running);
    s.suspend(s.closure, Script::none());
    s.waits(s.task, s.new_future());
    Reader reader(s.recording);
    const Moment moment = reader.moment(last_step(reader));
    REQUIRE(moment.tasks.at(0).chain.size() == 2);
    CHECK_FALSE(moment.tasks[0].chain[1].running);
  }
  SUBCASE("and if it lets the exception go, the next one outside gets it") {
    s.raises(s.closure, error);
    s.throw_into(s.main, error);
    Reader reader(s.recording);
    const Moment moment = reader.moment(last_step(reader));
    REQUIRE(moment.tasks.at(0).chain.size() == 1);
    CHECK(moment.tasks[0].chain[0].function == "main");
    CHECK(moment.tasks[0].chain[0].running);
  }
  SUBCASE("and if it returns, the next one outside goes on, without an event of its own") {
    s.returns(s.closure, Script::integer(1));
    s.line(s.main, 5);
    {
      Reader reader(s.recording);
      const Moment moment = reader.moment(last_step(reader));
      REQUIRE(moment.tasks.at(0).chain.size() == 1);
      CHECK(moment.tasks[0].chain[0].running);
      CHECK(moment.tasks[0].chain[0].line == 5);
    }
    s.returns(s.main);
    s.done(s.task);
    Reader reader(s.recording);
    const Moment moment = reader.moment(last_step(reader));
    CHECK(moment.tasks.at(0).chain.empty());
    CHECK(moment.tasks[0].state == TaskState::Done);
    CHECK(moment.tasks[0].result == "None");
  }
}

TEST_CASE("a generator that yields to a loop is not a part of what its user awaits later") {
  Script s;
  uint32_t main = s.new_frame(s.coroutine("main", 1, 9));
  uint32_t task = s.new_task("Task-1", main);
  s.run(1);
  s.step(task);
  s.start(main);
  s.line(main, 2);
  uint32_t numbers = s.call(s.generator("numbers", 10, 14), main);
  s.yields(numbers, Script::integer(1));
  s.line(main, 3);
  s.suspend(main, Script::none());
  Reader reader(s.recording);
  CHECK(reader.moment(last_step(reader)).tasks.at(0).chain.size() == 1);
  SUBCASE("but it is where it yields from inside an await") {
    Script t;
    uint32_t outer = t.new_frame(t.coroutine("main", 1, 9));
    uint32_t waiting = t.new_task("Task-1", outer);
    t.run(1);
    t.step(waiting);
    t.start(outer);
    uint32_t inner = t.call(t.generator("Hello.__await__", 10, 14), outer);
    t.yields(inner, Script::none());
    t.suspend(outer, Script::none());
    Reader other(t.recording);
    CHECK(other.moment(last_step(other)).tasks.at(0).chain.size() == 2);
  }
}

TEST_CASE("a task that waits for another names it") {
  Sleeper s;
  uint32_t other = s.new_task("Task-2", s.new_frame(s.main_code));
  s.waits_for_task(s.task, other);
  s.add(EventKind::TaskNamed, 0, other, s.recording.intern("reader"));
  s.line(s.program, 20);
  Reader reader(s.recording);
  const Moment moment = reader.moment(last_step(reader));
  CHECK(moment.tasks.at(0).waits_for == "reader");
  CHECK(moment.tasks[0].waits_for_task == other);
  CHECK(moment.tasks[0].waits_for_future == 0);
}

TEST_CASE("cancelled handles leave the queue and the timers") {
  Script s;
  uint32_t a = s.new_handle("a"), b = s.new_handle("b");
  s.schedule(a);
  s.schedule(b);
  uint32_t t = s.timer("t", 3);
  s.timer("u", 2);
  s.add(EventKind::HandleCancelled, 0, a);
  s.add(EventKind::HandleCancelled, 0, t);
  Reader reader(s.recording);
  const Moment moment = reader.moment(last_step(reader));
  REQUIRE(moment.ready.size() == 1);
  CHECK(moment.ready[0].label == "b");
  REQUIRE(moment.timers.size() == 1);
  CHECK(moment.timers[0].label == "u");
}

TEST_CASE("timers are in order of deadline, equal ones in order of making") {
  Script s;
  s.timer("late", 2);
  s.timer("first", 1);
  s.timer("second", 1);
  Reader reader(s.recording);
  const Moment moment = reader.moment(last_step(reader));
  REQUIRE(moment.timers.size() == 3);
  CHECK(moment.timers[0].label == "first");
  CHECK(moment.timers[1].label == "second");
  CHECK(moment.timers[2].label == "late");
}

TEST_CASE("a callback's frames stand outside every task") {
  Sleeper s;
  uint32_t handle = s.new_handle("callback()");
  s.schedule(handle);
  s.run(handle);
  s.call(s.function("callback", 12, 13));
  Reader reader(s.recording);
  const Moment moment = reader.moment(last_step(reader));
  REQUIRE(moment.stack.size() == 2);
  CHECK(moment.stack[1].function == "callback");
  CHECK(reader.outer_frame(last_step(reader)) == 0);
}

TEST_CASE("an object is shown with the contents it had at the event asked for") {
  Script s;
  const Shown list = s.object("list", "<list #1>"), other = s.object("list", "<list #2>");
  s.change(list, "[1]");     // event 1
  s.change(other, "[]");     // 2
  s.change(list, "[1, 2]");  // 3
  Reader reader(s.recording);
  CHECK(reader.show(list, 0) == "<list #1>");
  CHECK(reader.show(list, 1) == "[1]");
  CHECK(reader.show(list, 2) == "[1]");
  CHECK(reader.show(list, 3) == "[1, 2]");
  CHECK(reader.show(other, 3) == "[]");
  s.change(list, "[]");  // 4
  reader.extend();
  CHECK(reader.show(list, 4) == "[]");
  CHECK(reader.show(list, 3) == "[1, 2]");
}

TEST_CASE("values of every kind are shown as Python would") {
  Script s;
  Reader reader(s.recording);
  CHECK(reader.show(Shown::nothing(), 0) == "");
  CHECK(reader.show(Script::integer(-1), 0) == "-1");
  CHECK(reader.show(Script::integer((int64_t(1) << 60) - 1), 0) == "1152921504606846975");
  CHECK(reader.show(s.text("1.5"), 0) == "1.5");
  CHECK(reader.show(Shown::of_singleton(0), 0) == "None");
  CHECK(reader.show(Shown::of_singleton(2), 0) == "True");
  CHECK(reader.show(Shown::of_singleton(3), 0) == "Ellipsis");
}

TEST_CASE("output up to a step is what was printed up to it, with the step of each piece") {
  Script s;
  uint32_t frame = s.call(s.function("f", 1, 3, {"a"}));  // step 1
  s.out("one\n");                                         // 2
  s.bind(frame, "a", Script::integer(1));
  s.err("two\n");  // 3
  s.line(frame, 2);
  s.out("three\n");  // 5
  Reader reader(s.recording);
  CHECK(reader.output(1).empty());
  auto pieces = reader.output(4);
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].text == "one\n");
  CHECK_FALSE(pieces[0].error);
  CHECK(pieces[0].step == 2);
  CHECK(pieces[1].error);
  CHECK(pieces[1].step == 3);
  CHECK(reader.output(5).back().step == 5);
  CHECK(reader.moment(4).out_bytes == 4);
  CHECK(reader.moment(5).out_bytes == 10);
  CHECK(reader.moment(5).err_bytes == 4);
}

TEST_CASE("every piece of output has its own step in a long recording") {
  Script s;
  imagine(s, 30'000, 10, 2);
  Reader reader(s.recording);
  bool all = true;
  size_t count = 0;
  for (const Reader::Piece& piece : reader.output(last_step(reader))) {
    const Event& event = s.recording[reader.event_of(piece.step)];
    all &= event.kind() == EventKind::Out && s.recording.text(event.operand) == piece.text;
    ++count;
  }
  CHECK(all);
  CHECK(count > 100);
}

TEST_CASE("turn and time at an event are those of the moment there") {
  Script s;
  imagine(s, 9'000, 8, 3);
  Reader reader(s.recording);
  bool all = true;
  for (size_t step = 0; step < reader.steps(); ++step) {
    const Moment moment = reader.moment(step);
    all &=
        reader.turn_at(moment.event) == moment.turn && reader.time_at(moment.event) == moment.time;
  }
  CHECK(all);
}

TEST_CASE("a moment reached by checkpoint is the moment reached by folding from the start") {
  uint32_t alive = 1;
  SUBCASE("with one task alive") {}
  SUBCASE("with fifty") { alive = 50; }
  SUBCASE("with five hundred") { alive = 500; }
  Script s;
  imagine(s, 20'000, alive, 4);
  Reader forward(s.recording), jumping(s.recording);
  std::mt19937 random(5);
  std::vector<size_t> steps;
  for (int i = 0; i < 100; ++i) steps.push_back(random() % forward.steps());
  std::sort(steps.begin(), steps.end());
  std::vector<std::string> expected;
  for (size_t step : steps) expected.push_back(describe(forward.moment(step)));
  std::vector<size_t> order(steps.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  size_t different = 0;
  for (size_t i : order) different += describe(jumping.moment(steps[i])) != expected[i];
  CHECK(different == 0);
}

TEST_CASE("going back step by step shows what going forward showed") {
  Script s;
  imagine(s, 9'000, 6, 6);
  Reader reader(s.recording);
  std::vector<size_t> forward;
  for (size_t step = 0; step < reader.steps(); ++step) {
    forward.push_back(std::hash<std::string>()(describe(reader.moment(step))));
  }
  size_t different = 0;
  for (size_t step = reader.steps(); step-- > 0;) {
    different += std::hash<std::string>()(describe(reader.moment(step))) != forward[step];
  }
  CHECK(different == 0);
}

TEST_CASE("a reader that was extended is the same as a new one") {
  Script s;
  imagine(s, 10'000, 10, 7);
  Reader extended(s.recording);
  extended.moment(extended.steps() / 2);
  imagine(s, 20'000, 10, 8);
  extended.extend();
  Reader fresh(s.recording);
  CHECK(extended.steps() == fresh.steps());
  size_t different = 0;
  for (size_t step = 0; step < fresh.steps(); step += 97) {
    different += describe(extended.moment(step)) != describe(fresh.moment(step));
  }
  CHECK(different == 0);
  CHECK(extended.output(extended.steps() - 1).size() == fresh.output(fresh.steps() - 1).size());
}

TEST_CASE("of many tasks that have ended only the last are kept") {
  Script s;
  for (int i = 0; i < 1000; ++i) {
    uint32_t task = s.new_task("Task-" + std::to_string(i + 1), 0);
    if (i != 3) s.done(task);
  }
  Reader reader(s.recording);
  const Moment moment = reader.moment(last_step(reader));
  REQUIRE(moment.tasks.size() == 201);
  CHECK(moment.tasks[0].name == "Task-4");
  CHECK(moment.tasks[1].name == "Task-801");
}

TEST_SUITE_END();
