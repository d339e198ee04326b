#pragma once
// Arrows on the timeline: what brought a step about, and what brought that about. A task's resume
// leads back to the callback that woke it, the result that was set, the timer that fired.

#include <cstddef>
#include <vector>

#include "ui/timeline/lanes.h"

namespace awaitscope {

class Causes {
 public:
  // Where lanes are drawn.
  struct Lanes {
    const std::vector<float>& tops;  // far below 0 where one is not
    const std::vector<uint32_t>& folded;
    LaneRows rows;
    Rect area;
  };
  // As long as they are in sight.
  void draw(View& view, const TimelineView& span, const Lanes& lanes, size_t step);
  void forget() { step_ = SIZE_MAX; }

 private:
  void find(const View& view, size_t step);

  size_t step_ = SIZE_MAX;
  std::vector<LanePlace> places_;  // newest first; the step itself is the first
};

}  // namespace awaitscope
