#pragma once
// From steps to points and back, and what of a row is seen at a zoom:pure.

#include <cstdint>
#include <vector>

#include "engine/recording/pictures/model.h"

namespace awaitscope {

// How far apart steps are: a map from steps to places. In call order each step is one place wide.
// In virtual time most of the width goes to the time that passes, which it does in the loop's idle
// jumps alone; a little is left to the steps, so that what happens at one instant keeps its order.
// Shares in between are the way from one to the other. The places of a whole run are as many as
// its steps, whatever the share. Or each step has a place that somebody chose.
struct TimelineScale {
  static constexpr double kVirtualTime = 0.8;  // the share of the width that goes to time

  const std::vector<TimeJump>* jumps = nullptr;  // null: the order of calls
  double per_step = 1, per_second = 0;
  const std::vector<double>* places = nullptr;  // of the steps and the end, rising; null: as above

  double time_at(double step) const;
  double step_at_time(double seconds) const;  // where that time is reached
  double place_of(double step) const {
    if (places) return chosen_place_of(step);
    return per_second == 0 ? step : per_step * step + per_second * time_at(step);
  }
  double chosen_place_of(double step) const;
  double step_of(double place) const;
  bool operator==(const TimelineScale&) const = default;
};
TimelineScale scale_for(const std::vector<TimeJump>& jumps, uint32_t steps, double share);

// Which part of the run is seen, and where. Steps are real numbers here: step n covers [n, n + 1).
struct TimelineView {
  double from = 0;       // the place at the left edge
  double per_point = 1;  // places a point
  float left = 0, width = 0;
  TimelineScale scale = {};

  double to() const { return from + double(width) * per_point; }
  double place_at(float x) const { return from + double(x - left) * per_point; }
  float x_of(double step) const { return left + float((scale.place_of(step) - from) / per_point); }
  double step_at(float x) const { return scale.step_of(place_at(x)); }
  bool operator==(const TimelineView&) const = default;
};

inline constexpr double kMaxPointsPerStep = 56;  // no closer: a step is then as wide as a word

TimelineView fitted(TimelineView view, uint32_t steps);                          // the whole run
TimelineView zoomed(TimelineView view, float x, double factor, uint32_t steps);  // > 1: closer
TimelineView panned(TimelineView view, float points, uint32_t steps);
TimelineView clamped(TimelineView view, uint32_t steps);  // never lost in empty space
// Moved as little as possible so that the step is seen, with some room around it.
TimelineView showing(TimelineView view, uint32_t step, uint32_t steps);

// One or more neighbours of a row that are drawn as one thing.
struct Piece {
  float x0, x1;    // cut to the view, never empty
  uint32_t first;  // index of the first
  uint32_t count;  // how many; more than 1: each narrower than kFoldWidth
};
inline constexpr float kFoldWidth = 3;

// What of a row of bars is seen. `pieces` is cleared first; its memory is used again. The number of
// pieces is bounded by the width of the view, not by the number of bars.
void fold(const std::vector<TimelineBar>& bars, const TimelineView& view, uint32_t steps,
          std::vector<Piece>& pieces);
// The same for the stretches of one bar.
void fold(const TimelineRow& row, const TimelineBar& bar, const TimelineView& view, uint32_t steps,
          std::vector<Piece>& pieces);
void fold(const std::vector<TaskStretch>& phases, const TimelineView& view, uint32_t steps,
          std::vector<Piece>& pieces);
// Marks at least `distance` points apart: of those nearer than that only the first is kept.
template <class Mark, class Use>
void each_mark(const std::vector<Mark>& marks, const TimelineView& view, float distance, Use&& use);

// Where the time's ruler has its marks: at least `distance` points apart, 1, 2 or 5 times a power
// of ten seconds. 0 where no time passes.
double time_ticks(const TimelineView& view, float distance);

// Where a press on a bar leads from a step: to its begin, the next place where it suspends, its
// end, and round again.
uint32_t next_in(const TimelineRow& row, const TimelineBar& bar, uint32_t steps, uint32_t from);

// The bar of a row at a step, or -1.
int bar_at(const std::vector<TimelineBar>& bars, double step);

// --- details ---

template <class Mark>
size_t first_mark_from(const std::vector<Mark>& marks, double step, size_t begin) {
  size_t low = begin, high = marks.size();
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (double(marks[middle].step) < step)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

template <class Mark, class Use>
void each_mark(const std::vector<Mark>& marks, const TimelineView& view, float distance,
               Use&& use) {
  const double gap = double(distance) * view.per_point;
  size_t i = first_mark_from(marks, view.scale.step_of(view.from - gap), 0);
  const double end = view.to();
  while (i < marks.size()) {
    const double place = view.scale.place_of(double(marks[i].step));
    if (place > end) break;
    use(marks[i], view.x_of(double(marks[i].step)));
    // Whole distances from the run's begin, so that panning does not choose others.
    const double next = (double(int64_t(place / gap)) + 1) * gap;
    i = first_mark_from(marks, view.scale.step_of(next), i + 1);
  }
}

}  // namespace awaitscope
