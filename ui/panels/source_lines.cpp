#include "ui/panels/source_lines.h"

#include <algorithm>
#include <cstdio>

namespace awaitscope {

namespace {

ImU32 colour_of(const Palette& c, Ink ink) {
  switch (ink) {
    case Ink::Plain: return c.text;
    case Ink::Keyword: return c.keyword;
    case Ink::Await: return c.await_keyword;
    case Ink::String: return c.string;
    case Ink::Number: return c.number;
    case Ink::Comment: return c.comment;
    case Ink::Definition: return c.definition;
    case Ink::Builtin: return c.builtin;
    case Ink::Self: return mix(c.text, c.builtin, 0.5f);
    case Ink::Decorator: return c.decorator;
    case Ink::Operator: return c.muted;
    case Ink::Error: return c.error;
  }
  return c.text;
}

// The line a local variable is written at first in its function: there its value is shown.
int line_of_variable(const Code& code, std::string_view name) {
  int slot = -1;
  for (size_t i = 0; i < code.locals.size(); ++i) {
    if (code.locals[i].name == name) slot = int(i);
  }
  if (slot < 0) return 0;
  const int parameters = code.arg_count + code.kwonly_arg_count +
                         ((code.flags & Code::kVarArgs) != 0) +
                         ((code.flags & Code::kVarKeywords) != 0);
  if (slot < parameters) return code.first_line;
  for (size_t i = 0; i < code.instructions.size() && i < code.positions.size(); ++i) {
    const Opcode opcode = code.instructions[i].opcode();
    if ((opcode == Opcode::STORE_FAST || opcode == Opcode::STORE_DEREF) &&
        int(code.instructions[i].operand()) == slot) {
      return code.positions[i].line;
    }
  }
  return 0;
}

// "h = <Hello #1>  n = 3": what is to be shown at the end of a line.
void variables_at(const Code& code, const FrameView& frame, int line, Line& out) {
  if (code.qualname == "<module>" ||
      code.name != code.qualname.substr(code.qualname.rfind('.') + 1))
    return;
  for (const Variable& variable : frame.locals) {
    if (line_of_variable(code, variable.name) != line) continue;
    if (!out.empty()) out.add("   ");
    out.add(variable.name).add(" = ").add(std::string_view(variable.value).substr(0, 60));
  }
}

}  // namespace

SourceLines::SourceLines(View& view, const HighlightedSource& text, const Rect& area)
    : view_(view),
      ui_(view.controls),
      paint_(view.controls.paint),
      c_(*view.controls.colours),
      session_(view.session),
      moment_(view.session.moment()),
      error_(view.session.error()),
      switched_(view.session.switched()),
      text_(text),
      source_(view.session.source()),
      area_(area),
      count_(int(text.lines.size())) {
  const bool fingers = ui_.target > ui_(30) && view.layout.kind != LayoutKind::Landscape;
  row_ = ui_(fingers ? 22 : 19);
  character_ = awaitscope::text_width(Type::Code, "0");
  digits_ = 2;
  for (int n = count_; n >= 100; n /= 10) ++digits_;
  gutter_ = ui_(18) + float(digits_) * character_ + ui_(14);
  error_height_ = error_ ? ui_(30) : 0;
  find_waiting();
  find_frame();
}

void SourceLines::find_waiting() {
  for (const TaskView& task : moment_.tasks) {
    for (const FrameView& frame : task.chain) {
      const bool innermost = &frame == &task.chain.back();
      if (waiting_count_ == kMostWaiting) return;
      if (frame.line == 0 || (frame.frame == moment_.frame && innermost)) continue;
      waiting_[waiting_count_++] = {frame.line, task.task, task.name, innermost,
                                    task.task == moment_.task};
    }
  }
}

void SourceLines::find_frame() {
  auto look = [&](const std::vector<FrameView>& chain) {
    for (const FrameView& frame : chain) {
      if (!frame_ && frame.frame == moment_.frame) frame_ = &frame;
    }
  };
  for (const TaskView& task : moment_.tasks) look(task.chain);
  look(moment_.stack);
  for (const ThreadView& thread : moment_.threads) look(thread.stack);
  if (frame_) code_ = &session_.recording().code_of(frame_->frame);
}

float SourceLines::text_width() const { return gutter_ + float(text_.longest + 2) * character_; }

float SourceLines::top_of(int number) const {
  const bool after_error = error_ && number > error_->line;
  return ui_(2) + float(number - 1) * row_ + (after_error ? error_height_ : 0);
}

float SourceLines::height() const {
  const bool error_last = error_ && error_->line == count_;
  return top_of(count_) + row_ + ui_(10) + (error_last ? error_height_ : 0);
}

int SourceLines::line_to_see() const {
  if (error_) return error_->line;
  if (switched_ && !switched_->lines.empty()) return switched_->lines.front();
  if (moment_.at.line > 0) return moment_.at.line;
  // While the loop runs, where the last of them waits that are waiting.
  int line = 0;
  for (int i = 0; i < waiting_count_; ++i) {
    if (waiting_[i].innermost) line = waiting_[i].line;
  }
  return line;
}

void SourceLines::place_at(float top, float x) {
  top_ = top;
  text_x_ = area_.x + gutter_ - x;
}

int SourceLines::first() const {
  return std::clamp(int((area_.y - top_ - error_height_) / row_), 1, count_);
}

Rect SourceLines::strip_of(int number) const {
  return {area_.x, top_ + top_of(number), area_.width, row_};
}

float SourceLines::width_of(const SourceLine& line, size_t from, size_t size) const {
  return awaitscope::text_width(Type::Code, source_.substr(line.start + from, size));
}

size_t SourceLines::draw(int number) {
  const Rect strip = strip_of(number);
  const size_t to = draw_ground(number, strip);
  draw_number(number, strip);
  draw_code(number, strip);
  if (error_ && error_->line == number) draw_error(strip);
  return to;
}

// What is behind the line, which leads to the next step at which it runs.
size_t SourceLines::draw_ground(int number, const Rect& strip) {
  const bool current = is_current(number);
  const Line id("source.line.", Line().add_plain(uint64_t(number)).view());
  Rect code = strip;
  code.cut_left(gutter_ - ui_(6));
  Rect pressed = code;  // up to where the panel's edge is dragged
  pressed.width = std::min(pressed.width, paint_.clip().right() - ui_(6) - pressed.x);
  const Press press = ui_.press(id, Line("Line ", number), WidgetKind::Place, pressed,
                                {!error_, current ? "true" : "false"});
  if (error_ && error_->line == number) paint_.fill(strip, c_.error_soft);
  if (switched_ && std::binary_search(switched_->lines.begin(), switched_->lines.end(), number)) {
    paint_.fill(code, with_alpha(c_.accent, 0.14f));
    paint_.fill({code.x, code.y, ui_(2), code.height}, c_.accent);
  }
  if (current) {
    const ImU32 here = ui_.task(moment_.task);
    paint_.fill(strip, with_alpha(here, 0.11f));
    paint_.fill({strip.x, strip.y, ui_(3), row_}, here);
  } else if (press.hovered) {
    paint_.fill(strip, with_alpha(c_.hover, 0.5f));
  }
  if (!press.clicked) return SIZE_MAX;
  const size_t to = session_.reader().next_at_line(session_.step(), number);
  if (to != session_.step()) return to;
  ui_.tip_now(strip, "This line does not run again.");
  return SIZE_MAX;
}

void SourceLines::draw_number(int number, const Rect& strip) {
  const ImU32 ink = draw_waiting_marks(number, strip);
  char digits[16];
  std::snprintf(digits, sizeof digits, "%*d", digits_, number);
  paint_.text(Type::Code, area_.x + ui_(14), strip.middle_y(), ink, digits);
}

// In the gutter: who waits here. Gives the ink for the line's number.
ImU32 SourceLines::draw_waiting_marks(int number, const Rect& strip) {
  const bool breaks = view_.breakpoints.at(number);
  if (is_current(number)) return c_.text;
  ImU32 ink = breaks ? c_.text : c_.faint;
  int here = 0, index = 0;
  for (int i = 0; i < waiting_count_; ++i) here += waiting_[i].line == number;
  for (int i = 0; i < waiting_count_; ++i) {
    const Waiting& waiting = waiting_[i];
    if (waiting.line != number) continue;
    const ImU32 colour = ui_.task(waiting.task);
    if (!breaks) ink = here > 1 ? c_.muted : colour;
    const float part = (row_ - 2) / float(here);  // each has its share of the height
    const Rect mark{strip.x, strip.y + 1 + part * float(index++), ui_(waiting.innermost ? 8 : 3),
                    part};
    if (waiting.innermost && !waiting.current) {
      paint_.fill(mark, with_alpha(colour, 0.22f));
      paint_.hatch(mark, colour, ui_(4));
    } else {
      paint_.fill({mark.x, mark.y, ui_(3), mark.height}, with_alpha(colour, 0.5f));
    }
  }
  return ink;
}

void SourceLines::draw_code(int number, const Rect& strip) {
  const SourceLine& line = text_.lines[size_t(number - 1)];
  const float middle = strip.middle_y();
  const float end = text_x_ + width_of(line, 0, line.end - line.start);
  paint_.push_clip(
      {area_.x + gutter_ - ui_(4), area_.y, area_.width - gutter_ + ui_(4), area_.height});
  if (is_current(number)) draw_range(line, number, strip);
  draw_text(line, middle);
  const float right = draw_who_waits(number, strip, end);
  draw_variables(number, middle, end, right);
  paint_.pop_clip();
}

// What of the line is about to run.
void SourceLines::draw_range(const SourceLine& line, int number, const Rect& strip) {
  if (moment_.at.end_line < number) return;
  const int length = int(line.end - line.start);
  const int from = std::clamp(moment_.at.column, 0, length);
  const int to =
      moment_.at.end_line > number ? length : std::clamp(moment_.at.end_column, from, length);
  const float wide = width_of(line, size_t(from), size_t(to - from));
  if (wide <= 0) return;
  const ImU32 here = ui_.task(moment_.task);
  const Rect range{text_x_ + width_of(line, 0, size_t(from)) - 2, strip.y + 1, wide + 4, row_ - 2};
  paint_.fill(range, with_alpha(here, 0.14f), ui_(3));
  paint_.fill({range.x, range.bottom() - ui_(2), range.width, ui_(2)}, here, 1);
}

void SourceLines::draw_text(const SourceLine& line, float middle) {
  for (uint32_t r = 0; r < line.runs; ++r) {
    const InkRun& run = text_.runs[line.first_run + r];
    const bool strong = run.ink == Ink::Await || run.ink == Ink::Definition;
    paint_.text(strong ? Type::CodeStrong : Type::Code,
                text_x_ + width_of(line, 0, run.start - line.start), middle, colour_of(c_, run.ink),
                source_.substr(run.start, run.end - run.start));
  }
}

// At the right: the tasks that wait here. Gives where they begin.
float SourceLines::draw_who_waits(int number, const Rect& strip, float end) {
  float right = strip.right() - ui_(14);
  for (int i = 0; i < waiting_count_; ++i) {
    const Waiting& waiting = waiting_[i];
    if (waiting.line != number || !waiting.innermost || waiting.current) continue;
    const Line words(waiting.name, " waits");
    const float wide = awaitscope::text_width(Type::Caption, words) + ui_(12);
    right -= wide;
    if (right < end + ui_(12)) break;
    const ImU32 colour = ui_.task(waiting.task);
    const Rect tag{right, strip.y + 2, wide, row_ - 4};
    paint_.fill(tag, mix(c_.panel, colour, 0.14f), ui_(4));
    paint_.text(Type::Caption, tag.x + ui_(6), strip.middle_y(), colour, words);
    right -= ui_(4);
  }
  return right;
}

// After the text: what the running function's variables are.
void SourceLines::draw_variables(int number, float middle, float end, float right) {
  if (!code_ || code_->first_line > number) return;
  Line variables;
  variables_at(*code_, *frame_, number, variables);
  if (variables.empty()) return;
  paint_.text_within(Type::CodeSmall, end + ui_(28), middle, right - end - ui_(36),
                     ui_.task(moment_.task), variables);
}

// Below the line: what is wrong with it.
void SourceLines::draw_error(const Rect& strip) {
  const Rect note{area_.x, strip.bottom(), area_.width, error_height_};
  paint_.fill(note, c_.error_soft);
  if (error_->offset > 0) {
    const float from = text_x_ + float(error_->offset - 1) * character_;
    const float wide = std::max(1.f, float(error_->end_offset - error_->offset)) * character_;
    paint_.fill({from, strip.bottom() - ui_(2),
                 error_->end_line == error_->line ? wide : character_, ui_(2)},
                c_.error);
  }
  paint_.icon(Icon::Warning, {area_.x + gutter_ - ui_(14), note.middle_y()}, ui_(14), c_.error);
  paint_.text_within(Type::Body, area_.x + gutter_, note.middle_y(), note.width - gutter_ - ui_(12),
                     c_.error, error_->message);
}

}  // namespace awaitscope
