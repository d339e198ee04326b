// The line at the top, and the tabs of small windows.
#include <algorithm>

#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

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

Status status_of(const View& view) {
  const Session& session = view.session;
  const Palette& c = *view.controls.colours;
  switch (session.run_state()) {
    case RunState::Finished:
      if (session.exit_status() == 0) return {Line("Runs to its end, exit 0"), c.good, Icon::Check};
      return {Line("Fails, exit ", session.exit_status()), c.error, Icon::Cross};
    case RunState::Paused:
      return {Line("Paused after ", session.steps(), " steps"), c.warning, Icon::Pause};
    case RunState::Idle: return {Line("Would wait for ever"), c.warning, Icon::Hourglass};
    case RunState::Limited: return {Line("Stopped at a limit"), c.warning, Icon::Warning};
    case RunState::Rejected:
      return {
          session.error() ? Line("Cannot run, line ", session.error()->line) : Line("Cannot run"),
          c.error, Icon::Cross};
  }
  return {Line(), c.muted, Icon::Check};
}

}  // namespace

void draw_header(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const bool small =
      view.layout.kind == LayoutKind::Portrait || view.layout.kind == LayoutKind::Landscape;
  const float middle = area.middle_y();
  const float high = std::max(ui(30), std::min(ui.target, area.height));
  float x = area.x + view.layout.pad;
  draw_mark(ui, {x, middle});
  x += ui(28);
  if (!small) {
    x = paint.text(Type::Title, x, middle, c.text, "Awaitscope") + ui(20);
    paint.vertical(x, middle - ui(10), ui(20), c.line_strong);
    x += ui(12);
  }

  // From the right: help, theme, how the run ended.
  float right = area.right() - ui(small ? 6 : 10);
  const Icon themes[] = {Icon::Moon, Icon::Sun, Icon::Contrast};
  for (const CommandId id : {CommandId::Help, CommandId::Theme, CommandId::Share}) {
    if (id == CommandId::Theme && view.embedded) continue;
    if (id == CommandId::Share && !enabled(view, id)) continue;
    const Command& what = command(id);
    const Button button{.id = what.widget,
                        .label = what.label,
                        .tip = what.what,
                        .keys = what.keys,
                        .icon = id == CommandId::Help    ? Icon::Question
                                : id == CommandId::Share ? Icon::Share
                                                         : themes[int(view.theme.theme)],
                        .has_icon = true,
                        .show_label = id == CommandId::Share && !small};
    const float width = std::max({ui(32), ui.target, ui.button_width(button)});
    right -= width;
    if (ui.button(button, {right, middle - high / 2, width, high})) run(view, id);
  }
  right -= ui(8);
  if (enabled(view, CommandId::More)) {
    const Command& what = command(CommandId::More);
    const Button button{.id = what.widget,
                        .label = what.label,
                        .tip = what.what,
                        .keys = what.keys,
                        .look = ButtonLook::Quiet};
    const float width = ui.button_width(button);
    right -= width;
    if (ui.button(button, {right, middle - high / 2, width, high})) run(view, CommandId::More);
    right -= ui(10);
  }
  Status status = status_of(view);
  if (ui.clock() - view.said_at < double(kSaid)) status = {Line(view.said), c.accent, Icon::Check};
  if (!small) {
    const float wide = text_width(Type::Body, status.text) + ui(22);
    right -= wide;
    paint.icon(status.icon, {right + ui(7), middle}, ui(14), status.colour);
    paint.text(Type::Body, right + ui(20), middle, c.muted, status.text);
    const Rect place{right, middle - ui(14), wide, ui(28)};
    if (!view.session.message().empty() && ui.pointer_over(place))
      ui.tip(place, view.session.message());
  } else {
    right -= ui(18);
    paint.icon(status.icon, {right + ui(8), middle}, ui(16), status.colour);
  }
  right -= ui(10);

  if (!view.session.injections().empty()) {
    constexpr size_t kLongest = 32;
    const Injection& last = view.session.injections().back();
    const Recording& recording = view.session.recording();
    const std::string_view task = recording.text(recording.tasks()[last.task].name);
    const unsigned step = unsigned(view.session.reader().step_of(last.event));
    const Line words(
        last.exception.empty() ? Line(task, " cancelled")
        : last.exception.size() > kLongest
            ? Line(std::string_view(last.exception).substr(0, kLongest - 1), "… in ", task)
            : Line(last.exception, " in ", task),
        " at step ", step);
    const Button button{.id = "status.injection",
                        .label = small ? std::string_view("Undo") : words,
                        .tip = "Press to take it back",
                        .icon = Icon::Cross,
                        .has_icon = true,
                        .look = ButtonLook::Quiet};
    const float width = ui.button_width(button);
    right -= width;
    if (ui.button(button, {right, middle - high / 2, width, high})) view.session.take_back();
    right -= ui(10);
  }
  // The lesson that is shown; a press lists them all.
  const Lesson* lesson = find_lesson(view.session.lesson());
  std::string_view title = lesson                  ? lesson->title
                           : view.session.edited() ? "Your own program"
                                                   : "Your own switches";
  const Command& switches = command(CommandId::Switches);
  const Button switches_button{.id = switches.widget,
                               .label = switches.label,
                               .tip = switches.what,
                               .keys = switches.keys,
                               .value = view.shows_switches() ? "true" : "false",
                               .kind = WidgetKind::Switch};
  const float switches_wide =
      enabled(view, CommandId::Switches) ? ui.button_width(switches_button) : 0;
  const Rect picker{
      x, middle - high / 2,
      std::min(text_width(Type::Body, title) + ui(42), right - x - ui(8) - switches_wide), high};
  const Press press =
      ui.press("lesson", title, WidgetKind::Button, picker, {true, view.session.lesson()});
  const float drawn = ui(30);
  const Rect face{picker.x, middle - drawn / 2, picker.width, drawn};
  paint.fill(face, press.held ? c.line_strong : press.hovered ? c.hover : c.raised, ui(6));
  paint.text_within(Type::Body, face.x + ui(10), middle, face.width - ui(38), c.text, title);
  paint.icon(Icon::Chevron, {face.right() - ui(15), middle}, ui(14), c.muted);
  if (press.hovered) ui.tip(picker, "Choose a lesson", "L");
  if (press.clicked) run(view, CommandId::Lessons);
  if (switches_wide > 0 &&
      ui.button(switches_button, {picker.right() + ui(8), middle - high / 2, switches_wide, high}))
    run(view, CommandId::Switches);
}

void draw_tabs(View& view, const Rect& area) {
  static constexpr struct {
    Tab tab;
    std::string_view id, label;
  } kTabs[] = {
      {Tab::Source, "tab.source", "Code"},         {Tab::Toggles, "tab.toggles", "Switches"},
      {Tab::Timeline, "tab.timeline", "Timeline"}, {Tab::Loop, "tab.loop", "Loop"},
      {Tab::Output, "tab.output", "Output"},
  };
  Controls& ui = view.controls;
  const Palette& c = *ui.colours;
  int count = 0;
  for (const auto& tab : kTabs) count += view.layout.offers(tab.tab);
  Rect rest = area;
  const float width = area.width / float(std::max(1, count));
  for (const auto& tab : kTabs) {
    if (!view.layout.offers(tab.tab)) continue;
    const Rect place = rest.cut_left(width);
    const bool shown = view.layout.tab == tab.tab;
    const Press press =
        ui.press(tab.id, tab.label, WidgetKind::Tab, place, {true, shown ? "true" : "false"});
    if (press.clicked) view.tab = tab.tab;
    ui.paint.text_centred(shown ? Type::BodyStrong : Type::Body, place,
                          shown || press.hovered ? c.text : c.muted, tab.label);
    if (shown) {
      ui.paint.fill({place.x + ui(10), place.bottom() - ui(2), place.width - ui(20), ui(2)},
                    c.accent, 1);
    }
  }
}

}  // namespace awaitscope
