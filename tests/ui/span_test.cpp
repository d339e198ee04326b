#include "ui/timeline/span.h"

#include <doctest/doctest.h>

using namespace awaitscope;

namespace {

constexpr uint32_t kSteps = 1000;
const std::vector<TimeJump> kNoJumps;

bool shows(const TimelineSpan& span, size_t step) {
  return span.view().from <= double(step) && span.view().to() >= double(step) + 1;
}

// As a panel does it, frame after frame; gives how many it took.
int arrive(TimelineSpan& span, size_t step, bool reduced_motion = false) {
  int frames = 0;
  do {
    span.lay_out(100, 500, kSteps);
    ++frames;
  } while (span.glide(kNoJumps, step, 1 / 60.f, reduced_motion) && frames < 1000);
  return frames;
}

TimelineSpan close_up() {  // of the first steps
  TimelineSpan span;
  arrive(span, 0);
  span.show(0, 50);
  return span;
}

}  // namespace

TEST_SUITE_BEGIN("ui: the timeline's span");

TEST_CASE("the whole run is shown until somebody zooms, and again when they ask for it") {
  TimelineSpan span;
  CHECK_FALSE(span.has_width());
  arrive(span, 0);
  CHECK(span.whole());
  CHECK(shows(span, 0));
  CHECK(shows(span, kSteps - 1));
  span.zoom_about(500, 4, kSteps);
  CHECK_FALSE(span.whole());
  CHECK(arrive(span, 500) > 2);
  CHECK(shows(span, 500));
  CHECK_FALSE(shows(span, 0));
  span.show_whole(kSteps);
  arrive(span, 500);
  CHECK(shows(span, kSteps - 1));
}

TEST_CASE("a step out of sight is glided to, or shown at once") {
  TimelineSpan span = close_up();
  span.follow(400, false);
  CHECK(span.gliding());
  CHECK_FALSE(shows(span, 400));
  arrive(span, 400);
  CHECK(shows(span, 400));
  span.follow(800, true);
  CHECK_FALSE(span.gliding());
  CHECK(shows(span, 800));
  span.follow(799, false);  // in sight already
  CHECK_FALSE(span.gliding());
}

TEST_CASE("the step that comes while it glides is the one that it shows at the end") {
  for (const size_t last : {10, 390, 900}) {
    TimelineSpan span = close_up();
    span.follow(400, false);
    span.glide(kNoJumps, 400, 1 / 60.f, false);
    span.follow(last, false);
    arrive(span, last);
    CAPTURE(last);
    CHECK(shows(span, last));
  }
}

TEST_CASE("with reduced motion it arrives in one frame") {
  TimelineSpan span = close_up();
  span.follow(400, false);
  CHECK(arrive(span, 400, true) <= 2);
  CHECK(shows(span, 400));
}

TEST_CASE("a hand on it stops the gliding") {
  TimelineSpan span = close_up();
  span.follow(400, false);
  span.pan(-10);
  CHECK_FALSE(span.gliding());
  span.follow(400, false);
  span.zoom_at(200, 1.5);
  CHECK_FALSE(span.gliding());
  span.follow(400, false);
  span.centre(700);
  CHECK_FALSE(span.gliding());
  CHECK(shows(span, 700));
}

TEST_SUITE_END();
