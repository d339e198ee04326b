// The icons, as strokes in a square of 16 by 16: sharp at every size, and nothing to load.
#include <cmath>

#include "ui/painter.h"

namespace awaitscope {

namespace {

class Pen {
 public:
  Pen(ImDrawList* list, Point centre, float size, ImU32 colour)
      : list_(list),
        unit_(size / 16),
        x_(centre.x - size / 2),
        y_(centre.y - size / 2),
        colour_(colour) {}

  ImVec2 at(float x, float y) const { return {x_ + x * unit_, y_ + y * unit_}; }
  float length(float v) const { return v * unit_; }

  Pen& move(float x, float y) {
    list_->PathClear();
    return to(x, y);
  }
  Pen& to(float x, float y) {
    list_->PathLineTo(at(x, y));
    return *this;
  }
  Pen& arc(float x, float y, float radius, float from, float until) {
    constexpr float kTurn = 6.2831853f;
    list_->PathArcTo(at(x, y), length(radius), from * kTurn, until * kTurn, 16);
    return *this;
  }
  void stroke(float width = 1.5f) { list_->PathStroke(colour_, 0, length(width)); }
  void close(float width = 1.5f) { list_->PathStroke(colour_, ImDrawFlags_Closed, length(width)); }
  void fill() { list_->PathFillConvex(colour_); }
  void dot(float x, float y, float radius) {
    list_->AddCircleFilled(at(x, y), length(radius), colour_);
  }
  void ring(float x, float y, float radius, float width = 1.5f) {
    list_->AddCircle(at(x, y), length(radius), colour_, 0, length(width));
  }
  void box(float x, float y, float width, float height, float rounding = 0) {
    list_->AddRectFilled(at(x, y), at(x + width, y + height), colour_, length(rounding));
  }
  void triangle(float x1, float y1, float x2, float y2, float x3, float y3) {
    list_->AddTriangleFilled(at(x1, y1), at(x2, y2), at(x3, y3), colour_);
  }
  // An arrow head that points along (dx, dy), its tip at (x, y).
  void head(float x, float y, float dx, float dy, float size = 3) {
    move(x - (dx + dy) * size, y - (dy - dx) * size)
        .to(x, y)
        .to(x - (dx - dy) * size, y - (dy + dx) * size)
        .stroke();
  }

 private:
  ImDrawList* list_;
  float unit_, x_, y_;
  ImU32 colour_;
};

}  // namespace

void Painter::icon(Icon icon, Point centre, float size, ImU32 colour) {
  Pen pen(list_, {snap(centre.x), snap(centre.y)}, size, colour);
  switch (icon) {
    case Icon::None: break;
    case Icon::First:
      pen.box(2.5f, 3, 1.75f, 10, 0.5f);
      pen.triangle(13, 3, 13, 13, 5.5f, 8);
      break;
    case Icon::Back: pen.triangle(11.5f, 3, 11.5f, 13, 4, 8); break;
    case Icon::Play: pen.triangle(4.5f, 2.5f, 13.5f, 8, 4.5f, 13.5f); break;
    case Icon::Pause:
      pen.box(4, 3, 2.75f, 10, 0.5f);
      pen.box(9.25f, 3, 2.75f, 10, 0.5f);
      break;
    case Icon::Forward: pen.triangle(4.5f, 3, 12, 8, 4.5f, 13); break;
    case Icon::Last:
      pen.box(11.75f, 3, 1.75f, 10, 0.5f);
      pen.triangle(3, 3, 10.5f, 8, 3, 13);
      break;
    case Icon::Into:
      pen.move(8, 1.5f).to(8, 9).stroke();
      pen.head(8, 9.5f, 0, 1);
      pen.dot(8, 13.25f, 1.6f);
      break;
    case Icon::Over:
      pen.arc(8, 9, 5.5f, 0.5f, 0.96f).stroke();
      pen.head(13.4f, 8.4f, 0.2f, 0.95f);
      pen.dot(8, 12.5f, 1.6f);
      break;
    case Icon::Out:
      pen.move(8, 10).to(8, 2.5f).stroke();
      pen.head(8, 2, 0, -1);
      pen.dot(8, 13.25f, 1.6f);
      break;
    case Icon::Suspension:
      pen.move(1.5f, 8).to(6.5f, 8).stroke();
      pen.head(7, 8, 1, 0);
      pen.box(9.5f, 3.5f, 1.75f, 9, 0.5f);
      pen.box(12.75f, 3.5f, 1.75f, 9, 0.5f);
      break;
    case Icon::Turn:
      pen.arc(8, 8, 5.25f, -0.15f, 0.68f).stroke();
      pen.head(9.6f, 2.7f, 0.95f, -0.1f, 2.8f);
      break;
    case Icon::Chevron: pen.move(4.5f, 6.25f).to(8, 9.75f).to(11.5f, 6.25f).stroke(); break;
    case Icon::Check: pen.move(3.5f, 8.5f).to(6.75f, 11.5f).to(12.75f, 4.75f).stroke(1.8f); break;
    case Icon::Cross:
      pen.move(4, 4).to(12, 12).stroke(1.8f);
      pen.move(12, 4).to(4, 12).stroke(1.8f);
      break;
    case Icon::Warning:
      pen.move(8, 2.25f).to(14.25f, 13.25f).to(1.75f, 13.25f).close(1.4f);
      pen.move(8, 6).to(8, 9.5f).stroke();
      pen.dot(8, 11.35f, 0.9f);
      break;
    case Icon::External:
      pen.move(4.5f, 11.5f).to(11.25f, 4.75f).stroke(1.4f);
      pen.move(5.75f, 4.5f).to(11.5f, 4.5f).to(11.5f, 10.25f).stroke(1.4f);
      break;
    case Icon::Copy:
      pen.move(5.5f, 5.5f).to(13, 5.5f).to(13, 13.5f).to(5.5f, 13.5f).close(1.3f);
      pen.move(10.5f, 3).to(3, 3).to(3, 11).stroke(1.3f);
      break;
    case Icon::Edit:
      pen.move(3, 13).to(3.7f, 10).to(10.8f, 2.9f).to(13.1f, 5.2f).to(6, 12.3f).close(1.3f);
      break;
    case Icon::Share:
      pen.move(8, 9.75f).to(8, 3).stroke();
      pen.head(8, 2, 0, -1);
      pen.move(2.75f, 8.5f).to(2.75f, 13.25f).to(13.25f, 13.25f).to(13.25f, 8.5f).stroke(1.4f);
      break;
    case Icon::Pin:
      pen.move(5, 2.25f).to(11, 2.25f).stroke();
      pen.move(6, 2.25f).to(5.75f, 7).to(3.75f, 9.5f).to(12.25f, 9.5f).to(10.25f, 7).to(10, 2.25f);
      pen.stroke(1.4f);
      pen.move(8, 9.5f).to(8, 14.25f).stroke(1.4f);
      break;
    case Icon::Columns:
      pen.move(2.5f, 3).to(6.5f, 3).to(6.5f, 13).to(2.5f, 13).close(1.3f);
      pen.move(9.5f, 3).to(13.5f, 3).to(13.5f, 13).to(9.5f, 13).close(1.3f);
      break;
    case Icon::Sun:
      pen.ring(8, 8, 3, 1.4f);
      for (int i = 0; i < 8; ++i) {
        const float a = float(i) * 0.7853982f, c = std::cos(a), s = std::sin(a);
        pen.move(8 + 5 * c, 8 + 5 * s).to(8 + 6.8f * c, 8 + 6.8f * s).stroke(1.4f);
      }
      break;
    case Icon::Moon:
      list_->PathClear();
      pen.arc(8, 8, 5.75f, 0.0314f, 0.7186f).arc(11, 5, 4.9f, 0.5906f, 0.1594f).close(1.4f);
      break;
    case Icon::Contrast:
      pen.ring(8, 8, 5.75f, 1.4f);
      list_->PathClear();
      pen.arc(8, 8, 5.75f, -0.25f, 0.25f).fill();
      break;
    case Icon::Question:
      list_->PathClear();
      pen.arc(8, 5.9f, 2.9f, -0.5f, 0.16f).to(8, 8.7f).to(8, 10).stroke(1.6f);
      pen.dot(8, 12.6f, 1.05f);
      break;
    case Icon::Hourglass:
      pen.move(4, 2.5f).to(12, 2.5f).stroke(1.4f);
      pen.move(4, 13.5f).to(12, 13.5f).stroke(1.4f);
      pen.move(5, 2.5f).to(5, 5).to(11, 11).to(11, 13.5f).stroke(1.3f);
      pen.move(11, 2.5f).to(11, 5).to(5, 11).to(5, 13.5f).stroke(1.3f);
      break;
    case Icon::Ready: pen.ring(8, 8, 4.5f, 1.6f); break;
    case Icon::Running: pen.triangle(4.5f, 3, 12.5f, 8, 4.5f, 13); break;
    case Icon::Breakpoint:
      pen.triangle(2, 3.5f, 8.5f, 8, 2, 12.5f);
      pen.dot(12, 8, 3);
      break;
  }
}

}  // namespace awaitscope
