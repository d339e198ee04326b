#include "engine/objects/limits.h"

#include "engine/objects/raise.h"
#include "engine/recording/events/recording.h"

namespace awaitscope {

bool RunLimits::stop(std::string_view why) {
  if (why_.empty()) why_ = why;
  attention_ = true;
  return true;
}

bool RunLimits::stop_at_limit(std::string_view what, uint64_t limit, std::string_view unit,
                              std::string_view option) {
  return stop(concat({what, std::to_string(limit), unit, " (awaitscope --limit ", option,
                      " sets another limit)"}));
}

bool RunLimits::refuse_to_go_on(std::string_view why, std::string_view advice) {
  stop(concat({why, ", and nobody can look at the run meanwhile: ", advice}));
  raise_error(types.MemoryError, std::string_view());
  return false;
}

bool RunLimits::has_recorded() {
  const size_t events = recording_ ? recording_->size() : events_before_ + 1;
  if (events == events_before_) return false;  // (who runs it without a recording can stop it)
  events_before_ = recording_ ? events : 0;
  silent_left_ = kMostSilentSteps;
  return true;
}

bool RunLimits::silent_for_too_long() {
  return !has_recorded() &&
         !refuse_to_go_on("a builtin has gone through 50,000,000 items", "let it be fewer");
}

bool RunLimits::may_calculate(uint64_t products) {
  constexpr uint64_t kProducts = 4;  // take as long as a step, or shorter
  const uint64_t steps = products / kProducts;
  // (No recording: the step is not counted, see has_recorded().)
  const bool fits = steps < uint64_t(kMostSilentSteps) || !recording_;
  if (int64_t(steps) >= silent_left_ && !(fits && has_recorded())) {
    return refuse_to_go_on("arithmetic has multiplied 200,000,000 pairs of digits",
                           "let the integers be smaller");
  }
  if (int64_t(steps) < silent_left_) silent_left_ -= int32_t(steps);
  return true;
}

}  // namespace awaitscope
