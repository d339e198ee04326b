#pragma once
// The versions of Python to choose from, this program under another of them side by side, and what
// changed for `await` from one to the next.

#include "engine/lesson/changes.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class VersionCard : public Card {
 public:
  using Card::Card;
  void draw(const Rect& area) override;

 private:
  struct Column;  // where the next row goes
  void draw_version(Version version, Column& column);
  void draw_comparison(Version other, Column& column);
  void draw_change(const VersionChange& change, Column& column);
  void draw_title(std::string_view words, Column& column);
  void compare_with(Version other);

  Scroll scroll_;
};

}  // namespace awaitscope
