#pragma once
// A panel: it draws into its rectangle, whose background is there already, and is drawn only where
// it is shown. What it keeps from frame to frame is its own; what it shares is in the View.

#include "ui/controls.h"
#include "ui/model/geometry.h"
#include "ui/view.h"

namespace awaitscope {

class Panel {
 public:
  explicit Panel(View& view)
      : view_(view), session_(view.session), ui_(view.controls), paint_(view.controls.paint) {}
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

  virtual void draw(const Rect& area) = 0;

 protected:
  ~Panel() = default;

  const Palette& colours() const { return *ui_.colours; }
  float pad() const { return view_.layout.pad; }

  // The line at the top of a panel, with its name; where controls stand in it, high enough for
  // them. Gives what is left below.
  enum class TitleLine : unsigned char { Words, Controls };
  Rect draw_title(const Rect& area, std::string_view title, TitleLine line = TitleLine::Words);

  View& view_;
  Session& session_;
  Controls& ui_;
  Painter& paint_;
};

// A panel that lies over all the others, on a card. It is given the window, and takes what it
// needs.
class Card : public Panel {
 public:
  using Panel::Panel;
  virtual void opened() {}  // before it is drawn for the first time

 protected:
  ~Card() = default;

  // A press beside the card closes it.
  void draw_card(const Rect& card, float rounding);
  void close() { view_.overlay = Overlay::None; }
};

}  // namespace awaitscope
