#pragma once
// A lesson's repair, in the output's panel: what the program is to do, which of it the run that is
// shown does, hints one after another, and a solution.

#include <string>
#include <vector>

#include "engine/session/repair.h"
#include "ui/controls.h"
#include "ui/view.h"

namespace awaitscope {

class RepairBox {
 public:
  explicit RepairBox(View& view) : view_(view), ui_(view.controls), paint_(view.controls.paint) {}

  void refresh();
  bool shown() const { return !goals_.empty(); }
  bool done() const { return shown() && all_met(goals_); }

  float draw(const Rect& area);  // gives the height that it takes
  // At last, since what has been drawn goes with it.
  void follow_press();

 private:
  enum class Pressed : uint8_t { Nothing, Edit, Hint, Solution, Again, Next };

  float draw_goal(const GoalState& goal, const Rect& area);
  float draw_hints(const Repair& repair, const Rect& area);
  float draw_buttons(const Repair& repair, const Rect& area);
  float say(ImU32 colour, std::string_view text, const Rect& area, bool draw = true);

  View& view_;
  Controls& ui_;
  Painter& paint_;
  uint64_t version_ = 0;
  bool at_end_ = false;
  std::string lesson_;
  std::vector<GoalState> goals_;
  size_t hints_ = 0;        // shown
  bool hint_come_ = false;  // since it was drawn last
  Pressed pressed_ = Pressed::Nothing;
};

}  // namespace awaitscope
