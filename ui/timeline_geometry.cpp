#include "ui/timeline_geometry.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

double clamp_double(double v, double low, double high) {
  return v < low ? low : v > high ? high : v;
}

// What is seen of items [first, last) that are in order and do not overlap; begin(i) and end(i) say
// where they are.
template <class Begin, class End>
void fold_items(uint32_t first, uint32_t last, const TimelineView& view, Begin&& begin, End&& end,
                std::vector<Piece>& pieces) {
  pieces.clear();
  // The first index in [low, high) for which `holds` is true; it is false before and true after.
  auto search = [](uint32_t low, uint32_t high, auto&& holds) {
    while (low < high) {
      const uint32_t middle = low + (high - low) / 2;
      if (holds(middle))
        high = middle;
      else
        low = middle + 1;
    }
    return low;
  };
  const double from = view.from, to = view.to();
  const double fold_steps = double(kFoldWidth) * view.per_point;
  const float right = view.left + view.width;
  auto cut = [&](double step) { return std::clamp(view.x_of(step), view.left, right); };

  uint32_t i = search(first, last, [&](uint32_t k) { return end(k) > from; });
  while (i < last && begin(i) < to) {
    if (end(i) - begin(i) >= fold_steps) {
      pieces.push_back({cut(begin(i)), cut(end(i)), i, 1});
      ++i;
      continue;
    }
    // Everything that begins within the next few points is one piece, up to the first that is wide.
    const double limit = begin(i) + fold_steps;
    uint32_t j = search(i + 1, last, [&](uint32_t k) { return begin(k) >= limit; });
    if (j - 1 > i && end(j - 1) - begin(j - 1) >= fold_steps) --j;
    float x0 = cut(begin(i)), x1 = cut(end(j - 1));
    if (x1 - x0 < 1) x1 = std::min(x0 + 1, right);
    if (x1 - x0 < 1) x0 = x1 - 1;
    pieces.push_back({x0, x1, i, j - i});
    i = j;
  }
}

}  // namespace

TimelineView clamped(TimelineView view, uint32_t steps) {
  const double all = std::max(1.0, double(steps));
  const double widest = all / std::max(1.f, view.width);
  const double closest = 1 / kMaxPointsPerStep;  // a short run does not fill the view
  view.per_point = clamp_double(view.per_point, closest, std::max(closest, widest));
  const double seen = double(view.width) * view.per_point;
  view.from = clamp_double(view.from, 0, std::max(0.0, all - seen));
  return view;
}

TimelineView fitted(TimelineView view, uint32_t steps) {
  view.from = 0;
  view.per_point = std::max(1.0, double(steps)) / std::max(1.f, view.width);
  return clamped(view, steps);
}

TimelineView zoomed(TimelineView view, float x, double factor, uint32_t steps) {
  const double under = view.step_at(x);
  view.per_point /= factor;
  view.per_point = clamped(view, steps).per_point;
  view.from = under - double(x - view.left) * view.per_point;
  return clamped(view, steps);
}

TimelineView panned(TimelineView view, float points, uint32_t steps) {
  view.from -= double(points) * view.per_point;
  return clamped(view, steps);
}

TimelineView showing(TimelineView view, uint32_t step, uint32_t steps) {
  const double seen = double(view.width) * view.per_point;
  const double room = std::min(seen * 0.15, 64 * view.per_point);
  if (double(step) < view.from + room) view.from = double(step) - room;
  if (double(step) + 1 > view.from + seen - room) view.from = double(step) + 1 - seen + room;
  return clamped(view, steps);
}

void fold(const std::vector<TimelineBar>& bars, const TimelineView& view, uint32_t steps,
          std::vector<Piece>& pieces) {
  fold_items(
      0, uint32_t(bars.size()), view, [&](uint32_t i) { return double(bars[i].begin); },
      [&](uint32_t i) { return double(bars[i].end == kOpen ? steps : bars[i].end); }, pieces);
}

void fold(const TimelineRow& row, const TimelineBar& bar, const TimelineView& view, uint32_t steps,
          std::vector<Piece>& pieces) {
  const uint32_t last = bar.first_stretch + bar.stretch_count;
  const double bar_end = double(bar.end == kOpen ? steps : bar.end);
  fold_items(
      bar.first_stretch, last, view,
      [&](uint32_t i) { return std::min(bar_end, double(row.stretches[i].begin)); },
      [&](uint32_t i) {
        return i + 1 < last ? std::min(bar_end, double(row.stretches[i + 1].begin)) : bar_end;
      },
      pieces);
}

void fold(const std::vector<TaskStretch>& phases, const TimelineView& view, uint32_t steps,
          std::vector<Piece>& pieces) {
  const uint32_t last = uint32_t(phases.size());
  fold_items(
      0, last, view, [&](uint32_t i) { return double(phases[i].begin); },
      [&](uint32_t i) { return double(i + 1 < last ? phases[i + 1].begin : steps); }, pieces);
}

int bar_at(const std::vector<TimelineBar>& bars, double step) {
  auto after =
      std::upper_bound(bars.begin(), bars.end(), step,
                       [](double s, const TimelineBar& bar) { return s < double(bar.begin); });
  if (after == bars.begin()) return -1;
  const TimelineBar& bar = *(after - 1);
  return bar.end == kOpen || step < double(bar.end) ? int(after - bars.begin()) - 1 : -1;
}

}  // namespace awaitscope
