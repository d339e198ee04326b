#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/recording/pictures/geometry.h"
#include "engine/recording/pictures/model.h"
#include "tests/engine/recording/script.h"

using namespace awaitscope;
using awaitscope::testing::Function;
using awaitscope::testing::imagine;
using awaitscope::testing::Script;

namespace {

TimelineModel model_of(const Script& script) {
  TimelineModel model;
  model.extend(script.recording);
  return model;
}

// A row of n bars of one step, with a gap of one step after each.
std::vector<TimelineBar> picket_fence(uint32_t n) {
  std::vector<TimelineBar> bars(n);
  for (uint32_t i = 0; i < n; ++i) {
    bars[i].begin = 2 * i;
    bars[i].end = 2 * i + 1;
  }
  return bars;
}

TimelineView view_of(double from, double to, float width) {
  return {from, (to - from) / double(width), 100, width};
}

std::vector<Stretch> stretches_of(const TimelineRow& row, const TimelineBar& bar) {
  std::vector<Stretch> states;
  for (uint32_t i = 0; i < bar.stretch_count; ++i) {
    states.push_back(row.stretches[bar.first_stretch + i].state);
  }
  return states;
}

}  // namespace

TEST_SUITE_BEGIN("recording: timeline");

TEST_CASE("a frame called by another is one row below it, in the program's lane") {
  Script s;
  const uint32_t module = s.call(s.module(9));                   // step 1
  const uint32_t inner = s.call(s.function("f", 2, 3), module);  // step 2
  s.line(inner, 3);                                              // step 3
  s.returns(inner);                                              // step 4
  s.returns(module);                                             // step 5
  const TimelineModel model = model_of(s);
  const TimelineLane& lane = model.lanes()[0];
  CHECK(lane.kind == LaneKind::Program);
  REQUIRE(lane.rows.size() == 2);
  REQUIRE(lane.rows[0].bars.size() == 1);
  CHECK(lane.rows[0].bars[0].begin == 1);
  CHECK(lane.rows[0].bars[0].end == 6);
  REQUIRE(lane.rows[1].bars.size() == 1);
  CHECK(lane.rows[1].bars[0].subject == inner);
  CHECK(lane.rows[1].bars[0].begin == 2);
  CHECK(lane.rows[1].bars[0].end == 5);
  CHECK(lane.rows[1].bars[0].ended == BarEnd::Returned);
}

TEST_CASE("a thread has a lane of its own, with what it does between two switches to it") {
  Script s;
  const uint32_t module = s.call(s.module(9));  // step 1
  const uint32_t thread = s.recording.add_thread({s.recording.intern("worker")});
  const uint32_t wait = s.recording.add_wait({s.recording.intern("time.sleep"), 1.0});
  const auto happens = [&](EventKind kind, uint32_t to, uint32_t operand = 0) {
    s.recording.append(Event::make(kind, 0, to, operand, 0));
  };
  happens(EventKind::ThreadStarted, thread);            // step 2
  happens(EventKind::ThreadSwitch, thread);             // step 3
  const uint32_t work = s.call(s.function("f", 2, 3));  // step 4
  happens(EventKind::ThreadWaits, thread, wait);        // step 5
  happens(EventKind::ThreadSwitch, 0);                  // step 6
  s.line(module, 2);                                    // step 7
  happens(EventKind::ThreadReady, thread);              // step 8
  happens(EventKind::ThreadSwitch, thread);             // step 9
  s.returns(work);                                      // step 10
  happens(EventKind::ThreadDone, thread);               // step 11
  happens(EventKind::ThreadSwitch, 0);                  // step 12
  s.returns(module);                                    // step 13
  const TimelineModel model = model_of(s);
  REQUIRE(model.lanes().size() == 3);
  const TimelineLane& lane = model.lanes()[2];
  CHECK(lane.kind == LaneKind::Thread);
  CHECK(lane.thread == thread);
  REQUIRE(lane.rows.size() == 1);
  REQUIRE(lane.rows[0].bars.size() == 1);
  CHECK(lane.rows[0].bars[0].subject == work);
  CHECK(lane.rows[0].bars[0].begin == 4);
  CHECK(lane.rows[0].bars[0].end == 11);
  CHECK(model.lanes()[0].rows.size() == 1);
  std::vector<TaskPhase> phases;
  for (const TaskStretch& stretch : lane.phases) phases.push_back(stretch.phase);
  CHECK(phases == std::vector<TaskPhase>{TaskPhase::Ready, TaskPhase::Running, TaskPhase::Waiting,
                                         TaskPhase::Ready, TaskPhase::Running, TaskPhase::Done});
  REQUIRE(lane.rows[0].bars[0].stretch_count == 3);
  CHECK(lane.rows[0].stretches[1].state == Stretch::Suspended);
  CHECK(lane.rows[0].stretches[1].begin == 6);
  CHECK(lane.rows[0].stretches[2].begin == 9);
  CHECK(model.place_of(4).lane == 2);
  CHECK(model.place_of(7).lane == 0);
  CHECK(model.place_of(10).lane == 2);
}

TEST_CASE("a chain of awaits that suspends and goes on is one bar for each frame") {
  Script s;
  const uint32_t outer = s.new_frame(s.coroutine("main", 1, 5));
  const uint32_t task = s.new_task("Task-1", outer);
  s.turn(1);
  s.run(1);
  s.step(task);
  s.start(outer);
  const uint32_t inner = s.call(s.coroutine("inner", 7, 9), outer);
  s.suspend(inner, Script::none());
  s.suspend(outer, Script::none());
  s.waits(task, s.new_future());
  s.handle_done(1);
  s.turn(2);
  const uint32_t wakeup = s.new_handle("Task-1 wakeup", task);
  s.schedule(wakeup);
  s.run(wakeup);
  s.step(task);
  s.resume(outer);
  s.resume(inner);
  s.returns(inner);
  s.raises(outer, Script::none());
  s.failed(task, Script::none());
  s.handle_done(wakeup);
  const TimelineModel model = model_of(s);
  REQUIRE(model.lanes().size() == 3);
  const TimelineLane& lane = model.lanes()[2];
  CHECK(lane.task == task);
  REQUIRE(lane.rows.size() == 2);
  for (const TimelineRow& row : lane.rows) {
    REQUIRE(row.bars.size() == 1);
    CHECK(stretches_of(row, row.bars[0]) ==
          std::vector<Stretch>{Stretch::Running, Stretch::Suspended, Stretch::Running});
  }
  CHECK(lane.rows[0].bars[0].ended == BarEnd::Raised);
  CHECK(lane.rows[1].bars[0].ended == BarEnd::Returned);
  std::vector<TaskPhase> phases;
  for (const TaskStretch& stretch : lane.phases) phases.push_back(stretch.phase);
  CHECK(phases == std::vector<TaskPhase>{TaskPhase::Ready, TaskPhase::Running, TaskPhase::Waiting,
                                         TaskPhase::Ready, TaskPhase::Running, TaskPhase::Failed});
}

TEST_CASE("a generator beside its caller's other calls is several bars, none over another") {
  Script s;
  const uint32_t module = s.call(s.module(9));
  const uint32_t generator = s.call(s.generator("g", 2, 3), module);
  s.yields(generator, Script::integer(1));
  const uint32_t other = s.call(s.function("f", 5, 6), module);  // takes the generator's row
  s.returns(other);
  s.resume(generator);
  s.returns(generator);
  s.returns(module);
  const TimelineModel model = model_of(s);
  const TimelineLane& lane = model.lanes()[0];
  REQUIRE(lane.rows.size() == 2);
  const std::vector<TimelineBar>& bars = lane.rows[1].bars;
  REQUIRE(bars.size() == 3);
  CHECK(bars[0].subject == generator);
  CHECK(bars[0].ended == BarEnd::Displaced);
  CHECK(bars[1].subject == other);
  CHECK(bars[2].subject == generator);
  CHECK(bars[2].continued);
  CHECK(bars[0].end <= bars[1].begin);
  CHECK(bars[1].end <= bars[2].begin);
  CHECK(model.bar_of(generator, bars[0].begin) == &bars[0]);
}

TEST_CASE(
    "the program's own frames wait in the loop while it runs, and what happens is the loop's") {
  Script s;
  const uint32_t module = s.call(s.module(9));  // step 1
  s.line(module, 9);                            // step 2
  s.add(EventKind::LoopRun, 0, 0);              // step 3
  s.turn(1);                                    // step 4
  s.add(EventKind::LoopStop, 0, 0);             // step 5
  s.returns(module);                            // step 6
  const TimelineModel model = model_of(s);
  const TimelineRow& row = model.lanes()[0].rows[0];
  CHECK(stretches_of(row, row.bars[0]) ==
        std::vector<Stretch>{Stretch::Running, Stretch::InLoop, Stretch::Running});
  CHECK(model.place_of(2).lane == 0);
  CHECK(model.place_of(4).lane == 1);
  CHECK(model.place_of(6).lane == 0);
}

TEST_CASE("the loop's lane has the handles it ran and the times it had nothing to do") {
  Script s;
  s.turn(1);
  const uint32_t timer = s.timer("set_result", 1);
  s.jump(0, 1);
  s.turn(2);
  s.fire(timer);
  s.run(timer);
  s.handle_done(timer);
  const TimelineModel model = model_of(s);
  const std::vector<TimelineBar>& bars = model.lanes()[1].rows.at(0).bars;
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].kind == BarKind::Idle);
  CHECK(bars[1].kind == BarKind::Handle);
  CHECK(bars[1].subject == timer);
  REQUIRE(model.turns().size() == 2);
  CHECK(model.turns()[1].turn == 2);
  CHECK(model.turns()[0].time == 0);
  CHECK(model.turns()[1].time == 1);
}

TEST_CASE("a recording that has grown is read on from where it ended") {
  Script s;
  TimelineModel bit_by_bit;
  for (const size_t events : {500, 900, 4000}) {
    imagine(s, events, 5, 1);
    bit_by_bit.extend(s.recording);
  }
  const TimelineModel at_once = model_of(s);
  CHECK(at_once.steps() == bit_by_bit.steps());
  CHECK(at_once.turns().size() == bit_by_bit.turns().size());
  REQUIRE(at_once.lanes().size() == bit_by_bit.lanes().size());
  for (size_t i = 0; i < at_once.lanes().size(); ++i) {
    REQUIRE(at_once.lanes()[i].rows.size() == bit_by_bit.lanes()[i].rows.size());
    for (size_t r = 0; r < at_once.lanes()[i].rows.size(); ++r) {
      const TimelineRow &a = at_once.lanes()[i].rows[r], &b = bit_by_bit.lanes()[i].rows[r];
      REQUIRE(a.bars.size() == b.bars.size());
      CHECK(a.stretches.size() == b.stretches.size());
      for (size_t k = 0; k < a.bars.size(); ++k) CHECK(a.bars[k].end == b.bars[k].end);
    }
  }
}

TEST_CASE("the bars of every row of a long run are in order and do not overlap") {
  Script s;
  imagine(s, 60'000, 12, 7);
  const TimelineModel model = model_of(s);
  CHECK(model.lanes().size() > 10);
  for (const TimelineLane& lane : model.lanes()) {
    for (const TimelineRow& row : lane.rows) {
      for (size_t i = 0; i < row.bars.size(); ++i) {
        const TimelineBar& bar = row.bars[i];
        if (i + 1 < row.bars.size()) REQUIRE(bar.end <= row.bars[i + 1].begin);
        REQUIRE(bar.begin < bar.end);
        for (uint32_t k = 1; k < bar.stretch_count; ++k) {
          REQUIRE(row.stretches[bar.first_stretch + k - 1].begin <
                  row.stretches[bar.first_stretch + k].begin);
        }
      }
    }
  }
}

TEST_CASE("bars wider than a few points are drawn one by one, cut to the view") {
  const std::vector<TimelineBar> bars = picket_fence(10);
  std::vector<Piece> pieces;
  fold(bars, view_of(3, 9, 600), 20, pieces);  // 100 points a step
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].first == 2);
  CHECK(pieces[0].count == 1);
  CHECK(pieces[0].x0 == doctest::Approx(200));
  CHECK(pieces[0].x1 == doctest::Approx(300));
  CHECK(pieces[2].x1 == doctest::Approx(100 + 600));
}

TEST_CASE("what is drawn of a million bars is bounded by the width, and nothing is left out") {
  const uint32_t n = 1'000'000;
  const std::vector<TimelineBar> bars = picket_fence(n);
  std::vector<Piece> pieces;
  fold(bars, view_of(0, 2.0 * n, 1500), 2 * n, pieces);
  CHECK(pieces.size() <= size_t(1500 / kFoldWidth) + 2);
  uint32_t next = 0;
  for (const Piece& piece : pieces) {
    CHECK(piece.first == next);
    CHECK(piece.x1 > piece.x0);
    CHECK(piece.x0 >= 100);
    CHECK(piece.x1 <= 100 + 1500);
    next = piece.first + piece.count;
  }
  CHECK(next == n);
}

TEST_CASE("a wide bar among narrow ones is never folded into a piece") {
  std::vector<TimelineBar> bars = picket_fence(2000);
  for (uint32_t i = 1000; i < 2000; ++i) {
    bars[i].begin += 500;
    bars[i].end += 500;
  }
  bars[999].end = 2498;  // 500 steps
  std::vector<Piece> pieces;
  fold(bars, view_of(0, 4500, 900), 4500, pieces);
  const auto wide =
      std::find_if(pieces.begin(), pieces.end(), [](const Piece& p) { return p.first == 999; });
  REQUIRE(wide != pieces.end());
  CHECK(wide->count == 1);
  CHECK(wide->x1 - wide->x0 == doctest::Approx(100));
}

TEST_CASE("a bar that has not ended reaches to the end of the run") {
  std::vector<TimelineBar> bars(1);
  bars[0].begin = 5;
  std::vector<Piece> pieces;
  fold(bars, view_of(0, 10, 100), 10, pieces);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].x1 == doctest::Approx(200));
  CHECK(bar_at(bars, 9.5) == 0);
  CHECK(bar_at(bars, 4.5) == -1);
}

TEST_CASE("the bar at a step is found, and none in a gap") {
  const std::vector<TimelineBar> bars = picket_fence(100'000);
  CHECK(bar_at(bars, 0) == 0);
  CHECK(bar_at(bars, 1.5) == -1);
  CHECK(bar_at(bars, 100'000.25) == 50'000);
  CHECK(bar_at(bars, 1e9) == -1);
}

TEST_CASE("zooming keeps the step under the pointer where it is") {
  TimelineView view = fitted({0, 1, 100, 800}, 10'000);
  CHECK(view.to() == doctest::Approx(10'000));
  for (const float x : {140.f, 500.f, 870.f}) {
    const double before = view.step_at(x);
    const TimelineView closer = zoomed(view, x, 3, 10'000);
    CHECK(closer.step_at(x) == doctest::Approx(before));
    CHECK(closer.per_point < view.per_point);
  }
}

TEST_CASE("the view is never lost: neither beyond the ends nor too close nor too far") {
  const uint32_t steps = 1000;
  TimelineView view = fitted({0, 1, 0, 500}, steps);
  CHECK(panned(view, 1e6f, steps).from == 0);
  view = zoomed(view, 250, 4, steps);
  CHECK(panned(view, -1e6f, steps).to() == doctest::Approx(steps));
  view = zoomed(view, 250, 1e9, steps);
  CHECK(1 / view.per_point == doctest::Approx(kMaxPointsPerStep));
  view = zoomed(view, 250, 1e-9, steps);
  CHECK(view.to() == doctest::Approx(steps));
}

TEST_CASE("the view moves just as far as it needs to show a step") {
  const uint32_t steps = 1000;
  TimelineView view{100, 0.1, 0, 500};  // 100 to 150
  CHECK(showing(view, 120, steps) == view);
  for (const uint32_t step : {0u, 99u, 151u, 700u, 999u}) {
    const TimelineView moved = showing(view, step, steps);
    CHECK(moved.per_point == view.per_point);
    CHECK(moved.from <= double(step));
    CHECK(moved.to() >= double(step) + 0.999);
  }
}

namespace {

// Steps 10 and 50 of 100 are jumps, of one second and of three.
const std::vector<TimeJump> kJumps = {{10, 0, 1}, {50, 1, 4}};

}  // namespace

TEST_CASE("virtual time passes in the jumps alone, and between them stands still") {
  const TimelineScale scale = scale_for(kJumps, 100, 0.8);
  CHECK(scale.time_at(10) == 0);
  CHECK(scale.time_at(10.5) == doctest::Approx(0.5));
  CHECK(scale.time_at(11) == 1);
  CHECK(scale.time_at(50) == 1);
  CHECK(scale.time_at(51) == 4);
  CHECK(scale.time_at(99) == 4);
  CHECK(scale.step_at_time(0.25) == doctest::Approx(10.25));
  CHECK(scale.step_at_time(2.5) == doctest::Approx(50.5));
  CHECK(scale.step_at_time(9) == 51);
}

TEST_CASE("a scale keeps the order of steps and the width of the whole, whatever its share") {
  for (const double share : {0.0, 0.3, 0.8}) {
    const TimelineScale scale = scale_for(kJumps, 100, share);
    CHECK(scale.place_of(0) == 0);
    CHECK(scale.place_of(100) == doctest::Approx(100));
    double last = -1;
    for (double step = 0; step <= 100; step += 0.25) {
      const double place = scale.place_of(step);
      CHECK(place > last);
      CHECK(scale.step_of(place) == doctest::Approx(step));
      last = place;
    }
  }
  // A jump three times as long is three times as wide, beside the share of the step itself.
  const TimelineScale scale = scale_for(kJumps, 100, 0.8);
  auto width = [&](double step) { return scale.place_of(step + 1) - scale.place_of(step); };
  CHECK(width(50) - 0.2 == doctest::Approx(3 * (width(10) - 0.2)));
  CHECK(width(10) == doctest::Approx(20 + 0.2));
}

TEST_CASE("a scale for a run in which no time passes, or no end of it, is that of its order") {
  const std::vector<TimeJump> none;
  CHECK(scale_for(none, 100, 0.8) == TimelineScale());
  const std::vector<TimeJump> endless = {{3, 0, 1e308 * 10}};
  CHECK(scale_for(endless, 100, 0.8) == TimelineScale());
}

TEST_CASE("folding, zooming and showing work in virtual time as they do in the order of calls") {
  const uint32_t n = 200'000;
  std::vector<TimeJump> jumps;
  for (uint32_t i = 0; i < 1000; ++i) jumps.push_back({i * 400 + 1, double(i), i + 1.0});
  const std::vector<TimelineBar> bars = picket_fence(n);
  TimelineView view{0, 1, 100, 1500, scale_for(jumps, 2 * n, 0.8)};
  view = fitted(view, 2 * n);
  std::vector<Piece> pieces;
  fold(bars, view, 2 * n, pieces);
  CHECK(pieces.size() <= size_t(1500 / kFoldWidth) + 2);
  uint32_t next = 0;
  for (const Piece& piece : pieces) {
    CHECK(piece.first == next);
    CHECK(piece.x1 > piece.x0);
    next = piece.first + piece.count;
  }
  CHECK(next == n);
  const double under = view.step_at(700);
  view = zoomed(view, 700, 300, 2 * n);
  CHECK(view.step_at(700) == doctest::Approx(under));
  for (const uint32_t step : {0u, 5000u, 399'999u}) {
    const TimelineView moved = showing(view, step, 2 * n);
    CHECK(moved.x_of(step) >= 100 - 0.01f);
    CHECK(moved.x_of(step) <= 1600);
  }
  view = zoomed(view, 700, 1e9, 2 * n);  // as close as in the order of calls: a step is a word
  CHECK(view.x_of(5001) - view.x_of(5000) == doctest::Approx(kMaxPointsPerStep).epsilon(0.01));
}

TEST_CASE("the ruler of time has round marks that are far enough apart") {
  for (const double zoom : {1.0, 7.0, 200.0}) {
    TimelineView view{0, 0.1 / zoom, 0, 1000, scale_for(kJumps, 100, 0.8)};
    const double tick = time_ticks(view, 70);
    CHECK(tick * view.scale.per_second / view.per_point >= 70);
    CHECK(tick * view.scale.per_second / view.per_point <= 70 * 2.51);
    double digit = tick;
    while (digit < 0.9999) digit *= 10;
    while (digit > 9.999) digit /= 10;
    CHECK((std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6));
  }
  CHECK(time_ticks(TimelineView{0, 1, 0, 1000}, 70) == 0);
}

TEST_CASE("a callback that blocks the loop is one bar over the time that passes in it") {
  Script s;
  s.turn(1);
  const uint32_t handle = s.new_handle("cb()", 0);
  s.schedule(handle);
  s.run(handle);
  s.jump(0, 2);
  s.handle_done(handle);
  const TimelineModel model = model_of(s);
  REQUIRE(model.lanes()[1].rows.at(0).bars.size() == 1);
  CHECK(model.lanes()[1].rows[0].bars[0].kind == BarKind::Handle);
  REQUIRE(model.jumps().size() == 1);
  CHECK(model.jumps()[0].to == 2);
}

TEST_CASE("a scale of places that somebody chose is one to one, and has an end") {
  const std::vector<double> places = {0, 1, 5, 5.5, 20};
  TimelineScale scale;
  scale.places = &places;
  double last = -1;
  for (double step = 0; step <= 4; step += 0.25) {
    const double place = scale.place_of(step);
    CHECK(place > last);
    CHECK(scale.step_of(place) == doctest::Approx(step));
    last = place;
  }
  CHECK(scale.place_of(2) == 5);
  CHECK(scale.place_of(3.5) == doctest::Approx(12.75));
  CHECK(scale.place_of(9) == 20);
  CHECK(scale.step_of(99) == 4);
}

TEST_CASE("marks nearer than a distance are thinned, and the same ones stay when the view moves") {
  std::vector<TurnMark> marks;
  for (uint32_t i = 0; i < 100'000; ++i) marks.push_back({i * 3, i, 0});
  auto kept = [&](double from) {
    std::vector<uint32_t> steps;
    each_mark(marks, TimelineView{from, 100, 0, 1000}, 10,
              [&](const TurnMark& mark, float) { steps.push_back(mark.step); });
    return steps;
  };
  const std::vector<uint32_t> a = kept(0), b = kept(50'000);
  CHECK(a.size() <= 1000 / 10 + 2);
  CHECK(a.size() > 90);
  for (const uint32_t step : b) {
    if (step > 52'000 && step < 98'000) CHECK(std::find(a.begin(), a.end(), step) != a.end());
  }
}

TEST_CASE("a step is a place and a place is a step") {
  const TimelineView view{250, 0.25, 80, 640};
  CHECK(view.step_at(view.x_of(300)) == doctest::Approx(300));
  CHECK(view.x_of(250) == doctest::Approx(80));
}

TEST_SUITE_END();
