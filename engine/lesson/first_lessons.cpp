#include "engine/lesson/first_lessons.h"

namespace awaitscope {

namespace {

struct Row {
  std::string_view id, text, answer, check;
  struct {
    std::string_view kind, function;
    int occurrence = 1;
    std::string_view note;
  } stops[6];
  struct {
    std::string_view text;
    bool right = false;
    std::string_view why;
  } choices[4];
};

constexpr Row kRows[] = {
#include "engine/lesson/first_lessons.inc"
};

std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::optional<Lesson> first_lesson(const LessonInfo& info) {
  for (const Row& row : kRows) {
    if (row.id != info.id) continue;
    Lesson lesson;
    lesson.id = info.id;
    lesson.title = info.title;
    lesson.chapter = info.chapter;
    lesson.question = info.question;
    lesson.toggles = info.toggles;
    lesson.text = row.text;
    lesson.answer = row.answer;
    for (const auto& each : row.stops) {
      if (each.note.empty()) break;
      Stop& stop = lesson.stops.emplace_back();
      stop.kind = each.kind;
      stop.function = each.function;
      stop.occurrence = each.occurrence;
      stop.note = each.note;
    }
    Check& check = lesson.checks.emplace_back();
    check.question = row.check;
    for (const auto& each : row.choices) {
      if (each.text.empty()) break;
      LessonChoice& choice = check.choices.emplace_back();
      choice.text = each.text;
      choice.right = each.right;
      choice.why = each.why;
    }
    return lesson;
  }
  return {};
}

std::string first_lesson_row(const Lesson& lesson) {
  const Row limits{};
  if (!lesson.toggles || lesson.repair || lesson.checks.size() != 1 ||
      lesson.stops.size() > std::size(limits.stops) ||
      lesson.checks[0].choices.size() > std::size(limits.choices))
    return "";
  std::string row = "{" + literal(lesson.id) + ",\n " + literal(lesson.text) + ",\n " +
                    literal(lesson.answer) + ",\n " + literal(lesson.checks[0].question) + ",\n {";
  for (const Stop& stop : lesson.stops) {
    if (stop.at != StopKind::Event || stop.prediction) return "";
    row += "{" + literal(stop.kind) + ", " + literal(stop.function) + ", " +
           std::to_string(stop.occurrence) + ",\n   " + literal(stop.note) + "},\n  ";
  }
  row += "},\n {";
  for (const LessonChoice& choice : lesson.checks[0].choices) {
    row += "{" + literal(choice.text) + ", " + (choice.right ? "true" : "false") + ",\n   " +
           literal(choice.why) + "},\n  ";
  }
  return row + "}},\n";
}

}  // namespace awaitscope
