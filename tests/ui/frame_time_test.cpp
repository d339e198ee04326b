// How long the interface takes to make a frame, as medians: what is drawn is bounded by the window
// and not by the recording, so a long one takes hardly longer. Times depend on the machine, the
// ratio does not.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "tests/ui/headless.h"

using awaitscope::Widget;
using awaitscope::testing::Headless;

namespace {

constexpr const char* kProgram =
    "import asyncio\n\n\nasync def child(n):\n    for i in range(n):\n"
    "        if i % 5 == 0:\n            await asyncio.sleep(0.01)\n\n\n"
    "async def main():\n    await asyncio.gather(*[child(COUNT) for _ in range(8)])\n\n\n"
    "asyncio.run(main())\n";

// Median of the milliseconds that a frame takes in which the timeline moves.
double frame_time(Headless& ui) {
  const Widget timeline = *ui.find("timeline");
  const float x = timeline.x + timeline.width / 2, y = timeline.y + timeline.height / 2;
  ui.wheel(x, y, 1);
  std::vector<double> times;
  for (int i = 0; i < 61; ++i) {
    ui.point(x + float(i % 7), y);
    ImGui::GetIO().AddMouseWheelEvent(0, i % 2 == 0 ? 0.5f : -0.5f);
    const auto begin = std::chrono::steady_clock::now();
    ui.frame();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  std::nth_element(times.begin(), times.begin() + 30, times.end());
  return times[30];
}

}  // namespace

TEST_SUITE_BEGIN("ui: frame time");

TEST_CASE("a frame takes hardly longer for a million events than for a hundred") {
  double first = 0;
  for (const int events : {100, 10'000, 1'000'000}) {
    // The sanitizers see the same code; to record a million events takes them half a minute.
    if (awaitscope::testing::kSanitized && events > 10'000) continue;
    std::string source = kProgram;
    source.replace(source.find("COUNT"), 5, std::to_string(std::max(1, events / 20)));
    Headless ui;
    ui.session.load(source);
    while (ui.session.recording().size() < size_t(events) && ui.session.run_further()) {
    }
    CHECK(ui.session.recording().size() >= size_t(events));
    ui.session.seek(ui.session.steps() / 2);
    ui.settle();
    const double order = frame_time(ui);
    ui.interface.activate("timeline.time");
    ui.settle();
    const double time = frame_time(ui);
    MESSAGE(events << " events: " << order << " ms a frame, in virtual time " << time << " ms");
    if (first == 0) first = std::max(order, time);
    CHECK(order < 12 * first);
    CHECK(time < 250 * first);  // each place is searched for among the times that pass
  }
}

TEST_SUITE_END();
