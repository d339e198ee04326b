#include "ui/panels/raise.h"

#include <algorithm>

#include "engine/session/injections.h"

namespace awaitscope {

void RaiseCard::open(uint32_t task, const Rect& at) {
  task_ = task;
  at_ = at;
  choices_ = exceptions_to_raise(session_.source(), session_.python());
  text_[0] = 0;
  problem_.clear();
  types_ = true;
  scroll_ = {};
  view_.overlay = Overlay::Raise;
}

void RaiseCard::draw(const Rect& window) {
  const Palette& c = colours();
  const float row_high = std::max(ui_(30), ui_.target), head = ui_(30);
  const float width = std::min(ui_(320), window.width - 24);
  auto problem = [&](float x, float y, bool draw) {
    return ui_.rich_text(Type::Body, Type::Code, {x, y, width - ui_(12) - ui_(24), 0}, ui_(18),
                         c.error, problem_, draw);
  };
  const float problem_high = problem_.empty() ? 0 : problem(0, 0, false) + ui_(8);
  const float wanted =
      head + row_high + ui_(8) + problem_high + float(choices_.size()) * row_high + ui_(12);
  const float high = std::min(wanted, window.height - 24);
  // Below its button, or above where there is more room; never beside the window.
  const bool below = at_.bottom() + 4 + high <= window.height - 12;
  const Rect card{std::clamp(at_.x, 12.f, std::max(12.f, window.width - width - 12)),
                  below ? at_.bottom() + 4 : std::max(12.f, at_.y - 4 - high), width, high};
  draw_card(card, ui_(10));
  Rect inside = card.inset(ui_(6), ui_(6));
  const Rect title = inside.cut_top(head);
  paint_.text_within(Type::Body, title.x + ui_(12), title.middle_y(), title.width - ui_(24),
                     c.muted, "Raised where the task waits");
  const Rect place = inside.cut_top(row_high + ui_(8));
  const Field field{.id = "loop.raise",
                    .label = "An exception, as an expression",
                    .hint = "ValueError(\"no\")",
                    .problem = problem_,
                    .starts = types_};
  types_ = false;
  const bool entered =
      ui_.field(field, {place.x + ui_(2), place.y, place.width - ui_(4), row_high}, text_);
  if (problem_high > 0) {
    const Rect words = inside.cut_top(problem_high);
    problem(words.x + ui_(12), words.y, true);
  }
  const std::string chosen = draw_choices(inside, row_high);
  if (!chosen.empty())
    take(chosen);
  else if (entered)
    take(text_.data());
}

// What is pressed of the list.
std::string RaiseCard::draw_choices(const Rect& area, float row_high) {
  const Palette& c = colours();
  const Rect content = ui_.begin_scroll(scroll_, area);
  float y = content.y;
  std::string chosen;
  for (const std::string& name : choices_) {
    const Rect row{content.x, y, content.width, row_high};
    const Press press = ui_.press(Line("loop.raise.", name), name, WidgetKind::Button, row);
    if (press.hovered) paint_.fill(row, c.hover, ui_(6));
    paint_.text_within(Type::Code, row.x + ui_(12), row.middle_y(), row.width - ui_(24), c.text,
                       name);
    if (press.clicked) chosen = name;
    y += row_high;
  }
  ui_.end_scroll(scroll_, y - content.y);
  return chosen;
}

void RaiseCard::take(std::string_view exception) {
  if (!exception.empty()) {
    view_.playing.stop();
    problem_ = session_.inject(task_, exception);
    types_ = true;  // where it cannot be raised, they type on
    if (!problem_.empty()) return;
  }
  close();
}

}  // namespace awaitscope
