// Why is it so: from a variable's value, or a task's state, to the step that made it so, and back.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/lesson/lessons.h"
#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

constexpr const char* kOrders = R"(import asyncio


async def cook(order, done):
    minutes = len(order)
    await asyncio.sleep(minutes)
    done.append(order)
    return minutes


async def main():
    done = []
    soup = asyncio.create_task(cook("soup", done))
    total = await cook("pie", done)
    total = total + await soup
    print(total, done)


asyncio.run(main())
)";

std::optional<std::string> value_at(const Session& session, size_t step, uint32_t frame,
                                    std::string_view name) {
  const Moment moment = session.reader().moment(step);
  auto find = [&](const std::vector<FrameView>& chain) -> std::optional<std::string> {
    for (const FrameView& each : chain) {
      if (each.frame != frame) continue;
      for (const Variable& variable : each.locals) {
        if (variable.name == name) return variable.value;
      }
    }
    return {};
  };
  if (const auto value = find(moment.stack)) return value;
  for (const TaskView& task : moment.tasks) {
    if (const auto value = find(task.chain)) return value;
  }
  return {};
}

// Goes to the first step at which this is the line.
void go_to_line(Headless& ui, int line) {
  ui.session.seek(ui.session.reader().next_at_line(0, line));
  ui.settle();
}

}  // namespace

TEST_SUITE_BEGIN("ui: why");

TEST_CASE("a variable has had its value since the step after the one that it comes from") {
  size_t asked = 0;
  auto look = [&](const Session& session) {
    const Reader& reader = session.reader();
    for (size_t step = 0; step < reader.steps(); ++step) {
      const Moment moment = reader.moment(step);
      for (const TaskView& task : moment.tasks) {
        for (const FrameView& frame : task.chain) {
          for (const Variable& variable : frame.locals) {
            const auto origin = reader.origin_of(frame.frame, variable.name, step);
            CAPTURE(step);
            CAPTURE(std::string(variable.name));
            REQUIRE(origin);
            CHECK(origin->step <= step);
            ++asked;
            const size_t first = std::min(origin->step + 1, step);
            if (const auto then = value_at(session, first, frame.frame, variable.name))
              CHECK(*then == variable.value);
            // Before, there was another value or none; but for what is bound again as it was.
            const auto before =
                origin->step == 0 ? std::optional<std::string>()
                                  : value_at(session, origin->step - 1, frame.frame, variable.name);
            if (origin->changed && before) CHECK(*before != variable.value);
          }
        }
      }
    }
  };
  Session session;
  session.load(kOrders);
  look(session);
  for (const LessonInfo& lesson : lessons()) {
    session.load_lesson(lesson.id);
    look(session);
  }
  CHECK(asked > 500);
}

TEST_CASE("a press on a value leads to the step that gave it, with a sentence, and back again") {
  Headless ui;
  ui.session.load(kOrders);
  ui.settle();
  go_to_line(ui, 16);
  const size_t here = ui.session.step();
  std::string id;
  for (const Widget& widget : ui.interface.widgets()) {
    if (widget.id.starts_with("loop.value.") && widget.id.ends_with(".total")) id = widget.id;
  }
  REQUIRE_FALSE(id.empty());
  ui.click(id);
  ui.settle();
  CHECK(ui.session.step() < here);
  CHECK(ui.session.moment().function == "main");
  const Widget* back = ui.find("explanation.back");
  REQUIRE(back);
  CHECK(back->label == "Back to step " + std::to_string(here));
  ui.click("explanation.back");
  ui.settle();
  CHECK(ui.session.step() == here);
  CHECK_FALSE(ui.find("explanation.back"));
}

TEST_CASE("what a list holds comes from what was done to it last") {
  Headless ui;
  ui.session.load(kOrders);
  go_to_line(ui, 16);
  const Moment& moment = ui.session.moment();
  const auto origin = ui.session.reader().origin_of(moment.frame, "done", ui.session.step());
  REQUIRE(origin);
  CHECK(origin->changed);
  CHECK(ui.session.reader().moment(origin->step).function == "cook");
}

TEST_CASE("a press on a task's state leads to the step since which it has been that") {
  for (const LessonInfo& lesson : lessons()) {
    Session session;
    session.load_lesson(lesson.id);
    const Reader& reader = session.reader();
    CAPTURE(std::string(lesson.id));
    for (size_t step = 0; step < reader.steps(); ++step) {
      for (const TaskView& task : reader.moment(step).tasks) {
        const auto since = reader.state_since(task, step);
        CAPTURE(step);
        REQUIRE(since);
        CHECK(*since <= step);
        // It is so from then on, or from the step after: a task waits once its step is over.
        bool same = false;
        for (const size_t at : {*since, std::min(*since + 1, step)}) {
          for (const TaskView& then : reader.moment(at).tasks)
            same |= then.task == task.task && (then.state == task.state || task.cancel_requested);
        }
        CHECK(same);
      }
    }
  }
  Headless ui;
  ui.session.load(kOrders);
  go_to_line(ui, 7);
  ui.click("loop.why.1");
  ui.settle();
  CHECK(ui.find("explanation.back"));
}

TEST_CASE("stepping on ends the question") {
  Headless ui;
  ui.session.load(kOrders);
  go_to_line(ui, 7);
  ui.click("loop.why.1");
  ui.settle();
  ui.key(ImGuiKey_RightArrow);
  ui.settle();
  CHECK_FALSE(ui.find("explanation.back"));
}

TEST_SUITE_END();
