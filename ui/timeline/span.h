#pragma once
// Which part of the run the timeline shows, at which scale, and how it glides from one to another.
// Pure, without ImGui.

#include <cstdint>
#include <vector>

#include "engine/recording/pictures/geometry.h"

namespace awaitscope {

class TimelineSpan {
 public:
  const TimelineView& view() const { return view_; }
  bool whole() const { return whole_; }  // the whole run is shown, and goes on to be as it grows
  bool gliding() const { return to_per_point_ >= 0; }
  bool has_width() const { return view_.width > 0; }

  // Where it is drawn, and of how many steps. To be called first in a frame.
  void lay_out(float left, float width, uint32_t steps);
  // What it does in this time; at once where motion is reduced. The step stays where it is while
  // the scale changes. True: it moves, and there is to be another frame.
  bool glide(const std::vector<TimeJump>& jumps, size_t step, float seconds, bool reduced_motion);

  // At once, and no longer gliding:
  void zoom_at(float x, double factor);
  void pan(float points);
  void centre(double place);
  void show(double from, double to);  // from here to there, in places

  // Gliding:
  void zoom_about(size_t step, double factor, uint32_t steps);
  void show_whole(uint32_t steps);
  // As little as needed for the step to be in sight.
  void follow(size_t step, bool at_once);

  // The width that goes to virtual time: see TimelineScale.
  bool in_virtual_time() const { return time_share_to_ > 0; }
  void glide_to_virtual_time(bool on);
  void set_virtual_time(bool on);  // at once
  TimelineScale scale(const std::vector<TimeJump>& jumps, uint32_t steps) const;

 private:
  bool glide_scale(const std::vector<TimeJump>& jumps, size_t step, float seconds,
                   bool reduced_motion);
  bool glide_view(float seconds, bool reduced_motion);
  void glide_to(const TimelineView& to);
  void stop() { to_per_point_ = -1; }
  void find_whether_whole();

  TimelineView view_;
  uint32_t steps_ = 0;
  bool whole_ = true;
  double to_from_ = 0, to_per_point_ = -1;  // where it is gliding to; negative: nowhere
  double time_share_ = 0, time_share_to_ = 0;
};

}  // namespace awaitscope
