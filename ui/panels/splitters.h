#pragma once
// The edges between panels that can be dragged: the timeline's upper one, that beside the program,
// and that above the output. A double click, or Enter with the keyboard, goes back to the layout's
// own size, and from there to a large one.

#include "ui/panels/panel.h"

namespace awaitscope {

class Splitters : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& window) override;

 private:
  struct Edge {
    std::string_view id, label;
    float Arrangement::*share;
    Rect panel;    // that grows and shrinks
    float whole;   // of which it has a share
    bool upper;    // its upper edge is dragged; else its left one
    float beyond;  // how far in the panel it can still be taken hold of
  };
  void draw(const Edge& edge);
};

}  // namespace awaitscope
