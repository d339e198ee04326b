#include <cstdio>

#include "engine/cli/commands.h"
#include "engine/session/lesson_check.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope lesson FILE [--python VERSION]

Checks a lesson, a Markdown file as engine/docs/lessons.md explains it: runs its program, and says
of each stop at which step the run comes to it, of each prediction what can be answered, of each
goal of a repair what the program does before it. FILE may be - for standard input.

  --python VERSION under which Python: 3.11, 3.14 (the default) or 3.15; the lesson's own if it
                   says one

exit status: 0 the lesson is as it says; 1 something is wrong, said as FILE:line:column: what
  2  the command line is wrong, or FILE cannot be read
)";

int say_wrong(std::string_view path, const std::vector<LessonError>& wrong) {
  for (const LessonError& error : wrong) {
    std::fprintf(stderr, "%s:%d:%d: %s\n", std::string(path).c_str(), error.place.line,
                 error.place.column, error.message.c_str());
  }
  return wrong.empty() ? kDone : kFailed;
}

// "tea" of "lessons/tea.md".
std::string_view name_of(std::string_view path) {
  path.remove_prefix(path.find_last_of('/') + 1);
  return path.substr(0, path.rfind('.'));
}

}  // namespace

int lesson_command(const Words& words) {
  std::string_view path;
  Version chosen = kDefaultVersion;
  bool said = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") return write_out(kHelp) ? kDone : kFailed;
    if (word == "--python" && i + 1 < words.size()) {
      if (!parse_version("lesson", words[++i], chosen)) return kUsage;
      said = true;
      continue;
    }
    if (word.size() > 1 && word[0] == '-')
      return usage_error("lesson", "there is no option " + std::string(word));
    if (!path.empty()) return usage_error("lesson", "more than one FILE");
    path = word;
  }
  if (path.empty()) return usage_error("lesson", "FILE is missing");
  std::string text;
  if (!read_source(path, text)) return kUsage;
  const ParsedLesson parsed = parse_lesson(text, name_of(path));
  if (parsed.error) return say_wrong(path, {*parsed.error});
  const Version python = said ? chosen : parsed.lesson.python_for(chosen);
  const LessonReport report = check_lesson(parsed.lesson, python);
  std::string found =
      parsed.lesson.title + ", Python " + std::string(names_of(python).minor) + "\n";
  for (const std::string& line : report.found) found += line + "\n";
  if (!write_out(found)) return kFailed;
  return say_wrong(path, report.wrong);
}

}  // namespace awaitscope
