#include "ui/panels/source.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr float kCopied = 1.5f;  // seconds that it is said for

constexpr CommandId kControls[] = {CommandId::EditSource, CommandId::CopySource,
                                   CommandId::PinProgram, CommandId::Compare};

void count_runs(const Recording& recording, std::vector<uint32_t>& runs, uint32_t& most) {
  runs.assign(runs.size(), 0);
  most = 0;
  for (size_t e = 0; e < recording.size(); ++e) {
    if (recording[e].kind() != EventKind::Line) continue;
    const size_t line = size_t(recording.position(recording[e]).line);
    if (line < runs.size()) most = std::max(most, ++runs[line]);
  }
}

}  // namespace

// Without colour: orange would be a task's.
void draw_heat(Controls& ui, float right, float y, float height, float heat) {
  const float wide = ui(1) + ui(3) * heat;
  const Palette& c = *ui.colours;
  ui.paint.fill({right - wide, y, wide, height}, mix(c.panel, c.text, 0.38f + 0.5f * heat));
}

void SourcePanel::copy() {
  view_.host.copy_text(session_.source());
  copied_at_ = ui_.clock();
  ui_.keep_awake(kCopied + 0.1f);
}

void SourcePanel::refresh() {
  if (version_ == view_.version) return;
  version_ = view_.version;
  text_ = highlight(session_.source(), session_.python());
  line_runs_.resize(text_.lines.size() + 1);
  count_runs(session_.recording(), line_runs_, most_runs_);
}

void SourcePanel::draw(const Rect& area) {
  refresh();
  Rect rest = area;
  if (view_.embedded) {  // its controls are in the frame's bar
    rest.cut_top(ui_(6));
  } else {
    rest = draw_title(area, "main.py", TitleLine::Controls);
    draw_title_line({area.x, area.y, area.width, rest.y - area.y});
  }

  SourceLines lines(view_, text_, rest);
  scroll_sideways(lines.text_width(), rest);
  const Rect content = ui_.begin_scroll(scroll_, rest);
  follow(lines);
  lines.place_at(content.y, x_);
  // The margins first of all, so that these are one group for the keyboard.
  for (int n = lines.first(); n <= lines.count() && !lines.below(lines.strip_of(n)); ++n)
    draw_margin(lines, n);
  size_t to = SIZE_MAX;
  for (int n = lines.first(); n <= lines.count() && !lines.below(lines.strip_of(n)); ++n)
    to = std::min(to, lines.draw(n));
  ui_.end_scroll(scroll_, lines.height());
  if (to != SIZE_MAX) view_.seek(to);  // at last: the moment that is drawn goes with it
}

// Who wrote the program, and what can be done with it.
void SourcePanel::draw_title_line(const Rect& title) {
  const float x = title.x + pad() + text_width(Type::BodyStrong, "main.py") + ui_(10);
  const float right = draw_controls(title);
  const std::string_view words = session_.by_switches() ? "written by the switches"
                                 : session_.edited()    ? "your own code"
                                                        : "the lesson's program";
  if (x + text_width(Type::Caption, words) < right)
    paint_.text(Type::Caption, x, title.middle_y() + 1, colours().faint, words);
}

Button SourcePanel::button_for(CommandId id, bool label) const {
  Button button = button_of(view_, id);
  button.show_label = label;
  if (id == CommandId::CopySource && ui_.clock() - copied_at_ < double(kCopied)) {
    button.label = "Copied";
    button.icon = Icon::Check;
  }
  if (id == CommandId::PinProgram && button.value == "true") {
    button.label = "Pinned";
    button.tip = "This program is pinned. Change a switch and compare, or press to unpin";
    button.look = ButtonLook::Quiet;
  }
  return button;
}

// From the right; with words where there is room for them beside the panel's name.
float SourcePanel::draw_controls(const Rect& title) {
  float all = 0;
  for (const CommandId id : kControls) {
    if (enabled(view_, id)) all += ui_.button_width(button_for(id, true));
  }
  const bool labels = all + ui_(130) < title.width;
  const float high = std::max(ui_(30), ui_.target);
  float right = title.right() - ui_(8);
  for (const CommandId id : kControls) {
    if (!enabled(view_, id)) continue;
    const Button button = button_for(id, labels);
    const float width = ui_.button_width(button);
    right -= width;
    if (ui_.button(button, {right, title.middle_y() - high / 2, width, high})) run(view_, id);
  }
  return right;
}

// Long lines can be scrolled sideways.
void SourcePanel::scroll_sideways(float text_width, const Rect& area) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ui_.pointer_over(area)) x_ -= io.MouseWheelH * 40 + (io.KeyShift ? io.MouseWheel * 40 : 0);
  const ImVec2 from = io.MouseClickedPos[0];
  if (ui_.touch() && io.MouseDown[0] && area.contains({from.x, from.y}) &&
      std::abs(io.MousePos.x - from.x) > 8 && !scroll_.dragged)
    x_ -= io.MouseDelta.x;
  const float most = text_width - area.width;
  x_ = std::clamp(x_, 0.f, std::max(0.f, most));
  ui_.note_scroll(area, x_, most, true);
}

// Keeps the line in sight that is about to run: at another step, or when lines have another height.
void SourcePanel::follow(const SourceLines& lines) {
  const Change change = following_.change(session_, view_.sought);
  const bool resized = row_ != lines.row();
  row_ = lines.row();
  const int line = lines.line_to_see();
  if (change == Change::None && !resized) return;
  if (line == 0) {  // before the first step: another program is shown from its beginning
    if (change == Change::Program) ui_.reveal(scroll_, 0, lines.row(), 0);
    return;
  }
  ui_.reveal(scroll_, lines.top_of(line), lines.row(),
             std::min(lines.row() * 3, scroll_.area.height / 4));
}

// In the gutter: how often the line runs, and its breakpoint.
void SourcePanel::draw_margin(const SourceLines& lines, int number) {
  const Rect strip = lines.strip_of(number);
  const Rect place{strip.x, strip.y, lines.gutter() - ui_(6), strip.height};
  const uint32_t runs = line_runs_[size_t(number)];
  if (runs > 0 || view_.breakpoints.at(number)) draw_breakpoint(place, number, runs);
}

void SourcePanel::draw_breakpoint(const Rect& place, int number, uint32_t runs) {
  const Palette& c = colours();
  const bool breaks = view_.breakpoints.at(number);
  const Line id("source.break.", Line().add_plain(uint64_t(number)).view());
  const Press mark = ui_.press(id, Line("Breakpoint at line ", number), WidgetKind::Switch, place,
                               {!session_.error(), breaks ? "true" : "false"});
  if (mark.clicked) view_.breakpoints.toggle(number);
  if (mark.hovered) {
    const Line often("Runs ", runs, runs == 1 ? " time. " : " times. ");
    ui_.tip(place, Line(view_.hidden.future ? std::string_view() : often.view(),
                        breaks ? "Press to remove the breakpoint." : "Press to set a breakpoint."));
  }
  if (runs > 0 && !view_.hidden.future) {  // which is told of the whole run
    const float heat = std::log1p(float(runs)) / std::log1p(float(std::max(most_runs_, 30u)));
    draw_heat(ui_, place.right(), place.y + 1, place.height - 2, heat);
  }
  const Rect face{place.x + ui_(10), place.y + 2, place.width - ui_(18), place.height - 4};
  if (breaks || mark.hovered) paint_.fill(face, with_alpha(c.error, breaks ? 0.45f : 0.2f), ui_(4));
  if (breaks) paint_.outline(face, c.error, ui_(4));
}

}  // namespace awaitscope
