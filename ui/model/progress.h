#pragma once
// Which lessons somebody has done: been through to the end, with its questions answered. Kept on
// their device alone.

#include <set>
#include <string>
#include <string_view>

namespace awaitscope {

class Progress {
 public:
  bool done(std::string_view lesson) const { return done_.find(lesson) != done_.end(); }
  bool any() const { return !done_.empty(); }
  bool mark(std::string_view lesson);  // true: it was not done before
  std::string text() const;            // "one-after-another,calling"
  void read(std::string_view text);

 private:
  std::set<std::string, std::less<>> done_;
};

}  // namespace awaitscope
