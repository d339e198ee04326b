// Threads: what a recording says of them, at each step.

#include <algorithm>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "engine/recording/reading/reader.h"
#include "engine/run/run.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session");

namespace {

struct Recorded {
  Run run;
  Reader reader;

  explicit Recorded(const char* source) : run(source), reader(go(run)) {}

  // What is said of every step of a kind.
  std::vector<std::string> said(EventKind kind) const {
    std::vector<std::string> texts;
    for (size_t step = 0; step < reader.steps(); ++step) {
      if (run.recording()[reader.event_of(step)].kind() == kind)
        texts.push_back(explain(reader, run.recording(), step).text);
    }
    return texts;
  }
  bool says(EventKind kind, const std::string& text) const {
    const std::vector<std::string> texts = said(kind);
    for (const std::string& each : texts) CAPTURE(each);
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  }
  // The first moment at a line of a function.
  Moment at(std::string_view function, int line) const {
    for (size_t step = 0; step < reader.steps(); ++step) {
      if (run.recording()[reader.event_of(step)].kind() != EventKind::Line) continue;
      Moment moment = reader.moment(step);
      if (moment.function == function && moment.at.line == line) return moment;
    }
    return {};
  }

 private:
  static const Recording& go(Run& run) {
    run.go(200'000);
    return run.recording();
  }
};

constexpr const char* kToThread = R"(import asyncio
import time

def work():
    time.sleep(1)
    return 5

async def other():
    await asyncio.sleep(0.5)
    time.sleep(0.1)

async def main():
    task = asyncio.create_task(other())
    print(await asyncio.to_thread(work))
    await task

asyncio.run(main())
)";

}  // namespace

TEST_CASE("time.sleep in a worker thread is said to block that thread, not the event loop") {
  const Recorded recorded(kToThread);
  CHECK(recorded.says(EventKind::ThreadWaits,
                      "`time.sleep` blocks thread `asyncio_0` until 1 s, not the event loop. Its "
                      "tasks can run."));
}

TEST_CASE("time.sleep in the event loop's thread is said to block the event loop") {
  const Recorded recorded(kToThread);
  CHECK(recorded.says(EventKind::ThreadWaits,
                      "`time.sleep` blocks `MainThread` until 0.6 s, and with it the event loop. "
                      "Only other threads can run."));
}

TEST_CASE("time.sleep in a run of one thread blocks all there is") {
  const Recorded recorded("import time\ntime.sleep(2)\n");
  CHECK(recorded.said(EventKind::IdleJump) ==
        std::vector<std::string>{"`time.sleep` blocks the thread. The clock moves from 0 s to 2 s, "
                                 "and nothing else can run."});
  CHECK(recorded.said(EventKind::ThreadWaits).empty());
}

TEST_CASE("a worker that is done is said to wake the event loop") {
  const Recorded recorded(kToThread);
  CHECK(recorded.says(EventKind::HandleScheduled,
                      "Thread `asyncio_0` schedules the callback that takes over the result of "
                      "another thread. It joins the ready queue of the event loop in another "
                      "thread."));
  CHECK(recorded.says(EventKind::ThreadReady,
                      "`asyncio_0` wakes the event loop in `MainThread`, through "
                      "`call_soon_threadsafe`."));
  CHECK(recorded.says(EventKind::Start, "Thread `asyncio_0` starts `work`."));
  CHECK(recorded.says(EventKind::ThreadSwitch,
                      "Python switches to thread `asyncio_0`, since `MainThread` waits."));
}

TEST_CASE("a moment has the frames of each thread, and says what the others wait for") {
  const Recorded recorded(kToThread);
  const Moment moment = recorded.at("work", 5);
  CHECK(moment.task == 0);
  REQUIRE(moment.threads.size() == 2);
  CHECK(moment.threads[0].name == "MainThread");
  CHECK(moment.threads[0].in_loop);
  CHECK(moment.threads[1].name == "asyncio_0");
  CHECK(moment.threads[1].state == ThreadState::Running);
  REQUIRE(moment.threads[1].stack.size() == 1);
  CHECK(moment.threads[1].stack[0].function == "work");
  REQUIRE(moment.stack.size() == 1);
  CHECK(moment.stack[0].function == "<module>");
  REQUIRE(moment.tasks.size() >= 1);
  CHECK(moment.tasks[0].chain.size() == 1);

  const Moment beside = recorded.at("other", 10);
  REQUIRE(beside.threads.size() == 2);
  CHECK(beside.threads[1].state == ThreadState::Waiting);
  CHECK(beside.threads[1].waits_for == "time.sleep");
  CHECK(beside.threads[1].until == 1);
  CHECK(beside.threads[1].stack.size() == 1);
}

TEST_CASE("a deadlock of threads ends the run, and says who waits for what") {
  const Recorded recorded(R"(import threading
import time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(1)
        with b: pass
def two():
    with b:
        time.sleep(1)
        with a: pass
threading.Thread(target=one).start()
threading.Thread(target=two).start()
)");
  CHECK(recorded.run.state() == RunState::Idle);
  const std::string message(recorded.run.message());
  CHECK(message.find("Thread-1 (one) waits for a lock that Thread-2 (two) has taken") !=
        std::string::npos);
  const std::vector<std::string> end = recorded.said(EventKind::End);
  REQUIRE(end.size() == 1);
  CHECK(end[0] ==
        "Deadlock: every thread waits, and none can wake another. `MainThread` waits for Thread-1 "
        "(one) to end. `Thread-1 (one)` waits for a lock that Thread-2 (two) has taken. `Thread-2 "
        "(two)` waits for a lock that Thread-1 (one) has taken.");
}

TEST_CASE("threads take turns at lines, at the same ones in every run") {
  const char* source = R"(import threading
counter = 0
def add():
    global counter
    for _ in range(300):
        value = counter
        value = value + 1
        counter = value
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
)";
  const Recorded first(source), second(source);
  CHECK(first.run.out() == second.run.out());
  CHECK(first.run.out() != "600\n");
  CHECK(first.says(EventKind::ThreadSwitch,
                   "Python switches to thread `Thread-1 (add)`. `Thread-2 (add)` has had its turn: "
                   "97 lines."));
  RunOptions unrecorded;
  unrecorded.record = false;
  Run plain(source, unrecorded);
  plain.go(SIZE_MAX);
  CHECK(plain.out() == first.run.out());
}

TEST_CASE("threads that never end are paused like any program, and can be gone on with") {
  Run run(R"(import threading
def spin():
    while True:
        pass
for _ in range(3):
    threading.Thread(target=spin).start()
)");
  for (int i = 1; i <= 3; ++i) {
    CHECK(run.go(10'000) == RunState::Paused);
    CHECK(run.recording().size() >= size_t(i) * 10'000);
  }
}

TEST_SUITE_END();
