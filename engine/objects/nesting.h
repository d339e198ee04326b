#pragma once
// How deep functions of ours are inside one another that call themselves for what lies within a
// value: its representation, its equality, its type among others. A program nests values as deep as
// it likes, and the C++ stack has an end: whoever is too deep leaves the value to the machine,
// whose frames lie on the heap and are counted.

namespace awaitscope {

class Nesting {
 public:
  Nesting() { ++depth_; }
  ~Nesting() { --depth_; }
  Nesting(const Nesting&) = delete;
  bool too_deep() const { return depth_ > kMost; }

 private:
  static constexpr int kMost = 100;
  static inline int depth_ = 0;  // of the C++ stack, of which there is one
};

}  // namespace awaitscope
