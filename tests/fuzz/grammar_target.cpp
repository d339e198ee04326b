// libFuzzer: programs made from the grammar, with special methods that are hostile. The first
// byte says in which version of Python it runs. PRINT=1 in the environment prints the program of an
// input, to look at it.

#include "grammar.h"
#include "one_run.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace awaitscope;
  if (size == 0) return 0;
  static const bool print = getenv("PRINT") != nullptr;
  const Version version = kOfferedVersions[data[0] % kOfferedVersions.size()];
  const std::string program = program_of(data + 1, size - 1, version);
  if (print) printf("# %s\n%s\n", names_of(version).minor.data(), program.c_str());
  require(run_and_look(program, version) != RunState::Rejected, "a program of the grammar is one");
  return 0;
}
