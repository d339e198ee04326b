#include "engine/recording/pictures/geometry.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

double clamp_double(double v, double low, double high) {
  return v < low ? low : v > high ? high : v;
}

// What is seen of items [first, last) that are in order and do not overlap; first_step(i) and
// end_step(i) say where they are.
template <class Begin, class End>
void fold_items(uint32_t first, uint32_t last, const TimelineView& view, Begin&& first_step,
                End&& end_step, std::vector<Piece>& pieces) {
  pieces.clear();
  auto begin = [&](uint32_t i) { return view.scale.place_of(first_step(i)); };
  auto end = [&](uint32_t i) { return view.scale.place_of(end_step(i)); };
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
  const double fold_places = double(kFoldWidth) * view.per_point;
  const float right = view.left + view.width;
  auto cut = [&](double place) {
    return std::clamp(view.left + float((place - from) / view.per_point), view.left, right);
  };

  // Searches compare steps: a place would have to be searched for itself.
  const double from_step = view.scale.step_of(from);
  uint32_t i = search(first, last, [&](uint32_t k) { return end_step(k) > from_step; });
  while (i < last) {
    const double begins = begin(i);
    if (begins >= to) break;
    const double ends = end(i);
    if (ends - begins >= fold_places) {
      pieces.push_back({cut(begins), cut(ends), i, 1});
      ++i;
      continue;
    }
    // Everything that begins within the next few points is one piece, up to the first that is wide.
    const double limit = view.scale.step_of(begins + fold_places);
    uint32_t j = search(i + 1, last, [&](uint32_t k) { return first_step(k) >= limit; });
    double last_ends = j - 1 > i ? end(j - 1) : ends;
    if (j - 1 > i && last_ends - begins > fold_places && last_ends - begin(j - 1) >= fold_places) {
      --j;
      last_ends = end(j - 1);
    }
    float x0 = cut(begins), x1 = cut(last_ends);
    if (x1 - x0 < 1) x1 = std::min(x0 + 1, right);
    if (x1 - x0 < 1) x0 = x1 - 1;
    pieces.push_back({x0, x1, i, j - i});
    i = j;
  }
}

}  // namespace

TimelineScale scale_for(const std::vector<TimeJump>& jumps, uint32_t steps, double share) {
  if (jumps.empty() || share <= 0 || !(jumps.back().to < 1e300)) return {};
  return {&jumps, 1 - share, share * double(steps) / jumps.back().to};
}

double TimelineScale::time_at(double step) const {
  const auto after = std::partition_point(
      jumps->begin(), jumps->end(), [&](const TimeJump& jump) { return double(jump.step) < step; });
  if (after == jumps->begin()) return 0;
  const TimeJump& jump = *(after - 1);
  return jump.from + (jump.to - jump.from) * std::min(1.0, step - double(jump.step));
}

double TimelineScale::step_at_time(double seconds) const {
  const auto jump = std::partition_point(jumps->begin(), jumps->end(),
                                         [&](const TimeJump& j) { return j.to < seconds; });
  if (jump == jumps->end()) return double(jumps->back().step) + 1;
  return double(jump->step) + std::max(0.0, seconds - jump->from) / (jump->to - jump->from);
}

// Between two places, and before the first, in proportion; nothing is after the last.
double TimelineScale::chosen_place_of(double step) const {
  const size_t last = places->size() - 1;
  if (!(step < double(last))) return places->back();
  const size_t i = step > 0 ? size_t(step) : 0;
  return (*places)[i] + (step - double(i)) * ((*places)[i + 1] - (*places)[i]);
}

double TimelineScale::step_of(double place) const {
  if (places) {
    const auto after = std::upper_bound(places->begin(), places->end(), place);
    if (after == places->end()) return double(places->size() - 1);
    const size_t i = after == places->begin() ? 0 : size_t(after - places->begin()) - 1;
    return double(i) + (place - (*places)[i]) / ((*places)[i + 1] - (*places)[i]);
  }
  if (per_second == 0) return place;
  auto begin_of = [&](const TimeJump& jump) {
    return per_step * double(jump.step) + per_second * jump.from;
  };
  const auto after = std::partition_point(
      jumps->begin(), jumps->end(), [&](const TimeJump& jump) { return begin_of(jump) <= place; });
  if (after == jumps->begin()) return place / per_step;
  const TimeJump& jump = *(after - 1);
  const double within = per_step + per_second * (jump.to - jump.from);
  const double beyond = place - begin_of(jump);
  return double(jump.step) + (beyond < within ? beyond / within : 1 + (beyond - within) / per_step);
}

TimelineView clamped(TimelineView view, uint32_t steps) {
  const double all = std::max(1.0, double(steps));
  const double widest = all / std::max(1.f, view.width);
  const double closest =
      view.scale.per_step / kMaxPointsPerStep;  // a short run does not fill the view
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
  const double under = view.place_at(x);
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
  const double begin = view.scale.place_of(double(step)), end = view.scale.place_of(step + 1.0);
  if (end > view.from + seen - room) view.from = end - seen + room;
  if (begin < view.from + room) view.from = begin - room;
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

double time_ticks(const TimelineView& view, float distance) {
  if (view.scale.per_second == 0) return 0;
  const double least = double(distance) * view.per_point / view.scale.per_second;
  double tick = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {2, 5, 10}) {
    if (tick >= least) break;
    tick = std::pow(10, std::floor(std::log10(least))) * factor;
  }
  return tick;
}

uint32_t next_in(const TimelineRow& row, const TimelineBar& bar, uint32_t steps, uint32_t from) {
  const uint32_t end = (bar.end == kOpen ? steps : bar.end) - 1;
  if (from < bar.begin || from >= end) return bar.begin;
  for (uint32_t i = 1; i < bar.stretch_count; ++i) {
    const TimelineStretch& stretch = row.stretches[bar.first_stretch + i];
    if (stretch.state == Stretch::Suspended && stretch.begin > from + 1) return stretch.begin - 1;
  }
  return end;
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
