#include "ui/timeline/span.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

void TimelineSpan::lay_out(float left, float width, uint32_t steps) {
  steps_ = steps;
  view_.left = left;
  if (view_.width != width) {
    view_.width = width;
    if (!whole_) view_ = clamped(view_, steps_);
  }
  if (whole_ && !gliding()) view_ = fitted(view_, steps_);
}

bool TimelineSpan::glide(const std::vector<TimeJump>& jumps, size_t step, float seconds,
                         bool reduced_motion) {
  const bool scale = glide_scale(jumps, step, seconds, reduced_motion);
  const bool view = glide_view(seconds, reduced_motion);
  return scale || view;
}

bool TimelineSpan::glide_scale(const std::vector<TimeJump>& jumps, size_t step, float seconds,
                               bool reduced_motion) {
  const bool arrives = std::abs(time_share_to_ - time_share_) < 0.002;
  if (reduced_motion || arrives)
    time_share_ = time_share_to_;
  else
    time_share_ += (time_share_to_ - time_share_) * std::min(1.0, double(seconds) * 10);
  const TimelineScale next = scale(jumps, steps_);
  if (!(next == view_.scale)) {
    view_.from += next.place_of(double(step)) - view_.scale.place_of(double(step));
    view_.scale = next;
    view_ = whole_ ? fitted(view_, steps_) : clamped(view_, steps_);
  }
  return !arrives;
}

bool TimelineSpan::glide_view(float seconds, bool reduced_motion) {
  if (!gliding()) return false;
  const double share = reduced_motion ? 1 : std::min(1.0, double(seconds) * 16);
  view_.per_point += (to_per_point_ - view_.per_point) * share;
  view_.from += (to_from_ - view_.from) * share;
  const double near = to_per_point_ * 0.5;
  if (std::abs(view_.from - to_from_) < near &&
      std::abs(view_.per_point / to_per_point_ - 1) < 0.005) {
    view_.per_point = to_per_point_;
    view_.from = to_from_;
    stop();
  }
  return true;
}

void TimelineSpan::glide_to(const TimelineView& to) {
  to_from_ = to.from;
  to_per_point_ = to.per_point;
}

void TimelineSpan::find_whether_whole() {
  whole_ = double(view_.width) * view_.per_point >= double(steps_) * 0.9999;
}

void TimelineSpan::zoom_at(float x, double factor) {
  stop();
  view_ = zoomed(view_, x, factor, steps_);
  find_whether_whole();
}

void TimelineSpan::pan(float points) {
  stop();
  view_ = panned(view_, points, steps_);
  find_whether_whole();
}

void TimelineSpan::centre(double place) {
  view_.from = place - double(view_.width) * view_.per_point / 2;
  view_ = clamped(view_, steps_);
  stop();
}

void TimelineSpan::show(double from, double to) {
  view_.from = from;
  view_.per_point = (to - from) / double(view_.width);
  view_ = clamped(view_, steps_);
  stop();
  whole_ = false;
}

void TimelineSpan::zoom_about(size_t step, double factor, uint32_t steps) {
  steps_ = steps;
  const float x = std::clamp(view_.x_of(double(step) + 0.5), view_.left, view_.left + view_.width);
  glide_to(zoomed(view_, x, factor, steps_));
  whole_ = false;
}

void TimelineSpan::show_whole(uint32_t steps) {
  steps_ = steps;
  glide_to(fitted(view_, steps_));
  whole_ = true;
}

void TimelineSpan::follow(size_t step, bool at_once) {
  // From where it will be: what it glides to may not show this step.
  TimelineView view = view_;
  if (gliding()) {
    view.from = to_from_;
    view.per_point = to_per_point_;
  }
  const TimelineView to = showing(view, uint32_t(step), steps_);
  if (to.from == view.from) return;
  if (at_once && !gliding())
    view_ = to;
  else
    glide_to(to);
}

void TimelineSpan::glide_to_virtual_time(bool on) {
  time_share_to_ = on ? TimelineScale::kVirtualTime : 0;
}

void TimelineSpan::set_virtual_time(bool on) {
  glide_to_virtual_time(on);
  time_share_ = time_share_to_;
}

TimelineScale TimelineSpan::scale(const std::vector<TimeJump>& jumps, uint32_t steps) const {
  return scale_for(jumps, steps, time_share_);
}

}  // namespace awaitscope
