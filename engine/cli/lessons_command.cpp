#include "engine/cli/commands.h"
#include "engine/lesson/lessons.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope lessons [ID]

Lists the lessons: id, title and the toggles that `awaitscope source` takes. With ID it says what
the lesson says.
)";

std::string listed(const Lesson& lesson) {
  const std::string options = options_of(lesson.toggles, Defaults::left_out);
  return std::string(lesson.id) + "\n  " + std::string(lesson.title) + "\n  " +
         (options.empty() ? "without options" : options) + "\n";
}

std::string told(const Lesson& lesson) {
  std::string text = std::string(lesson.title) + "\n\n" + std::string(lesson.text) + "\n\n";
  text += std::string(lesson.question) + "\n" + std::string(lesson.answer) + "\n\n";
  for (const Stop& stop : lesson.stops) {
    text += "  " + std::string(stop.kind) + " " + std::string(stop.function);
    if (stop.occurrence > 1) text += " (" + std::to_string(stop.occurrence) + ")";
    text += ": " + std::string(stop.note) + "\n";
  }
  return text;
}

}  // namespace

int lessons_command(const Words& words) {
  std::string text;
  if (words.empty()) {
    for (const Lesson& lesson : lessons()) text += listed(lesson);
  } else if (words[0] == "--help" || words[0] == "-h") {
    text = kHelp;
  } else if (words.size() > 1) {
    return usage_error("lessons", "more than one ID");
  } else if (const Lesson* lesson = find_lesson(words[0])) {
    text = told(*lesson);
  } else {
    return usage_error("lessons", "there is no lesson '" + std::string(words[0]) + "'");
  }
  return write_out(text) ? kDone : kFailed;
}

}  // namespace awaitscope
