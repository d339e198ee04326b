#pragma once
// The parts of the timeline panel: panel.cpp puts them together and looks at the pointer, lanes.cpp
// draws lanes and bars, words.cpp says what a bar is, causes.cpp draws arrows, map.cpp the whole
// run in small.

#include <cstdint>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

inline constexpr float kTimelineRow = 23, kTimelineBar = 17;  // and a gap for hand-overs between
// Above the first row of a lane: in a task's lane there is the line of its phases.
inline float timeline_inset(const Controls& ui, const TimelineLane& lane) {
  return ui(lane.kind == LaneKind::Task ? 9 : 5);
}
inline float timeline_lane_height(const Controls& ui, const TimelineLane& lane) {
  const size_t rows = lane.rows.empty() ? 1 : lane.rows.size();
  return float(rows) * ui(kTimelineRow) + ui(lane.kind == LaneKind::Task ? 9 : 6);
}

struct TimelinePointer {
  Point at;
  bool over = false;
  // Found while the lanes are drawn: the bar under it, or how many narrow ones there are.
  uint32_t lane = 0, row = 0, bar = 0, count = 0;
  Rect box;
};

// Draws what is seen of a lane whose top is at y.
void draw_lane(View& view, const TimelineLane& lane, const Rect& lanes, float y,
               TimelinePointer& pointer, int& widgets);
const TimelineBar& bar_under(const View& view, const TimelinePointer& pointer);
std::string_view name_of(const Recording& recording, const TimelineBar& bar, Line& buffer);
void press_bar(View& view, const TimelinePointer& pointer);

// What, where, how long and why: of the bar under the pointer. Put together anew only where the
// pointer came to another step.
std::string_view words_for(View& view, const TimelinePointer& pointer);

// Arrows from what brought a step about, as long as that is in sight.
void draw_causes(View& view, const Rect& lanes, size_t step);

// The whole run, and which part of it is seen; drags that part along.
void draw_timeline_map(View& view, const Rect& area);

}  // namespace awaitscope
