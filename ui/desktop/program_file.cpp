#include "ui/desktop/program_file.h"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace awaitscope {

std::optional<std::string> read_file(const std::string& path) {
  if (path == "-") {
    std::string text;
    char buffer[65536];
    while (size_t size = std::fread(buffer, 1, sizeof buffer, stdin)) text.append(buffer, size);
    return text;
  }
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool ProgramFile::open(const std::string& path, Session& session) {
  const std::optional<std::string> source = read_file(path);
  if (!source) return false;
  path_ = path == "-" ? "" : path;
  seen_ = mark();
  session.load(*source);
  session.seek(0);
  return true;
}

bool ProgramFile::reload(Session& session) {
  if (!watching()) return false;
  const std::optional<Mark> now = mark();
  if (!now || now == seen_) return false;
  const std::optional<std::string> source = read_file(path_);
  if (!source) return false;
  seen_ = now;
  session.load(*source);
  return true;
}

std::optional<ProgramFile::Mark> ProgramFile::mark() const {
  std::error_code error;
  Mark mark{std::filesystem::last_write_time(path_, error), 0};
  if (error) return std::nullopt;
  mark.size = std::filesystem::file_size(path_, error);
  return error ? std::nullopt : std::optional(mark);
}

}  // namespace awaitscope
