#include "ui/panels/header.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr float kSaid = 3;  // seconds that something is said for

// Two nested calls and the pause within: the mark of the thing.
void draw_mark(Controls& ui, Point at) {
  Painter& paint = ui.paint;
  const float u = ui(2);
  paint.fill({at.x, at.y - 4 * u, 9 * u, 2 * u}, ui.colours->accent, u);
  paint.fill({at.x + 2 * u, at.y - u, 3 * u, 2 * u}, ui.colours->text, u);
  paint.fill({at.x + 6 * u, at.y - u, 3 * u, 2 * u}, ui.colours->faint, u);
  paint.fill({at.x + 4 * u, at.y + 2 * u, 5 * u, 2 * u}, ui.colours->text, u);
}

struct Status {
  Line text;
  ImU32 colour;
  Icon icon;
};

Status status_of(const Session& session, const Palette& c) {
  switch (session.run_state()) {
    case RunState::Finished:
      if (session.exit_status() == 0) return {Line("Ends with exit status 0"), c.good, Icon::Check};
      return {Line("Fails with exit status ", session.exit_status()), c.error, Icon::Cross};
    case RunState::Paused:
      return {Line("Paused after ", session.steps(), " steps"), c.warning, Icon::Pause};
    case RunState::Idle: return {Line("Deadlock"), c.warning, Icon::Hourglass};
    case RunState::Limited: return {Line("Stopped at a limit"), c.warning, Icon::Warning};
    case RunState::Rejected:
      return {
          session.error() ? Line("Cannot run, line ", session.error()->line) : Line("Cannot run"),
          c.error, Icon::Cross};
  }
  return {Line(), c.muted, Icon::Check};
}

// "Task-2 cancelled at step 17"
Line words_of(const Injection& injection, const Session& session) {
  constexpr size_t kLongest = 32;
  const Recording& recording = session.recording();
  const std::string_view task = recording.text(recording.tasks()[injection.task].name);
  const std::string_view exception = injection.exception;
  Line words;
  if (exception.empty())
    words.add(task).add(" cancelled");
  else if (exception.size() > kLongest)
    words.add(exception.substr(0, kLongest - 1)).add("… in ").add(task);
  else
    words.add(exception).add(" in ").add(task);
  return words.add(" at step ").add(unsigned(session.reader().step_of(injection.event)));
}

}  // namespace

void HeaderPanel::say(std::string words) {
  if (words.empty()) return;
  said_ = std::move(words);
  said_at_ = ui_.clock();
  ui_.keep_awake(kSaid);
}

void HeaderPanel::draw(const Rect& area) {
  Span line{area.x + pad(), area.right() - ui_(view_.on_a_phone() ? 6 : 10), area.middle_y(),
            std::max(ui_(30), std::min(ui_.target, area.height))};
  draw_name(line);
  draw_buttons(line);
  draw_more(line);
  draw_status(line);
  draw_injection(line);
  draw_python(line);
  draw_lesson(line);
}

void HeaderPanel::draw_name(Span& line) {
  draw_mark(ui_, {line.left, line.middle});
  line.left += ui_(28);
  if (view_.on_a_phone()) return;
  line.left =
      paint_.text(Type::Title, line.left, line.middle, colours().text, "Awaitscope") + ui_(20);
  paint_.vertical(line.left, line.middle - ui_(10), ui_(20), colours().line_strong);
  line.left += ui_(12);
}

bool HeaderPanel::draw_at_right(Span& line, const Button& button, float width) {
  line.right -= width;
  return ui_.button(button, {line.right, line.middle - line.high / 2, width, line.high});
}

// From the right: help, theme, what can be taken along.
void HeaderPanel::draw_buttons(Span& line) {
  static constexpr Icon kThemes[] = {Icon::Moon, Icon::Sun, Icon::Contrast};
  for (const CommandId id : {CommandId::Help, CommandId::Theme, CommandId::Share}) {
    if (id == CommandId::Theme && view_.embedded) continue;
    if (!enabled(view_, id)) continue;
    Button button = button_of(view_, id);
    if (id == CommandId::Theme) button.icon = kThemes[int(view_.theme.theme)];
    button.show_label = id == CommandId::Share && !view_.on_a_phone();
    const float width = std::max({ui_(32), ui_.target, ui_.button_width(button)});
    if (draw_at_right(line, button, width)) run(view_, id);
  }
  line.right -= ui_(8);
}

void HeaderPanel::draw_more(Span& line) {
  if (!enabled(view_, CommandId::More)) return;
  Button button = button_of(view_, CommandId::More);
  button.look = ButtonLook::Quiet;
  if (draw_at_right(line, button, ui_.button_width(button))) run(view_, CommandId::More);
  line.right -= ui_(10);
}

// How the run ended, or what is said instead.
void HeaderPanel::draw_status(Span& line) {
  const Palette& c = colours();
  Status status = status_of(session_, c);
  if (view_.hidden.future) status = {Line("How will it end?"), c.muted, Icon::Question};
  if (ui_.clock() - said_at_ < double(kSaid)) status = {Line(said_), c.accent, Icon::Check};
  if (view_.on_a_phone()) {
    if (status.icon == Icon::Question) return;  // beside the one of Help
    line.right -= ui_(18);
    paint_.icon(status.icon, {line.right + ui_(8), line.middle}, ui_(16), status.colour);
  } else {
    const float wide = text_width(Type::Body, status.text) + ui_(22);
    line.right -= wide;
    paint_.icon(status.icon, {line.right + ui_(7), line.middle}, ui_(14), status.colour);
    paint_.text(Type::Body, line.right + ui_(20), line.middle, c.muted, status.text);
    const Rect place{line.right, line.middle - ui_(14), wide, ui_(28)};
    if (!session_.message().empty() && ui_.pointer_over(place)) ui_.tip(place, session_.message());
  }
  line.right -= ui_(10);
}

// What was done to a task; a press takes it back.
void HeaderPanel::draw_injection(Span& line) {
  if (session_.injections().empty()) return;
  const Line words = words_of(session_.injections().back(), session_);
  const Button button{.id = "status.injection",
                      .label = view_.on_a_phone() ? std::string_view("Undo") : words,
                      .tip = "Press to undo",
                      .icon = Icon::Cross,
                      .look = ButtonLook::Quiet};
  if (draw_at_right(line, button, ui_.button_width(button))) session_.take_back_injection();
  line.right -= ui_(10);
}

// The Python that it runs under; a press lists them all, and what changed between them.
void HeaderPanel::draw_python(Span& line) {
  const Command& what = command(CommandId::Python);
  const std::string_view minor = names_of(session_.python()).minor;
  const Line words("Python ", minor);
  const std::string_view shown = view_.on_a_phone() ? minor : words.view();
  const float wide = text_width(Type::Body, shown) + ui_(34);
  if (draw_menu(what.widget, words, shown, minor,
                {line.right - wide, line.middle - line.high / 2, wide, line.high}, what))
    run(view_, CommandId::Python);
  line.right -= wide + ui_(10);
}

// A button with a chevron, which opens a list. True: pressed.
bool HeaderPanel::draw_menu(std::string_view id, std::string_view label, std::string_view shown,
                            std::string_view value, const Rect& place, const Command& what) {
  const Palette& c = colours();
  const Press press = ui_.press(id, label, WidgetKind::Button, place, {true, value});
  const float drawn = ui_(30);
  const Rect face{place.x, place.middle_y() - drawn / 2, place.width, drawn};
  paint_.fill(face, press.held ? c.line_strong : press.hovered ? c.hover : c.raised, ui_(6));
  paint_.text_within(Type::Body, face.x + ui_(10), face.middle_y(), face.width - ui_(30), c.text,
                     shown);
  paint_.icon(Icon::Chevron, {face.right() - ui_(13), face.middle_y()}, ui_(14), c.muted);
  if (press.hovered) ui_.tip(place, what.what, what.keys);
  return press.clicked;
}

// The lesson that is shown; a press lists them all. Beside it, whether the switches are shown.
void HeaderPanel::draw_lesson(Span& line) {
  const Lesson* lesson = session_.shown_lesson();
  // One that is being repaired by its switches is still that lesson.
  if (!lesson && session_.by_switches()) lesson = session_.left_lesson();
  const std::string_view title = lesson              ? std::string_view(lesson->title)
                                 : session_.edited() ? "Your own program"
                                                     : "Your own switches";
  const bool has_switches = enabled(view_, CommandId::Switches);
  const Button switches = button_of(view_, CommandId::Switches);
  const float switches_wide = has_switches ? ui_.button_width(switches) : 0;
  const float top = line.middle - line.high / 2;
  const Rect picker{line.left, top,
                    std::min(text_width(Type::Body, title) + ui_(42),
                             line.right - line.left - ui_(8) - switches_wide),
                    line.high};
  const Command& what = command(CommandId::Lessons);
  if (draw_menu(what.widget, title, title, session_.lesson(), picker, what))
    run(view_, CommandId::Lessons);
  if (has_switches &&
      ui_.button(switches, {picker.right() + ui_(8), top, switches_wide, line.high}))
    run(view_, CommandId::Switches);
}

}  // namespace awaitscope
