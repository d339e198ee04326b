#pragma once
// Drawing, in points, on one of ImGui's draw lists. Everything that is straight or is text is put
// on whole pixels of the screen, whatever their number a point, so that it is sharp at 1x, 1.5x and
// 2x.

#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/model/geometry.h"
#include "ui/theme.h"

namespace awaitscope {

enum class Icon : uint8_t {
  None,
  First,
  Back,
  Play,
  Pause,
  Forward,
  Last,
  Into,
  Over,
  Out,
  Suspension,
  Turn,
  Chevron,
  Check,
  Cross,
  Warning,
  External,
  Copy,
  Edit,
  Share,
  Pin,
  Columns,
  Sun,
  Moon,
  Contrast,
  Question,
  Hourglass,
  Ready,
  Running,
  Breakpoint,
};

class Painter {
 public:
  void begin(ImDrawList* list, float pixels_per_point) {
    list_ = list;
    ppp_ = pixels_per_point;
  }
  ImDrawList* list() const { return list_; }
  float pixel() const { return 1 / ppp_; }
  float snap(float v) const;
  Rect snap(const Rect& r) const;

  void push_clip(const Rect& r);
  void pop_clip();
  Rect clip() const;

  void fill(const Rect& r, ImU32 colour, float rounding = 0);
  void outline(const Rect& r, ImU32 colour, float rounding = 0);  // one pixel wide, inside
  void horizontal(float x, float y, float width, ImU32 colour);   // one pixel
  void vertical(float x, float y, float height, ImU32 colour);
  void dashed(float x, float y, float width, ImU32 colour);
  void line(Point from, Point to, ImU32 colour, float thickness = 1);
  void disc(Point centre, float radius, ImU32 colour);
  void ring(Point centre, float radius, ImU32 colour, float thickness = 1.5f);
  void hatch(const Rect& r, ImU32 colour, float distance);  // diagonals, cut at the rectangle
  void shadow(const Rect& r, ImU32 colour, float rounding);
  void icon(Icon icon, Point centre, float size, ImU32 colour);

  // Text on one line; y is the middle of its capitals. Gives where it ends.
  float text(Type type, float x, float y, ImU32 colour, std::string_view text);
  // The same, cut with an ellipsis where it is wider than `width`.
  float text_within(Type type, float x, float y, float width, ImU32 colour, std::string_view text);
  void text_centred(Type type, const Rect& r, ImU32 colour, std::string_view text);

  // Where what is written is kept too, a line each, for somebody who does not see it; or nullptr.
  void read_out(std::string* to) { heard_ = to; }
  void hear(std::string_view text);
  // What is drawn in pieces while this lives is heard as a whole.
  class Whole {
   public:
    Whole(Painter& painter, std::string_view text) : painter_(painter), heard_(painter.heard_) {
      painter.hear(text);
      painter.heard_ = nullptr;
    }
    ~Whole() { painter_.heard_ = heard_; }
    Whole(const Whole&) = delete;
    Whole& operator=(const Whole&) = delete;

   private:
    Painter& painter_;
    std::string* heard_;
  };

 private:
  ImDrawList* list_ = nullptr;
  float ppp_ = 1;
  std::string* heard_ = nullptr;
};

float text_width(Type type, std::string_view text);
// How many bytes of the text fit.
size_t text_fitting(Type type, std::string_view text, float width);

// Breaks a text at spaces into lines that fit: calls line(text) for each. Gives their number.
template <class Line>
int wrap_text(Type type, std::string_view text, float width, Line&& line);

// --- details ---

std::string_view next_wrapped_line(Type type, std::string_view& rest, float width);

template <class Line>
int wrap_text(Type type, std::string_view text, float width, Line&& line) {
  int count = 0;
  while (!text.empty()) {
    line(next_wrapped_line(type, text, width));
    ++count;
  }
  return count;
}

}  // namespace awaitscope
