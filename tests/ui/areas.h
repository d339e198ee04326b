#pragma once
// The parts of a layout that have a place.

#include <vector>

#include "ui/model/layout.h"

namespace awaitscope::testing {

inline std::vector<Rect> areas(const Layout& l) {
  std::vector<Rect> all;
  for (const Rect& r : {l.header, l.tabs, l.toggles, l.source, l.path, l.explanation, l.transport,
                        l.timeline, l.loop, l.output}) {
    if (!r.empty()) all.push_back(r);
  }
  return all;
}

}  // namespace awaitscope::testing
