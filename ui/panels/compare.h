#pragma once
// The pinned program and the one that is shown: the order of calls in both, and their code. Side by
// side where there is room; below one another, one at a time, where there is not.

#include "ui/panels/panel.h"

namespace awaitscope {

class CompareCard : public Card {
 public:
  using Card::Card;
  void draw(const Rect& area) override;
  void opened() override { reveal_ = true; }

 private:
  void draw_panel(const Rect& window);
  void draw_head(Rect& inside);
  void draw_tab(std::string_view id, std::string_view label, bool code, Rect& line);
  void draw_switches(Rect& inside);
  void draw_versions(Rect& inside, bool same);
  void draw_link(const VersionChange& change, Rect& inside);
  void mark(const Rect& row, bool left);
  void draw_code(Rect area);
  void draw_calls(Rect area);
  void draw_parting(const Rect& line);
  void draw_row(const ComparedRow& row, size_t number, const Rect& area, float column, float gutter,
                bool here);
  void draw_difference(const Call* left, const Call* right, const Rect& area, const Rect& left_cell,
                       const Rect& right_cell);
  void draw_call(const Call& call, const Rect& cell, bool same);
  void heading(const Rect& line, std::string_view text);
  size_t row_of_step(const std::vector<ComparedRow>& rows) const;

  const Comparing& both_ = view_.comparing;
  Scroll calls_scroll_, lines_scroll_;
  bool reveal_ = false;      // scroll to where they part
  bool code_shown_ = false;  // instead of the calls, where only one of them fits
  bool wide_ = true;         // both do
};

}  // namespace awaitscope
