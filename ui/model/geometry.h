#pragma once
// Rectangles and points of the interface, in points (CSS pixels), y downwards. No ImGui in here, so
// that what is computed with them can be tested without it.

namespace awaitscope {

struct Point {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  float middle_x() const { return x + width / 2; }
  float middle_y() const { return y + height / 2; }
  bool empty() const { return width <= 0 || height <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool operator==(const Rect&) const = default;

  Rect inset(float dx, float dy) const { return {x + dx, y + dy, width - 2 * dx, height - 2 * dy}; }
  Rect inset(float d) const { return inset(d, d); }

  // Cuts a strip off one side and gives it; what is left stays in this rectangle.
  Rect cut_top(float size) {
    Rect strip{x, y, width, size};
    y += size;
    height -= size;
    return strip;
  }
  Rect cut_bottom(float size) {
    height -= size;
    return {x, y + height, width, size};
  }
  Rect cut_left(float size) {
    Rect strip{x, y, size, height};
    x += size;
    width -= size;
    return strip;
  }
  Rect cut_right(float size) {
    width -= size;
    return {x + width, y, size, height};
  }
};

inline Rect intersection(const Rect& a, const Rect& b) {
  const float x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
  const float right = a.right() < b.right() ? a.right() : b.right();
  const float bottom = a.bottom() < b.bottom() ? a.bottom() : b.bottom();
  return {x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

inline bool overlap(const Rect& a, const Rect& b) { return !intersection(a, b).empty(); }

}  // namespace awaitscope
