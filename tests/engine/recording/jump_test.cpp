// How long a jump takes and how much memory a recording does, at a million events.

#include <algorithm>
#include <ctime>
#include <random>

#include "doctest/doctest.h"
#include "engine/recording/reading/reader.h"
#include "tests/engine/recording/script.h"

using namespace awaitscope;
using namespace awaitscope::testing;

TEST_SUITE_BEGIN("recording");

namespace {

// A sanitizer's build looks at less, and measures nothing.
#ifdef NDEBUG
constexpr size_t kEvents = 1'000'000;
#else
constexpr size_t kEvents = 60'000;
#endif

// Of the processor: what else the computer does must not fail a test.
double milliseconds() { return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

TEST_CASE("in a million events every jump is within a frame, in 32 bytes an event") {
  uint32_t alive = 10;
  SUBCASE("with ten tasks alive") {}
  SUBCASE("with a hundred") { alive = 100; }
  SUBCASE("with a thousand") { alive = 1000; }
  Script s;
  imagine(s, kEvents, alive, 1);
  const double begin = milliseconds();
  Reader reader(s.recording);
  const double indexing = milliseconds() - begin;

  std::mt19937 random(2);
  std::vector<double> times;
  size_t chains = 0;
  for (int i = 0; i < 500; ++i) {
    const size_t step = random() % reader.steps();
    const double start = milliseconds();
    const Moment moment = reader.moment(step);
    times.push_back(milliseconds() - start);
    for (const TaskView& task : moment.tasks) chains += task.chain.size();
  }
  std::sort(times.begin(), times.end());
  const double bytes = double(s.recording.bytes() + reader.bytes()) / double(s.recording.size());
  MESSAGE(alive << " tasks: p50 " << times[250] << " ms, p99 " << times[495] << " ms, most "
                << times.back() << " ms; index made in " << indexing << " ms; " << bytes
                << " bytes an event, " << double(reader.bytes()) / kEvents << " of them the index; "
                << chains / times.size() << " frames a moment");
  CHECK(chains > 0);
#ifdef NDEBUG
  CHECK(bytes <= 32);
#ifdef __EMSCRIPTEN__
  CHECK(times[495] <= 16);  // a frame; the 4 ms are for native code
#else
  CHECK(times[495] <= 4);
#endif
#endif
}

TEST_CASE("in a million events every way through them is found within a frame") {
  Script s;
  imagine(s, kEvents, 100, 3);
  Reader reader(s.recording);
  std::mt19937 random(4);
  std::vector<double> times;
  for (int i = 0; i < 200; ++i) {
    const size_t step = random() % reader.steps();
    const double start = milliseconds();
    size_t sum = reader.over(step) + reader.out(step) + reader.next_line(step) +
                 reader.previous_line(step) + reader.next_turn(step) +
                 reader.next_at_line(step, 3) + reader.causes(step).size() +
                 explain(reader, s.recording, step).text.size();
    times.push_back(milliseconds() - start);
    REQUIRE(sum > 0);
  }
  std::sort(times.begin(), times.end());
  MESSAGE("all ways together: p50 " << times[100] << " ms, p99 " << times[198] << " ms");
#ifdef NDEBUG
  CHECK(times[198] <= 16);
#endif
}

TEST_SUITE_END();
