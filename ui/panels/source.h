#pragma once
// The source: the Python that runs, with the place where it is, the places where tasks wait, and
// what the running function's variables are. source_lines.h draws its lines.

#include <cstdint>
#include <vector>

#include "ui/commands.h"
#include "ui/model/following.h"
#include "ui/model/highlight.h"
#include "ui/panels/panel.h"
#include "ui/panels/source_lines.h"

namespace awaitscope {

class SourcePanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;
  void copy();  // the program, to the clipboard

 private:
  void refresh();
  void draw_title_line(const Rect& title);
  float draw_controls(const Rect& title);  // gives where they begin
  Button button_for(CommandId id, bool label) const;
  void scroll_sideways(float text_width, const Rect& area);
  void follow(const SourceLines& lines);
  void draw_margin(const SourceLines& lines, int number);
  void draw_breakpoint(const Rect& place, int number, uint32_t runs);

  // Of the program and recording of this version.
  uint64_t version_ = 0;
  HighlightedSource text_;
  std::vector<uint32_t> line_runs_;  // how often each line runs; by line
  uint32_t most_runs_ = 0;

  Scroll scroll_;
  float x_ = 0;  // scrolled sideways
  Following following_;
  float row_ = 0;           // how high a line was in the last frame
  double copied_at_ = -10;  // by the controls' clock
};

// How often a line runs, from 0 to 1, as the mark beside its number.
void draw_heat(Controls& ui, float right, float y, float height, float heat);

}  // namespace awaitscope
