#include "engine/cli/arguments.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

namespace awaitscope {

int usage_error(std::string_view command, std::string_view what) {
  std::string name = "awaitscope";
  if (!command.empty()) name += " " + std::string(command);
  std::fprintf(stderr, "%s: %.*s\nTry '%s --help'.\n", name.c_str(), int(what.size()), what.data(),
               name.c_str());
  return kUsage;
}

bool read_source(std::string_view path, std::string& to) {
  const std::string name(path);
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  int error = file ? 0 : errno;
  if (file) {
    char block[1 << 16];
    while (size_t count = std::fread(block, 1, sizeof block, file)) to.append(block, count);
    if (std::ferror(file)) error = errno ? errno : EIO;
    if (file != stdin) std::fclose(file);
  }
  if (!error) return true;
  std::fprintf(stderr, "awaitscope: cannot read '%s': %s\n", name.c_str(), std::strerror(error));
  return false;
}

bool write_out(std::string_view text) {
  bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written) std::fprintf(stderr, "awaitscope: cannot write: %s\n", std::strerror(errno));
  return written;
}

bool parse_count(std::string_view word, unsigned long long& to) {
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), to);
  return error == std::errc() && end == word.data() + word.size() && to > 0;
}

bool parse_version(std::string_view command, std::string_view word, Version& to) {
  if (std::optional<Version> version = version_named(word)) {
    to = *version;
    return true;
  }
  std::string known;
  for (size_t i = 0; i < kOfferedVersions.size(); ++i) {
    if (i) known += i + 1 == kOfferedVersions.size() ? " or " : ", ";
    known += names_of(kOfferedVersions[i]).minor;
  }
  usage_error(command, "--python is " + known + ", not " + std::string(word));
  return false;
}

bool parse_limit(std::string_view command, std::string_view word, Limits& to) {
  constexpr uint64_t kMostFrames = 1'000'000;
  struct Limit {
    std::string_view name;
    uint64_t most;
    void (*set)(Limits&, uint64_t);
  };
  static constexpr Limit kLimits[] = {
      {"memory", SIZE_MAX, [](Limits& l, uint64_t n) { l.bytes_alive = size_t(n); }},
      {"output", SIZE_MAX, [](Limits& l, uint64_t n) { l.output_bytes = size_t(n); }},
      {"recursion", kMostFrames, [](Limits& l, uint64_t n) { l.recursion = uint32_t(n); }},
      {"digits", UINT32_MAX, [](Limits& l, uint64_t n) { l.integer_digits = uint32_t(n); }},
  };
  const size_t name_end = std::min(word.find('='), word.size());
  unsigned long long number = 0;
  for (const Limit& limit : kLimits) {
    if (limit.name != word.substr(0, name_end) || name_end == word.size()) continue;
    if (!parse_count(word.substr(name_end + 1), number)) break;
    limit.set(to, std::min<uint64_t>(number, limit.most));
    return true;
  }
  usage_error(command,
              "--limit is memory=N, output=N, recursion=N or digits=N, not " + std::string(word));
  return false;
}

}  // namespace awaitscope
