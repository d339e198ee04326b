#include "ui/panels/repair.h"

#include <algorithm>
#include <utility>

#include "ui/commands.h"

namespace awaitscope {

void RepairBox::refresh() {
  const Session& session = view_.session;
  // A lesson comes to its repair at its end; from then on it is there while the program changes.
  const bool at_end = session.left_lesson() != nullptr || view_.at_lesson_end();
  if (version_ == session.version() && at_end_ == at_end) return;
  version_ = session.version();
  at_end_ = at_end;
  const Lesson* lesson = session.left_lesson() ? session.left_lesson() : session.shown_lesson();
  const std::string_view id = lesson ? std::string_view(lesson->id) : std::string_view();
  if (lesson_ != id) {
    lesson_ = id;
    hints_ = 0;
  }
  goals_.clear();
  if (at_end && repair_of(session)) goals_ = goals_of(session);
}

float RepairBox::say(ImU32 colour, std::string_view text, const Rect& area, bool draw) {
  return ui_.rich_text(Type::Body, Type::Code, area, ui_(19), colour, text, draw);
}

float RepairBox::draw(const Rect& area) {
  const Repair* repair = repair_of(view_.session);
  if (!repair || goals_.empty()) return 0;
  const Palette& c = *ui_.colours;
  paint_.read_out(&view_.heard);
  float y = area.y;
  paint_.text(Type::Body, area.x, y + ui_(8), done() ? c.good : c.accent,
              done() ? "Repaired" : "Repair it");
  y += ui_(24);
  y += say(c.text, repair->text, {area.x, y, area.width, 0}) + ui_(6);
  for (const GoalState& goal : goals_) y += draw_goal(goal, {area.x, y, area.width, 0});
  y += draw_hints(*repair, {area.x, y, area.width, 0});
  if (done() && !repair->why.empty())
    y += say(c.muted, repair->why, {area.x, y + ui_(4), area.width, 0}) + ui_(8);
  paint_.read_out(nullptr);
  const float buttons = draw_buttons(*repair, {area.x, y + ui_(4), area.width, 0});
  if (std::exchange(hint_come_, false)) ui_.bring_into_view({area.x, y, area.width, buttons});
  return y + buttons - area.y;
}

float RepairBox::draw_goal(const GoalState& goal, const Rect& area) {
  const Palette& c = *ui_.colours;
  const Rect words{area.x + ui_(24), area.y, area.width - ui_(24), 0};
  const Point mark{area.x + ui_(8), area.y + ui_(9.5f)};
  if (goal.met)
    paint_.icon(Icon::Check, mark, ui_(14), c.good);
  else
    paint_.ring(mark, ui_(5), c.faint, 1.25f);
  paint_.hear(goal.met ? "Reached:" : "Not yet:");
  float high = say(goal.met ? c.muted : c.text, goal.words, words);
  if (!goal.met && !goal.why_not.empty())
    high += say(c.warning, goal.why_not, {words.x, words.y + high, words.width, 0});
  return high + ui_(5);
}

float RepairBox::draw_hints(const Repair& repair, const Rect& area) {
  float y = area.y;
  for (size_t i = 0; i < std::min(hints_, repair.hints.size()); ++i) {
    const float top = y;
    y += say(ui_.colours->accent, repair.hints[i], {area.x, y + ui_(2), area.width, 0}) + ui_(4);
    if (hint_come_ && i + 1 == hints_) ui_.bring_into_view({area.x, top, area.width, y - top});
  }
  return y - area.y;
}

float RepairBox::draw_buttons(const Repair& repair, const Rect& area) {
  const float high = std::max(ui_(28), ui_.target);
  float x = area.x, y = area.y;
  auto button = [&](std::string_view id, std::string_view label, Pressed means,
                    ButtonLook look = ButtonLook::Quiet) {
    const Button what{.id = id, .label = label, .look = look};
    const float wide = ui_.button_width(what);
    if (x > area.x && x + wide > area.right()) {
      x = area.x;
      y += high + ui_(4);
    }
    if (ui_.button(what, {x, y, wide, high})) pressed_ = means;
    x += wide + ui_(6);
  };
  if (!done() && view_.host.edit_source)
    button("repair.edit", "Edit", Pressed::Edit, ButtonLook::Primary);
  if (!done() && hints_ < repair.hints.size())
    button("repair.hint", hints_ == 0 ? "Hint" : "Another hint", Pressed::Hint);
  if (!done() && hints_ >= repair.hints.size())
    button("repair.solution", "Show a solution", Pressed::Solution);
  if (done() && view_.session.left_lesson() && lesson_beside(view_, 1))
    button("repair.next", "Next lesson", Pressed::Next, ButtonLook::Primary);
  if (view_.session.left_lesson()) button("repair.again", "Start again", Pressed::Again);
  return x > area.x ? y + high + ui_(8) - area.y : 0;
}

void RepairBox::follow_press() {
  switch (std::exchange(pressed_, Pressed::Nothing)) {
    case Pressed::Nothing: return;
    case Pressed::Edit: return view_.host.edit_source();
    case Pressed::Hint:
      ++hints_;
      hint_come_ = true;
      return;
    case Pressed::Solution:
      if (const Repair* repair = repair_of(view_.session))
        view_.session.replace(std::string(repair->solution));
      return;
    case Pressed::Again: view_.session.back_to_lesson(); return;
    case Pressed::Next: return run(view_, CommandId::NextLesson);
  }
}

}  // namespace awaitscope
