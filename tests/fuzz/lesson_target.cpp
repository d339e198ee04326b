// libFuzzer: any text at all as a lesson's file. The answer is a lesson or an error with its place;
// what is a lesson is checked as `awaitscope lesson` does, so that its program, its questions and
// its goals are strange, too.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "engine/session/lesson_check.h"

using namespace awaitscope;

static void require(bool holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "broken: %s\n", what);
  abort();
}

static void check(const LessonError& error) {
  require(!error.message.empty(), "an error has a message");
  require(error.place.line >= 1 && error.place.column >= 1, "an error has a place");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const ParsedLesson parsed =
      parse_lesson(std::string_view(reinterpret_cast<const char*>(data), size), "tea");
  if (parsed.error) {
    check(*parsed.error);
    return 0;
  }
  const LessonReport report =
      check_lesson(parsed.lesson, parsed.lesson.python_for(kDefaultVersion));
  for (const LessonError& error : report.wrong) check(error);
  return 0;
}
