// The timeline: a lane for the program, one for the loop, one for each task; frames as nested bars.
// What is seen is found by timeline_geometry; this file draws it. Nothing is allocated in a frame
// like the last: pieces and widgets use their memory again.
#include <algorithm>
#include <cmath>

#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

constexpr int kMostBarWidgets = 240;
constexpr float kTaskInset = 9, kInset = 5;  // above the first row of a lane

std::string_view short_name(std::string_view qualified) {
  const size_t dot = qualified.rfind('.');
  return dot == std::string_view::npos ? qualified : qualified.substr(dot + 1);
}

// In a run of many tasks only those lanes are shown whose task is there in the part that is seen.
constexpr size_t kFewLanes = 14;

bool is_seen(const TimelineLane& lane, const TimelineView& span, uint32_t steps) {
  if (lane.kind != LaneKind::Task || lane.phases.empty()) return true;
  const TaskStretch& last = lane.phases.back();
  const bool over = last.phase >= TaskPhase::Done;
  return double(lane.phases.front().begin) < span.to() &&
         double(over ? last.begin + 1 : steps) > span.from;
}

class TimelinePanel {
 public:
  TimelinePanel(View& view, const Rect& lanes, Point mouse, bool mouse_over)
      : view_(view),
        ui_(view.controls),
        paint_(view.controls.paint),
        c_(*view.controls.colours),
        lanes_(lanes),
        mouse_(mouse),
        mouse_over_(mouse_over),
        recording_(view.session.recording()),
        steps_(view.timeline.steps()),
        row_(ui_(20)),
        bar_(ui_(18)) {}

  // Where the bar under the mouse is, for a tooltip; empty where there is none.
  Rect hovered_rect;
  Line hovered_text;

  float lane_height(const TimelineLane& lane) const {
    return float(std::max<size_t>(1, lane.rows.size())) * row_ +
           ui_(lane.kind == LaneKind::Task ? 12 : 8);
  }

  void lane(const TimelineLane& lane, float top, float height) {
    const bool task = lane.kind == LaneKind::Task;
    const float rows_top = top + ui_(task ? kTaskInset : kInset);
    paint_.horizontal(view_.layout.timeline.x, top + height - paint_.pixel(),
                      view_.layout.timeline.width, c_.line);
    if (task) phases(lane, top + ui_(4));
    for (size_t r = 0; r < lane.rows.size(); ++r) {
      const float y = rows_top + float(r) * row_;
      if (y > lanes_.bottom() || y + row_ < lanes_.y) continue;
      row(lane, lane.rows[r], y);
    }
  }

 private:
  ImU32 colour_of(const TimelineLane& lane, const TimelineBar& bar) const {
    if (bar.kind == BarKind::Handle) return ui_.task(recording_.handles()[bar.subject].task);
    return ui_.task(lane.task);
  }

  std::string_view name_of(const TimelineBar& bar, Line& buffer) const {
    switch (bar.kind) {
      case BarKind::Frame: return short_name(recording_.code_of(bar.subject).qualname);
      case BarKind::Handle: return recording_.text(recording_.handles()[bar.subject].label);
      case BarKind::Idle: {
        const Recording::Jump& jump = recording_.jumps()[bar.subject];
        return buffer.add("idle ").add_seconds(jump.to - jump.from).view();
      }
    }
    return {};
  }

  void row(const TimelineLane& lane, const TimelineRow& row, float y) {
    static std::vector<Piece> pieces;
    fold(row.bars, view_.span, steps_, pieces);
    for (const Piece& piece : pieces) {
      const TimelineBar& bar = row.bars[piece.first];
      const Rect box{piece.x0, y, piece.x1 - piece.x0, bar_};
      if (piece.count > 1) {
        // Many narrow ones: a block, told apart from a bar by its lower height.
        paint_.list()->AddRectFilled({box.x, box.y + bar_ * 0.2f},
                                     {box.right(), box.y + bar_ * 0.8f},
                                     mix(c_.panel, colour_of(lane, bar), 0.55f));
        hover(box, piece, lane, bar);
        continue;
      }
      one_bar(lane, row, bar, box);
      hover(box, piece, lane, bar);
    }
  }

  void one_bar(const TimelineLane& lane, const TimelineRow& row, const TimelineBar& bar,
               const Rect& box) {
    const ImU32 colour = colour_of(lane, bar);
    const float rounding = box.width > 8 ? ui_(3) : 0;
    Rect face = box;
    if (box.width >= 3) face.width -= 1;  // so that neighbours are two
    Line buffer;
    const std::string_view name = name_of(bar, buffer);
    const bool named = face.width >= ui_(18);
    const float room = face.width - ui_(9);
    // Hatching and rules begin after the name, so that it can be read.
    const float name_end =
        named ? face.x + std::min(text_width(Type::CodeSmall, name), room) + ui_(8) : face.x;
    const ImU32 running = mix(c_.panel, colour, view_.theme.theme == Theme::Light ? 0.34f : 0.42f);
    if (bar.kind == BarKind::Idle) {
      paint_.outline(face, c_.line_strong, rounding);
    } else if (bar.kind == BarKind::Handle) {
      paint_.fill(face, mix(c_.panel, colour, 0.26f), rounding);
    } else if (bar.stretch_count <= 1) {
      paint_.fill(face, running, rounding);
    } else {
      static std::vector<Piece> stretches;
      fold(row, bar, view_.span, steps_, stretches);
      paint_.fill(face, mix(c_.panel, colour, 0.10f), rounding);
      for (const Piece& piece : stretches) {
        Rect part{piece.x0, box.y, piece.x1 - piece.x0, bar_};
        if (part.right() > face.right()) part.width = face.right() - part.x;
        const Stretch state = row.stretches[piece.first].state;
        if (piece.count == 1 && state != Stretch::Running && part.x < name_end) {
          part.width -= name_end - part.x;
          part.x = name_end;
        }
        if (part.width <= 0) continue;
        if (piece.count > 1) {
          paint_.fill(part, mix(c_.panel, colour, 0.28f));
          continue;
        }
        switch (state) {
          case Stretch::Running: paint_.fill(part, running, part.width > 8 ? rounding : 0); break;
          case Stretch::Suspended: paint_.hatch(part, with_alpha(colour, 0.42f), ui_(6)); break;
          case Stretch::InLoop:
            if (part.width > 8) {
              paint_.horizontal(part.x, part.middle_y(), part.width, with_alpha(colour, 0.35f));
            }
            break;
        }
      }
      if (face.width > 4) paint_.outline(face, with_alpha(colour, 0.55f), rounding);
    }
    if (bar.ended == BarEnd::Raised && box.right() < lanes_.right() + 1) {
      const float size = std::min(ui_(4), face.width);
      paint_.fill({face.right() - size, face.y, size, face.height}, c_.error,
                  size > 3 ? ui_(2) : 0);
    }
    // A name cut down to a letter or two says nothing.
    if (!named || (text_width(Type::CodeSmall, name) > room && room < ui_(36))) return;
    paint_.text_within(Type::CodeSmall, face.x + ui_(5), face.middle_y(), room,
                       bar.kind == BarKind::Idle ? c_.muted : c_.text, name);
  }

  Stretch stretch_at(const TimelineRow& row, const TimelineBar& bar, uint32_t step) const {
    uint32_t low = bar.first_stretch, high = bar.first_stretch + bar.stretch_count;
    while (high - low > 1) {
      const uint32_t middle = (low + high) / 2;
      if (row.stretches[middle].begin <= step)
        low = middle;
      else
        high = middle;
    }
    return row.stretches[low].state;
  }

  // Lists the bar as a place to press, and tells about it when the mouse is there.
  void hover(const Rect& box, const Piece& piece, const TimelineLane& lane,
             const TimelineBar& bar) {
    const bool under = mouse_over_ && box.contains(mouse_);
    Line buffer;
    if (piece.count == 1 && box.width >= ui_(10) && widgets_ < kMostBarWidgets) {
      ++widgets_;
      Line id(bar.kind == BarKind::Frame    ? "timeline.bar."
              : bar.kind == BarKind::Handle ? "timeline.handle."
                                            : "timeline.idle.");
      id.add_plain(bar.subject);
      if (bar.continued) id.add(".").add_plain(bar.begin);
      const Press press =
          ui_.press(id, name_of(bar, buffer), WidgetKind::Place, box, {true, {}, true});
      if (press.clicked) view_.seek(bar.begin);
    }
    if (!under) return;
    hovered_rect = box;
    hovered_text = Line();
    if (piece.count > 1) {
      hovered_text.add(piece.count).add(" short ones. Zoom in to see them.");
      return;
    }
    if (box.width > 6) paint_.outline({box.x, box.y, box.width - 1, box.height}, c_.text, ui_(3));
    Line name;
    if (bar.kind == BarKind::Frame)
      hovered_text.add(recording_.code_of(bar.subject).qualname);
    else
      hovered_text.add(name_of(bar, name));
    const uint32_t end = bar.end == kOpen ? steps_ : bar.end;
    hovered_text.add(", steps ").add(bar.begin).add(" to ").add(end - 1);
    if (bar.kind == BarKind::Frame) {
      const TimelineRow* in = nullptr;
      for (const TimelineRow& r : lane.rows) {
        if (!r.bars.empty() && &bar >= r.bars.data() && &bar < r.bars.data() + r.bars.size())
          in = &r;
      }
      const uint32_t at = uint32_t(std::max(0.0, view_.span.step_at(mouse_.x)));
      if (in) {
        switch (stretch_at(*in, bar, at)) {
          case Stretch::Running: hovered_text.add(". It runs here"); break;
          case Stretch::Suspended: hovered_text.add(". It is suspended here"); break;
          case Stretch::InLoop: hovered_text.add(". The event loop runs here"); break;
        }
      }
      if (bar.ended == BarEnd::Raised) hovered_text.add("; an exception leaves it");
      hovered_text.add(".");
    } else if (bar.kind == BarKind::Handle) {
      hovered_text.add(". The loop runs this callback.");
    } else {
      const Recording::Jump& jump = recording_.jumps()[bar.subject];
      hovered_text.add(". Nothing to do until ")
          .add_seconds(jump.to)
          .add(": time moves on at once.");
    }
  }

  // A thin line over a task's frames: solid where it runs, dashed where it is in the queue.
  void phases(const TimelineLane& lane, float y) {
    static std::vector<Piece> pieces;
    const ImU32 colour = ui_.task(lane.task);
    fold(lane.phases, view_.span, steps_, pieces);
    for (const Piece& piece : pieces) {
      const float width = piece.x1 - piece.x0;
      if (piece.count > 1) {
        paint_.fill({piece.x0, y, width, ui_(2)}, with_alpha(colour, 0.6f));
        continue;
      }
      switch (lane.phases[piece.first].phase) {
        case TaskPhase::Running: paint_.fill({piece.x0, y - 1, width, ui_(3)}, colour, 1); break;
        case TaskPhase::Ready: paint_.dashed(piece.x0, y, width, colour); break;
        case TaskPhase::Waiting:
          paint_.horizontal(piece.x0, y, width, with_alpha(colour, 0.28f));
          break;
        case TaskPhase::Done:
          paint_.icon(Icon::Check, {piece.x0 + ui_(5), y + ui_(1)}, ui_(11), colour);
          break;
        case TaskPhase::Failed:
          paint_.icon(Icon::Cross, {piece.x0 + ui_(5), y + ui_(1)}, ui_(11), c_.error);
          break;
        case TaskPhase::Cancelled:
          paint_.ring({piece.x0 + ui_(5), y + ui_(1)}, ui_(3.5f), c_.warning);
          paint_.line({piece.x0 + ui_(2.5f), y + ui_(3.5f)}, {piece.x0 + ui_(7.5f), y - ui_(1.5f)},
                      c_.warning, 1.5f);
          break;
      }
    }
  }

  View& view_;
  Controls& ui_;
  Painter& paint_;
  const Palette& c_;
  Rect lanes_;
  Point mouse_;
  bool mouse_over_;
  const Recording& recording_;
  uint32_t steps_;
  float row_, bar_;
  int widgets_ = 0;
};

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
  each_mark(view.timeline.turns(), view.span, 40, [&](const TurnMark& mark, float x) {
    Line words("turn ", mark.turn);
    if (mark.time > 0) words.add("  ").add_seconds(mark.time);
    const float wide = text_width(Type::Caption, words) + ui(12);
    if (x < free_from || x + wide > ruler.right() + ui(6)) return;
    free_from = x + wide;
    paint.vertical(x, ruler.y + ui(6), ruler.height, c.line_strong);
    paint.text(Type::Caption, x + ui(5), ruler.middle_y(), c.faint, words);
  });
  paint.pop_clip();
  each_mark(view.timeline.outputs(), view.span, 3, [&](const OutputMark& mark, float x) {
    const float to = std::max(x + 2, view.span.x_of(double(mark.step) + 1));
    paint.fill({(x + to) / 2 - ui(1.5f), ruler.bottom() - ui(5), ui(3), ui(3)},
               mark.error ? c.error : c.muted, ui(1.5f));
  });
  paint.pop_clip();
}

}  // namespace

float timeline_inset(const View& view, uint32_t lane) {
  return view.controls(view.timeline.lanes()[lane].kind == LaneKind::Task ? kTaskInset : kInset);
}

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
  Rect ruler = body.cut_top(std::max(ui(28), small ? ui.target : 0));
  const Rect names{area.x, body.y, label_width, body.height};
  const Rect lanes{area.x + label_width, body.y, area.width - label_width - ui(12), body.height};
  paint.text(Type::BodyStrong, ruler.x + view.layout.pad, ruler.middle_y(), c.text, "Timeline");

  // Zoom buttons at the right of the ruler.
  float right = ruler.right() - ui(8);
  for (const CommandId id : {CommandId::Fit, CommandId::ZoomIn, CommandId::ZoomOut}) {
    const Command& what = command(id);
    const bool fit = id == CommandId::Fit;
    const Button button{.id = what.widget,
                        .label = fit                       ? std::string_view("Fit")
                                 : id == CommandId::ZoomIn ? std::string_view("+")
                                                           : std::string_view("−"),
                        .tip = what.what,
                        .keys = what.keys};
    const float width = std::max(ui(fit ? 36 : 26), small ? ui.target : 0);
    right -= width;
    if (ui.button(button, {right, ruler.y, width, ruler.height})) run(view, id);
  }
  const Rect scale{lanes.x, ruler.y, right - lanes.x - ui(4), ruler.height};

  // The view: fitted, or where somebody put it.
  TimelineView& span = view.span;
  span.left = lanes.x;
  if (span.width != lanes.width) {
    span.width = lanes.width;
    if (!view.span_fits) span = clamped(span, steps);
  }
  if (view.span_fits && view.span_to_per_point < 0) span = fitted(span, steps);
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
  const Rect press_area{lanes.x, ruler.y, right - lanes.x, area.bottom() - ruler.y};
  const Press press =
      ui.press("timeline", "Timeline", WidgetKind::Slider,
               {lanes.x, lanes.y, lanes.width, lanes.height}, {steps > 1, Line(step)});
  const bool over = ui.pointer_over({press_area.x, lanes.y, lanes.width, lanes.height});
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
  if (press.clicked && !view.span_dragged) {
    view.seek(size_t(std::clamp(span.step_at(mouse.x), 0.0, double(steps - 1))));
  }
  if (!press.held && !io.MouseDown[0]) view.span_dragged = false;
  if (ui.pointer_over(names)) view.timeline_scroll.at -= io.MouseWheel * 40;

  draw_ruler(view, scale, lanes);

  // The lanes.
  const Rect scrolled{area.x, body.y, area.width, body.height};
  const Rect content = ui.begin_scroll(view.timeline_scroll, scrolled, false);
  TimelinePanel panel(view, lanes, mouse, over && !view.span_dragged);
  // The current step: a column under the bars, a line over them.
  const float x0 = span.x_of(double(step)), x1 = std::max(x0 + 1.5f, span.x_of(double(step) + 1));
  const Rect column = intersection({x0, lanes.y, x1 - x0, lanes.height}, lanes);
  if (!column.empty()) paint.fill(column, with_alpha(c.accent, 0.16f));
  float y = content.y;
  view.lane_tops.assign(view.timeline.lanes().size(), -1e9f);
  const uint32_t task = view.session.moment().task;
  const bool few = view.timeline.lanes().size() <= kFewLanes;
  for (const TimelineLane& lane : view.timeline.lanes()) {
    if (!few && !is_seen(lane, span, steps)) continue;
    const float height = panel.lane_height(lane);
    if (view.seen_step != step && lane.task == task &&
        (task != 0) == (lane.kind == LaneKind::Task)) {
      ui.reveal(view.timeline_scroll, y - content.y, std::min(height, lanes.height), 0);
    }
    view.lane_tops[size_t(&lane - view.timeline.lanes().data())] = y;
    if (y < lanes.bottom() && y + height > lanes.y) {
      paint.push_clip({lanes.x, std::max(lanes.y, y), lanes.width, height + lanes.y});
      panel.lane(lane, y, height);
      paint.pop_clip();
      const float middle = y + ui(lane.kind == LaneKind::Task ? kTaskInset : kInset) + ui(9);
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
  if (!view.playing) draw_causes(view, lanes, ui(20));
  paint.pop_clip();
  ui.end_scroll(view.timeline_scroll, y - content.y);

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
  if (!panel.hovered_text.empty())
    ui.tip({mouse.x, panel.hovered_rect.y, 1, panel.hovered_rect.height}, panel.hovered_text);
}

}  // namespace awaitscope
