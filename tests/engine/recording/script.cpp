#include "tests/engine/recording/script.h"

#include <algorithm>
#include <deque>
#include <random>

namespace awaitscope::testing {

namespace {

struct ImaginedTask {
  uint32_t task = 0;
  std::vector<uint32_t> frames;
};

}  // namespace

void imagine(Script& s, size_t events, uint32_t alive, uint32_t seed) {
  std::mt19937 random(seed);
  auto below = [&](uint32_t n) { return uint32_t(random() % n); };
  const Function module = s.module(20, {"main", "Hello"});
  const Function functions[] = {s.coroutine("main", 1, 9, {"h", "i"}),
                                s.coroutine("Hello.a_method", 10, 14, {"self"}),
                                s.coroutine("Hello.__aenter__", 15, 19, {"self", "x", "y"})};
  const Shown hello = s.object("Hello", "<Hello #1>");
  uint32_t frame = s.call(module);
  s.bind(frame, "Hello", s.object("type", "<class Hello>"));
  s.line(frame, 20);
  s.add(EventKind::LoopRun, 0, 0);

  std::vector<ImaginedTask> tasks(s.recording.tasks().size());  // by number
  struct Ready {
    uint32_t handle, task, future, sleeper;
  };
  std::deque<Ready> ready;
  struct Timer {
    double deadline;
    uint32_t handle, future, task;
  };
  std::vector<Timer> timers;  // a heap would do; there are few that are due
  double now = 0;
  uint32_t turn = 0, living = 0;

  auto enter = [&](ImaginedTask& task) {
    uint32_t caller = task.frames.empty() ? 0 : task.frames.back();
    uint32_t made = task.frames.empty() ? 0 : s.new_frame(functions[1 + below(2)]);
    task.frames.push_back(made);
    s.start(made, caller);
    s.bind(made, "self", hello);
  };
  auto spawn = [&] {
    ImaginedTask task;
    uint32_t root = s.new_frame(functions[0]);
    task.task = s.new_task("Task-" + std::to_string(tasks.size()), root);
    task.frames = {root};
    ready.push_back({uint32_t(s.recording.handles().size() - 1), task.task, 0, 0});
    tasks.push_back(task);
    ++living;
  };
  for (uint32_t i = 0; i < alive; ++i) spawn();
  std::vector<bool> started(1);

  while (s.recording.size() < events) {
    s.turn(++turn);
    if (ready.empty()) {
      auto due = std::min_element(timers.begin(), timers.end(), [](const Timer& a, const Timer& b) {
        return a.deadline < b.deadline;
      });
      if (due == timers.end()) break;
      s.jump(now, due->deadline);
      now = due->deadline;
      auto at = std::stable_partition(timers.begin(), timers.end(),
                                      [&](const Timer& t) { return t.deadline > now; });
      for (auto t = at; t != timers.end(); ++t) {
        s.fire(t->handle);
        ready.push_back({t->handle, 0, t->future, t->task});
      }
      timers.erase(at, timers.end());
    }
    for (size_t left = ready.size(); left > 0 && s.recording.size() < events; --left) {
      Ready now_running = ready.front();
      ready.pop_front();
      uint32_t run = s.run(now_running.handle);
      if (!now_running.task) {  // a timer: its future is done
        uint32_t done = s.set_result(now_running.future);
        uint32_t handle = s.new_handle("wakeup", now_running.sleeper);
        s.schedule(handle, done);
        ready.push_back({handle, now_running.sleeper, 0, 0});
        s.handle_done(now_running.handle);
        continue;
      }
      ImaginedTask& task = tasks[now_running.task];
      s.step(task.task, run);
      if (started.size() <= task.task) started.resize(task.task + 1);
      if (!started[task.task]) {
        started[task.task] = true;
        s.start(task.frames[0]);
      } else if (below(20) == 0) {
        const Shown error = s.text("CancelledError()");
        s.throw_into(task.frames.back(), error);
        while (!task.frames.empty()) {
          s.raises(task.frames.back(), error);
          task.frames.pop_back();
          if (!task.frames.empty()) s.throw_into(task.frames.back(), error);
        }
        s.add(EventKind::TaskCancelled, 0, task.task);
        s.handle_done(now_running.handle);
        --living;
        if (living < alive) spawn();
        continue;
      } else {
        for (uint32_t f : task.frames) s.resume(f);
      }
      for (uint32_t i = below(6); i > 0; --i) {
        uint32_t f = task.frames.back();
        const Code& code = s.recording.code_of(f);
        s.line(f, code.first_line + int(below(uint32_t(code.positions.size() / 5))));
        if (below(2)) s.bind(f, code.locals.back().name, Script::integer(below(1000)));
        if (below(8) == 0) s.out("printed\n");
        if (below(16) == 0) s.change(hello, "<Hello #1 n=" + std::to_string(below(100)) + ">");
        if (task.frames.size() < 6 && below(3) == 0)
          enter(task);
        else if (task.frames.size() > 1 && below(4) == 0) {
          s.returns(f, Script::integer(1));
          task.frames.pop_back();
        }
      }
      if (below(12) == 0) {
        while (!task.frames.empty()) {
          s.returns(task.frames.back(), hello);
          task.frames.pop_back();
        }
        s.done(task.task, hello);
        s.handle_done(now_running.handle);
        --living;
        if (living < alive) spawn();
        continue;
      }
      uint32_t future = s.new_future();
      double deadline = now + below(8) * 0.25;
      uint32_t handle = s.timer("set_result", deadline, task.task);
      for (size_t i = task.frames.size(); i-- > 0;) s.suspend(task.frames[i], Script::none());
      s.waits(task.task, future);
      timers.push_back({deadline, handle, future, task.task});
      s.handle_done(now_running.handle);
    }
  }
  s.end();
}

}  // namespace awaitscope::testing
