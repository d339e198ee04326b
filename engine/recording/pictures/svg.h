#pragma once
// The timeline as a picture in SVG, for where nothing runs: a feed, a slide, a page without
// scripts.
//
// It needs no fonts, scripts or other files. What it shows is also its title and description, for
// those who have pictures read to them.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/recording/pictures/colours.h"
#include "engine/recording/pictures/model.h"

namespace awaitscope {

struct TimelinePicture {
  static constexpr float kLeastWidth = 320, kMostWidth = 4000;

  // Nothing: light, and dark where the reader's scheme is. What knows no such rule shows it light.
  std::optional<Theme> theme;
  float width = 720;
  uint32_t first = 0, last = UINT32_MAX;  // the steps that it shows; the run's last, or later: all
  bool in_virtual_time = false;           // else a step is as wide as what is to be read in it
};

std::string timeline_svg(const TimelineModel& model, const Recording& recording,
                         const TimelinePicture& picture);

}  // namespace awaitscope
