#pragma once
// The lines of the source, as they are drawn in one frame.

#include <cstdint>
#include <string_view>

#include "ui/model/highlight.h"
#include "ui/view.h"

namespace awaitscope {

class SourceLines {
 public:
  SourceLines(View& view, const HighlightedSource& text, const Rect& area);

  float row() const { return row_; }
  float gutter() const { return gutter_; }
  float text_width() const;  // of the longest line, with the gutter
  float height() const;
  float top_of(int number) const;  // from the text's top; lines count from 1
  int count() const { return count_; }
  int line_to_see() const;  // the one to be kept in sight; 0: none

  // Where the text begins, as far as it is scrolled.
  void place_at(float top, float x);
  int first() const;                // that is seen
  Rect strip_of(int number) const;  // the whole line
  bool below(const Rect& strip) const { return strip.y > area_.bottom(); }

  // Gives the step that somebody has asked for by a press, or SIZE_MAX.
  size_t draw(int number);

 private:
  // A frame that waits at a line: one of a task's chain of awaits.
  struct Waiting {
    int line;
    uint32_t task;
    std::string_view name;  // the task's
    bool innermost;         // or it waits for the next one of its chain
    bool current;           // of the task that is running
  };
  static constexpr int kMostWaiting = 64;

  void find_waiting();
  void find_frame();
  size_t draw_ground(int number, const Rect& strip);
  void draw_number(int number, const Rect& strip);
  ImU32 draw_waiting_marks(int number, const Rect& strip);
  void draw_code(int number, const Rect& strip);
  void draw_range(const SourceLine& line, int number, const Rect& strip);
  void draw_text(const SourceLine& line, float middle);
  float draw_who_waits(int number, const Rect& strip, float end);
  void draw_variables(int number, float middle, float end, float right);
  void draw_error(const Rect& strip);
  bool is_current(int number) const { return moment_.at.line == number && !error_; }
  float width_of(const SourceLine& line, size_t from, size_t size) const;

  View& view_;
  Controls& ui_;
  Painter& paint_;
  const Palette& c_;
  const Session& session_;
  const Moment& moment_;
  const SyntaxError* error_;
  const SwitchChange* switched_;  // its lines are tinted
  const HighlightedSource& text_;
  std::string_view source_;
  Rect area_;
  float row_, character_, gutter_, error_height_, top_ = 0, text_x_ = 0;
  int count_, digits_;
  Waiting waiting_[kMostWaiting];
  int waiting_count_ = 0;
  const FrameView* frame_ = nullptr;  // the one that runs
  const Code* code_ = nullptr;
};

}  // namespace awaitscope
