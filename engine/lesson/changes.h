// What changed for `await` and `async with` from one Python to the next: each with a program that
// does one thing before and another since, and the place in "What's New" that says so. Static text.
#pragma once

#include <span>
#include <string_view>

#include "engine/recording/reading/compare.h"
#include "engine/syntax/version.h"

namespace awaitscope {

struct VersionChange {
  std::string_view id;     // part of the page's widgets; never changes
  Version since;           // that brought it
  Version before, after;   // offered versions of which the first does not have it, the second does
  std::string_view title;  // a few words
  std::string_view text;   // what is different, and why
  std::string_view link;   // https://docs.python.org/...
  std::string_view program;
  // What shows that it made the first difference between two runs: one of these in that row; else
  // one of these in the program. Separated by "|".
  std::string_view signs, source_signs;
};

std::span<const VersionChange> version_changes();  // oldest first
const VersionChange* find_version_change(std::string_view id);

// What made a program do something else in the newer of two versions, as far as it is known: the
// change that the first difference of its two runs shows. Null: none of those above.
const VersionChange* change_between(Version older, Version newer, const CallOrder& left,
                                    const CallOrder& right, const ComparedRow& first_difference);

}  // namespace awaitscope
