// The engine without a window.

#include "engine/cli/commands.h"

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope COMMAND ...

Runs Python's async code on an engine of its own, on a virtual clock, and shows what happens.

  run FILE       print what `python3 FILE` would print
  trace FILE     write every call, suspension and resumption, in order
  source         write the sample program for a setting of the toggles
  diff A B       show two programs and their runs side by side
  lessons        list the lessons

  --help         this; after a command, what it takes
  --version      the version

FILE may be - for standard input.
)";

}  // namespace

int main(int count, char** arguments) {
  using namespace awaitscope;
  Words words(arguments + (count > 0), arguments + count);
  if (words.empty()) return usage_error("", "COMMAND is missing");
  const std::string_view command = words[0];
  words.erase(words.begin());
  if (command == "--help" || command == "-h") return write_out(kHelp) ? kDone : kFailed;
  if (command == "--version") {
    return write_out("awaitscope " AWAITSCOPE_VERSION " (Python 3.11)\n") ? kDone : kFailed;
  }
  if (command == "run") return run_command(words);
  if (command == "trace") return trace_command(words);
  if (command == "source") return source_command(words);
  if (command == "diff") return diff_command(words);
  if (command == "lessons") return lessons_command(words);
  return usage_error("", "there is no command '" + std::string(command) + "'");
}
