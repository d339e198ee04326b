#include "ui/panels/quiz.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr struct {
  PredictionKind kind;
  std::string_view id, label;
} kKinds[] = {
    {PredictionKind::PrintsNext, "quiz.kind.prints", "Output"},
    {PredictionKind::RunsNext, "quiz.kind.runs", "Who runs"},
    {PredictionKind::ReadyQueue, "quiz.kind.ready", "Queue"},
    {PredictionKind::EndsAt, "quiz.kind.ends", "End"},
    {PredictionKind::Fails, "quiz.kind.fails", "Error"},
};

}  // namespace

void QuizBox::toggle() {
  on_ = !on_;
  answers_.clear();
  view_.tab = Tab::Output;
}

int QuizBox::right() const {
  return int(std::count_if(answers_.begin(), answers_.end(),
                           [](const Answer& answer) { return answer.right; }));
}

const QuizBox::Answer* QuizBox::answer_to(const Key& key) const {
  for (const Answer& answer : answers_) {
    if (answer.of == key) return &answer;
  }
  return nullptr;
}

bool QuizBox::is_told(size_t choice) const {
  return answered() && (choice == chosen_ || quiz_->choices[choice].right);
}

bool QuizBox::all_checks_answered() const {
  const Lesson* lesson = view_.session.shown_lesson();
  if (!lesson) return false;
  for (size_t i = 0; i < lesson->checks.size(); ++i) {
    if (!answer_to({PredictionKind::Own, view_.session.steps() - 1, i})) return false;
  }
  return true;
}

// The lesson's own question first, then what somebody wants to be asked.
std::optional<Quiz> QuizBox::find(Key& key) const {
  const Session& session = view_.session;
  const size_t step = session.step();
  const Lesson* lesson = session.shown_lesson();
  const size_t stop = lesson ? view_.stops.at(step) : Stops::kNone;
  if (stop != Stops::kNone && lesson->stops[stop].prediction) {
    const auto quiz = quiz_of(*lesson->stops[stop].prediction, session.reader(),
                              session.recording(), session.run_end(), step);
    key = {PredictionKind::Own, step, kNone};
    if (quiz) return quiz;
  }
  if (lesson && view_.at_lesson_end() && !lesson->checks.empty()) {
    size_t check = 0;
    key = {PredictionKind::Own, step, check};
    while (check + 1 < lesson->checks.size() && answer_to(key)) key.check = ++check;
    return quiz_of(lesson->checks[check]);
  }
  if (!on_ || session.error()) return {};
  auto quiz = quiz_at(kind_, session.reader(), session.recording(), session.run_end(), step);
  if (quiz) key = {kind_, quiz->reveal, kNone};
  return quiz;
}

void QuizBox::refresh() {
  const Session& session = view_.session;
  if (version_ != session.version()) answers_.clear();
  const bool same = version_ == session.version() && step_ == session.step() && asked_on_ == on_ &&
                    asked_kind_ == kind_ && looked_ahead_ == view_.looks_ahead();
  looked_ahead_ = view_.looks_ahead();
  version_ = session.version();
  step_ = session.step();
  asked_on_ = on_;
  asked_kind_ = kind_;
  if (newly_chosen_ != kNone && quiz_) {
    answers_.push_back({key_, newly_chosen_, quiz_->choices[newly_chosen_].right});
    chosen_ = newly_chosen_;
    newly_chosen_ = kNone;
    come_ = Come::Answer;
  }
  if (!same) ask();
  view_.hidden = hidden();
  view_.asks_of_queue = quiz_ && quiz_->kind == PredictionKind::ReadyQueue;
}

// While a question is open, all that comes after this step; before a lesson's question is asked,
// all that comes after the stop where it is.
View::Hidden QuizBox::hidden() const {
  View::Hidden hidden;
  const size_t last = view_.session.steps() - 1;
  if (quiz_ && chosen_ == kNone && step_ < last)
    return {true, quiz_->kind == PredictionKind::ReadyQueue, true, step_};
  const Lesson* lesson = view_.session.shown_lesson();
  size_t first = kNone;
  for (size_t i = 0; lesson && i < view_.stops.count(); ++i) {
    const size_t step = view_.stops.step_of(i);
    if (step != Stops::kNone && step > step_ && lesson->stops[i].prediction &&
        !answer_to({PredictionKind::Own, step, kNone}))
      first = std::min(first, step);
  }
  if (first < last) hidden = {true, false, false, first};
  return hidden;
}

void QuizBox::ask() {
  newly_chosen_ = kNone;
  quiz_ = find(key_);
  const Lesson* lesson = view_.session.shown_lesson();
  checks_ = lesson ? lesson->checks.size() : 0;
  const Answer* answer = quiz_ ? answer_to(key_) : nullptr;
  chosen_ = answer ? answer->choice : kNone;
  come_ = answered() ? Come::Nothing : Come::Question;
}

float QuizBox::say(ImU32 colour, std::string_view text, const Rect& area, bool draw) {
  return ui_.rich_text(Type::Body, Type::Code, area, ui_(19), colour, text, draw);
}

float QuizBox::draw(const Rect& area) {
  const Palette& c = *ui_.colours;
  paint_.read_out(&view_.heard);
  const Come come = std::exchange(come_, Come::Nothing);
  float y = area.y;
  if (on_) y += draw_kinds({area.x, y, area.width, 0});
  if (!quiz_) {
    if (on_)
      y += say(c.muted, "There is nothing to predict here. Step on.", {area.x, y, area.width, 0});
    paint_.read_out(nullptr);
    if (come == Come::Question) ui_.bring_into_view({area.x, area.y, area.width, y - area.y});
    return y - area.y;
  }
  y += ui_.rich_text(Type::BodyStrong, Type::CodeStrong, {area.x, y, area.width, 0}, ui_(19),
                     c.text, quiz_->question) +
       ui_(6);
  const float choices = y;
  for (size_t i = 0; i < quiz_->choices.size(); ++i) {
    if (!answered() || is_told(i)) y += draw_choice(i, {area.x, y, area.width, 0});
  }
  if (answered() && !quiz_->why.empty())
    y += say(c.muted, quiz_->why, {area.x, y + ui_(4), area.width, 0}) + ui_(8);
  paint_.read_out(nullptr);
  const bool queue = view_.asks_of_queue && view_.layout.loop.empty();
  if (answered() && (queue || quiz_->reveal > view_.session.step())) {
    const Button button{.id = "quiz.show",
                        .label = queue ? "See the queue" : "See the step",
                        .look = ButtonLook::Quiet};
    const float high = std::max(ui_(28), ui_.target);
    if (ui_.button(button, {area.x, y + ui_(4), ui_.button_width(button), high})) show_answer();
    y += high + ui_(8);
  }
  if (come != Come::Nothing) {
    const float top = come == Come::Answer ? choices : area.y;
    ui_.bring_into_view({area.x, top, area.width, y - top});
  }
  return y - area.y;
}

// "Check 1 of 2". A prediction's question says itself what it is.
Line QuizBox::heading() const {
  if (!quiz_ || key_.check == kNone) return Line();
  return checks_ == 1 ? Line("Check") : Line("Check ", key_.check + 1, " of ", checks_);
}

// To the step that shows it. A lesson's stops that it lies behind are not passed by that.
void QuizBox::show_answer() {
  if (quiz_->kind == PredictionKind::ReadyQueue) {
    view_.tab = Tab::Loop;
    return;
  }
  const size_t step = view_.session.step(), next = view_.stops.after(step);
  if (key_.kind != PredictionKind::Own || next == Stops::kNone || next >= quiz_->reveal ||
      view_.stops.at(next) == Stops::kNone)
    return view_.seek(quiz_->reveal);
  view_.look_ahead(quiz_->reveal, "This step shows the answer. The lesson continues at stop " +
                                      std::to_string(view_.stops.at(next) + 1) + ".");
}

// What somebody wants to be asked.
float QuizBox::draw_kinds(const Rect& area) {
  const float high = std::max(ui_(26), ui_.target > ui_(40) ? ui_.target : 0);
  float x = area.x, y = area.y;
  for (const auto& each : kKinds) {
    const float wide = text_width(Type::Body, each.label) + ui_(18);
    if (x > area.x && x + wide > area.right()) {
      x = area.x;
      y += high + ui_(4);
    }
    if (ui_.chip(each.id, each.label, {x, y, wide, high}, kind_ == each.kind, false).clicked)
      kind_ = each.kind;
    x += wide + ui_(4);
  }
  return y + high + ui_(10) - area.y;
}

// A choice; once the question is answered, with why it is right or not.
float QuizBox::draw_choice(size_t number, const Rect& area) {
  const Palette& c = *ui_.colours;
  const QuizChoice& choice = quiz_->choices[number];
  const bool mine = number == chosen_, told = is_told(number);
  const Type type = choice.is_code ? Type::Code : Type::Body;
  const Rect words{area.x + ui_(30), 0, area.width - ui_(40), 0};
  const float line = ui_(19);
  auto text = [&](float y, ImU32 ink, bool draw) {
    return ui_.rich_text(type, Type::Code, {words.x, y, words.width, 0}, line, ink, choice.text,
                         draw);
  };
  const float text_high = text(0, 0, false);
  const float high = std::max(ui_.target, text_high + ui_(9));
  const Rect face{area.x, area.y + ui_(1), area.width, high - ui_(2)};
  const Line id("quiz.choice.", Line().add_plain(number + 1).view());
  const Press press =
      ui_.press(id, choice.text, WidgetKind::Choice, face, {!answered(), mine ? "true" : "false"});
  const ImU32 ground = mine            ? (choice.right ? c.accent_soft : c.error_soft)
                       : press.held    ? c.line_strong
                       : press.hovered ? c.hover
                                       : c.raised;
  paint_.fill(face, ground, ui_(5));
  const Point mark{face.x + ui_(15), face.middle_y()};
  if (told)
    paint_.icon(choice.right ? Icon::Check : Icon::Cross, mark, ui_(14),
                choice.right ? c.good : c.error);
  else
    paint_.ring(mark, ui_(5), c.faint, 1.25f);
  text(face.middle_y() - text_high / 2, c.text, true);
  if (press.clicked) newly_chosen_ = number;
  if (!told || choice.why.empty()) return high;
  const Rect why{words.x, area.y + high + ui_(2), words.width, 0};
  paint_.hear(choice.right ? "Right." : "Not right.");
  return high + say(c.muted, choice.why, why) + ui_(8);
}

}  // namespace awaitscope
