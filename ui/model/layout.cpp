#include "ui/model/layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>

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

// A frame is never Wide: its text is an article's, and so is the room around it.
LayoutKind kind_of_frame(float width) {
  return width >= 620 ? LayoutKind::Landscape : LayoutKind::Portrait;
}

constexpr float kFrameBar = 44, kFrameTransport = 48;

float explanation_in_frame(LayoutKind kind, float s) {
  return (kind == LayoutKind::Landscape ? 92 : 122) * s;  // its line, and two or four of text
}

float path_in_frame(LayoutKind kind) { return kind == LayoutKind::Landscape ? 48 : 60; }

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

// How high or wide the output is, of what it shares with the loop.
float output_of(const LayoutInput& in, float whole, float least, float loop, float otherwise) {
  return dragged(in.output_share, whole, least, whole - loop, otherwise);
}

void wide(Layout& l, const LayoutInput& in, float s) {
  Rect rest = l.window;
  l.header = rest.cut_top(44 * s);
  // Wide enough for all the toggles to be in sight at 720 points of height.
  if (in.toggles) l.toggles = rest.cut_left(share(rest.width, 0.22f, 356 * s, 380 * s));
  const bool low = rest.height < 780 * s;
  const float wanted = (52 + 29.f * float(in.timeline_rows)) * s;
  const float third = std::ceil(in.height / 3);
  const float transport = (l.target > 40 * s ? 88 : 66) * s, explanation = (low ? 90 : 116) * s;
  // Where there is little height and much width, loop and output are beside one another, and what
  // is said of the step is below them: so the program has most of the height.
  const bool flat = low && rest.width >= 1100 * s;
  const float path = !in.lesson ? 0 : (flat ? 58 : 44) * s;  // three lines of words, or two
  l.timeline = rest.cut_bottom(
      dragged(in.timeline_share, in.height, 76 * s,
              rest.height - transport - explanation - path - kLeastSource * s,
              low ? third : std::clamp(wanted, rest.height * 0.2f, rest.height * 0.36f)));
  l.transport = rest.cut_bottom(transport);
  Rect side = rest.cut_right(
      dragged(in.side_share, in.width, (flat ? 440 : 240) * s, rest.width - 320 * s,
              flat ? std::round(rest.width / 2) : share(rest.width, 0.4f, 300 * s, 620 * s)));
  l.explanation = (flat ? side : rest).cut_bottom(flat && in.ended_well ? 62 * s : explanation);
  if (in.lesson) l.path = rest.cut_bottom(path);
  l.source = rest;
  // At a lesson's end there is more to read than in the loop, which has stopped; before it begins,
  // more than there is of output.
  const bool output_alone =
      (in.lesson_end || in.repairing) && in.output_share <= 0 && side.height < 760 * s;
  if (output_alone) {
    l.output = side;
  } else if (flat) {
    if (!in.lesson_start || in.asking)
      l.output =
          side.cut_right(output_of(in, side.width, 200 * s, 220 * s, std::round(side.width / 2)));
    l.loop = side;
  } else {
    const float part = in.asking ? 0.66f : 0.3f;
    l.output =
        side.cut_bottom(output_of(in, side.height, 76 * s, 100 * s,
                                  share(side.height, part, 112 * s, (in.asking ? 480 : 320) * s)));
    l.loop = side;
  }
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
  l.explanation = rest.cut_bottom(
      std::min((in.lesson_end && l.tab != Tab::Output ? 186 : 132) * s, rest.height * 0.36f));
  if (in.lesson) l.path = rest.cut_bottom(104 * s);  // its buttons, and three lines
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

// The bar and the transport, whatever there is; the explanation below the program. Beside the
// program, or in its place where that is narrow, the other panels take turns. A high frame has the
// timeline below both.
void frame(Layout& l, const LayoutInput& in, float s) {
  Rect rest = l.window;
  l.tabs = rest.cut_top(kFrameBar * s);
  l.transport = rest.cut_bottom(kFrameTransport * s);
  if (in.parts.explanation)
    l.explanation = rest.cut_bottom(std::min(explanation_in_frame(l.kind, s), rest.height * 0.36f));
  if (in.lesson) l.path = rest.cut_bottom(path_in_frame(l.kind) * s);
  if (l.kind == LayoutKind::Portrait) {
    *rect_of(l, l.tab) = rest;
    return;
  }
  if (l.tab != Tab::Timeline && in.parts.timeline && !l.offers(Tab::Timeline)) {
    const float wanted = (52 + 24.f * float(in.timeline_rows)) * s;
    l.timeline = rest.cut_bottom(std::clamp(wanted, 110 * s, rest.height * 0.4f));
  }
  const bool beside = l.tab != Tab::Source;
  if (beside) {
    Rect side = in.parts.code ? rest.cut_right(std::round(rest.width * 0.44f)) : rest;
    *rect_of(l, l.tab) = side;
  }
  if (in.parts.code) l.source = rest;
}

// What takes turns in a frame, and whose turn it is.
void offer_in_frame(Layout& l, const LayoutInput& in, float s) {
  const bool high = l.kind == LayoutKind::Landscape && l.window.height >= 560 * s;
  int others = 0;
  for (int i = 0; i < kTabCount; ++i) {
    const Tab tab = Tab(i);
    const bool beside = l.kind == LayoutKind::Landscape;
    l.offered[size_t(i)] = in.parts.has(tab) && !(beside && tab == Tab::Source);
    others += l.offered[size_t(i)];
  }
  if (high && l.offers(Tab::Timeline) && (others > 1 || in.parts.code)) {
    l.offered[size_t(Tab::Timeline)] = false;
    --others;
  }
  if (!l.offers(l.tab)) {
    l.tab = Tab::Source;
    for (const Tab tab : {Tab::Toggles, Tab::Output, Tab::Loop, Tab::Timeline}) {
      if (l.offers(tab)) l.tab = tab;
    }
    if (l.offers(Tab::Source)) l.tab = Tab::Source;
  }
  if (others < 2) l.offered = {};  // nothing to choose from
}

void offer(Layout& l) {
  for (int i = 0; i < kTabCount; ++i) {
    const Tab tab = Tab(i);
    bool& offered = l.offered[size_t(i)];
    switch (l.kind) {
      case LayoutKind::Wide: offered = false; break;
      case LayoutKind::Medium:
        offered = tab == Tab::Toggles || tab == Tab::Loop || tab == Tab::Output;
        break;
      case LayoutKind::Landscape: offered = tab != Tab::Source; break;
      case LayoutKind::Portrait: offered = true; break;
    }
  }
}

}  // namespace

bool Parts::has(Tab tab) const {
  switch (tab) {
    case Tab::Source: return code;
    case Tab::Toggles: return switches;
    case Tab::Timeline: return timeline;
    case Tab::Loop: return loop;
    case Tab::Output: return output;
  }
  return false;
}

bool read_parts(std::string_view words, Parts& parts) {
  constexpr struct {
    std::string_view name;
    bool Parts::*part;
  } kParts[] = {{"code", &Parts::code},         {"switches", &Parts::switches},
                {"timeline", &Parts::timeline}, {"loop", &Parts::loop},
                {"output", &Parts::output},     {"explanation", &Parts::explanation}};
  Parts read{false, false, false, false, false, false};
  while (!words.empty()) {
    const size_t end = std::min(words.find_first_of(", "), words.size());
    const auto part = std::find_if(std::begin(kParts), std::end(kParts), [&](const auto& each) {
      return each.name == words.substr(0, end);
    });
    if (part != std::end(kParts))
      read.*(part->part) = true;
    else if (end > 0)
      return false;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  bool any = false;
  for (int i = 0; i < kTabCount; ++i) any = any || read.has(Tab(i));
  if (any) parts = read;
  return any;
}

float frame_height(const LayoutInput& in, int lines) {
  const float s = in.text_scale;
  const LayoutKind kind = kind_of_frame(in.width / s);
  float rest = kFrameBar + kFrameTransport;
  if (in.parts.explanation) rest += explanation_in_frame(kind, 1);
  if (in.lesson) rest += path_in_frame(kind);
  const bool others = in.parts.switches || in.parts.loop || in.parts.output || in.parts.timeline;
  const float line = kind == LayoutKind::Portrait || in.touch ? 22 : 19;
  const float code = in.parts.code ? float(lines) * line + 20 : 0;
  const float least = in.parts.code && !others ? 60.f : 200.f;
  const float most = kind == LayoutKind::Portrait ? 600.f : 680.f;
  float height = rest + std::max(code, least);
  if (kind == LayoutKind::Landscape && in.parts.timeline && height > 480) height += 140;
  return std::round(std::clamp(height, others ? 400.f : 240.f, most) * s);
}

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

Layout layout_for(const LayoutInput& input) {
  Layout l;
  const float s = input.text_scale;
  l.scale = s;
  l.window = {0, 0, input.width, input.height};
  l.frame = input.frame;
  l.kind =
      input.frame ? kind_of_frame(input.width / s) : kind_for(input.width / s, input.height / s);
  // A wide frame is on a screen with a mouse, until a finger is used.
  const bool mouse = l.kind == LayoutKind::Wide || (l.frame && l.kind == LayoutKind::Landscape);
  const bool fingers = input.touch || !mouse;
  l.target = std::max(44.f, 28 * s);
  if (!fingers) l.target = 28 * s;
  l.pad = (l.kind == LayoutKind::Wide ? 16 : 12) * s;
  l.tab = input.tab;
  if (l.frame)
    offer_in_frame(l, input, s);
  else
    offer(l);
  if (!l.frame && l.kind != LayoutKind::Wide && !l.offers(l.tab)) {
    // Switches beside a program that they did not write would do away with it.
    const Tab beside = input.toggles ? Tab::Toggles : Tab::Loop;
    l.tab = l.kind == LayoutKind::Medium ? beside : Tab::Timeline;
  }
  if (l.frame) {
    frame(l, input, s);
  } else
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
