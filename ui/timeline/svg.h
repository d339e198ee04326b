#pragma once
// The timeline as a picture in SVG, whole and as it is seen in the window. No ImGui in here.

#include <string>

#include "ui/theme.h"
#include "ui/timeline/geometry.h"

namespace awaitscope {

std::string timeline_svg(const TimelineModel& model, const Recording& recording,
                         const TimelineScale& scale, Theme theme);

}  // namespace awaitscope
