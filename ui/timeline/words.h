#pragma once
// What a bar of the timeline is, in words: what, where, how long and why.

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/timeline/lanes.h"

namespace awaitscope {

class BarWords {
 public:
  // Of what is under the pointer. Put together anew only where that came to another step.
  std::string_view at(const View& view, const TimelineView& span, const LanePointer& pointer);
  uint32_t step() const { return place_.step; }  // that they are about
  void forget() { place_ = {UINT32_MAX}; }

 private:
  LanePlace place_{UINT32_MAX};
  uint32_t count_ = 0;
  std::string words_;
};

}  // namespace awaitscope
