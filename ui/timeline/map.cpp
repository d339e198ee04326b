// The whole run in small, below the lanes, while only a part of it is seen there.
#include <algorithm>

#include "ui/timeline/parts.h"

namespace awaitscope {

void draw_timeline_map(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const uint32_t steps = view.timeline.steps();
  TimelineView whole;
  whole.left = area.x;
  whole.width = area.width;
  whole.scale = view.span.scale;
  whole.per_point = std::max(1.0, double(steps)) / double(std::max(1.f, area.width));

  const Press press = ui.press("timeline.map", "Part of the run in sight", WidgetKind::Slider, area,
                               {true, Line(uint64_t(std::max(0.0, view.span.step_at(area.x))))});
  if (press.held) {  // the part seen comes to where the pointer is
    const double seen = double(view.span.width) * view.span.per_point;
    view.span.from = whole.place_at(ImGui::GetIO().MousePos.x) - seen / 2;
    view.span = clamped(view.span, steps);
    view.span_to_per_point = -1;
    ui.keep_awake();
  }
  paint.horizontal(area.x, area.y, area.width, c.line);
  // A thread for each task, thick where it runs; the first ones where there are many.
  static std::vector<Piece> pieces;
  const float room = area.height - ui(6);
  const size_t tasks = view.timeline.lanes().size() - 2;
  const size_t shown = std::min(tasks, size_t(std::max(1.f, room / ui(2))));
  for (size_t i = 0; i < shown; ++i) {
    const TimelineLane& lane = view.timeline.lanes()[2 + i];
    const float y = area.y + ui(3) + room * (float(i) + 0.5f) / float(shown);
    fold(lane.phases, whole, steps, pieces);
    for (const Piece& piece : pieces) {
      const TaskPhase phase = lane.phases[piece.first].phase;
      if (piece.count == 1 && phase >= TaskPhase::Done) continue;
      const bool runs = piece.count > 1 || phase == TaskPhase::Running;
      const float thick =
          std::max(paint.pixel(), std::min(ui(runs ? 3.f : 1.f), room / float(shown)));
      paint.list()->AddRectFilled({piece.x0, y - thick / 2}, {piece.x1, y + thick / 2},
                                  with_alpha(ui.task(lane.task), runs ? 0.9f : 0.35f));
    }
  }
  const float at = whole.x_of(double(view.session.step()) + 0.5);
  paint.fill({at - 0.75f, area.y, 1.5f, area.height}, c.accent);
  const float x0 = area.x + float((view.span.from) / whole.per_point);
  const float x1 = std::min(area.right(), area.x + float(view.span.to() / whole.per_point));
  const Rect seen{x0, area.y + 1, std::max(ui(6), x1 - x0), area.height - 2};
  paint.fill(seen, with_alpha(c.text, press.hovered || press.held ? 0.16f : 0.10f), ui(3));
  paint.outline(seen, press.hovered || press.held ? c.text : c.faint, ui(3));
}

}  // namespace awaitscope
