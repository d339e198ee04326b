#include "ui/panels/output.h"

#include <algorithm>
#include <utility>

#include "ui/commands.h"

namespace awaitscope {

void OutputPanel::refresh() {
  quiz_.refresh();
  repair_.refresh();
  go_back_to_tab();
  // A lesson is done when one has come to its end and answered what it asks there, or repaired it.
  const bool at_end = session_.step() + 1 >= session_.steps() && !session_.error();
  const bool answered = at_end && quiz_.all_checks_answered();
  const Lesson *shown = session_.shown_lesson(), *left = session_.left_lesson();
  if (shown && answered) view_.mark_done(session_.key_of(*shown));
  if (left && repair_.done()) view_.mark_done(session_.key_of(*left));
}

std::string_view OutputPanel::open_question() const {
  if (quiz_.asks() && !quiz_.answered())
    return session_.step() + 1 < session_.steps() ? "Predict" : "Check";
  return repair_.shown() && !repair_.done() ? "Repair" : "";
}

void OutputPanel::bring_open_question() {
  if (view_.tab != Tab::Output) came_from_ = view_.tab;
  view_.tab = Tab::Output;
  bring_open_question_ = true;
}

// Once there is nothing asked any more, unless somebody has gone elsewhere since.
void OutputPanel::go_back_to_tab() {
  if (!came_from_ || (asks() && view_.tab == Tab::Output)) return;
  if (view_.tab == Tab::Output) view_.tab = *came_from_;
  came_from_.reset();
}

void OutputPanel::draw(const Rect& area) {
  if (following_.change(session_, view_.sought) != Change::None) reveal_question_ = true;
  const Rect rest = draw_title(area, "Output", TitleLine::Controls);
  const size_t count = view_.output.count_at(step());
  draw_controls({area.x, area.y, area.width, rest.y - area.y}, view_.output.lines.size() - count);
  const Rows rows = rows_in(area);
  const Rect content = ui_.begin_scroll(scroll_, rest);
  if (count == 0 && !asks()) {
    const bool goes_on = session_.run_state() == RunState::Paused;
    const char* words = !view_.output.lines.empty()
                            ? "Nothing printed yet. Step forward to see output."
                        : goes_on ? "Nothing printed so far. The program is paused."
                                  : "This program prints nothing.";
    paint_.text_within(Type::Body, rows.left, content.y + ui_(10), rows.width, colours().faint,
                       words);
  }
  draw_lines(rows, rest, content, count);
  if (count != shown_ && count > 0) {
    // Of a warning that is longer than there is room for, how it begins: that says what it is
    // about.
    const size_t first = first_of_warning(count);
    const float top = top_of(rows, first), high = top_of(rows, count) - top;
    ui_.reveal(scroll_, top, std::min(high, rest.height), high < rest.height ? ui_(6) : 0);
  }
  shown_ = count;
  float end = top_of(rows, count) + ui_(5);
  if (asks()) {
    const float high = draw_questions({rows.left, content.y + end, rows.width, 0});
    if (reveal_question_ && !bring_open_question_)
      ui_.bring_into_view({rows.left, content.y + end, rows.width, high});
    reveal_question_ = bring_open_question_ = false;
    end += high;
  }
  ui_.end_scroll(scroll_, end);
  repair_.follow_press();
}

// Where the last of so many lines begins, or the warning that it is a part of.
size_t OutputPanel::first_of_warning(size_t count) const {
  const std::vector<OutputLine>& lines = view_.output.lines;
  size_t first = count - 1;
  for (size_t i = count; i-- > 0 && lines[i].error && lines[i].step == lines[count - 1].step;) {
    if (lines[i].at(step()).find("Warning: ") != std::string_view::npos) first = i;
  }
  return first;
}

// Below the output, one after another, each below a rule and its heading.
float OutputPanel::draw_questions(const Rect& area) {
  float y = area.y;
  const auto rest = [&] { return Rect{area.x, y, area.width, 0}; };
  const auto bring = [&](float top) {
    if (bring_open_question_) ui_.bring_into_view({area.x, top, area.width, y - top});
  };
  if (view_.at_lesson_end()) y += draw_answer(rest());
  if (quiz_.asks() || quiz_.predicting()) {
    const float top = y;
    y += draw_heading(quiz_.heading(), rest());
    y += quiz_.draw(rest()) + ui_(6);
    if (!quiz_.answered()) bring(top);
  }
  if (repair_.shown()) {
    const float top = y;
    y += draw_heading("", rest());
    y += repair_.draw(rest());
    if (quiz_.answered() || !quiz_.asks()) bring(top);
  }
  return y + ui_(8) - area.y;
}

// The first of all has a rule above it where something is printed.
float OutputPanel::draw_heading(std::string_view words, const Rect& area) {
  paint_.horizontal(area.x, area.y, area.width, colours().line);
  if (words.empty()) return ui_(8);
  paint_.text(Type::Body, area.x, area.y + ui_(18), colours().accent, words);
  return ui_(34);
}

// The lesson's question, and what one has seen of it.
float OutputPanel::draw_answer(const Rect& area) {
  const Lesson& lesson = *session_.shown_lesson();
  float y = area.y;
  y += draw_heading("Answer", {area.x, y, area.width, 0});
  paint_.read_out(&view_.heard);
  y += ui_.rich_text(Type::Body, Type::Code, {area.x, y, area.width, 0}, ui_(19), colours().muted,
                     lesson.question) +
       ui_(4);
  y += ui_.rich_text(Type::Body, Type::Code, {area.x, y, area.width, 0}, ui_(19), colours().text,
                     lesson.answer);
  paint_.read_out(nullptr);
  return y + ui_(12) - area.y;
}

void OutputPanel::draw_controls(const Rect& title, size_t hidden) {
  if (!enabled(view_, CommandId::Predict)) return;
  const Button button = button_of(view_, CommandId::Predict);
  const float wide = ui_.button_width(button);
  float right = title.right() - pad() - wide;
  const Rect place{right, title.y, wide, title.height};
  if (ui_.button(button, place.inset(0, ui_.target > ui_(40) ? 0 : ui_(3))))
    run(view_, CommandId::Predict);
  const int asked = quiz_.asked();
  if (asked > 0 || (hidden > 0 && !view_.hidden.future && button.value == "false")) {
    const Line more = asked > 0 ? Line(quiz_.right(), " of ", asked, " right")
                                : Line(int(hidden), " more to come");
    right -= text_width(Type::Caption, more) + ui_(4);
    paint_.text(Type::Caption, right, title.middle_y() + 1, colours().faint, more);
  }
}

OutputPanel::Rows OutputPanel::rows_in(const Rect& area) {
  Rows rows;
  rows.left = area.x + pad();
  rows.width = area.width - 2 * pad();
  rows.row = ui_(19);
  rows.columns = uint32_t(std::max(8.f, rows.width / text_width(Type::Code, "0")));
  // A line of one row is at least as high as what is pressed.
  rows.extra = view_.layout.kind == LayoutKind::Wide
                   ? 0
                   : std::max(rows.row, ui_.target - ui_(12)) - rows.row;
  view_.output.break_after(rows.columns);
  return rows;
}

float OutputPanel::top_of(const Rows& rows, size_t line) const {
  return float(view_.output.first_row[line]) * rows.row + float(line) * rows.extra;
}

void OutputPanel::draw_lines(const Rows& rows, const Rect& seen, const Rect& content,
                             size_t count) {
  size_t first = 0;  // that is seen
  for (size_t high = count; first < high;) {
    const size_t middle = (first + high) / 2;
    if (content.y + top_of(rows, middle + 1) <= seen.y)
      first = middle + 1;
    else
      high = middle;
  }
  size_t pressed = SIZE_MAX;
  for (size_t i = first; i < count; ++i) {
    const float top = top_of(rows, i);
    const Rect strip{rows.left - pad(), content.y + top, rows.width + 2 * pad(),
                     top_of(rows, i + 1) - top};
    if (strip.y > seen.bottom()) break;
    if (draw_line(rows, i, strip)) pressed = i;
  }
  if (pressed != SIZE_MAX) view_.seek(view_.output.lines[pressed].step);
}

bool OutputPanel::draw_line(const Rows& rows, size_t number, const Rect& strip) {
  const Palette& c = colours();
  const OutputLine& line = view_.output.lines[number];
  const std::string_view text = line.at(step());
  const bool now = line.parts.back().step == step() || line.step == step();
  const Press press = ui_.press(Line("output.", Line().add_plain(number + 1).view()),
                                text.empty() ? "empty line" : text, WidgetKind::Place, strip,
                                {true, line.error ? "stderr" : "stdout"});
  const Rect edge{strip.x, strip.y, ui_(3), strip.height};
  if (line.error) {
    paint_.fill(strip, c.error_soft);
    paint_.fill(edge, c.error);
  }
  if (press.hovered) paint_.fill(strip, with_alpha(c.hover, 0.6f));
  if (now) paint_.fill(edge, line.error ? c.error : c.accent);
  draw_text(rows, text, strip.y + (rows.row + rows.extra) / 2,
            now && !line.error ? Type::CodeStrong : Type::Code, line.error ? c.error : c.text);
  if (press.hovered) {
    const Line where("step ", int(line.step));
    const float wide = text_width(Type::Caption, where);
    paint_.text(Type::Caption, strip.right() - wide - ui_(14), strip.y + rows.row / 2, c.muted,
                where);
  }
  return press.clicked;
}

// Broken after so many characters, wherever that is: it is code's neighbour.
void OutputPanel::draw_text(const Rows& rows, std::string_view text, float middle, Type type,
                            ImU32 colour) {
  do {
    size_t end = 0;
    for (uint32_t n = 0; end < text.size() && n < rows.columns; ++n) {
      do ++end;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80);
    }
    paint_.text(type, rows.left, middle, colour, text.substr(0, end));
    text.remove_prefix(end);
    middle += rows.row;
  } while (!text.empty());
}

}  // namespace awaitscope
