#pragma once
// Lanes of the timeline: frames as nested bars, and the hand-overs between them.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/recording/pictures/geometry.h"
#include "ui/controls.h"
#include "ui/view.h"

namespace awaitscope {

// How high the rows of all lanes are, so that as many as can be are in sight: with names on the
// bars and a gap for hand-overs between them where there is room for that.
struct LaneRows {
  float row = 23, bar = 17;  // in points, before the text's scale

  bool named() const { return bar >= 13; }
  // Above the first row of a lane: in a task's lane there is the line of its phases.
  float inset(const TimelineLane& lane) const { return !named() ? 4 : lane.has_phases() ? 9 : 5; }
  // A folded lane has its first row alone.
  float height(const TimelineLane& lane, bool folded) const {
    const size_t rows = folded || lane.rows.empty() ? 1 : lane.rows.size();
    return float(rows) * row + (!named() ? 5 : lane.has_phases() ? 9 : 6);
  }

  static LaneRows of(float row) { return {row, row - (row >= 19 ? 6 : 2)}; }
};
inline constexpr float kMostRow = 23, kLeastRow = 13;

struct BarPlace {  // a bar in the model
  uint32_t lane = 0, row = 0, bar = 0;
};
const TimelineRow& row_at(const TimelineModel& model, const BarPlace& place);
const TimelineBar& bar_at(const TimelineModel& model, const BarPlace& place);
std::string_view name_of(const Recording& recording, const TimelineBar& bar, Line& buffer);

struct LanePointer {
  Point at;
  bool over = false;
  // Found while the lanes are drawn: the bar under it, or how many narrow ones there are.
  BarPlace bar;
  uint32_t count = 0;
  Rect box;
};

// What the lanes of a frame have in common.
struct LaneScene {
  struct Memory {  // kept, so that a frame like the last takes none
    std::vector<Piece> bars, stretches, phases;
  };

  View& view;
  const TimelineView& span;
  Rect lanes;
  LaneRows rows;
  Memory& memory;
  LanePointer pointer;
  int bar_widgets = 0;              // listed so far
  std::optional<BarPlace> pressed;  // by its id
};

// Draws what is seen of a lane whose top is at y.
void draw_lane(LaneScene& scene, const TimelineLane& lane, bool folded, float y);

}  // namespace awaitscope
