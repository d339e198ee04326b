#pragma once
// Questions before one sees what happens, in the output's panel: a lesson's at its stops and at its
// end, and those that somebody asks for in any program. Until one is answered, what comes after the
// step is hidden (View::hidden).

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/session/quiz.h"
#include "ui/controls.h"
#include "ui/view.h"

namespace awaitscope {

class QuizBox {
 public:
  explicit QuizBox(View& view) : view_(view), ui_(view.controls), paint_(view.controls.paint) {}

  bool predicting() const { return on_; }  // in any program, at every step
  void toggle();

  // What is asked at the step that is looked at. Before anything of it is drawn.
  void refresh();
  bool asks() const { return quiz_.has_value(); }
  bool answered() const { return chosen_ != kNone; }
  bool all_checks_answered() const;  // of the lesson that is shown
  // Of those that were asked of this program.
  int asked() const { return int(answers_.size()); }
  int right() const;

  Line heading() const;
  float draw(const Rect& area);  // gives the height that it takes

 private:
  static constexpr size_t kNone = SIZE_MAX;

  // A question is answered once, wherever it is asked from.
  struct Key {
    PredictionKind kind = PredictionKind::Own;
    size_t step = kNone;   // that it is about
    size_t check = kNone;  // of a lesson's questions for the end
    bool operator==(const Key&) const = default;
  };
  struct Answer {
    Key of;
    size_t choice = kNone;
    bool right = false;
  };

  void ask();
  // Once it is answered: what was chosen, and what is right. Of these alone it is told why.
  bool is_told(size_t choice) const;
  std::optional<Quiz> find(Key& key) const;
  View::Hidden hidden() const;
  void show_answer();
  const Answer* answer_to(const Key& key) const;
  float draw_kinds(const Rect& area);
  float draw_choice(size_t number, const Rect& area);
  float say(ImU32 colour, std::string_view text, const Rect& area, bool draw = true);

  View& view_;
  Controls& ui_;
  Painter& paint_;
  bool on_ = false;
  PredictionKind kind_ = PredictionKind::PrintsNext;
  // For which it has been asked.
  uint64_t version_ = 0;
  size_t step_ = kNone;
  bool asked_on_ = false, looked_ahead_ = false;
  PredictionKind asked_kind_ = PredictionKind::PrintsNext;

  std::optional<Quiz> quiz_;
  Key key_;
  size_t checks_ = 0;  // of the lesson
  size_t chosen_ = kNone;
  size_t newly_chosen_ = kNone;
  // What is to be brought into view when it is drawn next.
  enum class Come : uint8_t { Nothing, Question, Answer };
  Come come_ = Come::Nothing;
  std::vector<Answer> answers_;
};

}  // namespace awaitscope
