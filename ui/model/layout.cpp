#include "ui/model/layout.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

float share(float whole, float part, float least, float most) {
  return std::round(std::clamp(whole * part, least, most));
}

LayoutKind kind_for(float width, float height) {
  if (width >= 1140 && height >= 600) return LayoutKind::Wide;
  if (width >= 680 && height >= 600) return LayoutKind::Medium;
  return width > height ? LayoutKind::Landscape : LayoutKind::Portrait;
}

Rect* rect_of(Layout& layout, Tab tab) {
  switch (tab) {
    case Tab::Source: return &layout.source;
    case Tab::Toggles: return &layout.toggles;
    case Tab::Timeline: return &layout.timeline;
    case Tab::Loop: return &layout.loop;
    case Tab::Output: return &layout.output;
  }
  return &layout.source;
}

// A height or width that was dragged to, within what leaves room for the rest; else the default.
float dragged(float part, float whole, float least, float most, float otherwise) {
  if (part <= 0) return otherwise;
  return std::round(std::clamp(part * whole, least, std::max(least, most)));
}

// What the program's text needs at least: five lines.
constexpr float kLeastSource = 130;

void wide(Layout& l, const LayoutInput& in, float s) {
  Rect rest = l.window;
  l.header = rest.cut_top(44 * s);
  // Wide enough for all the toggles to be in sight at 720 points of height.
  if (in.toggles) l.toggles = rest.cut_left(share(rest.width, 0.22f, 356 * s, 380 * s));
  const bool low = rest.height < 780 * s;
  const float wanted = (52 + 29.f * float(in.timeline_rows)) * s;
  const float third = std::ceil(in.height / 3);
  const float transport = (l.target > 40 * s ? 88 : 66) * s, explanation = (low ? 90 : 116) * s;
  const float path = in.lesson ? 44 * s : 0;
  l.timeline = rest.cut_bottom(
      dragged(in.timeline_share, in.height, 76 * s,
              rest.height - transport - explanation - path - kLeastSource * s,
              low ? third : std::clamp(wanted, rest.height * 0.2f, rest.height * 0.36f)));
  l.transport = rest.cut_bottom(transport);
  Rect side = rest.cut_right(dragged(in.side_share, in.width, 240 * s, rest.width - 320 * s,
                                     share(rest.width, 0.4f, 300 * s, 620 * s)));
  l.output =
      side.cut_bottom(dragged(in.output_share, side.height, 76 * s, side.height - 100 * s,
                              share(side.height, in.asking ? 0.6f : 0.3f, 112 * s, (in.asking ? 480 : 320) * s)));
  l.loop = side;
  l.explanation = rest.cut_bottom(explanation);
  if (in.lesson) l.path = rest.cut_bottom(path);
  l.source = rest;
}

void medium(Layout& l, const LayoutInput& in, float s) {
  Rect rest = l.window;
  // Wide, or low as a frame in an article is: what is below the source takes less height.
  const bool flat = rest.width >= 900 * s || rest.height < 760 * s;
  l.header = rest.cut_top(52 * s);
  const float wanted = (56 + 24.f * float(in.timeline_rows)) * s;
  const float transport = (flat ? 92 : 140) * s, explanation = (flat ? 90 : 112) * s;
  const float path = in.lesson ? 48 * s : 0;
  l.timeline = rest.cut_bottom(
      dragged(in.timeline_share, in.height, 76 * s,
              rest.height - transport - explanation - path - kLeastSource * s,
              std::clamp(wanted, rest.height * 0.2f, rest.height * (flat ? 0.25f : 0.3f))));
  l.transport = rest.cut_bottom(transport);
  l.explanation = rest.cut_bottom(explanation);
  if (in.lesson) l.path = rest.cut_bottom(path);
  Rect side = rest.cut_right(dragged(in.side_share, in.width, 240 * s, rest.width - 280 * s,
                                     share(rest.width, 0.44f, 280 * s, 420 * s)));
  l.tabs = side.cut_top(44 * s);
  *rect_of(l, l.tab) = side;
  l.source = rest;
}

void portrait(Layout& l, const LayoutInput& in, float s) {
  Rect rest = l.window;
  l.header = rest.cut_top(52 * s);
  l.tabs = rest.cut_top(44 * s);
  l.transport = rest.cut_bottom(140 * s);
  l.explanation = rest.cut_bottom(std::min(132 * s, rest.height * 0.3f));
  if (in.lesson) l.path = rest.cut_bottom(60 * s);
  *rect_of(l, l.tab) = rest;
}

void landscape(Layout& l, const LayoutInput& in, float s) {
  Rect rest = l.window;
  l.header = rest.cut_top(44 * s);
  l.transport = rest.cut_bottom(48 * s);
  Rect side = rest.cut_right(std::round(rest.width * 0.48f));
  // Its line, and three of text.
  l.explanation = rest.cut_bottom(std::min(106 * s, rest.height * 0.4f));
  if (in.lesson) l.path = rest.cut_bottom(60 * s);
  l.tabs = side.cut_top(44 * s);
  *rect_of(l, l.tab) = side;
  l.source = rest;
}

}  // namespace

float enlargement(float width, float height) {
  const float room = std::min(width / 1920, height / 1080);
  return std::clamp(std::floor(room * 10 + 0.01f) / 10, 1.f, 1.5f);
}

std::string_view name_of(Tab tab) {
  switch (tab) {
    case Tab::Source: return "source";
    case Tab::Toggles: return "toggles";
    case Tab::Timeline: return "timeline";
    case Tab::Loop: return "loop";
    case Tab::Output: return "output";
  }
  return "";
}

bool Layout::offers(Tab tab) const {
  switch (kind) {
    case LayoutKind::Wide: return false;
    case LayoutKind::Medium: return tab == Tab::Toggles || tab == Tab::Loop || tab == Tab::Output;
    case LayoutKind::Landscape: return tab != Tab::Source;
    case LayoutKind::Portrait: return true;
  }
  return false;
}

Layout layout_for(const LayoutInput& input) {
  Layout l;
  const float s = input.text_scale;
  l.scale = s;
  l.window = {0, 0, input.width, input.height};
  l.kind = kind_for(input.width / s, input.height / s);
  const bool fingers = input.touch || l.kind != LayoutKind::Wide;
  l.target = std::max(44.f, 28 * s);
  if (!fingers) l.target = 28 * s;
  l.pad = (l.kind == LayoutKind::Wide ? 16 : 12) * s;
  l.tab = input.tab;
  if (l.kind != LayoutKind::Wide && !l.offers(l.tab)) {
    // Switches beside a program that they did not write would do away with it.
    const Tab beside = input.toggles ? Tab::Toggles : Tab::Loop;
    l.tab = l.kind == LayoutKind::Medium ? beside : Tab::Timeline;
  }
  switch (l.kind) {
    case LayoutKind::Wide: wide(l, input, s); break;
    case LayoutKind::Medium: medium(l, input, s); break;
    case LayoutKind::Portrait: portrait(l, input, s); break;
    case LayoutKind::Landscape: landscape(l, input, s); break;
  }
  for (Rect* r : {&l.header, &l.tabs, &l.toggles, &l.source, &l.path, &l.explanation, &l.transport,
                  &l.timeline, &l.loop, &l.output}) {
    if (r->empty()) {
      *r = {};
      continue;
    }
    const float x = std::round(r->x), y = std::round(r->y);
    *r = {x, y, std::round(r->right()) - x, std::round(r->bottom()) - y};
  }
  return l;
}

}  // namespace awaitscope
