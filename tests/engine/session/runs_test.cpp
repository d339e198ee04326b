// What must hold of every recording of a real run, for every conformance program.

#include "tests/engine/session/runs.h"

#include <set>
#include <vector>

#include "doctest/doctest.h"
#include "engine/recording/reading/reader.h"
#include "engine/run/run.h"
#include "engine/session/session.h"
#include "tests/engine/recording/describe.h"

using namespace awaitscope;
using awaitscope::testing::describe;
using awaitscope::testing::kEvery;
using awaitscope::testing::RunProperty;

TEST_SUITE_BEGIN("session");

namespace {

bool is_as_its_row_says(const Recording& recording, size_t index) {
  const Event& event = recording[index];
  const EventRow& row = row_of(event.kind());
  const bool has_frame = row.subject == EventRow::Subject::Frame && event.subject > 0 &&
                         event.subject <= recording.frame_count();
  const Code* code = has_frame ? &recording.code_of(event.subject) : nullptr;
  auto is_number = [](uint32_t number, size_t rows) { return number > 0 && number < rows; };
  auto subject = [&] {
    switch (row.subject) {
      case EventRow::Subject::Nothing:
      case EventRow::Subject::Loop: return event.subject == 0;
      case EventRow::Subject::Frame: return has_frame;
      case EventRow::Subject::Task: return is_number(event.subject, recording.tasks().size());
      case EventRow::Subject::Future:
        return is_number(event.subject, recording.future_count() + size_t(1));
      case EventRow::Subject::Handle: return is_number(event.subject, recording.handles().size());
      case EventRow::Subject::Object: return is_number(event.subject, recording.objects().size());
      case EventRow::Subject::Thread:
        return event.subject == 0 || is_number(event.subject, recording.threads().size());
      case EventRow::Subject::RunState: return event.subject <= uint32_t(RunState::Rejected);
    }
    return false;
  };
  auto offset = [&] {
    switch (row.offset) {
      case EventRow::Offset::Nothing: return event.offset() == 0;
      case EventRow::Offset::Instruction: return event.offset() < code->instructions.size();
      case EventRow::Offset::Local: return event.offset() < code->locals.size();
      case EventRow::Offset::Name: return event.offset() < code->names.size();
    }
    return false;
  };
  auto operand = [&] {
    switch (row.operand) {
      case EventRow::Operand::Nothing: return event.operand == 0;
      case EventRow::Operand::Value: return carries_value(event.kind());
      case EventRow::Operand::Frame: return event.operand <= recording.frame_count();
      case EventRow::Operand::Future: return event.operand <= recording.future_count();
      case EventRow::Operand::Text: return recording.text(event.operand).data() != nullptr;
      case EventRow::Operand::Turn: return event.operand > 0;
      case EventRow::Operand::Jump: return event.operand < recording.jumps().size();
      case EventRow::Operand::Wait: return event.operand < recording.waits().size();
      case EventRow::Operand::Status: return event.operand <= 255;
      case EventRow::Operand::State: return event.operand < recording.primitive_states().size();
    }
    return false;
  };
  auto cause = [&] {
    switch (row.cause) {
      case EventRow::Cause::Nothing: return event.cause == 0;
      case EventRow::Cause::Value: return carries_value(event.kind());
      case EventRow::Cause::Event: return event.cause < index;
      case EventRow::Cause::Task: return event.cause < recording.tasks().size();
    }
    return false;
  };
  return subject() && offset() && operand() && cause();
}

std::set<EventKind> kinds_seen;

const RunProperty kRows(
    "every event of a real run is as the row of its kind says, and all kinds occur",
    [](const Run& run, const Reader&, const std::string&) {
      const Recording& recording = run.recording();
      std::string wrong;
      for (size_t i = 0; i < recording.size(); ++i) {
        kinds_seen.insert(recording[i].kind());
        if (is_as_its_row_says(recording, i)) continue;
        wrong += std::to_string(i) + " " + std::string(row_of(recording[i].kind()).name) + "\n";
      }
      CHECK(wrong == "");
    },
    [] {
      if (kEvery > 1) return;
      for (const EventRow& row : kEventRows) {
        CAPTURE(row.name);
        CHECK(kinds_seen.count(EventKind(&row - kEventRows)) == 1);
      }
    });

const RunProperty kBothWays("every moment of a real run is the same from before and from behind",
                            [](const Run& run, const Reader& forward, const std::string&) {
                              const Reader backward(run.recording());
                              const size_t stride = forward.steps() / 3000 + 1;
                              std::vector<size_t> steps, hashes;
                              for (size_t step = 0; step < forward.steps(); step += stride) {
                                steps.push_back(step);
                                hashes.push_back(
                                    std::hash<std::string>()(describe(forward.moment(step))));
                              }
                              size_t different = 0;
                              for (size_t i = steps.size(); i-- > 0;) {
                                different += std::hash<std::string>()(
                                                 describe(backward.moment(steps[i]))) != hashes[i];
                              }
                              CHECK(different == 0);
                            });

const RunProperty kFrames(
    "the frame of every line that runs is the innermost of its task's chain, or of the stack",
    [](const Run& run, const Reader& reader, const std::string&) {
      const Recording& recording = run.recording();
      size_t wrong = 0, first = 0;
      for (size_t step = 0; step < reader.steps(); ++step) {
        if (recording[reader.event_of(step)].kind() != EventKind::Line) continue;
        const Moment moment = reader.moment(step);
        const std::vector<FrameView>* frames = &moment.stack;
        for (const ThreadView& thread : moment.threads) {
          if (thread.thread == moment.thread) frames = &thread.stack;
        }
        for (const TaskView& task : moment.tasks) {
          if (task.task == moment.task) frames = &task.chain;
        }
        bool right = !frames->empty() && frames->back().frame == moment.frame &&
                     frames->back().running && frames->back().line == moment.at.line;
        if (!right && !wrong++) first = step;
      }
      CAPTURE(first);
      CHECK(wrong == 0);
    });

const RunProperty kHandles("the handle that runs was the first of the ready queue",
                           [](const Run& run, const Reader& reader, const std::string&) {
                             const Recording& recording = run.recording();
                             size_t wrong = 0;
                             for (size_t step = 1; step < reader.steps(); ++step) {
                               const Event& event = recording[reader.event_of(step)];
                               if (event.kind() != EventKind::HandleRun) continue;
                               const Moment before = reader.moment(step - 1);
                               // (There is one list of what is ready, even if several threads run a
                               // loop each.)
                               if (std::count_if(
                                       before.threads.begin(), before.threads.end(),
                                       [](const ThreadView& thread) { return thread.in_loop; }) > 1)
                                 continue;
                               wrong += before.ready.empty() ||
                                        before.ready.front().handle != event.subject;
                             }
                             CHECK(wrong == 0);
                           });

const RunProperty kForward(
    "turn and time never go back, and the output is what the run has printed",
    [](const Run& run, const Reader& reader, const std::string&) {
      int turn = 0;
      double time = 0;
      bool forward = true;
      for (size_t step = 0; step < reader.steps(); step += 7) {
        const size_t event = reader.event_of(step);
        forward &= reader.turn_at(event) >= turn && reader.time_at(event) >= time;
        turn = reader.turn_at(event);
        time = reader.time_at(event);
      }
      CHECK(forward);
      std::string out, err;
      for (const Reader::Piece& piece : reader.output(reader.steps() - 1)) {
        (piece.error ? err : out) += piece.text;
      }
      CHECK(out == run.out());
      CHECK(err == run.err());
    });

const RunProperty kEnd("at the end of a run nothing runs",
                       [](const Run& run, const Reader& reader, const std::string&) {
                         if (run.state() != RunState::Finished) return;
                         const Moment last = reader.moment(reader.steps() - 1);
                         CHECK(last.stack.empty());
                         CHECK(last.running_handle == 0);
                         for (const TaskView& task : last.tasks) {
                           CHECK(task.state != TaskState::Running);
                           for (const FrameView& frame : task.chain) CHECK_FALSE(frame.running);
                         }
                       });

std::set<std::string> unfilled;

const RunProperty kExplained(
    "every step of a real run has an explanation, with nothing left to fill in",
    [](const Run& run, const Reader& reader, const std::string&) {
      for (size_t step = 0; step < reader.steps() && step < 3000; ++step) {
        const Explanation e = explain(reader, run.recording(), step);
        bool fine = !e.text.empty() && e.text.find("``") == std::string::npos && !e.link.empty();
        for (const char* name : {"{function}", "{outer}", "{inner}", "{value}", "{task}", "{line}",
                                 "{what}", "{handle}", "{time}", "{turn}", "{from}", "{who}",
                                 "{coroutine}", "{future}", "{status}"}) {
          fine &= e.text.find(name) == std::string::npos;
        }
        if (!fine) unfilled.insert(e.text);
      }
    },
    [] { CHECK(unfilled == std::set<std::string>()); });

const RunProperty kWays(
    "ways through a run stay inside it and lead where they say",
    [](const Run& run, const Reader& reader, const std::string&) {
      const Recording& recording = run.recording();
      auto kind = [&](size_t step) { return recording[reader.event_of(step)].kind(); };
      const size_t last = reader.steps() - 1;
      size_t wrong = 0;
      for (size_t step = 0; step < last; step += 5) {
        const size_t line = reader.next_line(step);
        wrong += line <= step || (line != last && kind(line) != EventKind::Line);
        const size_t back = reader.previous_line(step);
        wrong += step > 0 && (back >= step || (back != 0 && kind(back) != EventKind::Line));
        wrong += reader.over(step) < line;
        wrong += reader.out(step) <= step || reader.out(step) > last;
        const size_t turn = reader.next_turn(step);
        wrong += turn <= step || (turn != last && kind(turn) != EventKind::TurnBegun);
        const size_t suspension = reader.next_suspension(step);
        wrong +=
            suspension <= step || (suspension != last && kind(suspension) != EventKind::Suspend);
        size_t before = step;
        for (size_t cause : reader.causes(step)) {
          wrong += cause > before;
          before = cause;
        }
      }
      wrong += kind(last) == EventKind::End && !reader.causes(last).empty();  // not where it began
      CHECK(wrong == 0);
    });

}  // namespace

TEST_CASE("what has led to a step is found however long ago it was") {
  Session session;
  session.load(R"(
import asyncio

def inner(n):
    return n

async def main():
    for n in range(5000):
        inner(n)

asyncio.run(main())
)");
  const Reader& reader = session.reader();
  const Recording& recording = session.recording();
  auto first = [&](EventKind kind) {
    size_t event = 0;
    while (recording[event].kind() != kind) ++event;
    return event;
  };
  auto name = [&](size_t event) { return recording.code_of(recording[event].subject).qualname; };
  size_t main = first(EventKind::Start);
  while (recording[main].kind() != EventKind::Start || name(main) != "main") ++main;
  const size_t step = reader.step_of(main), task = reader.step_of(first(EventKind::TaskStep));
  size_t line = recording.size(), call = recording.size();
  while (recording[--line].kind() != EventKind::Return || name(line) != "main") continue;
  while (recording[--call].kind() != EventKind::Start || name(call) != "inner") continue;
  REQUIRE(call > main + 20000);
  for (size_t last : {line, call}) {
    const std::vector<size_t> causes = reader.causes(reader.step_of(last));
    REQUIRE(causes.size() > 2);
    CHECK(causes[0] == step);
    CHECK(causes[1] == task);
  }
}

TEST_SUITE_END();
