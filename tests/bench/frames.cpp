// How long the interface computes for one frame of a long recording, without a back end; as JSON.
//
//   bench_frames PROGRAM.py N EVENTS
//
// The timeline is looked at as a whole, then zoomed in to where a few events fill it, from one
// place to the next, in order of calls and (where time passes) in virtual time; every frame is at
// another step than the one before, as when somebody scrubs.

#define DOCTEST_CONFIG_IMPLEMENT  // headless.cpp asserts by it
#include <doctest/doctest.h>

#include <random>

#include "tests/bench/measure.h"
#include "tests/ui/headless.h"

namespace awaitscope::bench {

static std::vector<double> frames(testing::Headless& ui, int count) {
  std::mt19937_64 random(1);
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    ui.session.seek(random() % ui.session.steps());
    ui.interface.invalidate();
    double begin = cpu_now();
    ui.frame();
    times.push_back(cpu_now() - begin);
  }
  return times;
}

// The same, zoomed out and in: "NAME": quantiles.
static bool out_and_in(testing::Headless& ui, const std::string& suffix) {
  ui.key(ImGuiKey_0);  // the whole run
  ui.settle();
  std::printf(", \"out%s\": %s", suffix.c_str(), quantiles(frames(ui, 300)).c_str());
  const Widget* timeline = ui.find("timeline");
  if (!timeline) return false;
  float x = timeline->x + timeline->width / 2, y = timeline->y + timeline->height / 2;
  for (int i = 0; i < 60; ++i) ui.wheel(x, y, 1);
  ui.settle();
  std::printf(", \"in%s\": %s", suffix.c_str(), quantiles(frames(ui, 300)).c_str());
  return true;
}

static int bench(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: bench_frames PROGRAM.py N EVENTS\n");
    return 2;
  }
  testing::Headless ui(1440, 900);
  ui.session.load(program_of(argv[1], argv[2]));
  while (ui.session.recording().size() < size_t(std::atoll(argv[3])) && ui.session.run_further()) {
  }
  ui.settle();
  std::printf("{\"events\": %zu", ui.session.recording().size());
  bool found = out_and_in(ui, "");
  const Widget* time = ui.find("timeline.time");
  if (time && time->enabled) {
    ui.key(ImGuiKey_V);
    found = found && out_and_in(ui, ", virtual time");
  }
  std::printf("}\n");
  if (!found) {
    std::fprintf(stderr, "there is no timeline\n");
    return 1;
  }
  return 0;
}

}  // namespace awaitscope::bench

int main(int argc, char** argv) { return awaitscope::bench::bench(argc, argv); }
