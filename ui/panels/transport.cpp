#include "ui/panels/transport.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/recording/pictures/geometry.h"

namespace awaitscope {

namespace {

constexpr CommandId kKeys[] = {CommandId::First, CommandId::Back, CommandId::Play,
                               CommandId::Forward, CommandId::Last};
// How closely one looks: Depth's places.
constexpr struct {
  std::string_view id, label, tip;
} kDepths[] = {
    {"depth.story", "Story", "Stop at what your program does"},
    {"depth.protocol", "Protocol", "Stop also at what await and async with do underneath"},
    {"depth.loop", "Loop", "Stop at every step, with the event loop's own"},
};

constexpr CommandId kAllJumps[] = {CommandId::ToBreakpoint,   CommandId::Into,
                                   CommandId::Over,           CommandId::Out,
                                   CommandId::NextSuspension, CommandId::NextTurn};

// The first is there where there is something to go to.
std::span<const CommandId> jumps(const View& view) {
  return std::span(kAllJumps).subspan(view.breakpoints.any() ? 0 : 1);
}

// "7 / 40"
Line step_of_steps(const Session& session) {
  if (session.error()) return Line("no steps");
  return Line(session.step(), " / ", session.steps() - 1);
}

}  // namespace

void TransportPanel::draw(const Rect& whole) {
  Rect area = whole;
  if (!view_.on_a_phone() && !view_.layout.frame)
    area.height -= ui_(6);  // where the timeline's edge is dragged
  if (view_.layout.frame)
    draw_in_frame(area);
  else if (view_.layout.kind == LayoutKind::Landscape)
    draw_on_one_line(area);
  else if (area.height > ui_(120))  // for fingers, on an upright window
    draw_in_three_rows(area);
  else
    draw_in_two_rows(area);
}

Button TransportPanel::button_for(CommandId id, bool label) const {
  Button button = button_of(view_, id);
  button.show_label = label;
  if (id == CommandId::Play) {
    const bool playing = view_.playing.on();
    button.look = ButtonLook::Primary;
    button.value = playing ? "true" : "false";
    if (playing) {
      button.icon = Icon::Pause;
      button.label = "Pause";
    }
  }
  return button;
}

void TransportPanel::draw_on_one_line(const Rect& area) {
  const float icon_width = std::max(ui_(32), ui_.target), high = ui_.target;
  const float middle = area.middle_y(), top = middle - high / 2;
  const float x = draw_keys(area.x + ui_(4), area, icon_width, false, false);
  const std::span<const CommandId> shown = jumps(view_);
  float right = area.right() - ui_(4);
  for (auto id = shown.rbegin(); id != shown.rend(); ++id) {
    right -= icon_width;
    if (ui_.button(button_for(*id, false), {right, top, icon_width, high})) run(view_, *id);
  }
  right -= ui_(74);
  draw_depth_button({right, top, ui_(70), high});
  const Line count = step_of_steps(session_);
  const float wide = text_width(Type::Caption, count);
  paint_.text(Type::Caption, right - wide - ui_(8), middle, colours().muted, count);
  draw_scrubber({x + ui_(8), top, right - wide - ui_(28) - x, high});
}

// What an article's reader needs; the rest is on the keyboard, and where the whole page is.
void TransportPanel::draw_in_frame(const Rect& area) {
  const bool wide = view_.layout.kind == LayoutKind::Landscape;
  const float icon_width = std::max(ui_(32), ui_.target);
  const float x = draw_keys(area.x + ui_(4), area, icon_width, wide, wide);
  const Line count = step_of_steps(session_);
  const float most = text_width(Type::Caption, Line(session_.steps(), " / ", session_.steps()));
  const float right = area.right() - pad();
  paint_.text(Type::Caption, right - text_width(Type::Caption, count), area.middle_y(),
              colours().muted, count);
  draw_scrubber({x + ui_(6), area.y, right - most - ui_(12) - x, area.height});
}

void TransportPanel::draw_in_three_rows(const Rect& area) {
  Rect rest = area;
  const Rect bar = rest.cut_top(std::max(ui_(44), ui_.target));
  const float depth = ui_(74);
  draw_depth_button(
      {bar.right() - pad() - depth, bar.middle_y() - ui_.target / 2, depth, ui_.target});
  const Line count = step_of_steps(session_);
  const float right = bar.right() - pad() - depth - ui_(8), wide = text_width(Type::Body, count);
  paint_.text(Type::Body, right - wide, bar.middle_y(), colours().muted, count);
  draw_scrubber({bar.x + pad() - ui_(6), bar.y, right - wide - bar.x - pad() - ui_(6), bar.height});

  const Rect keys = rest.cut_top(rest.height / 2);
  const float icon_width = std::max(ui_(32), ui_.target), speed = std::max(ui_(44), ui_.target);
  const float wide_keys = 4 * (icon_width + ui_(4)) + ui_(90) + speed;
  const float x = draw_keys(keys.x + (keys.width - wide_keys) / 2, keys, icon_width, true, true);
  draw_speed({x, keys.middle_y() - ui_.target / 2, speed, ui_.target});

  const std::span<const CommandId> shown = jumps(view_);
  const float width = (rest.width - 2 * ui_(4)) / float(shown.size());
  for (size_t i = 0; i < shown.size(); ++i) {
    const Rect place{rest.x + ui_(4) + float(i) * width, rest.middle_y() - ui_.target / 2, width,
                     ui_.target};
    if (ui_.button(button_for(shown[i], width >= ui_(72)), place)) run(view_, shown[i]);
  }
}

void TransportPanel::draw_in_two_rows(const Rect& area) {
  Rect rest = area;
  const Rect keys = rest.cut_top(std::max(ui_(40), ui_.target));
  const float icon_width = std::max(ui_(32), ui_.target), high = std::max(ui_.target, ui_(30));
  float x = draw_keys(keys.x + pad() - ui_(8), keys, icon_width, true, true);
  draw_speed({x, keys.middle_y() - high / 2, ui_(44), high});
  x += ui_(58);
  const float right = draw_jumps(x, keys);
  draw_where(x, right, keys.middle_y());
  const float up = ui_.target > ui_(40) ? 0 : ui_(4);
  rest.y -= up;
  const float end = draw_depth(rest.right() - pad(), rest);
  draw_scrubber({rest.x + pad() - ui_(6), rest.y, end - rest.x - pad() - ui_(6), rest.height});
}

// First, back, play, forward, last. Gives where they end.
float TransportPanel::draw_keys(float x, const Rect& row, float width, bool label, bool all) {
  const float high = std::max(ui_.target, ui_(30));
  for (const CommandId id : kKeys) {
    if (!all && (id == CommandId::First || id == CommandId::Last)) continue;
    const bool words = id == CommandId::Play && label;
    const float wide = words ? ui_(86) : width;  // as wide for "Pause" as for "Play"
    if (ui_.button(button_for(id, words), {x, row.middle_y() - high / 2, wide, high}))
      run(view_, id);
    x += wide + ui_(4);
  }
  return x;
}

// At the right of the row, with words where there is room for them. Gives where they begin.
float TransportPanel::draw_jumps(float left, const Rect& row) {
  const std::span<const CommandId> shown = jumps(view_);
  const float high = std::max(ui_.target, ui_(30));
  float right = row.right() - pad() + ui_(8), wide = 0;
  for (const CommandId id : shown) wide += ui_.button_width(button_for(id, true)) + ui_(2);
  const bool labels = left + ui_(130) + wide <= right;
  for (auto id = shown.rbegin(); id != shown.rend(); ++id) {
    const Button button = button_for(*id, labels);
    const float width = ui_.button_width(button);
    right -= width;
    if (ui_.button(button, {right, row.middle_y() - high / 2, width, high})) run(view_, *id);
    right -= ui_(2);
  }
  return right;
}

// The three of them, side by side.
float TransportPanel::draw_depth(float right, const Rect& row) {
  const float high = std::min(row.height, std::max(ui_.target - ui_(4), ui_(24)));
  float x = right;
  for (const auto& depth : kDepths) x -= text_width(Type::Body, depth.label) + ui_(20);
  const float left = x;
  for (const auto& depth : kDepths) {
    const Depth of = Depth(&depth - kDepths);
    const float wide = text_width(Type::Body, depth.label) + ui_(18);
    const Rect place{x, row.middle_y() - high / 2, wide, high};
    const Press press =
        ui_.chip(depth.id, depth.label, place, view_.arrangement.depth == of, false);
    if (press.hovered) ui_.tip(place, depth.tip, "H");
    if (press.clicked) {
      Arrangement as = view_.arrangement;
      as.depth = of;
      view_.arrange(as);
    }
    x += wide + ui_(2);
  }
  return left - ui_(8);
}

// Where there is room for one: press for the next.
void TransportPanel::draw_depth_button(const Rect& place) {
  const auto& now = kDepths[size_t(view_.arrangement.depth)];
  Button button = button_of(view_, CommandId::Depth);
  button.id = "depth";
  button.label = now.label;
  button.value = now.label;
  button.look = ButtonLook::Quiet;
  if (ui_.button(button, place)) run(view_, CommandId::Depth);
}

void TransportPanel::draw_speed(const Rect& place) {
  const std::string_view name = view_.playing.speed();
  const Button button{.id = "transport.speed",
                      .label = name,
                      .tip = "Playing speed. Press for the next one",
                      .keys = "[ and ]",
                      .value = name};
  if (ui_.button(button, place)) view_.playing.next_speed();
}

// Where in the run: the step, the loop's turn, virtual time.
void TransportPanel::draw_where(float x, float right, float middle) {
  const Palette& c = colours();
  auto of_all = [&](size_t step) { return Line("Step ", step, " of ", session_.steps() - 1); };
  const Line count = session_.error() ? Line("No steps") : of_all(session_.step());
  const float end = paint_.text_within(Type::Body, x, middle, right - x - ui_(12), c.text, count);
  if (session_.error()) return;
  Line when;
  const Moment& moment = session_.moment();
  if (moment.turn > 0) when.add("turn ").add(moment.turn).add("   ");
  when.add_seconds(moment.time);
  // A place that does not move while numbers change.
  const float from = std::max(end, x + text_width(Type::Body, of_all(session_.steps())));
  if (text_width(Type::Body, when) < right - from - ui_(28))
    paint_.text(Type::Body, from + ui_(16), middle, c.faint, when);
}

void TransportPanel::draw_scrubber(const Rect& area) {
  const uint32_t steps = uint32_t(session_.steps());
  TimelineView whole;
  whole.left = area.x + ui_(6);
  whole.width = area.width - ui_(12);
  whole = fitted(whole, steps);
  whole.per_point = double(steps) / double(std::max(1.f, whole.width));

  const Line value(session_.step());
  const Press press = ui_.press("transport.scrubber", "Step", WidgetKind::Slider, area,
                                {steps > 1 && !session_.error(), value});
  const float mouse = ImGui::GetIO().MousePos.x;
  const double under = whole.step_at(mouse);
  if (press.held) {
    const size_t to = size_t(std::clamp(under, 0.0, double(steps - 1)));
    if (to != session_.step()) view_.seek(to);
    ui_.keep_awake();
  }
  draw_track(area, whole, press.hovered || press.held);
  if (session_.error()) return;
  if (press.hovered && !press.held && under >= 0 && under < double(steps)) {
    const Rect spot{mouse - ui_(20), area.y, 1, area.height};
    ui_.tip_now(spot, Line("Step ", unsigned(under), " of ", steps - 1));
  }
}

void TransportPanel::draw_track(const Rect& area, const TimelineView& whole, bool active) {
  const Palette& c = colours();
  const float middle = paint_.snap(area.middle_y()), thick = ui_(active ? 5 : 4);
  const Rect track{whole.left, middle - thick / 2, whole.width, thick};
  paint_.fill(track, c.line_strong, thick / 2);
  if (session_.error()) return;
  // Turns above, output below.
  const auto hidden = [&](uint32_t step) { return view_.hidden.hides(step); };
  each_mark(view_.timeline.turns(), whole, 6, [&](const TurnMark& mark, float at) {
    if (hidden(mark.step)) return;
    paint_.fill({at, middle - ui_(9), paint_.pixel() * 1.5f, ui_(5)}, c.faint);
  });
  each_mark(view_.timeline.outputs(), whole, 6, [&](const OutputMark& mark, float at) {
    if (hidden(mark.step)) return;
    paint_.disc({at + 1, middle + ui_(8)}, ui_(1.75f), mark.error ? c.error : c.muted);
  });
  const float x = std::clamp(whole.x_of(double(session_.step()) + 0.5), track.x, track.right());
  paint_.fill({track.x, track.y, x - track.x, track.height}, c.accent, thick / 2);
  paint_.disc({x, middle}, ui_(active ? 8 : 7), c.panel);
  paint_.disc({x, middle}, ui_(active ? 6.5f : 5.5f), c.accent);
}

}  // namespace awaitscope
