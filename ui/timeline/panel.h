#pragma once
// The timeline: a lane for the program, one for the loop, one for each task; frames as nested bars.
// panel.cpp puts it together and looks at the pointer, lanes.cpp draws lanes and bars, words.cpp
// says what a bar is, causes.cpp draws arrows, map.cpp the whole run in small.

#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/model/following.h"
#include "ui/panels/panel.h"
#include "ui/timeline/causes.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/span.h"
#include "ui/timeline/words.h"

namespace awaitscope {

class TimelinePanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

  const TimelineSpan& span() const { return span_; }
  // The next time that it is drawn it shows this part of the run, from place to place.
  void show(double from, double to);
  void set_virtual_time(bool on) { span_.set_virtual_time(on); }
  void pinch(float x, double factor) { span_.zoom_at(x, factor); }
  // Gliding there, about the current step:
  void zoom(double factor);
  void show_whole();
  void toggle_virtual_time();

 private:
  // Where its parts are.
  struct Places {
    Rect body;  // names and lanes
    Rect head, ruler, names, lanes, map;
    Rect words;          // of what can be done here
    bool apart = false;  // the ruler has a line of its own
  };

  Rect known_part(const Rect& area, const Rect& lanes) const;
  void draw_unknown(const Rect& known, const Rect& lanes);
  Places places_in(const Rect& area) const;
  float draw_buttons(const Rect& head);  // gives where they begin
  void find_span(const Rect& lanes, Change change);
  bool take_pointer(const Places& places, const Rect& ruler);  // true: pressed, and not dragged
  void take_wheel();
  void draw_ruler(const Rect& ruler, const Rect& lanes);
  void draw_ticks(const Rect& ruler);
  void draw_lanes(const Places& places, Change change, LaneScene& scene);
  LaneRows rows_for(float height) const;
  bool is_folded(uint32_t lane) const;
  void draw_name(uint32_t lane, const Rect& names, float top, float height);
  void draw_causes(const LaneScene& scene);
  void draw_words(const Places& places, const LanePointer& pointer);
  void end_lanes(const Rect& content, float end, float revealed, float height);
  void draw_cursor(const Rect& ruler, const Rect& lanes, float bottom);
  void draw_map(const Rect& area);
  void draw_tasks_in_small(const Rect& area, const TimelineView& whole);
  void press_bar(const BarPlace& place);
  void seek_pointer();
  uint32_t steps() const { return view_.timeline.steps(); }

  TimelineSpan span_;
  double wanted_from_ = 0, wanted_to_ = 0;
  Following following_;
  Scroll scroll_;
  Change to_follow_ =
      Change::None;  // not while somebody moves the part that is seen, or points at it
  bool dragged_ = false, ruler_held_ = false;
  LanePlace pressed_bar_{UINT32_MAX};  // the bar pressed last, and where that led
  size_t pressed_step_ = SIZE_MAX;
  std::vector<float> lane_tops_;  // of the lanes drawn in this frame; negative where one is not
  std::vector<uint32_t> folded_;  // lanes that somebody has folded
  size_t unfolded_ = SIZE_MAX;    // one that was, since it was drawn last
  LaneRows rows_;
  std::vector<Piece> map_pieces_;
  LaneScene::Memory memory_;
  BarWords words_;
  Causes causes_;
};

}  // namespace awaitscope
