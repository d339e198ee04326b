#include "ui/timeline/panel.h"

#include <algorithm>
#include <cmath>

#include "ui/commands.h"

namespace awaitscope {

namespace {

// In a run of many tasks only those lanes are shown whose task is there in the part that is seen.
constexpr size_t kFewLanes = 14;

bool is_seen(const TimelineLane& lane, const TimelineView& span, uint32_t steps) {
  if (!lane.has_phases() || lane.phases.empty()) return true;
  const TaskStretch& last = lane.phases.back();
  const bool over = last.phase >= TaskPhase::Done;
  return span.scale.place_of(lane.phases.front().begin) < span.to() &&
         span.scale.place_of(over ? last.begin + 1 : steps) > span.from;
}

struct Column {  // a step's
  float left, right;
};
Column column_of(size_t step, const TimelineView& span) {
  const float left = span.x_of(double(step));
  return {left, std::max(left + 1.5f, span.x_of(double(step) + 1))};
}

Point mouse() { return {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y}; }

}  // namespace

void TimelinePanel::show(double from, double to) {
  wanted_from_ = from;
  wanted_to_ = to;
}

void TimelinePanel::zoom(double factor) {
  span_.zoom_about(session_.step(), factor, uint32_t(session_.steps()));
}

void TimelinePanel::show_whole() { span_.show_whole(uint32_t(session_.steps())); }

void TimelinePanel::toggle_virtual_time() { span_.glide_to_virtual_time(!span_.in_virtual_time()); }

void TimelinePanel::draw(const Rect& area) {
  const Places places = places_in(area);
  const Rect& head = places.head;
  const Rect& lanes = places.lanes;
  paint_.text(Type::BodyStrong, head.x + pad(), head.middle_y(), colours().text, "Timeline");
  if (session_.error()) {
    paint_.text_within(Type::Body, head.x + pad(), places.body.y + ui_(12),
                       places.body.width - 2 * pad(), colours().faint, "Nothing has run.");
    return;
  }
  const float buttons = draw_buttons(head);
  const float right = places.apart ? lanes.right() + ui_(4) : buttons;
  const Rect ruler{lanes.x, places.ruler.y, right - lanes.x - ui_(4), places.ruler.height};

  const Change change = following_.change(session_, view_.sought);
  find_span(lanes, change);
  const bool pressed = take_pointer(places, ruler);
  const Rect known = known_part(area, lanes);
  paint_.push_clip(known);
  draw_ruler(ruler, lanes);
  rows_ = rows_for(lanes.height);
  LaneScene scene{view_, span_.view(), lanes, rows_, memory_, {}, 0, {}};
  scene.pointer.at = mouse();
  scene.pointer.over = ui_.pointer_over(lanes) && !dragged_ && scene.pointer.at.x < known.right();
  draw_lanes(places, change, scene);
  paint_.pop_clip();
  draw_unknown(known, lanes);
  draw_cursor(ruler, lanes, lanes.bottom());
  draw_words(places, scene.pointer);
  if (!places.map.empty() && !view_.hidden.future)
    draw_map({lanes.x, places.map.y, lanes.width, places.map.height});

  if (scene.pressed)
    press_bar(*scene.pressed);
  else if (pressed)
    scene.pointer.count == 1 ? press_bar(scene.pointer.bar) : seek_pointer();
}

// What may be seen before a question is answered.
Rect TimelinePanel::known_part(const Rect& area, const Rect& lanes) const {
  if (!view_.hidden.future) return area;
  const float end =
      std::clamp(span_.view().x_of(double(view_.hidden.known) + 1), lanes.x, lanes.right());
  return {area.x, area.y, end - area.x, area.height};
}

void TimelinePanel::draw_unknown(const Rect& known, const Rect& lanes) {
  if (!view_.hidden.future) return;
  const Rect rest{known.right(), lanes.y, lanes.right() - known.right(), lanes.height};
  if (rest.width < ui_(8)) return;
  paint_.hatch(rest, with_alpha(colours().line_strong, 0.5f), ui_(12));
  const std::string_view words = view_.hidden.asked_now ? "Answer to see what comes next"
                                                        : "The lesson will ask what comes here";
  const float wide = text_width(Type::Body, words) + ui_(24);
  if (wide > rest.width) return;
  const Rect label{rest.middle_x() - wide / 2, rest.middle_y() - ui_(14), wide, ui_(28)};
  paint_.fill(label, colours().raised, ui_(6));
  paint_.text_centred(Type::Body, label, colours().muted, words);
}

TimelinePanel::Places TimelinePanel::places_in(const Rect& area) const {
  const bool small = view_.on_a_phone();
  Places places;
  Rect& body = places.body = area;
  if (!small && !span_.whole() && !span_.gliding()) places.map = body.cut_bottom(ui_(18));
  if (!small) places.words = body.cut_bottom(ui_(24));
  // Fingers' buttons would leave little of the ruler: it has a line of its own where there is room.
  places.apart = small && area.height > ui_(300);
  places.head = body.cut_top(std::max(ui_(28), small ? ui_.target : 0));
  places.ruler = places.apart ? body.cut_top(ui_.target) : places.head;
  const float names = ui_(small ? 76 : 104);
  places.names = {area.x, body.y, names, body.height};
  places.lanes = {area.x + names, body.y, area.width - names - ui_(12), body.height};
  return places;
}

// Zoom, and the scale, at the right.
float TimelinePanel::draw_buttons(const Rect& head) {
  const bool small = view_.on_a_phone();
  float right = head.right() - ui_(8);
  for (const CommandId id :
       {CommandId::Fit, CommandId::ZoomIn, CommandId::ZoomOut, CommandId::VirtualTime}) {
    const bool sign = id == CommandId::ZoomIn || id == CommandId::ZoomOut;
    if (id == CommandId::VirtualTime && !enabled(view_, id)) continue;
    Button button = button_of(view_, id);
    if (sign) button.label = id == CommandId::ZoomIn ? "+" : "−";
    if (id == CommandId::VirtualTime && small) button.label = "Time";
    const float width = std::max(sign ? ui_(26) : ui_.button_width(button), small ? ui_.target : 0);
    right -= width;
    const Rect place{right, head.y, width, head.height};
    if (ui_.button(button, place.inset(0, small ? 0 : ui_(2)))) run(view_, id);
  }
  return right;
}

// The part of the run that is seen: fitted, or where somebody put it, with the step in sight.
void TimelinePanel::find_span(const Rect& lanes, Change change) {
  if (change == Change::Program) {
    words_.forget();
    causes_.forget();
    pressed_bar_ = {UINT32_MAX};
    pressed_step_ = SIZE_MAX;
    folded_.clear();
  }
  span_.lay_out(lanes.x, lanes.width, steps());
  if (span_.glide(view_.timeline.jumps(), session_.step(), ImGui::GetIO().DeltaTime,
                  ui_.reduced_motion))
    ui_.keep_awake();
  if (change != Change::None) to_follow_ = change;
  if (to_follow_ != Change::None && !dragged_ && !ruler_held_) {
    span_.follow(session_.step(), view_.playing.on() || to_follow_ == Change::Program);
    if (span_.gliding()) ui_.keep_awake();
    to_follow_ = Change::None;
  }
  if (wanted_to_ > wanted_from_) {
    span_.show(wanted_from_, wanted_to_);
    wanted_to_ = wanted_from_;
  }
}

// The wheel zooms about the mouse, a drag moves, a press without moving goes there.
bool TimelinePanel::take_pointer(const Places& places, const Rect& ruler) {
  const ImGuiIO& io = ImGui::GetIO();
  const Line step(session_.step());
  const Press press =
      ui_.press("timeline", "Timeline", WidgetKind::Slider, places.lanes, {steps() > 1, step});
  if (ui_.pointer_over(places.lanes)) take_wheel();
  const float dx = io.MousePos.x - io.MouseClickedPos[0].x;
  const float dy = io.MousePos.y - io.MouseClickedPos[0].y;
  if (press.held && (std::abs(dx) > 4 || std::abs(dy) > 4)) dragged_ = true;
  if (dragged_ && press.held) {
    span_.pan(io.MouseDelta.x);
    scroll_.at -= io.MouseDelta.y;
    ui_.keep_awake();
  }
  if (!span_.whole()) ui_.note_scroll(places.lanes, 1, 2, true);
  const bool pressed = press.clicked && !dragged_;
  if (!press.held && !io.MouseDown[0]) dragged_ = false;
  const Press ruled = ui_.press("timeline.ruler", "Step, on the ruler", WidgetKind::Slider, ruler,
                                {steps() > 1, step});
  ruler_held_ = ruled.held;
  if (ruled.held) seek_pointer();
  if (ui_.pointer_over(places.names) && !view_.embedded) scroll_.at -= io.MouseWheel * 40;
  return pressed;
}

void TimelinePanel::take_wheel() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseWheel == 0 && io.MouseWheelH == 0) return;
  if (io.KeyShift || io.MouseWheelH != 0)
    span_.pan((io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0)) * 60);
  else if (!view_.embedded)  // there it is the article's, and zooms as pinching does: with Ctrl
    span_.zoom_at(io.MousePos.x, std::pow(1.2, double(io.MouseWheel)));
  ui_.keep_awake();
}

void TimelinePanel::seek_pointer() {
  const double step = span_.view().step_at(ImGui::GetIO().MousePos.x);
  view_.seek(size_t(std::clamp(step, 0.0, double(steps() - 1))));
}

void TimelinePanel::press_bar(const BarPlace& place) {
  const TimelineBar& bar = bar_at(view_.timeline, place);
  const size_t step = session_.step();
  const LanePlace here{bar.begin, place.lane, place.row};
  // The first press goes to the begin, wherever in the bar one is; the next ones go on from there.
  const bool again = pressed_bar_ == here && step == pressed_step_;
  const uint32_t from = again || step == bar.begin ? uint32_t(step) : kOpen;
  const uint32_t to = next_in(row_at(view_.timeline, place), bar, steps(), from);
  pressed_bar_ = here;
  pressed_step_ = to;
  view_.seek(to);
}

void TimelinePanel::draw_ruler(const Rect& ruler, const Rect& lanes) {
  const Palette& c = colours();
  const TimelineView& span = span_.view();
  paint_.push_clip({lanes.x, ruler.y, lanes.width, lanes.bottom() - ruler.y});
  each_mark(view_.timeline.turns(), span, 20,
            [&](const TurnMark&, float x) { paint_.vertical(x, lanes.y, lanes.height, c.line); });
  draw_ticks(ruler);
  each_mark(view_.timeline.outputs(), span, 3, [&](const OutputMark& mark, float x) {
    const float to = std::max(x + 2, span.x_of(double(mark.step) + 1));
    paint_.fill({(x + to) / 2 - ui_(1.5f), ruler.bottom() - ui_(5), ui_(3), ui_(3)},
                mark.error ? c.error : c.muted, ui_(1.5f));
  });
  paint_.pop_clip();
}

// Turns, or where virtual time has its width, seconds.
void TimelinePanel::draw_ticks(const Rect& ruler) {
  const Palette& c = colours();
  const TimelineView& span = span_.view();
  float free_from = ruler.x - 1;
  paint_.push_clip(ruler);
  auto label = [&](float x, std::string_view words) {
    const float wide = text_width(Type::Caption, words) + ui_(12);
    if (x < free_from || x + wide > ruler.right() + ui_(6)) return;
    free_from = x + wide;
    paint_.vertical(x, ruler.y + ui_(6), ruler.height, c.line_strong);
    paint_.text(Type::Caption, x + ui_(5), ruler.middle_y() - ui_(3), c.faint, words);
  };
  if (const double tick = span_.in_virtual_time() ? time_ticks(span, ui_(76)) : 0; tick > 0) {
    const double end = span.scale.time_at(span.step_at(ruler.right()));
    for (double n = std::ceil(span.scale.time_at(span.step_at(ruler.x)) / tick); n * tick <= end;
         ++n)
      label(span.x_of(span.scale.step_at_time(n * tick)), Line().add_seconds(n * tick));
  } else {
    each_mark(view_.timeline.turns(), span, 40, [&](const TurnMark& mark, float x) {
      Line words("turn ", mark.turn);
      if (mark.time > 0) words.add("  ").add_seconds(mark.time);
      label(x, words);
    });
  }
  paint_.pop_clip();
}

void TimelinePanel::draw_lanes(const Places& places, Change change, LaneScene& scene) {
  const Rect& lanes = places.lanes;
  const Rect content = ui_.begin_scroll(scroll_, places.body, view_.embedded && !ui_.touch());
  // The current step: a column under the bars, a line over them.
  const Column step = column_of(session_.step(), span_.view());
  const Rect column =
      intersection({step.left, lanes.y, step.right - step.left, lanes.height}, lanes);
  if (!column.empty()) paint_.fill(column, with_alpha(colours().accent, 0.16f));

  const std::vector<TimelineLane>& all = view_.timeline.lanes();
  const uint32_t task = session_.moment().task;
  const bool few = all.size() <= kFewLanes;
  float y = content.y, revealed = -1;
  lane_tops_.assign(all.size(), -1e9f);
  for (size_t i = 0; i < all.size(); ++i) {
    const TimelineLane& lane = all[i];
    if (!few && !is_seen(lane, span_.view(), steps())) continue;
    if (lane.has_phases() && !lane.phases.empty() && view_.hidden.hides(lane.phases.front().begin))
      continue;
    const bool folded = is_folded(uint32_t(i));
    const float height = ui_(rows_.height(lane, folded));
    const bool of_thread = task == 0 && session_.moment().thread != 0;
    const bool current =
        of_thread ? lane.kind == LaneKind::Thread && lane.thread == session_.moment().thread
                  : lane.kind != LaneKind::Thread && lane.task == task &&
                        (task != 0) == (lane.kind == LaneKind::Task);
    if (change != Change::None && current) {
      revealed = y - content.y;
      ui_.reveal(scroll_, revealed, std::min(height, lanes.height), 0);
    }
    if (i == unfolded_) {
      unfolded_ = SIZE_MAX;
      ui_.bring_into_view({lanes.x, y, lanes.width, height});
    }
    lane_tops_[i] = y;
    if (y < lanes.bottom() && y + height > lanes.y) {
      paint_.push_clip({lanes.x, std::max(lanes.y, y), lanes.width, height + lanes.y});
      paint_.horizontal(lanes.x, y + height - paint_.pixel(), lanes.width, colours().line);
      draw_lane(scene, lane, folded, y);
      paint_.pop_clip();
      draw_name(uint32_t(i), places.names, y, height);
    }
    y += height;
  }
  draw_causes(scene);
  end_lanes(content, y, revealed, lanes.height);
}

// As high as they can be with all lanes in sight, within what can be read and what can be seen.
LaneRows TimelinePanel::rows_for(float height) const {
  float rows = 0, rest = 0;
  const LaneRows full = LaneRows::of(kMostRow);
  const std::vector<TimelineLane>& all = view_.timeline.lanes();
  for (uint32_t i = 0; i < all.size(); ++i) {
    const float lane = full.height(all[i], is_folded(i));
    const float of_rows = std::floor(lane / full.row) * full.row;
    rows += of_rows / full.row;
    rest += lane - of_rows;
  }
  return LaneRows::of(
      std::clamp(std::floor((height / ui_(1) - rest) / std::max(1.f, rows)), kLeastRow, kMostRow));
}

bool TimelinePanel::is_folded(uint32_t lane) const {
  return std::find(folded_.begin(), folded_.end(), lane) != folded_.end();
}

// A press on it folds its lane, and opens it again.
void TimelinePanel::draw_name(uint32_t number, const Rect& names, float top, float height) {
  const TimelineLane& lane = view_.timeline.lanes()[number];
  const Palette& c = colours();
  const Type type = rows_.named() ? Type::Body : Type::Caption;
  const float middle = top + ui_(rows_.inset(lane) + std::max(rows_.bar, 8.f) / 2);
  const float left = names.x + pad();
  if (lane.rows.size() > 1) {
    const bool folded = is_folded(number);
    Line id("timeline.lane.");
    id.add_plain(number);
    const Rect place{names.x, top, names.width - ui_(4), height};
    const Press press = ui_.press(id, folded ? "Unfold the lane" : "Fold the lane",
                                  WidgetKind::Switch, place, {true, folded ? "false" : "true"});
    if (press.hovered) ui_.tip(place, folded ? "Show its calls" : "Show its first row only");
    if (press.hovered || folded)
      paint_.icon(Icon::Chevron, {names.x + ui_(8), middle}, ui_(9), c.faint);
    if (press.clicked) {
      if (std::erase(folded_, number))
        unfolded_ = number;
      else
        folded_.push_back(number);
    }
  }
  if (lane.kind == LaneKind::Task) {
    const Recording& recording = session_.recording();
    std::string_view name = recording.text(recording.tasks()[lane.task].name);
    for (const TaskView& shown : session_.moment().tasks) {
      if (shown.task == lane.task) name = shown.name;
    }
    paint_.fill({left, middle - ui_(4), ui_(8), ui_(8)}, ui_.task(lane.task), ui_(2));
    paint_.text_within(type, left + ui_(14), middle, names.width - pad() - ui_(18), c.text, name);
  } else {
    const Recording& recording = session_.recording();
    paint_.text_within(type, left, middle, names.width - pad() - ui_(4), c.muted,
                       lane.kind == LaneKind::Thread
                           ? recording.text(recording.threads()[lane.thread].name)
                       : lane.kind == LaneKind::Program ? "Program"
                       : view_.on_a_phone()             ? "Loop"
                                                        : std::string_view("Event loop"));
  }
  paint_.horizontal(names.x, top + height - paint_.pixel(), names.width, c.line);
}

// What brought the bar under the pointer about; else the current step.
void TimelinePanel::draw_causes(const LaneScene& scene) {
  const Causes::Lanes lanes{lane_tops_, folded_, rows_, scene.lanes};
  const bool pointed = scene.pointer.count > 0 && !ui_.touch();
  if (pointed) words_.at(view_, span_.view(), scene.pointer);
  paint_.push_clip(scene.lanes);
  if (pointed && scene.pointer.count == 1)
    causes_.draw(view_, span_.view(), lanes, words_.step());
  else if (!view_.playing.on())
    causes_.draw(view_, span_.view(), lanes, session_.step());
  paint_.pop_clip();
}

// What the pointer is on: above the panel, where it hides nothing of what it is about.
void TimelinePanel::draw_words(const Places& places, const LanePointer& pointer) {
  if (places.words.empty()) return;
  if (pointer.count > 0 && !ui_.touch()) {
    const float top = places.head.y, window = view_.layout.window.bottom();
    std::string_view words = words_.at(view_, span_.view(), pointer);
    while (words.ends_with('\n')) words.remove_suffix(1);
    ui_.tip_wide({pointer.box.x, top, 1, window - top}, words);
  }
  paint_.text_within(Type::Caption, places.words.x + pad(), places.words.middle_y(),
                     places.words.width - 2 * pad(), colours().faint,
                     "Point at a bar to read what it is. Scroll to zoom, drag to move.");
}

void TimelinePanel::end_lanes(const Rect& content, float end, float revealed, float height) {
  // What comes into sight does so below a whole lane, not below what is left of one.
  float& to = scroll_.glide_to;
  float snapped = revealed;
  for (const float top : lane_tops_) {
    if (top - content.y >= to - 0.5f) snapped = std::min(snapped, top - content.y);
  }
  if (to >= 0 && revealed >= 0) to = snapped;
  ui_.end_scroll(scroll_, std::max(end - content.y, std::max(to, scroll_.at) + height));
}

void TimelinePanel::draw_cursor(const Rect& ruler, const Rect& lanes, float bottom) {
  const Palette& c = colours();
  const Column step = column_of(session_.step(), span_.view());
  if (step.right < lanes.x || step.left > lanes.right()) return;
  paint_.push_clip({lanes.x - ui_(8), ruler.y, lanes.width + ui_(16), bottom - ruler.y});
  const float middle = step.right - step.left > ui_(10) ? (step.left + step.right) / 2 : step.left;
  const float line = std::clamp(middle, lanes.x, lanes.right());
  paint_.fill({line - 0.75f, ruler.bottom() - ui_(2), 1.5f, lanes.height + ui_(2)}, c.accent);
  if (line + ui_(5) < ruler.right()) {  // not over the buttons
    const float flag = ruler.bottom() - ui_(9);
    paint_.list()->AddTriangleFilled({line - ui_(5), flag}, {line + ui_(5), flag},
                                     {line, flag + ui_(7)}, c.accent);
  }
  paint_.pop_clip();
}

}  // namespace awaitscope
