// The engine without a window.

#include "engine/cli/commands.h"

namespace {

using namespace awaitscope;

struct Command {
  std::string_view name, takes, does;
  int (*run)(const Words&);
};

constexpr Command kCommands[] = {
    {"run", "FILE", "print what `python3 FILE` would print", run_command},
    {"trace", "FILE", "write every call, suspension and resumption, in order", trace_command},
    {"source", "", "write the sample program for a setting of the toggles", source_command},
    {"diff", "A B", "show two programs and their runs side by side", diff_command},
    {"lesson", "FILE", "check a lesson", lesson_command},
    {"lessons", "", "list the lessons", lessons_command},
};

std::string help() {
  std::string text = R"(usage: awaitscope COMMAND ...

Runs Python's async code on an engine of its own, on a virtual clock, and shows what happens.

)";
  for (const Command& command : kCommands) {
    std::string usage = "  " + std::string(command.name) + " " + std::string(command.takes);
    usage.resize(17, ' ');
    text.append(usage).append(command.does) += '\n';
  }
  return text + R"(
  --help         this; after a command, what it takes
  --version      the version

FILE may be - for standard input.
)";
}

}  // namespace

int main(int count, char** arguments) {
  Words words(arguments + (count > 0), arguments + count);
  if (words.empty()) return usage_error("", "COMMAND is missing");
  const std::string_view name = words[0];
  words.erase(words.begin());
  if (name == "--help" || name == "-h") return write_out(help()) ? kDone : kFailed;
  if (name == "--version") {
    return write_out("awaitscope " AWAITSCOPE_VERSION " (Python 3.11, 3.14, 3.15)\n") ? kDone
                                                                                      : kFailed;
  }
  for (const Command& command : kCommands) {
    if (command.name == name) return command.run(words);
  }
  return usage_error("", "there is no command '" + std::string(name) + "'");
}
