// The transport: step, play, jump; and the whole run as one line to be dragged along.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

struct Key {
  CommandId id;
  Icon icon;
};

constexpr Key kTransport[] = {
    {CommandId::First, Icon::First}, {CommandId::Back, Icon::Back},
    {CommandId::Play, Icon::Play},   {CommandId::Forward, Icon::Forward},
    {CommandId::Last, Icon::Last},
};
constexpr Key kAllJumps[] = {
    {CommandId::ToBreakpoint, Icon::Breakpoint},
    {CommandId::Into, Icon::Into},
    {CommandId::Over, Icon::Over},
    {CommandId::Out, Icon::Out},
    {CommandId::NextSuspension, Icon::Suspension},
    {CommandId::NextTurn, Icon::Turn},
};

// The first is there where there is something to go to.
std::span<const Key> jumps(const View& view) {
  return std::span(kAllJumps).subspan(view.breakpoints.empty() ? 1 : 0);
}

Button button_for(const View& view, const Key& key, bool label) {
  const Command& what = command(key.id);
  Button button{.id = what.widget,
                .label = what.label,
                .tip = what.what,
                .keys = what.keys,
                .icon = key.icon,
                .has_icon = true,
                .show_label = label,
                .enabled = enabled(view, key.id)};
  if (key.id == CommandId::Play) {
    button.look = ButtonLook::Primary;
    if (view.playing) {
      button.icon = Icon::Pause;
      button.label = "Pause";
    }
    button.value = view.playing ? "true" : "false";
  }
  return button;
}

// The first, back, ... buttons. Gives where they end.
float draw_transport_keys(View& view, float x, const Rect& row, float width, bool label, bool all) {
  Controls& ui = view.controls;
  for (const Key& key : kTransport) {
    if (!all && (key.id == CommandId::First || key.id == CommandId::Last)) continue;
    const bool play = key.id == CommandId::Play;
    const Button button = button_for(view, key, play && label);
    // As wide for "Pause" as for "Play".
    const float wide = play && label ? ui(86) : width;
    const Rect place{x, row.middle_y() - std::max(ui.target, ui(30)) / 2, wide,
                     std::max(ui.target, ui(30))};
    if (ui.button(button, place)) run(view, key.id);
    x += wide + ui(4);
  }
  return x;
}

void draw_speed(View& view, const Rect& place) {
  static constexpr std::string_view kNames[] = {"½×", "1×", "2×", "4×", "8×", "32×"};
  static_assert(std::size(kNames) == kSpeedCount);
  const std::string_view name = kNames[view.speed];
  const Button button{.id = "transport.speed",
                      .label = name,
                      .tip = "How fast it plays. Press for the next speed",
                      .keys = "[ and ]",
                      .value = name};
  if (view.controls.button(button, place)) view.speed = (view.speed + 1) % kSpeedCount;
}

// "7 / 40"
Line step_of_steps(const Session& session) {
  if (session.error()) return Line("no steps");
  return Line(session.step(), " / ", session.steps() - 1);
}

void draw_scrubber(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const uint32_t steps = uint32_t(view.session.steps());
  const size_t step = view.session.step();
  TimelineView whole;
  whole.left = area.x + ui(6);
  whole.width = area.width - ui(12);
  whole = fitted(whole, steps);
  whole.per_point = double(steps) / double(std::max(1.f, whole.width));

  const Line value(step);
  const Press press = ui.press("transport.scrubber", "Step", WidgetKind::Slider, area,
                               {steps > 1 && !view.session.error(), value});
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const double under = whole.step_at(mouse.x);
  if (press.held) {
    const double to = std::clamp(under, 0.0, double(steps - 1));
    if (size_t(to) != step) view.seek(size_t(to));
    ui.keep_awake();
  }
  const float middle = paint.snap(area.middle_y());
  const bool active = press.hovered || press.held;
  const float thick = ui(active ? 5 : 4);
  const Rect track{whole.left, middle - thick / 2, whole.width, thick};
  paint.fill(track, c.line_strong, thick / 2);
  if (view.session.error()) return;
  const float x = std::clamp(whole.x_of(double(view.session.step()) + 0.5), track.x, track.right());
  // Turns above, output below.
  each_mark(view.timeline.turns(), whole, 6, [&](const TurnMark&, float at) {
    paint.fill({at, middle - ui(9), paint.pixel() * 1.5f, ui(5)}, c.faint);
  });
  each_mark(view.timeline.outputs(), whole, 6, [&](const OutputMark& mark, float at) {
    paint.disc({at + 1, middle + ui(8)}, ui(1.75f), mark.error ? c.error : c.muted);
  });
  paint.fill({track.x, track.y, x - track.x, track.height}, c.accent, thick / 2);
  paint.disc({x, middle}, ui(active ? 8 : 7), c.panel);
  paint.disc({x, middle}, ui(active ? 6.5f : 5.5f), c.accent);
  if (press.hovered && !press.held && under >= 0 && under < double(steps)) {
    const Rect spot{mouse.x - ui(20), area.y, 1, area.height};
    ui.tip_now(spot, Line("Step ", unsigned(under), " of ", steps - 1));
  }
}

}  // namespace

void draw_transport(View& view, const Rect& area) {
  const std::span<const Key> keys_to_jump = jumps(view);
  Controls& ui = view.controls;
  const Palette& c = *ui.colours;
  const Session& session = view.session;
  const Moment& moment = session.moment();
  const float pad = view.layout.pad;
  const float icon_width = std::max(ui(32), ui.target);
  Rect rest = area;

  if (view.layout.kind == LayoutKind::Landscape) {
    float x = draw_transport_keys(view, rest.x + ui(4), rest, icon_width, false, false);
    float right = rest.right() - ui(4);
    for (int i = int(keys_to_jump.size()) - 1; i >= 0; --i) {
      right -= icon_width;
      const Rect place{right, rest.middle_y() - ui.target / 2, icon_width, ui.target};
      if (ui.button(button_for(view, keys_to_jump[size_t(i)], false), place))
        run(view, keys_to_jump[size_t(i)].id);
    }
    const Line count = step_of_steps(session);
    const float wide = text_width(Type::Caption, count);
    ui.paint.text(Type::Caption, right - wide - ui(8), rest.middle_y(), c.muted, count);
    draw_scrubber(
        view, {x + ui(8), rest.middle_y() - ui.target / 2, right - wide - ui(28) - x, ui.target});
    return;
  }

  if (area.height > ui(120)) {  // three rows: for fingers, on an upright window
    Rect bar = rest.cut_top(std::max(ui(44), ui.target));
    const Line count = step_of_steps(session);
    const float wide = text_width(Type::Body, count);
    ui.paint.text(Type::Body, bar.right() - pad - wide, bar.middle_y(), c.muted, count);
    draw_scrubber(view,
                  {bar.x + pad - ui(6), bar.y, bar.width - 2 * pad - wide - ui(6), bar.height});
    const Rect keys = rest.cut_top(rest.height / 2);
    const float speed = std::max(ui(44), ui.target);
    const float wide_keys = 4 * (icon_width + ui(4)) + ui(90) + speed;
    float x = draw_transport_keys(view, keys.x + (keys.width - wide_keys) / 2, keys, icon_width,
                                  true, true);
    draw_speed(view, {x, keys.middle_y() - ui.target / 2, speed, ui.target});
    const float width = (rest.width - 2 * ui(4)) / float(keys_to_jump.size());
    for (size_t i = 0; i < keys_to_jump.size(); ++i) {
      const bool label = width >= ui(72);
      const Rect place{rest.x + ui(4) + float(i) * width, rest.middle_y() - ui.target / 2, width,
                       ui.target};
      if (ui.button(button_for(view, keys_to_jump[size_t(i)], label), place))
        run(view, keys_to_jump[size_t(i)].id);
    }
    return;
  }

  Rect keys = rest.cut_top(std::max(ui(44), ui.target));
  float x = draw_transport_keys(view, keys.x + pad - ui(8), keys, icon_width, true, true);
  draw_speed(view, {x, keys.middle_y() - std::max(ui.target, ui(30)) / 2, ui(44),
                    std::max(ui.target, ui(30))});
  x += ui(58);
  float right = keys.right() - pad + ui(8);
  bool labels = true;
  float wide = 0;
  for (const Key& key : keys_to_jump) wide += ui.button_width(button_for(view, key, true)) + ui(2);
  if (x + ui(130) + wide > right) labels = false;
  for (int i = int(keys_to_jump.size()) - 1; i >= 0; --i) {
    const Button button = button_for(view, keys_to_jump[size_t(i)], labels);
    const float width = ui.button_width(button);
    right -= width;
    const float high = std::max(ui.target, ui(30));
    if (ui.button(button, {right, keys.middle_y() - high / 2, width, high}))
      run(view, keys_to_jump[size_t(i)].id);
    right -= ui(2);
  }
  // Where in the run.
  const Line count = session.error() ? Line("No steps")
                                     : Line("Step ", session.step(), " of ", session.steps() - 1);
  float end =
      ui.paint.text_within(Type::Body, x, keys.middle_y(), right - x - ui(12), c.text, count);
  // A place that does not move while numbers change.
  end = std::max(
      end, x + text_width(Type::Body, Line("Step ", session.steps(), " of ", session.steps() - 1)));
  Line when;
  if (moment.turn > 0) when.add("turn ").add(moment.turn).add("   ");
  when.add_seconds(moment.time);
  if (!session.error() && text_width(Type::Body, when) < right - end - ui(28)) {
    ui.paint.text(Type::Body, end + ui(16), keys.middle_y(), c.faint, when);
  }
  const float up = ui.target > ui(40) ? 0 : ui(4);
  draw_scrubber(view,
                {rest.x + pad - ui(6), rest.y - up, rest.width - 2 * pad + ui(12), rest.height});
}

}  // namespace awaitscope
