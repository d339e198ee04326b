// What the interface says: the words of commands, and of the timeline's bars.

#include "ui/timeline/words.h"

#include "doctest/doctest.h"
#include "tests/reads_well.h"
#include "ui/commands.h"
#include "ui/panels/panels.h"

using namespace awaitscope;
using awaitscope::testing::what_reads_badly;

namespace {

struct Bars {
  Session session;
  View view{session, panels};
  Panels panels{view};

  // What is said of every bar of a program, where it begins.
  std::string said(std::string_view program) {
    session.load(program);
    view.timeline.extend(session.recording());
    std::string all;
    BarWords words;
    for (uint32_t l = 0; l < view.timeline.lanes().size(); ++l) {
      const TimelineLane& lane = view.timeline.lanes()[l];
      for (uint32_t r = 0; r < lane.rows.size(); ++r) {
        for (uint32_t b = 0; b < lane.rows[r].bars.size(); ++b) {
          LanePointer pointer;
          pointer.bar = {l, r, b};
          pointer.at.x = float(lane.rows[r].bars[b].begin) + 0.5f;
          all += words.at(view, {0, 1, 0, 100'000}, pointer);
          all += "\n\n";
          words.forget();
        }
      }
    }
    return all;
  }
};

}  // namespace

TEST_SUITE_BEGIN("ui: words");

TEST_CASE("a bar is explained by what made it run, not by the program's beginning") {
  Bars bars;
  const std::string said = bars.said(R"(import asyncio, time

async def f():
    await asyncio.sleep(1)
    time.sleep(1)
    return 1

async def main():
    task = asyncio.create_task(f())
    await task

asyncio.run(main())
)");
  CAPTURE(said);
  CHECK(said.find("The program starts") == std::string::npos);
  CHECK(said.find("asyncio.create_task wraps f() in Task-2 and schedules its first step.") !=
        std::string::npos);
  CHECK(said.find("Nothing is ready, so the event loop sleeps until the next timer.") !=
        std::string::npos);
}

TEST_CASE("what commands do reads well") {
  for (const Command& command : commands()) {
    CAPTURE(command.what);
    CHECK(what_reads_badly(command.what) == "");
    CHECK(what_reads_badly(command.label) == "");
  }
}

TEST_SUITE_END();
