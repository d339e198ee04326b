// libFuzzer: any text at all as a program that is run.

#include "one_run.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace awaitscope;
  run_and_look(std::string_view(reinterpret_cast<const char*>(data), size), kDefaultVersion);
  return 0;
}
