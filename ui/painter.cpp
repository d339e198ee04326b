#include "ui/painter.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace awaitscope {

namespace {

constexpr float kCapitals = 0.727f;  // height of Inter's and JetBrains Mono's capitals, in ems

}  // namespace

float Painter::snap(float v) const { return std::floor(v * ppp_ + 0.5f) / ppp_; }

Rect Painter::snap(const Rect& r) const {
  const float x = snap(r.x), y = snap(r.y);
  return {x, y, snap(r.right()) - x, snap(r.bottom()) - y};
}

void Painter::push_clip(const Rect& r) {
  const Rect s = snap(r);
  ImGui::PushClipRect({s.x, s.y}, {s.right(), s.bottom()}, true);
}

void Painter::pop_clip() { ImGui::PopClipRect(); }

Rect Painter::clip() const {
  const ImVec2 from = list_->GetClipRectMin(), to = list_->GetClipRectMax();
  return {from.x, from.y, std::max(0.f, to.x - from.x), std::max(0.f, to.y - from.y)};
}

void Painter::fill(const Rect& r, ImU32 colour, float rounding) {
  const Rect s = snap(r);
  list_->AddRectFilled({s.x, s.y}, {s.right(), s.bottom()}, colour, rounding);
}

void Painter::outline(const Rect& r, ImU32 colour, float rounding) {
  const Rect s = snap(r);
  const float half = pixel() / 2;
  // AddRect strokes half a point inside of what it is given.
  list_->AddRect({s.x + half - 0.5f + 0.0f, s.y + half - 0.5f},
                 {s.right() - half + 0.5f, s.bottom() - half + 0.5f}, colour, rounding, 0, pixel());
}

void Painter::horizontal(float x, float y, float width, ImU32 colour) {
  const float top = snap(y);
  list_->AddRectFilled({x, top}, {x + width, top + pixel()}, colour);
}

void Painter::vertical(float x, float y, float height, ImU32 colour) {
  const float left = snap(x);
  list_->AddRectFilled({left, y}, {left + pixel(), y + height}, colour);
}

void Painter::dashed(float x, float y, float width, ImU32 colour) {
  for (float at = 0; at < width; at += 6) {
    horizontal(x + at, y, std::min(3.f, width - at), colour);
  }
}

void Painter::line(Point from, Point to, ImU32 colour, float thickness) {
  list_->AddLine({from.x, from.y}, {to.x, to.y}, colour, thickness);
}

void Painter::disc(Point centre, float radius, ImU32 colour) {
  list_->AddCircleFilled({centre.x, centre.y}, radius, colour);
}

void Painter::ring(Point centre, float radius, ImU32 colour, float thickness) {
  list_->AddCircle({centre.x, centre.y}, radius, colour, 0, thickness);
}

void Painter::hatch(const Rect& r, ImU32 colour, float distance) {
  const Rect seen = intersection(r, clip());
  if (seen.empty()) return;
  // The diagonals are fixed to the bar, not to the window, so that they move with it.
  const float h = r.height;
  float first = r.x - h + distance / 2;
  if (seen.x - h > first) first += std::floor((seen.x - h - first) / distance) * distance;
  for (float x = first; x < seen.right(); x += distance) {
    // From (x, bottom) up to (x + h, top), cut at the sides.
    const float from = std::max(x, r.x), to = std::min(x + h, r.right());
    if (from >= to) continue;
    list_->AddLine({from, r.bottom() - (from - x)}, {to, r.bottom() - (to - x)}, colour, 1);
  }
}

void Painter::shadow(const Rect& r, ImU32 colour, float rounding) {
  for (int i = 6; i > 0; --i) {
    const float grow = float(i) * 2.5f;
    const Rect s = {r.x - grow, r.y - grow + 5, r.width + 2 * grow, r.height + 2 * grow};
    list_->AddRectFilled({s.x, s.y}, {s.right(), s.bottom()}, with_alpha(colour, 0.16f),
                         rounding + grow);
  }
}

void Painter::hear(std::string_view text) {
  if (heard_ && !text.empty()) heard_->append(text).append("\n");
}

float Painter::text(Type type, float x, float y, ImU32 colour, std::string_view text) {
  hear(text);
  ImFont* font = font_of(type);
  const float scale = 1 / ppp_;  // the atlas is built in pixels
  const float baseline = snap(y + size_of(type) * kCapitals / 2);
  const float top = baseline - std::round(font->Ascent) * scale;
  const bool whole = ppp_ >= 1.75f;  // at two pixels a point a whole pixel is fine enough
  const Rect seen = clip();
  x = snap(x);
  if (text.empty() || top > seen.bottom() || top + font->FontSize * scale < seen.y) {
    return x + text_width(type, text);
  }
  list_->PrimReserve(int(text.size()) * 6, int(text.size()) * 4);
  const int most = int(text.size());
  int drawn = 0;
  while (!text.empty()) {
    const ImFontGlyph* glyph = next_glyph(type, text);
    if (glyph->Visible && x + glyph->X1 * scale > seen.x && x + glyph->X0 * scale < seen.right()) {
      const float left = (whole ? snap(x) : x) + glyph->X0 * scale;
      list_->PrimRectUV({left, top + glyph->Y0 * scale},
                        {left + (glyph->X1 - glyph->X0) * scale, top + glyph->Y1 * scale},
                        {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                        glyph->Colored ? colour | ~IM_COL32_A_MASK : colour);
      ++drawn;
    }
    x += glyph->AdvanceX * scale;
  }
  const int unused = most - drawn;
  list_->PrimUnreserve(unused * 6, unused * 4);
  return x;
}

float Painter::text_within(Type type, float x, float y, float width, ImU32 colour,
                           std::string_view text) {
  if (text_width(type, text) <= width) return this->text(type, x, y, colour, text);
  const Whole whole(*this, text);
  const float dots = text_width(type, "…");
  if (width < dots) return x;
  x = this->text(type, x, y, colour, text.substr(0, text_fitting(type, text, width - dots)));
  return this->text(type, x, y, colour, "…");
}

void Painter::text_centred(Type type, const Rect& r, ImU32 colour, std::string_view text) {
  const float width = std::min(text_width(type, text), r.width);
  text_within(type, r.x + (r.width - width) / 2, r.middle_y(), r.width + 0.5f, colour, text);
}

float text_width(Type type, std::string_view text) {
  float width = 0;
  while (!text.empty()) width += next_glyph(type, text)->AdvanceX;
  return width * ImGui::GetIO().FontGlobalScale;
}

size_t text_fitting(Type type, std::string_view text, float width) {
  width /= ImGui::GetIO().FontGlobalScale;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view next = rest;
    width -= next_glyph(type, next)->AdvanceX;
    if (width < 0) break;
    rest = next;
  }
  return text.size() - rest.size();
}

std::string_view next_wrapped_line(Type type, std::string_view& rest, float width) {
  const size_t paragraph = std::min(rest.find('\n'), rest.size());
  size_t fitting = text_fitting(type, rest.substr(0, paragraph), width);
  if (fitting < paragraph) {
    const size_t space = rest.substr(0, fitting + 1).rfind(' ');
    if (space != std::string_view::npos && space > 0) fitting = space;
    if (fitting == 0) {  // narrower than a character: go on all the same
      std::string_view next = rest;
      next_glyph(type, next);
      fitting = rest.size() - next.size();
    }
  }
  const std::string_view line = rest.substr(0, fitting);
  rest.remove_prefix(fitting);
  if (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) rest.remove_prefix(1);
  return line;
}

}  // namespace awaitscope
