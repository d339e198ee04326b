// The lessons' files as they are built in, in order; lessons/embed.cmake writes the table.
#pragma once

namespace awaitscope {

struct EmbeddedLesson {
  const char *id, *title, *chapter, *question;
  const char* switches;  // null where the lesson has a program of its own
  const char* text;      // the whole file, AWAITSCOPE_DEFERRED
};
extern const EmbeddedLesson kEmbeddedLessons[];  // the last one's id is null

}  // namespace awaitscope
