// libFuzzer: any text at all through the front end. The answer is a tree or an error with a
// message; what has a tree is compiled and written out, so that the later stages see strange
// programs too.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "engine/compile/compile.h"
#include "engine/syntax/syntax.h"

using namespace awaitscope;

static void require(bool holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "broken: %s\n", what);
  abort();
}

static void check(const SyntaxError& error, std::string_view source, Version version) {
  require(!error.message.empty(), "an error has a message");
  require(!format_syntax_error(error, "main.py", source, version).empty(), "an error can be shown");
}

static void check(std::string_view source, Version version) {
  uint32_t end = 0;
  for (const Token& token : tokens_for_highlighting(source, version)) {
    require(token.start >= end && token.end >= token.start && token.end <= source.size(),
            "tokens cover the text in order");
    end = token.end;
  }
  const Parsed parsed = parse(source, version);
  require((parsed.tree != nullptr) != parsed.error.has_value(), "a tree or an error");
  if (parsed.error) {
    check(*parsed.error, source, version);
    return;
  }
  dump(*parsed.tree->module);
  const Compiled compiled = compile(*parsed.tree->module, source);
  require((compiled.code != nullptr) != compiled.error.has_value(), "code or an error");
  if (compiled.error)
    check(*compiled.error, source, version);
  else
    disassemble(*compiled.code);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  for (Version version : kOfferedVersions) check(source, version);
  return 0;
}
