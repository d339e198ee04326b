#include "ui/model/breakpoints.h"

#include <algorithm>

namespace awaitscope {

bool Breakpoints::at(int line) const {
  return std::binary_search(lines_.begin(), lines_.end(), line);
}

void Breakpoints::toggle(int line) {
  const auto place = std::lower_bound(lines_.begin(), lines_.end(), line);
  if (place != lines_.end() && *place == line)
    lines_.erase(place);
  else
    lines_.insert(place, line);
}

size_t Breakpoints::next(const Session& session, size_t step) const {
  const Recording& recording = session.recording();
  for (size_t e = session.reader().event_of(step) + 1; e < recording.size(); ++e) {
    if (recording[e].kind() == EventKind::Line && at(recording.position(recording[e]).line))
      return session.reader().step_of(e);
  }
  return session.steps() - 1;
}

}  // namespace awaitscope
