#pragma once
// The transport: step, play, jump; and the whole run as one line to be dragged along.

#include "engine/recording/pictures/geometry.h"
#include "ui/commands.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class TransportPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& whole) override;

 private:
  void draw_in_frame(const Rect& area);
  void draw_on_one_line(const Rect& area);
  void draw_in_three_rows(const Rect& area);
  void draw_in_two_rows(const Rect& area);
  Button button_for(CommandId id, bool label) const;
  float draw_keys(float x, const Rect& row, float width, bool label, bool all);
  float draw_jumps(float left, const Rect& row);
  void draw_speed(const Rect& place);
  float draw_depth(float right, const Rect& row);  // gives where it begins
  void draw_depth_button(const Rect& place);
  void draw_where(float x, float right, float middle);
  void draw_scrubber(const Rect& area);
  void draw_track(const Rect& area, const TimelineView& whole, bool active);
};

}  // namespace awaitscope
