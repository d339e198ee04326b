#include "engine/cli/commands.h"
#include "engine/lesson/lessons.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope lessons [ID [--program | --file]]

Lists the lessons by chapter: id, title, and the toggles that `awaitscope source` takes, of those
that have some. With ID it says what the lesson says.

  --program        its program
  --file           its file, as engine/docs/lessons.md explains it
)";

std::string listed() {
  std::string text;
  std::string_view chapter;
  for (const LessonInfo& lesson : lessons()) {
    if (lesson.chapter != chapter) {
      chapter = lesson.chapter;
      text += (text.empty() ? "" : "\n") + std::string(chapter) + "\n";
    }
    text += "  " + std::string(lesson.id) + "\n    " + std::string(lesson.title) + "\n";
    if (!lesson.toggles) continue;
    const std::string options = options_of(*lesson.toggles, Defaults::left_out);
    text += "    " + (options.empty() ? "without options" : options) + "\n";
  }
  return text;
}

std::string told(const Lesson& lesson) {
  std::string text = lesson.title + "\n\n" + lesson.text + "\n\n";
  text += lesson.question + "\n" + lesson.answer + "\n\n";
  for (const Stop& stop : lesson.stops) text += "  " + words_of(stop) + ": " + stop.note + "\n";
  for (const Check& check : lesson.checks) {
    text += "\n" + check.question + "\n";
    for (const LessonChoice& choice : check.choices)
      text +=
          std::string(choice.right ? "  [x] " : "  [ ] ") + choice.text + " " + choice.why + "\n";
  }
  if (!lesson.repair) return text;
  text += "\n" + lesson.repair->text + "\n";
  for (const Goal& goal : lesson.repair->goals) text += "  " + goal.words + "\n";
  return text;
}

}  // namespace

int lessons_command(const Words& words) {
  if (words.empty()) return write_out(listed()) ? kDone : kFailed;
  if (words[0] == "--help" || words[0] == "-h") return write_out(kHelp) ? kDone : kFailed;
  const Lesson* lesson = find_lesson(words[0]);
  if (!lesson) return usage_error("lessons", "there is no lesson '" + std::string(words[0]) + "'");
  if (words.size() > 2) return usage_error("lessons", "more than one ID");
  if (words.size() == 1) return write_out(told(*lesson)) ? kDone : kFailed;
  if (words[1] == "--program") return write_out(lesson->source()) ? kDone : kFailed;
  if (words[1] == "--file") return write_out(lesson_file_text(words[0])) ? kDone : kFailed;
  return usage_error("lessons", "what is " + std::string(words[1]) + "?");
}

}  // namespace awaitscope
