#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "engine/cli/commands.h"
#include "engine/lesson/lessons.h"
#include "engine/lesson/source.h"
#include "engine/lesson/toggles.h"

namespace awaitscope {

namespace {

std::string source_help() {
  std::string text =
      R"(usage: awaitscope source [--TOGGLE CHOICE ...] [--lesson ID] [--python VERSION]
       awaitscope source --all DIR

Writes the Python that the toggles stand for. --lesson begins with the toggles of a lesson;
of one that has a program of its own it writes that.
--all writes every combination into DIR, 000000.py to )";
  text += std::to_string(kCombinationCount - 1) + ".py.\n\n";
  for (const Toggle& toggle : toggle_table()) {
    std::string name = "  --" + std::string(toggle.id);
    name.resize(12, ' ');
    text += name;
    for (const Choice& choice : toggle.choices) {
      if (&choice != toggle.choices.data()) text += " | ";
      text += choice.id;
    }
    text += '\n';
  }
  return text + "\nThe first of each is the default.\n";
}

bool fail(const std::string& what) {
  std::fprintf(stderr, "awaitscope: cannot write %s: %s\n", what.c_str(), std::strerror(errno));
  return false;
}

bool write_all(const std::string& folder) {
  if (mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return fail(folder);
  for (size_t number = 0; number < kCombinationCount; ++number) {
    char name[16];
    std::snprintf(name, sizeof name, "/%06zu.py", number);
    const std::string path = folder + name, text = source_of(Toggles::from_number(number));
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return fail(path);
    bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (std::fclose(file) != 0 || !written) return fail(path);
  }
  return true;
}

}  // namespace

int source_command(const Words& words) {
  Toggles toggles;
  std::string_view folder, own_program;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") return write_out(source_help()) ? kDone : kFailed;
    if (!word.starts_with("--")) return usage_error("source", "what is " + std::string(word) + "?");
    if (i + 1 == words.size()) return usage_error("source", std::string(word) + " needs a value");
    const std::string_view value = words[++i];
    if (word == "--python") {
      Version version;  // each has the same program: what it does is what differs
      if (!parse_version("source", value, version)) return kUsage;
    } else if (word == "--all") {
      folder = value;
    } else if (word == "--lesson") {
      const Lesson* lesson = find_lesson(value);
      if (!lesson) return usage_error("source", "there is no lesson '" + std::string(value) + "'");
      own_program = lesson->program;
      if (lesson->toggles) toggles = *lesson->toggles;
    } else if (auto wrong = toggles.set(word.substr(2), value)) {
      return usage_error("source", *wrong);
    }
  }
  if (!folder.empty()) return write_all(std::string(folder)) ? kDone : kFailed;
  if (!own_program.empty()) return write_out(own_program) ? kDone : kFailed;
  return write_out(source_of(toggles)) ? kDone : kFailed;
}

}  // namespace awaitscope
