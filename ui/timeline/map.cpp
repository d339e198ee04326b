// The whole run in small, below the lanes, while only a part of it is seen there.
#include <algorithm>

#include "ui/timeline/panel.h"

namespace awaitscope {

void TimelinePanel::draw_map(const Rect& area) {
  const Palette& c = colours();
  TimelineView whole;
  whole.left = area.x;
  whole.width = area.width;
  whole.scale = span_.view().scale;
  whole.per_point = std::max(1.0, double(steps())) / double(std::max(1.f, area.width));

  const double begins = std::max(0.0, span_.view().step_at(area.x));
  const Press press = ui_.press("timeline.map", "Part of the run in sight", WidgetKind::Slider,
                                area, {true, Line(uint64_t(begins))});
  if (press.held) {  // the part seen comes to where the pointer is
    span_.centre(whole.place_at(ImGui::GetIO().MousePos.x));
    ui_.keep_awake();
  }
  paint_.horizontal(area.x, area.y, area.width, c.line);
  draw_tasks_in_small(area, whole);
  const float at = whole.x_of(double(session_.step()) + 0.5);
  paint_.fill({at - 0.75f, area.y, 1.5f, area.height}, c.accent);
  const TimelineView& span = span_.view();
  const float x0 = area.x + float(span.from / whole.per_point);
  const float x1 = std::min(area.right(), area.x + float(span.to() / whole.per_point));
  const Rect seen{x0, area.y + 1, std::max(ui_(6), x1 - x0), area.height - 2};
  const bool active = press.hovered || press.held;
  paint_.fill(seen, with_alpha(c.text, active ? 0.16f : 0.10f), ui_(3));
  paint_.outline(seen, active ? c.text : c.faint, ui_(3));
}

// A thread for each task, thick where it runs; the first ones where there are many.
void TimelinePanel::draw_tasks_in_small(const Rect& area, const TimelineView& whole) {
  const float room = area.height - ui_(6);
  const size_t tasks = view_.timeline.lanes().size() - 2;
  const size_t shown = std::min(tasks, size_t(std::max(1.f, room / ui_(2))));
  for (size_t i = 0; i < shown; ++i) {
    const TimelineLane& lane = view_.timeline.lanes()[2 + i];
    const float y = area.y + ui_(3) + room * (float(i) + 0.5f) / float(shown);
    fold(lane.phases, whole, steps(), map_pieces_);
    for (const Piece& piece : map_pieces_) {
      const TaskPhase phase = lane.phases[piece.first].phase;
      if (piece.count == 1 && phase >= TaskPhase::Done) continue;
      const bool runs = piece.count > 1 || phase == TaskPhase::Running;
      const float thick =
          std::max(paint_.pixel(), std::min(ui_(runs ? 3.f : 1.f), room / float(shown)));
      paint_.list()->AddRectFilled({piece.x0, y - thick / 2}, {piece.x1, y + thick / 2},
                                   with_alpha(ui_.task(lane.task), runs ? 0.9f : 0.35f));
    }
  }
}

}  // namespace awaitscope
