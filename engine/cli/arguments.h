#pragma once
// The words of a command line, and what is wrong with them.

#include <string>
#include <string_view>
#include <vector>

#include "engine/objects/limits.h"
#include "engine/syntax/version.h"

namespace awaitscope {

using Words = std::vector<std::string_view>;

// What a command ends with.
inline constexpr int kDone = 0, kFailed = 1, kUsage = 2, kIdle = 3, kLimit = 4;
inline constexpr int kInterrupted = 130;  // what a shell says where python3 ends by SIGINT

// Says on standard error what is wrong with the command line; the answer is kUsage.
int usage_error(std::string_view command, std::string_view what);

// The whole of a file, "-" standard input. False after saying on standard error why not.
bool read_source(std::string_view path, std::string& to);

// Written whole or it is an error, said on standard error.
bool write_out(std::string_view text);

// A number of events, at least 1.
bool parse_count(std::string_view word, unsigned long long& to);

// --python's 3.14. False after saying on standard error what is wrong.
bool parse_version(std::string_view command, std::string_view word, Version& to);

// --limit's NAME=N. False after saying on standard error what is wrong.
bool parse_limit(std::string_view command, std::string_view word, Limits& to);

}  // namespace awaitscope
