#pragma once
// The file whose program the window shows. Whoever saves it in an editor sees at once what it does
// now.

#include <filesystem>
#include <optional>
#include <string>

#include "engine/session/session.h"

namespace awaitscope {

// "-" is standard input. Nothing: it cannot be read.
std::optional<std::string> read_file(const std::string& path);

class ProgramFile {
 public:
  static constexpr double kLook = 0.4;  // seconds between two looks at it

  // Shows it, from now on whatever it becomes. False: it cannot be read, and all stays as it is.
  bool open(const std::string& path, Session& session);
  bool watching() const { return !path_.empty(); }
  // Shows it anew where it is another than before, at the same place. One that is gone for a
  // moment, as some editors do it, is waited for.
  bool reload(Session& session);

 private:
  struct Mark {  // what tells two states of a file apart
    std::filesystem::file_time_type time;
    std::uintmax_t size = 0;
    bool operator==(const Mark&) const = default;
  };
  std::optional<Mark> mark() const;

  std::string path_;
  std::optional<Mark> seen_;
};

}  // namespace awaitscope
