// The timeline: a lane for the program, one for the loop, one for each task; frames as nested bars.
// Here are the ruler, the names, the pointer, and which part of the run is seen.
#include <algorithm>
#include <cmath>

#include "ui/commands.h"
#include "ui/timeline/parts.h"

namespace awaitscope {

namespace {

// In a run of many tasks only those lanes are shown whose task is there in the part that is seen.
constexpr size_t kFewLanes = 14;

bool is_seen(const TimelineLane& lane, const TimelineView& span, uint32_t steps) {
  if (lane.kind != LaneKind::Task || lane.phases.empty()) return true;
  const TaskStretch& last = lane.phases.back();
  const bool over = last.phase >= TaskPhase::Done;
  return span.scale.place_of(lane.phases.front().begin) < span.to() &&
         span.scale.place_of(over ? last.begin + 1 : steps) > span.from;
}

// The scale glides from call order to virtual time and back; the current step stays where it is.
void glide_scale(View& view, uint32_t steps, float seconds) {
  TimelineView& span = view.span;
  const bool arrives = std::abs(view.time_share_to - view.time_share) < 0.002;
  if (view.controls.reduced_motion || arrives)
    view.time_share = view.time_share_to;
  else
    view.time_share += (view.time_share_to - view.time_share) * std::min(1.0, double(seconds) * 10);
  if (!arrives) view.controls.keep_awake();
  const TimelineScale scale = scale_for(view.timeline.jumps(), steps, view.time_share);
  if (scale == span.scale) return;
  const double step = double(view.session.step());
  span.from += scale.place_of(step) - span.scale.place_of(step);
  span.scale = scale;
  span = view.span_fits ? fitted(span, steps) : clamped(span, steps);
}

// Moves the view towards where it is to be.
void glide(View& view, float seconds) {
  if (view.span_to_per_point < 0) return;
  const double share = view.controls.reduced_motion ? 1 : std::min(1.0, double(seconds) * 16);
  TimelineView& span = view.span;
  span.per_point += (view.span_to_per_point - span.per_point) * share;
  span.from += (view.span_to_from - span.from) * share;
  const double near = view.span_to_per_point * 0.5;
  if (std::abs(span.from - view.span_to_from) < near &&
      std::abs(span.per_point / view.span_to_per_point - 1) < 0.005) {
    span.per_point = view.span_to_per_point;
    span.from = view.span_to_from;
    view.span_to_per_point = -1;
  }
  view.controls.keep_awake();
}

void stop_gliding(View& view) { view.span_to_per_point = -1; }

void draw_ruler(View& view, const Rect& ruler, const Rect& lanes) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Rect all{lanes.x, ruler.y, lanes.width, lanes.bottom() - ruler.y};
  paint.push_clip(all);
  each_mark(view.timeline.turns(), view.span, 20,
            [&](const TurnMark&, float x) { paint.vertical(x, lanes.y, lanes.height, c.line); });
  float free_from = ruler.x - 1;
  paint.push_clip(ruler);
  auto label = [&](float x, std::string_view words) {
    const float wide = text_width(Type::Caption, words) + ui(12);
    if (x < free_from || x + wide > ruler.right() + ui(6)) return;
    free_from = x + wide;
    paint.vertical(x, ruler.y + ui(6), ruler.height, c.line_strong);
    paint.text(Type::Caption, x + ui(5), ruler.middle_y() - ui(3), c.faint, words);
  };
  const TimelineScale& scale = view.span.scale;
  if (const double tick = view.time_share_to > 0 ? time_ticks(view.span, ui(76)) : 0; tick > 0) {
    const double end = scale.time_at(view.span.step_at(ruler.right()));
    for (double n = std::ceil(scale.time_at(view.span.step_at(ruler.x)) / tick); n * tick <= end;
         ++n)
      label(view.span.x_of(scale.step_at_time(n * tick)), Line().add_seconds(n * tick));
  } else {
    each_mark(view.timeline.turns(), view.span, 40, [&](const TurnMark& mark, float x) {
      Line words("turn ", mark.turn);
      if (mark.time > 0) words.add("  ").add_seconds(mark.time);
      label(x, words);
    });
  }
  paint.pop_clip();
  each_mark(view.timeline.outputs(), view.span, 3, [&](const OutputMark& mark, float x) {
    const float to = std::max(x + 2, view.span.x_of(double(mark.step) + 1));
    paint.fill({(x + to) / 2 - ui(1.5f), ruler.bottom() - ui(5), ui(3), ui(3)},
               mark.error ? c.error : c.muted, ui(1.5f));
  });
  paint.pop_clip();
}

}  // namespace

void draw_timeline(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const ImGuiIO& io = ImGui::GetIO();
  const bool small =
      view.layout.kind == LayoutKind::Portrait || view.layout.kind == LayoutKind::Landscape;
  const uint32_t steps = view.timeline.steps();
  const size_t step = view.session.step();
  const float label_width = ui(small ? 76 : 104);

  Rect body = area;
  const Rect map =
      !small && !view.span_fits && view.span_to_per_point < 0 ? body.cut_bottom(ui(18)) : Rect();
  // Fingers' buttons would leave little of the ruler: it has a line of its own where there is room.
  const bool apart = small && area.height > ui(300);
  const Rect head = body.cut_top(std::max(ui(28), small ? ui.target : 0));
  const Rect ruler = apart ? body.cut_top(ui.target) : head;
  const Rect names{area.x, body.y, label_width, body.height};
  const Rect lanes{area.x + label_width, body.y, area.width - label_width - ui(12), body.height};
  paint.text(Type::BodyStrong, head.x + view.layout.pad, head.middle_y(), c.text, "Timeline");
  if (view.session.error()) {
    paint.text_within(Type::Body, head.x + view.layout.pad, body.y + ui(12),
                      body.width - 2 * view.layout.pad, c.faint, "Nothing has run.");
    return;
  }

  // Zoom, and the scale, at the right.
  float right = head.right() - ui(8);
  for (const CommandId id :
       {CommandId::Fit, CommandId::ZoomIn, CommandId::ZoomOut, CommandId::VirtualTime}) {
    const Command& what = command(id);
    const bool words = id == CommandId::Fit || id == CommandId::VirtualTime;
    const bool time = id == CommandId::VirtualTime;
    if (time && !enabled(view, id)) continue;
    const Button button{.id = what.widget,
                        .label = id == CommandId::ZoomIn    ? std::string_view("+")
                                 : id == CommandId::ZoomOut ? std::string_view("−")
                                 : time && small            ? std::string_view("Time")
                                                            : what.label,
                        .tip = what.what,
                        .keys = what.keys,
                        .value = time ? view.time_share_to > 0 ? "true" : "false" : "",
                        .kind = time ? WidgetKind::Switch : WidgetKind::Button};
    const float width = std::max(words ? ui.button_width(button) : ui(26), small ? ui.target : 0);
    right -= width;
    const float inset = small ? 0 : ui(2);
    if (ui.button(button, Rect{right, head.y, width, head.height}.inset(0, inset))) run(view, id);
  }
  if (apart) right = lanes.right() + ui(4);
  const Rect scale{lanes.x, ruler.y, right - lanes.x - ui(4), ruler.height};

  // The view: fitted, or where somebody put it.
  TimelineView& span = view.span;
  span.left = lanes.x;
  if (span.width != lanes.width) {
    span.width = lanes.width;
    if (!view.span_fits) span = clamped(span, steps);
  }
  if (view.span_fits && view.span_to_per_point < 0) span = fitted(span, steps);
  glide_scale(view, steps, io.DeltaTime);
  glide(view, io.DeltaTime);
  if (view.seen_step != step && !view.span_dragged && view.span_to_per_point < 0) {
    const TimelineView to = showing(span, uint32_t(step), steps);
    if (to.from != span.from) {
      if (view.playing || view.seen_step == SIZE_MAX)
        span = to;
      else {
        view.span_to_from = to.from;
        view.span_to_per_point = to.per_point;
        ui.keep_awake();
      }
    }
  }

  // The mouse: wheel zooms about it, drag moves, a press without moving goes there.
  const Point mouse{io.MousePos.x, io.MousePos.y};
  const Press press =
      ui.press("timeline", "Timeline", WidgetKind::Slider,
               {lanes.x, lanes.y, lanes.width, lanes.height}, {steps > 1, Line(step)});
  const bool over = ui.pointer_over(lanes);
  if (over && (io.MouseWheel != 0 || io.MouseWheelH != 0)) {
    stop_gliding(view);
    if (io.KeyShift || io.MouseWheelH != 0) {
      span = panned(span, (io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0)) * 60, steps);
    } else {
      span = zoomed(span, mouse.x, std::pow(1.2, double(io.MouseWheel)), steps);
    }
    view.span_fits = double(span.width) * span.per_point >= double(steps) * 0.9999;
    ui.keep_awake();
  }
  if (press.held && (std::abs(mouse.x - io.MouseClickedPos[0].x) > 4 ||
                     std::abs(mouse.y - io.MouseClickedPos[0].y) > 4)) {
    if (!view.span_dragged) stop_gliding(view);
    view.span_dragged = true;
  }
  if (view.span_dragged && press.held) {
    span = panned(span, io.MouseDelta.x, steps);
    view.span_fits = double(span.width) * span.per_point >= double(steps) * 0.9999;
    view.timeline_scroll.at -= io.MouseDelta.y;
    ui.keep_awake();
  }
  const bool pressed = press.clicked && !view.span_dragged;
  if (!press.held && !io.MouseDown[0]) view.span_dragged = false;
  const Press ruled = ui.press("timeline.ruler", "Step, on the ruler", WidgetKind::Slider, scale,
                               {steps > 1, Line(step)});
  auto seek_pointer = [&] {
    view.seek(size_t(std::clamp(span.step_at(mouse.x), 0.0, double(steps - 1))));
  };
  if (ruled.held) seek_pointer();
  if (ui.pointer_over(names)) view.timeline_scroll.at -= io.MouseWheel * 40;

  draw_ruler(view, scale, lanes);

  // The lanes.
  const Rect scrolled{area.x, body.y, area.width, body.height};
  const Rect content = ui.begin_scroll(view.timeline_scroll, scrolled, false);
  TimelinePointer pointer;
  pointer.at = mouse;
  pointer.over = over && !view.span_dragged;
  int widgets = 0;
  // The current step: a column under the bars, a line over them.
  const float x0 = span.x_of(double(step)), x1 = std::max(x0 + 1.5f, span.x_of(double(step) + 1));
  const Rect column = intersection({x0, lanes.y, x1 - x0, lanes.height}, lanes);
  if (!column.empty()) paint.fill(column, with_alpha(c.accent, 0.16f));
  float y = content.y, revealed = -1;
  view.lane_tops.assign(view.timeline.lanes().size(), -1e9f);
  const uint32_t task = view.session.moment().task;
  const bool few = view.timeline.lanes().size() <= kFewLanes;
  for (const TimelineLane& lane : view.timeline.lanes()) {
    if (!few && !is_seen(lane, span, steps)) continue;
    const float height = timeline_lane_height(ui, lane);
    if (view.seen_step != step && lane.task == task &&
        (task != 0) == (lane.kind == LaneKind::Task)) {
      revealed = y - content.y;
      ui.reveal(view.timeline_scroll, revealed, std::min(height, lanes.height), 0);
    }
    view.lane_tops[size_t(&lane - view.timeline.lanes().data())] = y;
    if (y < lanes.bottom() && y + height > lanes.y) {
      paint.push_clip({lanes.x, std::max(lanes.y, y), lanes.width, height + lanes.y});
      paint.horizontal(lanes.x, y + height - paint.pixel(), lanes.width, c.line);
      draw_lane(view, lane, lanes, y, pointer, widgets);
      paint.pop_clip();
      const float middle = y + timeline_inset(ui, lane) + ui(kTimelineBar / 2);
      const float left = area.x + view.layout.pad;
      if (lane.kind == LaneKind::Task) {
        std::string_view name =
            view.session.recording().text(view.session.recording().tasks()[lane.task].name);
        for (const TaskView& shown : view.session.moment().tasks) {
          if (shown.task == lane.task) name = shown.name;
        }
        paint.fill({left, middle - ui(4), ui(8), ui(8)}, ui.task(lane.task), ui(2));
        paint.text_within(Type::Body, left + ui(14), middle, label_width - view.layout.pad - ui(18),
                          c.text, name);
      } else {
        paint.text_within(Type::Body, left, middle, label_width - view.layout.pad - ui(4), c.muted,
                          lane.kind == LaneKind::Program ? "Program"
                          : small                        ? "Loop"
                                                         : "Event loop");
      }
      paint.horizontal(area.x, y + height - paint.pixel(), label_width, c.line);
    }
    y += height;
  }
  paint.push_clip({lanes.x, lanes.y, lanes.width, lanes.height});
  if (pointer.count > 0 && !ui.touch())
    ui.tip({mouse.x, pointer.box.y, 1, pointer.box.height}, words_for(view, pointer));
  if (pointer.count == 1 && !ui.touch())
    draw_causes(view, lanes, view.hovered.step);
  else if (!view.playing)
    draw_causes(view, lanes, step);
  paint.pop_clip();
  // What comes into sight does so below a whole lane, not below what is left of one.
  float& to = view.timeline_scroll.glide_to;
  float snapped = revealed;
  for (const float top : view.lane_tops) {
    if (top - content.y >= to - 0.5f) snapped = std::min(snapped, top - content.y);
  }
  if (to >= 0 && revealed >= 0) to = snapped;
  ui.end_scroll(view.timeline_scroll,
                std::max(y - content.y, std::max(to, view.timeline_scroll.at) + lanes.height));

  // The cursor.
  paint.push_clip({lanes.x - ui(8), ruler.y, lanes.width + ui(16), area.bottom() - ruler.y});
  if (x1 >= lanes.x && x0 <= lanes.right()) {
    const float middle = x1 - x0 > ui(10) ? (x0 + x1) / 2 : x0;
    const float line = std::clamp(middle, lanes.x, lanes.right());
    paint.fill({line - 0.75f, ruler.bottom() - ui(2), 1.5f, lanes.height + ui(2)}, c.accent);
    if (line + ui(5) < scale.right()) {  // not over the buttons
      const float flag = ruler.bottom() - ui(9);
      paint.list()->AddTriangleFilled({line - ui(5), flag}, {line + ui(5), flag},
                                      {line, flag + ui(7)}, c.accent);
    }
  }
  paint.pop_clip();
  if (!map.empty()) {
    draw_timeline_map(view, {lanes.x, map.y, lanes.width, map.height});
  }
  if (pressed) pointer.count == 1 ? press_bar(view, pointer) : seek_pointer();
}

}  // namespace awaitscope
