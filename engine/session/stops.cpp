#include "engine/session/stops.h"

#include <algorithm>

namespace awaitscope {

void Stops::find(const Session& session) {
  steps_.clear();
  last_ = session.steps() - 1;
  const Lesson* lesson = find_lesson(session.lesson());
  if (!lesson) return;
  const Recording& recording = session.recording();
  for (const Stop& stop : lesson->stops) {
    size_t step = kNone;
    int left = stop.occurrence;
    for (size_t e = 0; e < recording.size() && left > 0; ++e) {
      const Event& event = recording[e];
      if (word_of(event.kind()) != stop.kind || stop.kind.empty()) continue;
      if (recording.code_of(event.subject).qualname != stop.function) continue;
      if (--left == 0) step = session.reader().step_of(e);
    }
    steps_.push_back(step);
  }
}

size_t Stops::at(size_t step) const {
  const auto found = std::find(steps_.begin(), steps_.end(), step);
  return found == steps_.end() ? kNone : size_t(found - steps_.begin());
}

size_t Stops::passed(size_t step) const {
  return size_t(std::count_if(steps_.begin(), steps_.end(), [&](size_t at) { return at <= step; }));
}

size_t Stops::after(size_t step) const {
  if (step >= last_) return kNone;
  size_t next = last_;
  for (const size_t at : steps_) {
    if (at != kNone && at > step) next = std::min(next, at);
  }
  return next;
}

size_t Stops::before(size_t step) const {
  if (step == 0) return kNone;
  size_t last = 0;
  for (const size_t at : steps_) {
    if (at != kNone && at < step) last = std::max(last, at);
  }
  return last;
}

}  // namespace awaitscope
