#include "ui/timeline/causes.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr size_t kMostArrows = 6;

Point point_on_curve(Point a, Point b, Point c, Point d, float t) {
  const float u = 1 - t;
  const float w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
  return {a.x * w0 + b.x * w1 + c.x * w2 + d.x * w3, a.y * w0 + b.y * w1 + c.y * w2 + d.y * w3};
}

// `first`: what brought the step itself about.
void draw_arrow(Controls& ui, Point from, Point to, bool first) {
  ImDrawList* list = ui.paint.list();
  const ImU32 colour = with_alpha(ui.colours->text, 0.85f * (first ? 1 : 0.6f));
  // Leaves to the right, arrives from the left: time goes that way.
  const float reach = std::clamp(std::abs(to.x - from.x) * 0.5f, ui(10), ui(70));
  const Point a{from.x + reach, from.y}, b{to.x - reach, to.y};
  const float head = ui(5);
  list->AddBezierCubic({from.x, from.y}, {a.x, a.y}, {b.x, b.y}, {to.x - head * 0.6f, to.y}, colour,
                       first ? 1.75f : 1.25f);
  list->AddCircleFilled({from.x, from.y}, ui(2.5f), colour);
  const Point near = point_on_curve(from, a, b, to, 0.94f);
  const float length = std::max(0.001f, std::hypot(to.x - near.x, to.y - near.y));
  const float dx = (to.x - near.x) / length * head, dy = (to.y - near.y) / length * head;
  list->AddTriangleFilled({to.x, to.y},
                          {to.x - dx * 1.5f - dy * 0.75f, to.y - dy * 1.5f + dx * 0.75f},
                          {to.x - dx * 1.5f + dy * 0.75f, to.y - dy * 1.5f - dx * 0.75f}, colour);
}

}  // namespace

void Causes::find(const View& view, size_t step) {
  if (step_ == step) return;
  step_ = step;
  places_.clear();
  places_.push_back(view.timeline.place_of(uint32_t(step)));
  for (const size_t cause : view.session.reader().causes(step)) {
    if (places_.size() > kMostArrows) break;
    if (cause == 0 || cause >= places_.back().step) continue;  // 0: nobody in particular
    places_.push_back(view.timeline.place_of(uint32_t(cause)));
  }
}

void Causes::draw(View& view, const TimelineView& span, const Lanes& lanes, size_t step) {
  find(view, step);
  Controls& ui = view.controls;
  auto place = [&](const LanePlace& at, Point& out) {
    if (at.lane >= lanes.tops.size() || lanes.tops[at.lane] < -1e6f) return false;
    const auto& folded = lanes.folded;
    const bool one = std::find(folded.begin(), folded.end(), at.lane) != folded.end();
    const float row = one ? 0 : float(at.row);
    out.x = span.x_of(double(at.step) + 0.5);
    out.y = lanes.tops[at.lane] + ui(lanes.rows.inset(view.timeline.lanes()[at.lane]) +
                                     row * lanes.rows.row + lanes.rows.bar / 2);
    return true;
  };
  for (size_t i = places_.size(); i-- > 1;) {
    // Within a lane the nesting of the bars says it: arrows are for what crosses from one to
    // another.
    if (places_[i].lane == places_[i - 1].lane) continue;
    Point from, to;
    if (!place(places_[i], from) || !place(places_[i - 1], to)) continue;
    if (std::abs(to.x - from.x) + std::abs(to.y - from.y) < ui(7)) continue;
    if (std::max(from.x, to.x) < lanes.area.x || std::min(from.x, to.x) > lanes.area.right())
      continue;
    draw_arrow(ui, from, to, i == 1);
  }
}

}  // namespace awaitscope
