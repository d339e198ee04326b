// Arrows on the timeline: what brought the current step about, and what brought that about. A
// task's resume leads back to the callback that woke it, the result that was set, the timer that
// fired.
#include <algorithm>
#include <cmath>

#include "ui/timeline/parts.h"

namespace awaitscope {

namespace {

constexpr size_t kMostArrows = 6;

void find_causes(View& view, size_t step) {
  if (view.causes_step == step) return;
  view.causes_step = step;
  view.causes.clear();
  view.causes.push_back(view.timeline.place_of(uint32_t(step)));
  for (const size_t cause : view.session.reader().causes(step)) {
    if (view.causes.size() > kMostArrows) break;
    if (cause == 0 || cause >= view.causes.back().step) continue;  // 0: nobody in particular
    view.causes.push_back(view.timeline.place_of(uint32_t(cause)));
  }
}

Point point_on_curve(Point a, Point b, Point c, Point d, float t) {
  const float u = 1 - t;
  const float w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
  return {a.x * w0 + b.x * w1 + c.x * w2 + d.x * w3, a.y * w0 + b.y * w1 + c.y * w2 + d.y * w3};
}

}  // namespace

void draw_causes(View& view, const Rect& lanes, size_t step) {
  find_causes(view, step);
  Controls& ui = view.controls;
  ImDrawList* list = ui.paint.list();
  auto place = [&](const LanePlace& at, Point& out) {
    if (at.lane >= view.lane_tops.size() || view.lane_tops[at.lane] < -1e6f) return false;
    out.x = view.span.x_of(double(at.step) + 0.5);
    out.y = view.lane_tops[at.lane] + timeline_inset(ui, view.timeline.lanes()[at.lane]) +
            float(at.row) * ui(kTimelineRow) + ui(kTimelineBar) / 2;
    return true;
  };
  for (size_t i = view.causes.size(); i-- > 1;) {
    // Within a lane the nesting of the bars says it: arrows are for what crosses from one to
    // another.
    if (view.causes[i].lane == view.causes[i - 1].lane) continue;
    Point from, to;
    if (!place(view.causes[i], from) || !place(view.causes[i - 1], to)) continue;
    if (std::abs(to.x - from.x) + std::abs(to.y - from.y) < ui(7)) continue;
    if (std::max(from.x, to.x) < lanes.x || std::min(from.x, to.x) > lanes.right()) continue;
    const float strength = i == 1 ? 1 : 0.6f;
    const ImU32 colour = with_alpha(view.controls.colours->text, 0.85f * strength);
    // Leaves to the right, arrives from the left: time goes that way.
    const float reach = std::clamp(std::abs(to.x - from.x) * 0.5f, ui(10), ui(70));
    const Point a{from.x + reach, from.y}, b{to.x - reach, to.y};
    const float head = ui(5);
    list->AddBezierCubic({from.x, from.y}, {a.x, a.y}, {b.x, b.y}, {to.x - head * 0.6f, to.y},
                         colour, i == 1 ? 1.75f : 1.25f);
    list->AddCircleFilled({from.x, from.y}, ui(2.5f), colour);
    const Point near = point_on_curve(from, a, b, to, 0.94f);
    const float length = std::max(0.001f, std::hypot(to.x - near.x, to.y - near.y));
    const float dx = (to.x - near.x) / length * head, dy = (to.y - near.y) / length * head;
    list->AddTriangleFilled({to.x, to.y},
                            {to.x - dx * 1.5f - dy * 0.75f, to.y - dy * 1.5f + dx * 0.75f},
                            {to.x - dx * 1.5f + dy * 0.75f, to.y - dy * 1.5f - dx * 0.75f}, colour);
  }
}

}  // namespace awaitscope
